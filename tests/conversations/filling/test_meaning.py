"""A text is read as a reply, a late choice, a repetition, a command or an answer."""

from collections.abc import Sequence
from typing import cast

import pytest
from pydantic import JsonValue
from support.author import labels, last_said
from support.core_people import USERNAME
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said, Shown
from bot.telegram.reading import read
from conversations import takes_file
from conversations.diagram import filled
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Attached, Commanded, Press, Revised, Wrote
from conversations.dialogue.state import Asking
from conversations.engine import texts

LONG = "A programme of mentoring for prisoners, against radicalisation"

NAME, DESCRIPTION = "name.name", "description.description"


def talker(*acts: str) -> CoreTalker:
    """Start and do these things; a label in brackets is pressed, other words are said."""
    one = CoreTalker()
    for act in ("/start", *acts):
        last_said(one, act)
    return one


def last(shown: Sequence[Shown]) -> str:
    """Return the text of the last message."""
    return [one.text for one in shown if isinstance(one, Said)][-1]


def replies(one: CoreTalker, to: str, text: str) -> str:
    """Reply to the bot's newest message with these words in it, or to one's ``own``."""
    return last(one.do(Act("replies", text, to)))


def gives(one: CoreTalker, given: Wrote | Commanded | Revised) -> str:
    """Take a step; return the text of the last message."""
    return last(one.give(given))


def values(one: CoreTalker, number: int = 1) -> dict[str, JsonValue]:
    """Return the answers of a draft."""
    return dict(next(draft for draft in one.conversation.drafts if draft.number == number).values)


def refused(one: CoreTalker) -> list[str]:
    """List the words in the history that are no answer."""
    return [event.text for event in one.events if isinstance(event, Refused)]


TO_LISTS = ("Open Door", "We prevent radicalisation.", "no", "Training, Gender/women")

TO_ADDITIONAL = (*TO_LISTS, "families")


def test_reply_to_an_earlier_question_changes_its_answer() -> None:
    """A reply answers the question that it replies to, and the open one is still asked."""
    one = talker("Open Dor")
    said = replies(one, "What is your practice called", "Open Door")
    assert said.startswith("Corrected: Name of the practice. Saved: Open Door\n")
    assert ({NAME: "Open Door"}, DESCRIPTION) == (values(one), cast("Asking", one.conversation.state).question)


def test_reply_to_the_open_question_is_its_answer() -> None:
    """A reply to the open question, or to an earlier message with it, answers it."""
    one = talker()
    last_said(one, "...")
    replies(one, "Welcome", "Open Door")
    assert {NAME: "Open Door"} == values(one)


def test_reply_to_ones_own_answer_changes_it_as_an_edit_would() -> None:
    """In an answer of several messages the one is replaced; an edit of the reply changes it again."""
    one = talker("/overview", "8")
    one.do(Act("sends", "First", "document"))
    last_said(one, "Second")
    last_said(one, "[Done]")
    replies(one, "own Second", "Third")
    assert "First\nThird" == values(one)["deliverables.deliverables"]
    one.do(Act("edits", "Fourth", "Third"))
    assert "First\nFourth" == values(one)["deliverables.deliverables"]


def test_reply_to_ones_own_answer_at_its_question_asked_again() -> None:
    """If the answer's question is open, the reply changes the answer and the form goes on."""
    one = talker("Open Dor", "/overview", "1")
    replies(one, "own Open Dor", "Open Door")
    assert "Open Door" == values(one)[NAME]


def test_reply_to_a_question_that_has_no_answer_yet() -> None:
    """A reply can answer an open question from any page."""
    one = talker("/overview")
    replies(one, "What is your practice called", "Open Door")
    assert ({NAME: "Open Door"}, "overview") == (values(one), one.conversation.state.at)


def test_reply_that_is_no_answer_changes_nothing() -> None:
    """A reply that is no answer is refused with the title of its question, and is in the history."""
    one = talker("/overview", "7", "2011")
    said = replies(one, "In which year did it begin", "long ago")
    assert said.startswith("Your reply for Starting year was not saved. ")
    assert (2011, ["long ago"]) == (values(one)["start.starting_year"], refused(one))


