"""Back, the overview, the summary, and changes after Submit."""

import re

import pytest
from support.author import draft, go, labels, last_said, named, says
from support.core_talker import CoreTalker

from conversations.diagram import NOW, filled
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Version
from conversations.dialogue.inputs import Attached, Revised
from conversations.dialogue.state import Asking, Choosing, Revising, Submitted, Summary, ToRevising
from conversations.engine import texts as engine_texts
from conversations.filling import elsewhere_texts, review_texts, texts
from conversations.form import completion
from conversations.form.questions import MOST_REPETITIONS
from conversations.form.template import in_use

NAME, DESCRIPTION, PEER, YEAR = (
    "name.name",
    "description.description",
    "peer_reviewed.peer_reviewed",
    "start.starting_year",
)


def handed_in(status: str = "submitted") -> CoreTalker:
    """Submit a practice."""
    one = filled()
    whole = one.drafts[0]
    version = Version(at=NOW, answers=whole.answers)
    known = {"status": status, "reference": "RAN-2026-0001", "submitted_at": NOW, "versions": (version,)}
    return go(CoreTalker(one.model_copy(update={"drafts": (whole.model_copy(update=known),), "state": Submitted()})))


def test_overview_says_nothing_twice() -> None:
    """The words have the numbers of the sections, the buttons their titles."""
    one = named("/overview", "7", "2011")
    said = says(one, "/overview")
    assert ["Overview", "Open Door", "Done: 1", "In progress: 7", "Not started: 2-6, 8-16"] == said.splitlines()[:5]
    assert not [section.title for section in in_use().sections if section.title in said]
    assert ["✓ 1. Name of the practice", "○ 2. Description", "… 7. Start of the practice"] == [
        labels(one)[n] for n in (0, 1, 6)
    ]
    assert len(labels(one)) == len(set(labels(one)))


def test_overview_with_something_to_fix() -> None:
    """Sections to fix have a line of their own."""
    one = named("word " * 320, "[Keep and fix later]")
    assert "Done: 1\nTo fix: 2\nNot started: 3-16" in says(one, "/overview")


@pytest.mark.parametrize("way", ["7", "start of the practice", "7. Start of the practice", "[Start of the practice]"])
def test_section_of_the_overview_typed(way: str) -> None:
    """Its number, its title and its label open a section."""
    assert YEAR == getattr(go(CoreTalker(), "/start", "/overview", way).conversation.state, "question", "")


def test_each_answer_is_two_presses_from_the_summary() -> None:
    """Change, then the question: it is asked, and its answer leads back to the summary."""
    one = CoreTalker(filled())
    go(one, "/summary")
    reached = set()
    for asked in completion.applicable(draft(one).values):
        go(one, "/summary", "[Change]")
        button = next(
            button
            for row in one.replies[max(one.replies)].rows
            for button in row
            if button.press.about in {asked.path, asked.section.key} and _leads_to(one, button.press.about, asked.path)
        )
        one.give(one.pressing(max(one.replies), button.press.data()))
        state = one.conversation.state
        assert isinstance(state, Asking)
        assert "summary" == state.return_to.to
        reached.add(state.question)
    assert {asked.path for asked in completion.applicable(draft(one).values)} == reached


def _leads_to(one: CoreTalker, about: str, path: str) -> bool:
    section = in_use().by_key.get(about)
    return about == path or (section is not None and len(completion.applicable_in(section, draft(one).values)) == 1)


def test_overview_from_the_summary_has_sections_alone() -> None:
    """Each question has a button only after Change."""
    one = go(CoreTalker(filled()), "/summary", "[Overview]")
    assert not [label for label in labels(one) if label.startswith(texts.WITHIN)]


@pytest.mark.parametrize("way", ["[Change an answer]", "change an answer"])
def test_pressed_answer_after_submit(way: str) -> None:
    """A change is a proposed revision, which waits for Send revision; the submission stays until then."""
    one = go(handed_in(), "/start", way, "[Peer reviewed]", "[Yes]")
    assert (True, False, Revising()) == (
        draft(one).values[PEER],
        draft(one).handed_in.values[PEER],
        one.conversation.state,
    )
    go(one, "[Send revision]")
    assert True is draft(one).handed_in.values[PEER]


def test_nothing_changed_after_submit() -> None:
    """Back leads to the status of the practice."""
    one = go(handed_in(), "/start", "[Change an answer]", "[Back]")
    assert Submitted() == one.conversation.state
    assert "Remind me" not in labels(go(one, "[Change an answer]"))


