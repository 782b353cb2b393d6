"""The text on people's data as a page in Markdown: ``python -m conversations.consent.page`` prints docs/privacy.md."""

import sys
from collections.abc import Iterator

from conversations.consent.house import UNNAMED, House
from conversations.consent.text import TITLE, chapters, edition

ABOUT = """\
This is what the bot shows when it is sent `/privacy`. Printed by `make privacy` from `conversations/consent/text.py`,
as it reads where `CONTROLLER` and `CONTACT` are not set and `RETENTION_DAYS` is the default."""


def page(house: House) -> str:
    """Write the text as a page."""
    return "\n".join(_lines(house))


def _lines(house: House) -> Iterator[str]:
    yield from (f"# {TITLE}", "", f"{edition()}.", "", ABOUT)
    for chapter in chapters(house):
        between = "\n" if chapter.paragraphs[0].startswith("- ") else "\n\n"
        yield from ("", f"## {chapter.heading}", "", between.join(chapter.paragraphs))
    yield ""


if __name__ == "__main__":
    sys.stdout.write(page(UNNAMED))
