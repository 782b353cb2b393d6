"""Words that belong to the question before or after the open one are offered there."""

import pytest
from support.author import draft, go, labels, named, question, says
from support.core_talker import CoreTalker

from conversations.diagram import filled
from conversations.dialogue.events import Refused
from conversations.filling import elsewhere_texts, texts
from conversations.form.asked import question_at

TEXT = "We visit young people in prison, against extremism."

SCOPE = "Geographical scope"

PEER_REVIEWED, DESCRIPTION = "peer_reviewed.peer_reviewed", "description.description"

CONTACT = ("/overview", "15", "[Skip]", "Lone Example")

MEETING = "ran_meetings.meetings.0"

AT_MEETING = (TEXT, "/overview", "11", "yes", "RAN EXIT")


@pytest.mark.parametrize(
    ("acts", "text", "path", "label"),
    [
        ((TEXT,), "training and formers", "key_themes.themes", "Key themes: Formers; Training"),
        ((TEXT, "[No]"), "yes", PEER_REVIEWED, "Peer reviewed: Yes"),
        (CONTACT, "+45 33 11 55 00", "contact.telephone", "Telephone: +45 33 11 55 00"),
        (CONTACT, "www.example.org", "contact.website", "Website: https://www.example.org"),
        (CONTACT, "Anna Example", "contact.person", "Contact person: Anna Example"),
        ((*CONTACT, "a@example.org"), "b@example.org", "contact.email", "Email: b@example.org"),
        ((*CONTACT, "a@example.org", "[Skip]"), "+45 33 11 55 00", "contact.telephone", "Telephone: +45 33 11 55 00"),
        (AT_MEETING, "Vienna, Austria", f"{MEETING}.place", "Place of the meeting: Vienna, Austria"),
        (("/overview", "7", "2015"), "2010", "start.starting_year", "Starting year: 2010"),
        (("/overview", "13", "We help."), "Denmark", "country_of_origin.country", "EU or EEA country: Denmark"),
    ],
)
def test_answer_of_a_neighbour_is_offered_there(acts: tuple[str, ...], text: str, path: str, label: str) -> None:
    """One press saves it there; the person stays where they are."""
    one = named(*acts)
    here = question(one)
    go(one, text, f"[{label}]")
    assert (label.partition(": ")[2], here) == (question_at(path).show(draft(one).values[path]), question(one))


def test_offer_says_where_it_goes_and_what_stands_there() -> None:
    """The sentence has the title and the answer that would be replaced; the words are in the history."""
    one = named(TEXT, "[No]")
    assert elsewhere_texts.changes("Peer reviewed", "No") in says(one, "yes")
    assert "yes" in [event.text for event in one.events if isinstance(event, Refused)]
    assert elsewhere_texts.fits("Telephone") in says(named(*CONTACT), "+45 33 11 55 00")
    assert "Undo" in labels(go(one, "[Peer reviewed: Yes]"))
    assert False is draft(go(one, "undo")).values[PEER_REVIEWED]


@pytest.mark.parametrize("text", ["yes", "no", "nein danke"])
def test_mere_yes_is_not_offered_at_a_question_without_an_answer(text: str) -> None:
    """It replies to the bot; the next question for yes or no is about something else."""
    one = go(named(*AT_MEETING), text)
    assert [] == [label for label in labels(one) if "funded" in label]


def test_one_choice_of_two_for_the_next_question() -> None:
    """It is too little to be saved, so the bot says where it fits."""
    one = named(TEXT)
    said = [says(one, text) for text in ("Training", "gardening", "2", "yes and no")]
    assert [True, False, False, False] == [elsewhere_texts.comes_next("Key themes") in each for each in said]
    assert [] == [label for label in labels(one) if "Key themes" in label]
    complete = go(CoreTalker(filled()), "/overview", "3")
    assert "the next question" not in says(complete, "Training")


