"""E-mail addresses are found in what stands around them, and put right where they are spelt out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import Email, NotUnderstood, Offered, ReadingContext, Understood

CONTEXT = ReadingContext(today=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("name@example.org", "name@example.org"),
        (" Name@EXAMPLE.org.", "Name@example.org"),
        ("mailto:anna@example.org?subject=Hello", "anna@example.org"),
        ("Anna <anna@example.org>", "anna@example.org"),
        ("Write to anna@example.org, please!", "anna@example.org"),
        ("anna@example.org, anna@example.org", "anna@example.org"),
        ("@anna (anna@example.org)", "anna@example.org"),
        ("ä@exämple.org", "ä@exämple.org"),
    ],
)
def test_email_understood(text: str, address: str) -> None:
    """The one address in a text is the answer."""
    assert Understood(address) == Email().read(text, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "name [at] example.org",
        "name(at)example.org",
        "name at example dot org",
        "name AT example.org",
        "name[at]example[dot]org",
        "name @ example.org",
        "name@example,org",
        "name {ät} example.org",
    ],
)
def test_email_spelt_out(text: str) -> None:
    """An address that is spelt out is offered as the one that it probably is."""
    reading = Email().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert [option.value for option in reading.options] == ["name@example.org"]
    assert reading.problem == "Do you mean name@example.org? Press it, or send another."


def test_email_several() -> None:
    """Of several addresses each is offered, at most three."""
    reading = Email().read("a@example.org; b@example.org / c@example.org d@example.org", CONTEXT)
    assert isinstance(reading, Offered)
    assert reading.problem == "Your message has four addresses. Press the one to publish, or send one."
    assert [option.value for option in reading.options] == ["a@example.org", "b@example.org", "c@example.org"]


@pytest.mark.parametrize(
    "text",
    ["", "anna", "anna@example", "anna@@example.org", "Anna at the office", "@" * 500, f"{'a' * 250}@example.org"],
)
def test_email_not_understood(text: str) -> None:
    """What is no address is quoted, with the form of one."""
    reading = Email().read(text, CONTEXT)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.endswith("” is not a complete e-mail address. Send it in the form name@example.org.")


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("name@example.org", None),
        ("name", "“name” is not a complete e-mail address. Send it in the form name@example.org."),
    ],
)
def test_email_bounds(value: str, problem: str | None) -> None:
    """A stored address is a whole one."""
    assert problem == Email().problem(value)


@given(st.emails(domains=st.sampled_from(["example.org", "sub.example.org"])))
def test_email_read_again(address: str) -> None:
    """Reading a valid address as it is shown gives it back."""
    reading = Email().read(address, CONTEXT)
    if isinstance(reading, Understood):
        assert reading == Email().read(Email().show(reading.value), CONTEXT)
