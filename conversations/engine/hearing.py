"""What the form does with each input; ``filling/meaning.py`` decides what a text is."""

from typing import assert_never

from conversations.admin import actions
from conversations.dialogue import reviews
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import (
    Attached,
    Chose,
    Commanded,
    Given,
    Invited,
    Picked,
    Registered,
    Revised,
    Shared,
    Unreadable,
    Wrote,
)
from conversations.dialogue.model import stands
from conversations.dialogue.parts import LONG, was_cut
from conversations.dialogue.registry import REGISTRY, Command, obeyed
from conversations.dialogue.replies import WordForm
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
from conversations.engine import commanding, pressing, texts
from conversations.filling import (
    answering,
    attachments,
    commands,
    doubting,
    edits,
    headings,
    late_choices,
    meaning,
    navigation,
    refusing,
    request,
    sharing,
    storing,
    without_question,
)
from conversations.filling import texts as filling_texts
from conversations.filling.meaning import (
    Answer,
    Correction,
    Doubted,
    Elsewhere,
    LateChoice,
    Nothing,
    ReplyToNothing,
    Rest,
    Skip,
    ToComment,
    ToEnquiry,
    Undecided,
    Unfinished,
)
from conversations.filling.sent_before import Repeated, plain
from conversations.form.asked import question_at
from conversations.privacy import consent
from conversations.remarks.listening import said_anywhere
from conversations.review import enquiries, pages


def greeted(context: Context, given: Given) -> bool:
    """Welcome somebody who has no practice, and begin one; false if there is more to do."""
    if not isinstance(context.state, New):
        return False
    if isinstance(given, Commanded):
        return _welcomed(context, given)
    if isinstance(given, Chose) and (context.conversation.begun > 0 or REGISTRY.is_for_reviewers(given)):
        return False  # all practices were deleted, or the button needs none
    if isinstance(given, Chose):
        context.toast = texts.BUTTON_GONE
        context.say(texts.BUTTON_GONE, *texts.WELCOME)
    else:
        context.say(*texts.WELCOME, texts.STARTED_FIRST)
    navigation.begin(context)
    return True


def _welcomed(context: Context, given: Commanded) -> bool:
    """Welcome somebody who sent a command; one that only says something is still to be carried out."""
    if consent.wanted(context):
        return False
    context.say(*texts.WELCOME)
    navigation.begin(context)
    command = commanding.known(context, given)
    if command is None:
        context.say(dialogue_texts.unknown_command(commanding.whole_name(given)))
    return command is None or not command.only_says


def heard(context: Context, given: Given) -> bool:  # noqa: C901 - one for each input
    """Take whatever is meant for the form."""
    match given:
        case Wrote():
            wrote(context, given)
        case Chose():
            pressing.chose(context, given)
        case Revised():
            edits.revised(context, Part(message=given.message, text=given.text, links=given.links))
        case Commanded():
            _commanded(context, given)
        case Attached():
            attached(context, given)
        case Shared():
            sharing.shared(context, given)
        case Unreadable(what=what):
            context.say(dialogue_texts.unreadable(what))
        case Picked():
            context.say(dialogue_texts.unreadable("contact"))  # the person is no longer an admin
        case Registered(reference=reference):
            _registered(context, reference)
        case Invited():
            pass  # the person who asked for it is no longer an admin
        case _:
            assert_never(given)
    return True


def _commanded(context: Context, given: Commanded) -> None:
    if not obeyed(context, given, (*commands.COMMANDS, *commanding.COMMANDS)):
        context.say(dialogue_texts.unknown_command(given.name))


def _registered(context: Context, reference: str) -> None:
    if isinstance(context.state, Submitted) and context.draft.reference is None:
        context.keep(context.draft.model_copy(update={"reference": reference}))
        context.enclose(WordForm(draft=context.draft.number), dialogue_texts.form_caption(context.draft.reference))


def wrote(context: Context, given: Wrote) -> None:
    """Carry out a text."""
    command = commanding.unslashed(context, given)
    if command is not None:
        _commanded(context, command)
        return
    asked, part = context.asked, Part(message=given.message, text=given.text, links=given.links)
    own, *others = (given.answered is None and headings.pieces(context, part)) or (part,)
    _said(context, given, headings.without(context, own))
    if asked and others:
        headings.offer(context, asked, others)


def _said(context: Context, given: Wrote, part: Part) -> None:
    """Carry out a text, or its piece for the open question."""
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
            late_choices.chosen_late(context, found, part)
        case Nothing():
            _without_question(context, part)
        case _:
            _at_question(context, found, part)


