"""Notes: what a coordinator typed and what is no comment yet. Each is kept, and offered as what it probably is.

An offer is a message of its own: its buttons work at any time, and the page that is open stays as it is.
"""

from collections.abc import Iterator, Sequence

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Note
from conversations.dialogue.layout import Rows, filled, in_rows
from conversations.dialogue.pages import Wanted
from conversations.dialogue.parts import was_cut
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.reviews import heading, is_own
from conversations.dialogue.state import Part
from conversations.fields.plain import fold
from conversations.filling.nodding import is_mere
from conversations.form.texts import shortened
from conversations.remarks.listening import said_anywhere
from conversations.remarks.rows import row_of
from conversations.review import note_texts, texts
from conversations.review.navigation import lasting_button
from conversations.review.question_view import title_at

_MOST_QUESTIONS = 8
"""Of more questions than this, the list is shown after a press."""

_MOST_SHOWN = 5
"""Notes that are shown at once, the newest."""

_MOST_SUBMISSIONS = 3
"""Submissions that words are offered as a comment on."""

_MOST_BUTTONS = 90

_GREETINGS = {"thanks", "greeting", "goodbye"}

_A_REMARK = 3
"""A greeting, thanks or a goodbye has at most so many words; a longer text may say more."""


def remark(text: str) -> str | None:
    """Return the reply to a text that speaks to the bot, such as "thanks" or "what now?"; None for any other text.

    A comment is often a question, too, so only these few texts count.
    """
    if asks_bot(text):
        return ""
    row = row_of(text) if len(fold(text).split()) <= _A_REMARK and "?" not in text else None
    said = said_anywhere(text) if row and row.name in _GREETINGS else None
    return said or "" if said or is_mere(text) else None


def asks_bot(text: str) -> bool:
    """Say whether a text asks the bot what to do, such as "what now?"."""
    return fold(text) in note_texts.ASKS


# Keeping


def keep(context: Context, part: Part, submission: Submission | None = None, questions: Sequence[str] = ()) -> None:
    """Keep words as a note, and offer what they probably are; the page that is open is not shown again."""
    alone(context, offer(context, store(context, part, submission, questions)))


def keep_beside(context: Context, part: Part) -> None:
    """Keep words as a note, and offer what they probably are below the page; words to the bot are none."""
    if remark(part.words) is None:
        context.tell(offer(context, store(context, part)))


def store(context: Context, part: Part, submission: Submission | None = None, questions: Sequence[str] = ()) -> Note:
    """Keep words as a note; the rest of a text that the app has cut goes to its beginning."""
    note = _going_on(context, part)
    if note is None:
        return begin(context, part, submission, questions)
    context.keep_note(note)
    return note


def begin(context: Context, part: Part, submission: Submission | None = None, questions: Sequence[str] = ()) -> Note:
    """Keep words as a note of their own."""
    note = Note(
        number=context.conversation.noted + 1,
        parts=(part,),
        at=context.now,
        submission=submission.number if submission else None,
        questions=tuple(questions),
    )
    context.keep_note(note)
    return note


def _going_on(context: Context, part: Part) -> Note | None:
    """Give the newest note with the rest of its text, if the app cut it there."""
    newest = context.conversation.notes[-1:]
    if newest and was_cut(newest[0].parts[-1]):
        return newest[0].model_copy(update={"parts": (*newest[0].parts, part)})
    return None


def numbered(context: Context, number: int | None) -> Note | None:
    """Find a note by its number."""
    return next((note for note in context.conversation.notes if note.number == number), None)


def whole(note: Note) -> Part:
    """Return the words of a note as one message."""
    return Part(message=note.parts[-1].message, text=note.text)


def of_message(context: Context, message: int) -> Note | None:
    """Find the note that a message has given."""
    notes = context.conversation.notes
    return next((note for note in notes if any(part.message == message for part in note.parts)), None)


def about(context: Context, submission: int | None) -> list[Note]:
    """List the notes about a submission; without one, all notes."""
    return [note for note in context.conversation.notes if submission in {None, note.submission}]


# Showing


def alone(context: Context, reply: Reply) -> None:
    """Send a message, with what was said above it, and do not show the open page again."""
    said = tuple(each if isinstance(each, Line) else Line(text=each) for each in context.said)
    context.said.clear()
    context.tell(reply.model_copy(update={"lines": (*said, *reply.lines)}))
    context.silent = True


def card_row(submission: int) -> Rows:
    """Make the row with the button to a card."""
    return ((lasting_button(texts.CARD, "read", submission),),)


