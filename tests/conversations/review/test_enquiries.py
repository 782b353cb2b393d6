"""Questions of authors to the coordinators: they are sent, answered and saved with the draft."""

from support.core_review import draft_of
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import ADMIN, COORDINATORS, Act, Said, parse, play
from conversations.dialogue.events import Enquired
from conversations.dialogue.review_record import SOMEBODY_GONE
from conversations.filling import review_texts, role_texts
from conversations.privacy.erasure import unnamed, unnamed_events
from conversations.review import enquiries

ASKED = ("> /start", "> Open Door", "> Do you take schools?", "> [Ask the coordinators]")

REPLIED = (*ASKED, "Cora> (replies to The author of) Yes, schools too.")

AGAIN = (*REPLIED, "> (replies to replies to your question) Kindergartens?")


async def staged(*acts: str) -> CoreTestBed:
    """Play some acts."""
    bed = CoreTestBed()
    await play(parse("\n".join(acts)), bed)
    return bed


def alone() -> CoreTalker:
    """Begin a form without any coordinator, up to a question for them."""
    one = CoreTalker()
    for act in ("/start", "Open Door", "Do you take schools?"):
        one.do(Act("says", act))
    return one


async def test_question_is_saved_with_the_draft() -> None:
    """The draft has the author's question, its place in the form, and all replies with time and name."""
    bed = await staged(*AGAIN)
    (enquiry,) = draft_of(bed).review.enquiries
    told = [(said.by and said.by.name, said.text, said.at) for said in enquiry.said]
    now = bed.talker("Anna").now
    assert ("description.description", 1) == (enquiry.question, enquiry.number)
    assert [
        (None, "Do you take schools?", now),
        ("Cora Coordinator", "Yes, schools too.", now),
        (None, "Kindergartens?", now),
    ] == told


async def test_question_goes_to_all_who_review() -> None:
    """Each coordinator and admin gets it, and the notification says whose text it holds."""
    bed = await staged(*ASKED[:-1])
    author = bed.talker("Anna")
    author.do(Act("presses", "Ask the coordinators"))
    assert [(user, (1001,)) for user in sorted((*COORDINATORS, ADMIN))] == sorted(
        (notification.to, notification.reply.holds) for notification in author.notifications
    )


async def test_events_of_a_question() -> None:
    """The history has each text with its writer."""
    bed = await staged(*REPLIED)
    events = [event for user in ("Anna", "Cora") for event in bed.talker(user).events if isinstance(event, Enquired)]
    assert [(1001, "Do you take schools?"), (2001, "Yes, schools too.")] == [(one.by, one.text) for one in events]


async def test_reply_does_not_change_the_coordinators_state() -> None:
    """A coordinator who fills in their own practice keeps the open question."""
    bed = await staged("Cora> /new", *ASKED)
    before = bed.talker("Cora").conversation.state
    shown = bed.talker("Cora").do(Act("replies", "Yes.", "The author of"))
    assert (before, ["Sent to the author."]) == (
        bed.talker("Cora").conversation.state,
        [one.text for one in shown if isinstance(one, Said)],
    )


async def test_reply_of_a_former_coordinator() -> None:
    """Without the role a reply goes nowhere."""
    bed = await staged(*ASKED)
    bed.collection.registry.appoint(2001, "practitioner", bed.talker("Cora").now)
    bed.talker("Cora").do(Act("replies", "Yes.", "The author of"))
    assert 1 == len(draft_of(bed).review.enquiries[0].said)


def test_question_without_a_coordinator() -> None:
    """Without a coordinator the question is saved, and the author is told."""
    one = alone()
    (said,) = (shown for shown in one.do(Act("presses", "Ask the coordinators")) if isinstance(shown, Said))
    assert (role_texts.NO_COORDINATOR, 1, []) == (
        said.text.split("\n")[0],
        len(one.conversation.drafts[0].review.enquiries),
        one.notifications,
    )


def test_number_of_questions_is_limited() -> None:
    """A practice can have 20 questions to the coordinators."""
    one = alone()
    for _ in range(enquiries.MOST):
        one.do(Act("presses", "Ask the coordinators"))
        one.do(Act("says", "And what else?"))
    (said,) = (shown for shown in one.do(Act("presses", "Ask the coordinators")) if isinstance(shown, Said))
    assert ("You have sent 20 questions", enquiries.MOST) == (
        said.text[:26],
        len(one.conversation.drafts[0].review.enquiries),
    )


async def test_number_of_replies_is_limited() -> None:
    """After 50 texts about one question it is closed, and the writer is told."""
    bed = await staged(*REPLIED)
    author = bed.talker("Anna")
    every = [author.do(Act("replies", "And?", "replies to your question")) for _ in range(enquiries.MOST_SAID)]
    said = every[-1][-1]
    assert isinstance(said, Said)
    assert (review_texts.ENQUIRY_CLOSED, enquiries.MOST_SAID) == (
        said.text.split("\n")[0],
        len(draft_of(bed).review.enquiries[0].said),
    )


async def test_replies_of_a_coordinator_whose_data_was_deleted() -> None:
    """The replies stay in the draft and its history, without the name."""
    bed = await staged(*REPLIED)
    said = unnamed(draft_of(bed), 2001).review.enquiries[0].said
    (event,) = unnamed_events([one for one in bed.talker("Cora").events if isinstance(one, Enquired)], 2001)
    assert isinstance(event, Enquired)
    assert ((SOMEBODY_GONE, "Yes, schools too."), (0, "Yes, schools too.")) == (
        (said[1].by, said[1].text),
        (event.by, event.text),
    )
