"""The author's side of a review: replies to comments, revisions and discarded changes."""

import pytest
from support.core_collection import Picture
from support.core_review import CORA, bed, comment, does, draft_of, forged, handed_in, press
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.diagram import NOW, begun, filled
from conversations.dialogue import reviews
from conversations.dialogue.events import Cleared
from conversations.dialogue.inputs import Chose, Revised, Unreadable, Wrote
from conversations.dialogue.layout import PAGE, pack
from conversations.dialogue.replies import Line, Named
from conversations.dialogue.review_record import Comment
from conversations.dialogue.state import Asking, Overview, Revising, Summary, ToRevising
from conversations.engine.engine import step
from conversations.engine.screens import MESSAGE
from conversations.engine.texts import PICK_BUTTON_FIRST
from conversations.filling import review_texts

NAME = comment(1, "name.name", "Write it in full.")


YEAR = comment(2, "start.starting_year", "Are you sure?")


def asked(*comments: Comment) -> CoreTestBed:
    """Make a test bed in which Anna was asked for changes and has the page with the comments open."""
    on = bed(handed_in("changes_requested", *comments))
    does(on.talker("Anna"), "/start", "[Changes]")
    return on


def edits(on: CoreTestBed, old: str, new: str) -> str:
    """Edit one of Anna's messages."""
    return "\n".join(shown.text for shown in on.talker("Anna").do(Act("edits", new, old)))


def test_changes_pressed_on_its_own_page_shows_it_again() -> None:
    """Changes, pressed while the page with the comments is open, shows it again."""
    on = asked(NAME)
    page = does(on.talker("Anna"), "/start")
    assert page.endswith(press(on.talker("Anna"), forged("revising")))


def test_notification_about_another_practice_opens_it() -> None:
    """A notification leads to its practice, also from another one."""
    on = asked(NAME)
    anna = on.talker("Anna")
    does(anna, "/new")
    said = press(anna, forged("fix", "name.name"))
    assert (1, True) == (anna.conversation.hand, "Write it in full." in said)


def test_status_of_a_draft_that_was_never_submitted_continues_it() -> None:
    """The button Status asks the next question of a draft in progress."""
    on = bed(handed_in("draft"))
    anna = on.talker("Anna")
    anna.conversation = begun()
    assert "Section 1 of 16" in press(anna, forged("look"))


def test_question_without_an_open_comment() -> None:
    """An old button about a question without an open comment says so and shows the practice."""
    on = asked(NAME)
    assert press(on.talker("Anna"), forged("fix", "start.starting_year")).startswith(review_texts.NOT_ASKED_NOW)


def test_reply_is_left_with_back() -> None:
    """Back leads from a reply to its question; if the comment was resolved since, to the open comments."""
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


def test_long_reply_to_a_resolved_comment_leads_on() -> None:
    """If the comment was resolved while a long reply was typed, Done shows the open comments."""
    on = asked(NAME, YEAR)
    anna, cora = on.talker("Anna"), on.talker("Cora")
    does(anna, "[○ Name of the practice]", "[Reply to the comment]", "word " * 800)
    does(cora, "/show 1", "1", "[Resolve 1]")
    does(anna, "[Done]")
    assert Revising() == anna.conversation.state


def test_edit_of_a_reply_finds_its_comment() -> None:
    """An edited message changes only the reply that it gave."""
    on = asked(NAME, YEAR)
    does(on.talker("Anna"), "[○ Starting year]", "[Reply to the comment]", "It is right.")
    said = edits(on, "It is right.", "It is, see the report.")
    assert ["", "It is, see the report."] == [one.reply for one in draft_of(on).review.comments]
    assert said.startswith(review_texts.REPLIED)


def test_edit_after_a_decline_changes_nothing() -> None:
    """An edit of an answer of a declined submission is refused."""
    draft = handed_in("declined")
    message = next(iter(draft.filed))
    conversation = filled().model_copy(update={"drafts": (draft,), "state": Revising(), "hand": 1})
    taken = step(conversation, Revised(text="2011", message=message), NOW)
    assert "RAN-2026-0001 has been submitted, so your change to Last update was not saved." in taken.replies[0].text
    assert draft.answers == taken.conversation.drafts[0].answers


def test_question_that_no_longer_applies_leads_to_the_next_comment() -> None:
    """If a commented question no longer applies, the next commented question is asked."""
    draft = handed_in("changes_requested", YEAR)
    gone = Asking(question="ran_meetings.meetings.7.name", return_to=ToRevising())
    conversation = filled().model_copy(update={"drafts": (draft,), "state": gone, "hand": 1})
    taken = step(conversation, Unreadable(what="sticker", message=1), NOW)
    assert Asking(question="start.starting_year", return_to=ToRevising()) == taken.conversation.state


def test_overview_of_a_complete_draft_leads_to_the_summary() -> None:
    """Without another open state, /back leads from the overview of a complete draft to its summary."""
    one = bed(handed_in("draft")).talker("Anna")
    one.conversation = filled().model_copy(update={"state": Overview()})
    does(one, "/back")
    assert Summary() == one.conversation.state


