"""The pages of the authors' questions: the list of those that wait, one question, and the reply to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Note
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Lines, Rows, Screen, pack
from conversations.dialogue.pages import Answering, Question, Questions
from conversations.dialogue.parts import replaced
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import ON_A_PAGE, Submission
from conversations.dialogue.review_record import Claim, Enquiry, Said
from conversations.dialogue.reviews import heading, is_own, name
from conversations.dialogue.state import AtDesk, Part
from conversations.filling import review_texts
from conversations.review import enquiries, notes, question_texts, queue_texts, texts
from conversations.review.enquiries import question_of, with_enquiry
from conversations.review.navigation import (
    enquiry_button,
    lasting_button,
    open_page,
    page_button,
    page_turns,
    paired,
    submission_button,
)

Entry = tuple[Submission, Enquiry, int]
"""A question of a list, and how many more about its practice are left out behind it."""

MOST_OF_ONE = 3
"""Questions about one practice on a page of the list."""


def waiting_screen(context: Context, page: Questions) -> Screen:
    """Draw a page of the questions that wait, the oldest first."""
    listing = context.repository.asked(page.leaf)
    if page.leaf and not listing.submissions:  # the list has become shorter since the button was shown
        return waiting_screen(context, page.model_copy(update={"leaf": page.leaf - 1}))
    found = listing.submissions[:ON_A_PAGE]
    shown = [context.as_handled(one) for one in found]  # the list was read before this step's change is saved
    total = listing.total - _waiting_in(found) + _waiting_in(shown)
    entries = [entry for one in shown for entry in _waiting(one)]
    title = Line(text=question_texts.waiting(queue_texts.figure(total)), style="bold")
    lines = (title if entries else Line(text=question_texts.NO_QUESTIONS),)
    turns = page_turns(context, "enquiries", page.leaf, page.leaf + (2 if len(listing.submissions) > len(found) else 1))
    return _listed(context, lines, entries, (*turns, (page_button(context, texts.QUEUE, "queue"),)))


def _waiting_in(submissions: Iterable[Submission]) -> int:
    return sum(len(one.draft.review.waiting) for one in submissions)


def _waiting(submission: Submission) -> Iterator[Entry]:
    """List the first questions about a practice; the last of them says how many are left out."""
    every = submission.draft.review.waiting
    for number, enquiry in enumerate(every[:MOST_OF_ONE], 1):
        yield submission, enquiry, max(len(every) - MOST_OF_ONE, 0) if number == MOST_OF_ONE else 0


def asked_screen(context: Context, submission: Submission) -> Screen:
    """Draw all questions of the author about one practice, the newest first."""
    title = Line(text=question_texts.all_of(heading(submission.draft)), style="bold")
    entries = [(submission, enquiry, 0) for enquiry in reversed(submission.draft.review.enquiries)]
    ways = (submission_button(context, submission, texts.CARD, "read"), _to_questions(context))
    return _listed(context, (title,), entries, (ways,))


def _listed(context: Context, title: Lines, entries: Sequence[Entry], ways: Rows) -> Screen:
    readers = {one.user for one in context.repository.readers()}
    blocks, rows = [title], list[tuple[Button, ...]]()
    for number, (submission, enquiry, left) in enumerate(entries, 1):
        draft, said = submission.draft, enquiry.waiting or enquiry.said[0]
        words = question_texts.asked(said, question_of(draft, enquiry), context.now)
        head = Line(text=f"{number}. {heading(draft)}", style="bold")
        more = (Line(text=question_texts.more_of_it(left)),) if left else ()
        blocks.append((head, Line(text=words), _state(context, enquiry, readers), *more))
        label = f"{number}. {name(draft)}"
        rows.append((enquiry_button(context, submission, enquiry, label, "question"),))
    holds = tuple({submission.author: None for submission, _, _ in entries})
    return Screen(pages=pack(tuple(blocks)), rows=(*rows, *ways), holds=holds)


def _state(context: Context, enquiry: Enquiry, readers: Iterable[int]) -> Line:
    """Say whether it waits and who is on it; somebody who has lost the role is on nothing."""
    claim = enquiry.closed or enquiry.claim
    by = claim.by if claim and (enquiry.closed or claim.by.user in readers) else None
    me, now = context.repository.me, context.now
    return Line.naming(lambda by: question_texts.state(enquiry, by, me, now), by)


def question_screen(context: Context, submission: Submission, page: Question | Answering) -> Screen:
    """Draw one question, or the reply to it; it is gone if its author's data was deleted and the practice stayed."""
    enquiry = submission.draft.review.enquiry(page.enquiry)
    if enquiry is None:
        return Screen(pages=((Line(text=question_texts.GONE),),), rows=((_to_questions(context),),))
    draft = submission.draft
    title = (Line(text=question_texts.about(heading(draft), question_of(draft, enquiry)), style="bold"),)
    if isinstance(page, Answering):
        return _answer_screen(context, submission, enquiry, _held(context, page), title)
    readers = {one.user for one in context.repository.readers()}
    own = is_own(context, submission)
    hint = question_texts.OWN_QUESTION if own else question_texts.WRITE_HERE
    talk = (_said(context, said) for said in enquiry.said)
    blocks = (title, *talk, (_state(context, enquiry, readers),), (Line(text=hint, style="italic"),))
    # The index lets a Telegram reply to this message find the question, as one to the notification does.
    card = lasting_button(texts.CARD, "read", submission.number, index=None if own else enquiry.number)
    rows = () if own else paired(*_possible(context, submission, enquiry))
    ways = (*notes.button_row(context, submission), (card, _to_questions(context)))
    return Screen(pages=pack(blocks), rows=(*rows, *ways))


