"""A person at any question of the form, and helpers that look for the words they typed."""

import unicodedata
from collections.abc import Mapping

from pydantic import JsonValue
from support.core_talker import AGREED, CoreTalker
from support.practices import NOW, practice

from bot.sandbox.html import parse_html
from bot.telegram.sending import LONGEST, write
from conversations.dialogue.conversation import Draft, Version
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import CALLBACK_BYTES, Wrote
from conversations.dialogue.replies import Reply
from conversations.dialogue.review_record import Entry, Review
from conversations.dialogue.state import Asking, Collecting, Summary
from conversations.fields.text import LongText, Text
from conversations.form import completion
from conversations.form.asked import question_at

GATES: Mapping[str, JsonValue] = {
    "peer_reviewed.peer_reviewed": True,
    "evidence.peer_review": "By two colleagues.",
    "eu_funding.co_funded": True,
    "eu_funding.initiatives": "Erasmus+",
}
"""Answers that make all questions apply."""

_DRAFT = practice(changes=GATES, status="draft", reference=None, submitted_at=None)

PATHS = tuple(asked.path for asked in completion.applicable(_DRAFT.values) if asked.item in {None, 0})

_WRITTEN = {
    path: answer for path, answer in _DRAFT.answers.items() if isinstance(question_at(path).kind, Text | LongText)
}

WRITTEN = tuple(path for path in PATHS if isinstance(question_at(path).kind, Text | LongText))
"""Questions for a free text."""


def at(path: str) -> CoreTalker:
    """Return a person with a draft at an open question."""
    answers = {other: answer for other, answer in _DRAFT.answers.items() if other != path}
    drafts = (_DRAFT.model_copy(update={"answers": answers}),)
    return CoreTalker(AGREED.model_copy(update={"state": Asking(question=path), "hand": 1, "drafts": drafts}))


def filled(text: str) -> CoreTalker:
    """Return a person who gave the same text to every question for a free text."""
    return CoreTalker(AGREED.model_copy(update={"state": Summary(), "hand": 1, "drafts": (naughty(text),)}))


def naughty(text: str, **fields: object) -> Draft:
    """Make a draft with the same answer to every question for a free text."""
    answers = {path: answer.model_copy(update={"value": stored(path, text)}) for path, answer in _WRITTEN.items()}
    return _DRAFT.model_copy(update={"answers": _DRAFT.answers | answers, **fields})


def handed_in(text: str) -> Draft:
    """Make a submission that waits for its review, with the same text as every answer."""
    draft = naughty(text, status="submitted", reference="RAN-2026-0001", submitted_at=NOW)
    version = Version(at=NOW, answers=draft.answers)
    review = Review(log=(Entry(at=NOW, move="hand in"),))
    return draft.model_copy(update={"versions": (version,), "review": review})


def heard(talker: CoreTalker, text: str) -> bool:
    """Type a text, and end a long answer; tell whether it was words (and not a command)."""
    given = talker.wrote(text)
    talker.give(given)
    if isinstance(talker.conversation.state, Collecting):
        talker.give(talker.wrote("/overview"))
    return isinstance(given, Wrote)


def words_of(talker: CoreTalker, path: str) -> list[str]:
    """List the words stored at a question: in the answer, or in the history."""
    answer = talker.conversation.drafts[0].answers.get(path)
    refused = [event.text for event in talker.events if isinstance(event, Refused) and event.question == path]
    return [part.text for part in (answer.parts if answer else ())] + refused


def stored(path: str, text: str) -> str:
    """Return the stored form of a free text."""
    kind = question_at(path).kind
    return kind.kept(text) if isinstance(kind, Text | LongText) else text


def seen(text: object) -> str:
    """Return the letters and digits of a text, composed: what a reader sees without the signs between words."""
    composed = unicodedata.normalize("NFC", str(text))
    return "".join(char for char in composed if unicodedata.category(char)[0] in "LNSM")


def faults(reply: Reply) -> list[str]:
    """List the parts of a reply that Telegram would refuse or change."""
    pages = write(reply)
    shown = [parse_html(page.html).text for page in pages]
    said = reply.text
    found = []
    if not pages or not all(text.strip() for text in shown):
        found.append("a page without words")
    if any(len(text) > LONGEST for text in shown):
        found.append("a page over the limit")
    if "".join("".join(shown).split()) != "".join(said.split()):
        found.append("other words than were said")
    buttons = [button for row in reply.rows for button in row]
    if any(not button.label.strip() or len(button.press.data().encode()) > CALLBACK_BYTES for button in buttons):
        found.append("a button without label, or that carries too much")
    return found