def test_place_at_the_list_before_it() -> None:
    """It is offered as one more audience and as the place; the second time the bot says every way on."""
    one = named(TEXT, "[No]", "Training, Formers")
    said = says(one, "Aarhus and Odense")
    assert [True, True] == [elsewhere_texts.fits(title) in said for title in ("Additional target audience", SCOPE)]
    assert ["Additional target audience: Aarhus and Odense", f"{SCOPE}: Aarhus and Odense"] == labels(one)[:2]
    go(one, "yes")  # it does not say which
    assert {*draft(one).answers} == {"name.name", DESCRIPTION, PEER_REVIEWED, "key_themes.themes"}
    go(one, "/back", "[Done]")
    assert elsewhere_texts.CHOOSE in says(go(one, "bakery"), "gardening")
    assert "is not in the list" not in says(one, "gardening")


def test_text_is_added_to_the_long_text_before() -> None:
    """Nothing of the earlier text is lost."""
    one = named(TEXT)
    more = "We also meet the parents of the young people."
    assert elsewhere_texts.adds("Description") in says(one, more)
    go(one, "[Add to Description]")
    assert (f"{TEXT}\n{more}", PEER_REVIEWED) == (draft(one).values[DESCRIPTION], question(one))


@pytest.mark.parametrize(
    ("acts", "text"),
    [
        ((TEXT,), "blub"),  # no neighbour reads it
        ((TEXT,), "2"),  # a number is in every list
        ((TEXT, "[No]"), "no"),  # it is the answer there already
        ((TEXT,), "what is that good for, my friend?"),  # a remark is no text
        ((TEXT,), "Training"),  # one theme of two is not enough
        (CONTACT, "anna example"),  # no capital: no name
        (("/overview", "15"), "..."),  # it is a question for a text
    ],
)
def test_nothing_is_offered_in_doubt(acts: tuple[str, ...], text: str) -> None:
    """The bot only says why the words are no answer."""
    one = named(*acts)
    go(one, text)
    assert not [label for label in labels(one) if ": " in label or label.startswith("Add to")]


def test_second_refusal_says_every_way_on() -> None:
    """From the third on the sentence before it is left out; another question begins anew."""
    one = named(TEXT)
    why, ways = "I need a Yes or a No here", elsewhere_texts.without_answer("Later")
    said = [says(one, text) for text in ("blub", "blub bla", "blub", "blub")]
    assert [(True, False), (True, True), (False, True), (False, True)] == [(why in each, ways in each) for each in said]
    assert ["Later", "Ask the coordinators", "Yes", "No", "Back", "Overview"] == labels(one)
    go(one, "[Later]")
    assert ways not in says(one, "blub")


@pytest.mark.parametrize(
    ("acts", "text", "ways"),
    [
        ((TEXT, "/overview", "7", "2015"), "blub", elsewhere_texts.without_answer("Still active")),
        ((TEXT, "/overview", "7", "2015"), "blub", elsewhere_texts.send_alone("2014")),
        ((TEXT, "/overview", "16"), "blub", elsewhere_texts.without_answer("Later")),
        ((TEXT, "[No]", "Training"), "gardening", elsewhere_texts.without_answer("Later")),
        ((TEXT, "[No]", "Training, Formers", "/back"), "gardening", elsewhere_texts.keeps_answer("Done")),
        ((TEXT, "[No]", "/back"), "blub", elsewhere_texts.keeps_answer(texts.KEEP)),
        (CONTACT, "blub", elsewhere_texts.send_alone("anna@example.org")),
        ((TEXT, "[No]"), "gardening", elsewhere_texts.CHOOSE),
    ],
)
def test_ways_on_fit_the_question(acts: tuple[str, ...], text: str, ways: str) -> None:
    """They name the buttons that the question has."""
    assert ways in says(go(named(*acts), text), text)


def test_broken_rule_is_said_each_time() -> None:
    """Its figures differ each time."""
    one = named("/overview", "7", "2015", "2010", "2011")
    assert "The ending year 2012 is before the starting year 2015." in says(one, "2012")


def test_question_that_was_refused_goes_to_the_coordinators() -> None:
    """Ask the coordinators sends the last words, and the person stays."""
    one = named(TEXT, "blub", "we never heard of it")
    go(one, "[Ask the coordinators]")
    assert PEER_REVIEWED == question(one)
