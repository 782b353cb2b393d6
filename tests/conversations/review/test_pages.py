"""The pages of the review: the queue and its filters, the card, the claim, and submissions that are gone."""

from datetime import datetime, timedelta

import pytest
from support.core_collection import Picture
from support.core_review import CORA, MEMBER, bed, begins, does, draft_of, forged, handed_in, press
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Said, act_of
from conversations import diagram
from conversations.diagram import NOW, begun, filled
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.events import Read
from conversations.dialogue.pages import Queue, Wanted
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.repositories import NoRepository
from conversations.dialogue.review_record import Claim
from conversations.dialogue.state import AtDesk, Submitted
from conversations.filling import reader_texts, role_texts
from conversations.privacy import texts as privacy_texts
from conversations.review import queue_texts, texts


def test_show_before_anything_else_leads_to_the_queue() -> None:
    """/show without a reference asks for one, above the queue."""
    on = bed(handed_in())
    begins(does(on.talker("Cora"), "/show"), texts.SHOW_WHAT, "", "Waiting for review: 1")


def test_help_keeps_the_open_page() -> None:
    """Help for coordinators stands above the open page, or above the queue for a new one."""
    on = bed(handed_in())
    first, second = does(on.talker("Carl"), "/help"), does(on.talker("Cora"), "/show 1", "/help")
    assert [True, True] == [texts.HELP in first, texts.HELP in second]
    assert [True, True] == ["Waiting for review: 1" in first, "RAN-2026-0001 · " in second]


def test_first_start_leads_to_the_work() -> None:
    """The first /start shows a coordinator the queue, with a button to the form; the next pages do without it."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    begins(does(cora, "/start"), texts.WELCOME, "", "Waiting for review: 1")
    assert texts.DESCRIBE_OWN == cora.replies[max(cora.replies)].rows[-1][0].label
    begins(does(cora, f"[{queue_texts.MINE}]"), "Waiting for review: 1")
    assert texts.DESCRIBE_OWN not in [button.label for row in cora.replies[max(cora.replies)].rows for button in row]


@pytest.mark.parametrize(
    ("act", "said", "kept"),
    [
        ("hello", texts.WELCOME, ()),
        ("Which practices are from Poland", texts.WELCOME, ("Which practices are from Poland",)),
        ("/frobnicate", "I do not know the command /frobnicate. /help lists what I know.", ()),
        ("(sticker)", texts.WELCOME, ()),
        ("(photo) see here", texts.WELCOME, ()),
    ],
)
def test_first_message_of_any_kind_leads_to_the_work(act: str, said: str, kept: tuple[str, ...]) -> None:
    """A new coordinator comes to the queue whatever they send, an admin to the admin page; their words are kept."""
    on = bed(handed_in())
    for who, page in (("Cora", "Waiting for review: 1"), ("Ada", "Admin page")):
        talker = on.talker(who)
        talker.conversation = Conversation()
        shown = "\n".join(one.text for one in talker.do(act_of(f"> {act}")) if isinstance(one, Said))
        assert (True, True, kept) == (
            page in shown,
            said in shown or "Welcome. You" in shown,
            tuple(note.text for note in talker.conversation.notes),
        )


@pytest.mark.parametrize("who", ["Cora", "Ada"])
def test_own_practice_needs_consent(who: str) -> None:
    """The button to the form asks for consent first; /start comes back to that, and later to the open question."""
    on = bed(handed_in())
    talker = on.talker(who)
    talker.conversation = Conversation()
    does(talker, "/start")
    asked, again = does(talker, f"[{texts.DESCRIBE_OWN}]"), does(talker, "/start")
    begins(asked, privacy_texts.TITLE)
    begins(again, privacy_texts.TITLE)
    assert () == talker.conversation.drafts
    assert "Section 1 of 16" in does(talker, "[I agree]")
    assert "Section 2 of 16" in does(talker, "Open Door", "/start")
    assert "Waiting for review: 1" in does(talker, "/queue", "/start")


def test_sections_lead_round_and_back_leads_up() -> None:
    """From section 1 the way leads to section 16 and back to 1; /back leads to the card and the queue."""
    on = bed(handed_in())
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


def test_start_shows_the_open_page_again() -> None:
    """On a page of the review /start changes nothing."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    card = does(cora, "/show 1")
    assert card == does(cora, "/start")


