"""The review of a practice that a file gives: its comments and its decision, and the earlier revisions."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from conversations.dialogue.conversation import Answer, Draft, Version
from conversations.dialogue.model import Status
from conversations.dialogue.review_record import SOMEBODY_GONE, Comment, Entry, Member, Move, Review, Weight
from conversations.dialogue.state import Part
from conversations.fields.plain import storable
from conversations.form.asked import asked_at
from conversations.imports import texts
from conversations.imports.details import Unfit

_MOVES: dict[Status, Move] = {"approved": "approve", "declined": "decline", "changes_requested": "request"}

_Text = Annotated[str, Field(max_length=100_000), AfterValidator(storable)]

_At = Annotated[datetime, AfterValidator(lambda at: at.replace(tzinfo=UTC) if at.tzinfo is None else at)]


class _Plain(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Comment(_Plain):
    question: str
    text: Annotated[_Text, Field(min_length=1)]
    weight: Literal["must_fix", "suggestion"]
    state: Literal["open", "answered", "resolved"]
    by: _Text | None = None
    at: _At
    reply: _Text | None = None


class _Change(_Plain):
    revision: int
    at: _At
    question: str
    before: JsonValue = None
    after: JsonValue = None


class _Review(_Plain):
    decided_by: _Text | None = None
    reason: _Text | None = None
    comments: list[_Comment] = []
    changes: list[_Change] = []


def review_in(given: JsonValue, draft: Draft, last: Version, revisions: int) -> dict[str, Any]:
    """Give the fields of a draft that hold its review and its revisions; raises ``Unfit``.

    The ids of coordinators are in no file: each is a person without an id, with the name that the file gives.
    """
    try:
        read = _Review.model_validate(given or {})
    except ValidationError:
        raise Unfit([(texts.REVIEW, texts.cannot_be_read(texts.REVIEW))]) from None
    paths = [*(one.question for one in read.comments), *(one.question for one in read.changes)]
    unknown = [(path[:100], texts.NOT_IN_FORM) for path in dict.fromkeys(paths) if asked_at(path) is None]
    if unknown:
        raise Unfit(unknown)
    versions = _versions(read.changes, last, revisions)
    comments = tuple(_comment(number, one) for number, one in enumerate(read.comments, 1))
    return {"versions": versions, "review": Review(comments=comments, log=_log(read, draft, versions))}


def _comment(number: int, given: _Comment) -> Comment:
    return Comment(
        number=number,
        question=given.question,
        by=_member(given.by),
        weight=cast("Weight", given.weight.replace("_", " ")),
        parts=(Part(message=0, text=given.text),),
        at=given.at,
        state=given.state,
        asked=True,
        reply_parts=(Part(message=0, text=given.reply),) if given.reply else (),
    )


def _member(name: str | None) -> Member:
    return Member(user=0, name=name) if name else SOMEBODY_GONE


def _versions(changes: list[_Change], last: Version, revisions: int) -> tuple[Version, ...]:
    """Go back from the last version by what each revision has changed; a change of files alone cannot be undone."""
    versions = [last]
    for number in range(revisions, 1, -1):
        own = [change for change in changes if change.revision == number]
        at = own[0].at if own else last.at
        versions[0] = versions[0].model_copy(update={"at": at})
        answers = dict(versions[0].answers)
        for change in own:
            if not _is_of_files(change):
                answers |= _before(change, at)
        versions.insert(0, Version(at=last.at, answers=answers, attachments=last.attachments))
    return tuple(versions)


def _is_of_files(change: _Change) -> bool:
    asked = asked_at(change.question)
    return isinstance(change.before, list) and asked is not None and not asked.kind.several


def _before(change: _Change, at: datetime) -> dict[str, Answer]:
    asked = asked_at(change.question)
    try:
        value = asked.dump(asked.load(change.before)) if asked else None
    except ValidationError:
        raise Unfit([(texts.REVIEW, texts.cannot_be_read(change.question))]) from None
    return {change.question: Answer(value=value, source="imported", at=at)}


def _log(read: _Review, draft: Draft, versions: tuple[Version, ...]) -> tuple[Entry, ...]:
    first, *others = versions
    entries = [Entry(at=first.at, move="hand in"), *(Entry(at=each.at, move="revise") for each in others)]
    if draft.status in _MOVES:
        at = draft.decided_at or draft.updated_at
        entries.append(Entry(at=at, move=_MOVES[draft.status], by=_member(read.decided_by), words=read.reason or ""))
    elif draft.status == "withdrawn":
        entries.append(Entry(at=draft.updated_at, move="withdraw"))
    return tuple(entries)
