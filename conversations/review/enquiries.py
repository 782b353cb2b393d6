"""Enquiries: an author's questions to the coordinators, and the replies. Each goes to the other side at once.

The button under each message has the number of the enquiry, so that a Telegram reply to the message finds it.
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
from conversations.form.texts import shortened
from conversations.review import note_texts, notes, texts
from conversations.review.navigation import lasting_button
from conversations.review.notifications import ROOM

MOST = 20
"""How many questions an author can ask about one practice; each is a message to every coordinator."""

MOST_SAID = 50
"""How many messages both sides together can write about one question."""


def ask(context: Context, asked: Asked, parts: tuple[Part, ...]) -> None:
    """Save an author's question with the draft and send it to the coordinators."""
    draft = context.draft
    if len(draft.review.enquiries) >= MOST:
        context.say(texts.too_many_asked(MOST, context.repository.operator.contact))
        return
    enquiry = Enquiry(number=len(draft.review.enquiries) + 1, question=asked.path, said=())
    _send_to_coordinators(context, draft, enquiry, Part(message=parts[-1].message, text=joined(parts)))


def ask_again(context: Context, draft: Draft, number: int, part: Part) -> None:
    """Save the author's answer to a coordinator's reply and send it; the author's state does not change."""
    enquiry = draft.review.enquiry(number)
    if enquiry is None or len(enquiry.said) >= MOST_SAID:
        context.say(review_texts.ENQUIRY_CLOSED)
        return
    _send_to_coordinators(context, draft, enquiry, part)


def _send_to_coordinators(context: Context, draft: Draft, enquiry: Enquiry, part: Part) -> None:
    """Save the author's text, and send it to all coordinators; the author may be one of them."""
    me = context.repository.me
    said = Said(text=part.text, message=part.message, at=context.now)
    asked = enquiry.model_copy(update={"said": (*enquiry.said, said)})
    context.keep(_with(draft, asked))
    context.happened(_event(draft, asked, me.user, part.text))
    number = context.repository.number_of(draft.number)
    coordinators = [one for one in context.repository.readers() if one.user != me.user] if number is not None else []
    for one in coordinators:
        submission = Submission(number or 0, me.user, draft)
        context.write_to(one.user, _to_coordinator(submission, asked))
    context.say(texts.SENT_TO_COORDINATORS if coordinators else texts.NO_COORDINATOR)


def replied(context: Context, submission: Submission, press: Press, part: Part) -> None:
    """Save a coordinator's reply to an author's question, and send it to the author and the other coordinators."""
    draft, me = submission.draft, context.repository.me
    enquiry = draft.review.enquiry(press.index)
    if enquiry is None or len(enquiry.said) >= MOST_SAID:
        context.say(note_texts.ENQUIRY_CLOSED)
        notes.keep(context, part, submission)
        return
    said = Said(text=part.text, message=part.message, at=context.now, by=me)
    changed = enquiry.model_copy(update={"said": (*enquiry.said, said)})
    context.handle(submission, _with(draft, changed), _event(draft, changed, me.user, part.text))
    context.write_to(submission.author, _to_author(draft, changed))
    for one in context.repository.readers():
        if one.user not in {me.user, submission.author}:
            context.write_to(one.user, _to_coordinator(submission, changed))
    _confirm(context, review_texts.SENT_TO_AUTHOR)


def _confirm(context: Context, words: str) -> None:
    """Send a message of its own; the coordinator's page stays as it is."""
    context.tell(Reply(lines=(Line(text=words),)))
    context.silent = True


def _with(draft: Draft, enquiry: Enquiry) -> Draft:
    every = {one.number: one for one in draft.review.enquiries} | {enquiry.number: enquiry}
    return with_review(draft, enquiries=tuple(every.values()))


def _event(draft: Draft, enquiry: Enquiry, by: int, text: str) -> Enquired:
    return Enquired(draft=draft.number, question=enquiry.question, enquiry=enquiry.number, by=by, text=text)


def _question(draft: Draft, enquiry: Enquiry) -> str:
    asked = asked_at(enquiry.question)
    return completion.label(asked, draft.values) if asked else ""


def _to_coordinator(submission: Submission, enquiry: Enquiry) -> Reply:
    """Write the last message of an enquiry to a coordinator: the author's, or another coordinator's."""
    last, title, question = enquiry.said[-1], heading(submission.draft), _question(submission.draft, enquiry)
    if last.by is None:
        head = Line(text=review_texts.enquiry(title, question, again=len(enquiry.said) > 1))
    else:
        head = Line.naming(lambda by: review_texts.enquiry_replied_by(by, title, question), last.by)
    lines = (head, Line(text=_cut(last.text), style="quote"), _asked(enquiry))
    hint = (Line(text=review_texts.REPLY_TO_ENQUIRY, style="italic"),) if last.by is None else ()
    row = (lasting_button(review_texts.READ_PRACTICE, "read", submission.number, index=enquiry.number),)
    return Reply(lines=(*filter(None, lines), *hint), rows=(row,), holds=(submission.author,))


def _to_author(draft: Draft, enquiry: Enquiry) -> Reply:
    """Write a coordinator's reply to the author."""
    last, title, question = enquiry.said[-1], name(draft), _question(draft, enquiry)
    lines = (
        Line.naming(lambda by: review_texts.enquiry_reply(by, title, question), last.by),
        Line(text=_cut(last.text), style="quote"),
        Line(text=review_texts.REPLY_AGAIN, style="italic"),
    )
    row = (lasting_button(review_texts.TO_PRACTICE, "look", draft.number, index=enquiry.number),)
    return Reply(lines=lines, rows=(row,))


def _asked(enquiry: Enquiry) -> Line | None:
    """Repeat the beginning of the author's message before."""
    before = [said for said in enquiry.said[:-1] if said.by is None]
    return Line(text=review_texts.enquiry_before(shortened(before[-1].text, 180))) if before else None


def _cut(text: str) -> str:
    """Cut a text so that it fits into a message; its lines stay as they are."""
    return text if len(text) <= ROOM else f"{text[: ROOM - 1].rstrip()}…"
