"""What is drawn from the code, and what tells of it, stays true."""

from pathlib import Path

from conversations.diagram import draw

ROOT = Path(__file__).parent.parent


def test_diagram_is_drawn_from_the_code() -> None:
    """docs/conversation.mmd is what `make diagram` draws."""
    assert draw() == (ROOT / "docs" / "conversation.mmd").read_text(encoding="utf-8")
