"""Undo the last changes of a person's drafts, whatever they were.

A change is found by comparing the conversation before and after a step, so that every kind of change can be undone.
Undo of a first answer leaves the question empty. That is a change as well, but only its own button, Redo, undoes it:
the next undo in words takes back the change before.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import dropwhile
from typing import TypeVar

from pydantic import JsonValue

from conversations.dialogue import practice, reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Attachment, Conversation, Draft, Undo
from conversations.dialogue.events import Answered, Cleared, Event, FileKept, FileRemoved, Skipped
from conversations.dialogue.inputs import Given, Press, Wrote
from conversations.dialogue.model import stands
from conversations.dialogue.registry import Action, Command, obeyed
from conversations.dialogue.reviews import with_review
from conversations.dialogue.state import (
    Asking,
    AtDesk,
    AtOffice,
    Collecting,
    Forgetting,
    Replying,
    State,
    Submitted,
    Summary,
)
from conversations.fields import Several
from conversations.filling import answering, change_texts, navigation, undo_words
from conversations.filling import texts as filling_texts
from conversations.filling.storing import texts
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.languages import _

MOST = 3
"""How many changes can be undone, one after the other."""

FOR = timedelta(days=1)
"""How long a change can be undone."""

_LARGEST_NUMBER = 9999
"""The largest number that a button can carry."""

Key = TypeVar("Key")

Value = TypeVar("Value")


def note(context: Context) -> None:
    """Remember what the turn has changed since the last call, so that it can be undone."""
    before, after = context.noted, context.conversation
    if before.drafts is after.drafts or context.forget:
        return
    undo = after.undo
    now = {draft.number: draft for draft in after.drafts}
    for draft in before.drafts:
        changed = now.get(draft.number)
        if changed is None:
            undo = (*undo, _made(context, undo, draft).model_copy(update={"deleted": draft}))
        elif len(changed.versions) != len(draft.versions) or changed.template_version != draft.template_version:
            # A submission cannot be undone, and older changes do not fit a newer version of the form.
            undo = tuple(each for each in undo if each.draft != draft.number)
        elif difference := _difference(draft, changed):
            one = _made(context, undo, draft).model_copy(update=difference)
            undo = undo if _is_one_more_tick(undo, one) else (*undo, one)
    context.remember(undo[-MOST:])


def _made(context: Context, undo: tuple[Undo, ...], draft: Draft) -> Undo:
    before = context.noted
    return Undo(
        number=undo[-1].number % _LARGEST_NUMBER + 1 if undo else 1,
        draft=draft.number,
        at=context.now,
        hand=before.hand,
        state=before.state,
        offered=context.conversation.keyboard_version + _is_ticking(context),
        redo=any(not each.redo for each in before.undo if each not in context.conversation.undo),
    )


def _is_ticking(context: Context) -> bool:
    """Return whether choices of a list are being ticked: Undo is then offered only after the list."""
    before, after = context.noted.state, context.state
    if not isinstance(before, Asking) or not isinstance(after, Asking) or before.question != after.question:
        return False
    same = context.noted.keyboard_version == context.conversation.keyboard_version
    return same and isinstance(question_at(after.question).kind, Several)


def _is_one_more_tick(undo: tuple[Undo, ...], one: Undo) -> bool:
    """Return whether a change is one more tick in a list: all ticks are undone together."""
    last = undo[-1] if undo else None
    return (
        last is not None
        and (last.draft, last.offered, last.files, one.files) == (one.draft, one.offered, None, None)
        and last.answers.keys() == one.answers.keys()
        and isinstance(question_at(next(iter(one.answers))).kind, Several)
    )


def _difference(draft: Draft, changed: Draft) -> dict[str, object]:
    """Return the fields of ``Undo`` that hold what a change replaced; empty if answers and files are the same."""
    answers = {
        path: old
        for path, old in _differing(draft.answers, changed.answers).items()
        if old is None or path not in changed.answers or old.value != changed.answers[path].value
    }
    files = None if draft.attachments == changed.attachments else draft.attachments
    if not answers and files is None:
        return {}
    filed = {message: path for message, path in _differing(draft.filed, changed.filed).items() if path is not None}
    moved = _differing(_moved(draft), _moved(changed))
    advice = {path: draft.advice.get(path) for path in answers}
    return {"answers": answers, "advice": advice, "filed": filed, "moved": moved, "files": files}


def _differing(before: Mapping[Key, Value], after: Mapping[Key, Value]) -> dict[Key, Value | None]:
    """Return the old value of each key whose value has changed; None for a new key."""
    return {key: before.get(key) for key in {**before, **after} if before.get(key) != after.get(key)}


def _moved(draft: Draft) -> Mapping[int, str | None]:
    return {comment.number: comment.moved for comment in draft.review.comments}


def expire(context: Context) -> None:
    """Forget changes that are too old to be undone, and changes of drafts that are deleted for good."""
    conversation = context.conversation
    standing = [each for each in conversation.undo if abs(context.now - each.at) < FOR]
    there = {draft.number for draft in conversation.drafts} | {each.draft for each in standing if each.deleted}
    undo = tuple(each for each in standing if each.draft in there)
    if len(undo) != len(conversation.undo):
        context.remember(undo)


def until(conversation: Conversation) -> datetime | None:
    """Return when the first deleted draft is to be deleted for good; None if there is none."""
    return min((each.at + FOR for each in conversation.undo if each.deleted is not None), default=None)


def offered(context: Context) -> Undo | None:
    """Return the change that the screen offers to undo: the last one, if something was lost or moved by it."""
    last = context.conversation.undo[-1] if context.conversation.undo else None
    if last is None or last.offered != context.conversation.keyboard_version or not _loses(context, last):
        return None
    return last


def _loses(context: Context, one: Undo) -> bool:
    draft = _draft(context, one)
    if one.deleted is not None or draft is None:
        return one.deleted is not None
    if any(old and old.value is not None and not _holds(draft, path, old.value) for path, old in one.answers.items()):
        return True
    here = one.state.question if isinstance(one.state, Asking | Collecting) else None
    return one.files is not None and (
        not {*one.files} <= {*draft.attachments}
        or any(file.question != here for file in draft.attachments if file not in one.files)
    )


def _holds(draft: Draft, path: str, old: JsonValue) -> bool:
    """Return whether an answer still stands."""
    new, kind = draft.values.get(path), question_at(path).kind
    if isinstance(kind, Several) and kind.problem(texts(old)) is not None:
        return {*texts(old)} <= {*texts(new)}  # a list with too few choices has got more
    # An answer with files grows with each message.
    added = isinstance(old, str) and isinstance(new, str) and old in new and bool(draft.files(path))
    return added or old == new


def _draft(context: Context, one: Undo) -> Draft | None:
    return next((draft for draft in context.conversation.drafts if draft.number == one.draft), None)


def heard(context: Context, given: Given) -> bool:
    """Undo the last change if the command or words ask for it; return whether they do."""
    if not stands(context.conversation.consent):
        return False
    if _asks(context, given):
        _take_last_back(context)
        return True
    return obeyed(context, given, COMMANDS)


def _take_last_back(context: Context) -> None:
    if isinstance(context.state, Collecting):
        answering.finish_parts(context)
        note(context)
    last = next((each for each in reversed(context.conversation.undo) if not each.redo), None)
    if last is not None:
        _take_back(context, last)
    else:
        revises = isinstance(context.state, Submitted | Summary) and reviews.allows(context.draft, "revise")
        context.say(change_texts.NOTHING_TO_UNDO, filling_texts.CHANGE_IT_SO if revises else "")


def _asks(context: Context, given: Given) -> bool:
    awaited = isinstance(context.state, AtDesk | AtOffice | Forgetting | Replying)
    return isinstance(given, Wrote) and not awaited and undo_words.ask(given.text)


def _named(conversation: Conversation, press: Press) -> tuple[Undo, ...]:
    """List the change that a button undoes, and those that are newer; nothing if it is not remembered any more."""
    named = press.index, press.keyboard_version
    return tuple(dropwhile(lambda one: (one.number, one.offered) != named, conversation.undo))


def _works(context: Context, press: Press) -> bool:
    """Return whether the change can be undone: no newer one is about the same answers or files."""
    changes = _named(context.conversation, press)
    return bool(changes) and not any(_overlap(changes[0], later) for later in changes[1:])


def _overlap(one: Undo, later: Undo) -> bool:
    if one.draft != later.draft:
        return False
    both_files = one.files is not None and later.files is not None
    return both_files or later.deleted is not None or not one.answers.keys().isdisjoint(later.answers)


def _take_back(context: Context, one: Undo) -> None:
    """Restore what a change replaced. If it was the last change, the person's state before it comes back, too."""
    draft, can_be_undone = one.deleted or _draft(context, one), False
    every = context.conversation.undo
    was_last = all(each.redo and not one.redo for each in every[every.index(one) + 1 :])
    if draft is None or not reviews.may_change(draft):
        context.say(change_texts.NOTHING_TO_UNDO)
    elif one.deleted is not None:
        context.keep(one.deleted)
        context.say(change_texts.deleted_undone(practice.title(draft)))
    else:
        restored = _restored(draft, one)
        for event in _events(draft, restored, one):
            context.happened(event)
        context.keep(restored)
        context.say(_undone(draft, one))
        can_be_undone = _empties(draft, restored) or _empties(restored, draft)
    if draft is not None and was_last:
        _go_back(context, one)
    before = context.noted
    context.remember(tuple(each for each in context.conversation.undo if each != one))
    if can_be_undone:
        context.noted = before  # ``note`` then sees this undo as a change, which Redo takes back


