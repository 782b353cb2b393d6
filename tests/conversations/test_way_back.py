"""The way back to an answer: from the summary, after Submit, of a withdrawn practice; and what the overview says."""

import re

import pytest
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act
from conversations.diagram import NOW, filled
from conversations.dialogue.conversation import Draft, Version
from conversations.dialogue.inputs import Attached, Revised
from conversations.dialogue.state import Asking, Revising, Submitted, Summary, ToRevising
from conversations.filling import review_texts, texts
from conversations.form import completion
from conversations.form.template import in_use

NAME, DESCRIPTION, PEER, YEAR = (
    "name.name",
    "description.description",
    "peer_reviewed.peer_reviewed",
    "start.starting_year",
)


def go(one: CoreTalker, *acts: str) -> CoreTalker:
    """Say things, and press what stands in brackets."""
    for act in acts:
        one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return one


def says(one: CoreTalker, act: str) -> str:
    """Do one thing; give all that is said."""
    given = Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act)
    return "\n".join(shown.text for shown in one.do(given))


def labels(one: CoreTalker) -> list[str]:
    """List the buttons of the last message."""
    return [button.label for row in one.replies[max(one.replies)].rows for button in row]


def draft(one: CoreTalker) -> Draft:
    """Give the only draft."""
    return one.conversation.drafts[0]


def handed_in(status: str = "submitted") -> CoreTalker:
    """Have a practice handed in."""
    one = filled()
    whole = one.drafts[0]
    version = Version(at=NOW, answers=whole.answers)
    known = {"status": status, "reference": "RAN-2026-0001", "submitted_at": NOW, "versions": (version,)}
    return go(CoreTalker(one.model_copy(update={"drafts": (whole.model_copy(update=known),), "state": Submitted()})))


def test_overview_says_nothing_twice() -> None:
    """Its words have the numbers of the sections, its buttons their titles."""
    one = go(CoreTalker(), "/start", "Open Door", "/overview", "7", "2011")
    said = says(one, "/overview")
    assert ["Overview", "Open Door", "Done: 1", "In progress: 7", "Not started: 2-6, 8-16"] == said.splitlines()[:5]
    assert not [section.title for section in in_use().sections if section.title in said]
    assert ["✓ 1. Name of the practice", "○ 2. Description", "… 7. Start of the practice"] == [
        labels(one)[n] for n in (0, 1, 6)
    ]
    assert len(labels(one)) == len(set(labels(one)))


def test_overview_with_something_to_fix() -> None:
    """What is to fix has a line of its own."""
    one = go(CoreTalker(), "/start", "Open Door", "word " * 320, "[Keep and fix later]")
    assert "Done: 1\nTo fix: 2\nNot started: 3-16" in says(one, "/overview")


@pytest.mark.parametrize("way", ["7", "start of the practice", "7. Start of the practice", "[Start of the practice]"])
def test_section_of_the_overview_typed(way: str) -> None:
    """Its number, its title and its whole label lead there."""
    assert YEAR == getattr(go(CoreTalker(), "/start", "/overview", way).conversation.state, "question", "")


def test_each_answer_is_two_presses_from_the_summary() -> None:
    """Change, and the answer: each question that applies is asked, and its answer leads back to the summary."""
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
    """Only where an answer is to be changed each question has a button."""
    one = go(CoreTalker(filled()), "/summary", "[Overview]")
    assert not [label for label in labels(one) if label.startswith(texts.WITHIN)]


@pytest.mark.parametrize("way", ["[Change an answer]", "change an answer"])
def test_pressed_answer_after_submit(way: str) -> None:
    """It is changed as a proposed revision, which waits for Send revision; what was handed in stays until then."""
    one = go(handed_in(), "/start", way, "[Peer reviewed]", "[Yes]")
    assert (True, False, Revising()) == (
        draft(one).values[PEER],
        draft(one).handed_in.values[PEER],
        one.conversation.state,
    )
    go(one, "[Send revision]")
    assert True is draft(one).handed_in.values[PEER]


def test_nothing_changed_after_submit() -> None:
    """Back leads to where the practice stands."""
    one = go(handed_in(), "/start", "[Change an answer]", "[Back]")
    assert Submitted() == one.conversation.state
    assert "Remind me" not in labels(go(one, "[Change an answer]"))


def test_change_from_the_summary_after_submit() -> None:
    """The summary of what was handed in leads there, too."""
    one = go(handed_in(), "/summary", "[Change an answer]", "[Starting year]")
    assert Asking(question=YEAR, return_to=ToRevising()) == one.conversation.state


