"""After ``Other`` in a list the bot asks for details, which go to a text of the same section."""

import pytest
from support.core_review import does
from support.core_talker import CoreTalker

from conversations.diagram import filled
from conversations.dialogue import texts as dialogue_texts
from conversations.filling import texts
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.questions import Other
from conversations.form.template import in_use

ORGANISATION = "A registered association in Aarhus."


def at_type() -> CoreTalker:
    """Open the question for the type of an organisation that was described."""
    one = CoreTalker()
    does(one, "/start", "/overview", "13", ORGANISATION)
    return one


def at_funds() -> CoreTalker:
    """Open the question for the funds of a practice that the EU pays for."""
    one = CoreTalker()
    does(one, "/start", "/overview", "12", "Yes")
    return one


def value(one: CoreTalker, path: str) -> object:
    """Return a stored value."""
    return one.conversation.drafts[0].values.get(path)


OTHERS = [
    (asked.path, asked.question.other) for section in in_use().sections for asked in completion.every(section)
    if asked.question.other
]  # fmt: skip


@pytest.mark.parametrize(("path", "other"), OTHERS)
def test_other_is_in_its_list_and_has_a_text(path: str, other: Other) -> None:
    """The label is in the list, and a text of the same section stores the details."""
    asked = question_at(path)
    text = question_at(f"{asked.section.key}.{other.key}")
    assert (True, True) == (other.label in asked.kind.choices, text.kind.keeps_text)


def test_every_list_with_other_asks_which() -> None:
    """Every label "Other" asks for details."""
    listed = [asked.path for section in in_use().sections for asked in completion.every(section)
              if "Other" in asked.kind.choices]  # fmt: skip
    assert listed == [path for path, _ in OTHERS]


def test_other_type_is_asked_for_above_what_is_stored() -> None:
    """After Other the question for the description asks for the type, and shows the description."""
    told = does(at_type(), "[Other]")
    expected = (
        "Saved: Other\n\nSection 13 of 16 · Organisation\nOrganisation\nWhich type of organisation is it?\n"
        f"{texts.ADDED}\n\nYour answer now: {ORGANISATION}"
    )
    assert expected == told


def test_words_for_other_are_added() -> None:
    """The typed words are added to the description, and the form goes on."""
    one = at_type()
    told = does(one, "[Other]", "A cooperative")
    assert (f"{ORGANISATION}\nA cooperative", "Other", True) == (
        value(one, "organisation.description"),
        value(one, "organisation.type"),
        told.startswith("Saved: 7 of 100 words\n\nSection 14 of 16"),
    )


def test_other_can_stay_unnamed() -> None:
    """The button "Keep this answer" leaves the description unchanged and goes on."""
    one = at_type()
    does(one, "[Other]", "[Keep this answer]")
    assert (ORGANISATION, False) == (
        value(one, "organisation.description"),
        "organisation" in str(one.conversation.state),
    )


def test_other_is_asked_once_more_after_start() -> None:
    """A person who comes back is still asked for details, and the words are still added."""
    one = at_type()
    told = does(one, "[Other]", "/start")
    does(one, "A cooperative")
    assert (True, f"{ORGANISATION}\nA cooperative") == (
        "Which type of organisation is it?" in told,
        value(one, "organisation.description"),
    )


def test_another_type_asks_nothing() -> None:
    """A type without need for details leads on."""
    assert "Which type" not in does(at_type(), "[NGO]")


def test_other_fund_is_named_in_the_open_text() -> None:
    """If the text for the details is still open, it is asked next, with a sentence about the details."""
    told = does(at_funds(), "[Other]", "[Done]")
    assert ["Saved: Other", "Which other EU fund is it? Name it in this answer."] == told.split("\n")[:2]


def test_other_fund_typed() -> None:
    """Typed choices with Other also ask for details."""
    assert "Which other EU fund is it?" in does(at_funds(), "erasmus+, other")


def test_other_fund_after_the_text() -> None:
    """If the text has an answer already, the fund is added to it."""
    one = at_funds()
    does(one, "Erasmus+", "Half by the city.", "/summary", "/overview", "12", "[EU funds]", "erasmus+, other")
    does(one, "The Nordic fund")
    assert "Half by the city.\nThe Nordic fund" == value(one, "eu_funding.initiatives")


def test_other_changed_from_the_summary_comes_back_to_it() -> None:
    """After a change to Other from the summary the bot asks for details, and then shows the summary."""
    one = CoreTalker(filled())
    does(one, "/summary", "[Change]", "13", "[Type of organisation]", "Other")
    does(one, "A cooperative")
    assert "summary" == one.conversation.state.at


def test_other_kept_as_it_was_asks_nothing() -> None:
    """A person who keeps the type is not asked again."""
    one = at_type()
    does(one, "[Other]", "A cooperative", "/overview", "13", "[Type of organisation]")
    assert "Which type" not in does(one, "[Keep this answer]")


def test_other_beside_a_text_over_its_limit() -> None:
    """If the added words break the limit, the text is kept, with the figures."""
    one = CoreTalker()
    told = does(one, "/start", "/overview", "13", "word " * 99, "[Other]", "a registered cooperative")
    assert "102 words, 2 over the limit of 100" in told


@pytest.mark.parametrize("what", ["voice message", "video message", "audio file"])
def test_speech_is_answered_with_how_to_dictate(what: str) -> None:
    """After a voice message the bot explains the dictation key."""
    assert dialogue_texts.unreadable(what).endswith(dialogue_texts.DICTATE)


def test_sticker_is_answered_without_dictation() -> None:
    """After any other message the bot asks for text."""
    assert dialogue_texts.DICTATE not in dialogue_texts.unreadable("sticker")


def test_still_active_is_not_called_not_provided() -> None:
    """A skipped ending year is shown as "Still active", another skipped question as "Not provided"."""
    values = {"start.ending_year": None, "deliverables.deliverables": None}
    shown = [completion.shown(question_at(path), values) for path in values]
    assert ["Still active", "Not provided"] == shown
