"""All that coordinators read in the queue, at its filters, and about how often they hear of news."""

from conversations.dialogue.model import Every
from conversations.dialogue.pages import Shelf
from conversations.dialogue.repositories import MOST_COUNTED
from conversations.fields.country_names import choice_in_language
from conversations.languages import _

# Buttons and titles of the queue

QUEUES: dict[Shelf, str] = {
    "waiting": _("Waiting for review"),
    "changes_requested": _("Waiting for their authors"),
    "approved": _("Approved"),
    "declined": _("Declined"),
    "withdrawn": _("Withdrawn"),
    "draft": _("Drafts in progress"),
}

ALL = _("All")
MINE, NOT_MINE = _("Mine"), _("Everybody's")
CLEAR = _("Clear filters")
BY = {"shelf": _("Status"), "theme": _("Theme"), "country": _("Country")}
NARROW_BY = {"shelf": _("Which status?"), "theme": _("Which theme?"), "country": _("Which country?")}

# What the queue and /notify say

QUEUE_EMPTY = _("There is nothing in this list.")
NOTIFY_HINT = _("How often do you want to hear of new submissions and revisions?")

# Buttons of /notify

EVERY: dict[Every, str] = {
    "now": _("At once"),
    "hourly": _("At most once an hour"),
    "daily": _("At most once a day"),
    "off": _("Not at all"),
}


# Titles and filters of the queue


def found(shelf: Shelf, total: int) -> str:
    """Write the title of a queue with its number of submissions."""
    return f"{QUEUES[shelf]}: {figure(total)}"


def tallied(label: str, count: int) -> str:
    """Write the label of a button with the number that it shows."""
    return f"{label} ({figure(count)})"


def figure(count: int) -> str:
    """Write a number, as far as it is counted."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)


def nothing_fits() -> str:
    """Say that the filters of the queue fit nothing."""
    return _("Nothing fits these filters. Press {clear} to see the whole list.").format(clear=CLEAR)


def nobody_waits(theme: str | None, country: str | None) -> str:
    """Say that no submission of others waits that nobody has claimed."""
    if theme or country:
        reason = _("Every submission that fits has a coordinator, or is your own.")
        return f"{narrowed(theme, country, mine=False)}. {reason}"
    return str(_("Every waiting submission has a coordinator, or is your own."))


def narrowed(theme: str | None, country: str | None, *, mine: bool) -> str:
    """List the filters of the queue."""
    parts = [
        *([_("theme {theme}").format(theme=choice_in_language(theme))] if theme else []),
        *([_("country {country}").format(country=choice_in_language(country))] if country else []),
        *([str(_("mine"))] if mine else []),
    ]
    return _("Filters: {filters}").format(filters=", ".join(parts))


_NOTIFIED: dict[Every, str] = {
    "now": _("Saved: at once."),
    "hourly": _("Saved: at most once an hour."),
    "daily": _("Saved: at most once a day."),
    "off": _("Saved: not at all."),
}


def notified(every: Every) -> str:
    """Confirm how often the coordinator hears of news."""
    return str(_NOTIFIED[every])
