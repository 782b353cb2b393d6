"""What coordinators do, and authors in reply to them: the commands, the buttons, and what else is heard."""

from collections.abc import Callable
from typing import TypeVar

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Attached, Commanded, Input, Press, Revised, Shared, Unreadable, Wrote
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
from conversations.dialogue.registry import Action, Command, obeyed
from conversations.dialogue.repositories import Submission, may_review
from conversations.dialogue.state import AtDesk, New, Part
from conversations.dialogue.texts import HELP, NOTHING_TO_SKIP, SPOKEN, unreadable
from conversations.filling import answering
from conversations.filling.actions import by_section
from conversations.form.asked import question_at
from conversations.review import author, card, commenting, deciding, enquiries, finding, pages, queue, reading, texts
from conversations.review.navigation import find, open_page

P = TypeVar("P")

AboutSubmission = Callable[[Context, Submission, Press], None]


def heard(context: Context, given: Input) -> bool:
    """Do what a coordinator asks for; false if the input is meant for the form."""
    match given:
        case Commanded():
            return obeyed(context, given, COMMANDS) or _meant_differently(context, given.name)
        case Wrote():
            return pages.replied(context, given)
        case Revised(message=message, text=text):
            return pages.edited(context, Part(message=message, text=text))
        case Attached() | Shared() | Unreadable() if isinstance(context.state, AtDesk):
            spoken = isinstance(given, Unreadable) and given.what in SPOKEN
            context.say(unreadable(given.what) if spoken else texts.NO_FILE_HERE)
            return True
        case _:
            return False


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
    if isinstance(state, New) and name == "start" and context.repository.role == "coordinator":
        context.say(texts.WELCOME)
        open_page(context, Queue())
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
            open_page(context, page.section)
        case Reading() | Whole() | Changes() | Declining() | Confirming():
            open_page(context, Card(submission=page.submission))
        case _:
            open_page(context, Queue())


def left_without_rights(context: Context) -> bool:
    """Say whether somebody is at a page for coordinators without being one."""
    return isinstance(context.state, AtDesk) and not may_review(context.repository)


def _confirm(context: Context, submission: Submission, _press: Press) -> None:
    deciding.confirm(context, submission, _open_page(context, Confirming))


def _turn_weight(context: Context, _submission: Submission, _press: Press) -> None:
    commenting.turn_weight(context, _open_page(context, Commenting))


def _close(context: Context, submission: Submission, press: Press) -> None:
    """Leave a page for the section that it is about, or for the card."""
    if press.about:
        commenting.read_section(context, submission, press.about)
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
) -> Action:
    """Make the row of a button about the submission whose number it carries; the person is told if it is gone."""

    def done(context: Context, press: Press) -> None:
        submission = find(context, press.draft)
        if submission is not None:
            do(context, submission, press)

    return Action(name, done, role="coordinator", standing=standing, typed_as=typed_as)


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
    _of_submission("changes", lambda context, one, _: reading.read_changes(context, one)),
    _of_submission("claim", _then_card(card.claim)),
    _of_submission("takeover", _then_card(card.claim)),
    _of_submission("letgo", _then_card(card.let_go)),
    # its comments
    _of_submission("comment", commenting.begin, standing=True),
    _of_submission("weight", _turn_weight),
    _of_submission("reword", commenting.reword),
    _of_submission("unsay", commenting.withdraw),
    _of_submission("resolve", _resolve),
    _of_submission("anew", _open_again),
    # the decision
    _of_submission("request", _begins("request")),
    _of_submission("approve", _begins("approve")),
    _of_submission("decline", _begins("decline")),
    _of_submission("reopen", _begins("reopen")),
    _of_submission("takeback", _then_card(deciding.take_back)),
    _of_submission("sure", _confirm),
    _of_submission("close", _close),
    # for authors
    Action("submit", author.hand_in),
    Action("consult", _consult),
    Action("seen", author.list_readers, only_shows=True),
    Action("look", author.open_submission, standing=True),
    Action("revising", author.open_comments, standing=True),
    Action("fix", author.open_question, standing=True),
    Action("revise", author.send),
    Action("discard", author.discard),
    Action("withdraw", author.ask_to_withdraw),
    Action("withdrawn", author.withdraw),
    Action("again", author.hand_in_again),
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
