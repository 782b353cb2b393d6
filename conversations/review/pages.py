"""The pages of the review: how each is drawn from the collection as it is now, and what it does with a text."""

from dataclasses import replace
from typing import assert_never

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press, Wrote
from conversations.dialogue.layout import Screen
from conversations.dialogue.pages import (
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Finding,
    Narrowing,
    Notifying,
    Queue,
    Reading,
    ReviewPage,
    Whole,
)
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import Submission, may_review
from conversations.dialogue.state import AtDesk, Part
from conversations.review import commenting, deciding, enquiries, finding, queue, reading, texts
from conversations.review.card import card_screen
from conversations.review.navigation import find, page_button


def draw(context: Context, state: AtDesk) -> Screen:
    """Draw the page that is open."""
    page = state.page
    match page:
        case Queue():
            return queue.queue_screen(context, state.wanted)
        case Finding():
            return finding.find_screen(context, page)
        case Narrowing():
            return queue.filter_screen(context, page, state.wanted)
        case Notifying():
            return queue.notify_screen(context)
        case _:
            return _about_submission(context, page)


SubmissionPage = Card | Reading | Whole | Changes | Commenting | Declining | Confirming


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
            return deciding.reason_screen(context, submission)
        case Confirming():
            return deciding.confirm_screen(context, submission, page)
        case _:
            assert_never(page)


def wrote(context: Context, page: ReviewPage, part: Part) -> None:
    """Save a text that the open page asks for, or say that it asks for none."""
    match page:
        case Commenting():
            submission = find(context, page.submission)
            if submission is not None:
                commenting.written(context, submission, page, part)
        case Declining() | Confirming(decision="decline"):
            deciding.reason_written(context, page, part.text)
        case Queue():
            queue.show(context, part.text)
        case Finding():
            finding.find(context, part.text)
        case Reading():
            context.say(texts.NO_COMMENT_HERE)
        case _:
            context.say(texts.NO_TEXT_HERE)


def replied(context: Context, given: Wrote) -> bool:
    """Save a reply to the message of a form question as a comment, and a reply to an author's question as its answer.

    False if the text is a reply to neither.
    """
    about = next((press for press in given.reply_to if _takes_replies(press)), None)
    if about is None or not may_review(context.repository):
        return False
    submission = find(context, about.draft)
    if submission is not None:
        reply = commenting.replied if about.action == "comment" else enquiries.replied
        reply(context, submission, about, Part(message=given.message, text=given.text))
    return True


def _takes_replies(press: Press) -> bool:
    """Say whether the message with this button takes a reply; ``index`` is the number of an author's question."""
    return press.action == "comment" or (press.action == "read" and press.index is not None)


def edited(context: Context, part: Part) -> bool:
    """Change a comment whose message was edited; false if the message belongs to no comment."""
    number = context.conversation.remarks.get(part.message)
    if number is None or not may_review(context.repository):
        return False
    submission = context.submission(number)
    return submission is not None and commenting.edited(context, submission, part)