def _empties(before: Draft, after: Draft) -> bool:
    """Return whether an answer or a file is gone and nothing has replaced it."""
    gone = (path for path, value in before.values.items() if value is not None and after.values.get(path) is None)
    return any(gone) or not {*before.attachments} <= {*after.attachments}


def _restored(draft: Draft, one: Undo) -> Draft:
    stay = {number: moved for number, moved in _moved(draft).items() if number not in one.moved}
    comments = tuple(
        comment.model_copy(update={"moved": (stay | one.moved)[comment.number]}) for comment in draft.review.comments
    )
    changes = {
        "answers": _put_back(draft.answers, one.answers),
        "advice": _put_back(draft.advice, one.advice),
        "filed": _put_back(draft.filed, one.filed),
        "attachments": draft.attachments if one.files is None else one.files,
    }
    return with_review(draft.model_copy(update=changes), comments=comments)


def _put_back(now: Mapping[Key, Value], before: Mapping[Key, Value | None]) -> dict[Key, Value]:
    both: Mapping[Key, Value | None] = {**now, **before}
    return {key: value for key, value in both.items() if value is not None}


def _events(draft: Draft, restored: Draft, one: Undo) -> Iterator[Event]:
    for path in one.answers:
        yield _event(draft.number, path, restored.answers.get(path))
    yield from (_kept(draft.number, file) for file in restored.attachments if file not in draft.attachments)
    for file in draft.attachments:
        if file not in restored.attachments:
            yield FileRemoved(draft=draft.number, question=file.question, name=file.name, sha256=file.sha256)


