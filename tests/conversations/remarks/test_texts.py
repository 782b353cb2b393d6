"""Replies to remarks are said in the language of the talk; the English table decides which one."""

from dataclasses import replace
from itertools import chain

import pytest
from support.other_language import Words, spoken, texts_of
from support.pseudo import plain_words

from conversations.fields import LongText
from conversations.form.asked import Asked, question_at
from conversations.languages import speaking
from conversations.remarks import texts
from conversations.remarks.listening import Remark, said_anywhere, said_at
from conversations.remarks.rows import Row, meanings, rows

DESCRIPTION, YEAR = question_at("description.description"), question_at("start.ending_year")


def in_cyrillic(asked: Asked) -> Asked:
    """Give a question words without a letter of the pseudo-language."""
    word, hint = "Дверь", "Не больше 300."
    question = replace(asked.question, title=word, prompt=word, example=word, skip=word, hint=hint)
    return replace(asked, question=question)


def test_no_english_is_left() -> None:
    """Every constant is in the language of the talk."""
    with spoken():
        assert {} == {name: text for name, text in texts_of(texts, {}) if plain_words(text)}


@pytest.mark.parametrize("asked", [DESCRIPTION, YEAR], ids=lambda asked: asked.path)
@pytest.mark.parametrize("stands", [False, True])
def test_no_english_is_left_in_the_table(asked: Asked, *, stands: bool) -> None:
    """Every row of the table, its values, and what a term means are in the language of the talk."""
    here = in_cyrillic(asked)
    remarks = [Remark("remark", "!", row) for row in (*rows().values(), None)]
    remarks += [Remark(rule, "!", None) for rule in ("test", "years")]
    remarks += [Remark("remark", min(terms), rows()["what_is_this"]) for terms, _ in meanings().values()]
    with spoken():
        said = [said_at(here, remark, stands=stands) for remark in remarks]
        said += [said_anywhere(_phrase(row), waiting=True) or "" for row in rows().values()]
    assert [] == list(chain.from_iterable(map(plain_words, said)))


def _phrase(row: Row) -> str:
    return f"{row.phrases.partition(',')[0].partition('/')[0]}?"


def test_reply_is_translated_before_its_values_are_filled_in() -> None:
    """The translation places {later} itself."""
    row = Row("mine", answer="First. {later}")
    remark = Remark("remark", "!", row)
    with spoken(Words({"First. {later}": "{later} Zuerst.", texts.LEAVE_OPEN: "Später."})):
        assert "Später. Zuerst." == said_at(DESCRIPTION, remark, stands=False)
    with speaking("en"):
        assert f"First. {texts.LEAVE_OPEN}" == said_at(DESCRIPTION, remark, stands=False)


def test_short_sentences_are_fine() -> None:
    """The hint and the sentence behind it are both in the language of the talk."""
    row = Row("mine", answer="{hint}")
    with spoken(Words({texts.SHORT_IS_FINE: "Kurz genügt."})):
        said = said_at(in_cyrillic(DESCRIPTION), Remark("remark", "!", row), stands=False)
    assert isinstance(DESCRIPTION.kind, LongText)
    assert "Не больше 300. Kurz genügt." == said


def test_reply_away_from_a_question() -> None:
    """What leads back to a question is left out in every language, wherever it stands in the sentence."""
    thanks, colleague = rows()["thanks"], rows()["colleague"]
    german = {thanks.answer: "Gern. Hier ist die Frage.", colleague.answer: "{later} Eine Person füllt aus."}
    with spoken(Words(german)):
        assert "Gern." == said_anywhere("thanks")
        assert "Eine Person füllt aus." == said_anywhere(_phrase(colleague))
