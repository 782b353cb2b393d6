"""Comments: who can make and change one, and until when."""

import pytest
from support.core_review import AUTHOR, CARL, CORA, bed, begins, does, draft_of, forged, handed_in, press, replies
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.model import Status
from conversations.dialogue.review_record import Member
from conversations.review import comment_texts, note_texts, texts


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("submitted", "The author gets it when you request changes."),
        ("changes_requested", "The author gets it with your next request. To send it now, take back the request"),
    ],
)
def test_new_comment_says_when_the_author_gets_it(status: Status, said: str) -> None:
    """A comment after the request goes with the next one, which the confirmation says."""
    cora = bed(handed_in(status)).talker("Cora")
    assert said in does(cora, "/show 1", "[Description]", "[Comment]", "How many?").split("\n")[0]


def test_own_comment_is_reworded_while_a_colleague_reviews() -> None:
    """Edit changes the comment itself, also after it was given to the coordinator who reviews the submission."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Description]")
    does(on.talker("Carl"), "/show 1", "[Take over]")
    asked = does(cora, "[Comment]")
    does(cora, "How many?", "[Give it to Carl Coordinator]")
    again = does(cora, "[Edit]")
    said = does(cora, "How many mentors?")
    assert "Carl Coordinator is reviewing this. Write your comment first, then give it to Carl" in asked
    assert "is reviewing this" not in again
    assert ("Comment 1 is changed.", ["How many mentors?"], ()) == (
        said.split("\n")[0],
        [one.text for one in draft_of(on).review.comments],
        cora.conversation.notes,
    )


def test_new_text_of_a_withdrawn_comment_is_kept() -> None:
    """What is typed after Edit is a note where the comment was withdrawn before it came."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Read all]")
    replies(cora, "How many?", "Section 2 of 16")
    does(cora, "[Edit]", "[Withdraw]", "How many mentors?")
    assert ["withdrawn"] == [one.state for one in draft_of(on).review.comments]
    assert ["How many mentors?"] == [note.text for note in cora.conversation.notes]


def test_reply_without_a_claim_becomes_a_comment_by_review_this() -> None:
    """A reply to the message of a question is kept without a claim, and one press claims and makes it a comment."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Card]", "[Let go]")
    said = replies(cora, "Is that all?", "Name of the practice")
    assert note_texts.review_first("Name of the practice") in said
    assert () == draft_of(on).review.comments
    does(cora, "[Review this]")
    assert ["Is that all?"] == [one.text for one in draft_of(on).review.comments]
    assert ((), True) == (cora.conversation.notes, draft_of(on).review.holds(CORA))


def test_reply_about_a_deleted_practice_says_so() -> None:
    """A reply to a question of a deleted practice is answered with a sentence and the queue."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]")
    on.talker("Anna").conversation = Conversation()
    said = cora.do(Act("replies", "Is that all?", "Name of the practice"))
    begins("\n".join(one.text for one in said), texts.SUBMISSION_GONE, "", "Waiting for review: 0")


def test_comment_on_a_question_that_does_not_apply_is_refused() -> None:
    """A forged button cannot comment on a question that does not apply, nor on one's own practice."""
    on = bed(handed_in())
    assert press(on.talker("Cora"), forged("comment", "ran_meetings.meetings.7.name")).startswith("This has changed")
    on.collection.roles[AUTHOR] = "coordinator"
    assert press(on.talker("Anna"), forged("comment", "name.name")).startswith("This is your own practice")


def test_own_practice_cannot_be_commented_on_by_reply() -> None:
    """A coordinator cannot comment on their own practice."""
    on = bed(handed_in())
    on.collection.roles[AUTHOR] = "coordinator"
    begins(press(on.talker("Anna"), forged("comment", "name.name")), texts.OWN_PRACTICE)


def taken_over() -> CoreTestBed:
    """Let Cora write a comment after Carl has taken the submission over."""
    on = bed(handed_in())
    cora, carl = on.talker("Cora"), on.talker("Carl")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]")
    does(carl, "/show 1", "[Take over]")
    said = does(cora, "Is that all?")
    assert note_texts.somebody_on_it(Member(user=CARL, name="Carl Coordinator"), "Name of the practice") in said
    assert ["Is that all?"] == [note.text for note in cora.conversation.notes]
    return on


