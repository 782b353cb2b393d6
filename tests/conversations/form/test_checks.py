"""Checks before Submit: each row finds its own faults, and nothing else."""

from collections.abc import Mapping
from datetime import date

import pytest
from pydantic import JsonValue
from support.core_review import bed, does, handed_in
from support.core_talker import CoreTalker
from support.practices import ANSWERS

from conversations.diagram import filled
from conversations.dialogue.conversation import Draft
from conversations.filling import texts as filling_texts
from conversations.form import checks, texts
from conversations.form.checks import CHECKS, findings

TODAY = date(2026, 11, 30)

GOOD = "Mentors prevent violent extremism: they visit young people in prison every week and go on after their release."

SOUND: Mapping[str, JsonValue] = {
    **ANSWERS,
    "description.description": GOOD,
    "sustainability.sustainability": "A mentor costs 9,000 euros a year.",
}


def found(**changes: JsonValue) -> list[tuple[str, str]]:
    """Run the checks on a good practice with some answers changed; ``__`` stands for the dot of a path."""
    values = {**SOUND, **{path.replace("__", "."): value for path, value in changes.items()}}
    return [(one.path, one.advice) for one in findings(values, TODAY)]


def test_sound_practice_has_no_finding() -> None:
    """A good practice gets no advice."""
    assert [] == found()


def test_empty_draft_has_no_finding() -> None:
    """A missing answer gets no advice."""
    assert () == findings({}, TODAY)


@pytest.mark.parametrize(
    ("path", "value", "advice"),
    [
        ("description.description", GOOD.replace("violent extremism", "harm"), texts.NO_LINK_TO_EXTREMISM),
        ("description.description", "Open Door prevents radicalisation.", texts.REPEATS_THE_NAME),
        (
            "description.description",
            "Open Door is a place against extremism. It is our practice, the Open Door.",
            texts.REPEATS_THE_NAME,
        ),
        ("contact.person", "Strandgade 100", texts.no_person("Strandgade 100", texts.AN_ADDRESS)),
        ("contact.person", "+45 33 11 55 00", texts.no_person("+45 33 11 55 00", texts.A_PHONE)),
        ("contact.person", "anna@example.org", texts.no_person("anna@example.org", texts.AN_EMAIL)),
        ("contact.person", "www.example.org", texts.no_person("www.example.org", texts.A_WEBSITE)),
        ("contact.person", "OPEN DOOR", texts.NAMES_THE_PRACTICE),
        ("evidence.performance", "Many took part, and it works.", texts.NO_FIGURE),
        ("sustainability.sustainability", "What should I do?", texts.no_answer("What should I do?")),
        ("sustainability.sustainability", "unknown", texts.no_answer("unknown")),
        ("sustainability.sustainability", GOOD.upper(), texts.same_text("Description")),
        ("deliverables.deliverables", "http://intranet/book", texts.own_link("http://intranet/book")),
        ("deliverables.deliverables", "Book: www.example", texts.no_link("www.example")),
        ("contact.website", "https://example", texts.no_link("https://example")),
        ("description.description", f"{GOOD} We do so since May 2009.", texts.began_earlier(2009, 2011)),
        ("ran_meetings.meetings.0.date", "May 2010", texts.meeting_too_early(2010, 2011)),
        ("last_update.year", 2018, texts.before_meeting(2018, 2019)),
        ("last_update.year", 2021, texts.text_is_old(2021)),
    ],
)
def test_doubtful_answer(path: str, value: JsonValue, advice: str) -> None:
    """Each row of the table finds its own faults, and no other row does."""
    assert [(path, advice)] == found(**{path: value})


def test_text_older_than_the_end() -> None:
    """A text cannot be older than the end of the practice."""
    expected = [("last_update.year", texts.before_ending(2020, 2022))]
    assert expected == found(start__ending_year=2022, last_update__year=2020)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("contact.person", "Anna Example, head of unit 3"),
        ("contact.person", "Anna Example, tel. +45 33 11 55 00"),
        ("contact.person", "Dr. Anna-Maria Vej"),
        ("contact.person", "Søren Street"),
        ("contact.person", "The project's contact person"),
        ("evidence.performance", "Half of them found work."),
        ("evidence.performance", "Zwei Drittel haben Arbeit gefunden."),
        ("evidence.performance", "35 % of them found work."),
        ("sustainability.sustainability", f"{GOOD} {'word ' * 20} And what does it cost?"),
        ("deliverables.deliverables", "Handbook (English): https://example.org/book_(1); film: www.example.org/film."),
        ("deliverables.deliverables", "https://web.archive.org/web/2019/http://www.example.org/x"),
        ("deliverables.deliverables", "https://пример.бг/книга, HTTP://EXAMPLE.ORG:8080"),
        ("description.description", f"{GOOD} Since 2015 we also work in schools."),
        ("last_update.year", 2022),
        ("ran_meetings.meetings.0.date", "December 2011"),
    ],
)
def test_sound_answer(path: str, value: JsonValue) -> None:
    """Good answers get no advice."""
    assert [] == found(**{path: value})


