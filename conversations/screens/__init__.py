"""What each place shows: its lines and its buttons, computed anew each time."""

from dataclasses import replace
from typing import assert_never

from conversations import undoing, wording
from conversations.admin.screens import office
from conversations.consent import asking
from conversations.forgetting.screen import forgetting
from conversations.messages import Line, Reply
from conversations.place import (
    Asking,
    AtDesk,
    AtOffice,
    Choosing,
    Collecting,
    Forgetting,
    New,
    Opened,
    Overview,
    Repeating,
    Replying,
    Revising,
    Submitted,
    Summary,
    Timing,
    Withdrawing,
)
from conversations.review.screens import desk
from conversations.screens import (
    choosing,
    consenting,
    question,
    questions,
    revising,
    section,
    submitted,
    summary,
    timing,
)
from conversations.screens.layout import Screen, button
from conversations.screens.paging import pack
from conversations.talk import Talk

__all__ = ["Screen", "screen", "show"]

MESSAGE = 4096
"""The most characters that Telegram takes in one message (Bot API, sendMessage)."""


def screen(talk: Talk) -> Screen:
    """Draw the place the person is at, or what asks for the yes before it; with the way to take a change back."""
    if asking.wanted(talk):
        return consenting.consenting(talk)
    drawn, undo = _drawn(talk), undoing.offered(talk)
    if undo is None:
        return drawn
    return replace(drawn, rows=(*drawn.rows, (button(talk, wording.UNDO, "undo", index=undo.number),)))


def _drawn(talk: Talk) -> Screen:  # noqa: C901, PLR0911, PLR0912 - one for each place
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
            return section.overview(talk, place)
        case Timing():
            return timing.timing(talk)
        case Summary():
            return summary.summary(talk)
        case Submitted():
            return submitted.submitted(talk)
        case Revising():
            return revising.revising(talk)
        case Replying():
            return revising.replying(talk, place)
        case Withdrawing():
            return revising.withdrawing(talk)
        case AtDesk():
            return desk.draw(talk, place)
        case AtOffice():
            return office.draw(talk, place)
        case Forgetting():
            return forgetting(talk)
        case Choosing() | New():
            return choosing.choosing(talk)
        case _:
            assert_never(place)


def show(talk: Talk) -> tuple[Reply, ...]:
    """Show what the person has asked to read, and then the place."""
    text = _READ[talk.reads](talk) if talk.reads else ()
    return text if talk.silent else (*text, *_place(talk))


_READ = {"privacy": consenting.whole_text, "questions": questions.all_questions}


def _place(talk: Talk) -> tuple[Reply, ...]:
    """Show the place in one message or, where it is long, several, with what has been said above it."""
    drawn = screen(talk)
    said = tuple(each if isinstance(each, Line) else Line(text=each) for each in talk.said)
    said = (*said, *((Line(text=""),) if said and drawn.above else ()), *drawn.above)
    above = _with_said(said, drawn.pages[0]) if said else [drawn.pages[0]]
    rows = {n + len(above) - 1: under for n, under in drawn.under.items()}
    *first, last = (*above, *drawn.pages[1:])
    return (
        *(Reply(lines=lines, rows=rows.get(n, ()), holds=drawn.holds) for n, lines in enumerate(first)),
        Reply(lines=last, rows=drawn.rows, redraws=None if first else talk.redraws, holds=drawn.holds),
    )


def _with_said(said: tuple[Line, ...], page: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Put what has been said above a page, or on pages of its own where both together are too long."""
    together = (*said, Line(text=""), *page)
    if sum(len(line.text) + 1 for line in together) <= MESSAGE:
        return [together]
    return [*pack(tuple((line,) for line in said)), page]
