"""The page that lies open at the desk, drawn anew each time from the collection as it is."""

from dataclasses import replace
from typing import assert_never

from conversations.dialogue.context import Context
from conversations.dialogue.desk_states import (
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Narrowing,
    Notifying,
    Queue,
    Reading,
    ReviewPage,
    Whole,
)
from conversations.dialogue.layout import Screen
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.state import AtDesk
from conversations.review import card_screen, changes_screen, commenting, deciding, queue, texts
from conversations.review.card_screen import desk_button


def draw(context: Context, state: AtDesk) -> Screen:
    """Draw the desk."""
    page = state.page
    match page:
        case Queue():
            return queue.queue(context, state.wanted)
        case Narrowing():
            return queue.narrowing(context, page, state.wanted)
        case Notifying():
            return queue.notifying(context)
        case _:
            return _about_dossier(context, page)


def _about_dossier(context: Context, page: ReviewPage) -> Screen:
    """Draw a page about one dossier; one that is no more leads back to the queue."""
    submission = context.submission(page.submission) if not isinstance(page, Queue | Narrowing | Notifying) else None
    if submission is None or isinstance(page, Queue | Narrowing | Notifying):
        rows = ((desk_button(context, texts.QUEUE, "queue"),),)
        return Screen(pages=((Line(text=texts.NO_DOSSIER),),), rows=rows)
    return replace(_page_of(context, submission, page), holds=(submission.author,))


def _page_of(  # noqa: PLR0911 - one for each page
    context: Context,
    submission: Submission,
    page: Card | Reading | Whole | Changes | Commenting | Declining | Confirming,
) -> Screen:
    match page:
        case Card():
            return card_screen.card(context, submission)
        case Reading():
            return commenting.reading(context, submission, page)
        case Whole():
            return commenting.whole(context, submission)
        case Changes():
            return changes_screen.changes(context, submission)
        case Commenting():
            return deciding.commenting(context, submission, page)
        case Declining():
            return deciding.declining(context, submission)
        case Confirming():
            return deciding.confirming(context, submission, page)
        case _:
            assert_never(page)
