"""The pages of the review: how each is drawn from the collection as it is now, and what it does with a text."""

from dataclasses import replace
from typing import assert_never

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Attached, Commanded, Press, Wrote
from conversations.dialogue.layout import Rows, Screen
from conversations.dialogue.pages import (
    Answering,
    Asked,
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Finding,
    Narrowing,
    Notifying,
    Question,
    Questions,
    Queue,
    Reading,
    ReviewPage,
    Whole,
)
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import Submission, may_review
from conversations.dialogue.state import AtDesk, Part
from conversations.review import (
    commenting,
    deciding,
    enquiries,
    finding,
    note_texts,
    notes,
    placing,
    questions,
    queue,
    reading,
    texts,
)
from conversations.review.card import card_screen
from conversations.review.navigation import find, lasting_button, own_practice, page_button
from conversations.review.question_view import all_questions


def draw(context: Context, state: AtDesk) -> Screen:
    """Draw the page that is open."""
    page = state.page
    match page:
        case Queue(first=first):
            drawn = queue.queue_screen(context, state.wanted)
            own = (own_practice(context),) if first else ()
            return replace(drawn, rows=(*drawn.rows, *notes.button_row(context), *own))
        case Finding():
            return finding.find_screen(context, page)
        case Narrowing():
            return queue.filter_screen(context, page, state.wanted)
        case Notifying():
            return queue.notify_screen(context)
        case Questions():
            return questions.waiting_screen(context, page)
        case _:
            return _about_submission(context, page)


SubmissionPage = Card | Reading | Whole | Changes | Commenting | Declining | Confirming | Asked | Question | Answering


def _about_submission(context: Context, page: SubmissionPage) -> Screen:
    submission = context.submission(page.submission)
    if submission is None:
        rows = ((page_button(context, texts.QUEUE, "queue"),),)
        return Screen(pages=((Line(text=texts.SUBMISSION_GONE),),), rows=rows)
    return replace(_screen_of(context, submission, page), holds=(submission.author,))


def _screen_of(  # noqa: PLR0911 - one for each page
    context: Context, submission: Submission, page: SubmissionPage
) -> Screen:
    match page:
        case Card():
            return card_screen(context, submission)
        case Reading():
            return commenting.section_screen(context, submission, page)
        case Whole():
            return reading.whole_screen(context, submission)
        case Changes():
            return reading.changes_screen(context, submission)
        case Commenting():
            return commenting.comment_screen(context, submission, page)
        case Declining():
            return deciding.reason_screen(context, submission, page)
        case Confirming():
            return deciding.confirm_screen(context, submission, page)
        case Asked():
            return questions.asked_screen(context, submission)
        case Question() | Answering():
            return questions.question_screen(context, submission, page)
        case _:
            assert_never(page)


def wrote(context: Context, page: ReviewPage, part: Part) -> None:
    """Save a text that the open page asks for; keep any other text as a note, and offer what it probably is."""
    said = notes.remark(part.words)
    if isinstance(page, Question | Answering) and not notes.asks_bot(part.words):  # "thanks" may be the reply
        _wrote_about(context, page, part, remark=False)
    elif said is not None and not isinstance(page, Commenting | Declining):
        context.say(said, note_texts.here(page))
        if not notes.asks_bot(part.words):  # "ok" asks for no page
            answer_briefly(context, page)
    elif placing.answers_note(context, part) or _names_another(context, page, part.text):
        return
    elif isinstance(page, Queue) and not part.text.startswith("/"):
        if not queue.opened(context, part.text):
            context.say(texts.no_such(part.text) if queue.is_reference(part.text) else "")
            notes.keep(context, part)
    elif isinstance(page, Finding) and not part.text.startswith("/"):
        finding.find(context, part.text)
        if not finding.is_search(part.text):
            notes.keep(context, part)
    elif isinstance(page, Queue | Finding | Narrowing | Notifying | Questions):
        context.say(note_texts.here(page))
        notes.keep(context, part)
    else:
        _wrote_about(context, page, part, remark=said is not None)


def answer_briefly(context: Context, page: ReviewPage) -> None:
    """Send what was said without the page, and a button to the card or the queue; not where the page asks for words."""
    if isinstance(page, Commenting | Declining | Confirming | Answering):
        return
    number = getattr(page, "submission", None)
    rows: Rows = notes.card_row(number) if number else ((lasting_button(texts.QUEUE, "queue", 0),),)
    notes.alone(context, Reply(lines=(), rows=rows))


def _names_another(context: Context, page: ReviewPage, text: str) -> bool:
    """Open the submission with this whole reference, at a page that asks for no words."""
    waits = isinstance(page, Commenting | Declining | Confirming)
    return not waits and queue.is_reference(text, whole=True) and queue.opened(context, text)


