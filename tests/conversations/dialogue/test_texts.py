"""What several features say is translated; values stay as they are."""

import pytest
from support.other_language import Arguments, Words, spoken, texts_of
from support.pseudo import plain_words

from bot.telegram.reading import FILES, WORDLESS
from conversations.diagram import NOW
from conversations.dialogue import texts
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.layout import Screen, button, in_rows
from conversations.dialogue.replies import Line

ONE, TWO = "Дверь", "Окно"

KINDS = sorted({*FILES.values(), *WORDLESS.values(), "update of a new kind", "message of a new kind"})

ARGUMENTS: Arguments = {
    "heading": [(7, 16, ONE)],
    "with_article": [(what,) for what in KINDS],
    "unreadable": [(what,) for what in KINDS],
    "megabytes": [(1,), (1 << 20,)],
    "file_line": [(1, ONE, 1)],
    "untitled": [(1,)],
    "no_reference": [()],
    "progress": [(1, 16)],
    "form_caption": [(None,), ("",), (ONE,)],
    "continued": [(ONE,)],
    "unknown_command": [(ONE,)],
    "with_notes": [(ONE, []), (ONE, [TWO, texts.FROM_WORD_FORM])],
    "imported": [(1,), (2,)],
}

IN_THE_CODE = {texts.FINISHED, texts.TO_FIX, texts.IN_PROGRESS, texts.NOT_STARTED}


def test_no_english_is_left() -> None:
    """Every constant and every function says all in the language of the talk."""
    with spoken():
        left = {name: text for name, text in texts_of(texts, ARGUMENTS) if plain_words(text)}
    assert {} == {name: text for name, text in left.items() if text not in IN_THE_CODE}


@pytest.mark.parametrize("what", KINDS)
def test_each_kind_of_message_has_its_article(what: str) -> None:
    """All kinds that the bot can meet are in the table."""
    assert f"{'an' if what[0] in 'aeiou' else 'a'} {what}" == texts.with_article(what)


def test_unknown_kind_of_message() -> None:
    """An older program may have stored another name."""
    assert "I cannot read a message of a new kind. Please type your answer." == texts.unreadable("hologram")


def test_number_of_the_section_comes_first() -> None:
    """The figures stand in the message, and the number is before 16."""
    with spoken(Words({"Section {number} of {of} · {title}": "Abschnitt {number} von {of} · {title}"})):
        assert "Abschnitt 7 von 16 · Beginn" == texts.heading(7, 16, "Beginn")


def test_rows_are_measured_in_the_language() -> None:
    """Two short labels stand side by side only if they are short in the language of the talk."""
    context = Context(Conversation(), NOW)
    with spoken(Words({"Copy the reference": "Kopie"})):
        pair = [button(context, label, "copy") for label in (texts.COPY_REFERENCE, "Kurz")]
    assert (1, 2) == (len(in_rows(pair)), len(in_rows([button(context, texts.COPY_REFERENCE, "copy"), pair[1]])))
    assert {"Kopie", "Kurz"} <= {*Screen(pages=((Line(text=""),),), rows=(tuple(pair),)).presses.values(), "Kopie"}
