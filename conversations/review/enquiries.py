"""What authors ask the coordinators, and the replies: each goes to the other side at once, and is kept with the draft.

A letter's button carries the number of the enquiry, so that a Telegram reply to the letter is known as one to it.
"""

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Enquired
from conversations.dialogue.inputs import Press
from conversations.dialogue.parts import joined
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Enquiry, Said
from conversations.dialogue.reviews import heading, name, with_review
from conversations.dialogue.state import Part
from conversations.filling import review_texts
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.review import notifications, texts
from conversations.review.texts import NO_COORDINATOR, SENT_TO_COORDINATORS, too_many_asked

MOST = 20
"""Questions that an author can ask about one practice: each is a message to every coordinator."""

MOST_SAID = 50
"""Words of both sides about one of them."""


def ask(context: Context, asked: Asked, parts: tuple[Part, ...]) -> None:
    """Keep a question with the draft, and send it to those who review."""
    draft = context.draft
    if len(draft.review.enquiries) >= MOST:
        context.say(too_many_asked(MOST, context.desk.operator.contact))
        return
    enquiry = Enquiry(number=len(draft.review.enquiries) + 1, question=asked.path, said=())
    _say(context, draft, enquiry, Part(message=parts[-1].message, text=joined(parts)))


def ask_again(context: Context, draft: Draft, number: int, part: Part) -> None:
    """Take the author's reply to a coordinator's reply; the person stays where they are."""
    enquiry = draft.review.enquiry(number)
    if enquiry is None or len(enquiry.said) >= MOST_SAID:
        context.say(review_texts.ENQUIRY_CLOSED)
        return
    _say(context, draft, enquiry, part)


def _say(context: Context, draft: Draft, enquiry: Enquiry, part: Part) -> None:
    """Keep the author's words, and send them to all who review but the author."""
    me = context.desk.me
    said = Said(text=part.text, message=part.message, at=context.now)
    asked = enquiry.model_copy(update={"said": (*enquiry.said, said)})
    context.keep(_with(draft, asked))
    context.happened(_event(draft, asked, me.user, part.text))
    number = context.desk.number_of(draft.number)
    coordinators = [one for one in context.desk.readers() if one.user != me.user] if number is not None else []
    for one in coordinators:
        submission = Submission(number or 0, me.user, draft)
        context.write_to(one.user, notifications.enquiry(submission, heading(draft), _question(draft, asked), asked))
    context.say(SENT_TO_COORDINATORS if coordinators else NO_COORDINATOR)


def replied(context: Context, submission: Submission, press: Press, part: Part) -> None:
    """Take a coordinator's reply to an author's question: the author gets it, and the others hear of it."""
    draft, me = submission.draft, context.desk.me
    enquiry = draft.review.enquiry(press.index)
    if enquiry is None or len(enquiry.said) >= MOST_SAID:
        _confirm(context, texts.CHANGED_MEANWHILE)
        return
    said = Said(text=part.text, message=part.message, at=context.now, by=me)
    changed = enquiry.model_copy(update={"said": (*enquiry.said, said)})
    context.handle(submission, _with(draft, changed), _event(draft, changed, me.user, part.text))
    context.write_to(
        submission.author, notifications.enquiry_replied(draft, name(draft), _question(draft, changed), changed, me)
    )
    for one in context.desk.readers():
        if one.user not in {me.user, submission.author}:
            context.write_to(
                one.user, notifications.enquiry(submission, heading(draft), _question(draft, changed), changed)
            )
    _confirm(context, review_texts.SENT_TO_AUTHOR)


def _confirm(context: Context, words: str) -> None:
    """Say it in a message of its own: the coordinator stays where they are."""
    context.tell(Reply(lines=(Line(text=words),)))
    context.silent = True


def _with(draft: Draft, enquiry: Enquiry) -> Draft:
    every = {one.number: one for one in draft.review.enquiries} | {enquiry.number: enquiry}
    return with_review(draft, enquiries=tuple(every.values()))


def _event(draft: Draft, enquiry: Enquiry, by: int, text: str) -> Enquired:
    return Enquired(draft=draft.number, question=enquiry.question, enquiry=enquiry.number, by=by, text=text)


def _question(draft: Draft, enquiry: Enquiry) -> str:
    """Name the question of the form at which it was asked."""
    asked = asked_at(enquiry.question)
    return completion.label(asked, draft.values) if asked else ""
