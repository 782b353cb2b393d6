"""Invented practices as drafts, and a function to store them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import JsonValue
from support.turns import turn

from conversations.dialogue.conversation import Answer, Attachment, Conversation, Draft, Step
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.repositories import ReviewRepository
from conversations.form.asked import question_at
from storage import Database, Heard

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)

ANSWERS: Mapping[str, JsonValue] = {
    "name.name": "Open Door",
    "description.description": (
        "A programme against violent extremism.\n\nThe mentors\n- listen;\n- visit:\n  - families\n  - friends.\n\n"
        "It is described at https://example.org/open_(door)."
    ),
    "peer_reviewed.peer_reviewed": False,
    "key_themes.themes": ["Prison and probation", "Rehabilitation"],
    "target_audience.audiences": ["Families", "Prison / probation"],
    "target_audience.additional": None,
    "geographical_scope.scope": "Denmark; Україна",
    "start.starting_year": 2011,
    "start.ending_year": None,
    "deliverables.deliverables": "A leaflet",
    "evidence.performance": "40 people took part.",
    "evidence.feedback": None,
    "evidence.peer_review": None,
    "sustainability.sustainability": "It costs little.",
    "ran_meetings.presented": True,
    "ran_meetings.meetings.0.name": "RAN EXIT",
    "ran_meetings.meetings.0.date": "23-24 January 2019",
    "ran_meetings.meetings.0.place": "online",
    "ran_meetings.meetings.0.subject": None,
    "ran_meetings.meetings.1.name": "RAN YF&C",
    "ran_meetings.meetings.1.date": None,
    "ran_meetings.meetings.1.place": "Wien",
    "ran_meetings.meetings.1.subject": None,
    "eu_funding.co_funded": False,
    "eu_funding.initiatives": None,
    "organisation.description": "A charity in Aarhus",
    "organisation.type": "Charity",
    "country_of_origin.country": "Denmark",
    "contact.address": "Example Street 1\n8000 Aarhus C",
    "contact.person": "Anna Example",
    "contact.email": "anna@example.org",
    "contact.telephone": "+45 33 11 55 00",
    "contact.website": "https://www.example.org",
    "last_update.year": 2026,
}


def practice(number: int = 1, changes: Mapping[str, JsonValue] | None = None, **fields: Any) -> Draft:  # noqa: ANN401 - a draft's
    """Return an approved practice with these answers and the invented ones."""
    answers = {path: Answer(value=stored(path, value), source="typed", at=NOW) for path, value in given(changes)}
    known = {"number": number, "status": "approved", "reference": f"RAN-2026-{number:04d}", "submitted_at": NOW}
    return Draft.model_validate({"created_at": NOW, "updated_at": NOW, "answers": answers, **known, **fields})


def given(changes: Mapping[str, JsonValue] | None) -> Iterable[tuple[str, JsonValue]]:
    """Return the invented answers with some changes."""
    return {**ANSWERS, **(changes or {})}.items()


def stored(path: str, value: JsonValue) -> JsonValue:
    """Return an answer in its stored form."""
    asked = question_at(path)
    return None if value is None else asked.dump(asked.load(value))


def leaflet(sha256: str, name: str = "leaflet.pdf", size: int = 8) -> Attachment:
    """Return an attachment of the deliverables."""
    return Attachment(question="deliverables.deliverables", name=name, sha256=sha256, size=size, message=1, at=NOW)


async def keep(db: Database, chat_id: int, *drafts: Draft) -> None:
    """Store drafts as a turn does."""

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}))

    await turn(db, Heard(chat_id, chat_id, chat_id, Wrote(text="", message=1)), put, NOW)
