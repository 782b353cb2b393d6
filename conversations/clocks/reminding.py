"""Coming back: a reminder where the person asked for one, and the buttons that lead on from what the bot says first."""

from datetime import datetime, timedelta

from conversations import drafts, moving, progress, undoing
from conversations.clocks import wording
from conversations.clocks.hours import day_of, morning_of
from conversations.conversation import Conversation, Draft, Reminder
from conversations.messages import Press
from conversations.place import Overview, Timing
from conversations.talk import Talk

RESUMABLE = ("draft", "changes_requested")
"""What waits for its author."""

CHOICES = {wording.TOMORROW: 1, wording.IN_A_WEEK: 7, wording.NEVER: 0}
"""After how many days, by label; ``Never`` takes the reminder away."""

FARTHEST = timedelta(days=max(CHOICES.values()) + 1)
"""No reminder is farther away, unless the clock was wrong when it was chosen."""


def next_moment(conversation: Conversation) -> datetime | None:
    """Say when time next does something in a conversation: it reminds the person, or lets go of a deleted draft."""
    reminder = conversation.reminder
    moments = (undoing.until(conversation), reminder.at if reminder else None)
    return min((moment for moment in moments if moment is not None), default=None)


def is_due(reminder: Reminder, now: datetime) -> bool:
    """Say whether to remind somebody now."""
    return reminder.at <= now or reminder.at > now + FARTHEST


def to_resume(conversation: Conversation) -> Draft | None:
    """Find what somebody would go on with: the draft in hand, or the one that was touched last."""
    waiting = [draft for draft in conversation.drafts if draft.status in RESUMABLE]
    return max(waiting, key=lambda draft: (draft.number == conversation.hand, draft.updated_at), default=None)


def ask(talk: Talk, _: Press) -> None:
    """Ask when to remind the person."""
    place = talk.place
    talk.go(Timing(then=place.then if isinstance(place, Overview) else None))


def choose(talk: Talk, press: Press) -> None:
    """Take the choice, and go back to where the question came from."""
    days = tuple(CHOICES.values())[(press.index or 0) - 1]
    draft = to_resume(talk.conversation)
    if not days or draft is None:
        talk.remind(None)
        talk.say(wording.NO_REMINDER)
    else:
        day = day_of(talk.now) + timedelta(days=days)
        talk.remind(Reminder(draft=draft.number, at=morning_of(day)))
        talk.say(wording.will_remind(day, talk.now))
    talk.go(drafts.underlying(talk.place))


def resume(talk: Talk, press: Press) -> None:
    """Take a draft up where it was left, which counts as touching it; from the overview, at the next open question."""
    drafts.hold(talk, press.draft)
    if talk.draft.status == "draft":
        talk.keep(talk.draft)
        if isinstance(talk.place, Overview):
            moving.resume(talk)


def stay(talk: Talk, press: Press) -> None:
    """Keep a draft whose deletion was announced; the person stays where they are."""
    draft = talk.numbered(press.draft)
    if draft.status == "draft":
        talk.keep(draft)
        talk.say(wording.kept(progress.title(draft)))
    else:
        talk.say(wording.kept_anyway(progress.title(draft)))
