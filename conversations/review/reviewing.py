"""What coordinators do, and authors in reply to them: the commands, the buttons, and what else is heard."""

from collections.abc import Callable
from typing import TypeVar

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Attached, Commanded, Given, Input, Press, Revised, Shared, Unreadable, Wrote
from conversations.dialogue.pages import (
    Card,
    Changes,
    Commenting,
    Confirming,
    Declining,
    Finding,
    Queue,
    Reading,
    ReviewPage,
    Whole,
)
from conversations.dialogue.registry import REGISTRY, Action, Command, Style, obeyed
from conversations.dialogue.replies import Line, Reply
from conversations.dialogue.repositories import Submission, may_review
from conversations.dialogue.state import AtDesk, New, Part
from conversations.dialogue.texts import HELP, NOTHING_TO_SKIP, SPOKEN, unknown_command, unreadable
from conversations.filling import answering
from conversations.filling.actions import by_section
from conversations.form.asked import question_at
from conversations.review import (
    author,
    card,
    commenting,
    deciding,
    enquiries,
    finding,
    note_texts,
    notes,
    pages,
    placing,
    queue,
    reading,
    texts,
)
from conversations.review.navigation import begins_work, find, open_page
from conversations.review.question_view import may_be_commented_on

P = TypeVar("P")

AboutSubmission = Callable[[Context, Submission, Press], None]


def heard(context: Context, given: Input) -> bool:
    """Do what a coordinator asks for; false if the input is meant for the form."""
    match given:
        case Commanded():
            return _commanded(context, given)
        case Wrote():
            return pages.replied(context, given, _part(given))
        case Revised():
            return pages.edited(context, _part(given))
        case Attached(caption=caption) if caption:
            return _captioned(context, given)
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtDesk):
            spoken = isinstance(given, Unreadable) and given.what in SPOKEN
            context.say(unreadable(given.what) if spoken else texts.NO_FILE_HERE)
            return True
        case _:
            return False


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
    if name == "start" and begins_work(context):
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
        case Reading() | Whole() | Changes() | Declining() | Confirming():
            open_page(context, Card(submission=page.submission))
        case _:
            open_page(context, Queue())


def left_without_rights(context: Context, given: Given) -> bool:
    """Say whether somebody is at a page for coordinators without being one; what they wrote there is kept."""
    left = isinstance(context.state, AtDesk) and not may_review(context.repository)
    if left and isinstance(given, Wrote | Attached) and _part(given).text:
        notes.store(context, _part(given))
        context.say(note_texts.RIGHTS_LOST)
    return left


def _confirm(context: Context, submission: Submission, _press: Press) -> None:
    deciding.confirm(context, submission, _open_page(context, Confirming))


def _turn_weight(context: Context, _submission: Submission, _press: Press) -> None:
    commenting.turn_weight(context, _open_page(context, Commenting))


def _close(context: Context, submission: Submission, _press: Press) -> None:
    """Leave a page for the one before, or for the card."""
    page = getattr(context.state, "page", None)
    if isinstance(page, Commenting):
        commenting.leave(context, page)
    else:
        open_page(context, Card(submission=submission.number))


def _open_page(context: Context, kind: type[P]) -> P:
    """Give the open page; TypeError if it is of another kind, since only its own buttons ask for it."""
    page = getattr(context.state, "page", None)
    if not isinstance(page, kind):
        message = f"no such page is open at {context.state.at}"
        raise TypeError(message)
    return page


def _then_card(change: Callable[[Context, Submission], None]) -> AboutSubmission:
    """Make a change to a submission and show its card."""

    def changed(context: Context, submission: Submission, _press: Press) -> None:
        change(context, submission)
        open_page(context, Card(submission=submission.number))

    return changed


def _claim(context: Context, submission: Submission, press: Press) -> None:
    """Claim a submission, show its card, and the notes about it; an old button takes nothing from a colleague."""
    held, me = submission.draft.review.claim, context.repository.me
    if held is not None and held.by.user == me.user:
        context.say(texts.CLAIMED)
    elif not may_be_commented_on(context, submission):
        context.say(texts.CHANGED_MEANWHILE)
    elif held is not None and press.action == "claim":
        context.say(Line.naming(lambda by: texts.taken_by(by, held.since), held.by))
    else:
        card.claim(context, submission)
        notes.show(context, notes.about(context, submission.number))
    open_page(context, Card(submission=submission.number))


def _card(context: Context, submission: Submission, _: Press) -> None:
    open_page(context, Card(submission=submission.number))


def _section(context: Context, submission: Submission, press: Press) -> None:
    commenting.read_section(context, submission, press.about)


def _resolve(context: Context, submission: Submission, press: Press) -> None:
    commenting.settle(context, submission, press, "resolved")


def _open_again(context: Context, submission: Submission, press: Press) -> None:
    commenting.settle(context, submission, press, "open")


def _begins(decision: deciding.Decision) -> AboutSubmission:
    return lambda context, submission, _: deciding.begin(context, submission, decision)


