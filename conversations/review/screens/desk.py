"""The page that lies open at the desk, drawn anew each time from the collection as it is."""

from dataclasses import replace
from typing import assert_never

from conversations.messages import Line
from conversations.place import AtDesk
from conversations.review.desk import Dossier
from conversations.review.pages import (
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Narrowing,
    Notifying,
    Page,
    Queue,
    Reading,
    Whole,
)
from conversations.review.screens import card, changes, deciding, queue, reading
from conversations.review.screens.buttons import desk_button
from conversations.review.wording import at_desk
from conversations.screens.layout import Screen
from conversations.talk import Talk


def draw(talk: Talk, place: AtDesk) -> Screen:
    """Draw the desk."""
    page = place.page
    match page:
        case Queue():
            return queue.queue(talk, place.wanted)
        case Narrowing():
            return queue.narrowing(talk, page, place.wanted)
        case Notifying():
            return queue.notifying(talk)
        case _:
            return _about_dossier(talk, page)


def _about_dossier(talk: Talk, page: Page) -> Screen:
    """Draw a page about one dossier; one that is no more leads back to the queue."""
    dossier = talk.dossier(page.dossier) if not isinstance(page, Queue | Narrowing | Notifying) else None
    if dossier is None or isinstance(page, Queue | Narrowing | Notifying):
        rows = ((desk_button(talk, at_desk.QUEUE, "queue"),),)
        return Screen(pages=((Line(text=at_desk.NO_DOSSIER),),), rows=rows)
    return replace(_page_of(talk, dossier, page), holds=(dossier.author,))


def _page_of(  # noqa: PLR0911 - one for each page
    talk: Talk, dossier: Dossier, page: Card | Reading | Whole | Changes | Commenting | Declining | Confirming
) -> Screen:
    match page:
        case Card():
            return card.card(talk, dossier)
        case Reading():
            return reading.reading(talk, dossier, page)
        case Whole():
            return reading.whole(talk, dossier)
        case Changes():
            return changes.changes(talk, dossier)
        case Commenting():
            return deciding.commenting(talk, dossier, page)
        case Declining():
            return deciding.declining(talk, dossier)
        case Confirming():
            return deciding.confirming(talk, dossier, page)
        case _:
            assert_never(page)
