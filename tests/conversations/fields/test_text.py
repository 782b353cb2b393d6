"""Texts are stored as typed, and broken bounds are reported with figures."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import Line, LongText, NotUnderstood, ReadingContext, Text, Understood, YesNo
from conversations.fields.plain import count_characters

CONTEXT = ReadingContext(today=date(2026, 11, 23))
NO_WORDS = "I see no letter or digit. Write your answer in words."
AnyText = Text | LongText
KINDS: list[AnyText] = [Line(), Text(), LongText(), LongText(max_words=300)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Back on Track\n", "Back on Track"),
        ("Managing\n Controversy", "Managing Controversy"),
        ("“Quotes” – & <b>ö</b>", "“Quotes” – & <b>ö</b>"),
        ("a\x00b\ud800c", "abc"),
    ],
)
def test_line_white_space(text: str, kept: str) -> None:
    """A text is put on one line, and nothing else changes."""
    assert Understood(kept) == Line().read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Anna Example\nproject leader\nOpen Door", "Anna Example, project leader, Open Door"),
        (" Anna Example\n project leader\n Open Door", "Anna Example, project leader, Open Door"),
        ("Families\tTeachers\t\tCoaches", "Families, Teachers, Coaches"),
        ("Families\u2028Teachers\r\nCoaches", "Families, Teachers, Coaches"),
        ("Open Door, Aarhus\nAnna Example", "Open Door, Aarhus; Anna Example"),
        ("Anna\tleader\nBo\ttrainer", "Anna, leader; Bo, trainer"),
        ("- families\n- teachers", "families, teachers"),
        ("•\tfamilies\n•\tteachers", "families, teachers"),
        ("1.\tfamilies\n2.\tteachers", "1. families, 2. teachers"),
        ("Open Door:\nmentoring", "Open Door: mentoring"),
        ("Families and\nteachers", "Families and teachers"),
        ("Open Door -\nmentoring", "Open Door - mentoring"),
        ("Open Door\n- mentoring", "Open Door - mentoring"),
        ("Families\nand teachers", "Families and teachers"),
        ("Open Door\n– after prison", "Open Door – after prison"),
        ("multi-\nagency work", "multi-agency work"),
    ],
)
def test_line_of_several_lines(text: str, kept: str) -> None:
    """Lines and cells of a table are joined with commas, or with semicolons if they have commas."""
    assert Understood(kept) == Line().read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\ufeffOpen\u200b Do\xador\u2060", "Open Door"),
        ("\u202aAnna Example\u202c\u200e", "Anna Example"),
        ("\u202eAnna\u202c", "\u202eAnna\u202c"),
        ("Anna\u200d Exam\u200cple", "Anna Example"),
        ("Zoe\u0301\u200d", "Zoé"),
        ("\u200dAnna", "Anna"),
        ("👩🏽\u200d💻 at work ❤\ufe0f\u200d🔥", "👩🏽\u200d💻 at work ❤\ufe0f\u200d🔥"),
        ("می\u200cخواهم \u200f", "می\u200cخواهم \u200f"),
        ("क्\u200dष", "क्\u200dष"),
        ("e\u0301cole", "école"),
        ("\u212b", "\u212b"),
    ],
)
def test_text_unseen(text: str, kept: str) -> None:
    """Invisible characters are removed, unless they shape emoji or a script; accents are composed."""
    assert Understood(kept) == Text().read(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("ascii", 5),
        ("e\u0301" * 197, 197),
        ("👨\u200d👩\u200d👧\u200d👦", 1),
        ("🇩🇰🇸🇪", 2),
        ("한국", 2),
        ("क्षि", 1),
        ("e" + "\u0301" * 320, 21),
    ],
)
def test_characters_counted(text: str, characters: int) -> None:
    """Characters are counted as people see them; a pile of accents counts as several."""
    assert characters == count_characters(text)


def test_line_limit_in_characters() -> None:
    """200 families are 200 characters, and 201 are one over the limit."""
    family = "a👨\u200d👩\u200d👧\u200d👦"
    assert Line().problem(family * 100) is None
    assert str(Line().problem(family * 101)).startswith("That is 202 characters, 2 over the limit of 200.")
    assert Line().saved(family * 101) == "Saved: 202 of 200 characters"


@pytest.mark.parametrize("kind", [Text(), LongText()])
def test_text_inside_kept(kind: AnyText) -> None:
    """Blank lines, bullets and nested lists stay as they were."""
    text = "Aims\n\n• one\n   - nested\n\n\t• two"
    assert Understood(text) == kind.read(f"\n {text}\x00 \n", CONTEXT)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["", "...", "👍", " \n", "\x00"])
def test_text_without_letters(kind: AnyText, text: str) -> None:
    """A text without a letter or digit is no answer."""
    assert NotUnderstood(NO_WORDS) == kind.read(text, CONTEXT)


@pytest.mark.parametrize("kind", KINDS)
def test_stored_text_without_letters(kind: AnyText) -> None:
    """A stored text without a letter or digit breaks the bounds too."""
    assert kind.problem("...") == NO_WORDS


@pytest.mark.parametrize(
    ("kind", "value", "problem"),
    [
        (
            Line(),
            "x" * 5123,
            (
                "That is 5,123 characters, 4,923 over the limit of 200. "
                "Your text is kept: send a shorter one, or press Keep and fix later."
            ),
        ),
        (
            LongText(300),
            " ".join(f"w{n}" for n in range(1, 343)),
            (
                "That is 342 words, 42 over the limit of 300. "
                "Your text is kept: send a shorter one, or press Keep and fix later. "
                "Word 300 is the last one here: “… w294 w295 w296 w297 w298 w299 w300”"
            ),
        ),
        (Line(), "x" * 200, None),
        (Text(500), "x\n" * 250, None),
        (LongText(300), "w " * 300, None),
        (LongText(), "w " * 5000, None),
    ],
)
def test_text_bounds(kind: AnyText, value: str, problem: str | None) -> None:
    """A text over its limit gets the figures, the fix and the last allowed word; it is kept."""
    assert problem == kind.problem(value, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "value", "saved"),
    [
        (LongText(300), "w " * 187, "Saved: 187 of 300 words"),
        (LongText(300), "w " * 374, "Saved: 374 of 300 words"),
        (LongText(1), "w", "Saved: 1 of 1 word"),
        (LongText(), "w " * 1187, "Saved: 1,187 words"),
        (LongText(), "w", "Saved: 1 word"),
        (Line(), "Back on Track", "Saved: Back on Track"),
        (Line(), "x" * 120, f"Saved: {'x' * 120}"),
        (Line(), "x" * 201, "Saved: 201 of 200 characters"),
        (Text(), "Strandgade 100\n1401 København K", "Saved: Strandgade 100, 1401 København K"),
        (Text(), "Denmark: Aarhus\nSweden: Malmö, Lund", "Saved: Denmark: Aarhus; Sweden: Malmö, Lund"),
        (Text(), "Town hall\n1 Example Square, 8000 Aarhus", "Saved: Town hall; 1 Example Square, 8000 Aarhus"),
        (Text(), "x" * 230, "Saved: 230 of 1,000 characters"),
    ],
)
def test_text_saved(kind: AnyText, value: str, saved: str) -> None:
    """The confirmation repeats a short text, and gives the length of a longer one."""
    assert saved == kind.saved(value)


@given(st.sampled_from(KINDS), st.text(st.characters()))
def test_text_read_again(kind: AnyText, text: str) -> None:
    """Reading a stored text changes nothing."""
    kept = kind.kept(text + "x")
    assert Understood(kept) == kind.read(kept, CONTEXT)


@pytest.mark.parametrize(
    ("kind", "value", "figures"),
    [
        (LongText(max_words=3), "one two three", ""),
        (LongText(max_words=3), "one two three - four", "4 of 3 words"),
        (LongText(max_words=1), "two words", "2 of 1 word"),
        (LongText(), "word " * 2000, ""),
        (Line(max_length=5), "12345", ""),
        (Line(max_length=5), "123456", "6 of 5 characters"),
        (Text(max_length=1000), "x" * 1204, "1,204 of 1,000 characters"),
        (YesNo(), True, ""),
    ],
)
def test_over_its_limit(kind: AnyText | YesNo, value: Any, figures: str) -> None:  # noqa: ANN401 - each kind's own
    """Only a text over its limit gets figures."""
    assert figures == kind.over(value)