def test_doubtful_reply_that_cannot_stand_is_refused_as_an_answer() -> None:
    """A reply that contradicts another answer is not offered."""
    one = talker("/overview", "7", "2011")
    assert "2011" in replies(one, "own /start", "2009")
    assert "Use it as the answer" not in labels(one)


def test_reply_that_cannot_stand_changes_nothing() -> None:
    """An answer that contradicts another is refused."""
    one = talker("/overview", "7", "2011", "2014")
    assert "was not saved" in replies(one, "In which year did it end", "2009")


def test_reply_that_is_nearly_an_answer_is_offered_at_its_question() -> None:
    """The probable meaning is offered as a button, and leads back."""
    one = talker("/overview", "14", "Denmark", "/overview", "1")
    said = replies(one, "Which country", "Swedn")
    assert said.startswith("Your reply for ")
    last_said(one, f"[{labels(one)[0]}]")
    assert ("Sweden", NAME) == (
        values(one)["country_of_origin.country"],
        cast("Asking", one.conversation.state).question,
    )


@pytest.mark.parametrize("to", ["Does it work with anyone", "own coaches"])
@pytest.mark.parametrize("text", ["Skip", "none"])
def test_reply_that_skips_an_answered_question_asks_there(to: str, text: str) -> None:
    """The answer stays until a press removes it; the button of the open question is not meant."""
    one = talker(*TO_ADDITIONAL, "coaches", "Finland", "2011")
    said = replies(one, to, text)
    assert said.startswith("You have already answered Additional target audience. Keep that answer, or remove it?")
    assert "coaches" == values(one)["target_audience.additional"]
    last_said(one, "[Remove this answer]")
    assert ("start.ending_year", None) == (
        cast("Asking", one.conversation.state).question,
        values(one)["target_audience.additional"],
    )


def test_reply_that_skips_an_open_question() -> None:
    """A question without an answer is skipped, and the state stays."""
    one = talker(*TO_ADDITIONAL, "/overview")
    replies(one, "Does it work with anyone", "none")
    assert ("overview", "target_audience.additional" in values(one)) == (one.conversation.state.at, True)


@pytest.mark.parametrize(
    ("text", "at"), [("Back", "target_audience.audiences"), ("Done", "target_audience.additional")]
)
def test_label_in_reply_to_another_question(text: str, at: str) -> None:
    """In a reply only labels of navigation count; others would be of the open question."""
    one = talker(*TO_ADDITIONAL)
    replies(one, "Which two themes", text)
    assert (at, ["Gender/women", "Training"]) == (
        cast("Asking", one.conversation.state).question,
        values(one)["key_themes.themes"],
    )


@pytest.mark.parametrize("to", ["Describe the practice", "own We prevent"])
def test_long_reply_waits_for_its_tail(to: str) -> None:
    """The rest of a reply that a client cut replies to nothing; Done leads back to the open question."""
    one = talker(*TO_LISTS)
    replies(one, to, "prevent radicalisation " * 160)
    last_said(one, "and the tail")
    assert "Keep and fix later" in last_said(one, "[Done]") + " ".join(labels(one))
    last_said(one, "[Keep and fix later]")
    assert (323, "target_audience.audiences") == (
        len(str(values(one)[DESCRIPTION]).split()),
        cast("Asking", one.conversation.state).question,
    )


def test_long_reply_in_the_middle_of_an_answer() -> None:
    """A message in the middle of an answer is replaced at once, since its rest would come at the end."""
    one = talker("/overview", "9", "word " * 710, "and more", "[Done]", "/overview")
    replies(one, "own word", "text " * 710)
    assert ("overview", str(values(one)["evidence.performance"]).split()[-3:]) == (
        one.conversation.state.at,
        ["text", "and", "more"],
    )


def test_edit_that_skips_takes_the_answer_away() -> None:
    """An edit to "none" removes the answer; an edit to a word of the form is that word."""
    one = talker("/overview", "7", "2011", "2014")
    one.do(Act("edits", "still active", "2014"))
    assert values(one)["start.ending_year"] is None


