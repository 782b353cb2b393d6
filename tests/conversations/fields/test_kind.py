"""Every kind answers every text: it is read, offered or refused, never an exception."""

import json
from datetime import date
from enum import StrEnum
from time import process_time
from typing import Annotated, Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from conversations.fields import (
    Email,
    EuCountry,
    Kind,
    Line,
    LongText,
    NonEuCountry,
    NotUnderstood,
    Offered,
    OneOf,
    Partly,
    Period,
    Phone,
    Reading,
    ReadingContext,
    Several,
    Text,
    Understood,
    Website,
    When,
    Year,
    YesNo,
)


class Fund(StrEnum):
    """A short list."""

    ERASMUS = "Erasmus+"
    ISF = "Internal Security Fund (ISF)"
    HORIZON = "Horizon 2020"
    OTHER = "Other"


CONTEXT = ReadingContext(today=date(2026, 11, 23), answers={"country_of_origin.country": "Denmark"})
TEXT_KINDS: list[Kind[str]] = [
    Line(),
    Text(),
    LongText(),
    LongText(300),
    OneOf(Fund),
    EuCountry(),
    NonEuCountry(),
    Email(),
    Phone(("country_of_origin.country",)),
    Website(),
]
KINDS: list[tuple[Kind[Any], TypeAdapter[Any]]] = [
    *((kind, TypeAdapter(str)) for kind in TEXT_KINDS),
    (YesNo(), TypeAdapter(bool)),
    (Year(until="ending_year"), TypeAdapter(int)),
    (Several(Fund), TypeAdapter(tuple[str, ...])),
    (Several(Fund, exactly=2), TypeAdapter(tuple[str, ...])),
    (When(), TypeAdapter(Period)),
]
FRAGMENTS = [
    *(
        "1",
        "5",
        "23",
        "2011",
        "2011-2014",
        "٣",
        "²",
        "½",
        "-",
        "–",
        "/",
        ",",
        ";",
        ".",
        " ",
        "\n",
        "(",
        ")",
        "+",
        "00",
        "&",
    ),
    *("@", "at", "[dot]", "example", "org", "www.", "https://", "javascript:", ":", "?", "January", "listopad", "mar"),
    *(
        "to",
        "and",
        "Denmark",
        "Norway",
        "UK",
        "no",
        "yes",
        "Horizon",
        "Other",
        "erasmus",
        "\x00",
        "\ud800",
        "\u202e",
        "é",
    ),
    *("33115500", "+45", "ext.", "a", "𝟙", "ﬁ", "İ", "ß", "m1"),
]
TEXTS = st.one_of(
    st.text(st.characters()),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join),
)
LONG = [
    unit * (100_000 // len(unit))
    for unit in (
        "a",
        "9",
        "٣",
        " ",
        "-",
        "1/",
        "1 ",
        "a@",
        "a.",
        "+45 ",
        "\n",
        "1-",
        ", ",
        "www.",
        "(at) ",
        "é",
        "word ",
    )
]


HOSTILE = [
    "1/",
    "1 ",
    "+45 ",
    "(1",
    "1-",
    "x1 ",
    "+",
    "(",
    "1:00-",
    "33115500 ",
    "33115500/",
    "q1 ",
    "of ",
    "a\t",
    "- a\n",
    "\u200d",
]


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS], ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
@pytest.mark.parametrize("length", [99, 199, 4096])
def test_hostile_text_answered_soon(kind: Kind[Any], unit: str, length: int) -> None:
    """No text of allowed length takes long, in units of this machine's speed."""
    text = (unit * length)[:length]
    kind.read(text, CONTEXT)  # names of countries and months are collected at the first
    begun = process_time()
    kind.read(text, CONTEXT)
    assert process_time() - begun < 0.1


