"""Words where no question is open get a reply that says what to press; what may be an answer is offered."""

import pytest
from pydantic import JsonValue
from support.author import draft, go, labels, named, question, says
from support.core_talker import CoreTalker

from conversations.diagram import filled
from conversations.dialogue.events import Refused
from conversations.dialogue.state import Summary
from conversations.engine import texts as engine_texts
from conversations.filling import elsewhere_texts

FIGURES = "80 prisoners, 60 found work"

PERFORMANCE = "evidence.performance"

ADVISED = (
    "/overview",
    "1",
    "Another Door",
    "/overview",
    "2",
    "[Description]",
    "We meet young people in schools.",
    "[Replace]",
)


def at_summary(*acts: str) -> CoreTalker:
    """Open the Summary of a complete practice."""
    return go(CoreTalker(filled()), *acts, "/summary")


@pytest.mark.parametrize("text", ["thanks", "thank you!", "Danke", "blub", "Is this right?"])
def test_reply_without_the_summary(text: str) -> None:
    """It says what to press; the buttons are those of the Summary, which stays valid."""
    one = at_summary()
    buttons = labels(one)
    said = says(one, text)
    assert (elsewhere_texts.at_summary(lacks=False), buttons) == (said.splitlines()[-1], labels(one))
    assert "Summary\n" not in said
    assert question(go(one, "[Submit]")) == "submitted"


def test_summary_is_shown_again() -> None:
    """Its name asks for it."""
    assert says(at_summary(), "Summary").startswith("Summary\n")


def test_reply_where_answers_are_missing() -> None:
    """The buttons lead to them."""
    one = named("/summary")
    assert says(one, "thanks").endswith(elsewhere_texts.at_summary(lacks=True))
    assert "description.description" == question(go(one, "[Description]"))


def test_figures_are_offered_as_evidence() -> None:
    """They are kept; one press adds them, and Undo takes them away again."""
    one = at_summary()
    before = draft(one).values[PERFORMANCE]
    assert elsewhere_texts.BELONGS == says(one, FIGURES)
    assert ["Add to Performance", "Add to Evaluation and feedback", "Add to Peer review"] == labels(one)[:3]
    assert FIGURES in [event.text for event in one.events if isinstance(event, Refused)]
    assert "Summary\n" in says(one, "[Add to Performance]")
    assert (f"{before}\n{FIGURES}", Summary()) == (draft(one).values[PERFORMANCE], one.conversation.state)
    assert before == draft(go(one, "[Undo]")).values[PERFORMANCE]


@pytest.mark.parametrize(
    ("acts", "text", "offered"),
    [
        (("Open Door",), FIGURES, "Use it as Performance"),
        (("Open Door",), "We visit schools to talk with pupils", "Use it as Description"),
        (("Open Door",), "lone@example.org", "Email: lone@example.org"),
        (("Open Door",), "+45 33 11 55 00", "Telephone: +45 33 11 55 00"),
        (("Open Door",), "www.example.org", "Website: https://www.example.org"),
        (("Open Door",), "Lone Example", "Contact person: Lone Example"),
        (("Open Door",), "training and formers", "Key themes: Formers; Training"),
    ],
)
def test_answer_to_an_open_question(acts: tuple[str, ...], text: str, offered: str) -> None:
    """The questions that are open are offered, three at most."""
    one = go(CoreTalker(), "/start", *acts, "/summary", text)
    assert offered in labels(one)[:3]
    go(one, f"[{offered}]")
    assert Summary() == one.conversation.state


def test_text_for_an_answer_with_advice() -> None:
    """It is added to that answer."""
    one = at_summary(*ADVISED)
    go(one, "Our aim is to prevent radicalisation", "[Add to Description]")
    assert (
        "We meet young people in schools.\nOur aim is to prevent radicalisation"
        == draft(one).values["description.description"]
    )


def test_text_that_fits_no_open_question() -> None:
    """The bot says that it is in no answer, and what to press."""
    assert says(at_summary(), "We visit schools to talk with pupils").startswith(elsewhere_texts.IN_NO_ANSWER)


def test_correction_at_the_summary() -> None:
    """The change is offered, with the earlier answer."""
    one = at_summary()
    email = str(draft(one).values["contact.email"])
    assert elsewhere_texts.changes("Email", email) == says(one, "no, the mail is lone2@example.org")
    go(one, "[Email: lone2@example.org]")
    assert ("lone2@example.org", Summary()) == (draft(one).values["contact.email"], one.conversation.state)


def test_summary_of_a_submission() -> None:
    """Its reply is short, too."""
    one = at_summary("/summary", "[Submit]")
    said = says(one, FIGURES)
    assert (engine_texts.SUBMITTED_SO, "Change an answer") == (said, labels(one)[0])


def after_a_meeting() -> CoreTalker:
    """Give a meeting; the bot asks for another one."""
    return named("/overview", "7", "2015", "/overview", "11", "yes, RAN EXIT in Vienna, 3 May 2019", "[Skip]")


@pytest.mark.parametrize(
    ("text", "label", "path", "value"),
    [
        (
            "Erasmus money",
            "(Co-)funded by the EU: Yes; Erasmus+",
            "eu_funding.co_funded",
            True,
        ),
        ("Graz, Austria", "Place of the meeting: Graz, Austria", "ran_meetings.meetings.0.place", "Graz, Austria"),
        ("sorry, it started in 2016", "Starting year: 2016", "start.starting_year", 2016),
    ],
)
def test_words_where_the_bot_asks_for_one_more(text: str, label: str, path: str, value: JsonValue) -> None:
    """They are offered at their question, and the person stays."""
    one = after_a_meeting()
    assert "repeating" == question(one)
    go(one, text, f"[{label}]")
    assert (value, "repeating", "Add another meeting") == (draft(one).values[path], question(one), labels(one)[0])


@pytest.mark.parametrize(
    ("text", "reply"),
    [("blub", elsewhere_texts.one_of("Add another meeting", "No more meetings")), ("thanks", "You are welcome.")],
)
def test_other_words_where_the_bot_asks_for_one_more(text: str, reply: str) -> None:
    """The bot names the two buttons, or replies to the remark."""
    assert reply == says(after_a_meeting(), text).partition("\n\n")[0]


@pytest.mark.parametrize(
    ("section", "text", "label", "path", "value"),
    [
        ("7", "began 2009 and closed 2017", "Starting year: 2009; 2017", "start.starting_year", 2009),
        ("7", "sorry, the mail is lone2@example.org", "Email: lone2@example.org", "contact.email", "lone2@example.org"),
        ("9", "80 prisoners, 60 of them found work", "Add to Performance", PERFORMANCE, None),
    ],
)
def test_words_on_the_page_of_a_section(section: str, text: str, label: str, path: str, value: JsonValue) -> None:
    """They are offered at the questions that read them; a press saves them, and the page stays."""
    one = go(CoreTalker(filled()), "/overview", section)
    assert "opened" == question(one)
    says(one, text)
    assert label in labels(one)[:3]
    go(one, f"[{label}]")
    assert value in {None, draft(one).values[path]}
    assert ("opened", False) == (question(one), label in labels(one))


@pytest.mark.parametrize(("text", "reply"), [("blub", engine_texts.PICK_BUTTON_FIRST), ("thanks", "You are welcome.")])
def test_other_words_on_the_page_of_a_section(text: str, reply: str) -> None:
    """The bot names the buttons, or replies to the remark."""
    one = go(CoreTalker(filled()), "/overview", "7")
    assert reply == says(one, text).partition("\n\n")[0]