@pytest.mark.parametrize(
    ("acts", "edited", "expected"),
    [
        (("[Families]", "authorities"), "general public", ["Families", "General public"]),
        (("[Families]", "authorities"), "authorities, formers", ["Authorities", "Families", "Formers"]),
        (("authorities",), "general public", ["General public"]),
    ],
)
def test_edit_of_typed_choices_keeps_the_pressed_ones(acts: tuple[str, ...], edited: str, expected: list[str]) -> None:
    """An edit replaces only the choices that the message named."""
    one = talker(*TO_LISTS, *acts)
    one.do(Act("edits", edited, "authorities"))
    assert expected == values(one)["target_audience.audiences"]


def test_edit_of_typed_choices_that_leaves_no_room_for_the_pressed_ones() -> None:
    """If the list takes no more choices, only those of the edited message count."""
    one = talker("/overview", "4", "[Training]", "Formers")
    one.do(Act("edits", "Gender/women, Formers", "Formers"))
    assert ["Formers", "Gender/women"] == values(one)["key_themes.themes"]


def file_in_reply(one: CoreTalker, answered: int, *presses: Press) -> str:
    """Send a file as a reply; return the text of the last message."""
    given = Attached(
        what="document", caption="", message=900, name="a.pdf", size=8, answered=answered, reply_to=presses
    )
    stored = given.model_copy(update={"sha256": "0" * 64 if takes_file(one.conversation, given) else ""})
    return last(one.give(stored))


def test_file_in_reply_to_a_question_that_takes_files() -> None:
    """The file goes to that question, and Done leads back."""
    one = talker("/overview", "8", "Our handbook", "/overview", "7", "2011")
    press = Press(draft=1, keyboard_version=1, about="deliverables.deliverables", action="back")
    assert file_in_reply(one, 4711, press).startswith("Saved: a.pdf (file 1 of 10).")
    assert "start.ending_year" in last_said(one, "[Done]") + cast("Asking", one.conversation.state).question
    assert ["a.pdf"] == [file.name for file in one.conversation.drafts[0].attachments]


@pytest.mark.parametrize("about", [NAME, "nonsense"])
def test_file_in_reply_to_a_question_that_takes_none(about: str) -> None:
    """The file goes to the question for files, in every state."""
    one = talker("/overview", "8")
    press = Press(draft=1, keyboard_version=1, about=about, action="back")
    assert file_in_reply(one, 4711, press).startswith("Saved: a.pdf")
    last_said(one, "/undo")
    last_said(one, "/overview")
    last_said(one, "7")
    assert file_in_reply(one, 4711, press).startswith("Saved under Deliverables: a.pdf (file 1 of 10).")


@pytest.mark.parametrize(
    ("label", "kept"), [("Replace", "Thank you all"), ("Keep the earlier text", LONG), ("/summary", LONG)]
)
def test_short_reply_to_a_long_answer_asks_first(label: str, kept: str) -> None:
    """A reply that is much shorter than the answer needs a press."""
    one = talker("Open Door", LONG)
    said = replies(one, "Describe the practice", "Thank you all")
    assert said.startswith(
        f"Replace your answer to Description ({len(LONG)} characters) with this reply (13 characters)?"
    )
    assert ["Replace", "Keep the earlier text"] == labels(one)[:2]
    last_said(one, label)
    assert kept == values(one)[DESCRIPTION]


def test_short_reply_without_words_to_a_long_answer_offers_nothing_but_the_text() -> None:
    """A reply that is no answer cannot replace one."""
    one = talker("Open Door", LONG)
    replies(one, "Describe the practice", "?!")
    assert "Keep the earlier text" == labels(one)[0]


def test_short_reply_to_the_long_answer_that_is_open() -> None:
    """If the question is open, the bot asks there."""
    one = talker("Open Door", LONG, "/overview", "2")
    replies(one, f"own {LONG}", "Thank you all")
    assert ["Replace", "Keep the earlier text"] == labels(one)[:2]


