"""What follows from time alone: notices, deletions and reminders, each one message, wherever the person is."""

from typing import assert_never

from conversations import drafts, form, progress, undoing
from conversations import wording as words
from conversations.clocks import wording
from conversations.clocks.hours import day_of
from conversations.clocks.reminding import RESUMABLE, is_due
from conversations.conversation import Draft
from conversations.messages import Button, Expired, Line, Neglected, Passed, Press, Reply, TimeCame
from conversations.talk import Talk
from conversations.template import in_use


def passed(talk: Talk, given: Passed) -> tuple[Reply, ...]:
    """Do what time brings and give what is to be said of it; nothing where it is overtaken."""
    match given:
        case Neglected():
            return _neglected(talk, given)
        case Expired():
            return _expired(talk, given)
        case TimeCame():
            return _reminded(talk)
        case _:
            assert_never(given)


def _neglected(talk: Talk, given: Neglected) -> tuple[Reply, ...]:
    draft = _open_draft(talk, given.draft)
    if draft is None:
        return ()
    notice = wording.notice(progress.title(draft), day_of(given.until))
    return (_letter(notice, (wording.KEEP, "stay"), (wording.GO_ON, "resume"), number=draft.number),)


def _expired(talk: Talk, given: Expired) -> tuple[Reply, ...]:
    draft = _open_draft(talk, given.draft)
    if draft is None:
        return ()
    drafts.delete(talk, draft.number)
    undoing.expire(talk)
    return (_letter(wording.deleted(progress.title(draft), given.days)),)


def _reminded(talk: Talk) -> tuple[Reply, ...]:
    """Let go of deleted drafts, and remind of one, unless it is handed in or deleted, or the person is back today."""
    undoing.expire(talk)
    reminder = talk.conversation.reminder
    if reminder is None or not is_due(reminder, talk.now):
        return ()
    talk.remind(None)
    draft = _found(talk, reminder.draft)
    if draft is None or draft.status not in RESUMABLE or day_of(draft.updated_at) == day_of(talk.now):
        return ()
    told = wording.reminder(progress.title(draft), _standing(talk, draft))
    return (_letter(told, (wording.GO_ON, "resume"), number=draft.number),)


def _standing(talk: Talk, draft: Draft) -> str:
    """Say where somebody was."""
    if draft.status != "draft":
        return wording.COORDINATORS_WAIT
    following = form.first_open(draft.values)
    if following is None:
        return wording.ALL_ANSWERED
    done = words.progress(progress.finished(draft, talk.today), len(in_use().sections))
    return wording.next_up(done, in_use().number(following.section), following.section.title)


def _found(talk: Talk, wanted: int) -> Draft | None:
    return next((draft for draft in talk.conversation.drafts if draft.number == wanted), None)


def _open_draft(talk: Talk, wanted: int) -> Draft | None:
    draft = _found(talk, wanted)
    return draft if draft is not None and draft.status == "draft" else None


def _letter(text: str, *buttons: tuple[str, str], number: int = 0) -> Reply:
    """Write a message whose buttons work at any time, since they carry no revision."""
    row = tuple(
        Button(label=label, press=Press(draft=number, revision=0, about="", action=action)) for label, action in buttons
    )
    return Reply(lines=(Line(text=text),), rows=(row,) if row else ())
