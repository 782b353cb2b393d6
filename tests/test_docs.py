"""What is drawn from the code, and what tells of it, stays true."""

import re
from pathlib import Path

import pytest

from conversations.diagram import draw
from conversations.dialogue.model import UNNAMED
from conversations.privacy.consent_text import page

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_diagram_is_drawn_from_the_code() -> None:
    """docs/conversation.mmd is what `make diagram` draws."""
    assert draw() == (ROOT / "docs" / "conversation.mmd").read_text(encoding="utf-8")


def test_privacy_page_is_what_the_bot_shows() -> None:
    """docs/privacy.md is what `make privacy` prints."""
    assert page(UNNAMED) == (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")


def test_security_page_names_tests_that_are_there() -> None:
    """Each test that docs/security.md names is there, and each threat has one."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py)::(test_\w+)`", page)
    sources = {file: (ROOT / "tests" / file).read_text(encoding="utf-8") for file, _ in named}
    threats = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert [] == [name for file, name in named if not re.search(rf"def {name}\(", sources[file])]
    assert [] == [line for line in threats if "::test_" not in line.rpartition(" | ")[2]]
    assert len(threats) > 25
