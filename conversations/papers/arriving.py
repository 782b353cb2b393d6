"""A Word file has arrived: what was read waits in the conversation until a button is pressed."""

from datetime import datetime

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Attached
from conversations.dialogue.model import stands
from conversations.dialogue.paper import HELD, HeldPaper, Paper
from conversations.filling.attachments import LARGEST, file_name, home, is_for_files, takes_file
from conversations.languages import in_language
from conversations.papers import texts

_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".pdf")


def may_be_form(given: Attached) -> bool:
    """Return whether a file may be a Word form, by its name."""
    return given.what == "document" and given.name.lower().endswith(_ENDINGS)


def wants_content(conversation: Conversation, given: Attached) -> bool:
    """Return whether a file is worth fetching: the bot would take it, or read it."""
    return takes_file(conversation, given) or (may_be_form(given) and not given.too_big and given.size <= LARGEST)


def is_worth_reading(conversation: Conversation, given: Attached) -> bool:
    """Return whether to look for answers in a fetched file: a PDF at the question for files is a deliverable."""
    return may_be_form(given) and not (named_pdf(given) and is_for_files(conversation, given))


def concerns(conversation: Conversation, given: Attached) -> bool:
    """Return whether a file is a Word form, or is to be told why it is none.

    Any Word file can be a deliverable, so at the question for files it is one; a PDF is one wherever files are taken.
    """
    is_taken = takes_file(conversation, given) if named_pdf(given) else is_for_files(conversation, given)
    return given.paper is not None or (bool(given.unread) and not is_taken)


def named_pdf(given: Attached) -> bool:
    """Tell whether a file is named as a PDF; what it is, its content says."""
    return given.name.lower().endswith(".pdf")


def arrived(context: Context, given: Attached) -> None:
    """Hold what was read; or say why nothing was."""
    name, agreed = file_name(given), stands(context.conversation.consent)
    if given.paper is None:
        context.say(
            texts.not_read(name, given.unread), texts.keep_it_at(in_language(home().question.title)) if agreed else ""
        )
        return
    held = HeldPaper(
        message=given.message,
        at=context.now,
        name=name,
        size=given.size,
        sha256=given.sha256 if agreed else "",  # before the yes no file is stored
        paper=_without_texts(given.paper),
    )
    context.hold_paper(held)
    context.say("" if agreed else texts.WAITS_FOR_YES)
    if given.caption:
        context.say(texts.words_beside(given.caption))


def _without_texts(paper: Paper) -> Paper:
    """Drop the texts of sure answers: their values say the same."""
    answers = (one.model_copy(update={"text": ""}) if one.sure else one for one in paper.answers)
    return paper.model_copy(update={"answers": tuple(answers)})


def until(conversation: Conversation) -> datetime | None:
    """Return when a Word form that waits is to be forgotten."""
    return conversation.paper.at + HELD if conversation.paper else None


def expire(context: Context) -> None:
    """Forget a Word form that has waited too long."""
    held = context.conversation.paper
    if held is not None and abs(context.now - held.at) >= HELD:
        context.hold_paper(None)