def _consult(context: Context, press: Press) -> None:
    """Send the coordinators the words that a button at a question offers to send."""
    offered = answering.open_question(context).offers[press.index or 0]
    enquiries.ask(context, question_at(press.about), offered.parts)


def _of_submission(
    name: str,
    do: AboutSubmission,
    *,
    standing: bool = False,
    typed_as: Callable[[Press, str], tuple[str, ...]] | None = None,
    style: Style | None = None,
) -> Action:
    """Make the row of a button about the submission whose number it carries; the person is told if it is gone."""

    def done(context: Context, press: Press) -> None:
        submission = find(context, press.draft)
        if submission is not None:
            do(context, submission, press)

    return Action(name, done, role="coordinator", standing=standing, typed_as=typed_as, style=style)


ACTIONS = (
    # for coordinators: the queue
    Action("queue", lambda context, _: open_page(context, Queue()), role="coordinator", standing=True),
    Action("turn", lambda context, press: queue.turn_page(context, press.index or 0), role="coordinator"),
    Action("narrow", lambda context, press: queue.choose_filter(context, press.about), role="coordinator"),
    Action("by", lambda context, press: queue.set_filter(context, press.about, press.index or 0), role="coordinator"),
    Action("mine", lambda context, _: queue.turn_mine(context), role="coordinator"),
    Action(
        "every",
        lambda context, press: queue.set_every(context, tuple(texts.EVERY)[press.index or 0]),
        role="coordinator",
    ),
    # for coordinators: a search
    Action(
        "found",
        lambda context, press: finding.turn_page(context, _open_page(context, Finding), press.index or 0),
        role="coordinator",
    ),
    Action(
        "findword",
        lambda context, press: finding.find_one_word(context, _open_page(context, Finding), press.index or 0),
        role="coordinator",
    ),
    # one submission: its number is the draft of the press
    _of_submission("read", _card, standing=True),
    _of_submission("section", _section, standing=True, typed_as=by_section),
    _of_submission("whole", lambda context, one, _: reading.read_whole(context, one)),
    _of_submission("dossierform", lambda context, one, _: reading.send_form(context, one)),
    _of_submission("reviewform", lambda context, one, _: reading.send_form_with_review(context, one)),
    _of_submission("changes", lambda context, one, _: reading.read_changes(context, one)),
    _of_submission("claim", _claim, standing=True),
    _of_submission("takeover", _claim),
    _of_submission("letgo", _then_card(card.let_go)),
    # its comments
    _of_submission("comment", commenting.begin, standing=True),
    _of_submission("weight", _turn_weight),
    _of_submission("reword", commenting.reword, standing=True),
    _of_submission("weigh", commenting.weigh),
    _of_submission("reweigh", commenting.reweigh, standing=True),
    _of_submission("unsay", commenting.withdraw, style="danger"),
    _of_submission("unsaid", commenting.unsay, standing=True, style="danger"),
    _of_submission("resolve", _resolve),
    _of_submission("anew", _open_again),
    # notes: words that are no comment yet; the index is the number of the note
    _of_submission("noteon", placing.with_note(placing.choose), standing=True),
    _of_submission("place", placing.with_note(placing.place), standing=True),
    _of_submission("placeclaim", placing.with_note(placing.claim), standing=True),
    _of_submission("placetake", placing.with_note(placing.take_over), standing=True),
    _of_submission("placegive", placing.with_note(placing.give), standing=True),
    _of_submission("notereply", placing.with_note(placing.reply_to_author), standing=True),
    Action("notefind", placing.find, role="coordinator", standing=True),
    Action("notedrop", placing.delete, role="coordinator", standing=True),
    Action("notes", placing.show, role="coordinator", standing=True),
    # the decision
    _of_submission("request", _begins("request"), style="primary"),
    _of_submission("approve", _begins("approve"), style="success"),
    _of_submission("decline", _begins("decline"), style="danger"),
    _of_submission("reopen", _begins("reopen")),
    _of_submission("takeback", _then_card(deciding.take_back)),
    _of_submission(
        "usereason", lambda context, one, _: deciding.use_reason(context, one, _open_page(context, Declining))
    ),
    _of_submission("sure", _confirm, style="primary"),
    _of_submission("close", _close),
    # for authors
    Action("submit", author.hand_in, style="success"),
    Action("consult", _consult),
    Action("seen", author.list_readers, only_shows=True),
    Action("look", author.open_submission, standing=True),
    Action("revising", author.open_comments, standing=True),
    Action("fix", author.open_question, standing=True),
    Action("revise", author.send, style="success"),
    Action("discard", author.discard, style="danger"),
    Action("withdraw", author.ask_to_withdraw),
    Action("withdrawn", author.withdraw, style="danger"),
    Action("again", author.hand_in_again, style="success"),
)

COMMANDS = (
    Command(
        "queue",
        lambda context, _: open_page(context, Queue()),
        role="coordinator",
        menu="What waits for review",
        place=1,
    ),
    Command("show", queue.show, role="coordinator", takes="words"),
    Command("find", finding.find, role="coordinator", takes="words", menu="Find practices by words", place=2),
    Command("notify", queue.notify, role="coordinator", takes="words", menu="How often you hear of news", place=3),
)