def many(count: int) -> CoreTestBed:
    """Make a test bed in which Anna has submitted this many practices, one a day."""
    on = bed(handed_in())
    days = [NOW + timedelta(days=n) for n in range(count)]
    drafts = [handed_in(claimed=False, at=day).model_copy(update={"number": n}) for n, day in enumerate(days, 1)]
    named = tuple(one.model_copy(update={"reference": f"RAN-2026-{one.number:04d}"}) for one in drafts)
    on.talker("Anna").conversation = filled().model_copy(update={"drafts": named, "state": Submitted(), "hand": 1})
    return on


def test_queue_has_pages() -> None:
    """Twelve submissions are two pages, the oldest first; a page that no longer exists leads to the last one."""
    on = many(12)
    cora = on.talker("Cora")
    first, second = does(cora, "/queue"), does(cora, "[Next page]")
    on.talker("Anna").conversation = on.talker("Anna").conversation.model_copy(
        update={"drafts": on.talker("Anna").conversation.drafts[:2]}
    )
    shorter, back = does(cora, "/start"), does(cora, "/queue")
    found = ["RAN-2026-0001" in first, "Page 1 of 2" in first, "RAN-2026-0012" in second, "Page 2 of 2" in second]
    assert [True] * 4 == found
    assert ["Waiting for review: 2"] * 2 == [shorter.partition("\n")[0], back.partition("\n")[0]]


def test_waiting_is_counted_in_days() -> None:
    """The queue says for how many days a submission has waited."""
    on = bed(handed_in(claimed=False, at=on_day(0)))
    cora = on.talker("Cora")
    said = []
    for days in (0, 1, 2):
        cora.now = on_day(days)
        said.append(does(cora, "/queue").partition("waiting ")[2].partition(",")[0])
    assert ["since today", "for 1 day", "for 2 days"] == said


def on_day(number: int) -> datetime:
    """Return the time this many days later."""
    return diagram.NOW + timedelta(days=number)


def test_drafts_in_progress_are_listed_with_their_progress() -> None:
    """A draft is listed with its progress, and its author can see who has read it."""
    on = bed(handed_in())
    on.talker("Ben").conversation = begun()
    cora, ben = on.talker("Cora"), on.talker("Ben")
    does(ben, "Third Way", "We meet people.")
    listed = does(cora, "/queue", "[Status]", "[Drafts in progress]")
    card = does(cora, "[Third Way]")
    does(cora, "[Read all]")
    said = does(ben, "/overview", "[Who has seen this]")
    assert ["Third Way\n2 of 16 sections done, last changed", True, True] == [
        listed[listed.index("Third Way") :][:48].rstrip()[: len("Third Way\n2 of 16 sections done, last changed")],
        "Description: The text says hardly more than the name." in card,
        "Cora Coordinator has read it" in said,
    ]


def test_review_repository_of_nobody_is_empty() -> None:
    """Without a collection nothing is found."""
    repository = NoRepository()
    found = (
        repository.submission(1),
        repository.number_of(1),
        repository.referred("RAN-2026-0001"),
        repository.listing(Wanted()).total,
        repository.readers(),
    )
    assert (None, None, None, 0, ()) == found


