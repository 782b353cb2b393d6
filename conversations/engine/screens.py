"""What each state shows; it is computed from the conversation each time."""

from dataclasses import replace
from typing import assert_never

from conversations.admin import pages as admin_pages
from conversations.dialogue.context import Context
from conversations.dialogue.layout import Screen, button, pack
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.state import (
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
    State,
    Submitted,
    Summary,
    Timing,
    Withdrawing,
)
from conversations.filling import question_screen, request, section_screens, texts
from conversations.filling import undo as filling_undo
from conversations.filling.role_texts import CONTACTS_CLOSED
from conversations.privacy import consent
from conversations.privacy.erasure_screen import forgetting
from conversations.reminders import reminding
from conversations.review import pages

MESSAGE = 4096
"""The most characters that Telegram takes in one message (Bot API, sendMessage)."""


def screen(context: Context) -> Screen:
    """Draw the current state, or the request to agree; with an Undo or Redo button where that is possible."""
    if consent.wanted(context):
        return consent.consenting(context)
    drawn, undo = _drawn(context), filling_undo.offered(context)
    if undo is None:
        return drawn
    label = texts.REDO if undo.redo else texts.UNDO
    return replace(drawn, rows=(*drawn.rows, (button(context, label, "undo", index=undo.number),)))


def _drawn(context: Context) -> Screen:  # noqa: C901, PLR0911, PLR0912 - one for each state
    state = context.state
    match state:
        case Asking():
            return question_screen.asking(context, state)
        case Collecting():
            return question_screen.collecting(context, state)
        case Repeating():
            return section_screens.repeating(context, state)
        case Opened():
            return section_screens.opened(context, state)
        case Overview():
            return section_screens.overview(context, state)
        case Timing():
            return reminding.timing(context)
        case Summary():
            return section_screens.summary(context)
        case Submitted():
            return section_screens.submitted(context)
        case Revising():
            return request.revising(context)
        case Replying():
            return request.replying(context, state)
        case Withdrawing():
            return request.withdrawing(context)
        case AtDesk():
            return pages.draw(context, state)
        case AtOffice():
            return admin_pages.draw(context, state)
        case Forgetting():
            return forgetting(context)
        case Choosing() | New():
            return reminding.choosing(context)
        case _:
            assert_never(state)


def show(context: Context, before: State) -> tuple[Reply, ...]:
    """Show the text that the person has asked to read, and then the state.

    Where the state ``before`` had a keyboard in place of the phone's, remove that first, in a message of its own:
    Telegram takes either the removal or buttons with a message.
    """
    closed = (_closed(),) if admin_pages.asks_contact(before) and not admin_pages.asks_contact(context.state) else ()
    text = _READ[context.reads](context) if context.reads else ()
    return (*closed, *text, *(() if context.silent else _state(context)))


def _closed() -> Reply:
    return Reply(lines=(Line(text=CONTACTS_CLOSED),), keyboard="removed")


_READ = {"privacy": consent.whole_text, "questions": consent.all_questions}


def _state(context: Context) -> tuple[Reply, ...]:
    """Show the state in one or several messages, below what was said."""
    drawn = screen(context)
    said = tuple(each if isinstance(each, Line) else Line(text=each) for each in context.said)
    said = (*said, *((Line(text=""),) if said and drawn.above else ()), *drawn.above)
    if context.briefly:
        return (Reply(lines=said, rows=drawn.rows),)
    above = _with_said(said, drawn.pages[0]) if said else [drawn.pages[0]]
    rows = {n + len(above) - 1: under for n, under in drawn.under.items()}
    *first, last = (*above, *drawn.pages[1:])
    return (
        *(Reply(lines=lines, rows=rows.get(n, ()), holds=drawn.holds) for n, lines in enumerate(first)),
        Reply(
            lines=last,
            rows=drawn.rows,
            redraws=None if first else context.redraws,
            holds=drawn.holds,
            keyboard=drawn.keyboard,
        ),
    )


def _with_said(said: tuple[Line, ...], page: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Put what was said above a page, or on pages of its own if both together are too long."""
    together = (*said, Line(text=""), *page)
    if sum(len(line.text) + 1 for line in together) <= MESSAGE:
        return [together]
    return [*pack(tuple((line,) for line in said)), page]