def _said(context: Context, said: Said) -> Lines:
    head = Line.naming(lambda by: question_texts.said_by(by, said.at, context.now), said.by)
    return (head, Line(text=said.text, style="quote"))


def _possible(context: Context, submission: Submission, enquiry: Enquiry) -> Iterator[Button]:
    yield enquiry_button(context, submission, enquiry, question_texts.REPLY, "answer")
    if enquiry.waiting is not None:
        mine = enquiry.claim is not None and enquiry.claim.by.user == context.repository.me.user
        label, action = (question_texts.LET_GO, "offit") if mine else (question_texts.ON_IT, "onit")
        yield enquiry_button(context, submission, enquiry, label, action)
        yield enquiry_button(context, submission, enquiry, question_texts.CLOSE, "unanswered")


def _to_questions(context: Context) -> Button:
    return page_button(context, question_texts.QUESTIONS, "enquiries")


def _answer_screen(
    context: Context, submission: Submission, enquiry: Enquiry, note: Note | None, title: Lines
) -> Screen:
    """Ask for a reply, or show it before it is sent."""
    if note is None:
        last = _said(context, enquiry.said[-1])
        back = enquiry_button(context, submission, enquiry, texts.CANCEL, "question")
        return Screen(pages=pack((title, last, (Line(text=question_texts.WRITE_REPLY),))), rows=((back,),))
    kept = (Line(text=note.text, style="quote"), Line(text=question_texts.not_sent_yet(), style="italic"))
    send = enquiry_button(context, submission, enquiry, question_texts.SEND, "sendreply")
    return Screen(pages=pack((title, kept)), rows=((send, page_button(context, question_texts.DISCARD, "dropreply")),))


# What is done


def of_enquiry(do: Callable[[Context, Submission, Enquiry], None]) -> Callable[[Context, Submission, Press], None]:
    """Find the question of a button; LookupError if it is gone, since its button is not shown then."""

    def done(context: Context, submission: Submission, press: Press) -> None:
        every: dict[int | None, Enquiry] = {one.number: one for one in submission.draft.review.enquiries}
        do(context, submission, every[press.index])

    return done


def look(context: Context, submission: Submission, press: Press) -> None:
    """Open the page of a question."""
    open_page(context, Question(submission=submission.number, enquiry=press.index or 0))


