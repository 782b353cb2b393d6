"""One message or one press can answer several questions."""

from collections.abc import Mapping

import pytest
from pydantic import JsonValue
from support.author import draft, go, labels, last_said, named, question
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Chose, Press, Wrote
from conversations.dialogue.state import Asking, Repeating, Submitted
from conversations.engine.engine import step
from conversations.fields import texts as fields_texts

SHORTEST = (
    *("/start", "[I agree]", "Open Door", "Mentors help young people to leave violent extremism.", "[No]"),
    *("Training, Formers", "Families, also the wives of inmates", "Denmark", "2015, still active", "[Skip]"),
    *("42 took part", "[Skip the rest of this section]", "It costs little", "[No]", "No, the city pays"),
    *("An association in Aarhus", "[NGO]", "[Denmark]", "Anna Example, anna@example.org"),
    *("[Use these and skip the rest]", "[This year]", "[Submit]"),
)
"""The shortest way through the form; without a word in a message that answers a second question it has 29 turns."""


def talker(*acts: str, conversation: Conversation | None = None) -> CoreTalker:
    """Do these things; a label in brackets is pressed, other words are said."""
    one = CoreTalker(conversation)
    for act in acts:
        last_said(one, act)
    return one


def at(section: int, *acts: str) -> CoreTalker:
    """Open a section of a new draft and answer."""
    return talker("/start", "/overview", str(section), *acts)


def given(one: CoreTalker) -> Mapping[str, JsonValue]:
    """Return the answers; of a date only the words."""
    values = draft(one).values
    return {path: value["given"] if isinstance(value, dict) else value for path, value in values.items()}


def test_shortest_path() -> None:
    """From /start to the reference it takes 22 turns."""
    one = talker(*SHORTEST, conversation=Conversation())
    assert (22, Submitted(), "RAN-2026-0001") == (len(SHORTEST), one.conversation.state, draft(one).reference)


@pytest.mark.parametrize(
    ("section", "text", "answers"),
    [
        (5, "prison, also the wives of inmates", (["Prison / probation"], "the wives of inmates")),
        (
            5,
            "families and youth, plus mentors and coaches",
            (["Families", "Youth/pupils/students"], "mentors and coaches"),
        ),
        (5, "Families, auch Trainer", (["Families"], "Trainer")),
        (5, "families, sports coaches too", (["Families"], "sports coaches")),
        (5, "families, nobody else", (["Families"], None)),
        (7, "since 2015, still active", (2015, None)),
        (7, "2011-2014", (2011, 2014)),
        (11, "yes, in RAN P&P in Dublin 23-24 January 2019", (True, "RAN P&P", "23-24 January 2019", "Dublin")),
        (11, "yes in RAN P&P in Dublin, 2019", (True, "RAN P&P", "2019", "Dublin")),
        (11, "RAN P&P, online, May 2020", (True, "RAN P&P", "May 2020", "online")),
        (11, "Ja, beim RAN-Treffen in Wien am 3. Mai 2019", (True, "RAN-Treffen", "3. Mai 2019", "Wien")),
        (11, "oui, au groupe RAN EDU à Paris en mars 2018", (True, "groupe RAN EDU", "mars 2018", "Paris")),
        (11, "yes, in Dublin in 2019", (True, "2019", "Dublin")),
        (11, "yes, RAN P&P in Dublin, 3 May 2050", (True, "RAN P&P", "Dublin")),
        (11, "yes, many times", (True,)),
        (11, "no, RAN has not seen it", (False,)),
        (12, "yes, ISF and erasmus", (True, ["Erasmus+", "Internal Security Fund (ISF)"])),
        (12, "ISF and erasmus", (True, ["Erasmus+", "Internal Security Fund (ISF)"])),
        (12, "Yes, Horizon 2020, project Open Door", (True, ["Horizon 2020"], "Horizon 2020, project Open Door")),
        (12, "Yes, half of the budget", (True, "half of the budget")),
        (12, "No, the city pays", (False, "the city pays")),
        (12, "Nein, die Stadt bezahlt", (False, "die Stadt bezahlt")),
        (12, "No, nothing else", (False, None)),
        (12, "No, thank you", (False,)),
        (12, "No, not by the ISF", (False,)),
        (12, "yes", (True,)),
        (12, "2", (False,)),
        (12, "perhaps the city", ()),
        (14, "Schweiz", ("Outside the EU and EEA", "Switzerland")),
    ],
)
def test_two_things_in_one_message(section: int, text: str, answers: tuple[JsonValue, ...]) -> None:
    """A message can answer other questions, too."""
    assert answers == tuple(given(at(section, text)).values())


