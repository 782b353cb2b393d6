"""Between the pages of the office: opened, and left for the page that each was opened from."""

from conversations import drafts
from conversations.admin.pages import Audit, Changing, Inviting, OnePerson, Page, People
from conversations.place import AtDesk, AtOffice
from conversations.review import queueing
from conversations.review.pages import Queue
from conversations.talk import Talk


def go(talk: Talk, page: Page) -> None:
    """Open a page; who comes from a practice of their own finds it again where they left it."""
    if not isinstance(talk.place, AtDesk | AtOffice):
        drafts.put_down(talk)
    talk.go(AtOffice(page=page))


def up(talk: Talk, page: Page) -> None:
    """Go to the page that this one was opened from; from the first ones to the desk."""
    match page:
        case Changing(user=user):
            go(talk, OnePerson(user=user))
        case OnePerson() | Inviting() | Audit():
            go(talk, People())
        case _:
            queueing.go(talk, Queue())