def take(context: Context, submission: Submission, enquiry: Enquiry) -> None:
    """Note that the coordinator is on a question; another one may still answer it."""
    _change(context, submission, enquiry, claim=Claim(by=context.repository.me, since=context.now))
    context.say(question_texts.NOW_ON_IT)
    open_page(context, Question(submission=submission.number, enquiry=enquiry.number))


def leave(context: Context, submission: Submission, enquiry: Enquiry) -> None:
    """Let a question go."""
    _change(context, submission, enquiry, claim=None)
    context.say(question_texts.LET_GO_OF)
    open_page(context, Question(submission=submission.number, enquiry=enquiry.number))


def close(context: Context, submission: Submission, enquiry: Enquiry) -> None:
    """Close a question without a reply, such as a thank-you; the author's next words open it again."""
    _change(context, submission, enquiry, claim=None, closed=Claim(by=context.repository.me, since=context.now))
    context.say(question_texts.CLOSED)
    open_page(context, Questions())


def _change(context: Context, submission: Submission, enquiry: Enquiry, **changes: Claim | None) -> None:
    changed = enquiry.model_copy(update=changes)
    context.handle(submission, with_enquiry(submission.draft, changed))


# The reply


def begin(context: Context, submission: Submission, enquiry: Enquiry) -> None:
    """Ask for the reply."""
    page = Answering(submission=submission.number, enquiry=enquiry.number, known=len(enquiry.said))
    open_page(context, page)


def written(context: Context, submission: Submission, page: Question | Answering, part: Part) -> None:
    """Send a text that was asked for; show one that was not, or that may be a command, before it is sent."""
    enquiry = submission.draft.review.enquiry(page.enquiry)
    if enquiry is None or is_own(context, submission):
        context.say(question_texts.GONE if enquiry is None else question_texts.OWN_QUESTION)
        notes.keep(context, part, submission)
        return
    note = _held(context, page)
    if note is not None:
        context.keep_note(note.model_copy(update={"parts": (*note.parts, part)}))
        open_page(context, page)
        return
    note = notes.begin(context, part, submission)
    if isinstance(page, Question) or part.text.startswith("/"):
        enquiries.hold(context, submission, enquiry, note)
    else:
        _send(context, submission, enquiry, page, note)


def _held(context: Context, page: Question | Answering) -> Note | None:
    """Find the reply that is shown and not sent yet."""
    return notes.numbered(context, page.note) if isinstance(page, Answering) else None


def send(context: Context, submission: Submission, enquiry: Enquiry, page: Answering) -> None:
    """Send the reply that was shown; LookupError if it is gone, since its button is not shown then."""
    held = {note.number: note for note in context.conversation.notes}
    _send(context, submission, enquiry, page, held[page.note or 0])


def _send(context: Context, submission: Submission, enquiry: Enquiry, page: Answering, note: Note) -> None:
    """Send a reply, unless another coordinator has replied since the page was shown: then show it first."""
    if first := enquiries.answered_by_another(context, enquiry, page.known):
        enquiries.hold(context, submission, enquiry, note, first)
    elif enquiries.send(context, submission, enquiry, notes.whole(note)):
        context.drop_note(note.number)
        context.say(review_texts.SENT_TO_AUTHOR)
        open_page(context, Questions())
    else:
        open_page(context, page.question)
        notes.show(context, [note])


def reply_edited(context: Context, part: Part) -> bool:
    """Change the reply that is shown and not sent yet; false if the edited message is no part of it."""
    page = context.state.page if isinstance(context.state, AtDesk) else None
    note = notes.of_message(context, part.message)
    if note is None or not isinstance(page, Answering) or page.note != note.number:
        return False
    context.keep_note(note.model_copy(update={"parts": replaced(note.parts, part)}))
    open_page(context, page)
    return True


def discard(context: Context, page: Answering) -> None:
    """Discard the reply that was shown."""
    context.drop_note(page.note or 0)
    context.say(question_texts.DISCARDED)
    open_page(context, page.question)
