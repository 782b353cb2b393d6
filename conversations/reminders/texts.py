"""Every sentence of reminders, of notices before a deletion, and of the list of drafts."""

from datetime import date, datetime

from conversations.fields.times import day, on
from conversations.languages import _, ngettext

# The list of practices

DRAFTS = _("Your practices")

DRAFTS_HINT = _("Choose a practice to go on with.")

NO_DRAFTS = _("You have no practice yet. Press New practice to start one.")

# Buttons of the list of practices, of reminders, and of the notice before a deletion


def delete(number: int) -> str:
    """Label the button that deletes the practice of that number."""
    return _("Delete {number}").format(number=number)


TOMORROW, IN_A_WEEK, NEVER = _("Tomorrow"), _("In a week"), _("Never")

KEEP = _("Keep")

GO_ON = _("Go on")

# Reminders and notices

PICK_A_DAY = _("I write once, at 10:00 Brussels time.")

NO_REMINDER = _("I will not remind you.")

NOTHING_TO_RESUME = _("You have nothing unfinished to be reminded of.")

ALL_ANSWERED = _("Everything is answered: read it through and submit it.")

COORDINATORS_WAIT = _("The coordinators have asked you for changes.")


def when_to_remind(title: str) -> str:
    """Ask when to remind of a draft."""
    return _("When shall I remind you of “{title}”?").format(title=title)


def at_ten(of: date, now: datetime) -> str:
    """Write a day with the hour of reminders."""
    return _("{day}, at 10:00 Brussels time").format(day=on(day(of, now)))


def will_remind(of: date, now: datetime) -> str:
    """Confirm a reminder."""
    return _("I will write to you {when}.").format(when=at_ten(of, now))


def so_far(of: date, now: datetime) -> str:
    """Say when the reminder that is set goes out."""
    return _("I plan to write {when}.").format(when=at_ten(of, now))


def reminder(title: str, standing: str) -> str:
    """Remind of a draft, as was asked."""
    return f"{_('You asked me to remind you of “{title}”.').format(title=title)} {standing}"


def next_up(progress: str, section: int, title: str) -> str:
    """Say how far a draft is and which section is next."""
    return _("{progress}; next is section {section}, {title}.").format(progress=progress, section=section, title=title)


def notice(title: str, until: date, now: datetime) -> str:
    """Announce the deletion of a draft."""
    return _(
        "You have not changed “{title}” for a long time. It will be deleted {when}, with its answers and files. "
        "Press {keep} to keep it, or {go_on} to continue."
    ).format(title=title, when=on(day(until, now)), keep=KEEP, go_on=GO_ON)


def kept(title: str) -> str:
    """Say that a draft is kept."""
    return _("“{title}” is kept. The time starts again today.").format(title=title)


def kept_anyway(title: str) -> str:
    """Say that a submission is not deleted."""
    return _("“{title}” has been submitted, so it is kept anyway.").format(title=title)


def deleted(title: str, days: int) -> str:
    """Tell the owner that a draft has been deleted."""
    return ngettext(
        "“{title}” has been deleted with its answers and files, because it was not changed for {count} day.",
        "“{title}” has been deleted with its answers and files, because it was not changed for {count} days.",
        days,
    ).format(title=title, count=days)
