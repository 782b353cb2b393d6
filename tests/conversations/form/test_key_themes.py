"""The key themes are read by everyday words."""

from datetime import date

import pytest
from support.author import draft, go, labels, named, question

from conversations.fields import Offered, Partly, ReadingContext, Understood
from conversations.form.asked import question_at

CONTEXT = ReadingContext(today=date(2026, 11, 23))

MULTI, EDUCATION, LOCAL, NARRATIVES = (
    "Multi-agency cooperation",
    "Formal/informal education",
    "Local strategies/cities",
    "Alternative and counter narratives",
)


@pytest.mark.parametrize("text", ["families", "Familien", "famille", "rodziny", "family", "parents"])
def test_families_are_not_the_families_of_fighters(text: str) -> None:
    """Families alone mean Family support."""
    assert Understood(("Family support",)) == question_at("key_themes.themes").read(text, CONTEXT)


def test_families_of_fighters() -> None:
    """The label with families in it can still be typed."""
    text = "Foreign Terrorist Fighters and their families"
    assert Understood((text,)) == question_at("key_themes.themes").read(text, CONTEXT)


@pytest.mark.parametrize("text", ["Familien", "parents"])
def test_families_at_the_next_list_are_no_theme(text: str) -> None:
    """Everyday words change no list that was answered before; the open list offers its own choice."""
    one = named("/overview", "4", "prevention, training")
    go(one, text)
    assert ["(Early) prevention", "Training"] == draft(one).values["key_themes.themes"]
    assert ("target_audience.audiences", "Families") == (question(one), labels(one)[0])


@pytest.mark.parametrize(
    ("words", "themes"),
    [
        ("Prävention, forebyggelse, prevenzione, prevención, prewencja, förebyggande", ["(Early) prevention"]),
        ("Gefängnis, fængsel, carcere, cárcel, gevangenis, fängelse, więzienie", ["Prison and probation"]),
        ("school, Schule, skole, école, escuela, scuola, onderwijs, skola, szkoła, universities", [EDUCATION]),
        ("police, Polizei, politi, policía, polizia, politie, polis, policja", [MULTI]),
        ("mental health, Trauma, psychologists", [MULTI, "Rehabilitation"]),
        ("Frauen, kvinder, femmes, mujeres, donne, vrouwen, kvinnor, kobiety", ["Gender/women"]),
        ("municipality, kommune, Gemeinde, ayuntamiento, gemeente, gmina, mairie", [LOCAL]),
        ("online, internet, social media, hate speech", [NARRATIVES]),
        ("exit, Ausstieg, avhoppare", ["Deradicalisation/disengagement"]),
        ("girls", ["Gender/women", "Vulnerable youth and youth engagement in P/CVE"]),
        ("returnees, Rückkehrer", ["Foreign Terrorist Fighters and their families"]),
        ("far right, Rechtsextreme, extrême droite", ["Violent right-wing extremism"]),
        ("political extremism", ["Social cohesion and polarisation"]),
    ],
)
def test_everyday_word_for_a_theme(words: str, themes: list[str]) -> None:
    """A word that fits a theme offers it; a word that could be two offers both."""
    for word in words.split(", "):
        reading = question_at("key_themes.themes").read(word, CONTEXT)
        assert isinstance(reading, Offered)
        assert (word, themes) == (word, [option.label for option in reading.options])


def test_two_everyday_words_are_two_themes() -> None:
    """One button saves two themes; words of more themes have a button for each."""
    two, three = (
        question_at("key_themes.themes").read(text, CONTEXT) for text in ("online/Schule", "exit Schule police")
    )
    assert isinstance(two, Offered)
    assert isinstance(three, Offered)
    assert [[NARRATIVES, EDUCATION]] == [option.value for option in two.options]
    assert [["Deradicalisation/disengagement"], [EDUCATION], [MULTI]] == [option.value for option in three.options]


def test_everyday_word_beside_a_theme() -> None:
    """A theme is ticked, and an everyday word is added to it; other words, such as football, are left out."""
    reading = question_at("key_themes.themes").read("training, Schule, football", CONTEXT)
    assert isinstance(reading, Partly)
    assert (("Training",), [[EDUCATION, "Training"]]) == (reading.value, [option.value for option in reading.options])


@pytest.mark.parametrize("text", ["jail and probation", "training, Fortbildung"])
def test_everyday_word_for_a_theme_that_is_ticked(text: str) -> None:
    """It asks nothing: the theme is chosen already."""
    assert isinstance(question_at("key_themes.themes").read(text, CONTEXT), Understood)


def test_everyday_word_after_two_themes() -> None:
    """Three themes are too many, so the pressed theme takes the place of the two that were chosen."""
    one = named("/overview", "4", "prevention, training", "/overview", "4", "Schule")
    go(one, f"[{EDUCATION}]")
    assert ([EDUCATION], "key_themes.themes") == (draft(one).values["key_themes.themes"], question(one))


@pytest.mark.parametrize("text", ["is it about Schule?", "football", "2012", "x" * 300])
def test_no_everyday_word(text: str) -> None:
    """A question, other words and numbers offer no theme."""
    assert not getattr(question_at("key_themes.themes").read(text, CONTEXT), "options", ())
