"""Corners of the desk: what a coordinator is told where the usual way ends."""

from datetime import datetime, timedelta

import pytest
from support.core_collection import Picture
from support.core_review import AUTHOR, CARL, CORA, MEMBER, comment, does, draft_of, handed_in, press, stage

from bot.demo.transcripts import Act
from conversations import diagram
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.desk_states import Queue
from conversations.dialogue.events import Read
from conversations.dialogue.inputs import Press, Wrote
from conversations.dialogue.replies import Button
from conversations.dialogue.state import AtDesk
from conversations.review import notifications, reviewing, texts

PATHS = [*diagram.filled().drafts[0].answers]


def forged(action: str, about: str = "", submission: int = 1) -> Button:
    """Make a button that was never shown."""
    return Button(label=action, press=Press(draft=submission, keyboard_version=0, about=about, action=action))


def begins(said: str, *sentences: str) -> None:
    """Check how what came back begins."""
    assert list(sentences) == said.split("\n")[: len(sentences)]


def test_show_before_anything_else_leads_to_the_queue() -> None:
    """A coordinator whose first words are /show without a reference is asked which one, above the queue."""
    on = stage(handed_in())
    begins(does(on.talker("Cora"), "/show"), texts.SHOW_WHAT, "", "Waiting for review: 1")


def test_help_keeps_the_page_that_lies_open() -> None:
    """Help for coordinators stands above the page that they have open, and above the queue before there is one."""
    on = stage(handed_in())
    first, second = does(on.talker("Carl"), "/help"), does(on.talker("Cora"), "/show 1", "/help")
    assert [True, True] == [texts.HELP in first, texts.HELP in second]
    assert [True, True] == ["Waiting for review: 1" in first, "RAN-2026-0001 · " in second]


def test_admin_begins_with_the_form_and_a_coordinator_at_the_desk() -> None:
    """The first /start of an admin asks the first question, as of everybody; a coordinator's shows the queue."""
    on = stage(handed_in())
    admin, coordinator = does(on.talker("Ada"), "/start"), does(on.talker("Cora"), "/start")
    assert (True, True) == ("Section 1 of 16" in admin, coordinator.startswith(texts.WELCOME))
    assert "Waiting for review: 1" in does(on.talker("Ada"), "/queue")


def test_start_at_the_desk_shows_the_page_anew() -> None:
    """At the desk /start changes nothing."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    card = does(cora, "/show 1")
    assert card == does(cora, "/start")


def test_reply_without_being_on_it_says_what_to_press_first() -> None:
    """A reply to the message of a question is no comment where nobody is on the submission any more."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Card]", "[Let go]")
    said = cora.do(Act("replies", "Is that all?", "Name of the practice"))
    begins("\n".join(one.text for one in said), texts.ONLY_READING)
    assert () == draft_of(on).review.comments


def test_reply_about_a_practice_that_is_gone_says_so() -> None:
    """A reply to the message of a question of a deleted practice is answered with that, and the queue."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]")
    on.talker("Anna").conversation = Conversation()
    said = cora.do(Act("replies", "Is that all?", "Name of the practice"))
    begins("\n".join(one.text for one in said), texts.NO_DOSSIER, "", "Waiting for review: 0")


def test_section_that_is_none_changes_nothing() -> None:
    """A button that names no section leaves the page as it is."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    card = does(cora, "/show 1")
    assert f"{texts.CHANGED_MEANWHILE}\n\n{card}" == press(cora, forged("section", "nonsense"))


def test_edit_of_replaced_words_gives_no_comment() -> None:
    """Words that were replaced by a new message are not a comment any more: an edit of them changes nothing."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "First words.", "[Edit 1]", "Second words.")
    said = cora.do(Act("edits", "Third words.", "First words."))
    assert "was not an answer" in "\n".join(one.text for one in said)
    assert "Second words." == draft_of(on).review.comments[0].text


def test_edit_of_a_withdrawn_comment_is_refused() -> None:
    """The message of a comment that was withdrawn changes nothing, and its author is told why."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "First words.", "[Withdraw 1]")
    said = cora.do(Act("edits", "Other words.", "First words."))
    begins("\n".join(one.text for one in said), texts.COMMENT_CLOSED)