def test_comment_after_another_has_taken_over_is_given_to_them() -> None:
    """A coordinator who has lost the submission gives the comment to the one who is on it, who hears of it."""
    on = taken_over()
    said = does(on.talker("Cora"), "[Give it to Carl Coordinator]")
    [told] = [one.reply for one in on.talker("Cora").notifications if one.to == CARL and "added" in one.reply.text]
    comments = draft_of(on).review.comments
    assert "Your comment 1 on Name of the practice is with Carl Coordinator" in said
    assert [("Is that all?", CORA)] == [(one.text, one.by.user) for one in comments]
    assert told.text.startswith("Cora Coordinator has added a comment on Name of the practice to")
    section = press(on.talker("Carl"), told.rows[0][0])
    assert "Is that all?" in section
    does(on.talker("Carl"), "[Make it a suggestion]")
    assert ["suggestion"] == [one.weight for one in draft_of(on).review.comments]


def test_comment_after_another_has_taken_over_is_made_by_taking_it_back() -> None:
    """Take over at the note claims the submission and makes the words a comment."""
    on = taken_over()
    does(on.talker("Cora"), "[Take over]")
    assert ["Is that all?"] == [one.text for one in draft_of(on).review.comments]
    assert draft_of(on).review.holds(CORA)


def test_comment_is_turned_into_a_suggestion_and_back() -> None:
    """The weight can be changed until the comment is written."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "[Make it a suggestion]", "[Make it a must-fix]")
    does(cora, "[Make it a suggestion]", "Write it in full.")
    assert ["suggestion"] == [one.weight for one in draft_of(on).review.comments]


def test_back_leaves_an_unwritten_comment() -> None:
    """Back leads from an unwritten comment to its section, and from an unwritten reason to the card."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]")
    section, card = does(cora, "/back"), does(cora, "[Card]", "[Decline]", "/back")
    assert ("Section 1 of 16", "RAN-2026-0001") == (section[:15], card[:13])


def test_edit_of_a_replaced_text_changes_no_comment() -> None:
    """If a new message has replaced the text of a comment, an edit of the old message is kept as a note."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "First words.", "[Edit 1]", "Second words.")
    said = cora.do(Act("edits", "Third words.", "First words."))
    assert "Third words." in said[-1].text
    assert ["Third words."] == [note.text for note in cora.conversation.notes]
    assert "Second words." == draft_of(on).review.comments[0].text


def test_edit_of_a_withdrawn_comment_is_refused() -> None:
    """An edit of a withdrawn comment is refused with a reason."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "First words.", "[Withdraw 1]")
    said = cora.do(Act("edits", "Other words.", "First words."))
    begins("\n".join(one.text for one in said), comment_texts.COMMENT_CLOSED)


def test_answered_comment_cannot_be_changed() -> None:
    """An edit of an answered comment changes nothing."""
    on = bed(handed_in())
    cora, anna = on.talker("Cora"), on.talker("Anna")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "Is that all of it?", "[Card]", "[Request changes]")
    does(cora, "[Send to the author]")
    does(anna, "/start", "[Changes]", "[○ Name of the practice]", "[Reply to the comment]", "It is.")
    edited = anna.do(Act("edits", "All of it.", "It is."))
    does(anna, "[Send revision]")
    cora.do(Act("edits", "Is it?", "Is that all of it?"))
    one = draft_of(on).review.comments[0]
    assert (True, "All of it.", "Is that all of it?") == (bool(edited), one.reply, one.text)


@pytest.mark.parametrize("action", ["reword", "weigh", "reweigh", "unsay", "unsaid", "resolve", "anew"])
@pytest.mark.parametrize("number", [None, 99])
def test_forged_number_of_a_comment(action: str, number: int | None) -> None:
    """A button with the number of no comment changes nothing and is answered."""
    on = bed(handed_in())
    before = draft_of(on)
    assert press(on.talker("Cora"), forged(action, "", number))
    assert before == draft_of(on)