def test_two_things_said() -> None:
    """Each answer is confirmed with its question, and the first question without an answer follows."""
    one = at(11)
    said = last_said(one, "yes, in RAN P&P in Dublin 23-24 January 2019").split("\n\n")[0]
    told = "Name of the meeting: RAN P&P\nDate of the meeting: 23-24 January 2019\nPlace of the meeting: Dublin"
    assert (f"Saved: Yes\n{told}", "ran_meetings.meetings.0.subject") == (said, question(one))


def test_nobody_else_said() -> None:
    """The answer "nobody else" is confirmed in the words of the summary."""
    said = last_said(at(5), "families, nobody else").split("\n\n")[0]
    assert "Saved: Families\nAdditional target audience: Not provided" == said


def test_words_behind_yes_replace_no_text() -> None:
    """If the text question is answered already, words after a Yes change the funds only."""
    one = at(12, "No, the city pays", "/back", "/back", "Yes, ISF, since the city stopped")
    assert (True, "the city pays", ["Internal Security Fund (ISF)"]) == tuple(given(one).values())


def test_two_meetings_in_one_message() -> None:
    """The bot asks what is missing for each meeting before it asks for another one."""
    one = at(11, "yes, RAN P&P in Dublin, May 2019; RAN EXIT, June 2020", "[Skip]")
    assert "ran_meetings.meetings.1.place" == question(one)
    last_said(one, "[Skip]")
    assert "2 meetings so far: RAN P&P; RAN EXIT." in last_said(one, "[Skip]")


def test_all_of_a_meeting_in_one_message() -> None:
    """If nothing is missing, the bot asks for another meeting."""
    one = at(11, "yes, RAN EXIT in Wien, 3 May 2019, about exit work")
    assert Repeating(section="ran_meetings") == one.conversation.state


@pytest.mark.parametrize(
    "text", ["RAN EXIT in Wien, 3 May 2019", "yes, RAN EXIT in Wien, 3 May 2019", "ja: RAN EXIT, Wien, 2019"]
)
def test_another_meeting_told_at_once(text: str) -> None:
    """Where the bot asks whether there is another meeting, its details are an answer."""
    one = at(11, "yes, RAN P&P in Dublin, 2019", "[Skip]", text)
    answers = given(one)
    assert ("RAN EXIT", "Wien") == tuple(answers[f"ran_meetings.meetings.1.{key}"] for key in ("name", "place"))
    assert "ran_meetings.meetings.1.subject" == question(one)


@pytest.mark.parametrize("text", ["Yes", "yes!", "ja", "No", "oui"])
def test_yes_is_no_meeting(text: str) -> None:
    """Yes and no are not names of meetings."""
    one = at(11, "[Yes]")
    said = last_said(one, text).split("\n\n")[0]
    expected = "That is no name. Send the name of the meeting, or press Back if there was none."
    assert (expected, "ran_meetings.meetings.0.name") == (said, question(one))


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("RAN P&P in Dublin, 23 January 2019", ("RAN P&P", "23 January 2019", "Dublin")),
        ("Yes, RAN P&P, Dublin", ("RAN P&P", "Dublin")),
        ("RAN plenary 2019", ("RAN plenary 2019",)),
        ("RAN Prison and Probation", ("RAN Prison and Probation",)),
        ("RAN study visit in Sofia", ("RAN study visit in Sofia",)),
    ],
)
def test_name_of_a_meeting_with_more(text: str, answers: tuple[str, ...]) -> None:
    """A day or month after the name of a meeting is its date; a year or a place alone stays in the name."""
    assert (True, *answers) == tuple(given(at(11, "[Yes]", text)).values())


def test_edited_message_answers_all_anew() -> None:
    """An edited message corrects all answers that it gave."""
    one = at(11)
    number = one.number + 1
    last_said(one, "yes, in RAN P&P in Dublin, January 2019")
    one.give(one.editing(number, "yes, in RAN EXIT in Wien, January 2019"))
    assert (True, "RAN EXIT", "January 2019", "Wien") == tuple(given(one).values())


