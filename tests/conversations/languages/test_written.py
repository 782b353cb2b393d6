"""The language of a text: found from ten words on, in each language of the bot."""

from pathlib import Path

import pytest

from conversations.languages import OWN_NAMES
from conversations.languages import speaking as in_language_of
from conversations.languages.written import LEAST_WORDS, Written, written_in

_LINES = (Path(__file__).parent / "written.txt").read_text(encoding="utf-8").splitlines()

TEXTS = {code: text for code, _, text in (line.partition(": ") for line in _LINES)}
"""Some sentences on one project in each language."""


def test_each_language_has_a_text() -> None:
    """No language of the bot is left out."""
    assert {*OWN_NAMES} == {*TEXTS}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_language_of_a_text(code: str) -> None:
    """The whole text is recognised; of its first ten words, nothing else is sure."""
    whole, begins = written_in([TEXTS[code]]), written_in([" ".join(TEXTS[code].split()[:LEAST_WORDS])])
    assert code == (whole and whole.code)
    assert begins in {None, Written(code, sure=False)}


def test_several_answers() -> None:
    """The longest answer stands first, and short ones add to it."""
    assert Written("fr", sure=True) == written_in(["ok", TEXTS["fr"], "Odense"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Back on Track",
        "We visit prisons weekly",
        "12 34 " * 50,
        "RAN-2026-0001 https://example.org " * 20,
        "asdf qwer zxcv uiop hjkl bnm qwer tzui asdf ghjk xcvb",
        "\ud800 " * 20,
        "\U0001f600 " * 50,
        "tova e proekt za mladi hora koito izlizat ot zatvora i tyrsqt rabota",
    ],
)
def test_no_language(text: str) -> None:
    """Short texts, figures, addresses, nonsense, and Bulgarian in Latin letters, whose code has no name."""
    assert written_in([text]) is None


def test_language_that_the_bot_does_not_speak() -> None:
    """It is said if the model is sure."""
    turkish = "Cezaevinden çıkan gençlerle her hafta buluşuyoruz, onlara iş ve ev bulmada yardım ediyoruz."
    found = written_in([turkish])
    assert ("tr", "Turkish") == (found and (found.code, found.name))


def test_name_in_the_language_that_is_spoken() -> None:
    """A coordinator who reads German reads of Danish as Dänisch."""
    with in_language_of("de"):
        assert "Dänisch" == Written("da", sure=True).name
