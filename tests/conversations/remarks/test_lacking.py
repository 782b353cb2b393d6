"""A person who has no answer is led on: to Later at a required question, to Skip at an optional one."""

import pytest
from support.author import labels, named, question, says


@pytest.mark.parametrize(
    "text", ["ask my chef", "haben wir nicht", "nie mam telefonu", "non ho sito", "pas de site", "finns inte"]
)
@pytest.mark.parametrize("acts", [("15", "/skip"), ("15", "/skip", "Eva Muster"), ("9",)])
def test_lacking_at_a_required_question(acts: tuple[str, ...], text: str) -> None:
    """A person who has no answer can press Later, also at the contact person and the e-mail address."""
    one = named("/overview", *acts)
    before = question(one)
    said = says(one, text)
    assert (before, True, True) == (question(one), "Later" in labels(one), "press Later" in said)


@pytest.mark.parametrize(
    "text", ["haben wir nicht", "vi har ingen hjemmeside", "non ho sito", "no tenemos", "nie mamy"]
)
@pytest.mark.parametrize("acts", [("15",), ("15", "/skip", "Eva Muster", "eva@example.org"), ("9", "It works well.")])
def test_lacking_at_an_optional_question(acts: tuple[str, ...], text: str) -> None:
    """A person who has no answer is told to press Skip, also at the address."""
    one = named("/overview", *acts)
    before = question(one)
    said = says(one, text).casefold()
    assert (before, True) == (question(one), "press skip" in said)
