"""Carry out a text: ``meaning`` says what it is, this module does what follows."""

from typing import assert_never

from conversations.admin import actions
from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Attached, Commanded, Wrote
from conversations.dialogue.model import stands
from conversations.dialogue.parts import LONG, was_cut
from conversations.dialogue.state import (
    Asking,
    AtDesk,
    AtOffice,
    Choosing,
    Collecting,
    Forgetting,
    New,
    Opened,
    Overview,
    Part,
    Repeating,
    Replying,
    Revising,
    Submitted,
    Summary,
    Timing,
    Withdrawing,
)
from conversations.engine import commanding, pressing, stale, texts
from conversations.filling import answering, attachments, edits, meaning, request, storing
from conversations.filling import texts as filling_texts
from conversations.filling.meaning import (
    Answer,
    Doubted,
    Doubtful,
    Elsewhere,
    LateChoice,
    Nothing,
    Repeated,
    Rest,
    Skip,
    ToComment,
    ToEnquiry,
    Unfinished,
)
from conversations.form.asked import question_at
from conversations.remarks.listening import said_anywhere
from conversations.review import enquiries, pages


def wrote(context: Context, given: Wrote) -> None:
    """Do what a text is for."""
    part = Part(message=given.message, text=given.text, links=given.links)
    found = meaning.of(context, given, part)
    elsewhere = isinstance(found, Elsewhere | ToComment | ToEnquiry)
    if isinstance(found, Nothing) and answering.another(context, part):
        return
    if pressing.typed(context, part.words, meaning.NAVIGATION if elsewhere else None):
        return
    match found:
        case Elsewhere():
            edits.replied(context, found, part)
        case Doubted(about=Elsewhere() as about):
            edits.doubted(context, about, part, found.remark)
        case ToEnquiry(draft=draft, enquiry=number):
            enquiries.ask_again(context, draft, number, part)
        case ToComment(draft=draft, comment=comment):
            request.replied_to_letter(context, draft, comment, part)
        case LateChoice():
            stale.chosen_late(context, found, part)
        case Nothing():
            _elsewhere(context, part)
        case _:
            _at_question(context, found, part)


def _at_question(
    context: Context, found: Answer | Skip | Unfinished | Rest | Repeated | Doubted | Doubtful, part: Part
) -> None:
    """Take a text at an open question, or say why it waits for a press."""
    open_ = answering.open_question(context)
    asked = question_at(open_.question)
    match found:
        case Answer():
            answering.answer(context, asked, (part,))
        case Skip():
            answering.skip(context, asked, (part,))
        case Unfinished():
            storing.file(context, context.draft, asked, (part,))
            context.go(Collecting(question=asked.path, return_to=open_.return_to, parts=(part,)))
        case Rest(parts=parts):
            answering.hold(context, asked, parts)
            context.say(texts.REST_WAITS)
        case Doubted(remark=remark):
            answering.doubt(context, asked, (part,), remark)
        case Repeated(title=title, changed=changed):
            answering.hold(context, asked, (part,))
            context.say(texts.sent_before_changed(title) if changed else texts.sent_before(title))
        case Doubtful():
            problem = answering.hold(context, asked, (part,))
            context.say(problem or texts.reply_to_nothing(asked.question.title))
        case _:
            assert_never(found)


def _elsewhere(context: Context, part: Part) -> None:
    """Take words where no question has just been asked."""
    state = context.state
    match state:
        case Collecting():
            _collect(context, state, part)
        case Forgetting():
            context.say(texts.PICK_ONE)
        case Asking() | Repeating() | Choosing() | Opened() | Overview() | Timing() | Summary():
            context.say(said_anywhere(part.words) or _no_question(context))
        case Replying():
            request.replied(context, state, part)
        case AtDesk():
            pages.wrote(context, state.page, part)
        case AtOffice(page=page):
            actions.wrote(context, page, part.text)
        case Submitted():
            waiting = context.draft.status == "submitted"
            context.say(said_anywhere(part.words, waiting=waiting) or _no_question(context))
        case New() | Revising() | Withdrawing():
            context.say(said_anywhere(part.words) or texts.PICK_BUTTON_FIRST)
        case _:
            assert_never(state)


def _no_question(context: Context) -> str:
    """Say that no question is open; after Submit also how an answer is changed."""
    if isinstance(context.state, Submitted | Summary) and reviews.allows(context.draft, "revise"):
        return texts.SUBMITTED_SO
    return texts.PICK_BUTTON_FIRST if isinstance(context.state, Submitted) else texts.PICK_ONE


def _collect(context: Context, state: Collecting, part: Part) -> None:
    """Add a part to an answer that is arriving, unless it has come before; a client may cut two alike in a row."""
    said, earlier = meaning.plain(part.words), [meaning.plain(other.words) for other in state.parts]
    in_a_row = said == earlier[-1] and was_cut(state.parts[-1])
    storing.file(context, context.draft, question_at(state.question), (part,))
    if said in earlier and len(said) >= LONG and not in_a_row:
        answering.refuse(context, question_at(state.question), (part,), texts.PART_IS_HERE)
    else:
        context.stay(state.model_copy(update={"parts": (*state.parts, part)}))


def slashed(context: Context, given: Commanded) -> bool:
    """Take a message that only begins like a command as words; false where it is to be heard as the command."""
    known, foreign = commanding.knows(context, given), commanding.is_for_another(context, given)
    if known and (not given.argument or commanding.takes_words(given)):
        return False
    if not foreign and len(given.argument.split()) <= 1 and commanding.is_of_others(given.name):
        return False  # without the right to it, the command is answered as an unknown one
    state, asked = context.state, context.asked
    if asked is None or not stands(context.conversation.consent):
        if foreign:
            context.say(texts.unknown_command(commanding.whole_name(given)))
        return foreign
    part = Part(message=given.message, text=given.text or f"/{given.name} {given.argument}".strip(), links=given.links)
    if isinstance(state, Collecting) and given.argument:
        _collect(context, state, part)
    elif isinstance(state, Collecting) or (known and not asked.kind.keeps_text):
        return False
    elif given.answered is not None and not known:
        reply_to, answered = given.reply_to, given.answered
        wrote(
            context, Wrote(text=part.text, message=part.message, links=part.links, reply_to=reply_to, answered=answered)
        )
    else:
        _hold_command(context, given, part, known=known)
    return True


def _hold_command(context: Context, given: Commanded, part: Part, *, known: bool) -> None:
    """Offer what looks like a command as the answer; /help is given at once."""
    answering.hold(context, question_at(answering.open_question(context).question), (part,))
    if known:
        context.say(commanding.TOLD.get(given.name) or texts.command_with_words(given.name))
    else:
        context.say(texts.unknown_command(commanding.whole_name(given)))


def attached(context: Context, given: Attached) -> None:
    """Take a file where one is wanted; words under another can be taken with a press where they would be an answer."""
    if attachments.attached(context, given):
        return
    state, asked, home = context.state, context.asked, attachments.where_files_go()
    part = Part(message=given.message, text=given.caption, links=given.links)
    refused = texts.file_refused(given.what, home)
    if not given.caption or asked is None:
        context.say(refused, texts.CAPTION_NOT_TAKEN if given.caption else "")
    elif isinstance(state, Collecting):
        context.say(texts.caption_added(given.what))
        _collect(context, state, part)
    else:
        problem = answering.hold(context, asked, (part,), filling_texts.USE_CAPTION)
        context.say(*((refused, problem) if problem else (texts.caption_refused(given.what),)))