@pytest.mark.parametrize(
    ("section", "text", "chosen", "said"),
    [
        (
            4,
            "prison, mentoring",
            ["Prison and probation"],
            "Ticked: Prison and probation.\n“mentoring” is not in the list.",
        ),
        (
            5,
            "prison, mentoring",
            ["Prison / probation"],
            "Ticked: Prison / probation.\n“mentoring” is not in the list.",
        ),
        (4, "prison, trainning, mentoring", ["Prison and probation"], "Ticked: Prison and probation.\n"),
    ],
)
def test_part_of_a_list_is_ticked(section: int, text: str, chosen: list[str], said: str) -> None:
    """Choices that were understood are ticked; the bot asks about the other words only."""
    one = at(section)
    assert said in last_said(one, text)
    assert (chosen, ("key_themes.themes", "target_audience.audiences")[section - 4]) == (
        next(iter(given(one).values())),
        question(one),
    )


def test_rest_of_a_list_pressed() -> None:
    """The other words are offered to the next question that takes any text."""
    one = at(5, "prison, mentoring", "[Additional target audience: mentoring]")
    assert ((["Prison / probation"], "mentoring"), "geographical_scope.scope") == (
        tuple(given(one).values()),
        question(one),
    )


def test_ticked_and_typed_together() -> None:
    """A theme that is typed after one was ticked completes the two."""
    one = at(4, "prison, mentoring", "training")
    assert [["Prison and probation", "Training"]] == list(given(one).values())


def test_more_than_a_list_takes_is_ticked_by_none() -> None:
    """Three themes and an unknown word are too many to tick."""
    one = at(4)
    assert "Choose exactly two, not three: Formers; Prison and probation; Training." in last_said(
        one, "prison, training, formers, mentoring"
    )
    assert {} == given(one)


def test_also_alone_is_kept_for_the_next_question() -> None:
    """Words after "also" answer the next question; the list still needs a choice."""
    one = at(5)
    said = last_said(one, "also the wives of inmates").split("\n\n")[0]
    assert "Additional target audience: the wives of inmates\nChoose at least one of the list, too." == said
    last_said(one, "[Families]")
    last_said(one, "[Done]")
    assert (["Families"], "the wives of inmates") == (
        given(one)["target_audience.audiences"],
        given(one)["target_audience.additional"],
    )
    assert "geographical_scope.scope" == question(one)


@pytest.mark.parametrize(
    ("said", "button", "chosen", "more"),
    [
        ("the inmates of course, and also the wives", "Prison / probation", ["Prison / probation"], "the wives"),
        ("więźniowie, a także rodziny", "Prison / probation", ["Prison / probation"], "rodziny"),
        ("families, inmates, also bakers", "Prison / probation", ["Families", "Prison / probation"], "bakers"),
    ],
)
def test_also_behind_everyday_words(said: str, button: str, chosen: list[str], more: str) -> None:
    """What stands before "also" is asked about, what stands behind it is kept for the next question."""
    one = at(5)
    assert f"Additional target audience: {more}" in last_said(one, said)
    assert button == labels(one)[0]
    last_said(one, f"[{button}]")
    assert (chosen, more) == (given(one)["target_audience.audiences"], given(one)["target_audience.additional"])


def test_also_behind_words_that_say_nothing() -> None:
    """No audience is called "wait, I think", and it is no wish to stop."""
    assert "Additional target audience: sweden\n" in last_said(at(5), "wait i think also sweden")


def test_words_that_nobody_pressed_are_offered_next() -> None:
    """Done leaves the words that are not in the list; the next question, which takes any, offers them."""
    one = at(5, "pupils and teachers, parents sometimes")
    assert "“teachers, parents sometimes” is not saved yet." in last_said(one, "[Done]")
    last_said(one, "[Additional target audience: teachers, parents sometimes]")
    assert ("teachers, parents sometimes", "geographical_scope.scope") == (
        given(one)["target_audience.additional"],
        question(one),
    )


def test_also_behind_unknown_words() -> None:
    """The words stay together, as they were typed."""
    assert "Additional target audience: bakers, also butchers" in labels(at(5, "bakers, also butchers"))


@pytest.mark.parametrize("said", ["Handbook readers", "who he is", "the basis"])
def test_also_within_a_word_is_part_of_it(said: str) -> None:
    """A word that only contains an "also" of some language is kept whole."""
    assert [f"Additional target audience: {said}"] == [
        label for label in labels(at(5, said)) if label.startswith("Additional")
    ]


