"""Links to practices that belong to nobody: who gets one, and what they are told."""

from datetime import timedelta

import pytest
from support.core_review import CORA, MEMBER, bed, does, draft_of, forged, handed_in, press
from support.core_talker import AGREED, CoreTestBed

from bot.demo.sample_form import sample_draft
from bot.demo.test_bed import TRANSCRIPTS_BEGIN
from conversations.admin import texts
from conversations.diagram import NOW, begun
from conversations.dialogue import practice
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.inputs import Chose, Invited, Press
from conversations.dialogue.model import NOBODY, Status
from conversations.dialogue.repositories import Invitation
from conversations.dialogue.state import Asking, AtDesk, Choosing, Revising, Summary
from conversations.engine.engine import step
from conversations.filling import giving_texts, role_texts
from conversations.filling.navigation import MOST_OPEN
from conversations.review import texts as review_texts

ANNA, BEN = 1001, 1002

LINK = "/start join-0001"


def of_nobody(draft: Draft) -> CoreTestBed:
    """Make a test bed with a practice of nobody, and let Cora make a link to it: join-0001."""
    on = CoreTestBed()
    on.collection.keep_of_nobody(draft)
    does(on.talker("Cora"), "/queue")
    press(on.talker("Cora"), forged("read"))
    does(on.talker("Cora"), f"[{review_texts.GIVE}]")
    return on


def sample() -> CoreTestBed:
    """Make one with a draft in progress."""
    return of_nobody(sample_draft(TRANSCRIPTS_BEGIN))


def drafts_of(on: CoreTestBed, user: int = ANNA) -> tuple[Draft, ...]:
    """Return somebody's drafts."""
    return on.collection.conversations[user].drafts


def test_draft_leads_to_its_first_open_question() -> None:
    """The new author reads which practice it is, and answers on; the coordinator is told."""
    on = sample()
    said = does(on.talker("Anna"), LINK)

    assert said.startswith(giving_texts.is_yours("Open Gate: mentoring after prison", None, is_draft=True))
    assert Asking(question="start.ending_year") == on.talker("Anna").conversation.state
    assert [CORA] == [one.to for one in on.talker("Anna").notifications]
    assert () == drafts_of(on, NOBODY)


@pytest.mark.parametrize("status", ["submitted", "approved", "declined", "withdrawn"])
def test_submission_leads_to_its_summary(status: Status) -> None:
    """What was handed in shows its summary, with what its author can do."""
    on = of_nobody(handed_in(status, claimed=False))
    said = does(on.talker("Anna"), LINK)

    assert said.startswith(giving_texts.is_yours(practice.title(draft_of(on)), "RAN-2026-0001", is_draft=False))
    assert Summary() == on.talker("Anna").conversation.state


def test_submission_with_a_request_leads_to_its_comments() -> None:
    """Where changes are asked for, the comments come first."""
    on = of_nobody(handed_in("changes_requested", claimed=False))
    does(on.talker("Anna"), LINK)

    assert Revising() == on.talker("Anna").conversation.state


def test_practice_in_hand_stays() -> None:
    """The practice that the person was at keeps its place; the new one has a number of its own."""
    on = sample()
    does(on.talker("Anna"), "/new", "Open Door", LINK)
    first, second = drafts_of(on)

    assert (1, 2, 2) == (first.number, second.number, on.talker("Anna").conversation.hand)
    assert Asking(question="description.description") == first.left


def test_long_answer_that_is_arriving_is_saved() -> None:
    """A long answer in several messages is finished before the practice changes."""
    on = sample()
    does(on.talker("Anna"), "/new", "Open Door", "We meet. " * 500, LINK)

    assert "description.description" in drafts_of(on)[0].answers


def test_reviewer_who_becomes_the_author_reviews_no_more() -> None:
    """Nobody reviews their own practice: the claim ends with the link; that of somebody else stays."""
    mine, others = of_nobody(handed_in()), of_nobody(handed_in())
    mine.collection.people |= {CORA: "Somebody", 3001: "Some One"}  # the practice has the name of a demo user
    does(mine.talker("Cora"), LINK)
    does(others.talker("Anna"), LINK)

    assert (None, MEMBER) == (
        drafts_of(mine, CORA)[0].review.claim,
        (claim := draft_of(others).review.claim) and claim.by,
    )


def test_waits_for_the_yes() -> None:
    """Without a yes the practice stays where it is; with it the bot goes on by itself."""
    on = sample()
    on.collection.conversations[ANNA] = Conversation()
    assert does(on.talker("Anna"), LINK).startswith(giving_texts.AGREE_TO_TAKE)
    assert 1 == len(drafts_of(on, NOBODY))
    assert "is now your practice" in does(on.talker("Anna"), "[I agree]")
    assert (1, None) == (len(drafts_of(on)), on.talker("Anna").conversation.invited)


def test_coordinator_without_a_yes_is_asked() -> None:
    """At a page for coordinators, which needs no yes, the link asks for it all the same."""
    on = sample()
    on.collection.conversations[CORA] = on.talker("Cora").conversation.model_copy(update={"consent": None})
    assert isinstance(on.talker("Cora").conversation.state, AtDesk)
    does(on.talker("Cora"), LINK, "[I agree]")

    assert 1 == len(drafts_of(on, CORA))


