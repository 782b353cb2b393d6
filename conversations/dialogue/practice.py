"""What is computed from a draft: its progress, its title, safe file names, and its JSON."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from pathvalidate import sanitize_filename
from pydantic import JsonValue

from conversations.dialogue import texts
from conversations.dialogue.conversation import Attachment, Draft, Version, changed
from conversations.dialogue.model import Status
from conversations.dialogue.review_record import Comment, Entry, Member, Move
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.questions import Section, repeat_of
from conversations.form.template import in_use


def word_for(section: type[Section], values: completion.Values, problems: Mapping[str, str]) -> str:
    """Give the progress of a section as a word."""
    questions = completion.applicable_in(section, values)
    if any(asked.path in problems for asked in questions):
        return texts.TO_FIX
    unanswered = [asked for asked in questions if completion.is_open(asked, values)]
    if not unanswered:
        return texts.FINISHED
    return texts.NOT_STARTED if len(unanswered) == len(questions) else texts.IN_PROGRESS


def words(draft: Draft, today: date) -> dict[str, str]:
    """Give the progress of each section as a word, by its key."""
    values = draft.values
    problems = completion.problems(values, today)
    return {section.key: word_for(section, values, problems) for section in in_use().sections}


def finished(draft: Draft, today: date) -> int:
    """Count the finished sections."""
    return list(words(draft, today).values()).count(texts.FINISHED)


def title(draft: Draft) -> str:
    """Name a draft by its practice, shortened for a button."""
    name = draft.values.get("name.name")
    return form_texts.shortened(name, 40) if isinstance(name, str) else texts.untitled(draft.number)


_NAMELESS = "file"

_LONGEST_STEM = 120

_LONGEST_ENDING = 16
"""In bytes of UTF-8: systems allow 255, and a name may still get a number."""

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Control characters, bidirectional ones and joiners: two different file names must not look the same."""


def safe_name(name: str) -> str:
    """Remove separators, reserved words and hidden characters from a file name; its ending stays."""
    visible = "".join(char for char in unicodedata.normalize("NFC", name) if unicodedata.category(char) not in _HIDDEN)
    stem, dot, ending = visible.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = visible, "", ""
    short = f"{_cut(stem, _LONGEST_STEM)}{dot}{ending}"
    return sanitize_filename(short, replacement_text="_", platform="universal").strip(" .") or _NAMELESS


class Names:
    """The file names of one folder; no two that a file system might take for the same."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def fresh(self, name: str) -> str:
        """Give a safe name, with a number if it is taken."""
        safe = safe_name(name)
        stem, dot, ending = safe.rpartition(".") if "." in safe else (safe, "", "")
        number = 1
        while _alike(safe) in self._given:
            number += 1
            safe = f"{stem} ({number}){dot}{ending}"
        self._given.add(_alike(safe))
        return safe


def named(files: Iterable[Attachment]) -> tuple[tuple[Attachment, str], ...]:
    """Name each file within one folder."""
    names = Names()
    return tuple((file, names.fresh(file.name)) for file in files)


def _alike(name: str) -> str:
    """Give equal results for names that a file system may take for the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _cut(text: str, longest: int) -> str:
    return text.encode()[:longest].decode(errors="ignore").rstrip()


def submission_json(draft: Draft, identifier: str = "") -> dict[str, JsonValue]:
    """Give a submission as JSON, with the last version that was handed in; times are UTC, to the second.

    ``identifier`` is what storage calls the draft for good; one that was never stored has none.
    """
    draft = draft.handed_in
    return {
        "reference": draft.reference,
        "status": draft.status,
        "template_version": draft.template_version,
        "language": draft.language,
        "created_at": _moment(draft.created_at),
        "submitted_at": _moment(draft.submitted_at),
        "decided_at": _moment(draft.decided_at),
        "answers": answers_json(draft.values),
        "attachments": [_file(file, name) for file, name in named(draft.attachments)],
        "id": identifier,
        "updated_at": _moment(draft.updated_at),
        "revision": len(draft.versions),
        "review": None if draft.status == "draft" else _review_json(draft),
    }


def _file(file: Attachment, name: str) -> dict[str, JsonValue]:
    """Describe a file by its name in the package and its SHA-256."""
    return {"question": file.question, "name": name, "sha256": file.sha256, "size": file.size}


def answers_json(values: completion.Values) -> dict[str, JsonValue]:
    """Give every section with every question; questions that have no answer or do not apply are null."""
    given = completion.nest(values)
    whole: dict[str, JsonValue] = {}
    for section in in_use().sections:
        repeat = repeat_of(section)
        own = given.get(section.key, {})
        own_json: dict[str, JsonValue] = {key: _plain(own.get(key)) for key in section.model_fields}
        if repeat is not None:
            inner = repeat.items.model_fields
            own_json[repeat.key] = [{key: _plain(item.get(key)) for key in inner} for item in own.get(repeat.key, [])]
        whole[section.key] = own_json
    return whole


DECISIONS: dict[Status, Move] = {"approved": "approve", "declined": "decline", "changes_requested": "request"}
"""The statuses that a decision leaves, and the move of each."""


def _review_json(draft: Draft) -> dict[str, JsonValue]:
    """Give the review as JSON, with the comments that were not withdrawn, in their order."""
    entry = _decision(draft)
    return {
        "decision": draft.status if draft.status in DECISIONS else None,
        "decided_by": _name_of(entry.by) if entry else None,
        "reason": (entry.words or None) if entry else None,
        "comments": [_comment(comment) for comment in draft.review.standing],
        "changes": list(_changes(draft)),
    }


def _moment(at: datetime | None) -> str | None:
    """Write a time in UTC, to the second."""
    return None if at is None else at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _plain(value: Any) -> JsonValue:  # noqa: ANN401 - stored values are JSON of any shape
    """Give a value as it was written; of a period only the words, since its days can be read from them."""
    written: JsonValue = value["given"] if isinstance(value, dict) else value
    return written


def _decision(draft: Draft) -> Entry | None:
    """Find the line of the decision that still holds."""
    move = DECISIONS.get(draft.status)
    return next((entry for entry in reversed(draft.review.log) if entry.move == move), None)


def _name_of(member: Member | None) -> str | None:
    """Give a coordinator's name; none of somebody whose data was deleted, and no user id."""
    return (member.name or None) if member else None


def _comment(comment: Comment) -> dict[str, JsonValue]:
    return {
        "question": comment.question,
        "text": comment.text,
        "weight": comment.weight.replace(" ", "_"),
        "state": comment.state,
        "by": _name_of(comment.by),
        "at": _moment(comment.at),
        "reply": comment.reply or None,
    }


def _changes(draft: Draft) -> Iterator[JsonValue]:
    """Give each answer that a revision changed; if only its files changed, their names."""
    for number, (before, after) in enumerate(zip(draft.versions, draft.versions[1:], strict=False), 2):
        for path in changed(before, after):
            pair = _value(before, path), _value(after, path)
            old, new = pair if pair[0] != pair[1] else (_files(before, path), _files(after, path))
            yield {"revision": number, "at": _moment(after.at), "question": path, "before": old, "after": new}


def _value(version: Version, path: str) -> JsonValue:
    answer = version.answers.get(path)
    return _plain(answer.value) if answer else None


def _files(version: Version, path: str) -> JsonValue:
    return [name for file, name in named(version.attachments) if file.question == path]
