"""Questions of an author to the coordinators, as they stand with a submission."""

from datetime import timedelta

from support.core_review import CARL, bed, draft_of, forged, handed_in, press
from support.core_talker import CoreTalker, CoreTestBed

from conversations.diagram import NOW
from conversations.dialogue.conversation import Draft
from conversations.dialogue.replies import Reply
from conversations.dialogue.review_record import Enquiry, Member, Said
from conversations.dialogue.reviews import with_review

CARLS = Member(user=CARL, name="Carl Coordinator")


def enquiry(number: int, *words: str | Said) -> Enquiry:
    """Make a question about the description, with the author's words an hour apart, and what others said."""
    said = [
        one if isinstance(one, Said) else Said(text=one, message=n, at=NOW + timedelta(hours=n))
        for n, one in enumerate(words)
    ]
    return Enquiry(number=number, question="description.description", said=tuple(said))


def reply(text: str, by: Member = CARLS) -> Said:
    """Make a coordinator's reply."""
    return Said(text=text, message=99, at=NOW + timedelta(hours=1), by=by)


def asking(*asked: Enquiry) -> CoreTestBed:
    """Make a test bed with a submission whose author has asked these questions."""
    return bed(with_review(handed_in(claimed=False), enquiries=asked))


def labels(talker: CoreTalker) -> list[list[str]]:
    """List the buttons that were shown last."""
    return [[button.label for button in row] for row in talker.replies[max(talker.replies)].rows]


def sent(talker: CoreTalker) -> list[tuple[int, Reply]]:
    """List the messages to others."""
    return [(one.to, one.reply) for one in talker.notifications]


def enquiries_of(on: CoreTestBed) -> tuple[Enquiry, ...]:
    """Return all questions of the author as they are now."""
    return draft_of(on).review.enquiries


def opened(on: CoreTestBed, who: str = "Cora", number: int = 1) -> CoreTalker:
    """Open a question by the button of the message that told of it."""
    talker = on.talker(who)
    press(talker, forged("question", index=number))
    return talker


def put(on: CoreTestBed, *drafts: Draft) -> None:
    """Give Anna these drafts."""
    anna = on.talker("Anna")
    anna.conversation = anna.conversation.model_copy(update={"drafts": drafts})
