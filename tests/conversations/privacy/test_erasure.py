"""Data export and erasure in the core: asked in every state, confirmed, and what stays."""

from datetime import timedelta

import pytest
from support.core_review import CORA, MEMBER, bed, comment, does, draft_of, handed_in
from support.core_talker import CoreTestBed

from conversations.admin.people import released
from conversations.diagram import NOW, begun, filled
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Attachment, Conversation, Draft, Step, Version
from conversations.dialogue.events import Commented, Moved, Read, Skipped
from conversations.dialogue.inputs import Chose, Commanded, Input, Press, Revised, Wrote
from conversations.dialogue.pages import Audit, Changing, Finding, OnePerson, People, Queue
from conversations.dialogue.replies import MyFile
from conversations.dialogue.repositories import NoRepository
from conversations.dialogue.review_record import SOMEBODY_GONE, Claim, Entry, Member, Seen
from conversations.dialogue.state import (
    Asking,
    AtDesk,
    AtOffice,
    Choosing,
    Collecting,
    Forgetting,
    New,
    Part,
    State,
    Submitted,
)
from conversations.engine.engine import step
from conversations.engine.screens import screen
from conversations.privacy import erasure, texts
from conversations.privacy.erasure import published, unnamed, unnamed_events, unnamed_in_undo, unopened
from conversations.privacy.texts import RELEASED

FORGET = Commanded(name="forget", argument="", message=1)

COLLECTING = Collecting(question="description.description", parts=(Part(message=3, text="It began"),))


def told(taken: Step) -> str:
    """Return all that a step says."""
    return "\n".join(reply.text for reply in taken.replies)


def pressed(conversation: Conversation, label: str) -> Input:
    """Press a button."""
    shown = {name: press for press, name in screen(Context(conversation, NOW)).presses.items()}
    return Chose(press=shown[label], message=9)


def asked(conversation: Conversation) -> Conversation:
    """Ask for the deletion of everything."""
    return step(conversation, FORGET, NOW).conversation


@pytest.mark.parametrize(
    "before",
    [
        Conversation(),
        begun(),
        filled(),
        filled().model_copy(update={"state": Choosing()}),
        begun().model_copy(update={"state": COLLECTING}),
        Conversation(state=AtDesk(page=Queue())),
    ],
    ids=lambda conversation: conversation.state.at,
)
def test_everything_goes_from_any_place(before: Conversation) -> None:
    """/forget asks in every state, and its button leaves an empty conversation."""
    page = asked(before)
    taken = step(page, pressed(page, texts.DELETE), NOW)
    assert (Conversation(), True, (), texts.DELETED) == (
        taken.conversation,
        taken.forget,
        taken.events,
        told(taken).split("\n")[0],
    )


@pytest.mark.parametrize("before", [Conversation(), begun(), begun().model_copy(update={"state": COLLECTING})])
@pytest.mark.parametrize("words", ["Keep everything", "keep EVERYTHING"])
def test_who_thinks_better_of_it_is_where_they_were(before: Conversation, words: str) -> None:
    """After Keep, typed or pressed, everything is as it was before the question."""
    taken = step(asked(before), Wrote(text=words, message=2), NOW)
    assert (before.state, False) == (taken.conversation.state, taken.forget)
    assert texts.KEPT in told(taken)


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (Commanded(name="overview", argument="", message=2), "overview"),
        (FORGET, "forgetting"),
        (Commanded(name="mydata", argument="", message=2), "forgetting"),
        (Wrote(text="Why?", message=2), "forgetting"),
        (Revised(text="Other words", message=3), "forgetting"),
        (Chose(press=None, message=2), "asking"),
        (Chose(press=Press(draft=1, keyboard_version=0, about="", action="overview"), message=2), "overview"),
    ],
)
def test_anything_else_at_the_page(given: Input, at: str) -> None:
    """Other commands and buttons leave the page; words change nothing."""
    taken = step(asked(begun()), given, NOW)
    assert (at, False, begun().drafts[0].answers) == (
        taken.conversation.state.at,
        taken.forget,
        taken.conversation.drafts[0].answers,
    )


