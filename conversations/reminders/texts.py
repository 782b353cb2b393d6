"""Every sentence of reminders, of notices before a deletion, and of the list of drafts."""

from datetime import date, datetime

from conversations.fields.times import day, on

DRAFTS = "Your practices"

DRAFTS_HINT = "Choose a practice to go on with."

NO_DRAFTS = "You have no practice yet. Press New practice to start one."


def delete(number: int) -> str:
    """Label the button that deletes a draft."""
    return f"Delete {number}"


TOMORROW, IN_A_WEEK, NEVER = "Tomorrow", "In a week", "Never"

KEEP = "Keep"

GO_ON = "Go on"

PICK_A_DAY = "I write once, at 10:00 Brussels time."

NO_REMINDER = "I will not remind you."

NOTHING_TO_RESUME = "You have nothing unfinished to be reminded of."

ALL_ANSWERED = "Everything is answered: read it through and submit it."

COORDINATORS_WAIT = "The coordinators have asked you for changes."


def when_to_remind(title: str) -> str:
    """Ask when to remind of a draft."""
    return f"When shall I remind you of “{title}”?"


def at_ten(of: date, now: datetime) -> str:
    """Write a day with the hour of reminders."""
    return f"{on(day(of, now))}, at 10:00 Brussels time"


def will_remind(of: date, now: datetime) -> str:
    """Confirm a reminder."""
    return f"I will write to you {at_ten(of, now)}."


def so_far(of: date, now: datetime) -> str:
    """Say when the reminder that is set goes out."""
    return f"I plan to write {at_ten(of, now)}."


def reminder(title: str, standing: str) -> str:
    """Remind of a draft, as was asked."""
    return f"You asked me to remind you of “{title}”. {standing}"


def next_up(progress: str, section: int, title: str) -> str:
    """Say how far a draft is and which section is next."""
    return f"{progress}; next is section {section}, {title}."


def notice(title: str, until: date, now: datetime) -> str:
    """Announce the deletion of a draft."""
    when = on(day(until, now))
    return (
        f"You have not changed “{title}” for a long time. It will be deleted {when}, with its answers and files. "
        f"Press {KEEP} to keep it, or {GO_ON} to continue."
    )


def kept(title: str) -> str:
    """Say that a draft is kept."""
    return f"“{title}” is kept. The time starts again today."


def kept_anyway(title: str) -> str:
    """Say that a submission is not deleted."""
    return f"“{title}” has been submitted, so it is kept anyway."


def deleted(title: str, days: int) -> str:
    """Tell the owner that a draft has been deleted."""
    return f"“{title}” has been deleted with its answers and files, because it was not changed for {days} days."
