"""Choices are read by text in any case, by part, by number, and several at once."""

from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import NotUnderstood, Offered, OneOf, Partly, ReadingContext, Several, Understood

CONTEXT = ReadingContext(today=date(2026, 11, 23))


class Theme(StrEnum):
    """Labels with ``and``, slashes, brackets and common words in them."""

    PREVENTION = "(Early) prevention"
    FAMILY = "Family support"
    FIGHTERS = "Foreign Terrorist Fighters and their families"
    EDUCATION = "Formal/informal education"
    FORMERS = "Formers"
    GENDER = "Gender/women"
    ISLAMIST = "Islamist extremism"
    PRISON = "Prison and probation"
    TRAINING = "Training"
    RIGHT_WING = "Violent right-wing extremism"
    HORIZON = "Horizon 2020"
    LIST = "Towns, villages, and islands"


ONE = OneOf(Theme)
TWO = Several(Theme, exactly=2)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Formers", Theme.FORMERS),
        ("  FORMERS! ", Theme.FORMERS),
        ("✓ Formers", Theme.FORMERS),
        ("5", Theme.FORMERS),
        ("5.", Theme.FORMERS),
        ("٥", Theme.FORMERS),
        ("5. Formers", Theme.FORMERS),
        ("- formers", Theme.FORMERS),
        ("early prevention", Theme.PREVENTION),
        ("prison / probation", Theme.PRISON),
        ("VIOLENT RIGHT WING EXTREMISM", Theme.RIGHT_WING),
        ("gend", Theme.GENDER),
        ("women", Theme.GENDER),
        ("2020", Theme.HORIZON),
        ("towns, villages and islands", Theme.LIST),
    ],
)
def test_choice_understood(text: str, label: Theme) -> None:
    """A label is read by its text, its number or a unique part; alone or among several."""
    assert Understood(str(label)) == ONE.read(text, CONTEXT)
    assert Understood((str(label),)) == TWO.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("extremism", ["Islamist extremism", "Violent right-wing extremism"]),
        ("formrs", ["Formers"]),
        ("it is Formers, really", ["Formers"]),
        ("gendr women", ["Gender/women"]),
        ("gen", ["Gender/women"]),
    ],
)
def test_choice_offered(text: str, labels: list[str]) -> None:
    """Labels with the same part, and similar labels, are offered as buttons."""
    reading = ONE.read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert labels == [option.value for option in reading.options]
    assert labels == [option.label for option in reading.options]


@pytest.mark.parametrize("text", ["", "_", "0", "13", "999", "banana", "ge", "x" * 200])
def test_choice_not_understood(text: str) -> None:
    """A text that is no choice is quoted; numbers are not mentioned, because the list shows none."""
    reading = ONE.read(text, CONTEXT)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.endswith("” is not in the list. Press a button, or type what it says.")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("1, 5", ("(Early) prevention", "Formers")),
        ("5 1", ("(Early) prevention", "Formers")),
        ("1 and 5", ("(Early) prevention", "Formers")),
        ("1; 5; 1.", ("(Early) prevention", "Formers")),
        ("1 & 5", ("(Early) prevention", "Formers")),
        ("training, formers", ("Formers", "Training")),
        ("formers and training", ("Formers", "Training")),
        ("Prison and probation and Training", ("Prison and probation", "Training")),
        ("prison and formers", ("Formers", "Prison and probation")),
        ("Towns, villages, and islands, gender and women", ("Gender/women", "Towns, villages, and islands")),
        ("1. (Early) prevention\n5. Formers\n", ("(Early) prevention", "Formers")),
        ("5 & training", ("Formers", "Training")),
    ],
)
def test_several_understood(text: str, labels: tuple[str, ...]) -> None:
    """Several choices are separated by commas, line breaks or "and", and sorted in the order of the list."""
    assert Understood(labels) == TWO.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1-5", "Put a comma between the numbers of the list, such as 1, 5."),
        ("a," * 200, f"“{'a,' * 19}a…” are not in the list. Press a button, or type what it says."),
        ("", "“” is not in the list. Press a button, or type what it says."),
    ],
)
def test_several_not_understood(text: str, problem: str) -> None:
    """A text without a choice is quoted."""
    assert NotUnderstood(problem) == TWO.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "known", "rest"),
    [
        ("1, 19", ("(Early) prevention",), "19"),
        ("training, banana, cherry", ("Training",), "banana, cherry"),
        ("banana, training, cherry", ("Training",), "banana, cherry"),
        ("prison, mentoring", ("Prison and probation",), "mentoring"),
        ("formers und Mentoren", ("Formers",), "Mentoren"),
        ("prison, formers et le sport", ("Formers", "Prison and probation"), "le sport"),
    ],
)
def test_several_partly_understood(text: str, known: tuple[str, ...], rest: str) -> None:
    """Choices that were understood are kept, and only the rest is asked about."""
    are = "are" if "," in rest else "is"
    problem = f"“{rest}” {are} not in the list. Press a button, or type what it says."
    assert Partly(known, problem, rest) == TWO.read(text, CONTEXT)