def test_comment_is_turned_into_a_suggestion_and_back() -> None:
    """The weight of a comment can be turned until it is written."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "[Make it a suggestion]", "[Make it a must-fix]")
    does(cora, "[Make it a suggestion]", "Write it in full.")
    assert ["suggestion"] == [one.weight for one in draft_of(on).review.comments]


def test_reason_of_nothing_is_awaited_still() -> None:
    """A text of which nothing can be kept is no reason: it is still asked for."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    asked = does(cora, "/show 1", "[Decline]")
    again = "\n".join(shown.text for shown in cora.give(Wrote(text="\x00", message=99)))
    assert asked == again


def test_cancel_of_a_decision_leads_to_the_card() -> None:
    """Cancel on the page of a reason, and of a decision, shows the card; nothing was decided."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    card = does(cora, "/show 1")
    assert [card, card] == [does(cora, "[Decline]", "[Cancel]"), does(cora, "[Approve]", "[Cancel]")]


def test_typed_number_opens_a_section_on_the_card_alone() -> None:
    """On the card ``2`` opens section 2; beside an open section it is no button, so no words are lost to it."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    section = does(cora, "/show 1", "1")
    said = does(cora, "2")
    assert ("Section 1 of 16", texts.NO_COMMENT_HERE) == (section[:15], said.partition("\n")[0])


def test_read_on_another_day_is_told_to_the_author() -> None:
    """A version that is read again the next day is one event, and two days for its author."""
    on = stage(handed_in())
    cora, anna = on.talker("Cora"), on.talker("Anna")
    does(cora, "/show 1", "[Read all]")
    cora.now += timedelta(days=1)
    does(cora, "[Card]", "[Read all]")
    said = does(anna, "/start", "[Who has seen this]")
    assert "Cora Coordinator has read it, first on 23 November 2026, last on 24 November 2026." in said
    assert [Read(draft=1, by=CORA, version=1)] == [event for event in cora.events if isinstance(event, Read)]


def test_waiting_is_counted_in_days() -> None:
    """The queue says for how many days a submission has waited."""
    on = stage(handed_in(claimed=False, at=on_day(0)))
    cora = on.talker("Cora")
    said = []
    for days in (0, 1, 2):
        cora.now = on_day(days)
        said.append(does(cora, "/queue").partition("waiting ")[2].partition(",")[0])
    assert ["since today", "for 1 day", "for 2 days"] == said


def on_day(number: int) -> datetime:
    """Count days."""
    return diagram.NOW + timedelta(days=number)


def test_news_of_many_submissions_are_counted() -> None:
    """News show ten submissions and count the rest."""
    items = [notifications.NewsItem(1001, n, f"Practice {n}", f"RAN-2026-{n:04d}", ("hand in",)) for n in range(1, 14)]
    assert "… and 3 more" in notifications.news(items).text.split("\n")


def test_request_of_many_comments_counts_the_rest() -> None:
    """A request with more comments than fit says how many there are beside."""
    comments = [comment(n, path, "w" * 100) for n, path in enumerate(PATHS * 4, 1)]
    text = notifications.request(handed_in("changes_requested", *comments), MEMBER).text
    assert "more comments: press Changes to see them all." in text


def test_own_practice_cannot_be_commented_on_by_reply() -> None:
    """A coordinator who has a practice too is told that another one reviews it."""
    on = stage(handed_in())
    on.collection.roles[AUTHOR] = "coordinator"
    begins(press(on.talker("Anna"), forged("comment", "name.name")), texts.OWN_PRACTICE)


def test_taken_by_another_while_a_comment_was_written() -> None:
    """Who has lost the submission meanwhile is told who is on it now."""
    on = stage(handed_in())
    cora, carl = on.talker("Cora"), on.talker("Carl")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]")
    does(carl, "/show 1", "[Take over]")
    said = does(cora, "Is that all?")
    claim = draft_of(on).review.claim
    assert (True, CARL) == (said.startswith("Carl Coordinator has been on it since"), claim and claim.by.user)


@pytest.mark.parametrize("action", ["sure", "weight"])
def test_button_of_another_page_is_a_bug(action: str) -> None:
    """Buttons of a page reach their action only where it lies open; else the caller has not checked them."""
    on = stage(handed_in())
    state = AtDesk(page=Queue())
    context = Context(Conversation(state=state), diagram.NOW, Picture(on.collection, CORA))
    with pytest.raises(TypeError, match="no such page is open at desk"):
        reviewing.pressed(context, forged(action).press)