def button_row(context: Context, submission: Submission | None = None) -> Rows:
    """Make the row with the button to the notes, if there are some."""
    count = len(about(context, submission.number if submission else None))
    button = lasting_button(note_texts.your_notes(count), "notes", submission.number if submission else 0)
    return ((button,),) if count else ()


def show(context: Context, found: Sequence[Note]) -> None:
    """Send the newest of these notes, each with its offers."""
    for note in found[-_MOST_SHOWN:]:
        context.tell(offer(context, note))


def offer(context: Context, note: Note, *, redraws: int | None = None) -> Reply:
    """Write what is kept, and what it may be as buttons."""
    submission = context.submission(note.submission) if note.submission is not None else None
    kept = Line(text=note_texts.kept(note.text))
    delete = ((lasting_button(note_texts.DELETE_NOTE, "notedrop", 0, index=note.number),),)
    if submission is None:
        gone = note.submission is not None
        lines, rows = _without_submission(context, note) if not gone else ([Line(text=texts.SUBMISSION_GONE)], ())
        return Reply(lines=(kept, *lines), rows=(*rows, *delete), redraws=redraws, holds=_authors(context))
    asking, rows = _about(context, note, submission)
    title = Line(text=heading(submission.draft), style="bold")
    enquiries = filled(*((button,) for button in _to_author(note, submission)))
    return Reply(
        lines=(title, kept, asking),
        rows=(*enquiries, *rows, *delete),
        redraws=redraws,
        holds=(submission.author,),
    )


def _without_submission(context: Context, note: Note) -> tuple[list[Line], Rows]:
    """Offer words as a comment on a submission that the coordinator is on, or to look them up."""
    mine = _mine(context)
    buttons = [
        lasting_button(note_texts.comment_on(heading(one.draft)), "noteon", one.number, index=note.number)
        for one in mine
    ]
    buttons.append(lasting_button(note_texts.find(note.text), "notefind", 0, index=note.number))
    asking = note_texts.WHICH_SUBMISSION if mine else note_texts.NO_SUBMISSION
    return [Line(text=asking)], tuple((button,) for button in buttons)


def _mine(context: Context) -> Sequence[Submission]:
    return context.repository.listing(Wanted(mine=True)).submissions[:_MOST_SUBMISSIONS]


def _authors(context: Context) -> tuple[int, ...]:
    return tuple({one.author: None for one in _mine(context)})


def _about(context: Context, note: Note, submission: Submission) -> tuple[Line, Rows]:
    """Ask for the question, or for the claim that a comment needs."""
    draft, number = submission.draft, note.number
    if is_own(context, submission):
        return Line(text=texts.OWN_PRACTICE), ()
    if not reviews.allows(draft, "claim"):
        return Line(text=note_texts.not_now(draft.status)), card_row(submission.number)
    if len(note.questions) != 1:
        return Line(text=note_texts.WHICH_QUESTION), _choices(note, submission)
    [path] = note.questions
    title, claim = title_at(draft, path), draft.review.claim
    another = lasting_button(note_texts.ANOTHER_QUESTION, "noteon", submission.number, index=number)
    if claim is None:
        return Line(text=note_texts.review_first(title)), (
            (lasting_button(texts.REVIEW, "placeclaim", submission.number, path, number), another),
        )
    if draft.review.holds(context.repository.me.user):
        return Line(text=note_texts.on_question(title)), (
            (lasting_button(note_texts.comment_on(title), "place", submission.number, path, number),),
            (another,),
        )
    give = lasting_button("", "placegive", submission.number, path, number).naming(note_texts.give_to, claim.by)
    take = lasting_button(texts.TAKE_OVER, "placetake", submission.number, path, number)
    return Line.naming(lambda by: note_texts.somebody_on_it(by, title), claim.by), ((take, another), (give,))


def _choices(note: Note, submission: Submission) -> Rows:
    if not 1 < len(note.questions) <= _MOST_QUESTIONS:
        return ((lasting_button(note_texts.CHOOSE_QUESTION, "noteon", submission.number, index=note.number),),)
    return question_buttons(note, submission, note.questions)


def question_buttons(note: Note, submission: Submission, paths: Sequence[str]) -> Rows:
    """Make a button for each question that words may be about."""
    draft, number = submission.draft, submission.number
    return in_rows(
        lasting_button(shortened(title_at(draft, path), 60), "place", number, path, note.number)
        for path in paths[:_MOST_BUTTONS]
    )


def _to_author(note: Note, submission: Submission) -> Iterator[Button]:
    """Offer words as the reply to a question that the author has asked and that nobody has answered."""
    for enquiry in submission.draft.review.waiting:
        label = note_texts.reply_to_author(enquiry.said[-1].text)
        yield lasting_button(label, "notereply", submission.number, str(enquiry.number), note.number)