def test_reply_in_the_middle_of_a_long_answer() -> None:
    """An arriving answer is finished before another question is shown."""
    one = talker("Open Door", LONG, "/overview", "8", "word " * 700)
    replies(one, "Describe the practice", "Thank you all")
    assert 700 == len(str(values(one)["deliverables.deliverables"]).split())


def test_reply_to_a_question_of_another_draft() -> None:
    """The other practice is changed and named, and the current one stays."""
    one = talker("Open Door", "/overview", "6", "Finland", "/new")
    said = replies(one, "Where is or was it", "Norway")
    assert "This is in your practice “Open Door”." in said
    assert ("Norway", 2) == (values(one)["geographical_scope.scope"], one.conversation.hand)


def test_short_reply_to_a_long_answer_of_another_draft() -> None:
    """The other practice becomes the current one, since its longer text is shown."""
    one = talker("Open Door", LONG, "/new")
    replies(one, "Describe the practice", "Thank you all")
    assert (1, "Replace") == (one.conversation.hand, labels(one)[0])


def test_choice_in_reply_to_a_list_of_another_draft() -> None:
    """The list of another practice changes as by an edit."""
    one = talker(*TO_ADDITIONAL, "/new")
    replies(one, "Whom does the practice work with", "formers")
    assert ["Formers"] == values(one)["target_audience.audiences"]


@pytest.mark.parametrize("to", ["own /start", "own hello there"])
def test_reply_to_what_asked_nothing_waits_for_a_press(to: str) -> None:
    """A reply to a message that asked nothing is offered as the answer to the open question."""
    one = talker()
    one.mine[900] = "hello there"
    said = replies(one, to, "Open Door")
    assert said.startswith("The message that you replied to is not a question of this practice.")
    assert ({}, ["Open Door"]) == (values(one), refused(one))
    last_said(one, "[Use it as the answer]")
    one.do(Act("edits", "Open Doors", "Open Door"))
    assert {NAME: "Open Doors"} == values(one)


@pytest.mark.parametrize("answered", [0, 4711])
def test_reply_to_a_message_of_another_chat_waits_for_a_press(answered: int) -> None:
    """A reply to an unknown message needs a press."""
    one = talker()
    gives(one, Wrote(text="Open Door", message=900, answered=answered))
    assert "Use it as the answer" == labels(one)[0]


def test_reply_to_the_overview_waits_for_a_press() -> None:
    """A reply to a page without a question needs a press."""
    one = talker("/overview", "1")
    replies(one, "Not started: 1-16", "Open Door")
    assert "Use it as the answer" == labels(one)[0]


def test_doubtful_reply_that_is_no_answer_is_refused_as_one() -> None:
    """A reply that the open question cannot take is not offered."""
    one = talker("/overview", "7")
    assert replies(one, "own /start", "long ago").startswith("Enter a year between")


def test_doubtful_reply_where_nothing_is_asked() -> None:
    """On a page the usual sentence follows."""
    one = talker("/overview")
    assert texts.PICK_BUTTON_FIRST == replies(one, "own /start", "Open Door").partition("\n")[0]


def test_reply_to_a_question_of_a_deleted_draft() -> None:
    """A deleted practice has no answer to change."""
    one = talker("Open Door")
    press = Press(draft=7, keyboard_version=1, about="start.starting_year", action="back")
    gives(one, Wrote(text=LONG, message=900, answered=4711, reply_to=(press,)))
    assert "Use it as the answer" == labels(one)[0]


def test_reply_to_a_question_that_does_not_apply() -> None:
    """A question that does not apply has no answer to change."""
    one = talker("Open Door")
    press = Press(draft=1, keyboard_version=1, about="eu_funding.funds", action="back")
    gives(one, Wrote(text=LONG, message=900, answered=4711, reply_to=(press,)))
    assert "Use it as the answer" == labels(one)[0]


