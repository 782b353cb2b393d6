"""Corners of the author's side of a review: what was asked changes while it is answered."""

import pytest
from support.core_collection import Picture
from support.core_review import CORA, comment, does, draft_of, handed_in, press, stage
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.diagram import NOW, begun, filled
from conversations.dialogue.inputs import Chose, Press, Revised, Unreadable, Wrote
from conversations.dialogue.layout import PAGE, pack
from conversations.dialogue.replies import Button, Line, Named
from conversations.dialogue.review_record import Comment
from conversations.dialogue.state import Asking, Overview, Revising, Summary, ToRevising
from conversations.engine.engine import step
from conversations.engine.texts import PICK_BUTTON_FIRST
from conversations.filling import review_texts

NAME = comment(1, "name.name", "Write it in full.")

YEAR = comment(2, "start.starting_year", "Are you sure?")


def standing(action: str, about: str = "", draft: int = 1) -> Button:
    """Make a button of a letter."""
    return Button(label=action, press=Press(draft=draft, keyboard_version=0, about=about, action=action))


def asked(*comments: Comment) -> CoreTestBed:
    """Set a stage on which Anna has been asked for changes and has the page of the revision open."""
    on = stage(handed_in("changes_requested", *comments))
    does(on.talker("Anna"), "/start", "[Changes]")
    return on


def edits(on: CoreTestBed, old: str, new: str) -> str:
    """Edit a message of Anna's."""
    return "\n".join(shown.text for shown in on.talker("Anna").do(Act("edits", new, old)))


def test_letter_pressed_on_its_own_page_shows_it_anew() -> None:
    """Changes, pressed where what is asked for lies open already, shows it once more."""
    on = asked(NAME)
    page = does(on.talker("Anna"), "/start")
    assert page.endswith(press(on.talker("Anna"), standing("revising")))


def test_letter_about_another_practice_takes_it_up() -> None:
    """A letter leads to the practice that it is about, whichever is in hand."""
    on = asked(NAME)
    anna = on.talker("Anna")
    does(anna, "/new")
    said = press(anna, standing("fix", "name.name"))
    assert (1, True) == (anna.conversation.hand, "Write it in full." in said)


def test_status_of_a_draft_that_was_never_handed_in_goes_on_with_it() -> None:
    """A button of a letter about a draft in progress asks what is open there."""
    on = stage(handed_in("draft"))
    anna = on.talker("Anna")
    anna.conversation = begun()
    assert "Section 1 of 16" in press(anna, standing("look"))


def test_question_that_is_not_asked_for_any_more_says_so() -> None:
    """An old button of a letter whose comment was settled shows how things stand."""
    on = asked(NAME)
    assert press(on.talker("Anna"), standing("fix", "start.starting_year")).startswith(review_texts.NOT_ASKED_NOW)


def test_reply_is_left_with_back() -> None:
    """Back leaves the reply for its question; where the comment was settled meanwhile, for what is asked for."""
    on = asked(NAME, YEAR)
    anna, cora = on.talker("Anna"), on.talker("Cora")
    question = does(anna, "[○ Name of the practice]", "[Reply to the comment]", "[Back]")
    does(anna, "[Reply to the comment]")
    does(cora, "/show 1", "1", "[Resolve 1]")
    page = does(anna, "/back")
    assert ("Cora Coordinator (must fix): Write it in full.", True) == (
        question.partition("\n")[0],
        page.startswith("Changes requested: "),
    )


def test_long_reply_to_a_comment_that_was_settled_leads_on() -> None:
    """Done, after a reply in several messages whose comment was resolved meanwhile, shows what is still asked for."""
    on = asked(NAME, YEAR)
    anna, cora = on.talker("Anna"), on.talker("Cora")
    does(anna, "[○ Name of the practice]", "[Reply to the comment]", "word " * 800)
    does(cora, "/show 1", "1", "[Resolve 1]")
    does(anna, "[Done]")
    assert Revising() == anna.conversation.state


def test_edit_of_a_reply_finds_its_comment() -> None:
    """The edited message of a reply changes that reply alone."""
    on = asked(NAME, YEAR)
    does(on.talker("Anna"), "[○ Starting year]", "[Reply to the comment]", "It is right.")
    said = edits(on, "It is right.", "It is, see the report.")
    assert ["", "It is, see the report."] == [one.reply for one in draft_of(on).review.comments]
    assert said.startswith(review_texts.REPLIED)


