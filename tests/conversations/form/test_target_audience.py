"""Everyday words for people are offered as choices of the list."""

from datetime import date

import pytest
from pydantic import JsonValue

from conversations.fields import NotUnderstood, Offered, Option, Partly, Reading, ReadingContext
from conversations.form.asked import question_at

LIST, MORE = "target_audience.audiences", "target_audience.additional"

FIRST_RESPONDERS, AUTHORITIES = "First responders or practitioners", "Authorities"

EDUCATORS, FAMILIES, LOCAL = "Educators/academics", "Families", "Local community organisations/NGOs"

PRISON, YOUTH, ONLINE, PUBLIC = "Prison / probation", "Youth/pupils/students", "Online community", "General public"


def read(text: str, **answers: JsonValue) -> Reading[tuple[str, ...]]:
    """Read a text at the list."""
    given = {f"target_audience.{key}": value for key, value in answers.items()}
    return question_at(LIST).read(text, ReadingContext(today=date(2026, 11, 23), answers=given))


def options(text: str, **answers: JsonValue) -> list[Option]:
    """Return the offered options."""
    reading = read(text, **answers)
    return [] if isinstance(reading, NotUnderstood) else list(getattr(reading, "options", ()))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("police", [FIRST_RESPONDERS, AUTHORITIES]),
        *(
            (word, [FIRST_RESPONDERS])
            for word in ("social workers", "youth workers", "nurses", "the mentors", "coaches")
        ),
        *((word, [EDUCATORS]) for word in ("teachers", "School teachers", "researchers", "Lehrer", "professeurs")),
        *((word, [FAMILIES]) for word in ("parents", "moms", "mothers", "Eltern", "forældre")),
        *(
            (word, [YOUTH])
            for word in ("kids", "children", "teenagers", "young people", "Jugendliche", "unge", "ragazzi")
        ),
        *((word, [PRISON]) for word in ("inmates", "offenders", "prison guards", "détenus", "fanger")),
        *((word, [LOCAL]) for word in ("imams", "sports clubs", "volunteers", "faith leaders", "frivillige")),
        *((word, [AUTHORITIES]) for word in ("mayors", "politicians", "policy makers", "judges", "Politiker")),
        *((word, [PUBLIC]) for word in ("everyone", "citizens")),
        *((word, [ONLINE]) for word in ("gamers", "influencers")),
        ("wives of inmates", [FAMILIES, PRISON]),
    ],
)
def test_everyday_word_is_offered(text: str, labels: list[str]) -> None:
    """Choices that fit come first; the words, for the next question, come last."""
    choices = [Option(label, [label]) for label in labels]
    kept = Option(f"Additional target audience: {text}", None, {"additional": text}, stays=True)
    problem = f"“{text}” is not in the list. Press the one that you mean."
    assert Offered(problem, (*choices, kept)) == read(text)


def test_several_everyday_words_are_offered_together() -> None:
    """One button saves all of them, with the other words for the next question."""
    both = Option(f"{EDUCATORS}; {FAMILIES}", [EDUCATORS, FAMILIES])
    more = Option(f"{EDUCATORS}, and bakers", [EDUCATORS], {"additional": "bakers"})
    assert [both, more] == [options("parents and teachers")[0], options("teachers, bakers")[0]]


BOTH, ALL_OF_THEM = [FAMILIES, YOUTH], [FAMILIES, FIRST_RESPONDERS, YOUTH]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("youth families and police", ALL_OF_THEM),
        ("youth families police", ALL_OF_THEM),
        ("kids+parents & police", ALL_OF_THEM),
        *((f"kids{sign}parents", BOTH) for sign in ("/", " / ", "+", " & ", "\n", " - ", " or ", " and/or ", "; ")),
        *((text, BOTH) for text in ("Kinder und/oder Eltern", "enfants et/ou parents", "jongeren en/of ouders")),
        *(
            (text, BOTH)
            for text in ("- kids\n- parents", "• kids • parents", "1. kids 2. parents", "* kids\n* parents")
        ),
    ],
)
def test_words_are_joined_in_any_way(text: str, value: list[str]) -> None:
    """Spaces, signs, "or", lines, bullets and numbers all stand between groups."""
    assert value == options(text)[0].value


def test_word_with_two_meanings_among_others() -> None:
    """There is a button for each meaning of a word: the police are responders or an authority."""
    first, second = [FAMILIES, FIRST_RESPONDERS], [AUTHORITIES, FAMILIES]
    assert [first, second] == [option.value for option in options("parents and police")[:2]]


def test_words_without_a_sign_may_be_one_group() -> None:
    """Each choice has a button, too, because "prison teachers" may be teachers alone."""
    values = [option.value for option in options("prison teachers")]
    assert [[EDUCATORS, PRISON], [PRISON], [EDUCATORS], None] == values


@pytest.mark.parametrize(
    "text",
    [
        *("since 2012", "2012-2018", "12 March 2015", "seit März 2015", "in the 1990s", "about 300", "300 people"),
        *("lone@example.org", "tel 12 34 56 78", "+45 33 11 55 00 mobil", "www.example.org", "also since 2012"),
    ],
)
def test_figures_and_addresses_are_nobody(text: str) -> None:
    """Numbers, dates, e-mail addresses and phone numbers are never offered as an audience."""
    assert isinstance(read(text), NotUnderstood)


@pytest.mark.parametrize("text", ["aged 12-18", "class of 2012", "people over 65"])
def test_people_with_a_figure_are_an_audience(text: str) -> None:
    """A group may have a number in its name."""
    assert [f"Additional target audience: {text}"] == [option.label for option in options(text)]


def test_everyday_word_beside_a_choice() -> None:
    """The choices that were understood are ticked, and the button adds to the ticked choices."""
    reading = read("prison, police")
    assert isinstance(reading, Partly)
    assert ((PRISON,), [FIRST_RESPONDERS, PRISON]) == (reading.value, reading.options[0].value)
    assert [FAMILIES, FIRST_RESPONDERS] == options("police", audiences=[FAMILIES])[0].value


def test_everyday_word_where_others_are_named_already() -> None:
    """If the next question has an answer already, only choices are offered."""
    assert [Option(FAMILIES, [FAMILIES])] == options("parents", additional="coaches")
    assert [] == options("teachers, bakers", additional="coaches")


@pytest.mark.parametrize(
    "text", ["bakers", "radicalised people", "minorities", "moral support", "kindness", "hello", "what about police?"]
)
def test_other_word_is_offered_no_choice(text: str) -> None:
    """Words that fit no choice are offered for the next question only; a question is not offered at all."""
    assert all(option.value is None for option in options(text))


def test_misspelt_choice_is_added_to_what_was_ticked() -> None:
    """A misspelled choice that is pressed keeps the ticked choices."""
    assert [FAMILIES, "Formers"] == options("formrs", audiences=[FAMILIES])[0].value


@pytest.mark.parametrize("text", ["yes", "Ja!", "no"])
def test_mere_yes_is_nobody(text: str) -> None:
    """A yes names nobody, so it is not offered for a question."""
    assert [] == options(text)
