"""What each place shows: its lines and its buttons, computed anew each time."""

from collections.abc import Sequence
from typing import assert_never

from conversations.messages import Line, Reply
from conversations.place import Asking, Choosing, Collecting, New, Opened, Overview, Repeating, Submitted, Summary
from conversations.screens import choosing, question, section, submitted, summary
from conversations.screens.layout import Screen
from conversations.talk import Talk

__all__ = ["Screen", "screen", "show"]

MESSAGE = 4096
"""The most characters that Telegram takes in one message (Bot API, sendMessage)."""


def screen(talk: Talk) -> Screen:  # noqa: PLR0911 - one for each place
    """Draw the place the person is at."""
    place = talk.place
    match place:
        case Asking():
            return question.asking(talk, place)
        case Collecting():
            return question.collecting(talk, place)
        case Repeating():
            return section.repeating(talk, place)
        case Opened():
            return section.opened(talk, place)
        case Overview():
            return section.overview(talk)
        case Summary():
            return summary.summary(talk)
        case Submitted():
            return submitted.submitted(talk)
        case Choosing() | New():
            return choosing.choosing(talk)
        case _:
            assert_never(place)


def show(talk: Talk) -> tuple[Reply, ...]:
    """Show the place in one message or, where it is long, several, with what has been said above it."""
    drawn = screen(talk)
    pages = list(drawn.pages)
    if talk.said:
        pages[:1] = _with_said(talk.said, pages[0])
    *first, last = pages
    return (*(Reply(lines=lines) for lines in first), Reply(lines=last, rows=drawn.rows, redraws=talk.redraws))


def _with_said(said: Sequence[str], page: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Put what has been said above a page, or on one of its own where both together are too long."""
    above = tuple(Line(text=sentence) for sentence in said)
    together = (*above, Line(text=""), *page)
    return [together] if sum(len(line.text) + 1 for line in together) <= MESSAGE else [above, page]
