"""Reminders, notices before a draft is deleted, and the list of drafts to go on with."""

from datetime import datetime, timedelta
from typing import assert_never

from conversations.dialogue import practice
from conversations.dialogue import texts as words
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Draft, Reminder
from conversations.dialogue.inputs import Expired, Neglected, Passed, Press, TimeCame
from conversations.dialogue.layout import Screen, button
from conversations.dialogue.registry import Action
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.state import Overview, Timing
from conversations.fields.times import day_of
from conversations.filling import flow, navigation, undo
from conversations.filling import texts as filling_texts
from conversations.filling.actions import by_number
from conversations.filling.review_texts import STATUSES
from conversations.form import completion
from conversations.form.template import in_use
from conversations.languages import in_language
from conversations.papers import arriving
from conversations.reminders import texts
from conversations.reminders.retention import morning_of

RESUMABLE = ("draft", "changes_requested")
"""The statuses in which a practice waits for its author."""

CHOICES = {texts.TOMORROW: 1, texts.IN_A_WEEK: 7, texts.NEVER: 0}
"""Days until the reminder, by label; 0 cancels it."""

FARTHEST = timedelta(days=max(CHOICES.values()) + 1)
"""The longest time until a reminder; a longer one means that the clock was wrong when it was set."""


def next_moment(conversation: Conversation) -> datetime | None:
    """Return when a conversation next has something to do by itself: remind, or forget a draft or a Word form."""
    reminder = conversation.reminder
    times = (undo.until(conversation), arriving.until(conversation), reminder.at if reminder else None)
    return min((time for time in times if time is not None), default=None)


def is_due(reminder: Reminder, now: datetime) -> bool:
    """Return whether to remind the person now."""
    return reminder.at <= now or reminder.at > now + FARTHEST


def to_resume(conversation: Conversation) -> Draft | None:
    """Find the practice to go on with: the current one, else the one changed last."""
    waiting = [draft for draft in conversation.drafts if draft.status in RESUMABLE]
    return max(waiting, key=lambda draft: (draft.number == conversation.hand, draft.updated_at), default=None)


def ask(context: Context, _: Press) -> None:
    """Ask when to remind the person."""
    state = context.state
    context.go(Timing(return_to=state.return_to if isinstance(state, Overview) else None))


def choose(context: Context, press: Press) -> None:
    """Set or cancel the reminder, and go back."""
    days = tuple(CHOICES.values())[(press.index or 0) - 1]
    draft = to_resume(context.conversation)
    if not days or draft is None:
        context.remind(None)
        context.say(texts.NO_REMINDER)
    else:
        day = day_of(context.now) + timedelta(days=days)
        context.remind(Reminder(draft=draft.number, at=morning_of(day)))
        context.say(texts.will_remind(day, context.now))
    context.go(navigation.underlying(context.state))


def resume(context: Context, press: Press) -> None:
    """Go on with a draft where it was left; from the overview, at the next open question."""
    navigation.hold(context, press.draft)
    if context.draft.status == "draft":
        context.keep(context.draft)  # counts as a change: the time until its deletion starts again
        if isinstance(context.state, Overview):
            flow.resume(context)


def stay(context: Context, press: Press) -> None:
    """Keep a draft whose deletion was announced. The person's state stays."""
    draft = context.numbered(press.draft)
    if draft.status == "draft":
        context.keep(draft)
        context.say(texts.kept(practice.title(draft)))
    else:
        context.say(texts.kept_anyway(practice.title(draft)))


def passed(context: Context, given: Passed) -> tuple[Reply, ...]:
    """Carry out what is due and return the messages about it; none if it does not apply any more."""
    match given:
        case Neglected():
            return _neglected(context, given)
        case Expired():
            return _expired(context, given)
        case TimeCame():
            return _reminded(context)
        case _:
            assert_never(given)


def _neglected(context: Context, given: Neglected) -> tuple[Reply, ...]:
    draft = _open_draft(context, given.draft)
    if draft is None:
        return ()
    notice = texts.notice(practice.title(draft), day_of(given.until), context.now)
    return (_message(notice, (texts.KEEP, "stay"), (texts.GO_ON, "resume"), number=draft.number),)