def test_also_after_presses() -> None:
    """After pressed choices "also" finishes the list."""
    one = at(5, "[Families]", "also the wives of inmates")
    assert ((["Families"], "the wives of inmates"), "geographical_scope.scope") == (
        tuple(given(one).values()),
        question(one),
    )


def test_unknown_choice_is_offered_to_the_next_question() -> None:
    """A word that is in no list is offered to the next question, and the list stays open."""
    one = at(5, "mentors", "[Additional target audience: mentors]")
    assert ({"target_audience.additional": "mentors"}, "target_audience.audiences") == (given(one), question(one))


@pytest.mark.parametrize("text", ["no idea", "none", "nobody else", "what is this?", "12345", "x" * 300])
def test_no_answer_is_not_offered_to_the_next_question(text: str) -> None:
    """A text that says nothing, asks or has no word is not offered to the next question."""
    one = at(5, text)
    offered = [label for label in labels(one) if label.startswith("Additional target audience")]
    assert ({}, []) == (given(one), offered)


def test_second_theme_goes_on() -> None:
    """After the last possible theme the form goes on; Done on the old list then changes nothing."""
    one = at(4, "[Training]", "[Formers]")
    assert (["Formers", "Training"], "target_audience.audiences") == (given(one)["key_themes.themes"], question(one))
    shown = one.do(Act("presses", "Done", "first"))
    assert (["That is done already."], "target_audience.audiences") == ([said.text for said in shown], question(one))


def test_two_themes_changed_from_the_summary() -> None:
    """After a theme was exchanged from the summary, the second one leads back there."""
    one = at(4, "Training, Formers", "/summary", "[Change]", "[Key themes]", "[Training]", "[Gender/women]")
    assert (["Formers", "Gender/women"], "summary") == (given(one)["key_themes.themes"], question(one))


@pytest.mark.parametrize(
    ("section", "acts", "skipped", "return_to"),
    [
        (5, ["[Families]"], ["target_audience.additional"], "geographical_scope.scope"),
        (9, ["42 took part"], ["evidence.feedback", "evidence.peer_review"], "sustainability.sustainability"),
        (
            11,
            ["[Yes]", "RAN EXIT"],
            ["ran_meetings.meetings.0.date", "ran_meetings.meetings.0.place", "ran_meetings.meetings.0.subject"],
            "eu_funding.co_funded",
        ),
        (11, ["yes, RAN EXIT in Wien, 2019"], ["ran_meetings.meetings.0.subject"], "eu_funding.co_funded"),
        (12, ["[Yes]", "[Erasmus+]"], ["eu_funding.initiatives"], "organisation.description"),
        (
            15,
            ["[Skip]", "Anna Example", "anna@example.org"],
            ["contact.telephone", "contact.website"],
            "last_update.year",
        ),
    ],
)
def test_rest_of_a_section_skipped(section: int, acts: list[str], skipped: list[str], return_to: str) -> None:
    """If all that is left of a section is optional, one press skips it."""
    one = at(section, *acts)
    before = given(one)
    last_said(one, "[Skip the rest of this section]")
    assert (skipped, return_to) == (
        [path for path, value in given(one).items() if path not in before and value is None],
        question(one),
    )


@pytest.mark.parametrize(
    ("section", "acts"),
    [
        (5, ()),
        (7, ("2015",)),
        (8, ()),
        (9, ()),
        (11, ("[Yes]",)),
        (12, ("[No]",)),
        (15, ()),
        (15, ("[Skip]",)),
        (5, ("families",)),
    ],
)
def test_rest_of_a_section_not_offered(section: int, acts: tuple[str, ...]) -> None:
    """If a question is required, or Skip does the same, there is no such button."""
    assert "Skip the rest of this section" not in labels(at(section, *acts))


def test_rest_skipped_on_the_way_from_the_summary() -> None:
    """From the summary the press leads back there."""
    one = at(9, "/summary", "[Performance]", "42 took part", "[Skip the rest of this section]")
    assert "summary" == question(one)


def test_this_year() -> None:
    """One press says that the text is from this year; the words do the same."""
    assert 2 * [{"last_update.year": 2026}] == [given(at(16, "[This year]")), given(at(16, "this year"))]