def test_reply_to_a_question_of_what_was_submitted() -> None:
    """A submission that cannot be revised stays, and the words are in the history."""
    one = CoreTalker(filled())
    for act in ("/start", "/summary", "[Submit]"):
        last_said(one, act)
    draft = one.conversation.drafts[0].model_copy(update={"status": "declined"})
    one.conversation = one.conversation.model_copy(update={"drafts": (draft,)})
    press = Press(draft=1, keyboard_version=1, about=NAME, action="overview")
    said = gives(one, Wrote(text="Other", message=900, answered=4711, reply_to=(press,)))
    assert said.startswith("RAN-2026-0001 has been submitted, so your reply for Name of the practice was not saved")
    assert ["Other"] == refused(one)


def test_reply_to_a_question_of_what_can_be_revised_is_proposed() -> None:
    """After submission the change is only a proposal, as by an edit."""
    one = CoreTalker(filled())
    for act in ("/start", "/summary", "[Submit]"):
        last_said(one, act)
    press = Press(draft=1, keyboard_version=1, about=NAME, action="overview")
    said = gives(one, Wrote(text="Other", message=900, answered=4711, reply_to=(press,)))
    draft = one.conversation.drafts[0]
    assert ((NAME,), "Other") == (draft.unsent, draft.values[NAME])
    assert said.startswith("Corrected: Name of the practice. Saved: Other\n")


def test_choice_that_comes_late_is_added_to_its_list() -> None:
    """A text that is exactly a choice of the last list is added there, and all its choices are said."""
    one = talker(*TO_ADDITIONAL)
    said = last_said(one, "prison / probation")
    chosen = "You have now chosen: Families; Prison / probation."
    assert said.startswith(f"Added to Target audience: Prison / probation. {chosen}\n")
    assert ["Families", "Prison / probation"] == values(one)["target_audience.audiences"]
    one.do(Act("edits", "formers", "prison / probation"))
    assert ["Families", "Formers"] == values(one)["target_audience.audiences"]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("9", ["Prison / probation"]),
        ("9.", ["Prison / probation"]),
        ("- prison/probation", ["Prison / probation"]),
        ("formers and 9", ["Formers", "Prison / probation"]),
        ("Formers\nPrison / probation", ["Formers", "Prison / probation"]),
        ("4, 5", ["First responders or practitioners", "Formers"]),
        ("also prison / probation", ["Prison / probation"]),
        ("Sorry, also: formers too.", ["Formers"]),
        ("and also 9 please", ["Prison / probation"]),
    ],
)
def test_late_choices_in_other_shapes(text: str, more: list[str]) -> None:
    """Numbers, bullets and several choices are read as at the list itself."""
    one = talker(*TO_ADDITIONAL)
    last_said(one, text)
    assert (True, {"Families", *more}) == (
        "target_audience.additional" not in values(one),
        set(cast("list[str]", values(one)["target_audience.audiences"])),
    )


@pytest.mark.parametrize(
    "text",
    ["Sports coaches", "Families of former prisoners", "prison", "Formers, coaches", "99", "also coaches", "plus"],
)
def test_text_that_is_no_choice_answers_the_open_question(text: str) -> None:
    """A part of a choice, or more than choices, is an answer to the open question."""
    one = talker(*TO_ADDITIONAL)
    last_said(one, text)
    assert (text, ["Families"]) == (
        values(one)["target_audience.additional"],
        values(one)["target_audience.audiences"],
    )


def test_long_text_is_no_late_choice() -> None:
    """Only a short text can be a late choice."""
    one = talker(*TO_ADDITIONAL)
    last_said(one, "also " + "coaches " * 24)
    assert ["Families"] == values(one)["target_audience.audiences"]


def test_choice_after_done_is_added_to_its_list() -> None:
    """A list that was finished with Done counts as the last one, too."""
    one = talker(*TO_LISTS, "[Families]", "[Done]")
    last_said(one, "formers")
    assert ["Families", "Formers"] == values(one)["target_audience.audiences"]


def test_choice_after_the_question_behind_the_list_was_skipped() -> None:
    """A skipped question is no answer: the list before it is still the last one."""
    one = talker(*TO_ADDITIONAL, "[Skip]")
    last_said(one, "prison / probation")
    assert (["Families", "Prison / probation"], False) == (
        values(one)["target_audience.audiences"],
        "geographical_scope.scope" in values(one),
    )


