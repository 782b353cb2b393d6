"""Parts of screens: buttons, rows that fit a phone, and pages that fit a message."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from conversations.dialogue import texts
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Press
from conversations.dialogue.replies import Button, ContactRequest, Line
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked
from conversations.form.questions import Section
from conversations.form.template import in_use

Rows = tuple[tuple[Button, ...], ...]

_NAME_SHOWN = 60
"""How much of a file's name a list shows, in characters."""

SHORT_LABEL = 16
"""Labels up to this many characters stand two in a row."""


@dataclass(frozen=True)
class Screen:
    """What a state shows: one or more messages, the last with ``rows``.

    ``under`` are the buttons of earlier messages, by the number of the message from 0. ``above`` stands over the first
    message. ``holds`` are the authors whose words a coordinator reads. ``hidden`` are buttons that work without being
    shown. ``keyboard`` stands in place of the phone's.
    """

    pages: tuple[tuple[Line, ...], ...]
    rows: Rows
    under: Mapping[int, Rows] = field(default_factory=dict)
    above: tuple[Line, ...] = ()
    holds: tuple[int, ...] = ()
    hidden: tuple[Button, ...] = ()
    keyboard: ContactRequest | None = None

    @property
    def presses(self) -> dict[Press, str]:
        """The press of each button, with its label."""
        every = (*chain.from_iterable(self.under.values()), *self.rows, self.hidden)
        return {button.press: button.label for row in every for button in row}


def button(context: Context, label: str, action: str, about: str = "", index: int | None = None) -> Button:
    """Make a button of the state that is shown now."""
    conversation = context.conversation
    press = Press(
        draft=conversation.hand or 0,
        keyboard_version=conversation.keyboard_version,
        about=about,
        action=action,
        index=index,
    )
    return Button(label=label, press=press)


def copy_button(label: str, copies: str) -> Button:
    """Make a button that copies a text of 1 to 256 characters in the person's app."""
    return Button(label=label, press=Press(draft=0, keyboard_version=0, about="", action="copy"), copies=copies)


def in_rows(buttons: Iterable[Button]) -> Rows:
    """Put two neighbours with short labels side by side, and every other button in a row of its own."""
    rows: list[tuple[Button, ...]] = []
    for one in buttons:
        if rows and len(rows[-1]) == 1 and _short(one) and _short(rows[-1][0]):
            rows[-1] = (*rows[-1], one)
        else:
            rows.append((one,))
    return tuple(rows)


def _short(one: Button) -> bool:
    return len(one.label) <= SHORT_LABEL


def section_heading(section: type[Section]) -> Line:
    """Write the heading of a section."""
    return Line(text=texts.heading(in_use().number(section), len(in_use().sections), section.title))


def files_of(draft: Draft, asked: Asked) -> tuple[Line, ...]:
    """List the files that came with an answer."""
    return tuple(
        Line(text=texts.file_line(count, form_texts.shortened(file.name, _NAME_SHOWN), file.size))
        for count, file in enumerate(draft.files(asked.path), 1)
    )


def answer_of(draft: Draft, asked: Asked, limit: int | None = None) -> tuple[Line, ...]:
    """Show the answer to a question (at most ``limit`` characters) and its files, or that there is none."""
    listed = files_of(draft, asked)
    if listed and draft.values.get(asked.path) is None:
        return listed
    shown = completion.shown(asked, draft.values)
    return (Line(text=shown if limit is None else form_texts.shortened(shown, limit)), *listed)


def filled(*rows: tuple[Button, ...]) -> Rows:
    """Leave out the rows that have no button."""
    return tuple(row for row in rows if row)


PAGE = 4000
"""Characters on a page: under Telegram's 4,096, with room for a sentence above the first one."""

Lines = tuple[Line, ...]


def pack(blocks: tuple[Lines, ...]) -> tuple[Lines, ...]:
    """Put blocks on pages with an empty line between them; a block that is too long for a page is cut."""
    pages: list[Lines] = []
    for block in (piece for whole in blocks for piece in _pieces(whole)):
        if pages and _length(pages[-1]) + _length(block) + 2 <= PAGE:
            pages[-1] = (*pages[-1], Line(text=""), *block)
        else:
            pages.append(block)
    return tuple(pages)


def _length(lines: Lines) -> int:
    return sum(len(line.text) + 1 for line in lines)


def _pieces(block: Lines) -> Iterator[Lines]:
    """Cut a block within its longest line, or in two; later pieces of a line repeat the title above it."""
    if _length(block) <= PAGE:
        yield block
        return
    longest = max(range(len(block)), key=lambda n: len(block[n].text))
    if _length(block) - len(block[longest].text) > PAGE // 2:
        yield from (*_pieces(block[: len(block) // 2]), *_pieces(block[len(block) // 2 :]))
        return
    before, after = block[:longest], block[longest + 1 :]
    continued = (Line(text=texts.continued(before[-1].text), style="bold"),) if before else ()
    room = PAGE - max(_length(before), _length(continued)) - _length(after) - 1
    first, *rest = cut_well(block[longest].text, room)
    pieces = [(*before, _beginning(block[longest], first)), *((*continued, Line(text=text)) for text in rest)]
    yield from pieces[:-1]
    yield (*pieces[-1], *after)


def _beginning(line: Line, text: str) -> Line:
    """Give the first piece of a line: a sentence names somebody before the long words that it gives."""
    if line.named is None:
        return Line(text=text)
    without = line.named.without.removesuffix(line.text[len(text) :])
    return Line(text=text, named=line.named.model_copy(update={"without": without}))


def cut_well(text: str, limit: int) -> Iterator[str]:
    """Cut a text into pieces of at most ``limit`` characters: between paragraphs, lines, sentences or words."""
    while len(text) > limit:
        end = max(_cut_at(text, limit), 1)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    yield text


def _cut_at(text: str, limit: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, limit // 2, limit)
        if found > 0:
            return found + len(mark)
    return limit