def test_second_tap_deletes_what_it_left_behind() -> None:
    """A second press finds a new conversation, begins nothing in it, and erases it as well."""
    page = asked(begun())
    tap = pressed(page, texts.DELETE)
    taken = step(step(page, tap, NOW).conversation, tap, NOW)
    assert (Conversation(), True) == (taken.conversation, taken.forget)


def test_old_button_deletes_nothing() -> None:
    """The button of an earlier page does nothing in the middle of a practice."""
    tap = pressed(asked(begun()), texts.DELETE)
    taken = step(begun(), tap, NOW)
    assert (begun().drafts, False) == (taken.conversation.drafts, taken.forget)


def test_new_practice_gets_a_number_that_was_never_given() -> None:
    """If only the second of three practices stays, the next one after new consent is the fourth."""
    first, second, third = (approved().model_copy(update={"number": number}) for number in (1, 2, 3))
    others = [draft.model_copy(update={"status": "submitted"}) for draft in (first, third)]
    page = asked(filled().model_copy(update={"drafts": (others[0], second, others[1])}))
    after = step(page, pressed(page, texts.DELETE), NOW).conversation
    new = Commanded(name="new", argument="", message=1)
    agreed = step(after, Wrote(text="I agree", message=2), NOW).conversation
    assert (None, [2], [2, 4]) == (
        after.consent,
        [draft.number for draft in step(after, new, NOW).conversation.drafts],
        [draft.number for draft in step(agreed, new, NOW).conversation.drafts],
    )


def approved() -> Draft:
    """Return an approved practice with everything that one can have."""
    first = handed_in("submitted", comment(1, "description.description", "Say who."))
    parts = {"parts": (Part(message=5, text="as it was typed"),)}
    answers = {path: answer.model_copy(update=parts) for path, answer in first.answers.items()}
    at = NOW + timedelta(days=1)
    log = (
        *first.review.log,
        Entry(at=at, move="revise", words="a revision"),
        Entry(at=at, move="approve", by=MEMBER, words="good"),
    )
    changes = {
        "status": "approved",
        "answers": answers | {"name.name": answers["name.name"].model_copy(update={"value": "Not sent yet"})},
        "filed": {5: "name.name"},
        "advice": {"description.description": "Advice"},
        "left": COLLECTING,
        "versions": (*first.versions, Version(at=at, answers=answers)),
        "review": first.review.model_copy(update={"log": log}),
    }
    return first.model_copy(update=changes)


def test_what_stays_of_an_approved_practice() -> None:
    """The last version stays with its dates; messages, proposals, comments and earlier versions go."""
    before, after = approved(), published(approved())
    assert (before.versions[-1].answers["name.name"].value, ()) == (
        after.answers["name.name"].value,
        after.answers["name.name"].parts,
    )
    assert (after.answers, {}, {}, None) == (after.versions[0].answers, after.filed, after.advice, after.left)
    assert ((), ["hand in", "revise", "approve"], [""] * 3) == (
        after.review.comments,
        [entry.move for entry in after.review.log],
        [entry.words for entry in after.review.log],
    )
    assert (before.reference, before.submitted_at, before.decided_at, 1) == (
        after.reference,
        after.submitted_at,
        after.decided_at,
        len(after.versions),
    )