def test_choice_that_is_chosen_already_is_said() -> None:
    """Nothing changes, and the words are offered to the open question."""
    one = talker(*TO_ADDITIONAL)
    assert last_said(one, "families").startswith("You have already chosen that under Target audience: Families.")
    assert ["families"] == refused(one)
    last_said(one, "[Use it as the answer]")
    assert "families" == values(one)["target_audience.additional"]


def test_late_choice_on_a_page() -> None:
    """On the overview the choice is added to the last list; the bot says if it was there already."""
    one = talker("/overview", "5", "families", "/overview")
    assert last_said(one, "general public").startswith("Added to Target audience: General public.")
    assert (["Families", "General public"], "overview") == (
        values(one)["target_audience.audiences"],
        one.conversation.state.at,
    )
    assert last_said(one, "general public").startswith("You have already chosen that under Target audience:")


def test_third_choice_of_two_can_be_exchanged() -> None:
    """If the list is full, the bot says its two choices, and offers to replace each."""
    one = talker(*TO_LISTS)
    said = last_said(one, "Rehabilitation")
    assert said.startswith("You can choose 2 under Key themes, and you have chosen Gender/women; Training.")
    assert ["Replace Gender/women", "Replace Training"] == labels(one)[:2]
    said = last_said(one, "[Replace Training]")
    assert said.startswith("Key themes · Saved: Gender/women; Rehabilitation\n")
    assert "target_audience.audiences" == cast("Asking", one.conversation.state).question


def test_two_other_choices_can_be_taken_instead() -> None:
    """As many choices as the list takes can replace all."""
    one = talker(*TO_LISTS)
    last_said(one, "Rehabilitation, Deradicalisation/disengagement")
    last_said(one, "[Choose Deradicalisation/disengagement; Rehabilitation instead]")
    assert ["Deradicalisation/disengagement", "Rehabilitation"] == values(one)["key_themes.themes"]


def test_three_other_choices_of_two_are_only_told() -> None:
    """More choices than the list takes have no button."""
    one = talker(*TO_LISTS)
    said = last_said(one, "Rehabilitation, Deradicalisation/disengagement, Islamist extremism")
    assert said.startswith("You can choose 2 under Key themes")
    assert [] == [label for label in labels(one) if label.startswith(("Take", "Exchange"))]


def test_late_choice_of_a_full_list_on_a_page_asks_at_the_list() -> None:
    """If no question is open, the list itself is asked."""
    one = talker("/overview", "4", "Training, Gender/women", "/overview")
    last_said(one, "Rehabilitation")
    last_said(one, "[Replace Training]")
    assert ["Gender/women", "Rehabilitation"] == values(one)["key_themes.themes"]


@pytest.mark.parametrize(
    ("press", "themes", "audiences"),
    [
        ("[Use it as the answer]", ["Gender/women", "Training"], ["Formers"]),
        ("[Replace Training]", ["Formers", "Gender/women"], None),
    ],
)
def test_choice_of_both_lists_asks(press: str, themes: list[str], audiences: list[str] | None) -> None:
    """A choice of both the last and the open list needs a press."""
    one = talker(*TO_LISTS)
    last_said(one, "Formers")
    last_said(one, press)
    assert (themes, audiences) == (values(one)["key_themes.themes"], values(one).get("target_audience.audiences"))


def test_choice_of_both_lists_where_there_is_room() -> None:
    """If the last list takes one more, the choice can be added there."""
    one = talker("/overview", "5", "families", "/overview", "4")
    last_said(one, "Formers")
    assert "Formers: do you mean this list, or Target audience, the list before?" in one.replies[max(one.replies)].text
    last_said(one, "[Add to Target audience]")
    assert ["Families", "Formers"] == values(one)["target_audience.audiences"]


def test_choice_of_both_lists_that_the_one_before_has_is_an_answer() -> None:
    """A choice that the last list has already answers the open one."""
    one = talker("Open Door", "We prevent radicalisation.", "no", "Formers, Training")
    last_said(one, "Formers")
    assert ["Formers"] == values(one)["target_audience.audiences"]