def test_change_from_the_summary_after_submit() -> None:
    """The summary of a submission leads there, too."""
    one = go(handed_in(), "/summary", "[Change an answer]", "[Starting year]")
    assert Asking(question=YEAR, return_to=ToRevising()) == one.conversation.state


@pytest.mark.parametrize("status", ["submitted", "approved", "changes_requested", "withdrawn"])
def test_change_an_answer_where_it_can_be_revised(status: str) -> None:
    """The button is there as long as the practice can be revised."""
    assert "Change an answer" in labels(go(handed_in(status), "/start"))


def test_declined_practice_is_not_changed() -> None:
    """A declined practice has no such button: only coordinators can reopen it."""
    assert "Change an answer" not in labels(go(handed_in("declined"), "/summary"))


def test_withdrawn_practice_is_taken_up_again() -> None:
    """Its answers can be changed, it stays withdrawn, and Send revision submits it again."""
    one = go(handed_in("withdrawn"), "/start")
    assert {review_texts.HAND_IN_AGAIN, "Change an answer"} <= {*labels(one)}
    shown = says(go(one, "[Change an answer]", "[Starting year]"), "2012")
    assert ("It stays withdrawn until you press Send revision." in shown, "withdrawn") == (True, draft(one).status)
    assert review_texts.HAND_IN_AGAIN not in labels(go(one, "[Status]"))
    go(one, "[Changes]", "[Send revision]")
    assert ("submitted", 2012, 2) == (draft(one).status, draft(one).handed_in.values[YEAR], len(draft(one).versions))


def test_withdrawn_practice_needs_the_yes() -> None:
    """A withdrawn practice is not submitted again without consent."""
    one = go(handed_in("withdrawn"), "/start", "[Change an answer]", "[Starting year]", "2012")
    one.conversation = one.conversation.model_copy(update={"consent": None})
    go(one, "[Send revision]")
    assert "withdrawn" == draft(one).status


def test_undo_of_a_proposed_change() -> None:
    """Undo removes the proposal; then nothing waits to be sent."""
    one = go(handed_in(), "/start", "[Change an answer]", "[Starting year]", "2012", "[Undo]")
    assert ((), Asking(question=YEAR, return_to=ToRevising())) == (draft(one).unsent, one.conversation.state)


def test_undo_of_discarded_changes() -> None:
    """Undo brings discarded changes back."""
    one = go(handed_in(), "/start", "[Change an answer]", "[Starting year]", "2012", "[Discard my changes]", "[Undo]")
    assert (2012, Revising()) == (draft(one).values[YEAR], one.conversation.state)


def test_file_after_submit_is_a_proposed_change() -> None:
    """A photo after submission is a proposal; the submission does not have it."""
    one = go(handed_in(), "/start")
    shown = one.give(Attached(what="photo", caption="", name="photo", size=5, sha256="ab" * 32, message=900))
    said = "\n".join(each.text for each in shown)
    assert said.startswith("Saved under Deliverables: photo (file 1 of 10).\nYour change to Deliverables is a proposal")
    assert (1, 0, Revising()) == (
        len(draft(one).attachments),
        len(draft(one).handed_in.attachments),
        one.conversation.state,
    )


@pytest.mark.parametrize("way", ["/back", "/overview", "/summary", "[Back]", "[Overview]"])
def test_advice_stands_above_its_own_question(way: str) -> None:
    """After a text over its limit was left, the bot asks for a shorter one at its own question only."""
    one = named("elevenchars " * 320)
    said = says(one, way)
    above = re.split(r"\n\n", said)[0]
    assert "Description needs fixing. That is 320 words, 20 over the limit of 300." == above
    assert 320 == len(str(draft(one).values[DESCRIPTION]).split())


def test_advice_at_its_own_question() -> None:
    """The question says how to fix its answer."""
    one = named("elevenchars " * 320)
    assert "send a shorter one, or press Keep and fix later" in says(one, "[Done]")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            310,
            "So far: 310 of 300 words in 1 message, 10 too many. Send the rest, or press Done and send a shorter text.",
        ),
        (300, "So far: 300 of 300 words in 1 message. Send the rest, or press Done if that was all."),
    ],
)
def test_so_far_says_that_it_is_too_much(words: int, said: str) -> None:
    """The count of an arriving text says how much is over the limit."""
    assert said in says(named(), "elevenchars1 " * words)


