"""Corners of a review that transcripts do not reach."""

from datetime import timedelta

from support.core_review import AUTHOR, CORA, MEMBER, comment, does, draft_of, handed_in, press, stage
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.diagram import NOW, begun, filled
from conversations.dialogue import reviews
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.desk_states import Wanted
from conversations.dialogue.events import Cleared
from conversations.dialogue.inputs import Press
from conversations.dialogue.replies import Button
from conversations.dialogue.repositories import Nowhere
from conversations.dialogue.review_record import Claim
from conversations.dialogue.state import Submitted


def forged(action: str, about: str = "", index: int | None = None, submission: int = 1) -> Button:
    """Make a button that was never shown."""
    return Button(
        label=action, press=Press(draft=submission, keyboard_version=0, about=about, action=action, index=index)
    )


def many(count: int) -> CoreTestBed:
    """Set a stage on which Anna has handed in so many practices, one a day."""
    on = stage(handed_in())
    days = [NOW + timedelta(days=n) for n in range(count)]
    drafts = [handed_in(claimed=False, at=day).model_copy(update={"number": n}) for n, day in enumerate(days, 1)]
    named = tuple(one.model_copy(update={"reference": f"RAN-2026-{one.number:04d}"}) for one in drafts)
    on.talker("Anna").conversation = filled().model_copy(update={"drafts": named, "state": Submitted(), "hand": 1})
    return on


def test_queue_has_pages() -> None:
    """Eight submissions are two pages, the oldest first; a page that is no more leads to the last one."""
    on = many(8)
    cora = on.talker("Cora")
    first, second = does(cora, "/queue"), does(cora, "[Next page]")
    on.talker("Anna").conversation = on.talker("Anna").conversation.model_copy(
        update={"drafts": on.talker("Anna").conversation.drafts[:2]}
    )
    shorter, back = does(cora, "/start"), does(cora, "/queue")
    found = ["RAN-2026-0001" in first, "Page 1 of 2" in first, "RAN-2026-0008" in second, "Page 2 of 2" in second]
    assert [True] * 4 == found
    assert ["Waiting for review: 2"] * 2 == [shorter.partition("\n")[0], back.partition("\n")[0]]


def test_desk_of_nobody_is_empty() -> None:
    """Who has no desk finds nothing at it."""
    desk = Nowhere()
    found = (desk.submission(1), desk.referred("RAN-2026-0001"), desk.listing(Wanted()).total, desk.readers())
    assert (None, None, 0, ()) == found


def test_button_of_a_dossier_that_is_gone_leads_to_the_queue() -> None:
    """A practice that was deleted is said to be gone, from a button, an open page and an open comment."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Description]", "[Comment]")
    on.talker("Anna").conversation = Conversation()
    assert ["not in the collection any more"] * 3 == [
        "not in the collection any more" * ("not in the collection any more" in said)
        for said in (does(cora, "/start"), does(cora, "What?"), press(cora, forged("read")))
    ]


def test_submission_is_let_go_and_taken_by_another() -> None:
    """Who lets a submission go leaves it to whoever takes it next, also with an old button to take over."""
    on = stage(handed_in())
    cora, carl = on.talker("Cora"), on.talker("Carl")
    does(carl, "/show 1")
    let_go = does(cora, "/show 1", "[Let go]")
    taken = does(carl, "/show 1", "[Review this]")
    holder = draft_of(on).review.claim
    assert ("You have let it go", "You are on it now", carl.user) == (
        let_go[:18],
        taken[:17],
        holder.by.user if holder else None,
    )


def test_comment_is_not_changed_once_it_is_answered() -> None:
    """An edit of the message of an answered comment is refused in words."""
    on = stage(handed_in())
    cora, anna = on.talker("Cora"), on.talker("Anna")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]", "Is that all of it?", "[Card]", "[Request changes]")
    does(cora, "[Send to the author]")
    does(anna, "/start", "[Changes]", "[○ Name of the practice]", "[Reply to the comment]", "It is.")
    edited = anna.do(Act("edits", "All of it.", "It is."))
    does(anna, "[Send revision]")
    cora.do(Act("edits", "Is it?", "Is that all of it?"))
    one = draft_of(on).review.comments[0]
    assert (True, "All of it.", "Is that all of it?") == (bool(edited), one.reply, one.text)


def test_comment_on_a_question_that_does_not_apply_is_refused() -> None:
    """A forged button cannot comment on what is not asked, nor on one's own practice."""
    on = stage(handed_in())
    assert press(on.talker("Cora"), forged("comment", "ran_meetings.meetings.7.name")).startswith("Something has chang")
    on.collection.roles[AUTHOR] = "coordinator"
    assert press(on.talker("Anna"), forged("comment", "name.name")).startswith("This is your own practice")