@pytest.mark.parametrize("status", ["submitted", "approved", "changes_requested", "withdrawn"])
def test_change_an_answer_where_it_can_be_revised(status: str) -> None:
    """The way is there as long as the practice can come back to the coordinators."""
    assert "Change an answer" in labels(go(handed_in(status), "/start"))


def test_declined_practice_is_not_changed() -> None:
    """A decision that only coordinators can reopen has no such button."""
    assert "Change an answer" not in labels(go(handed_in("declined"), "/summary"))


def test_withdrawn_practice_is_taken_up_again() -> None:
    """Its answers can be changed, it stays withdrawn meanwhile, and Send revision submits it once more."""
    one = go(handed_in("withdrawn"), "/start")
    assert {review_texts.HAND_IN_AGAIN, "Change an answer"} <= {*labels(one)}
    shown = says(go(one, "[Change an answer]", "[Starting year]"), "2012")
    assert ("It stays withdrawn until you press Send revision." in shown, "withdrawn") == (True, draft(one).status)
    assert review_texts.HAND_IN_AGAIN not in labels(go(one, "[Status]"))
    go(one, "[Changes]", "[Send revision]")
    assert ("submitted", 2012, 2) == (draft(one).status, draft(one).handed_in.values[YEAR], len(draft(one).versions))


def test_withdrawn_practice_needs_the_yes() -> None:
    """What may be published again is not sent without it."""
    one = go(handed_in("withdrawn"), "/start", "[Change an answer]", "[Starting year]", "2012")
    one.conversation = one.conversation.model_copy(update={"consent": None})
    go(one, "[Send revision]")
    assert "withdrawn" == draft(one).status


def test_undo_of_a_proposed_change() -> None:
    """It takes the proposal back; nothing waits to be sent then."""
    one = go(handed_in(), "/start", "[Change an answer]", "[Starting year]", "2012", "[Undo]")
    assert ((), Asking(question=YEAR, return_to=ToRevising())) == (draft(one).unsent, one.conversation.state)


def test_undo_of_discarded_changes() -> None:
    """What was discarded is back."""
    one = go(handed_in(), "/start", "[Change an answer]", "[Starting year]", "2012", "[Discard my changes]", "[Undo]")
    assert (2012, Revising()) == (draft(one).values[YEAR], one.conversation.state)


def test_file_after_submit_is_a_proposed_change() -> None:
    """A photo too late is kept, and said to be proposed; what was handed in has none."""
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
    """A long text that waits for its rest is over its limit, and left: nothing above another page asks for a text."""
    one = go(CoreTalker(), "/start", "Open Door", "elevenchars " * 320)
    said = says(one, way)
    above = re.split(r"\n\n", said)[0]
    assert "Description needs fixing. That is 320 words, 20 over the limit of 300." == above
    assert 320 == len(str(draft(one).values[DESCRIPTION]).split())


def test_advice_at_its_own_question() -> None:
    """There it says how to put it right."""
    one = go(CoreTalker(), "/start", "Open Door", "elevenchars " * 320)
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
    """The figures alone would not be understood."""
    assert said in says(go(CoreTalker(), "/start", "Open Door"), "elevenchars1 " * words)


def test_advice_after_an_edit_from_afar() -> None:
    """An edit that makes an answer too long says what is wrong, not what to send at the open question."""
    one = go(CoreTalker(), "/start", "Open Door", "We prevent radicalisation.")
    shown = one.give(
        Revised(text="word " * 320, message=one.conversation.drafts[0].answers[DESCRIPTION].parts[0].message)
    )
    above = shown[0].text.partition("\n\n")[0]
    assert "Corrected: Description. That is 320 words, 20 over the limit of 300." == above
    assert "send a shorter" not in above


def test_answer_that_makes_another_one_to_fix() -> None:
    """It says which and why; how to put it right is said there."""
    one = go(CoreTalker(), "/start", "/overview", "7", "2011", "2015", "/overview", "7", "[Starting year]")
    said = says(one, "2018").partition("\n\n")[0]
    assert "Ending year needs fixing. The ending year 2015 is before the starting year 2018." in said
    assert "Enter" not in said


def test_advice_is_said_at_its_own_question() -> None:
    """Who comes back to the question finds the advice under the answer."""
    one = go(CoreTalker(), "/start", "Open Door", "We play football.")
    assert "Your answer now: We play football.\nAdvice: The text does not say" in says(one, "/back")
    assert "Advice" not in says(one, "We play football, against radicalisation.")


def test_summary_place_is_kept_by_the_way_back() -> None:
    """An answer that is changed from the summary comes back to it."""
    one = go(CoreTalker(filled()), "/summary", "[Change]", "[Starting year]", "2012")
    assert Summary() == one.conversation.state
    assert NAME in draft(one).values
