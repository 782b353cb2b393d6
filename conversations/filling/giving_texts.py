"""Sentences about a practice that belongs to nobody and is given by a link: to its author, and to who made the link."""

from datetime import datetime

from conversations.fields.texts import in_quotes
from conversations.fields.times import moment
from conversations.languages import _, number

# To who opens the link

AGREE_TO_TAKE = _("A practice is waiting for you. Please press I agree first; then it opens.")

HAS_NO_PRACTICE = _("This link does not work any more: its practice has an author already, or was deleted.")

LINK_IS_OVER = {
    "used": _("This link was used already, and it works only once: ask the person who sent it."),
    "withdrawn": _("This link was replaced by a newer one: ask the person who sent it for that one."),
    "expired": _("This link was good for 7 days, and they are over: ask the person who sent it for a new one."),
}
"""Why a link gives no practice, by the state of its invitation."""


def practice_link_works_once(until: datetime, now: datetime) -> str:
    """Say what a link to a practice does, and how long it works."""
    said = _("Whoever opens the link first becomes the author. It works once, until {when}.")
    return said.format(when=moment(until, now))


def letter_with_practice(inviting: str, name: str, link: str, until: datetime, now: datetime) -> tuple[str, ...]:
    """Write to the author of a practice; ``inviting`` is the operator."""
    asks = _("{operator} asks you to take over your practice “{practice}” in this Telegram bot of the RAN Collection.")
    return (
        asks.format(operator=inviting, practice=name),
        str(_("To take it over, open this link and press Start:")),
        link,
        practice_link_works_once(until, now),
    )


def is_yours(name: str, reference: str | None, *, is_draft: bool) -> str:
    """Tell the new author which practice they have got, and what they can do with it."""
    called_so = f"{in_quotes(name)} ({reference})" if reference else in_quotes(name)
    if is_draft:
        return _("{practice} is now your practice. I ask for what is missing.").format(practice=called_so)
    return _("{practice} is now your practice. You can read it here and change its answers.").format(practice=called_so)


def too_many_to_take(count: int) -> str:
    """Say that the person cannot have one more draft, and what to do."""
    return _(
        "You have {count} open drafts, the most that one person can have. Submit or delete one, then open the link "
        "again: it still works."
    ).format(count=number(count))


# To who made the link


def link_made(name: str, until: datetime, now: datetime) -> str:
    """Tell the coordinator what to do with the link to a practice."""
    return _(
        "Forward the message above to the author of “{practice}”. {works_once} I do not show it again. Earlier links "
        "to this practice no longer work."
    ).format(practice=name, works_once=practice_link_works_once(until, now))


def taken(author: str, practice: str, invitation: int) -> str:
    """Tell the person who made a link that it was used; ``author`` is a name with the number of the person."""
    return _("{person} accepted your invitation {number} and is now the author of “{practice}”.").format(
        person=author, number=invitation, practice=practice
    )