def test_approved_practice_stays_or_is_taken_along() -> None:
    """An approved practice stays or goes, as its author chooses; the button says what it does."""
    on = bed(approved())
    author = on.talker("Anna")
    page = does(author, "/forget")
    along = does(author, "[Withdraw RAN-2026-0001 too]")
    back = does(author, "[Let RAN-2026-0001 stay]")
    assert ("it is approved and published" in page, "is withdrawn and deleted too" in along, page) == (True, True, back)

    said = does(author, "[Delete everything]")
    assert ("RAN-2026-0001 stays published" in said, published(approved()).answers) == (True, draft_of(on).answers)
    assert (Choosing(), 1) == (author.conversation.state, author.conversation.hand)

    does(author, "/forget", "[Withdraw RAN-2026-0001 too]", "[Delete everything]")
    assert Conversation() == author.conversation


def test_forgotten_from_outside() -> None:
    """An erasure from outside keeps or withdraws published practices, as the caller says."""
    conversation = filled().model_copy(update={"drafts": (approved(),), "state": Submitted()})
    kept = erasure.forgotten_from_outside(conversation, NOW, NoRepository(), withdraw=False)
    gone = erasure.forgotten_from_outside(conversation, NOW, NoRepository(), withdraw=True)
    assert ((published(approved()),), Conversation(), True) == (
        kept.conversation.drafts,
        gone.conversation,
        kept.forget and gone.forget,
    )


def test_several_stay() -> None:
    """Several practices that stay are named together."""
    assert texts.published(["A", "B"]).startswith("A, B stay published; /drafts leads to them")


def test_choice_counts_at_its_page_alone() -> None:
    """The choice of practices works on its page only."""
    context = Context(begun(), NOW)
    erasure.take_along(context, 1, goes=True)
    assert begun().state == context.state


@pytest.mark.parametrize(
    ("status", "claimed", "notifications"),
    [
        ("submitted", True, 1),
        ("changes_requested", True, 1),
        ("submitted", False, 0),
        ("declined", True, 0),
        ("draft", False, 0),
    ],
)
def test_coordinator_hears_of_what_they_are_on(status: str, claimed: bool, notifications: int) -> None:  # noqa: FBT001 - a case
    """The reviewing coordinator is told the reference, and nothing of the content."""
    on = bed(handed_in(status, claimed=claimed))  # type: ignore[arg-type] # statuses all
    author = on.talker("Anna")
    does(author, "/forget", "[Delete everything]")
    expected = [(CORA, texts.notify_gone("RAN-2026-0001"))] * notifications
    assert expected == [(notification.to, notification.reply.text) for notification in author.notifications]


def test_those_who_publish_hear_of_what_is_withdrawn() -> None:
    """Coordinators who have a chat are told the reference of a published practice to take out."""
    on = bed(approved())
    author = on.talker("Anna")
    does(on.talker("Cora"), "/queue")
    does(author, "/forget", "[Withdraw RAN-2026-0001 too]", "[Delete everything]")
    assert [(CORA, texts.notify_unpublished("RAN-2026-0001"))] == [
        (notification.to, notification.reply.text) for notification in author.notifications
    ]


@pytest.mark.parametrize(
    ("who", "says", "says_not"),
    [
        ("Anna", [], [texts.REVIEWS_STAY, texts.LAST_ADMIN]),
        ("Cora", [texts.ROLE_GOES["coordinator"], texts.REVIEWS_STAY], [texts.LAST_ADMIN, texts.BY_SETTINGS]),
        ("Ada", [texts.BY_SETTINGS, texts.REVIEWS_STAY], [texts.LAST_ADMIN]),
    ],
)
def test_page_of_those_with_a_role(who: str, says: list[str], says_not: list[str]) -> None:
    """People with a role read what happens to it."""
    page = does(CoreTestBed().talker(who), "/forget")
    assert (says, []) == ([line for line in says if line in page], [line for line in says_not if line in page])


def test_last_admin_is_told() -> None:
    """The last admin is told that no admin will be left, and can still delete everything."""
    on = CoreTestBed()
    registry = on.collection.registry
    registry.people.pop(9001)
    registry.roles.pop(9001)
    registry.appoint(CORA, "admin", NOW)
    cora = on.talker("Cora")
    assert texts.LAST_ADMIN in does(cora, "/forget")
    assert does(cora, "[Delete everything]").startswith(texts.DELETED)

    registry.appoint(CORA, "admin", NOW)
    registry.appoint(2002, "admin", NOW)
    assert texts.LAST_ADMIN not in does(cora, "/forget")