def test_advice_after_an_edit_from_afar() -> None:
    """After an edit that makes an answer too long, the bot says the problem, not what to send now."""
    one = named("We prevent radicalisation.")
    shown = one.give(
        Revised(text="word " * 320, message=one.conversation.drafts[0].answers[DESCRIPTION].parts[0].message)
    )
    above = shown[0].text.partition("\n\n")[0]
    assert "Corrected: Description. That is 320 words, 20 over the limit of 300." == above
    assert "send a shorter" not in above


def test_answer_that_makes_another_one_to_fix() -> None:
    """The bot says which other answer needs fixing and why; how to do so is said there."""
    one = go(CoreTalker(), "/start", "/overview", "7", "2011", "2015", "/overview", "7", "[Starting year]")
    said = says(one, "2018").partition("\n\n")[0]
    assert "Ending year needs fixing. The ending year 2015 is before the starting year 2018." in said
    assert "Enter" not in said


def test_advice_is_said_at_its_own_question() -> None:
    """The question shows the advice under its answer."""
    one = named("We play football.")
    assert "Your answer now: We play football.\nAdvice: The text does not say" in says(one, "/back")
    assert "Advice" not in says(one, "We play football, against radicalisation.")


def test_summary_place_is_kept_by_the_way_back() -> None:
    """An answer that is changed from the summary comes back to it."""
    one = go(CoreTalker(filled()), "/summary", "[Change]", "[Starting year]", "2012")
    assert Summary() == one.conversation.state
    assert NAME in draft(one).values


def another_submitted(*acts: str) -> CoreTalker:
    """Submit a complete practice."""
    return go(CoreTalker(filled()), "/overview", "1", "Another Door", "/summary", "[Submit]", *acts)


@pytest.mark.parametrize("text", ["wait no, 2011", "2011", "Open Door is wrong"])
def test_words_behind_submit_point_to_the_way_back(text: str) -> None:
    """After Submit the bot says how to correct an answer."""
    one = another_submitted()
    said = says(one, text)
    assert (True, True) == ("press Change an answer" in said.split("\n\n")[0], "Change an answer" in labels(one))


def test_answer_of_the_table_at_the_summary_stands_alone() -> None:
    """A reply to a message needs no sentence about the buttons."""
    one = go(CoreTalker(filled()), "/summary")
    said = says(one, "Who reads this?")
    assert (False, True) == (
        engine_texts.PICK_ONE in said,
        said.startswith("The coordinators of the Collection can read"),
    )
    assert elsewhere_texts.IN_NO_ANSWER in says(one, "2011")


def test_advice_stands_at_its_own_question_alone() -> None:
    """Advice is shown at its question and before Submit, and not above the next question."""
    one = named()
    assert "Advice" not in says(one, "We play football with young people on Fridays.")
    assert "Advice" in says(one, "/back")


def test_every_section_is_done_in_a_filled_draft() -> None:
    """The walk that fills a draft leaves nothing missing and nothing to fix."""
    assert () == completion.lacking(Context(filled(), NOW).values, Context(filled(), NOW).problems)


def test_back_from_the_overview_of_a_filled_draft_shows_the_summary() -> None:
    """If nothing is left to ask, the summary comes next."""
    one = go(CoreTalker(filled()), "/start", "/overview", "1", "Open Doors", "/overview")
    assert last_said(one, "/back").startswith("Summary")


def test_answer_changed_from_the_overview_comes_back_to_it() -> None:
    """A person who opened the overview from a question returns there."""
    one = go(
        CoreTalker(),
        "/start",
        "Open Door",
        "/overview",
        "11",
        "yes",
        "RAN EXIT",
        "/skip",
        "/skip",
        "/skip",
        "/overview",
        "1",
    )
    last_said(one, "Open Doors")
    assert "overview" == one.conversation.state.at


def test_first_question_has_none_before_it() -> None:
    """Going back from the first question says so and stays."""
    assert last_said(go(CoreTalker(), "/start"), "/back").startswith(texts.NO_FIRST)