def test_long_list_shows_what_is_likely() -> None:
    """The list of countries shows those that the scope names, and a button for all."""
    one = at(6, "Denmark and Sweden", "/overview", "14")
    assert ["Denmark", "Sweden", "Outside the EU and EEA", "Show all"] == labels(one)[:4]
    last_said(one, "[Show all]")
    assert (31, False) == (labels(one).index("Back"), "Show all" in labels(one))
    last_said(one, "[Spain]")
    assert "Spain" == given(one)["country_of_origin.country"]


def test_shortened_list_redrawn_whole() -> None:
    """Show all changes the message that it belongs to."""
    one = at(6, "Denmark", "/overview", "14")
    (shown,) = one.do(Act("presses", "Show all"))
    assert isinstance(shown, Said)
    assert shown.redrawn


def test_index_in_a_shortened_list() -> None:
    """A choice keeps its number in the whole list; a hidden one still works on an older keyboard."""
    one = at(6, "Sweden", "/overview", "14")
    rows = one.replies[max(one.replies)].rows
    assert [29, 30, None] == [button.press.index for row in rows[:3] for button in row]
    old = Press(
        draft=1,
        keyboard_version=one.conversation.keyboard_version,
        about="country_of_origin.country",
        action="pick",
        index=6,
    )
    taken = step(one.conversation, Chose(press=old, message=1), one.now)
    assert "Denmark" == taken.conversation.drafts[0].values["country_of_origin.country"]


def test_likely_by_the_language_of_the_app() -> None:
    """An Icelandic app makes Iceland likely; it is kept, as reminders are to be in that language."""
    one = at(13, "An association", "[NGO]")
    one.conversation = one.conversation.model_copy(update={"state": Asking(question="organisation.type")})
    taken = step(one.conversation, Wrote(text="Charity", message=99, language="is"), one.now)
    shown = [button.label for row in taken.replies[-1].rows for button in row]
    assert (["Iceland", "Outside the EU and EEA", "Show all"], "is") == (shown[:3], taken.conversation.app_language)


def test_likely_by_an_earlier_draft() -> None:
    """The country of an earlier draft is likely."""
    one = talker("/start", "Open Door", "/overview", "14", "Spain", "/new", "/overview", "14")
    assert "Spain" == labels(one)[0]


BLOCK = "Anna Example\nOpen Door association\nExample Street 1\n8000 Aarhus C\nTel. +45 33 11 55 00\nanna@example.org"


def test_contact_details_shown_first() -> None:
    """A block of contact details is shown in parts, and nothing is saved before a press."""
    one = at(15)
    said = last_said(one, BLOCK).split("\n\n")[0]
    expected = (
        "Check these details. I save them when you press Use these details.\n"
        "Address: Open Door association, Example Street 1, 8000 Aarhus C\nContact person: Anna Example\n"
        "Email: anna@example.org\nTelephone: +45 33 11 55 00\nStill missing: Website."
    )
    assert (expected, {}) == (said, given(one))


def test_contact_details_used() -> None:
    """One press saves all details; then the bot asks the first missing one."""
    one = at(15, BLOCK, "[Use these details]")
    expected = {
        "contact.address": "Open Door association\nExample Street 1\n8000 Aarhus C",
        "contact.person": "Anna Example",
        "contact.email": "anna@example.org",
        "contact.telephone": "+45 33 11 55 00",
    }
    assert (expected, "contact.website") == (given(one), question(one))


def test_contact_details_are_all_there_is() -> None:
    """Another press skips the questions that the details do not answer."""
    one = at(15, "Anna Example, anna@example.org", "[Use these and skip the rest]")
    nothing = ["contact.address", "contact.telephone", "contact.website"]
    assert (nothing, "last_update.year") == (
        [path for path, value in given(one).items() if value is None],
        question(one),
    )


def test_contact_details_are_the_address_after_all() -> None:
    """A third press takes all the words as the answer to the open question."""
    assert {"contact.address": BLOCK} == given(at(15, BLOCK, "[Use it as the answer]"))


def test_contact_details_without_the_open_one() -> None:
    """If the details do not answer the open question, it stays open."""
    one = at(15, "Anna Example, anna@example.org", "[Use these details]")
    assert (["contact.person", "contact.email"], "contact.address") == ([*given(one)], question(one))


