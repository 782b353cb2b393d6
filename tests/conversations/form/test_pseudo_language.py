"""Every sentence and every question of the form is in the language that is spoken."""

import pytest
from support.other_language import CODE, english_left
from support.pseudo import plain_words

from conversations.fields import EuCountry
from conversations.form import completion, texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Section, repeat_of
from conversations.form.sections import SECTIONS
from conversations.languages import english, speaking

WORD, PAIR = "17", ("17", "18")

VALUES = {
    **dict.fromkeys(["link", "looks_like", "person", "shown", "text", "title", "answer"], WORD),
    **dict.fromkeys(["ending", "meeting", "starting", "updated", "year"], 2011),
    **dict.fromkeys(("titles", "missing", "left", "check_details.shown"), PAIR),
}

SAME = {"RAN RVT & RAN EDU", "anna@example.org", "www.example.org"}
"""Examples that are the same in all languages."""

ASKED = [asked for section in SECTIONS for asked in completion.every(section)]


def test_no_english_in_texts() -> None:
    """Rules between answers, contact details and advice."""
    assert [] == english_left(texts, VALUES)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.path)
def test_no_english_in_a_question(asked: Asked) -> None:
    """Title, prompt, hints, example, buttons and choices; countries have Babel's names."""
    question, choices = asked.question, () if isinstance(asked.kind, EuCountry) else asked.kind.choices
    words = (question.title, question.prompt, question.hint, question.on_paper, question.skip)
    with speaking(CODE):
        shown = [*map(str, words), *(asked.kind.label(label) for label in (*choices, *asked.kind.shortcuts))]
        shown += [] if english(question.example) in SAME else [str(question.example)]
        shown += [str(question.other.ask), asked.kind.label(question.other.label)] if question.other else []
        shown += [completion.label(asked, {}), completion.left_out(asked), completion.shown(asked, {})]
    assert [] == [text for text in shown if plain_words(text)]


@pytest.mark.parametrize("section", SECTIONS)
def test_no_english_in_a_section(section: type[Section]) -> None:
    """Its title, and the buttons of a group that repeats."""
    repeat = repeat_of(section)
    mark = repeat.mark if repeat else None
    words = (section.title, *((mark.title, mark.more, mark.enough, mark.remove) if mark else ()))
    with speaking(CODE):
        assert [] == [text for text in map(str, words) if plain_words(text)]


def test_titles_and_skip_words() -> None:
    """What people type may be English; in an English talk each title stands there once."""
    question = question_at("start.ending_year").question
    assert (("Ending year",), ("Start of the practice",)) == (question.titles, question_section().titles())
    with speaking(CODE):
        assert ["Ending year", "Still active"] == [question.titles[0], question.skips[0]]
        assert (str(question.title), str(question.skip)) == (question.titles[1], question.skips[1])
        assert (2, True) == (len(question_section().titles()), "ongoing" in question.skips)


def question_section() -> type[Section]:
    """Return the section of the years."""
    return question_at("start.ending_year").section
