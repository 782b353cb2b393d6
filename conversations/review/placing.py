"""Where words belong that a coordinator has typed: replies to messages, texts at a page, and the buttons of notes."""

from collections.abc import Callable, Sequence

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Note
from conversations.dialogue.inputs import Press
from conversations.dialogue.parts import replaced
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, Member
from conversations.dialogue.reviews import heading
from conversations.dialogue.state import Part
from conversations.fields.plain import fold
from conversations.form.asked import question_at
from conversations.form.texts import shortened
from conversations.review import card, commenting, enquiries, note_texts, notes, texts
from conversations.review.navigation import lasting_button
from conversations.review.notifications import ROOM
from conversations.review.question_view import all_questions, lines_of, may_be_commented_on, title_at

# Replies and texts


def replied(context: Context, submission: Submission, paths: Sequence[str], part: Part, quote: str) -> None:
    """Save a reply to a message with these questions as a comment, if it is plain on which; else ask."""
    path = paths[0] if len(paths) == 1 else _quoted(submission, paths, quote) or named(submission, paths, part.words)
    plain = path is not None and path in all_questions(submission) and notes.remark(part.words) is None
    on_it = submission.draft.review.holds(context.repository.me.user)
    if path and plain and on_it and may_be_commented_on(context, submission):
        commenting.add(context, submission, path, (part,), goes_on=True)
    else:
        notes.keep(context, part, submission, (path,) if path else paths)


def _quoted(submission: Submission, paths: Sequence[str], quote: str) -> str | None:
    """Find the question whose title, answer or comments have the quoted words, if it is one alone."""
    words = " ".join(quote.split())
    found = [path for path in paths if words and words in _shown(submission, path)]
    return found[0] if len(found) == 1 else None


def _shown(submission: Submission, path: str) -> str:
    blocks = lines_of(submission.draft.handed_in, question_at(path))
    return " ".join(" ".join(line.text for block in blocks for line in block).split())


def named(submission: Submission, paths: Sequence[str], text: str) -> str | None:
    """Find the question whose title stands at the beginning of a text; the longest title counts."""
    words = f"{fold(text)} "
    titles = {path: f"{fold(title_at(submission.draft, path))} " for path in paths}
    fitting = [path for path in paths if words.startswith(titles[path]) and titles[path].strip()]
    return max(fitting, key=lambda path: len(titles[path]), default=None)


def typed(context: Context, submission: Submission, part: Part, paths: Sequence[str]) -> None:
    """Keep a text at a page with these questions; without questions, at a page about the whole submission."""
    every = all_questions(submission)
    path = named(submission, every, part.words)
    notes.keep(context, part, submission, (path,) if path else paths)


def replied_about(context: Context, submission: Submission, press: Press, part: Part) -> None:
    """Keep a reply to a message about a submission; one to an offer may be the title that it asks for."""
    note = notes.numbered(context, press.index) if press.action not in {"section", "read"} else None
    if note is None or not _names_question(context, submission, note, part):
        typed(context, submission, part, ())


def answers_note(context: Context, part: Part) -> bool:
    """Take the title of a question, typed after the bot has asked for it; false if the text is something else."""
    newest = context.conversation.notes[-1:]
    submission = context.submission(newest[0].submission) if newest and newest[0].submission else None
    return submission is not None and _names_question(context, submission, newest[0], part)


def _names_question(context: Context, submission: Submission, note: Note, part: Part) -> bool:
    words = fold(part.words)
    paths = [path for path in all_questions(submission) if fold(title_at(submission.draft, path)) == words]
    if len(paths) == 1:
        _place(context, submission, note, paths[0])
    return len(paths) == 1


def edited(context: Context, part: Part) -> bool:
    """Change a note whose message was edited, and offer it again; false if the message belongs to no note."""
    note = notes.of_message(context, part.message)
    if note is None:
        return False
    changed = note.model_copy(update={"parts": replaced(note.parts, part)})
    context.keep_note(changed)
    notes.alone(context, notes.offer(context, changed))
    return True


# The buttons of a note


def with_note(do: Callable[[Context, Submission, Note, Press], None]) -> Callable[[Context, Submission, Press], None]:
    """Carry out a button of a note; say so if the note is not there any more."""

    def done(context: Context, submission: Submission, press: Press) -> None:
        note = notes.numbered(context, press.index)
        if note is None:
            _redraw(context, note_texts.USED_ALREADY)
        else:
            do(context, submission, note, press)

    return done


def _redraw(context: Context, words: str) -> None:
    """Replace the message of the pressed button."""
    rows = ((lasting_button(texts.QUEUE, "queue", 0),),)
    notes.alone(context, Reply(lines=(Line(text=words),), rows=rows, redraws=context.pressed_message or None))