NAMESAKE = Member(user=2003, name="Cora Coordinator")


def desk_draft() -> Draft:
    """Return a draft with Cora in every part of its review, beside another coordinator."""
    other = Member(user=2002, name="Carl Coordinator")
    draft = handed_in("submitted", comment(1, "description.description", "Say who."))
    outcome = released(draft, other, NOW)
    assert outcome is not None
    review = outcome[0].review
    held = (Entry(at=NOW, move="claim", by=MEMBER), *outcome[0].review.log[1:])
    seen = (
        Seen(by=MEMBER, first=NOW, last=NOW, version=1, before=0),
        Seen(by=other, first=NOW, last=NOW, version=1, before=0),
    )
    log = (
        *held,
        Entry(at=NOW, move="claim", by=NAMESAKE),
        Entry(at=NOW, move="let go", by=other, words=f"Cora Coordinator {RELEASED}"),
        Entry(at=NOW, move="take over", by=MEMBER),
        Entry(at=NOW, move="let go", by=MEMBER),
        Entry(at=NOW, move="decline", by=other, words="Cora is ill"),
    )
    again = review.model_copy(update={"claim": Claim(by=MEMBER, since=NOW), "seen": seen, "log": log})
    return outcome[0].model_copy(update={"review": again})


def test_coordinator_is_taken_out_of_a_review() -> None:
    """An erased coordinator's words stay, without name and number; others stay, even of the same name."""
    after = unnamed(desk_draft(), CORA)
    written = after.model_dump_json()
    assert (2, False, True) == (
        written.count("Cora Coordinator"),
        str(CORA) in written,
        "Carl Coordinator" in written,
    )
    assert (SOMEBODY_GONE, "Say who.") == (after.review.comments[0].by, after.review.comments[0].text)
    assert [f"a coordinator {RELEASED}", f"Cora Coordinator {RELEASED}", "Cora is ill"] == [
        entry.words for entry in after.review.log if entry.words
    ]
    assert handed_in(claimed=False) == unnamed(handed_in(claimed=False), CORA)


def test_coordinator_is_taken_out_of_a_deleted_draft() -> None:
    """A draft that Undo can bring back loses an erased coordinator's name; without that name it stays as it is."""
    on = bed(handed_in("draft"))
    does(on.talker("Cora"), "/queue", "[Status]", "[Drafts in progress]", "[Open Door: mentoring after prison]", "1")
    does(on.talker("Anna"), "/drafts", "[Delete 1]")
    before = on.talker("Anna").conversation
    after = unnamed_in_undo(before, CORA)
    assert ("Cora" in before.model_dump_json(), "Cora" in after.model_dump_json()) == (True, False)
    assert after is unnamed_in_undo(after, CORA)


def test_coordinator_is_taken_out_of_the_history() -> None:
    """Events lose an erased coordinator's number, and one sentence the name; nothing else changes."""
    released_words = f"Cora Coordinator {RELEASED}"
    events = (
        Moved(draft=1, move="claim", by=CORA),
        Moved(draft=2, move="claim", by=NAMESAKE.user),
        Moved(draft=1, move="let go", by=5, words=released_words),
        Moved(draft=2, move="let go", by=CORA, words=released_words),
        Moved(draft=3, move="let go", by=5, words=released_words),  # who was on it is not known any more
        Commented(draft=1, question="name.name", comment=1, by=CORA, weight="must fix", state="open", text="Say who."),
        Read(draft=1, by=CORA, version=1),
        Read(draft=1, by=5, version=1),
        Moved(draft=1, move="decline", by=5, words="Cora is ill"),
        Skipped(draft=1, question="name.name"),
    )
    changes: dict[int, dict[str, object]] = {
        0: {"by": 0},
        2: {"words": f"a coordinator {RELEASED}"},
        3: {"by": 0},
        4: {"words": f"a coordinator {RELEASED}"},
        5: {"by": 0},
        6: {"by": 0},
    }
    assert [event.model_copy(update=changes.get(n, {})) for n, event in enumerate(events)] == [
        *unnamed_events(events, CORA)
    ]