def test_meeting_removed_on_the_way_leads_to_the_question_for_more() -> None:
    """After the second meeting is removed, the first stays, and the bot asks for another one."""
    one = go(
        CoreTalker(),
        "/start",
        "/overview",
        "11",
        "yes",
        "RAN EXIT",
        "/skip",
        "/skip",
        "/skip",
        "[Add another meeting]",
        "RAN YF&C",
        "/back",
    )
    assert "1 meeting so far: RAN EXIT." in last_said(one, "[Remove this meeting]")
    assert ["ran_meetings.meetings.1.name"] == [event.question for event in one.events if event.what == "cleared"]


def test_only_meeting_removed_leads_back_to_whether_there_was_one() -> None:
    """Without a meeting, the bot asks whether there was one at all."""
    one = go(CoreTalker(), "/start", "/overview", "11", "yes", "RAN EXIT", "/back")
    assert "Has the practice been presented" in last_said(one, "[Remove this meeting]")


def test_question_names_its_meeting_where_there_are_several() -> None:
    """Two meetings are asked for their subjects one after the other, so each question says whose it is."""
    one = named("/overview", "11")
    first = last_said(one, "Yes, RAN EXIT in Vienna, 3 May 2019 and RAN EDU in Paris, 4 May 2020")
    second = last_said(one, "about leaving")
    assert ("Meeting 1, RAN EXIT · Question 4 of 4 ·" in first, "Meeting 2, RAN EDU · Question 4 of 4 ·" in second) == (
        True,
        True,
    )
    go(one, "about schools")
    assert "Meeting 3 · Question 1 of 4 · Which meeting was it?" in last_said(one, "[Add another meeting]")


@pytest.mark.parametrize("text", ["no more", "that's all", "no, that was all", "das war alles", "c'est tout", "nobody"])
def test_no_more_meetings_in_other_words(text: str) -> None:
    """Words that mean no more are the button for it."""
    one = named("/overview", "11", "Yes, RAN EXIT in Vienna, 3 May 2019", "about leaving")
    assert "Section 12 of 16" in last_said(one, text)


def test_question_names_no_meeting_where_there_is_one() -> None:
    """With one meeting there is nothing to confuse."""
    said = last_said(named("/overview", "11"), "Yes, RAN EXIT in Vienna, 3 May 2019")
    assert "\nQuestion 4 of 4 · What was it about?" in said


def test_meetings_have_an_end() -> None:
    """There is a limit to the number of meetings."""
    one = go(CoreTalker(), "/start", "/overview", "11", "yes", "RAN EXIT", "/skip", "/skip", "/skip")
    draft = one.conversation.drafts[0]
    answer = draft.answers["ran_meetings.meetings.0.name"]
    path = f"ran_meetings.meetings.{MOST_REPETITIONS - 1}.name"
    full = draft.model_copy(update={"answers": draft.answers | {path: answer}})
    one.conversation = one.conversation.model_copy(update={"drafts": (full,)})
    assert last_said(one, "add another meeting").startswith(texts.enough_repetitions())


@pytest.mark.parametrize(
    ("meetings", "told"),
    [
        (["RAN A", "RAN B"], "2 meetings so far: RAN A; RAN B."),
        (["RAN A; with B", "RAN C"], "2 meetings so far: “RAN A; with B”; “RAN C”."),
    ],
)
def test_meetings_are_told_apart(meetings: list[str], told: str) -> None:
    """Names are in quotation marks if one of them has a semicolon in it."""
    assert f"{told} Was the practice presented in another one?" == texts.another(meetings)


def test_draft_without_a_place_goes_on_at_its_first_open_question() -> None:
    """A draft without a stored state goes on at its first open question."""
    one = named("/new", "Second Chance", "/drafts")
    first, second = one.conversation.drafts
    forgotten = first.model_copy(update={"left": None})
    one.conversation = one.conversation.model_copy(update={"drafts": (forgotten, second)})
    assert "Section 2 of 16" in last_said(one, "1")


@pytest.mark.parametrize("command", ["/back", "/skip"])
def test_command_without_a_practice_in_hand(command: str) -> None:
    """Where practices were imported for somebody who is then no coordinator any more, none of them is in hand."""
    one = CoreTalker(filled().model_copy(update={"hand": None, "state": Choosing()}))
    assert review_texts.NO_PRACTICE in says(one, command)
    assert Choosing() == one.conversation.state


def test_back_after_submit_stays() -> None:
    """Nothing comes before the status of a submission."""
    one = go(CoreTalker(filled()), "/summary", "[Submit]")
    before = one.conversation.state
    assert before == go(one, "/back").conversation.state