def test_block_of_many_short_lines_is_cut_between_them() -> None:
    """A long block of short lines is divided between its lines."""
    lines = tuple(Line(text=f"{n} {'word ' * 20}".rstrip()) for n in range(100))
    pages = pack((lines,))
    assert lines == tuple(line for page in pages for line in page if line.text)
    assert all(sum(len(line.text) + 1 for line in page) <= PAGE for page in pages)


def replies_to_notification(on: CoreTestBed, *abouts: str) -> str:
    """Reply to a notification with a button for each of these questions."""
    presses = tuple(forged("fix", about).press for about in abouts)
    given = Wrote(text="It is the full name.", message=999_998, answered=999_999, reply_to=presses)
    return "\n".join(shown.text for shown in on.talker("Anna").give(given))


def test_reply_to_a_notification_replies_to_its_comment() -> None:
    """The text goes to the comment, not into an answer, also from another practice; the next question follows."""
    on = asked(NAME, YEAR)
    does(on.talker("Anna"), "/new")
    said = replies_to_notification(on, "name.name")
    (first, _) = draft_of(on).review.comments
    assert ("It is the full name.", 1) == (first.reply, on.talker("Anna").conversation.hand)
    assert "Are you sure?" in said


def test_reply_to_a_notification_about_the_practice_in_hand() -> None:
    """The reply is saved also if the practice is open already."""
    on = asked(NAME)
    replies_to_notification(on, "name.name")
    assert "It is the full name." == draft_of(on).review.comments[0].reply


def test_reply_to_a_notification_about_several_comments_is_not_guessed() -> None:
    """A notification about two questions, or a question with two comments, does not say which comment is meant."""
    on = asked(NAME, YEAR, comment(3, "name.name", "And in English."))
    told = [
        replies_to_notification(on, *abouts).partition("\n")[0]
        for abouts in (("name.name", YEAR.question), ("name.name",))
    ]
    assert [PICK_BUTTON_FIRST] * 2 == told
    assert [""] * 3 == [one.reply for one in draft_of(on).review.comments]


@pytest.mark.parametrize("words", ["word " * 1600, "x" * 8000, "Cora asks. " * 800])
def test_long_comment_names_its_coordinator_once(words: str) -> None:
    """A comment in several messages has its coordinator's name in the first one, where it can be removed."""
    on = asked(comment(1, "description.description", words.strip()))
    taken = step(
        on.talker("Anna").conversation,
        Chose(press=forged("fix", "description.description").press, message=9),
        NOW,
        Picture(on.collection, 1001),
    )
    first, *others = [line for reply in taken.replies for line in reply.lines if words[:9] in line.text]
    assert (True, [None] * len(others)) == (len(others) > 0, [line.named for line in others])
    assert (
        Named(people=(CORA,), without=first.text.replace("Cora Coordinator (", "A coordinator (", 1))
    ) == first.named


def test_discarded_new_answer_is_open_again() -> None:
    """Discard removes an answer that was added after Submit, and the history says so."""
    draft = handed_in()
    added = draft.answers | {"ran_meetings.meetings.40.name": draft.answers["name.name"]}
    on = bed(draft.model_copy(update={"answers": added}))
    anna = on.talker("Anna")
    does(anna, "/start", "[Changes]", "[Discard my changes]")
    assert Cleared(draft=1, question="ran_meetings.meetings.40.name") in anna.events
    assert draft.answers == draft_of(on).answers


def test_restored_repetition_has_its_comments_again() -> None:
    """Discard brings comments that moved with their questions back to where they were made."""
    draft = handed_in("changes_requested", comment(1, "name.name", "Why?"))
    moved = draft.review.comments[0].model_copy(update={"moved": ""})
    changed = draft.model_copy(update={"review": draft.review.model_copy(update={"comments": (moved,)})})
    assert draft.review == reviews.put_back(changed).review


def test_text_after_the_comment_is_gone() -> None:
    """A text for a submission that was declined since is answered with its status."""
    on = bed(handed_in("changes_requested", comment(1, "name.name", "Why?")))
    anna, cora = on.talker("Anna"), on.talker("Cora")
    does(anna, "/start", "[Changes]", "[○ Name of the practice]")
    does(cora, "/show 1", "[Take back the request]")
    does(cora, "[Decline]", "Not tried out.", "[Decline]")
    said = does(anna, "Because.")
    assert (True, "declined", CORA) == ("Declined" in said, draft_of(on).status, cora.user)


def test_page_of_a_revision_is_within_limits_whatever_is_asked() -> None:
    """The page with a hundred long comments keeps to Telegram's limits."""
    comments = [comment(n, "name.name", f"{n} " * 900) for n in range(1, 101)]
    on = bed(handed_in("changes_requested", *comments))
    author = on.talker("Anna")
    author.conversation = author.conversation.model_copy(update={"state": Revising()})
    does(author, "/start")
    assert max(len(reply.text) for reply in author.replies.values()) <= MESSAGE
