"""Questions, lists and offers are shown in the language of the talk, and their titles are read in it."""

from datetime import UTC, datetime

import pytest
from support.author import draft, go, named
from support.core_talker import CoreTalker
from support.romansh import CODE

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.state import Asking, Offer, Part
from conversations.engine.screens import screen
from conversations.fields import OUTSIDE, Partly, Several, Understood
from conversations.filling import actions, answering, corrections, headings, late_choices, old_buttons
from conversations.form.asked import question_at
from conversations.form.texts import NO_LINK_SEEN
from conversations.languages import speaking

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

THEMES, COUNTRY, START = "key_themes.themes", "country_of_origin.country", "start.starting_year"


def at(one: CoreTalker, path: str, *offers: Offer) -> Context:
    """Ask a question."""
    state = Asking(question=path, offers=offers)
    return Context(one.conversation.model_copy(update={"state": state}), NOW)


def shown(context: Context) -> list[str]:
    """List the buttons of the screen."""
    return [button.label for row in screen(context).rows for button in row]


def test_choices_have_the_labels_of_the_language() -> None:
    """A chosen one has its tick; the places in the list do not change."""
    context = at(named("/overview", "4", "Formers"), THEMES)
    with speaking(CODE):
        buttons = [button for row in screen(context).rows for button in row]
    assert ["(Frühe) Prävention", "Alternative and counter narratives"] == [button.label for button in buttons[:2]]
    found = {button.label: (button.press.action, button.press.index) for button in buttons}
    assert (("drop", 6), ("add", 11)) == (found["✓ Aussteiger"], found["Haft und Bewährungshilfe"])


def test_typed_choices_are_read_in_the_language() -> None:
    """So are choices before "also"; the words behind it go to the next question."""
    context = at(named(), THEMES).reading_context(draft(named()))
    with speaking(CODE):
        themes = question_at(THEMES).read("Haft und Bewährungshilfe, aussteiger", context)
        audiences = question_at("target_audience.audiences").read("Aussteiger, auch Bäcker", context)
    assert Understood(("Formers", "Prison and probation")) == themes
    assert isinstance(audiences, Partly)
    assert (("Formers",), {"additional": "Bäcker"}) == (audiences.value, dict(audiences.others))


def test_ticked_choices_are_named_in_the_language() -> None:
    """What was understood of a text is ticked, and the reply names it."""
    context = at(named(), THEMES)
    with speaking(CODE):
        answering.answer(context, question_at(THEMES), (Part(message=1, text="Aussteiger, Blumen"),))
    assert "Aussteiger" in str(context.said[0])
    assert ["Formers"] == context.draft.values[THEMES]


def test_likely_countries_have_the_names_of_the_language() -> None:
    """A shortened list shows them, and its buttons carry the places in the whole list."""
    context = at(named("/overview", "6", "Denmark and Sweden"), COUNTRY)
    with speaking(CODE):
        buttons = [button for row in screen(context).rows for button in row]
    assert [("Danemarc", 6), ("Svezia", 29), ("Ausserhalb von EU und EWR", 30)] == [
        (button.label, button.press.index) for button in buttons[:3]
    ]


def test_pressed_choice_is_read_as_the_english_one() -> None:
    """A press gives its own choice, whatever the words mean in the language of the talk."""
    context = at(named(), COUNTRY)
    with speaking(CODE):
        row = next(one for one in actions.ACTIONS if one.name == "pick")
        row.do(context, Press(draft=1, keyboard_version=0, about=COUNTRY, action="pick", index=30))
    assert OUTSIDE == context.draft.values[COUNTRY]


def test_offer_of_a_choice_stands_once() -> None:
    """A choice that is offered is no second button; a stored offer with a constant is shown in the language."""
    offers = (Offer(label="Danemarc", answers={COUNTRY: "Denmark"}), Offer(label="Skip", answers={}))
    with speaking(CODE):
        labels = shown(at(named(), COUNTRY, *offers))
    assert (["Danemarc", "Auslassen"], 1) == (labels[:2], labels.count("Danemarc"))


def test_stored_advice_is_english() -> None:
    """So it is shown in the language that is spoken later."""
    one = named("Trees are planted.")
    assert {"description.description": str(NO_LINK_SEEN)} == draft(one).advice


def test_button_of_an_old_message() -> None:
    """The toast names the choice in the language."""
    context = at(named("/overview", "14", "Denmark"), COUNTRY)
    press = Press(draft=1, keyboard_version=0, about=COUNTRY, action="pick", index=29)
    with speaking(CODE):
        assert old_buttons.picked(context, press, lambda _context, _press: None)
        assert "EU or EEA country – Svezia" == context.toast


def test_full_list_names_its_choices_in_the_language() -> None:
    """The buttons for an exchange, too; the values are English."""
    context, asked = at(named("/overview", "4", "Formers, Training"), THEMES), question_at(THEMES)
    assert isinstance(asked.kind, Several)
    with speaking(CODE):
        offers = late_choices.instead(context, asked, asked.kind, "Prison and probation")
    assert ["Replace Aussteiger", "Replace Schulung"] == [offer.label for offer in offers]
    assert {THEMES: ["Prison and probation", "Training"]} == offers[0].answers
    assert "Aussteiger; Schulung" in str(context.said[0])


@pytest.mark.parametrize("text", ["Anfangsjahr: 2012", "Starting year: 2012", "start: 2012"])
def test_title_before_an_answer(text: str) -> None:
    """A title in the language, or in English, says which answer is meant."""
    context = at(named("/overview", "7", "2011", "2014"), "geographical_scope.scope")
    with speaking(CODE):
        corrected = corrections.found(context, Part(message=1, text=text), context.asked)
        assert [{START: 2012}] == [offer.answers for offer in corrected]
        context = at(go(named("/overview", "7", "2011", "2014")), START)
        assert "2012" == headings.without(context, Part(message=1, text=text)).text
    context = at(named("/overview", "7", "2011", "2014"), "geographical_scope.scope")
    english = corrections.found(context, Part(message=1, text=text), context.asked)
    assert text.startswith("Anfangs") == (english == ())


def test_section_is_typed_by_its_title() -> None:
    """Its number and its title in both languages are read as its button."""
    press = Press(draft=1, keyboard_version=0, about="start", action="open")
    with speaking(CODE):
        typed = actions.by_section(press, "7. anfang der praxis")
    assert ("7", "start of the practice", "anfang der praxis") == typed
    assert ("7", "start of the practice") == actions.by_section(press, "7. start of the practice")
    assert () == actions.by_section(press, "anfang der praxis")
