"""Enquiries: an author's questions to the coordinators, and the replies. Each goes to the other side at once.

The button under each message has the number of the enquiry, so that a Telegram reply to the message finds it.
"""

from functools import partial

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Note
from conversations.dialogue.events import Enquired
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import cut_well
from conversations.dialogue.pages import Answering
from conversations.dialogue.parts import joined
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Enquiry, Said
from conversations.dialogue.reviews import heading, name, with_review
from conversations.dialogue.state import Part
from conversations.filling import review_texts, role_texts
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.form.texts import shortened
from conversations.review import note_texts, notes, question_texts
from conversations.review.navigation import lasting_button, open_page
from conversations.review.notifications import ROOM

MOST = 20
"""How many questions an author can ask about one practice; each is a message to every coordinator."""

MOST_SAID = 50
"""How many messages both sides together can write about one question."""


def ask(context: Context, asked: Asked, parts: tuple[Part, ...]) -> None:
    """Save an author's question with the draft and send it to the coordinators."""
    draft = context.draft
    if len(draft.review.enquiries) >= MOST:
        context.say(role_texts.too_many_asked(MOST, context.repository.operator.contact))
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
    asked = enquiry.model_copy(update={"said": (*enquiry.said, said), "closed": None})
    context.keep(with_enquiry(draft, asked))
    context.happened(_event(draft, asked, me.user, part.text))
    number = context.repository.number_of(draft.number)
    coordinators = [one for one in context.repository.readers() if one.user != me.user] if number is not None else []
    submission = Submission(number or 0, me.user, draft)
    for one in coordinators:
        context.write_to_desk(one.user, lambda: _to_coordinator(submission, asked))
    context.say(role_texts.SENT_TO_COORDINATORS if coordinators else role_texts.NO_COORDINATOR)


def replied(context: Context, submission: Submission, press: Press, part: Part) -> None:
    """Send a coordinator's reply to the message that told of a question; if another one has answered, ask first."""
    enquiry = submission.draft.review.enquiry(press.index)
    if enquiry is None:
        context.say(question_texts.GONE)
        notes.keep(context, part, submission)
    elif first := answered_by_another(context, enquiry, len(enquiry.said) - 1):
        hold(context, submission, enquiry, notes.begin(context, part, submission), first)
    elif send(context, submission, enquiry, part):
        context.tell(Reply(lines=(Line(text=review_texts.SENT_TO_AUTHOR),)))  # the coordinator's page stays as it is
        context.silent = True
    else:
        notes.keep(context, part, submission)


def answered_by_another(context: Context, enquiry: Enquiry, known: int) -> Said | None:
    """Find what another coordinator has replied, after the first ``known`` messages of the talk."""
    me = context.repository.me.user
    return next((said for said in reversed(enquiry.said[known:]) if said.by and said.by.user != me), None)


def hold(context: Context, submission: Submission, enquiry: Enquiry, note: Note, first: Said | None = None) -> None:
    """Show a reply before it is sent; ``first`` is the reply of another coordinator that came before it."""
    if first is not None:
        context.say(Line.naming(lambda by: question_texts.answered_by(by, first.text), first.by))
    page = Answering(submission=submission.number, enquiry=enquiry.number, known=len(enquiry.said), note=note.number)
    open_page(context, page)


def send(context: Context, submission: Submission, enquiry: Enquiry, part: Part) -> bool:
    """Save a coordinator's reply, and send it to the author and the other coordinators; false if it is one too many."""
    draft, me = submission.draft, context.repository.me
    if len(enquiry.said) >= MOST_SAID:
        context.say(note_texts.ENQUIRY_CLOSED)
        return False
    said = Said(text=part.text, message=part.message, at=context.now, by=me)
    changed = enquiry.model_copy(update={"said": (*enquiry.said, said), "claim": None, "closed": None})
    context.handle(submission, with_enquiry(draft, changed), _event(draft, changed, me.user, part.text))
    *before, end = cut_well(part.text, ROOM)
    for piece in before:
        context.write_to_author(submission.author, partial(_piece_to_author, draft, changed, piece))
    context.write_to_author(submission.author, lambda: _end_to_author(draft, changed, end))
    for one in context.repository.readers():
        if one.user not in {me.user, submission.author}:
            context.write_to_desk(one.user, lambda: _to_coordinator(submission, changed))
    return True


def with_enquiry(draft: Draft, enquiry: Enquiry) -> Draft:
    """Store a new or changed enquiry."""
    every = {one.number: one for one in draft.review.enquiries} | {enquiry.number: enquiry}
    return with_review(draft, enquiries=tuple(every.values()))


def _event(draft: Draft, enquiry: Enquiry, by: int, text: str) -> Enquired:
    return Enquired(draft=draft.number, question=enquiry.question, enquiry=enquiry.number, by=by, text=text)


def question_of(draft: Draft, enquiry: Enquiry) -> str:
    """Name the question of the form at which the author asked."""
    asked = asked_at(enquiry.question)
    return completion.label(asked, draft.values) if asked else ""


def _to_coordinator(submission: Submission, enquiry: Enquiry) -> Reply:
    """Write the last message of an enquiry to a coordinator: the author's, or another coordinator's."""
    last, title, question = enquiry.said[-1], heading(submission.draft), question_of(submission.draft, enquiry)
    if last.by is None:
        head = Line(text=review_texts.enquiry(title, question, again=len(enquiry.said) > 1))
    else:
        head = Line.naming(lambda by: review_texts.enquiry_replied_by(by, title, question), last.by)
    lines = (head, Line(text=_cut(last.text), style="quote"), _asked(enquiry))
    hint = (Line(text=review_texts.REPLY_TO_ENQUIRY, style="italic"),) if last.by is None else ()
    row = (
        lasting_button(question_texts.OPEN, "question", submission.number, index=enquiry.number),
        lasting_button(review_texts.READ_PRACTICE, "read", submission.number, index=enquiry.number),
    )
    return Reply(lines=(*filter(None, lines), *hint), rows=(row,), holds=(submission.author,))


def _piece_to_author(draft: Draft, enquiry: Enquiry, text: str) -> Reply:
    """Write a piece of a coordinator's long reply to the author."""
    last, title, question = enquiry.said[-1], name(draft), question_of(draft, enquiry)
    head = Line.naming(lambda by: review_texts.enquiry_reply(by, title, question), last.by)
    return Reply(lines=(head, Line(text=text, style="quote")))


def _end_to_author(draft: Draft, enquiry: Enquiry, text: str) -> Reply:
    """Write a coordinator's reply to the author, or its last piece, which can be replied to."""
    piece = _piece_to_author(draft, enquiry, text)
    hint = Line(text=review_texts.REPLY_AGAIN, style="italic")
    row = (lasting_button(review_texts.TO_PRACTICE, "look", draft.number, index=enquiry.number),)
    return piece.model_copy(update={"lines": (*piece.lines, hint), "rows": (row,)})


def _asked(enquiry: Enquiry) -> Line | None:
    """Repeat the beginning of the author's message before."""
    before = [said for said in enquiry.said[:-1] if said.by is None]
    return Line(text=review_texts.enquiry_before(shortened(before[-1].text, 180))) if before else None


def _cut(text: str) -> str:
    """Cut a text so that it fits into a message; its lines stay as they are."""
    return text if len(text) <= ROOM else f"{text[: ROOM - 1].rstrip()}…"
