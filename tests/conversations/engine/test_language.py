"""The language of the talk: that of the app, or the one that was chosen; and switching at any time."""

from collections.abc import Iterator

import pytest
from support.other_language import Words, offering
from support.pseudo import accented

from conversations.diagram import NOW, begun
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Chose, Commanded, Input, Press, Wrote
from conversations.dialogue.pages import Queue
from conversations.dialogue.state import AtDesk
from conversations.engine import language, texts
from conversations.engine.engine import step
from conversations.languages import OWN_NAMES, catalogues, code_named, english, matching

NUMBERS = {code: number for number, code in enumerate(OWN_NAMES)}


@pytest.fixture(autouse=True)
def _languages() -> Iterator[None]:
    """Offer English and Maltese, which has the words of the pseudo-language."""
    with offering("mt"):
        yield


def _write(text: str, language: str = "") -> Wrote:
    return Wrote(text=text, message=9, language=language)


def _press(number: int | None) -> Chose:
    return Chose(press=Press(draft=0, keyboard_version=0, about="", action="language", index=number), message=9)


def _said(taken: Step) -> str:
    return "\n".join(reply.text for reply in taken.replies)


def _asked() -> Conversation:
    return step(begun(), Commanded(name="language", argument="", message=8), NOW).conversation


def test_list_has_own_names_and_a_tick() -> None:
    """/language shows the languages by their own names; the one that is spoken is ticked."""
    taken = step(begun(), Commanded(name="language", argument="", message=8), NOW)
    labels = [button.label for row in taken.replies[0].rows for button in row]
    assert (1, ["✓ English", "Malti"]) == (len(taken.replies), labels)


@pytest.mark.parametrize(
    "given",
    [
        _press(NUMBERS["mt"]),
        Commanded(name="language", argument="malti", message=8),
        Commanded(name="language", argument="mt", message=8),
        Commanded(name="language", argument="Maltese", message=8),
    ],
)
def test_chosen_language_is_spoken_at_once(given: Input) -> None:
    """The reply to the choice, and the question below it, are in the new language."""
    taken = step(begun(), given, NOW)
    assert "mt" == taken.conversation.speaks
    assert _said(taken).startswith(accented(texts.SPEAKS))


@pytest.mark.parametrize("name", ["Malti", "maltese", "maltesisch"])
def test_name_typed_after_the_list_chooses(name: str) -> None:
    """After /language a name is typed in whichever language."""
    assert "mt" == step(_asked(), _write(name), NOW).conversation.language


@pytest.mark.parametrize(("name", "speaks"), [("Malti", "mt"), ("maltese.", "mt"), ("mt", "en"), ("Dansk", "en")])
def test_name_typed_at_the_welcome_chooses(name: str, speaks: str) -> None:
    """Before the first question the name of a language can be nothing else; a code of two letters can."""
    welcome = step(Conversation(), Commanded(name="start", argument="", message=7), NOW).conversation
    assert speaks == step(welcome, _write(name), NOW).conversation.speaks


@pytest.mark.parametrize("name", ["Dansk", "hello"])
def test_other_words_after_the_list_are_an_answer(name: str) -> None:
    """What names no language that is offered is taken as it would be without the list."""
    taken = step(_asked(), _write(name), NOW)
    assert ("", False) == (taken.conversation.language, taken.conversation.asked_language)


def test_name_of_a_language_is_an_answer_later() -> None:
    """The name of a language chooses only in the message after the list."""
    later = step(_asked(), _write("Open Door"), NOW).conversation
    assert "" == step(later, _write("Malti"), NOW).conversation.language


@pytest.mark.parametrize(("app", "speaks"), [("mt", "mt"), ("mt-MT", "mt"), ("da", "en"), ("", "en"), ("x", "en")])
def test_language_of_the_app(app: str, speaks: str) -> None:
    """Before a choice, the language of the app is spoken if it is offered."""
    assert speaks == step(begun(), _write("Open Door", language=app), NOW).conversation.speaks


def test_choice_stands_over_the_app() -> None:
    """A chosen language stays when the app has another."""
    chosen = step(begun(), _press(NUMBERS["en"]), NOW).conversation
    assert "en" == step(chosen, _write("Open Door", language="mt"), NOW).conversation.speaks


@pytest.mark.parametrize(("number", "said"), [(NUMBERS["da"], texts.NO_SUCH_LANGUAGE), (4000, texts.NO_SUCH_LANGUAGE)])
def test_language_that_is_not_offered(number: int, said: str) -> None:
    """The button of a language that is no longer offered says so."""
    taken = step(begun(), _press(number), NOW)
    assert (english(said), ()) == (taken.toast, taken.replies)


def test_unknown_name_shows_the_list() -> None:
    """A name that is not offered is answered with the list."""
    taken = step(begun(), Commanded(name="language", argument="klingon", message=8), NOW)
    assert english(texts.NO_SUCH_LANGUAGE) == taken.replies[0].lines[0].text


def test_same_language_again_is_a_note_on_the_button() -> None:
    """A double press changes nothing and sends nothing."""
    chosen = step(begun(), _press(NUMBERS["mt"]), NOW).conversation
    taken = step(chosen, _press(NUMBERS["mt"]), NOW)
    assert (accented(texts.SPEAKS_ALREADY), ()) == (taken.toast, taken.replies)


def test_button_shows_the_list() -> None:
    """The button below the request to agree leads to the list."""
    taken = step(Conversation(), _press(None), NOW)
    assert english(texts.CHOOSE_LANGUAGE) == taken.replies[0].lines[0].text


def test_desk_speaks_english_where_it_has_no_other() -> None:
    """The pages for coordinators are not offered in every language."""
    conversation = Conversation(language="mt", state=AtDesk(page=Queue()))
    assert "en" == language.spoken(conversation, _write("hello"))


def test_draft_notes_the_language_of_the_talk() -> None:
    """What the author changes carries the language, for the export."""
    chosen = step(begun(), _press(NUMBERS["mt"]), NOW).conversation
    assert ["mt"] == [draft.language for draft in step(chosen, _write("Open Door"), NOW).conversation.drafts]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Deutsch", "de"),
        ("niemiecki", "de"),
        ("tysk", "de"),
        ("DE", "de"),
        ("nb", "no"),
        ("Norsk", "no"),
        ("door", None),
    ],
)
def test_language_by_name(text: str, code: str | None) -> None:
    """A language is known by its code and by its name in each of the languages."""
    assert code == code_named(text)


def test_norwegian_of_an_app() -> None:
    """Telegram names the two written forms of Norwegian."""
    assert ["no", "no", "no", "en"] == [matching(code, ["en", "no"]) for code in ("nb", "nn", "no", "is")]


@pytest.mark.parametrize("typed", ["j'accepte", "J’ACCEPTE", "j’accepte.", "i agree"])
def test_label_is_typed_without_accents_and_curly_apostrophes(typed: str) -> None:
    """A keyboard has a straight apostrophe where a label has the right one."""
    catalogues.use("mt", Words({"I agree": "J’accepte"}))
    taken = step(Conversation(language="mt"), _write(typed), NOW)
    assert taken.conversation.consent is not None
