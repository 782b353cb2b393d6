"""E-mail and web addresses are found between other words, and corrected where they are spelled out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import Email, NotUnderstood, Offered, ReadingContext, Understood, Website

CONTEXT = ReadingContext(today=date(2026, 11, 23))

SUCH_AS = "such as https://example.org/practice."


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/", "https://example.org/"),
        ("http://www.example.org", "http://www.example.org"),
        ("HTTP://Example.org/Path", "HTTP://Example.org/Path"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("//example.org", "https://example.org"),
        ("exämple.org", "https://exämple.org"),
        ("https://example.org/%C3%A4/ä", "https://example.org/%C3%A4/ä"),
        ("https://example.org/wiki/A_(b)", "https://example.org/wiki/A_(b)"),
        ("(see https://example.org/x).", "https://example.org/x"),
        ("<https://example.org>.", "https://example.org"),
        ("https://intranet/page", "https://intranet/page"),
        ("https://example.org/long-\npath.html", "https://example.org/long-path.html"),
        ("https://example.org/a\n  b\n", "https://example.org/ab"),
        ("https://example.org\n/practice", "https://example.org/practice"),
        ("Our site:\n\nwww.example.org\nContact us", "https://www.example.org"),
        ("javascript:alert(1) or www.example.org", "https://www.example.org"),
    ],
)
def test_website_understood(text: str, address: str) -> None:
    """One address is taken, with or without a scheme, words around it, or broken over lines."""
    assert Understood(address) == Website().read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ftp://example.org", f"A web address begins with https:// or http://, not ftp:. Send one, {SUCH_AS}"),
        ("javascript:alert(1)", f"A web address begins with https:// or http://, not javascript:. Send one, {SUCH_AS}"),
        ("data:text/html,x", f"A web address begins with https:// or http://, not data:. Send one, {SUCH_AS}"),
        ("anna@example.org", f"“anna@example.org” is an e-mail address. Send the address of a web page, {SUCH_AS}"),
        ("write to a@example.org", f"“a@example.org” is an e-mail address. Send the address of a web page, {SUCH_AS}"),
        ("no website", f"“no website” is not a complete web address. Copy it from the browser, {SUCH_AS}"),
        (
            "a" * 5000,
            f"That is 5,000 characters, 3,000 over the limit of 2,000. Send a shorter address, {SUCH_AS}",
        ),
        (
            f"https://example.org/{'a' * 2000}",
            f"That is 2,020 characters, 20 over the limit of 2,000. Send a shorter address, {SUCH_AS}",
        ),
    ],
)
def test_website_not_understood(text: str, problem: str) -> None:
    """A text that is no web address is refused with a reason and the fix."""
    assert NotUnderstood(problem) == Website().read(text, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "intranet",
        "https://",
        "https://[",
        "https://example.org:99999",
        "https://a:b@example.org",
        "http:/x.org",
    ],
)
def test_website_incomplete(text: str) -> None:
    """A part of an address, or an address with a name and password, is refused."""
    reading = Website().read(text, CONTEXT)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.endswith(f"is not a complete web address. Copy it from the browser, {SUCH_AS}")


@pytest.mark.parametrize("text", ["www.example.org, https://example.com/x", "www.example.org\nexample.com/x"])
def test_website_two_offered(text: str) -> None:
    """Two addresses are offered one by one."""
    reading = Website().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert reading.problem.startswith("Your message has two web addresses. Press or send one")
    values = [option.value for option in reading.options]
    assert values == ["https://www.example.org", "https://example.com/x"]


@pytest.mark.parametrize(
    ("text", "whole", "begun"),
    [
        ("https://www.example.org/nos projets/", "/nos%20projets/", "/nos"),
        ("https://www.example.org/nos projets/en cours", "/nos%20projets/en%20cours", "/nos"),
        ("our site: www.example.org/nos projets", "/nos%20projets", "/nos"),
        ("www.example.org/nos projets.html?page=1", "/nos%20projets.html?page=1", "/nos"),
        ("https://www.example.org/annual report.pdf", "/annual%20report.pdf", "/annual"),
        ("www.example.org/nos projets/open door/", "/nos%20projets/open%20door/", "/nos"),
        ("See https://www.example.org/our annual report 2019.pdf.", "/our%20annual%20report%202019.pdf", "/our"),
        ("<https://www.example.org/nos\u00a0projets/>", "/nos%20projets/", "/nos"),
        ("https://www.example.org/search?q=open door", "/search?q=open%20door", "/search?q=open"),
        ("https://www.example.org/open door", "/open%20door", "/open"),
        ("https://www.example.org/nos projets pour jeunes", "/nos%20projets%20pour%20jeunes", "/nos"),
        ("www.example.org/our work with young people", "/our%20work%20with%20young%20people", "/our"),
        ("Website: www.example.org/annual report 2019 final", "/annual%20report%202019%20final", "/annual"),
        ("Our site:\nhttps://www.example.org/nos projets/\nWelcome", "/nos%20projets/", "/nos"),
        ("https://www.example.org/a/ b/c.html and more", "/a/%20b/c.html", "/a/"),
    ],
)
def test_website_with_blanks_offered(text: str, whole: str, begun: str) -> None:
    """An address with spaces is offered in two ways: with encoded spaces, and cut at the first space."""
    reading = Website().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert reading.problem.startswith("A web address has no spaces. Press the whole address,")
    assert [f"https://www.example.org{path}" for path in (whole, begun)] == [option.value for option in reading.options]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/x (in Danish)",
        "https://www.example.org/x - our page",
        "https://www.example.org/x is our page",
        "https://www.example.org/x, our page",
        "https://www.example.org/x\tour page",
        "https://www.example.org/x where you find everything else",
        "https:// www.example.org/x",
    ],
)
def test_website_before_words(text: str) -> None:
    """Words about an address do not belong to it."""
    assert Understood("https://www.example.org/x") == Website().read(text, CONTEXT)


def test_website_before_another() -> None:
    """Another address after an address does not belong to it."""
    reading = Website().read("https://www.example.org/x example.com/y", CONTEXT)
    assert isinstance(reading, Offered)
    assert ["https://www.example.org/x", "https://example.com/y"] == [option.value for option in reading.options]
    assert Understood("https://www.example.org/x") == Website().read("https://www.example.org/x a@example.com", CONTEXT)


def test_website_bounds_space() -> None:
    """A stored address has no white space."""
    assert Website().problem("https://example.org/a b") is not None


@given(st.from_regex(r"https?://[a-z]{1,9}(\.[a-z]{2,9}){1,3}(/[a-z0-9%~_-]{1,9}){0,3}/?", fullmatch=True))
def test_website_read_again(address: str) -> None:
    """Reading a shown address returns the same address."""
    assert Understood(address) == Website().read(Website().show(address), CONTEXT)


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
    """The only address in a text is the answer."""
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
    """An address that is spelled out is offered in its usual form."""
    reading = Email().read(text, CONTEXT)
    assert isinstance(reading, Offered)
    assert [option.value for option in reading.options] == ["name@example.org"]
    assert reading.problem == "Do you mean name@example.org? Press it, or send another."


def test_email_several() -> None:
    """Several addresses are offered, at most three."""
    reading = Email().read("a@example.org; b@example.org / c@example.org d@example.org", CONTEXT)
    assert isinstance(reading, Offered)
    assert reading.problem == "Your message has four addresses. Press the one to publish, or send one."
    assert [option.value for option in reading.options] == ["a@example.org", "b@example.org", "c@example.org"]


@pytest.mark.parametrize(
    "text",
    ["", "anna", "anna@example", "anna@@example.org", "Anna at the office", "@" * 500, f"{'a' * 250}@example.org"],
)
def test_email_not_understood(text: str) -> None:
    """A text that is no address is quoted, with an example."""
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
    """A stored address is complete."""
    assert problem == Email().problem(value)


@given(st.emails(domains=st.sampled_from(["example.org", "sub.example.org"])))
def test_email_read_again(address: str) -> None:
    """Reading a shown valid address returns the same address."""
    reading = Email().read(address, CONTEXT)
    if isinstance(reading, Understood):
        assert reading == Email().read(Email().show(reading.value), CONTEXT)
