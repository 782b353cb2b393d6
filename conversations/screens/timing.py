"""When to be reminded."""

from conversations import progress, wording
from conversations.clocks import wording as clocks
from conversations.clocks.hours import day_of
from conversations.clocks.reminding import CHOICES, to_resume
from conversations.messages import Line
from conversations.screens.layout import Screen, button
from conversations.talk import Talk


def timing(talk: Talk) -> Screen:
    """Ask when, and say what was chosen so far."""
    draft, reminder = to_resume(talk.conversation), talk.conversation.reminder
    title = clocks.when_to_remind(progress.title(draft)) if draft else clocks.NOTHING_TO_RESUME
    lines = (
        Line(text=title, style="bold"),
        *((Line(text=clocks.so_far(day_of(reminder.at), talk.now)),) if reminder else ()),
        Line(text=clocks.PICK_A_DAY, style="italic"),
    )
    choices = tuple(button(talk, label, "remind", index=n) for n, label in enumerate(CHOICES, 1))
    return Screen(pages=(lines,), rows=(choices, (button(talk, wording.BACK, "back"),)))
