"""The review of a submission as JSON: the decision, the comments, and what each revision changed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from pydantic import JsonValue

from conversations.dialogue.conversation import Draft, Version, changed
from conversations.dialogue.model import Status
from conversations.dialogue.review_record import Comment, Entry, Member, Move

DECISIONS: dict[Status, Move] = {"approved": "approve", "declined": "decline", "changes_requested": "request"}
"""The statuses that a decision leaves, and the move of each."""


def review_json(draft: Draft) -> dict[str, JsonValue]:
    """Give the review as JSON, with the comments that were not withdrawn, in their order."""
    entry = _decision(draft)
    return {
        "decision": draft.status if draft.status in DECISIONS else None,
        "decided_by": _name(entry.by) if entry else None,
        "reason": (entry.words or None) if entry else None,
        "comments": [_comment(comment) for comment in draft.review.standing],
        "changes": list(_changes(draft)),
    }


def moment(at: datetime | None) -> str | None:
    """Write a time in UTC, to the second."""
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def plain(value: Any) -> JsonValue:  # noqa: ANN401 - stored values are JSON of any shape
    """Give a value as it was written; of a period only the words, since its days can be read from them."""
    written: JsonValue = value["given"] if isinstance(value, dict) else value
    return written


def _decision(draft: Draft) -> Entry | None:
    """Find the line of the decision that still holds."""
    move = DECISIONS.get(draft.status)
    return next((entry for entry in reversed(draft.review.log) if entry.move == move), None)


def _name(member: Member | None) -> str | None:
    """Give a coordinator's name; none of somebody whose data was deleted, and no user id."""
    return (member.name or None) if member else None


def _comment(comment: Comment) -> dict[str, JsonValue]:
    return {
        "question": comment.question,
        "text": comment.text,
        "weight": comment.weight.replace(" ", "_"),
        "state": comment.state,
        "by": _name(comment.by),
        "at": moment(comment.at),
        "reply": comment.reply or None,
    }


def _changes(draft: Draft) -> Iterator[JsonValue]:
    """Give each answer that a revision changed; if only its files changed, their names."""
    for number, (before, after) in enumerate(zip(draft.versions, draft.versions[1:], strict=False), 2):
        for path in changed(before, after):
            pair = _value(before, path), _value(after, path)
            old, new = pair if pair[0] != pair[1] else (_files(before, path), _files(after, path))
            yield {"revision": number, "at": moment(after.at), "question": path, "before": old, "after": new}


def _value(version: Version, path: str) -> JsonValue:
    answer = version.answers.get(path)
    return plain(answer.value) if answer else None


def _files(version: Version, path: str) -> JsonValue:
    return [file.name for file in version.attachments if file.question == path]
