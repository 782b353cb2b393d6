"""What people type is compared with titles, labels and words in the language of the talk, and in English."""

from dataclasses import replace

import pytest
from support.author import named
from support.other_language import Words, spoken

from conversations.diagram import NOW, filled
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Wrote
from conversations.dialogue.state import Asking, Offer, Overview, Part, Summary
from conversations.engine import hearing
from conversations.engine.screens import screen
from conversations.filling import answering, corrections, headings, question_screen, section_screens, texts, undo_words
from conversations.form import completion
from conversations.form.asked import Asked, question_at
from conversations.languages import _, current

GERMAN = Words(
    {
        "Done: {sections}": "Erledigt: {sections}",
        "Later": "Später",
        "Show all": "Alle",
        "Skip": "Weiter",
        "Starting year": "Beginn",
        "Summary": "Zusammenfassung",
        "Undo": "Rückgängig machen",
        "Yes": "Ja",
    },
    code="de_BE",
)


def at(path: str, *offers: Offer) -> Context:
    """Ask a question of a practice that has a name, with offers."""
    conversation = named().conversation
    return Context(conversation.model_copy(update={"state": Asking(question=path, offers=offers)}), NOW)


def titled(path: str, title: str) -> Asked:
    """Give a question another title."""
    asked = question_at(path)
    return replace(asked, question=replace(asked.question, title=_(title)))


@pytest.mark.parametrize("text", ["Weiter", "skip", "SKIP"])
def test_word_that_skips(text: str) -> None:
    """The button that skips can be typed in both languages."""
    asked = question_at("deliverables.deliverables")
    asked = replace(asked, question=replace(asked.question, skip=_("Skip")))
    with spoken(GERMAN):
        assert answering.skips(asked, text)
    assert ("Weiter" != text) == answering.skips(asked, text)


@pytest.mark.parametrize("text", ["rückgängig machen!", "bitte Rückgängig machen", "undo", "fortryd"])
def test_words_for_undo(text: str) -> None:
    """The label of the button asks for undo, without the button, too."""
    with spoken(GERMAN):
        assert undo_words.ask(text)
        assert not undo_words.ask("x" * 41)
        assert not undo_words.ask("Rückgang")


@pytest.mark.parametrize("text", ["Zusammenfassung", "summary", "Summary."])
def test_summary_is_asked_for(text: str) -> None:
    """Its name alone opens it at a question, and shows it again there."""
    context = at("start.starting_year")
    with spoken(GERMAN):
        hearing.heard(context, Wrote(text=text, message=90))
        assert isinstance(context.state, Summary)
        hearing.heard(context, Wrote(text=text.strip("."), message=91))
    assert [] == context.said


def test_title_before_an_answer_is_found_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The patterns of one language are not used in another one."""
    year = titled("start.starting_year", "Starting year")
    monkeypatch.setattr(completion, "applicable", lambda *_values: (year,))
    context = at("description.description")

    def finds(words: str) -> bool:
        part = Part(message=90, text=words)
        return bool(headings.found(context, part)) or bool(corrections.found(context, part, None))

    assert (True, False) == (finds("Starting year: 2019"), finds("Beginn: 2019"))
    with spoken(GERMAN):
        assert (True, True) == (finds("Starting year: 2019"), finds("Beginn: 2019"))
        assert (True, True) == (finds("the starting year is 2019"), finds("der Beginn ist 2019"))
    assert not finds("Beginn: 2019")


def test_problems_are_those_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that was drawn in English to find its labels leaves no English sentence behind."""
    monkeypatch.setattr(completion, "problems", lambda *_values: {"name.name": current()})
    context = at("start.starting_year")
    english = context.problems
    with spoken(GERMAN):
        german = context.problems
    assert ("en", "de_BE", english) == (english["name.name"], german["name.name"], context.problems)


def test_offer_is_shown_in_the_language() -> None:
    """A label that is stored in English is translated on the screen."""
    context = at("contact.email", Offer(label=texts.LATER, answers={}, does="later"))
    with spoken(GERMAN):
        shown = question_screen.asking(context, context.state) if isinstance(context.state, Asking) else None
    assert shown is not None
    assert "Später" == shown.rows[0][0].label


@pytest.mark.parametrize("path", ["eu_funding.co_funded", "key_themes.themes"])
def test_choices_are_shown_in_the_language(path: str) -> None:
    """Buttons of a list, long or short, have translated labels; their presses stay the same."""
    context = at(path)
    english = screen(context).presses
    with spoken():
        accented = screen(context).presses
    choices = [press for press in english if press.action in {"pick", "add"}]
    assert english.keys() == accented.keys()
    assert len(choices) > 1
    assert [] == [english[press] for press in choices if accented[press] == english[press]]


def test_countries_are_shown_in_the_language() -> None:
    """Their names come from Babel; a shortened list shows the likely ones, and hides the others."""
    context = at("country_of_origin.country")
    english = screen(context).presses
    with spoken(GERMAN):
        german = screen(context).presses
    assert english.keys() == german.keys()
    assert ["Germany"] == [english[press] for press, label in german.items() if label == "Deutschland"]


def test_overview_counts_in_the_language() -> None:
    """A line says which sections are done."""
    context = Context(filled().model_copy(update={"state": Overview()}), NOW)
    with spoken(GERMAN):
        shown = section_screens.overview(context, Overview())
    assert "Erledigt: 1-16" in [line.text for line in shown.pages[0]]


def test_remark_is_not_quoted_back_as_wrong() -> None:
    """After the reply, the refusal of a year adds nothing, in any order of words."""
    context = at("start.starting_year")
    with spoken():
        hearing.heard(context, Wrote(text="Who are you?", message=90))
    assert [] == [said for said in context.said if "Who are you" in str(said)]
    assert context.said
