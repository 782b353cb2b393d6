"""Remarks are detected, with figures, and answers are never taken for remarks."""

from functools import cache
from pathlib import Path

import pytest
from support.slow import few
from support.transcripts import TRANSCRIPTS, expected_in

from conversations.fields.plain import bare
from conversations.form.asked import question_at
from conversations.remarks.listening import LONG, Remark, remark, rule_of
from conversations.remarks.texts import IF_ANSWER

HERE = Path(__file__).parent

NAME, DESCRIPTION = "name.name", "description.description"


def lines(name: str) -> list[str]:
    """Read the sentences of a list."""
    written = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def remarks(name: str) -> tuple[list[str], list[str]]:
    """Read remarks: in English, and in other languages."""
    coded = [line.split(" ", 1) for line in lines(name)]
    english = [text for code, text in coded if code == "en"]
    return english, [text for code, text in coded if code != "en"]


def drop_row(texts: list[str]) -> list[str]:
    """Drop the name of the row before each text."""
    return [text.partition(" ")[2] for text in texts]


def missed(texts: list[str]) -> list[str]:
    """List the texts that are not detected as remarks at a question for a long text."""
    asked = question_at(DESCRIPTION)
    return [text for text in texts if remark(asked, text) is None]


def caught(texts: list[str]) -> int:
    """Count the texts that are detected."""
    return len(texts) - len(missed(texts))


@cache
def caught_as_written() -> int:
    """Count the remarks that are detected as they are written, once for all tests."""
    return sum(map(caught, remarks("remarks")))


def test_remarks_with_which_the_rules_were_written() -> None:
    """308 of 310 remarks in English are caught, and all 389 in other languages."""
    english, others = remarks("remarks")
    figures = caught(english), len(english), caught(others), len(others)
    assert figures == (308, 310, 389, 389), missed(english + others)


def test_remarks_held_out() -> None:
    """48 of 50 held-out remarks in English are caught, and 51 of 56 in other languages."""
    english, others = remarks("remarks_held_out")
    assert (48, 50, 51, 56) == (caught(english), len(english), caught(others), len(others))


@pytest.mark.parametrize(("name", "figures"), [("talk", (116, 120, 116, 120)), ("talk_held_out", (29, 30, 28, 30))])
def test_talk(name: str, figures: tuple[int, int, int, int]) -> None:
    """What people type at work is caught: of the set that was held out 29 of 30 in English, 28 of 30 in others."""
    english, others = (drop_row(texts) for texts in remarks(name))
    assert figures == (caught(english), len(english), caught(others), len(others))


@pytest.mark.parametrize("change", few(1, (str.lower, bare, lambda text: text.rstrip("?!. "), str.upper)))
def test_remarks_typed_carelessly(change: object) -> None:
    """Without capitals, accents or punctuation, or all in capitals, at most one of a hundred is lost."""
    assert callable(change)
    every = [text for texts in remarks("remarks") for text in texts]
    assert caught([change(text) for text in every]) >= 0.99 * caught_as_written()


@pytest.mark.parametrize("text", lines("answers"))
def test_short_answer_is_taken(text: str) -> None:
    """A short answer about a practice is no remark."""
    assert rule_of(text) is None


def test_titles_that_look_like_talk() -> None:
    """45 of 78 names of practices that look like remarks are taken; the others need one press."""
    titles = lines("titles")
    assert (45, 78) == (sum(rule_of(title) is None for title in titles), len(titles))


def test_answers_in_other_languages() -> None:
    """141 of 160 short answers in eight languages are taken; the others, most of them names, need one press."""
    answers = lines("languages_answers")
    assert (141, 160) == (sum(rule_of(answer) is None for answer in answers), len(answers))


def test_answers_in_every_language() -> None:
    """365 of 400 short answers in the languages of the bot are taken; the others, mostly names, need one press."""
    answers = lines("every_language_answers")
    assert (365, 400) == (sum(rule_of(answer) is None for answer in answers), len(answers))


def test_answers_of_transcripts() -> None:
    """No answer in a transcript is doubted, except in transcripts about remarks."""
    doubting = {path.stem for path in TRANSCRIPTS if IF_ANSWER in expected_in(path)}
    assert {"remarks", "enquiries", "a_day", "advice", "undo", "mentor", "replies", "second_thoughts"} == doubting


def test_long_text() -> None:
    """A text of many words is an answer, whatever it begins with."""
    words = ["What", "should", "I", "do?"] * LONG
    assert (None, "question mark") == (rule_of(" ".join(words[:LONG])), rule_of(" ".join(words[:4])))


@pytest.mark.parametrize("mark", [";", "\u037e", " ;", ";;"])
def test_greek_question_mark(mark: str) -> None:
    """A semicolon at the end asks, in Greek; elsewhere, and within a text, it does not."""
    assert rule_of(f"Γιαννιτσά Σκύδρα Έδεσσα{mark}") == "question mark"
    assert (None, None) == (rule_of(f"Vejle Odense Aarhus{mark}"), rule_of(f"Γιαννιτσά{mark} Σκύδρα"))


@pytest.mark.parametrize(
    "text",
    [
        "Who reads this?\n\n1. Mentors\n2. Teachers",
        "How to use it: https://example.org/guide",
        "Ask anna@example.org",
        "Read /help first",
    ],
)
def test_pasted_text_and_addresses(text: str) -> None:
    """A text of several lines, an address and a path are answers."""
    assert rule_of(text) is None


@pytest.mark.parametrize(
    "text", ["understnad teh question pls", "thnaks", "helllooo", "ich verstehe nciht", "koennen sie das erklaeren"]
)
def test_slips(text: str) -> None:
    """A typing error in a longer word, repeated letters and spellings without accents are forgiven."""
    assert rule_of(text) is not None


@pytest.mark.parametrize(
    ("path", "text", "heard"),
    [
        ("contact.address", "What should I do?", False),
        ("contact.person", "What should I do?", True),
        ("contact.person", "May Wait", False),
        ("contact.person", "Will Help", False),
        ("contact.person", "Hello", True),
        ("ran_meetings.meetings.0.place", "Nice", False),
        ("ran_meetings.meetings.0.place", "where was it again?", True),
        (NAME, "hello", True),
    ],
)
def test_question_that_hears_less(path: str, text: str, heard: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """An address is never doubted; a person and a place only if the remark is clear."""
    assert heard is (remark(question_at(path), text) is not None)


@pytest.mark.parametrize(
    ("path", "text", "heard"),
    [
        ("target_audience.additional", "since 2015, still going", True),
        ("geographical_scope.scope", "2012-2018", True),
        ("geographical_scope.scope", "Aarhus 2012-2018", False),
        ("contact.address", "2012", False),
        ("ran_meetings.meetings.0.name", "2018", False),
    ],
)
def test_years_where_none_are_asked(path: str, text: str, heard: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Years alone belong under Start of the practice, except at a meeting and in an address."""
    assert (Remark("years", text, None) if heard else None) == remark(question_at(path), text)