def test_deleted_submission_leads_to_the_queue() -> None:
    """A button, an open page and an open comment all say that the practice was deleted."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Description]", "[Comment]")
    on.talker("Anna").conversation = Conversation()
    assert ["That practice was deleted"] * 3 == [
        "That practice was deleted" * ("That practice was deleted" in said)
        for said in (does(cora, "/start"), does(cora, "What?"), press(cora, forged("read")))
    ]


def test_submission_is_let_go_and_claimed_by_another() -> None:
    """A submission that was let go can be claimed, also with an old button to take it over."""
    on = bed(handed_in())
    cora, carl = on.talker("Cora"), on.talker("Carl")
    does(carl, "/show 1")
    let_go = does(cora, "/show 1", "[Let go]")
    taken = does(carl, "/show 1", "[Review this]")
    holder = draft_of(on).review.claim
    assert ("You have let it go", "You are now review", carl.user) == (
        let_go[:18],
        taken[:18],
        holder.by.user if holder else None,
    )


def test_claim_after_another_has_claimed() -> None:
    """If another coordinator has claimed it since the page was drawn, the button says so."""
    on = bed(handed_in(claimed=False))
    cora = on.talker("Cora")
    does(cora, "/show 1")
    _set(on, draft_of(on).model_copy(update={"review": draft_of(on).review.model_copy(update={"claim": _carl()})}))
    said = does(cora, "[Review this]")
    assert said.startswith("Carl Coordinator has been reviewing this since")


def _carl() -> Claim:
    return Claim(by=MEMBER.model_copy(update={"user": 2002, "name": "Carl Coordinator"}), since=NOW)


def _set(on: CoreTestBed, draft: Draft) -> None:
    anna = on.talker("Anna")
    anna.conversation = anna.conversation.model_copy(update={"drafts": (draft,)})


def test_typed_number_opens_a_section_on_the_card_alone() -> None:
    """``2`` opens section 2 on the card alone; in an open section it is a text."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    section = does(cora, "/show 1", "1")
    said = does(cora, "2")
    assert ("Section 1 of 16", "Is it a comment on Name of the practice?") == (section[:15], said.split("\n")[-1])


def test_button_of_an_unknown_section_changes_nothing() -> None:
    """A button of an unknown section leaves the page as it is."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    card = does(cora, "/show 1")
    assert f"{role_texts.CHANGED_MEANWHILE}\n\n{card}" == press(cora, forged("section", "nonsense"))


def test_read_on_another_day_is_told_to_the_author() -> None:
    """Reading a version on two days is one event, and the author sees both days."""
    on = bed(handed_in())
    cora, anna = on.talker("Cora"), on.talker("Anna")
    does(cora, "/show 1", "[Read all]")
    cora.now = anna.now = cora.now + timedelta(days=1)
    does(cora, "[Card]", "[Read all]")
    said = does(anna, "/start", "[Who has seen this]")
    assert "Cora Coordinator has read it first yesterday, last today." in said
    assert [Read(draft=1, by=CORA, version=1)] == [event for event in cora.events if isinstance(event, Read)]


@pytest.mark.parametrize("action", ["sure", "weight"])
def test_button_of_another_page_is_a_bug(action: str) -> None:
    """A button of a page that is not open is an error of the caller."""
    on = bed(handed_in())
    state = AtDesk(page=Queue())
    context = Context(Conversation(state=state), diagram.NOW, Picture(on.collection, CORA))
    with pytest.raises(TypeError, match="no such page is open at desk"):
        REGISTRY.do(action, context, forged(action).press)


def test_nobody_may_read_where_there_is_no_coordinator() -> None:
    """The author of a practice is told so."""
    assert reader_texts.NOBODY_MAY_READ in does(CoreTalker(), "/start", "/overview", "[Who has seen this]")


def test_own_submission_counts_as_read_by_nobody() -> None:
    """A coordinator who looks at a section of their own practice is not named as its reader."""
    cora = CoreTestBed().talker("Cora")
    mine = {"drafts": (handed_in(claimed=False),), "state": Submitted(), "hand": 1}
    cora.conversation = filled().model_copy(update=mine)
    does(cora, "/show 1", "[✓ Description]")
    assert () == cora.conversation.drafts[0].review.seen
