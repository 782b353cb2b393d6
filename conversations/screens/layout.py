"""What screens are made of: lines, buttons, and rows of buttons that fit a phone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from conversations import form, wording
from conversations.asked import Asked
from conversations.conversation import Draft
from conversations.messages import Button, Line, Press
from conversations.questions import Section
from conversations.talk import Talk
from conversations.template import in_use

Rows = tuple[tuple[Button, ...], ...]

_NAME_SHOWN = 60
"""How much of a file's name a list shows, in characters."""

SHORT_LABEL = 16
"""Labels up to this many characters stand two in a row."""


@dataclass(frozen=True)
class Screen:
    """What a place shows: one or more messages, the last with ``rows``.

    ``under`` are the buttons of earlier messages, by the number of the message from 0; ``above`` stands over the first,
    apart from it. ``holds`` are the authors of what a coordinator reads; ``hidden`` are buttons that are not shown and
    good all the same.
    """

    pages: tuple[tuple[Line, ...], ...]
    rows: Rows
    under: Mapping[int, Rows] = field(default_factory=dict)
    above: tuple[Line, ...] = ()
    holds: tuple[int, ...] = ()
    hidden: tuple[Button, ...] = ()

    @property
    def presses(self) -> dict[Press, str]:
        """The presses that the buttons make, with their labels."""
        every = (*chain.from_iterable(self.under.values()), *self.rows, self.hidden)
        return {button.press: button.label for row in every for button in row}


def button(talk: Talk, label: str, action: str, about: str = "", index: int | None = None) -> Button:
    """Make a button for what is shown now."""
    conversation = talk.conversation
    press = Press(draft=conversation.hand or 0, revision=conversation.revision, about=about, action=action, index=index)
    return Button(label=label, press=press)


def in_rows(buttons: Iterable[Button]) -> Rows:
    """Put two neighbours with short labels side by side, every other button in a row of its own."""
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
    """Say which section this is."""
    return Line(text=wording.heading(in_use().number(section), len(in_use().sections), section.title))


def files_of(draft: Draft, asked: Asked) -> tuple[Line, ...]:
    """List the files that came with an answer."""
    return tuple(
        Line(text=wording.file_line(count, wording.shortened(file.name, _NAME_SHOWN), file.size))
        for count, file in enumerate(draft.files(asked.path), 1)
    )


def answer_of(draft: Draft, asked: Asked, limit: int | None = None) -> tuple[Line, ...]:
    """Show the answer to a question, its words (``limit`` characters of them) and its files, or that there is none."""
    listed = files_of(draft, asked)
    if listed and draft.values.get(asked.path) is None:
        return listed
    shown = form.shown(asked, draft.values)
    return (Line(text=shown if limit is None else wording.shortened(shown, limit)), *listed)


def filled(*rows: tuple[Button, ...]) -> Rows:
    """Leave out the rows that have no button."""
    return tuple(row for row in rows if row)
