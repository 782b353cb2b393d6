"""Replies to Telegram's text and keyboard: pure; everything a person typed is escaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain, groupby

from pydantic import JsonValue

from conversations.messages import Button, Line, Reply

LONGEST = 4096
"""Unicode code points in one message after its entities are parsed (Bot API, sendMessage)."""

LONGEST_CAPTION = 1024
"""Likewise under a file (Bot API, sendDocument)."""

_MARKS = {
    "plain": ("", ""),
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "quote": ("<blockquote>", "</blockquote>"),
}


Keyboard = dict[str, JsonValue]
"""Rows of buttons as the Bot API has them (InlineKeyboardMarkup); the library's objects take ten times as long."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message as it goes out: HTML and the keyboard under it."""

    html: str
    keyboard: Keyboard | None = None


def write(reply: Reply) -> tuple[Page, ...]:
    """Write a reply, on one page but where it is too long for one; the keyboard is under the last."""
    pages = [_html(lines) for lines in _paged(reply.lines) if any(line.text.strip() for line in lines)]
    return (*(Page(html) for html in pages[:-1]), *(Page(html, _keyboard(reply.rows)) for html in pages[-1:]))


def write_with_file(reply: Reply) -> tuple[tuple[Page, ...], Page]:
    """Write what goes out before a file and what stands under it: all of it, where it fits there."""
    if len(reply.text) <= LONGEST_CAPTION:
        return (), Page(_html(list(reply.lines)), _keyboard(reply.rows))
    return write(reply.model_copy(update={"rows": ()})), Page("", _keyboard(reply.rows))


def _html(lines: list[Line]) -> str:
    return "\n".join(_marked(style, "\n".join(line.text for line in same)) for style, same in _alike(lines))


def _alike(lines: list[Line]) -> Iterator[tuple[str, Iterator[Line]]]:
    return groupby(lines, key=lambda line: line.style)


def _marked(style: str, text: str) -> str:
    before, after = _MARKS[style]
    return f"{before}{escape(text, quote=False)}{after}"


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> Keyboard | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button) -> JsonValue:
    return {"text": button.label, "callback_data": button.press.data()}


def _paged(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Fill pages with lines; the core keeps to one, this is the last defence."""
    page: list[Line] = []
    left = LONGEST
    for line in chain.from_iterable(map(_cut, lines)):
        if len(line.text) + 1 > left and page:
            yield page
            page, left = [], LONGEST
        page.append(line)
        left -= len(line.text) + 1
    yield page


def _cut(line: Line) -> Iterator[Line]:
    """Cut a line that is longer than a page: at a line end, else at a space, else anywhere."""
    text = line.text
    while len(text) > LONGEST:
        end = max(text.rfind("\n", 1, LONGEST), 0) or max(text.rfind(" ", 1, LONGEST), 0) or LONGEST
        yield line.model_copy(update={"text": text[:end]})
        text = text[end:].lstrip("\n ")
    yield line if text == line.text else line.model_copy(update={"text": text})  # a copy costs more than writing it
