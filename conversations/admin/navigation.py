"""Between the pages of the office: opened, and left for the page that each was opened from."""

from conversations.dialogue.context import Context
from conversations.dialogue.desk_states import AdminPage, Audit, Changing, Inviting, OnePerson, People, Queue
from conversations.dialogue.state import AtDesk, AtOffice
from conversations.filling import navigation
from conversations.review import queue


def go(context: Context, page: AdminPage) -> None:
    """Open a page; who comes from a practice of their own finds it again where they left it."""
    if not isinstance(context.state, AtDesk | AtOffice):
        navigation.put_down(context)
    context.go(AtOffice(page=page))


def up(context: Context, page: AdminPage) -> None:
    """Go to the page that this one was opened from; from the first ones to the desk."""
    match page:
        case Changing(user=user):
            go(context, OnePerson(user=user))
        case OnePerson() | Inviting() | Audit():
            go(context, People())
        case _:
            queue.go(context, Queue())
