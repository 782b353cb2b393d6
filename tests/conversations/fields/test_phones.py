"""Phone numbers are kept in the form that can be called from any country."""

from datetime import date

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import OUTSIDE, Context, NotUnderstood, Offered, Phone, Understood

PATHS = ("country_of_origin.country", "country_of_origin.non_eu_country")
PHONE = Phone(region_from=PATHS)
TODAY = date(2026, 11, 23)
NOWHERE = Context(today=TODAY)
DENMARK = Context(today=TODAY, answers={PATHS[0]: "Denmark"})
GERMANY = Context(today=TODAY, answers={PATHS[0]: "Germany", PATHS[1]: None})
SWITZERLAND = Context(today=TODAY, answers={PATHS[0]: OUTSIDE, PATHS[1]: "Switzerland"})


@pytest.mark.parametrize(
    ("text", "context", "number"),
    [
        ("+45 33 11 55 00", NOWHERE, "+45 33 11 55 00"),
        ("0045 33 11 55 00", NOWHERE, "+45 33 11 55 00"),
        ("(0045) 33-11-55-00", NOWHERE, "+45 33 11 55 00"),
        ("+45 (0) 33 11 55 00", NOWHERE, "+45 33 11 55 00"),
        ("(+45) 33.11.55.00", NOWHERE, "+45 33 11 55 00"),
        ("Tel.: +45 33/11/55/00", NOWHERE, "+45 33 11 55 00"),
        ("0049 (0)30/123456", NOWHERE, "+49 30 123456"),
        ("+45 33 11 55 00 ext. 12", NOWHERE, "+45 33 11 55 00 ext. 12"),
        ("٠٠٤٥ ٣٣ ١١ ٥٥ ٠٠", NOWHERE, "+45 33 11 55 00"),
        ("33 11 55 00", DENMARK, "+45 33 11 55 00"),
        ("030 / 12345678", GERMANY, "+49 30 12345678"),
        ("044 668 18 00", SWITZERLAND, "+41 44 668 18 00"),
    ],
)
def test_phone_understood(text: str, context: Context, number: str) -> None:
    """A number is read with its country's code, or with the country that was answered."""
    assert Understood(number) == PHONE.read(text, context)


@pytest.mark.parametrize(
    ("text", "context", "numbers"),
    [
        ("33 11 55 00 / 33 11 55 01", DENMARK, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("+45 33 11 55 00 / 33 11 55 01", NOWHERE, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("+45 33 11 55 00 or +49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
        ("+45 33 11 55 00\n+49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
    ],
)
def test_phone_two_offered(text: str, context: Context, numbers: list[str]) -> None:
    """Two numbers in one line are offered one by one, and told where the other can go."""
    reading = PHONE.read(text, context)
    assert isinstance(reading, Offered)
    assert reading.problem == ("That has two phone numbers. Press one, or send one; the other can go into the address.")
    assert numbers == [option.value for option in reading.options]


@pytest.mark.parametrize("text", ["+45 33 11 55 00, ask for Anna", "+45 33 11 55 00 (mobile)", "+45 33 11 55 00 / 01"])
def test_phone_among_words_offered(text: str) -> None:
    """A number with more around it is offered."""
    reading = PHONE.read(text, NOWHERE)
    assert isinstance(reading, Offered)
    assert [option.value for option in reading.options] == ["+45 33 11 55 00"]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("33 11 55 00", NOWHERE),
        ("none", DENMARK),
        ("12", DENMARK),
        ("", DENMARK),
        ("1" * 10_000, DENMARK),
        ("+", DENMARK),
    ],
)
def test_phone_not_understood(text: str, context: Context) -> None:
    """What is no number is told to begin with the country's code."""
    reading = PHONE.read(text, context)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.endswith(
        '" is not a complete phone number. Begin with + and the country code, such as +45 33 11 55 00.'
    )


def test_phone_two_without_country() -> None:
    """Two numbers of an unknown country are told that there are several, and how to begin."""
    problem = (
        "That has several phone numbers. Send one; the other can go into the address. "
        "Begin with + and the country code, such as +45 33 11 55 00."
    )
    assert NotUnderstood(problem) == Phone().read("33 11 55 00 / 33 11 55 01", NOWHERE)


@pytest.mark.parametrize("value", ["33 11 55 00", "+45", "0045 33 11 55 00", "+45 33 11 55 00" * 50])
def test_phone_bounds(value: str) -> None:
    """A stored number begins with + and is whole."""
    assert PHONE.problem("+45 33 11 55 00") is None
    assert "is not a complete phone number" in str(PHONE.problem(value))


@given(st.sampled_from(["AT", "BE", "BG", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "IT", "NO", "PL", "SE", "TR"]))
def test_phone_read_again(region: str) -> None:
    """Reading a number as it is shown gives it back."""
    example = phonenumbers.example_number(region)
    assert example is not None
    number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    assert Understood(number) == PHONE.read(PHONE.show(number), NOWHERE)