def _at_question(
    context: Context,
    found: Answer | Skip | Unfinished | Rest | Undecided | Correction | Repeated | Doubted | ReplyToNothing,
    part: Part,
) -> None:
    """Take a text at an open question, or say why it needs a press."""
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
        case Undecided():
            refusing.undecided(context, open_, asked, part)
        case Correction(offers=offered, said=said):
            answering.propose(context, asked, (part,), offered, said)
        case Doubted(remark=remark):
            doubting.doubt(context, asked, (part,), remark)
        case Repeated(title=title, changed=changed):
            answering.hold(context, asked, (part,))
            context.say(texts.sent_before_changed(title) if changed else texts.sent_before(title))
        case ReplyToNothing():
            problem = answering.hold(context, asked, (part,))
            context.say(problem or texts.reply_to_nothing(asked.question.title))
        case _:
            assert_never(found)


def _without_question(context: Context, part: Part) -> None:
    """Take a text in a state without an open question."""
    state = context.state
    match state:
        case Collecting():
            _collect(context, state, part)
        case Forgetting():
            context.say(texts.PICK_ONE)
        case Repeating():
            without_question.at_repetition(context, state, part)
        case Summary():
            _at_summary(context, state, part)
        case Replying():
            request.replied(context, state, part)
        case AtDesk():
            pages.wrote(context, state.page, part)
        case AtOffice(page=page):
            actions.wrote(context, page, part)
        case Opened() if context.draft.status == "draft" and without_question.at_section(context, state, part):
            pass
        case (
            Asking() | Choosing() | Opened() | Overview() | Timing() | Submitted() | New() | Revising() | Withdrawing()
        ):
            waiting = isinstance(state, Submitted) and context.draft.status == "submitted"
            context.say(said_anywhere(part.words, waiting=waiting) or _no_question(context))
        case _:
            assert_never(state)


def _at_summary(context: Context, state: Summary, part: Part) -> None:
    if commanding.is_summary(part.words):
        return  # it is shown again
    if context.draft.status == "draft":
        without_question.at_summary(context, state, part)
    else:
        context.briefly = True
        waiting = context.draft.status == "submitted"
        context.say(said_anywhere(part.words, waiting=waiting) or _no_question(context))


def _no_question(context: Context) -> str:
    """Say that no question is open; after Submit also how to change an answer."""
    if isinstance(context.state, Submitted | Summary) and reviews.allows(context.draft, "revise"):
        return texts.SUBMITTED_SO
    chooses = isinstance(context.state, Asking | Choosing | Timing)
    return texts.PICK_ONE if chooses else texts.PICK_BUTTON_FIRST


def _collect(context: Context, state: Collecting, part: Part) -> None:
    """Add a part to a long answer, unless it has come before; an app may cut two equal parts in a row."""
    said, earlier = plain(part.words), [plain(other.words) for other in state.parts]
    in_a_row = said == earlier[-1] and was_cut(state.parts[-1])
    storing.file(context, context.draft, question_at(state.question), (part,))
    if said in earlier and len(said) >= LONG and not in_a_row:
        refusing.refuse(context, question_at(state.question), (part,), texts.PART_IS_HERE)
    else:
        context.stay(state.model_copy(update={"parts": (*state.parts, part)}))


def slashed(context: Context, given: Commanded) -> bool:
    """Take a message that only begins like a command as a text; false if it is the command."""
    command, foreign = commanding.known(context, given), commanding.is_for_another(context, given)
    if command is not None and (not given.argument or command.takes_words(given.argument)):
        return False
    if not foreign and len(given.argument.split()) <= 1 and REGISTRY.is_for_reviewers(given):
        return False  # without the role, it is answered as an unknown command
    state, asked = context.state, context.asked
    if asked is None or not stands(context.conversation.consent):
        if foreign:
            context.say(dialogue_texts.unknown_command(commanding.whole_name(given)))
        return foreign
    part = Part(message=given.message, text=given.text or f"/{given.name} {given.argument}".strip(), links=given.links)
    if isinstance(state, Collecting) and given.argument:
        _collect(context, state, part)
    elif isinstance(state, Collecting) or (command is not None and not asked.kind.keeps_text):
        return False
    elif given.answered is not None and command is None:
        reply_to, answered = given.reply_to, given.answered
        wrote(
            context, Wrote(text=part.text, message=part.message, links=part.links, reply_to=reply_to, answered=answered)
        )
    else:
        _hold_command(context, given, part, command)
    return True


def _hold_command(context: Context, given: Commanded, part: Part, command: Command | None) -> None:
    """Offer what looks like a command as the answer; one that only says something says it at once."""
    answering.hold(context, question_at(answering.open_question(context).question), (part,))
    if command is None:
        context.say(dialogue_texts.unknown_command(commanding.whole_name(given)))
    elif command.only_says:
        command.do(context, given.argument)
    else:
        context.say(texts.command_with_words(given.name))


def attached(context: Context, given: Attached) -> None:
    """Take a file at its question; elsewhere, offer its caption as the answer."""
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
