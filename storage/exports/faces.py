"""The faces of an export: a draft with the answers that everybody, or research, may read.

Public: the privacy text (``conversations/privacy/consent_text.py``) says what is published, contact details of approved
practices included. Anonymous: without names, contacts and organisations.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from pydantic import JsonValue

from conversations.dialogue.conversation import Answer, Attachment, Draft
from conversations.dialogue.model import Face, Status
from conversations.dialogue.review_record import Review
from conversations.fields.phones import with_phones_replaced
from conversations.form.asked import question_at
from conversations.form.completion import FIRST
from storage.drafts import COUNTRY
from storage.exports.links import ADDRESSES

CONTACT = "contact."
"""The beginning of the paths of contact details."""

ORGANISATION = "organisation.description"

PUBLISHED: tuple[Status, ...] = ("approved",)
"""The statuses whose contact details are published."""

REMOVED = "[removed]"

_SHORTEST = 3
"""Fewer characters are no name that could be searched for."""

_AT = re.compile(r"\S+ ?[\[(] ?at ?[\])] ?\S+", re.IGNORECASE)
"""An e-mail address that is written for people only, such as "anna [at] example.org"."""

_PAUSE = re.compile(r"[.,;:()\n\"“”„«»]")


def shown(draft: Draft, face: Face) -> Draft:
    """Return the draft as a face of an export shows it, in all its versions."""
    if face == "internal":
        return draft
    hides = face == "anonymous"
    names = tuple(_names(draft)) if hides else ()

    def answers(given: dict[str, Answer]) -> dict[str, Answer]:
        return {path: _shown(draft, path, answer, face, names) for path, answer in given.items()}

    def files(kept: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
        return () if hides else kept

    versions = tuple(
        one.model_copy(update={"answers": answers(one.answers), "attachments": files(one.attachments)})
        for one in draft.versions
    )
    changed = {"answers": answers(draft.answers), "attachments": files(draft.attachments), "versions": versions}
    return draft.model_copy(update={**changed, "review": Review()})


def _shown(draft: Draft, path: str, answer: Answer, face: Face, names: tuple[re.Pattern[str], ...]) -> Answer:
    if _is_hidden(draft, path, face):
        return answer.model_copy(update={"value": None, "parts": ()})
    if face == "anonymous":
        return answer.model_copy(update={"value": _without(answer.value, path, _country(draft), names), "parts": ()})
    return answer


def _is_hidden(draft: Draft, path: str, face: Face) -> bool:
    if face == "anonymous":
        return path.startswith(CONTACT) or path in {FIRST, ORGANISATION}
    return path.startswith(CONTACT) and draft.status not in PUBLISHED


def _country(draft: Draft) -> str:
    return str(draft.values.get(COUNTRY) or "")


def _without(value: JsonValue, path: str, country: str, names: tuple[re.Pattern[str], ...]) -> JsonValue:
    """Remove names, addresses and telephone numbers from a text; choices and figures stay."""
    if not isinstance(value, str) or question_at(path).kind.choices:
        return value
    for pattern in (*names, ADDRESSES, _AT):
        value = pattern.sub(REMOVED, value)
    return with_phones_replaced(value, country, REMOVED)


def _names(draft: Draft) -> Iterator[re.Pattern[str]]:
    """Make the patterns of what names the practice, its contact person and its organisation, the longest first."""
    answers = [draft.answers, *(version.answers for version in draft.versions)]
    named = {
        name
        for given in answers
        for path, answer in given.items()
        if isinstance(answer.value, str)
        for name in _named(path, answer.value)
    }
    for name in sorted(named, key=lambda one: (-len(one), one)):
        yield re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if " " in name else 0)


def _named(path: str, text: str) -> Iterator[str]:
    found = [text] if path == FIRST else []
    if path.startswith(CONTACT):
        found = [*text.splitlines(), re.sub(r"^(?:https?://)?(?:www\.)?", "", text).rstrip("/")]
    if path == f"{CONTACT}person":
        found += text.split()
    if path == ORGANISATION:
        found = list(_capitalised(text))
    yield from (name.strip(" ,;.") for name in found if len(name.strip(" ,;.")) >= _SHORTEST)


def _capitalised(text: str) -> Iterator[str]:
    """Find several words with capitals, as the name of an organisation has; also without the first, as in "The"."""
    for piece in _PAUSE.split(text):
        for has_capital, run in groupby(piece.split(), key=lambda word: word[:1].isupper()):
            words = list(run)
            for several in (words, words[1:]) if has_capital else ():
                yield " ".join(several) if len(several) > 1 else ""