def test_edit_after_a_refusal_changes_nothing() -> None:
    """The message of an answer that can be revised no more is told to stay as it is."""
    draft = handed_in("declined")
    message = next(iter(draft.filed))
    conversation = filled().model_copy(update={"drafts": (draft,), "state": Revising(), "hand": 1})
    taken = step(conversation, Revised(text="2011", message=message), NOW)
    assert "RAN-2026-0001 has been submitted, so your change to Last update was not saved." in taken.replies[0].text
    assert draft.answers == taken.conversation.drafts[0].answers


def test_question_that_applies_no_more_leads_on_to_what_is_asked_for() -> None:
    """A commented question that another answer took away is left for the next one that is asked for."""
    draft = handed_in("changes_requested", YEAR)
    gone = Asking(question="ran_meetings.meetings.7.name", return_to=ToRevising())
    conversation = filled().model_copy(update={"drafts": (draft,), "state": gone, "hand": 1})
    taken = step(conversation, Unreadable(what="sticker", message=1), NOW)
    assert Asking(question="start.starting_year", return_to=ToRevising()) == taken.conversation.state


def test_overview_of_a_full_draft_goes_on_to_the_summary() -> None:
    """Going on from an overview that nothing else was open at means the summary, where nothing is left to ask."""
    one = stage(handed_in("draft")).talker("Anna")
    one.conversation = filled().model_copy(update={"state": Overview()})
    does(one, "/back")
    assert Summary() == one.conversation.state


def test_block_of_many_short_lines_is_cut_between_them() -> None:
    """A block longer than a page whose lines are short is put on pages line by line."""
    lines = tuple(Line(text=f"{n} {'word ' * 20}".rstrip()) for n in range(100))
    pages = pack((lines,))
    assert lines == tuple(line for page in pages for line in page if line.text)
    assert all(sum(len(line.text) + 1 for line in page) <= PAGE for page in pages)


def replies_to_letter(on: CoreTestBed, *abouts: str) -> str:
    """Reply to a letter of one's own that has a button for each of these questions."""
    presses = tuple(standing("fix", about).press for about in abouts)
    given = Wrote(text="It is the full name.", message=999_998, answered=999_999, reply_to=presses)
    return "\n".join(shown.text for shown in on.talker("Anna").give(given))


def test_reply_to_the_letter_about_a_comment_replies_to_the_comment() -> None:
    """The words go to the comment, not into an answer, also from another practice; the next question follows."""
    on = asked(NAME, YEAR)
    does(on.talker("Anna"), "/new")
    said = replies_to_letter(on, "name.name")
    (first, _) = draft_of(on).review.comments
    assert ("It is the full name.", 1) == (first.reply, on.talker("Anna").conversation.hand)
    assert "Are you sure?" in said


def test_reply_to_the_letter_where_its_practice_is_in_hand() -> None:
    """Where the practice lies open, the reply is kept there."""
    on = asked(NAME)
    replies_to_letter(on, "name.name")
    assert "It is the full name." == draft_of(on).review.comments[0].reply


def test_reply_to_a_letter_about_several_comments_is_not_guessed() -> None:
    """A letter about two questions, or a question with two comments, says nothing about which is meant."""
    on = asked(NAME, YEAR, comment(3, "name.name", "And in English."))
    told = [
        replies_to_letter(on, *abouts).partition("\n")[0] for abouts in (("name.name", YEAR.question), ("name.name",))
    ]
    assert [PICK_BUTTON_FIRST] * 2 == told
    assert [""] * 3 == [one.reply for one in draft_of(on).review.comments]


@pytest.mark.parametrize("words", ["word " * 1600, "x" * 8000, "Cora asks. " * 800])
def test_long_comment_names_its_coordinator_once(words: str) -> None:
    """Of a comment that needs several messages the first says whom it names, and loses the name alone."""
    on = asked(comment(1, "description.description", words.strip()))
    taken = step(
        on.talker("Anna").conversation,
        Chose(press=standing("fix", "description.description").press, message=9),
        NOW,
        Picture(on.collection, 1001),
    )
    first, *others = [line for reply in taken.replies for line in reply.lines if words[:9] in line.text]
    assert (True, [None] * len(others)) == (len(others) > 0, [line.named for line in others])
    assert (
        Named(people=(CORA,), without=first.text.replace("Cora Coordinator (", "A coordinator (", 1))
    ) == first.named