def test_files_are_sent_back() -> None:
    """/mydata files sends each file of all versions once under each of its names, or says that there are none."""
    one = Attachment(question="deliverables.deliverables", name="a.pdf", sha256="ab", size=1, message=1, at=NOW)
    two = one.model_copy(update={"name": "b.pdf", "sha256": "cd"})
    draft = handed_in()
    version = draft.versions[0].model_copy(update={"attachments": (one, two)})
    conversation = filled().model_copy(
        update={
            "drafts": (draft.model_copy(update={"attachments": (one,), "versions": (version,)}),),
            "state": Submitted(),
        }
    )
    taken = step(conversation, Commanded(name="mydata", argument=" Files ", message=1), NOW)
    documents = [reply.document for reply in taken.replies if reply.document]
    assert [MyFile(sha256="ab", name="a.pdf"), MyFile(sha256="cd", name="b.pdf")] == documents
    assert "You have sent 2 files" in told(step(conversation, Commanded(name="mydata", argument="", message=1), NOW))
    assert texts.NO_FILES in told(step(begun(), Commanded(name="mydata", argument="files", message=1), NOW))


def test_my_data_begins_nothing() -> None:
    """A new person gets their data, and no practice is begun."""
    taken = step(Conversation(), Commanded(name="mydata", argument="", message=1), NOW)
    assert ((), New(), 2) == (
        taken.conversation.drafts,
        taken.conversation.state,
        sum(reply.document is not None for reply in taken.replies),
    )


def test_place_in_a_draft_is_remembered_while_asked() -> None:
    """During the question, the current draft remembers its state."""
    page = asked(begun())
    assert (Forgetting(), True) == (page.state, isinstance(page.drafts[0].left, Asking))


OTHERS_PAGE = AtOffice(page=OnePerson(user=7))

MY_PAGES = [AtOffice(page=OnePerson(user=8)), AtOffice(page=Changing(user=8, role="admin"))]


@pytest.mark.parametrize("state", [New(), OTHERS_PAGE, AtOffice(page=Audit()), Forgetting(), Forgetting(before=New())])
def test_page_of_somebody_else_stays_open(state: State) -> None:
    """Only pages about the erased person are closed, and other buttons are remembered."""
    conversation = Conversation(state=state, pressed="10 8|4|7|give|8")
    assert conversation == unopened(conversation, 8)


def test_open_search_is_emptied() -> None:
    """Its words may be the name of the erased person; other pages of the review stay."""
    places = [
        AtDesk(page=Finding(words="Nadia")),
        Forgetting(before=AtDesk(page=Finding(words="Nadia"))),
        AtDesk(page=Queue()),
    ]
    empty = AtDesk(page=Finding())
    assert [empty, Forgetting(before=empty), AtDesk(page=Queue())] == [
        unopened(Conversation(state=state), 8).state for state in places
    ]


@pytest.mark.parametrize("page", MY_PAGES)
def test_page_of_who_leaves_is_closed(page: AtOffice) -> None:
    """An admin who had the person's page open is at the list of people, also behind the question of ``/forget``."""
    people = AtOffice(page=People())
    places = {page: people, Forgetting(before=page): Forgetting(before=people)}
    assert [Conversation(state=after) for after in places.values()] == [
        unopened(Conversation(state=before, pressed="10 0|4|8|give|0"), 8) for before in places
    ]