def test_link_that_is_used_before_the_yes() -> None:
    """If somebody else takes the practice before the yes, the person is told, and begins a practice."""
    on = sample()
    on.collection.conversations[BEN] = Conversation()
    does(on.talker("Ben"), LINK)
    does(on.talker("Anna"), LINK)
    said = does(on.talker("Ben"), "[I agree]")

    assert giving_texts.LINK_IS_OVER["used"] in said
    assert Asking(question="name.name") == on.talker("Ben").conversation.state


def test_link_that_is_over_before_the_yes() -> None:
    """A link that is over asks for no yes to it."""
    on = sample()
    does(on.talker("Anna"), LINK)
    on.collection.conversations[BEN] = Conversation()

    assert does(on.talker("Ben"), LINK).startswith(giving_texts.LINK_IS_OVER["used"])
    assert on.talker("Ben").conversation.invited is None


def test_link_that_is_used_before_a_later_yes() -> None:
    """Who was at a question of theirs stays there."""
    on = sample()
    does(on.talker("Ben"), "/new", "Open Door")
    on.collection.conversations[BEN] = on.talker("Ben").conversation.model_copy(update={"consent": None})
    does(on.talker("Ben"), LINK)
    does(on.talker("Anna"), LINK)
    does(on.talker("Ben"), "[I agree]")

    assert Asking(question="description.description") == on.talker("Ben").conversation.state


def test_invitation_that_nobody_knows_any_more() -> None:
    """A stored number without an invitation is told as a link that does not work."""
    (reply,) = step(Conversation(invited=7), Chose(press=Press.read("0|0||agree|1"), message=1), NOW).replies

    assert role_texts.NO_SUCH_LINK in reply.text


@pytest.mark.parametrize("days", [0, 8])
def test_link_that_is_over(days: int) -> None:
    """A used link and an expired one are told in one sentence, and the audit log has it; the person goes on."""
    on = sample()
    if not days:
        does(on.talker("Ben"), LINK)
    on.talker("Anna").now += timedelta(days=days)
    said = does(on.talker("Anna"), LINK)

    assert said.startswith(giving_texts.LINK_IS_OVER["expired" if days else "used"])
    assert "Name of the practice" in said


def test_second_tap_goes_on() -> None:
    """Whoever taps the link again goes on where they are."""
    on = sample()
    does(on.talker("Anna"), LINK)

    assert does(on.talker("Anna"), LINK).startswith("Welcome back.")
    assert 1 == len(drafts_of(on))


def test_practice_that_was_deleted() -> None:
    """A link to a practice that is no longer there says so."""
    on = sample()
    on.collection.conversations[NOBODY] = Conversation()

    assert does(on.talker("Anna"), LINK).startswith(giving_texts.HAS_NO_PRACTICE)


def test_too_many_open_drafts() -> None:
    """At the limit the person is told what to do; the link works after that. What was handed in does not count."""
    on = sample()
    many = tuple(begun().drafts[0].model_copy(update={"number": number}) for number in range(1, MOST_OPEN + 1))
    full = AGREED.model_copy(update={"drafts": many, "state": Choosing(), "hand": 1})
    on.collection.conversations[ANNA] = full
    assert does(on.talker("Anna"), LINK).startswith(giving_texts.too_many_to_take(MOST_OPEN))
    assert Choosing() == on.talker("Anna").conversation.state
    on.collection.conversations[ANNA] = full.model_copy(update={"drafts": many[1:], "hand": 2})
    does(on.talker("Anna"), LINK)
    assert MOST_OPEN == len(drafts_of(on))

    other = of_nobody(handed_in(claimed=False))
    other.collection.conversations[ANNA] = full
    does(other.talker("Anna"), LINK)
    assert MOST_OPEN + 1 == len(drafts_of(other))


def test_practice_with_an_author_has_no_link() -> None:
    """The button that was shown makes no link once the practice has its author, and the card has none."""
    on = sample()
    card = press(on.talker("Cora"), forged("read"))
    does(on.talker("Anna"), LINK)

    assert review_texts.OF_NOBODY in card
    assert role_texts.CHANGED_MEANWHILE in does(on.talker("Cora"), f"[{review_texts.GIVE}]")
    assert review_texts.OF_NOBODY not in press(on.talker("Cora"), forged("read"))
    assert 1 == len(on.collection.registry.invitations)


def test_practice_that_is_gone_has_no_link() -> None:
    """A code that comes for a practice that was deleted is not shown."""
    shown = bed(handed_in()).talker("Cora").give(Invited(gives=99, code="join-secret", until=NOW))

    assert review_texts.SUBMISSION_GONE in "\n".join(one.text for one in shown)
    assert "join-secret" not in "\n".join(one.text for one in shown)


def test_admin_makes_a_link() -> None:
    """An admin makes one as coordinators do; their list of invitations has those to a role only."""
    on = CoreTestBed()
    on.collection.keep_of_nobody(sample_draft(TRANSCRIPTS_BEGIN))
    does(on.talker("Ada"), "/queue")
    press(on.talker("Ada"), forged("read"))

    assert "start=join-0001" in does(on.talker("Ada"), f"[{review_texts.GIVE}]")
    assert texts.NOBODY_INVITED in does(on.talker("Ada"), "/invite")


def test_link_of_the_shell_tells_nobody() -> None:
    """The use of a link that the shell made notifies nobody."""
    on = sample()
    shell = Invitation(1, None, NOW + timedelta(days=9999), submission=1)
    on.collection.registry.invitations["join-0001"] = shell
    does(on.talker("Anna"), LINK)

    assert ((), []) == (drafts_of(on, NOBODY), on.talker("Anna").notifications)