def test_figure_in_the_feedback_is_one() -> None:
    """Evidence with its figures under Evaluation and feedback has figures."""
    assert [] == found(evidence__performance="It works.", evidence__feedback="Nine of 10 would recommend it.")


@pytest.mark.parametrize("year", ["2019", "In 2019 and 2020"])
def test_year_is_no_figure(year: str) -> None:
    """The year of an evaluation is no evidence."""
    assert not checks.has_figure(year)


@pytest.mark.parametrize(
    "address",
    [
        "10 Downing Street",
        "Hauptstraße 12, 8010 Graz",
        "Rue de la Loi 200",
        "ul. Prosta 5",
        "1401 København K",
        "P.O. Box 12, Oslo",
        "Mannerheimintie 5 A",
        "Anna Example, Strandgade 100",
    ],
)
def test_address_in_the_place_of_a_person(address: str) -> None:
    """Addresses of several countries are detected."""
    assert texts.AN_ADDRESS == checks.looks_alike(address)


@pytest.mark.parametrize(
    "link",
    [
        "http//example.org",
        "https:/example.org",
        "https///example.org",
        "htp://example.org",
        "ttps://example.org",
        "http:\\\\www.example.org",
        "http:www.example.org",
        "https:///example.org",
        "https://",
        "www.example,org",
        "C:\\Users\\anna\\leaflet.pdf",
        "\\\\server\\share\\leaflet.pdf",
        "file:///home/anna/leaflet.pdf",
        "https://192.168.1.4/leaflet",
        "https://files.local/leaflet",
    ],
)
def test_link_that_cannot_be_one(link: str) -> None:
    """Mistyped links, and links that only the author can open, are quoted as written."""
    assert f"“{link}”" in (checks.broken_link(f"Leaflet: {link} (English).") or "")


def test_every_row_is_about_a_question() -> None:
    """No row looks at a question that the form does not have."""
    draft = filled().drafts[0]
    values = {**draft.values, **SOUND}
    looked_at = [path for path in values if path in SOUND]
    assert all(callable(check.about) or check.about in looked_at for check in CHECKS)


def doubtful() -> Draft:
    """Return a complete draft with an address as the contact person."""
    draft = handed_in("draft", claimed=False)
    answer = draft.answers["contact.person"].model_copy(update={"value": "Strandgade 100"})
    return draft.model_copy(update={"answers": draft.answers | {"contact.person": answer}})


ADVICE = f"Contact person: {texts.no_person('Strandgade 100', texts.AN_ADDRESS)}"


def author() -> CoreTalker:
    """Begin a conversation with the author of such a draft."""
    return CoreTalker(filled().model_copy(update={"drafts": (doubtful(),)}))


def test_summary_gives_the_advice_beside_submit() -> None:
    """The last message of the summary has the advice, a button for the question, and Submit."""
    one = author()
    told = does(one, "/summary")
    labels = [button.label for row in one.replies[max(one.replies)].rows for button in row]
    assert (True, True, True) == (ADVICE in told.split("\n"), "Contact person" in labels, "Submit" in labels)


def test_advice_does_not_hold_up_the_submission() -> None:
    """Submit works."""
    assert "RAN-2026-0001" in does(author(), "/summary", "[Submit]")


def test_answer_changed_on_advice_comes_back_to_the_summary() -> None:
    """The button opens the question; the answer leads back to the summary, without the advice."""
    told = does(author(), "/summary", "[Contact person]", "Anna Example")
    assert (True, False) == ("Saved: Anna Example\n\nSummary" in told, ADVICE in told)


def test_advice_waits_until_all_is_answered() -> None:
    """While an answer is missing, the summary leads to it first."""
    one = CoreTalker()
    told = does(one, "/start", "/overview", "15", "/skip", "Strandgade 100", "/summary")
    assert (True, False) == ("Before you can submit" in told, filling_texts.WORTH_A_LOOK in told)


def test_card_has_the_same_list() -> None:
    """The coordinator reads the same sentences on the card."""
    on = bed(doubtful().model_copy(update={"status": "submitted", "reference": "RAN-2026-0001"}))
    assert ADVICE in does(on.talker("Cora"), "/show 1").split("\n")


def test_card_of_a_sound_practice_has_no_list() -> None:
    """Without advice the card has no line about it."""
    assert filling_texts.WORTH_A_LOOK not in does(bed(handed_in()).talker("Cora"), "/show 1")


def test_same_text_twice() -> None:
    """A long answer that repeats an earlier one is named with that question."""
    assert [("sustainability.sustainability", texts.same_text("Description"))] == [
        one for one in found(sustainability__sustainability=GOOD) if "sustainability" in one[0]
    ]