def _offer_again(context: Context, note: Note) -> None:
    context.keep_note(note)
    notes.alone(context, notes.offer(context, note, redraws=context.pressed_message or None))


def choose(context: Context, submission: Submission, note: Note, _: Press) -> None:
    """Show all questions of a submission, to choose the one that the words are about."""
    changed = note.model_copy(update={"submission": submission.number, "questions": ()})
    offer = notes.offer(context, changed)
    if may_be_commented_on(context, submission):
        buttons = notes.question_buttons(changed, submission, all_questions(submission))
        offer = offer.model_copy(update={"rows": (*buttons, offer.rows[-1])})
    context.keep_note(changed)
    notes.alone(context, offer.model_copy(update={"redraws": context.pressed_message or None}))


def place(context: Context, submission: Submission, note: Note, press: Press) -> None:
    """Make the words a comment on the question of the button, or ask for the claim that this needs."""
    _place(context, submission, note, press.about)


def _place(context: Context, submission: Submission, note: Note, path: str) -> None:
    applies = path in all_questions(submission)
    on_it = submission.draft.review.holds(context.repository.me.user)
    if applies and on_it and may_be_commented_on(context, submission):
        context.drop_note(note.number)
        commenting.add(context, submission, path, note.parts)
    else:
        changes = {"submission": submission.number, "questions": (path,) if applies else ()}
        _offer_again(context, note.model_copy(update=changes))


def claim(context: Context, submission: Submission, note: Note, press: Press) -> None:
    """Claim the submission if nobody is on it, and make the words a comment."""
    if submission.draft.review.claim is None:
        _take(context, submission, note, press)
    else:
        _place(context, submission, note, press.about)


def take_over(context: Context, submission: Submission, note: Note, press: Press) -> None:
    """Take the submission over, and make the words a comment."""
    if submission.draft.review.holds(context.repository.me.user):
        _place(context, submission, note, press.about)
    else:
        _take(context, submission, note, press)


def _take(context: Context, submission: Submission, note: Note, press: Press) -> None:
    if may_be_commented_on(context, submission):
        card.claim(context, submission)
    _place(context, context.submission(submission.number) or submission, note, press.about)
    others = [one for one in notes.about(context, submission.number) if one.number != note.number]
    notes.show(context, others)


def give(context: Context, submission: Submission, note: Note, press: Press) -> None:
    """Add the words as a comment for the coordinator who is on the submission, and tell them."""
    held, me = submission.draft.review.claim, context.repository.me
    if held is None or held.by.user == me.user or not may_be_commented_on(context, submission):
        _place(context, submission, note, press.about)
        return
    context.drop_note(note.number)
    comment = commenting.add(context, submission, press.about, note.parts, to=held.by)
    context.write_to_desk(held.by.user, lambda: _given(submission, comment, me))


def _given(submission: Submission, comment: Comment, by: Member) -> Reply:
    """Tell the coordinator who is on the submission of the comment."""
    title = title_at(submission.draft, comment.question)
    told = (
        Line.naming(lambda by: note_texts.given_by(by, title, heading(submission.draft)), by),
        Line(text=shortened(comment.text, ROOM), style="quote"),
    )
    section = question_at(comment.question).section
    row = (lasting_button(section.title, "section", submission.number, section.key),)
    return Reply(lines=told, rows=(row,), holds=(submission.author,))


def reply_to_author(context: Context, submission: Submission, note: Note, press: Press) -> None:
    """Send the words to the author as the reply to their question, if it still waits for one."""
    found = [one for one in submission.draft.review.waiting if str(one.number) == press.about]
    if found:
        context.drop_note(note.number)
        press = press.model_copy(update={"index": found[0].number})
        enquiries.replied(context, submission, press, notes.whole(note))
    else:
        _offer_again(context, note)


def find(context: Context, press: Press) -> None:
    """Look the words of a note up."""
    note = notes.numbered(context, press.index)
    command = REGISTRY.command_of(context.repository, "find")
    if note is None or command is None:
        _redraw(context, note_texts.USED_ALREADY)
    else:
        context.drop_note(note.number)
        command.do(context, " ".join(note.text.split()))


def delete(context: Context, press: Press) -> None:
    """Delete a note."""
    context.drop_note(press.index or 0)
    _redraw(context, note_texts.DELETED)


def show(context: Context, press: Press) -> None:
    """Show the notes about a submission, or all."""
    found = notes.about(context, press.draft or None)
    words = note_texts.NOTES_SHOWN if found else note_texts.USED_ALREADY
    rows = notes.card_row(press.draft) if press.draft else ((lasting_button(texts.QUEUE, "queue", 0),),)
    notes.alone(context, Reply(lines=(Line(text=words),), rows=rows))
    notes.show(context, found)
