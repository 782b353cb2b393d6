"""Carry out a text: ``meaning`` says what it is, this module does what follows."""

from typing import assert_never

from conversations import (
    answering,
    attaching,
    commanding,
    listed,
    meaning,
    pressing,
    revising,
    storing,
    wording,
)
from conversations.admin import administering
from conversations.asked import question_at
from conversations.consent.given import stands
from conversations.meaning import (
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
from conversations.messages import Attached, Commanded, Wrote
from conversations.parts import LONG, was_cut
from conversations.place import (
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
from conversations.remarks.listening import said_anywhere
from conversations.review import enquiries, replying, rules, writing
from conversations.talk import Talk


def wrote(talk: Talk, given: Wrote) -> None:
    """Do what a text is for."""
    part = Part(message=given.message, text=given.text, links=given.links)
    found = meaning.of(talk, given, part)
    elsewhere = isinstance(found, Elsewhere | ToComment | ToEnquiry)
    if isinstance(found, Nothing) and answering.another(talk, part):
        return
    if pressing.typed(talk, part.words, meaning.NAVIGATION if elsewhere else None):
        return
    match found:
        case Elsewhere():
            revising.replied(talk, found, part)
        case Doubted(about=Elsewhere() as about):
            revising.doubted(talk, about, part, found.remark)
        case ToEnquiry(draft=draft, enquiry=number):
            enquiries.ask_again(talk, draft, number, part)
        case ToComment(draft=draft, comment=comment):
            replying.replied_to_letter(talk, draft, comment, part)
        case LateChoice():
            listed.chosen_late(talk, found, part)
        case Nothing():
            _elsewhere(talk, part)
        case _:
            _at_question(talk, found, part)


def _at_question(
    talk: Talk, found: Answer | Skip | Unfinished | Rest | Repeated | Doubted | Doubtful, part: Part
) -> None:
    """Take a text at an open question, or say why it waits for a press."""
    open_ = answering.open_question(talk)
    asked = question_at(open_.question)
    match found:
        case Answer():
            answering.answer(talk, asked, (part,))
        case Skip():
            answering.skip(talk, asked, (part,))
        case Unfinished():
            storing.file(talk, talk.draft, asked, (part,))
            talk.go(Collecting(question=asked.path, then=open_.then, parts=(part,)))
        case Rest(parts=parts):
            answering.hold(talk, asked, parts)
            talk.say(wording.REST_WAITS)
        case Doubted(remark=remark):
            answering.doubt(talk, asked, (part,), remark)
        case Repeated(title=title, changed=changed):
            answering.hold(talk, asked, (part,))
            talk.say(wording.sent_before_changed(title) if changed else wording.sent_before(title))
        case Doubtful():
            problem = answering.hold(talk, asked, (part,))
            talk.say(problem or wording.reply_to_nothing(asked.question.title))
        case _:
            assert_never(found)


def _elsewhere(talk: Talk, part: Part) -> None:
    """Take words where no question has just been asked."""
    place = talk.place
    match place:
        case Collecting():
            _collect(talk, place, part)
        case Forgetting():
            talk.say(wording.PICK_ONE)
        case Asking() | Repeating() | Choosing() | Opened() | Overview() | Timing() | Summary():
            talk.say(said_anywhere(part.words) or _no_question(talk))
        case Replying():
            replying.replied(talk, place, part)
        case AtDesk():
            writing.written(talk, place.page, part)
        case AtOffice(page=page):
            administering.wrote(talk, page, part.text)
        case Submitted():
            waiting = talk.draft.status == "submitted"
            talk.say(said_anywhere(part.words, waiting=waiting) or _no_question(talk))
        case New() | Revising() | Withdrawing():
            talk.say(said_anywhere(part.words) or wording.PICK_BUTTON_FIRST)
        case _:
            assert_never(place)


def _no_question(talk: Talk) -> str:
    """Say that no question is open; after Submit also how an answer is changed."""
    if isinstance(talk.place, Submitted | Summary) and rules.allows(talk.draft, "revise"):
        return wording.SUBMITTED_SO
    return wording.PICK_BUTTON_FIRST if isinstance(talk.place, Submitted) else wording.PICK_ONE


def _collect(talk: Talk, place: Collecting, part: Part) -> None:
    """Add a part to an answer that is arriving, unless it has come before; a client may cut two alike in a row."""
    said, earlier = meaning.plain(part.words), [meaning.plain(other.words) for other in place.parts]
    in_a_row = said == earlier[-1] and was_cut(place.parts[-1])
    storing.file(talk, talk.draft, question_at(place.question), (part,))
    if said in earlier and len(said) >= LONG and not in_a_row:
        answering.refuse(talk, question_at(place.question), (part,), wording.PART_IS_HERE)
    else:
        talk.stay(place.model_copy(update={"parts": (*place.parts, part)}))


def slashed(talk: Talk, given: Commanded) -> bool:
    """Take a message that only begins like a command as words; false where it is to be heard as the command."""
    known, foreign = commanding.knows(talk, given), commanding.is_for_another(talk, given)
    if known and (not given.argument or commanding.takes_words(given)):
        return False
    if not foreign and len(given.argument.split()) <= 1 and commanding.is_of_others(given.name):
        return False  # without the right to it, the command is answered as an unknown one
    place, asked = talk.place, talk.asked
    if asked is None or not stands(talk.conversation.consent):
        if foreign:
            talk.say(wording.unknown_command(commanding.whole_name(given)))
        return foreign
    part = Part(message=given.message, text=given.text or f"/{given.name} {given.argument}".strip(), links=given.links)
    if isinstance(place, Collecting) and given.argument:
        _collect(talk, place, part)
    elif isinstance(place, Collecting) or (known and not asked.kind.keeps_text):
        return False
    elif given.answered is not None and not known:
        reply_to, answered = given.reply_to, given.answered
        wrote(talk, Wrote(text=part.text, message=part.message, links=part.links, reply_to=reply_to, answered=answered))
    else:
        _hold_command(talk, given, part, known=known)
    return True


def _hold_command(talk: Talk, given: Commanded, part: Part, *, known: bool) -> None:
    """Offer what looks like a command as the answer; /help is given at once."""
    answering.hold(talk, question_at(answering.open_question(talk).question), (part,))
    if known:
        talk.say(commanding.TOLD.get(given.name) or wording.command_with_words(given.name))
    else:
        talk.say(wording.unknown_command(commanding.whole_name(given)))


def attached(talk: Talk, given: Attached) -> None:
    """Take a file where one is wanted; words under another can be taken with a press where they would be an answer."""
    if attaching.attached(talk, given):
        return
    place, asked, home = talk.place, talk.asked, attaching.where_files_go()
    part = Part(message=given.message, text=given.caption, links=given.links)
    refused = wording.file_refused(given.what, home)
    if not given.caption or asked is None:
        talk.say(refused, wording.CAPTION_NOT_TAKEN if given.caption else "")
    elif isinstance(place, Collecting):
        talk.say(wording.caption_added(given.what))
        _collect(talk, place, part)
    else:
        problem = answering.hold(talk, asked, (part,), wording.USE_CAPTION)
        talk.say(*((refused, problem) if problem else (wording.caption_refused(given.what),)))