def _expired(context: Context, given: Expired) -> tuple[Reply, ...]:
    draft = _open_draft(context, given.draft)
    if draft is None:
        return ()
    navigation.delete(context, draft.number)
    undo.expire(context)
    return (_message(texts.deleted(practice.title(draft), given.days)),)


def _reminded(context: Context) -> tuple[Reply, ...]:
    """Forget deleted drafts, and remind of one, unless it is submitted or deleted, or was changed today."""
    undo.expire(context)
    arriving.expire(context)
    reminder = context.conversation.reminder
    if reminder is None or not is_due(reminder, context.now):
        return ()
    context.remind(None)
    draft = _found(context, reminder.draft)
    if draft is None or draft.status not in RESUMABLE or day_of(draft.updated_at) == day_of(context.now):
        return ()
    told = texts.reminder(practice.title(draft), _next_step(context, draft))
    return (_message(told, (texts.GO_ON, "resume"), number=draft.number),)


def _next_step(context: Context, draft: Draft) -> str:
    if draft.status != "draft":
        return texts.COORDINATORS_WAIT
    following = completion.first_open(draft.values)
    if following is None:
        return texts.ALL_ANSWERED
    done = words.progress(practice.finished(draft, context.today), len(in_use().sections))
    return texts.next_up(done, in_use().number(following.section), in_language(following.section.title))


def _found(context: Context, wanted: int) -> Draft | None:
    return next((draft for draft in context.conversation.drafts if draft.number == wanted), None)


def _open_draft(context: Context, wanted: int) -> Draft | None:
    draft = _found(context, wanted)
    return draft if draft is not None and draft.status == "draft" else None


def _message(text: str, *buttons: tuple[str, str], number: int = 0) -> Reply:
    # Buttons without a keyboard version work at any time.
    row = tuple(
        Button(label=label, press=Press(draft=number, keyboard_version=0, about="", action=action))
        for label, action in buttons
    )
    return Reply(lines=(Line(text=text),), rows=(row,) if row else ())


def timing(context: Context) -> Screen:
    """Ask when to remind the person, and show the reminder that is set."""
    draft, reminder = to_resume(context.conversation), context.conversation.reminder
    title = texts.when_to_remind(practice.title(draft)) if draft else texts.NOTHING_TO_RESUME
    lines = (
        Line(text=title, style="bold"),
        *((Line(text=texts.so_far(day_of(reminder.at), context.now)),) if reminder else ()),
        Line(text=texts.PICK_A_DAY, style="italic"),
    )
    choices = tuple(button(context, label, "remind", index=n) for n, label in enumerate(CHOICES, 1))
    return Screen(pages=(lines,), rows=(choices, (button(context, filling_texts.BACK, "back"),)))


def choosing(context: Context) -> Screen:
    """List the practices with their progress or status."""
    drafts = context.conversation.drafts
    lines = (
        Line(text=texts.DRAFTS, style="bold"),
        *(Line(text=f"{draft.number}. {practice.title(draft)}: {_status(context, draft)}") for draft in drafts),
        Line(text=""),
        Line(text=texts.DRAFTS_HINT if drafts else texts.NO_DRAFTS, style="italic"),
    )
    chosen = tuple(_row(context, draft) for draft in drafts)
    remind = (button(context, filling_texts.REMIND_ME, "timing"),) if to_resume(context.conversation) else ()
    return Screen(pages=(lines,), rows=(*chosen, (button(context, filling_texts.NEW_PRACTICE, "new"), *remind)))


def _row(context: Context, draft: Draft) -> tuple[Button, ...]:
    """Return the button that opens a practice and, if it was never submitted, the one that deletes it."""
    take_up = button(context, f"{draft.number} · {practice.title(draft)}", "draft", index=draft.number)
    if draft.status != "draft":
        return (take_up,)
    return (take_up, button(context, texts.delete(draft.number), "delete", index=draft.number))


def _status(context: Context, draft: Draft) -> str:
    if draft.status == "draft":
        return words.progress(practice.finished(draft, context.today), len(in_use().sections))
    return f"{draft.reference}, {STATUSES[draft.status]}"


ACTIONS = (
    Action("timing", ask),
    Action("remind", choose, typed_as=by_number),
    Action("resume", resume, standing=True),
    Action("stay", stay, standing=True, before_consent=True),  # to keep a draft is not to go on with it
)
