"""What is heard from coordinators: commands, replies, edits, files, and what is written at their pages."""

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Attached, Commanded, Given, Revised, Shared, Unreadable, Wrote
from conversations.dialogue.pages import (
    Answering,
    Asked,
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Question,
    Questions,
    Queue,
    Reading,
    ReviewPage,
    Whole,
)
from conversations.dialogue.registry import REGISTRY, obeyed
from conversations.dialogue.replies import Reply
from conversations.dialogue.repositories import may_review
from conversations.dialogue.state import AtDesk, New, Part
from conversations.dialogue.texts import HELP, NOTHING_TO_SKIP, SPOKEN, unknown_command, unreadable
from conversations.filling.role_texts import RIGHTS_LOST
from conversations.review import (
    commenting,
    note_texts,
    notes,
    pages,
    texts,
)
from conversations.review.actions import COMMANDS
from conversations.review.navigation import begins_work, is_start, open_page


def heard(context: Context, given: Given) -> bool:
    """Do what a coordinator asks for; false if the input is meant for the form."""
    match given:
        case Commanded():
            return _commanded(context, given)
        case Wrote():
            return pages.replied(context, given, _part(given)) or _begun_with(context, given)
        case Revised():
            return pages.edited(context, _part(given))
        case Attached(caption=caption) if caption:
            return _captioned(context, given) or _begun_with(context, given)
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtDesk):
            spoken = isinstance(given, Unreadable) and given.what in SPOKEN
            context.say(unreadable(given.what) if spoken else texts.NO_FILE_HERE)
            pages.answer_briefly(context, context.state.page)
            return True
        case _:
            return _begun_with(context, given)


def _begun_with(context: Context, given: Given) -> bool:
    """Lead a coordinator's first message to the queue, and keep its words; false if it is not the first."""
    is_message = isinstance(given, Wrote | Attached | Shared | Unreadable)
    if not is_message or not may_review(context.repository) or not begins_work(context):
        return False
    context.say(texts.WELCOME)
    open_page(context, Queue(first=True))
    if isinstance(given, Wrote):
        notes.keep_beside(context, _part(given))
    return True


def _part(given: Wrote | Revised | Attached | Commanded) -> Part:
    words = given.caption if isinstance(given, Attached) else given.text
    return Part(message=given.message, text=words, links=given.links)


def _captioned(context: Context, given: Attached) -> bool:
    """Take the words under a file as if they came alone; false if they are meant for the form."""
    if not (isinstance(context.state, AtDesk) or pages.is_reply(context, given)):
        return False
    context.say(note_texts.ONLY_WORDS)
    _written(context, given)
    if context.silent and context.said:
        notes.alone(context, Reply(lines=()))
    return True


def _written(context: Context, given: Attached | Commanded) -> None:
    """Take the words of a file or of an unknown command as a text."""
    part = _part(given)
    if not pages.replied(context, given, part) and isinstance(context.state, AtDesk):
        pages.wrote(context, context.state.page, part)


def _commanded(context: Context, given: Commanded) -> bool:
    """Carry out a command; false if it is one of the form."""
    if _is_text(context, given):
        known = REGISTRY.command_of(context.repository, given.name)
        context.say(note_texts.takes_no_words(given.name) if known else unknown_command(given.name))
        _written(context, given)
        return True
    return obeyed(context, given, COMMANDS) or _meant_differently(context, given.name)


def _is_text(context: Context, given: Commanded) -> bool:
    """Say whether a message at the desk only begins like a command: with words behind it that it does not take."""
    command = REGISTRY.command_of(context.repository, given.name)
    takes = command is not None and command.takes_words(given.argument)
    return isinstance(context.state, AtDesk) and bool(given.argument) and not takes


def _meant_differently(context: Context, name: str) -> bool:
    """Carry out a command of the form in the way that coordinators mean it; false if the form is to carry it out."""
    state = context.state
    if not may_review(context.repository):
        return False
    if name == "help":
        context.say(texts.HELP, HELP)
        if isinstance(state, New):
            open_page(context, Queue())
        return True
    if begins_work(context) and is_start(context, name):
        context.say(texts.WELCOME)
        open_page(context, Queue(first=True))
        return True
    return isinstance(state, AtDesk) and _meant_at_the_desk(context, state, name)


def _meant_at_the_desk(context: Context, state: AtDesk, name: str) -> bool:
    match name:
        case "start":
            context.stay(state)
        case "back":
            _up(context, state.page)
        case "skip":
            context.say(NOTHING_TO_SKIP)
        case _:
            return False
    return True


def _up(context: Context, page: ReviewPage) -> None:
    """Go to the page that this one was opened from."""
    match page:
        case Commenting():
            commenting.leave(context, page)
        case Answering():
            open_page(context, page.question)
        case Question():
            open_page(context, Questions())
        case Asked() | Reading() | Whole() | Changes() | Declining() | Confirming():
            open_page(context, Card(submission=page.submission))
        case _:
            open_page(context, Queue())


def left_without_rights(context: Context, given: Given) -> bool:
    """Say whether somebody is at a page for coordinators without being one; what they wrote there is kept."""
    left = isinstance(context.state, AtDesk) and not may_review(context.repository)
    if left and isinstance(given, Wrote | Attached) and _part(given).text:
        notes.store(context, _part(given))
        context.say(RIGHTS_LOST)
    return left