def test_choice_as_the_open_list_writes_it_is_its_own() -> None:
    """The exact label of the open list is its own choice."""
    one = talker(*TO_LISTS)
    last_said(one, "Prison / probation")
    assert ["Prison / probation"] == values(one)["target_audience.audiences"]


@pytest.mark.parametrize("text", [LONG, f"{LONG} .", LONG.upper(), LONG.replace(" ", "  "), LONG[12:], f"{LONG}. Yes"])
def test_long_text_sent_again_waits_for_a_press(text: str) -> None:
    """The same text, also in another case, in part or with more, needs a press to be the next answer."""
    one = talker(LONG)
    assert last_said(one, text).startswith("You have already sent this text for Name of the practice.")
    assert {NAME: LONG} == values(one)
    last_said(one, "[Use it as the answer]")
    assert text == values(one)[DESCRIPTION]


def test_text_that_begins_with_the_long_one_before_it_is_an_answer() -> None:
    """A description that names its practice does not repeat the name."""
    one = talker(LONG)
    assert last_said(
        one, f"{LONG}, is for those who leave prison, with one mentor for each, and for their families."
    ).startswith("Saved: ")


def test_long_text_sent_again_with_a_mistake_put_right_waits_for_a_press() -> None:
    """A corrected text is not the next answer, and the bot says how to correct the earlier one."""
    one = talker("Open Door", "/overview", "9", f"{LONG} in Denmrk and Norway")
    said = last_said(one, f"{LONG} in Denmark and Norway")
    assert said.startswith(
        "This is nearly the same as your answer to Performance. To correct that answer, edit its message"
    )
    last_said(one, "[Use it as the answer]")
    assert last_said(one, f"{LONG} in other prisons of the north, and its results").startswith("Saved: ")


def test_long_text_of_a_while_ago_waits_for_a_press() -> None:
    """Every answer of the practice counts, not only the last one."""
    one = talker(LONG, "We prevent radicalisation.", "/overview", "6")
    assert last_said(one, LONG).startswith("You have already sent this text")


@pytest.mark.parametrize("text", ["Open Door", "Sweden", "online"])
def test_short_text_sent_again_is_an_answer(text: str) -> None:
    """A short text, which people say often, is no repetition."""
    one = talker(text)
    last_said(one, text)
    assert text == values(one)[DESCRIPTION]


def test_long_text_said_again_at_its_own_question_is_its_answer() -> None:
    """It is no mistake to send the same answer again."""
    one = talker(LONG, "/overview", "1")
    assert last_said(one, LONG).startswith("Saved: ")


def test_part_that_comes_twice_is_added_once() -> None:
    """A part of an answer is added once, unless a client cut two equal ones in a row."""
    part = "word " * 720
    one = talker("Open Door", part)
    assert last_said(one, part).startswith(texts.PART_IS_HERE)
    last_said(one, "[Done]")
    assert 720 == len(str(values(one)[DESCRIPTION]).split())
    two = talker("Open Door")
    two.do(Act("pastes", " ".join(["word"] * 2400)))
    last_said(two, "[Done]")
    assert 2400 == len(str(values(two)[DESCRIPTION]).split())


def command(name: str, argument: str = "", to: str = "") -> Commanded:
    """Make the input of a command as the bot reads it."""
    text = f"/{name}{f'@{to}' if to else ''} {argument}".strip()
    given = read({"update_id": 1, "message": {"message_id": 900, "chat": {"id": 1, "type": "private"}, "text": text}})
    assert isinstance(given.given, Commanded)
    return given.given


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/handbook is on our intranet", dialogue_texts.unknown_command("handbook")),
        ("/handbook", dialogue_texts.unknown_command("handbook")),
        ("/handbook.", dialogue_texts.unknown_command("handbook")),
        ("/start our work in schools", texts.command_with_words("start")),
        ("/New ways of mentoring", texts.command_with_words("new")),
        ("/forget me not", texts.command_with_words("forget")),
        ("/help me please", dialogue_texts.HELP.partition("\n")[0]),
        ("/people we work with", dialogue_texts.unknown_command("people")),
    ],
)
def test_text_that_begins_like_a_command_is_offered(text: str, said: str) -> None:
    """A text that begins like a command is not one; a press makes it the answer."""
    one = talker()
    assert (said, {}) == (last_said(one, text).partition("\n")[0], values(one))
    last_said(one, "[Use it as the answer]")
    assert {NAME: text} == values(one)


