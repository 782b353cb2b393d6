"""Phrases that are remarks where nothing else stands beside them, in each language of the bot."""

from pathlib import Path

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.filling.nodding import remark_at
from conversations.form.asked import question_at
from conversations.languages import CATALOGUES, ENGLISH, speaking
from conversations.remarks.lexicon import languages
from conversations.remarks.rows import alone, rows

NAME = "name.name"

HERE = Path(__file__).parent

CODES = sorted({ENGLISH, *CATALOGUES})


def lines(name: str) -> list[str]:
    """Read the lines of a list."""
    written = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def replied(text: str, *, code: str) -> str:
    """Return the reply to a text at the name of the practice, before it is filled in and translated."""
    with speaking(code):
        found = remark_at(question_at(NAME), text)
    return found.row.answer if found and found.row else ""


def plays(*acts: str) -> tuple[CoreTalker, str]:
    """Play a conversation; return it with the last reply."""
    one, said = CoreTalker(), ""
    for act in ("/start", *acts):
        shown = one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
        said = [one.text for one in shown if isinstance(one, Said)][-1]
    return one, said


@pytest.mark.parametrize("code", CODES)
def test_phrase_alone_gets_its_reply(code: str) -> None:
    """Each line of the list gets the reply of its row, and each language has lines for each row."""
    written = [tuple(line.split(" ", 2)[1:]) for line in lines("alone") if line.startswith(f"{code} ")]
    assert {name.upper() for name in languages()[ENGLISH].alone} == {row for row, _ in written}
    wrong = [text for row, text in written if replied(text, code=code) != rows()[row.lower()].answer]
    assert [] == wrong


@pytest.mark.parametrize("line", lines("alone_answers"))
def test_answer_that_looks_like_it_is_saved(line: str) -> None:
    """With other words beside it the same phrase is an answer."""
    code, _, text = line.partition(" ")
    with speaking(code):
        found = [remark_at(question_at(path), text) for path in (NAME, "description.description")]
    assert [None, None] == found


def test_lists_name_rows() -> None:
    """A misspelled row would be ignored until somebody types one of its phrases."""
    assert [] == sorted({name for language in languages().values() for name in language.alone} - {*rows()})


def test_label_is_no_phrase() -> None:
    """No choice of a list is taken for talk, in any language."""
    paths = ("organisation.type", "target_audience.audiences", "key_themes.themes", "country_of_origin.country")
    doubted = []
    for code in CODES:
        with speaking(code):
            labels = [
                kind.label(choice) for kind in (question_at(path).kind for path in paths) for choice in kind.choices
            ]
            doubted += [label for label in labels if alone(label)]
    assert [] == doubted


@pytest.mark.parametrize(
    ("code", "text", "heard"),
    [
        ("hr", "isto", True),
        ("en", "isto", False),
        ("hr", "ditto", True),
        ("en", "od početka", True),
        ("en", "please go back, thanks", True),
        ("en", "please", False),
        ("nl", "vorige vraag graag", True),
    ],
)
def test_where_a_phrase_counts(code: str, text: str, heard: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """One word counts in its own language, an English one everywhere; polite words may stand around a phrase."""
    with speaking(code):
        assert heard is (alone(text) is not None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thanks, bye", "Goodbye."),
        ("good night", "Goodbye."),
        ("that is all for today", "You can stop at any time"),
        ("same as above", "I save each answer on its own"),
        ("not decided yet", "You can leave this question open"),
    ],
)
def test_at_a_list(text: str, said: str) -> None:
    """At a list the bot replies, and does not say that the words are not in the list."""
    shown = plays("Open Door", "/overview", "4", text)[1]
    assert (True, False) == (shown.startswith(said), "is not" in shown.split("Section 4")[0])


@pytest.mark.parametrize("text", ["Start over", "No name yet", "Good night"])
def test_phrase_that_is_a_name(text: str) -> None:
    """One press makes it the name of the practice."""
    one, said = plays(text, "[Use it as the answer]")
    assert (text, True) == (one.conversation.drafts[0].values.get(NAME), "Saved" in said)
