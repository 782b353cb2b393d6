"""Generated pages are current, and the docs name only paths, tests and sections that exist."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from conversations.diagram import draw

ROOT = Path(__file__).parent.parent

PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")))

_PATH = re.compile(r"(?<![\w./-])(?:conversations|storage|bot|tests|benchmarks|deploy|docs|\.github)/[\w./-]*")
"""A path from the root: also in the drawings, which have no backticks."""

_FILE = re.compile(r"`([\w-]+\.(?:py|txt|toml|lock))`")
"""A file without its folder."""

_LINK = re.compile(r"\]\(([^)\s]*)\)|(?:src|srcset)=\"([^\"]+)\"")

_TEST = re.compile(r"`(test_\w+)`")


@pytest.mark.slow
def test_diagram_is_drawn_from_the_code() -> None:
    """docs/conversation.mmd is what `make diagram` draws."""
    assert draw() == (ROOT / "docs" / "conversation.mmd").read_text(encoding="utf-8")


@pytest.mark.slow
def test_site_is_built_without_a_warning(tmp_path: Path) -> None:
    """The pages of docs/ make a site: each is in the contents, each link leads somewhere, nothing is from elsewhere."""
    build = (
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        str(ROOT / "docs"),
        str(tmp_path),
    )
    done = subprocess.run(build, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    loaded = re.compile(r"<(?:script|link|img)[^>]*(?:src|href)=\"(?:https?:)?//[^\"]*")
    assert [] == [found for page in tmp_path.rglob("*.html") for found in loaded.findall(page.read_text("utf-8"))]


def test_privacy_page_is_what_the_bot_shows(capsys: pytest.CaptureFixture[str]) -> None:
    """docs/privacy.md is what `make privacy` prints."""
    runpy.run_module("conversations", run_name="__main__")
    assert (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8") == capsys.readouterr().out


def test_security_page_has_a_test_for_each_threat() -> None:
    """Each threat of docs/security.md names a test."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    threats = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert [] == [line for line in threats if not _TEST.search(line.rpartition(" | ")[2])]
    assert len(threats) > 25


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_names_what_exists(page: Path) -> None:
    """Each path, file, test and link of a page is there."""
    text = page.read_text(encoding="utf-8")
    paths = {path.rstrip(".-") for path in _PATH.findall(text)}
    assert [] == sorted(path for path in paths if not (ROOT / path).exists())
    assert set() == {*_FILE.findall(text)} - _files()
    assert set() == {*_TEST.findall(text)} - _tests()
    assert [] == [link for link in _links(text) if not _leads_somewhere(page, link)]


def _files() -> set[str]:
    folders = ("conversations", "storage", "bot", "deploy", "tests", "benchmarks")
    files = (*ROOT.glob("*"), *(file for folder in folders for file in (ROOT / folder).rglob("*")))
    return {file.name for file in files}


def _tests() -> set[str]:
    sources = (file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    return {name for source in sources for name in re.findall(r"def (test_\w+)\(", source)}


def _links(text: str) -> list[str]:
    found = (link or source for link, source in _LINK.findall(text))
    return [link for link in found if not link.startswith(("http://", "https://"))]


def _leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path) if path else page
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(page: Path) -> set[str]:
    """Return the anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
