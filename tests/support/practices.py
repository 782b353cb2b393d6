"""Invented practices as drafts, and a function to store them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import JsonValue
from support.turns import turn

from conversations.dialogue.conversation import Answer, Attachment, Conversation, Draft, Step, Version
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.review_record import Comment, Entry, Member, Move, Review
from conversations.dialogue.state import Part
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


def reviewed(draft: Draft) -> Draft:
    """Return a submission that was handed in twice, with a comment, a reply and a decision."""
    cora = Member(user=4711, name="Cora Coordinator")
    comment = Comment(
        number=1,
        question="geographical_scope.scope",
        by=cora,
        weight="must fix",
        parts=(Part(message=1, text="Please name the towns."),),
        at=NOW,
        state="resolved",
        asked=True,
        reply_parts=(Part(message=2, text="We have named them."),),
    )
    log = (Entry(at=NOW, move="hand in"), Entry(at=NOW, move="request", by=cora), Entry(at=NOW, move="revise"))
    move: Move = "decline" if draft.status == "declined" else "approve"
    decided = Entry(at=NOW, move=move, by=cora, words="Too short." if move == "decline" else "")
    scope = Answer(value="9002 towns", source="typed", at=NOW)
    first = Version(at=NOW, answers=draft.answers | {"geographical_scope.scope": scope}, attachments=draft.attachments)
    second = Version(at=NOW, answers=draft.answers, attachments=draft.attachments)
    review = Review(comments=(comment,), log=(*log, decided))
    return draft.model_copy(update={"versions": (first, second), "review": review})


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


async def keep(db: Database, chat_id: int, *drafts: Draft, update_id: int | None = None) -> None:
    """Store drafts as a turn does; a later turn of a chat needs an update of its own."""

    def put(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}))

    await turn(db, Heard(update_id or chat_id, chat_id, chat_id, Wrote(text="", message=1)), put, NOW)