def test_several_partly_misspelt() -> None:
    """A misspelled choice is offered together with the choices that were understood."""
    reading = TWO.read("formrs, training", CONTEXT)
    assert isinstance(reading, Partly)
    assert (("Training",), "“formrs” is not in the list. Press the one that you mean.") == (
        reading.value,
        reading.problem,
    )
    assert [["Formers", "Training"]] == [option.value for option in reading.options]


class Fund(StrEnum):
    """Labels with abbreviations in brackets."""

    ERASMUS = "Erasmus+"
    ISF = "Internal Security Fund (ISF)"
    ESF = "European Social Fund (ESF)"
    H2020 = "Horizon 2020"


FUNDS = Several(Fund, called={"H2020": Fund.H2020})


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("ISF and erasmus", (Fund.ERASMUS, Fund.ISF)),
        ("isf", (Fund.ISF,)),
        ("ESF+; H2020", (Fund.ESF, Fund.H2020)),
        ("Erasmus Plus und ESF", (Fund.ERASMUS, Fund.ESF)),
        ("Internal Security Fund, ISF", (Fund.ISF,)),
        ("European social fund y erasmus+", (Fund.ERASMUS, Fund.ESF)),
    ],
)
def test_several_by_abbreviation(text: str, labels: tuple[str, ...]) -> None:
    """An abbreviation in brackets is a name of its label, and so are the words before it; "und" and "y" are "and"."""
    assert Understood(labels) == FUNDS.read(text, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "value", "problem"),
    [
        (TWO, (), "Choose exactly two: none is chosen. Press two."),
        (TWO, ("Training",), "Choose exactly two: one is chosen. Press one more."),
        (TWO, ("Training", "Formers"), None),
        (TWO, ("Training", "Training"), "Choose exactly two: one is chosen. Press one more."),
        (
            TWO,
            ("Training", "Formers", "Gender/women"),
            "Choose exactly two, not three: Training; Formers; Gender/women.",
        ),
        (TWO, ("Training", "Gone"), "“Gone” is no longer in the list. Choose again."),
        (Several(Theme), (), "Choose at least one: none is chosen."),
        (Several(Theme, at_least=3), ("Training", "Formers"), "Choose at least three: two are chosen."),
        (Several(Theme, at_least=12), ("Training",), "Choose at least 12: one is chosen."),
        (Several(Theme), ("Training",), None),
    ],
)
def test_several_bounds(kind: Several, value: tuple[str, ...], problem: str | None) -> None:
    """A broken bound is reported with figures; a label that is no longer in the list is named."""
    assert problem == kind.problem(value, CONTEXT)


@pytest.mark.parametrize(
    ("value", "problem"), [("Training", None), ("Gone", "“Gone” is no longer in the list. Choose again.")]
)
def test_one_bounds(value: str, problem: str | None) -> None:
    """A label that is no longer in the list is named."""
    assert problem == ONE.problem(value)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (
            ("Formers", "Training"),
            "Two are chosen: Formers; Training. To change that, first press one of them, then another.",
        ),
        (("Formers",), "One is chosen: Formers. To change that, first press one of them, then another."),
    ],
)
def test_several_too_many(chosen: tuple[str, ...], said: str) -> None:
    """After one press too many, the bot lists the choices and asks to remove one first."""
    assert said == TWO.too_many(chosen)


def test_several_order() -> None:
    """Labels are sorted in the order of the list, each once; old labels come last."""
    assert TWO.ordered(("Gone", "Training", "Formers", "Training", "Gone")) == ("Formers", "Training", "Gone")


def test_several_saved() -> None:
    """The confirmation joins the labels."""
    assert TWO.saved(("Formers", "Training")) == "Saved: Formers; Training"


@given(st.sets(st.sampled_from([theme.value for theme in Theme]), min_size=1))
def test_several_read_again(labels: set[str]) -> None:
    """Reading shown labels returns the same labels."""
    value = TWO.ordered(tuple(labels))
    assert Understood(value) == TWO.read(TWO.show(value), CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "maybe prison and training",
        "I think prison, training",
        "both prison and training",
        "prison and maybe training",
        "vielleicht prison und training",
        "je pense prison et training",
    ],
)
def test_words_of_doubt_around_choices(text: str) -> None:
    """Words such as "maybe" and "both" do not hide the choice behind them."""
    assert Understood(("Prison and probation", "Training")) == TWO.read(text, CONTEXT)


def test_words_of_doubt_stay_in_words_that_are_no_choice() -> None:
    """What is in no list is kept as it was written."""
    assert NotUnderstood("“maybe imams” is not in the list. Press a button, or type what it says.") == TWO.read(
        "maybe imams", CONTEXT
    )
