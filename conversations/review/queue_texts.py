"""All that coordinators read in the queue, at its filters, and about how often they hear of news."""

from conversations.dialogue.model import Every
from conversations.dialogue.pages import Shelf
from conversations.dialogue.repositories import MOST_COUNTED

QUEUES: dict[Shelf, str] = {
    "waiting": "Waiting for review",
    "changes_requested": "Waiting for their authors",
    "approved": "Approved",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
    "draft": "Drafts in progress",
}

ALL = "All"
MINE, NOT_MINE = "Mine", "Everybody's"
CLEAR = "Clear filters"
BY = {"shelf": "Status", "theme": "Theme", "country": "Country"}
NARROW_BY = {"shelf": "Which status?", "theme": "Which theme?", "country": "Which country?"}
QUEUE_EMPTY = "There is nothing in this list."
NOTHING_FITS = f"Nothing fits these filters. Press {CLEAR} to see the whole list."
NOTIFY_HINT = "How often do you want to hear of new submissions and revisions?"

EVERY: dict[Every, str] = {
    "now": "At once",
    "hourly": "At most once an hour",
    "daily": "At most once a day",
    "off": "Not at all",
}


def found(shelf: Shelf, total: int) -> str:
    """Write the title of a queue with its number of submissions."""
    return f"{QUEUES[shelf]}: {figure(total)}"


def tallied(label: str, count: int) -> str:
    """Write the label of a button with the number that it shows."""
    return f"{label} ({figure(count)})"


def figure(count: int) -> str:
    """Write a number, as far as it is counted."""
    return f"{MOST_COUNTED}+" if count > MOST_COUNTED else str(count)


def nobody_waits(theme: str | None, country: str | None) -> str:
    """Say that no submission of others waits that nobody has claimed."""
    if theme or country:
        return f"{narrowed(theme, country, mine=False)}. Every submission that fits has a coordinator, or is your own."
    return "Every waiting submission has a coordinator, or is your own."


def narrowed(theme: str | None, country: str | None, *, mine: bool) -> str:
    """List the filters of the queue."""
    parts = [*([f"theme {theme}"] if theme else []), *([f"country {country}"] if country else [])]
    return f"Filters: {', '.join([*parts, *(['mine'] if mine else [])])}"


def notified(every: Every) -> str:
    """Confirm how often the coordinator hears of news."""
    return f"Saved: {EVERY[every].lower()}."
