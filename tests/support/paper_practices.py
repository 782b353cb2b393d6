"""Practices of invented people that are written into Word forms, and their answers as people type them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

from docx.document import Document as Doc
from pydantic import JsonValue
from support.practices import ANSWERS, practice

from conversations.dialogue.conversation import Draft
from conversations.form.asked import question_at

TODAY = datetime(2026, 11, 30, tzinfo=UTC).date()

_NONE: Mapping[str, JsonValue] = {
    **{f"ran_meetings.meetings.{n}.{key}": None for n in (0, 1) for key in ("name", "date", "place", "subject")},
    "ran_meetings.presented": False,
}

_CHANGES: tuple[Mapping[str, JsonValue], ...] = (
    {
        "description.description": (
            "Mentors meet young people once a week to prevent violent extremism.\n\nTarget audience: men in prison."
        ),
        "evidence.performance": "40 people took part.\n\nOrganisation: the city measures it.\n\nYear: 2019",
    },
    {
        **_NONE,
        "name.name": "Zweite Chance: Mentoring nach der Haft – für junge Männer & Frauen",
        "description.description": "Das Projekt begleitet Menschen nach der Haft.\n\nEs beugt Radikalisierung vor.",
        "peer_reviewed.peer_reviewed": True,
        "key_themes.themes": ["(Early) prevention", "Violent right-wing extremism"],
        "target_audience.audiences": ["Educators/academics", "Families", "Youth/pupils/students"],
        "target_audience.additional": "Sporttrainer",
        "geographical_scope.scope": "Deutschland: Berlin, Brandenburg und Sachsen",
        "start.starting_year": 2014,
        "start.ending_year": 2021,
        "deliverables.deliverables": "Handbuch für Mentoren (Deutsch): https://example.org/handbuch",
        "evidence.performance": "42 Jugendliche nahmen teil; 35 fanden Arbeit.",
        "eu_funding.co_funded": True,
        "eu_funding.funds": ["Erasmus+", "Internal Security Fund (ISF)"],
        "eu_funding.initiatives": "Zur Hälfte die Stadt, zur Hälfte der ISF.",
        "organisation.description": "Zweite Chance e.V., ein gemeinnütziger Verein in Berlin.",
        "organisation.type": "NGO",
        "country_of_origin.country": "Germany",
        "contact.address": "Beispielstraße 5\n10115 Berlin",
        "contact.person": "Max Muster",
        "contact.email": "max@example.org",
        "contact.telephone": "+49 30 901820",
        "contact.website": "https://zweite-chance.example.org",
        "last_update.year": 2024,
    },
    {
        **_NONE,
        "ran_meetings.presented": True,
        "ran_meetings.meetings.0.name": "RAN RVT & RAN EDU",
        "ran_meetings.meetings.0.date": "30 November - 1 December 2017",
        "ran_meetings.meetings.0.place": "Copenhagen",
        "ran_meetings.meetings.0.subject": "Victims in schools",
        "name.name": "Les voix du quartier",
        "description.description": "Des médiateurs rencontrent les familles pour prévenir la radicalisation.",
        "key_themes.themes": ["Family support", "Training"],
        "target_audience.audiences": ["Families"],
        "geographical_scope.scope": "online",
        "deliverables.deliverables": None,
        "evidence.performance": "Les familles reviennent.",
        "evidence.feedback": "Une enquête de 2021 : neuf familles sur dix sont contentes.",
        "evidence.peer_review": "A study visit in 2019 praised the mediators.",
        "organisation.description": "Association loi 1901 à Genève",
        "organisation.type": "Other",
        "country_of_origin.country": "Outside the EU and EEA",
        "country_of_origin.non_eu_country": "Switzerland",
        "contact.address": None,
        "contact.person": "Jeanne Exemple",
        "contact.email": "jeanne@example.org",
        "contact.telephone": None,
        "contact.website": None,
        "start.starting_year": 2019,
        "last_update.year": 2025,
    },
    {
        **_NONE,
        "name.name": "Отворена врата / Open Gate",
        "description.description": "Teachers learn to talk about extremism.\n\n- a course\n- visits\n- a manual",
        "contact.telephone": None,
        "contact.website": None,
        "geographical_scope.scope": "Austria, Cyprus, Ireland, Montenegro, United Kingdom; with the support of Albania",
    },
)


def papers() -> tuple[Draft, ...]:
    """Return the practices that are written into each layout."""
    return tuple(practice(n, {**dict.fromkeys(_left_out(changes)), **changes}) for n, changes in enumerate(_CHANGES, 1))


def _left_out(changes: Mapping[str, JsonValue]) -> list[str]:
    return [path for path in ANSWERS if path not in changes and path.startswith("ran_meetings.meetings.1")]


def shown(draft: Draft, path: str) -> str:
    """Return an answer as somebody would type it; empty if there is none."""
    value = draft.values.get(path)
    return "" if value is None else question_at(path).show(value)


def meetings(draft: Draft) -> int:
    """Count the meetings; a form has room for one."""
    count = sum(path.endswith(".name") for path in draft.answers if path.startswith("ran_meetings.meetings."))
    return max(sum(bool(shown(draft, f"ran_meetings.meetings.{n}.name")) for n in range(count)), 1)


def saved(document: Doc) -> bytes:
    """Return the bytes of a document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()