@pytest.mark.parametrize(
    ("text", "state", "question"),
    [
        ("yes", "asking", "ran_meetings.meetings.1.name"),
        ("Nein.", "asking", "eu_funding.co_funded"),
        ("maybe", "repeating", ""),
    ],
)
def test_yes_and_no_say_whether_there_is_another_meeting(text: str, state: str, question: str) -> None:
    """Yes and no answer the question for another meeting; no other words do."""
    one = talker("/overview", "11", "yes", "RAN YOUNG", "[Skip]", "[Skip]", "[Skip]")
    last_said(one, text)
    assert (state, question) == (one.conversation.state.at, getattr(one.conversation.state, "question", ""))


@pytest.mark.parametrize("text", ["/overview now", "/overview.", "/Overview, please!", "/overview thank you"])
def test_command_with_courtesy_is_carried_out(text: str) -> None:
    """Polite words and punctuation do not make a command a text."""
    one = talker()
    last_said(one, text)
    assert "overview" == one.conversation.state.at


def test_slash_in_reply_to_another_question() -> None:
    """Words after an unknown command change the answer that they reply to."""
    one = talker("Open Door", "We prevent radicalisation.")
    replies(one, "own Open Door", "/handbook of doors")
    assert "/handbook of doors" == values(one)[NAME]


@pytest.mark.parametrize("text", ["/srv/share/handbook.pdf", "// two slashes", "/5 steps", "Read /help first", "/a.b"])
def test_text_with_a_slash_is_an_answer(text: str) -> None:
    """A path, or a command within a text, is a text."""
    one = talker(text)
    assert {NAME: text} == values(one)


@pytest.mark.parametrize("text", ["/overview", "/skip please", "/queue", "/show RAN-2026-0001"])
def test_command_at_a_question_of_another_kind_is_carried_out(text: str) -> None:
    """At a question that takes no text, a command with words is the command."""
    one = talker("/overview", "7")
    last_said(one, text)
    assert [] == [label for label in labels(one) if label == "Use it as the answer"]


def test_command_with_words_on_a_page_is_carried_out() -> None:
    """If no question is open, a command with words is the command."""
    one = talker("/overview")
    assert last_said(one, "/summary please").startswith("Summary")


@pytest.mark.parametrize("state", ["/overview", "Open Door"])
def test_command_for_another_bot(state: str) -> None:
    """A command for another bot is never carried out."""
    one = talker(state)
    said = gives(one, command("summary", to="OtherBot"))
    assert dialogue_texts.unknown_command("summary@OtherBot") == said.partition("\n")[0]
    assert gives(one, command("summary", to=USERNAME.upper())).startswith("Summary")


def test_command_within_a_long_answer_is_a_part_of_it() -> None:
    """Words after a slash belong to the arriving answer; a lone command does not."""
    one = talker("Open Door", "word " * 720, "/handbook goes on", "/handbook", "[Done]")
    assert str(values(one)[DESCRIPTION]).endswith("\n/handbook goes on")


def test_edit_into_a_command_changes_nothing() -> None:
    """A command in an edited message does nothing; other words after a slash are words."""
    one = talker("Open Door")
    one.do(Act("edits", "/summary", "Open Door"))
    assert {NAME: "Open Door"} == values(one)
    one.give(one.editing(max(number for number, text in one.mine.items() if text == "/summary"), "/summary of it all"))
    assert {NAME: "/summary of it all"} == values(one)


def test_command_without_its_text() -> None:
    """A stored command without its text is read as one."""
    one = talker()
    gives(one, Commanded(name="handbook", argument="is here", message=900))
    last_said(one, "[Use it as the answer]")
    assert {NAME: "/handbook is here"} == values(one)
