"""Questions of authors to the coordinators: sent, replied to, replied to again, and kept with the draft."""

from support.core_review import draft_of
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import ADMIN, COORDINATORS, Act, Said, parse, play
from conversations.dialogue.events import Enquired
from conversations.dialogue.review_record import SOMEBODY_GONE
from conversations.filling import review_texts
from conversations.privacy.erasure import unnamed, unnamed_events
from conversations.review import enquiries, texts

ASKED = ("> /start", "> Open Door", "> Do you take schools?", "> [Ask the coordinators]")

REPLIED = (*ASKED, "Cora> (replies to The author of) Yes, schools too.")

AGAIN = (*REPLIED, "> (replies to replies to your question) Kindergartens?")


async def staged(*acts: str) -> CoreTestBed:
    """Play some acts."""
    stage = CoreTestBed()
    await play(parse("\n".join(acts)), stage)
    return stage


def alone() -> CoreTalker:
    """Talk with nobody at the desk, up to a question for the coordinators."""
    one = CoreTalker()
    for act in ("/start", "Open Door", "Do you take schools?"):
        one.do(Act("says", act))
    return one


async def test_question_is_kept_with_the_draft() -> None:
    """The draft keeps what was asked, at which question and when, and what was replied, by whom."""
    stage = await staged(*AGAIN)
    (enquiry,) = draft_of(stage).review.enquiries
    told = [(said.by and said.by.name, said.text, said.at) for said in enquiry.said]
    now = stage.talker("Anna").now
    assert ("description.description", 1) == (enquiry.question, enquiry.number)
    assert [
        (None, "Do you take schools?", now),
        ("Cora Coordinator", "Yes, schools too.", now),
        (None, "Kindergartens?", now),
    ] == told


async def test_question_goes_to_all_who_review() -> None:
    """Each coordinator and admin gets it, and the author's words stand beside whose they are."""
    stage = await staged(*ASKED[:-1])
    author = stage.talker("Anna")
    author.do(Act("presses", "Ask the coordinators"))
    assert [(user, (1001,)) for user in sorted((*COORDINATORS, ADMIN))] == sorted(
        (notification.to, notification.reply.holds) for notification in author.notifications
    )


async def test_events_of_a_question() -> None:
    """The history has every word of it, with whose it was."""
    stage = await staged(*REPLIED)
    events = [event for user in ("Anna", "Cora") for event in stage.talker(user).events if isinstance(event, Enquired)]
    assert [(1001, "Do you take schools?"), (2001, "Yes, schools too.")] == [(one.by, one.text) for one in events]


async def test_reply_leaves_the_coordinator_where_they_are() -> None:
    """A coordinator who fills in a practice of their own stays at their question."""
    stage = await staged("Cora> /new", *ASKED)
    before = stage.talker("Cora").conversation.state
    shown = stage.talker("Cora").do(Act("replies", "Yes.", "The author of"))
    assert (before, ["Sent to the author."]) == (
        stage.talker("Cora").conversation.state,
        [one.text for one in shown if isinstance(one, Said)],
    )


async def test_reply_by_somebody_who_reviews_no_more() -> None:
    """Without the role a reply is no reply."""
    stage = await staged(*ASKED)
    stage.collection.registry.appoint(2001, "practitioner", stage.talker("Cora").now)
    stage.talker("Cora").do(Act("replies", "Yes.", "The author of"))
    assert 1 == len(draft_of(stage).review.enquiries[0].said)


def test_question_without_a_coordinator() -> None:
    """Where nobody reviews the question is kept, and the author is told."""
    one = alone()
    (said,) = (shown for shown in one.do(Act("presses", "Ask the coordinators")) if isinstance(shown, Said))
    assert (texts.NO_COORDINATOR, 1, []) == (
        said.text.split("\n")[0],
        len(one.conversation.drafts[0].review.enquiries),
        one.notifications,
    )


def test_questions_have_an_end() -> None:
    """So many questions go out from one practice, and no more."""
    one = alone()
    for _ in range(enquiries.MOST):
        one.do(Act("presses", "Ask the coordinators"))
        one.do(Act("says", "And what else?"))
    (said,) = (shown for shown in one.do(Act("presses", "Ask the coordinators")) if isinstance(shown, Said))
    assert ("You have sent 20 questions", enquiries.MOST) == (
        said.text[:26],
        len(one.conversation.drafts[0].review.enquiries),
    )


async def test_replies_have_an_end() -> None:
    """Both sides can write so often about one question; then they are told that it is closed."""
    stage = await staged(*REPLIED)
    author = stage.talker("Anna")
    every = [author.do(Act("replies", "And?", "replies to your question")) for _ in range(enquiries.MOST_SAID)]
    said = every[-1][-1]
    assert isinstance(said, Said)
    assert (review_texts.ENQUIRY_CLOSED, enquiries.MOST_SAID) == (
        said.text.split("\n")[0],
        len(draft_of(stage).review.enquiries[0].said),
    )


async def test_coordinator_who_is_forgotten() -> None:
    """What a coordinator replied stays, in the draft and its history, without who it was."""
    stage = await staged(*REPLIED)
    said = unnamed(draft_of(stage), 2001).review.enquiries[0].said
    (event,) = unnamed_events([one for one in stage.talker("Cora").events if isinstance(one, Enquired)], 2001)
    assert isinstance(event, Enquired)
    assert ((SOMEBODY_GONE, "Yes, schools too."), (0, "Yes, schools too.")) == (
        (said[1].by, said[1].text),
        (event.by, event.text),
    )