def _wrote_about(context: Context, page: SubmissionPage, part: Part, *, remark: bool) -> None:
    """Take a text at a page about a submission; a deleted one keeps no words from being kept."""
    submission = context.submission(page.submission)
    match page:
        case _ if submission is None:
            _gone(context, page.submission, part)
        case Declining() | Confirming(decision="decline"):
            deciding.reason_written(context, page, part)
        case Question() | Answering():
            questions.written(context, submission, page, part)
        case Commenting() if remark:
            notes.keep(context, part, submission, (page.question,))
        case Commenting():
            commenting.written(context, submission, page, part)
        case Reading():
            section = f"{page.section}."
            paths = [path for path in all_questions(submission) if path.startswith(section)]
            placing.typed(context, submission, part, paths)
        case Changes():
            placing.typed(context, submission, part, reading.changed_questions(context, submission))
        case _:
            placing.typed(context, submission, part, ())


def replied(context: Context, given: Wrote | Attached | Commanded, part: Part) -> bool:
    """Save a reply to a message with questions as a comment, and a reply to an author's question as its answer.

    False if the text is a reply to neither.
    """
    about = _replied_to(context, given)
    if not about:
        return False
    submission = context.submission(about[0].draft)
    if submission is None:
        _gone(context, about[0].draft, part)
    elif about[0].action == "read" and about[0].index is not None:
        enquiries.replied(context, submission, about[0], part)
    elif about[0].action in _LEADING:
        placing.replied_about(context, submission, about[0], part)
    else:
        paths = tuple(dict.fromkeys(press.about for press in about))
        placing.replied(context, submission, paths, part, given.quote)
    return True


def _gone(context: Context, number: int, part: Part) -> None:
    """Keep words about a practice that was deleted, and show the queue."""
    notes.keep(context, part)
    context.silent = False
    find(context, number)


_LEADING = ("noteon", "place", "placeclaim", "placetake", "section", "read")
"""Buttons that say which submission their message is about; those of a note come first."""


def is_reply(context: Context, given: Attached | Commanded) -> bool:
    """Say whether a message replies to something that coordinators take replies to."""
    return bool(_replied_to(context, given))


def _replied_to(context: Context, given: Wrote | Attached | Commanded) -> list[Press]:
    if not may_review(context.repository):
        return []
    about = [press for press in given.reply_to if _takes_replies(press)] or _own_comment(context, given)
    leading = [press for press in given.reply_to if press.action in _LEADING and press.draft]
    return about or (leading if len({press.draft for press in leading}) == 1 else [])


def _own_comment(context: Context, given: Wrote | Attached | Commanded) -> list[Press]:
    """Give the button of the question that the person's own message, which they reply to, is a comment on."""
    number = context.conversation.remarks.get(given.answered or 0)
    submission = context.submission(number) if number is not None else None
    comments = submission.draft.review.comments if submission else ()
    return [
        Press(draft=submission.number, keyboard_version=0, about=one.question, action="comment")
        for one in comments
        if submission and any(part.message == given.answered for part in one.parts)
    ][:1]


def _takes_replies(press: Press) -> bool:
    """Say whether the message with this button takes a reply; ``index`` is the number of an author's question."""
    return press.action in {"comment", "unsaid"} or (press.action == "read" and press.index is not None)


def edited(context: Context, part: Part) -> bool:
    """Change the comment, reason or note whose message was edited; keep other words as a note.

    False if the message belongs to the form.
    """
    if not may_review(context.repository) or _is_of_form(context, part):
        return False
    number = context.conversation.remarks.get(part.message)
    submission = context.submission(number) if number is not None else None
    if submission is not None and commenting.edited(context, submission, part):
        return True
    if any(change(context, part) for change in (deciding.reason_edited, questions.reply_edited, placing.edited)):
        return True
    if submission is None and not isinstance(context.state, AtDesk):
        return False
    notes.keep(context, part, submission or _open_submission(context))
    return True


def _is_of_form(context: Context, part: Part) -> bool:
    """Say whether a message gave an answer of the person's own, or a reply to a coordinator."""
    drafts = context.conversation.drafts
    replies = (reply for draft in drafts for one in draft.review.comments for reply in one.reply_parts)
    return any(part.message in draft.filed for draft in drafts) or part.message in {one.message for one in replies}


def _open_submission(context: Context) -> Submission | None:
    number = getattr(context.state.page, "submission", None) if isinstance(context.state, AtDesk) else None
    return context.submission(number) if number is not None else None