def sound(kind: Kind[Any], adapter: TypeAdapter[Any], reading: Reading[Any]) -> None:
    """Check the rules for every reading."""
    match reading:
        case Understood(value=value):
            assert value == adapter.validate_json(adapter.dump_json(value))
            assert kind.saved(value).startswith("Saved")
            assert kind.problem(value, CONTEXT) != ""
        case NotUnderstood(problem=problem):
            assert 0 < len(problem) < 600
            json.dumps(problem).encode()
        case Offered(problem=problem, options=options):
            assert 0 < len(problem) < 600
            assert options
            for option in options:
                assert 0 < len(option.label) <= 60
                assert json.loads(json.dumps(option.value)) == option.value
                if option.value is not None:
                    adapter.validate_json(json.dumps(option.value))


@pytest.mark.parametrize(("kind", "adapter"), KINDS, ids=lambda value: type(value).__name__)
@given(text=TEXTS)
@example(text="")
@example(text="AND")
def test_any_text_answered(kind: Kind[Any], adapter: TypeAdapter[Any], text: str) -> None:
    """Any text gets a reading that is JSON, and whose sentences and buttons fit a phone."""
    sound(kind, adapter, kind.read(text, CONTEXT))


@pytest.mark.parametrize(("kind", "adapter"), KINDS, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:4]))
def test_long_text_answered(kind: Kind[Any], adapter: TypeAdapter[Any], text: str) -> None:
    """A text of 100,000 characters also gets such a reading."""
    sound(kind, adapter, kind.read(text, CONTEXT))


UNSEEN = [
    *("\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff", "\xad", "\u180e", "\u034f", "\u2066", "\u3164"),
    *("\ufe0f", "\u202a", "\u061c"),
]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Email(), "anna@example.org", "anna@example.org"),
        (Website(), "https://www.example.org/practice", "https://www.example.org/practice"),
        (Phone(), "+45 33 11 55 00", "+45 33 11 55 00"),
        (Year(), "2011", 2011),
        (YesNo(), "yes", True),
        (OneOf(Fund), "Horizon 2020", "Horizon 2020"),
        (Several(Fund), "1, 2", ("Erasmus+", "Internal Security Fund (ISF)")),
        (EuCountry(), "Denmark", "Denmark"),
        (NonEuCountry(), "Switzerland", "Switzerland"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Kind) else ascii(value),
)
@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_unseen_taken_out(kind: Kind[Any], text: str, value: object, unseen: str) -> None:
    """Invisible characters change no reading, at any position."""
    for place in range(len(text) + 1):
        assert Understood(value) == kind.read(text[:place] + unseen + text[place:], CONTEXT)


@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_unseen_in_date(unseen: str) -> None:
    """A date is stored without invisible characters."""
    reading = When().read(f"{unseen}23{unseen} Jan{unseen}uary 2019{unseen}", CONTEXT)
    assert When().read("23 January 2019", CONTEXT) == reading


@pytest.mark.parametrize("kind", TEXT_KINDS, ids=lambda value: type(value).__name__)
@given(text=TEXTS)
def test_any_stored_text_judged(kind: Kind[str], text: str) -> None:
    """Any stored text is checked: it breaks no bound, or a sentence names the bound."""
    assert kind.problem(text, CONTEXT) != ""


@pytest.mark.parametrize("kind", [kind for kind, _ in KINDS if kind.choices], ids=lambda value: type(value).__name__)
def test_choices_read(kind: Kind[Any]) -> None:
    """Every choice can be typed: its text in any case, or its number."""
    for number, label in enumerate(kind.choices, 1):
        by_label = kind.read(label, CONTEXT)
        assert isinstance(by_label, Understood)
        assert label == kind.show(by_label.value)
        assert by_label == kind.read(label.upper(), CONTEXT)
        assert by_label == kind.read(str(number), CONTEXT)


def test_field_bounds_kept() -> None:
    """A field with a kind keeps its bounds, with and without today's date, and may be empty."""
    adapter: TypeAdapter[int | None] = TypeAdapter(Annotated[int | None, Year()])
    assert adapter.validate_python(None) is None
    assert adapter.validate_python(2030) == 2030
    with pytest.raises(ValidationError, match="Enter a year between 1900 and 2026, such as 2011"):
        adapter.validate_python(2030, context=CONTEXT)


def test_reading_closed() -> None:
    """There are four readings."""
    assert {Understood, NotUnderstood, Offered, Partly} == {
        getattr(one, "__origin__", one) for one in get_args(Reading)
    }