def test_contact_details_leave_what_is_answered() -> None:
    """Details do not replace a stored answer."""
    one = at(15, "[Skip]", "Anna Example", "Anna Example, anna@example.org")
    assert {"contact.address": None, "contact.person": "Anna Example", "contact.email": "anna@example.org"} == given(
        one
    )


@pytest.mark.parametrize(
    ("acts", "button", "path"),
    [
        ((), "Email: anna@example.org", "contact.email"),
        (("[Skip]",), "Email: anna@example.org", "contact.email"),
    ],
)
def test_one_detail_at_another_question(acts: tuple[str, ...], button: str, path: str) -> None:
    """A single detail for another question is offered there, and can be taken here."""
    one = at(15, *acts)
    before = question(one)
    last_said(one, "anna@example.org")
    assert [button, "Keep “anna@example.org”"] == labels(one)[:2]
    last_said(one, f"[{button}]")
    assert ("anna@example.org", before) == (given(one)[path], question(one))


def test_details_that_replace_others() -> None:
    """Details of another person replace the earlier ones; the stored address stays."""
    before = ("Example Street 1", "Anna Example", "anna@example.org", "/back", "/back")
    one = at(15, *before, "Lone Example, lone@example.org", "[Use these details]")
    assert ("Lone Example", "lone@example.org", "Example Street 1") == tuple(
        given(one)[f"contact.{key}"] for key in ("person", "email", "address")
    )


@pytest.mark.parametrize("text", ["My name is Eva Muster", "Hello, je m'appelle Eva Muster"])
def test_person_in_a_sentence(text: str) -> None:
    """At Contact person only the name is saved of "my name is ..."."""
    one = named("/overview", "15", "/skip", text)
    assert draft(one).values["contact.person"] == "Eva Muster"


def test_words_with_a_detail_are_no_name() -> None:
    """Words with an e-mail address and without a name need a press to become the contact person."""
    one = at(15, "The street is Example Street 1", "NGO Open Door, anna@example.org")
    assert (["Email: anna@example.org", "Keep “NGO Open Door, anna@example.org”"], "contact.person") == (
        labels(one)[:2],
        question(one),
    )


@pytest.mark.parametrize("text", ["skip", "/skip", "later", "I don't know"])
@pytest.mark.parametrize("section", ["3", "11", "12", "14"])
def test_skip_at_a_question_that_needs_a_choice(text: str, section: str) -> None:
    """The bot says why the question cannot be skipped, and offers Later."""
    one = named("/overview", section)
    path = question(one)
    said = last_said(one, text)
    assert ("only before you submit" in said or "before you can submit" in said, "Later", path) == (
        True,
        labels(one)[0],
        question(one),
    )
    go(one, "[Later]")
    assert (path not in draft(one).answers, True) == (True, path != question(one))


@pytest.mark.parametrize("section", ["2", "3", "14"])
def test_skip_for_later(section: str) -> None:
    """Where Later is on the screen, "skip" stands for it, also in another language."""
    one = named("/overview", section)
    path = question(one)
    go(one, "/skip", "spring over")
    assert (path not in draft(one).answers, True) == (True, path != question(one))


@pytest.mark.parametrize("acts", [["skip"], ["überspringen"], ["later"], ["[Done]", "[Later]"], ["go on", "[Later]"]])
def test_skip_at_a_list_that_lacks_a_choice(acts: list[str]) -> None:
    """The choice so far stays, the overview shows the list as "to fix", and the next question comes."""
    one = named("/overview", "4", "Family support", *acts[:-1])
    assert last_said(one, acts[-1]).startswith("Saved. You can fix it later")
    assert (["Family support"], "target_audience.audiences") == (
        draft(one).values["key_themes.themes"],
        question(one),
    )


@pytest.mark.parametrize("text", ["wait", "no its to short sorry", "hello", "thanks"])
def test_remark_at_yes_or_no(text: str) -> None:
    """A message to the bot is answered and stored; then the bot asks for Yes or No."""
    one = named("/overview", "3")
    said = last_said(one, text).split("\n\n")[0].split("\n")
    kept = [event.text for event in one.events if isinstance(event, Refused)]
    assert (fields_texts.YES_OR_NO, 2, text, False) == (
        said[-1],
        len(said),
        kept[-1],
        "peer_reviewed.label" in draft(one).values,
    )