def test_drafts_in_progress_are_listed_with_their_progress() -> None:
    """A draft shows how far it is before what it says; reading it is seen by its author."""
    on = stage(handed_in())
    on.talker("Ben").conversation = begun()
    cora, ben = on.talker("Cora"), on.talker("Ben")
    does(ben, "Third Way", "We meet people.")
    listed = does(cora, "/queue", "[Status]", "[Drafts in progress]")
    card = does(cora, "[Third Way]")
    does(cora, "[Read all]")
    said = does(ben, "/overview", "[Who has seen this]")
    assert ["Third Way\n2 of 16 sections done, last active on", True, True] == [
        listed[listed.index("Third Way") :][:48].rstrip()[: len("Third Way\n2 of 16 sections done, last active on")],
        "Description: The text says hardly more than the name." in card,
        "Cora Coordinator has read it" in said,
    ]


def test_discarded_answer_that_was_none_is_open_again() -> None:
    """Discarding takes away what was added since, and the history says so."""
    draft = handed_in()
    added = draft.answers | {"ran_meetings.meetings.40.name": draft.answers["name.name"]}
    on = stage(draft.model_copy(update={"answers": added}))
    anna = on.talker("Anna")
    does(anna, "/start", "[Changes]", "[Discard my changes]")
    assert Cleared(draft=1, question="ran_meetings.meetings.40.name") in anna.events
    assert draft.answers == draft_of(on).answers


def test_repetition_put_back_takes_its_comments_with_it() -> None:
    """Comments that moved with their questions stand again where they were made."""
    draft = handed_in("changes_requested", comment(1, "name.name", "Why?"))
    moved = draft.review.comments[0].model_copy(update={"moved": ""})
    changed = draft.model_copy(update={"review": draft.review.model_copy(update={"comments": (moved,)})})
    assert draft.review == reviews.put_back(changed).review


def test_coordinator_begins_with_the_queue_and_leads_sections_on() -> None:
    """The first words to a coordinator are the queue; sections are turned round, and back leads up."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    first = does(cora, "/start")
    does(cora, "/show 1", "[Name of the practice]")
    before = does(cora, "[Section before]")
    after = does(cora, "[Next section]")
    card, queue = does(cora, "/back"), does(cora, "/back")
    assert ["Welcome.", "Section 16", "Section 1 ", "RAN-2026-0001 · ", "Waiting for review"] == [
        first[:8],
        before[:10],
        after[:10],
        card[:16],
        queue[:18],
    ]


def test_comment_awaited_is_left_with_back() -> None:
    """Back leaves the comment that is awaited, and the reason likewise."""
    on = stage(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Name of the practice]", "[Comment]")
    section, card = does(cora, "/back"), does(cora, "[Card]", "[Decline]", "/back")
    assert ("Section 1 of 16", "RAN-2026-0001") == (section[:15], card[:13])


def test_claim_of_a_practice_that_was_decided_meanwhile() -> None:
    """What others did since a page was drawn is said, and what stands is shown."""
    on = stage(handed_in(claimed=False))
    cora = on.talker("Cora")
    does(cora, "/show 1")
    _set(on, draft_of(on).model_copy(update={"review": draft_of(on).review.model_copy(update={"claim": _carl()})}))
    said = does(cora, "[Review this]")
    assert said.startswith("Something has changed here")


def _carl() -> Claim:
    return Claim(by=MEMBER.model_copy(update={"user": 2002, "name": "Carl Coordinator"}), since=NOW)


def _set(on: CoreTestBed, draft: Draft) -> None:
    anna = on.talker("Anna")
    anna.conversation = anna.conversation.model_copy(update={"drafts": (draft,)})


def test_withdrawn_while_words_are_on_their_way() -> None:
    """A text of an author whose page a coordinator has closed is answered with how it stands."""
    on = stage(handed_in("changes_requested", comment(1, "name.name", "Why?")))
    anna, cora = on.talker("Anna"), on.talker("Cora")
    does(anna, "/start", "[Changes]", "[○ Name of the practice]")
    does(cora, "/show 1", "[Take back the request]")
    does(cora, "[Decline]", "Not tried out.", "[Decline]")
    said = does(anna, "Because.")
    assert (True, "declined", CORA) == ("Declined" in said, draft_of(on).status, cora.user)