def _event(number: int, path: str, answer: Answer | None) -> Event:
    if answer is None:
        return Cleared(draft=number, question=path)
    if answer.value is None:
        return Skipped(draft=number, question=path)
    messages = tuple(part.message for part in answer.parts)
    return Answered(draft=number, question=path, value=answer.value, source=answer.source, messages=messages)


def _kept(number: int, file: Attachment) -> FileKept:
    return FileKept(draft=number, **file.model_dump(exclude={"at"}))


def _undone(draft: Draft, one: Undo) -> str:
    if one.files is not None:
        return change_texts.file_undone(
            [file.name for file in draft.attachments if file not in one.files],
            [file.name for file in one.files if file not in draft.attachments],
        )
    labels = [completion.label(question_at(path), draft.values) for path in one.answers]
    said = change_texts.undone(labels, answered=any(one.answers.values()))
    new = (path for path, old in one.answers.items() if old is None or old.value is None)
    gone = [path for path in new if path in draft.values]
    if all(draft.values.get(path) is None for path in gone):
        return said
    shown = (completion.shown(question_at(path), draft.values) for path in gone)
    return f"{said} {change_texts.taken_back(*shown)}"


def _go_back(context: Context, one: Undo) -> None:
    """Restore the person's state and their current practice."""
    state = one.state
    if isinstance(state, AtDesk | AtOffice | Forgetting):
        state = context.state
    elif context.conversation.hand != one.hand and one.hand in {draft.number for draft in context.conversation.drafts}:
        navigation.put_down(context)
        context.hold(one.hand)
    if not isinstance(state, navigation.ELSEWHERE) and context.draft.left is not None:
        context.keep(context.draft.model_copy(update={"left": None}))
    context.go(_plain(state))


def _plain(state: State) -> State:
    """Return the state without its offers, and without the parts of an answer that was arriving."""
    return (
        Asking(question=state.question, return_to=state.return_to) if isinstance(state, Asking | Collecting) else state
    )


ACTIONS = (
    Action("undo", lambda context, press: _take_back(context, _named(context.conversation, press)[0]), works=_works),
)

# Menu of commands

COMMANDS = (Command("undo", lambda context, _: _take_last_back(context), menu=_("Cancel your last change"), place=8),)
