"""The buttons and commands of coordinators, and the buttons of authors in reply to them."""

from collections.abc import Callable
from typing import TypeVar

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.pages import (
    Answering,
    Asked,
    Card,
    Commenting,
    Confirming,
    Declining,
    Finding,
    Questions,
    Queue,
)
from conversations.dialogue.registry import Action, Command, Style
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Enquiry
from conversations.filling import answering, role_texts
from conversations.filling.actions import by_section
from conversations.form.asked import question_at
from conversations.review import (
    author,
    card,
    comment_texts,
    commenting,
    deciding,
    enquiries,
    finding,
    notes,
    placing,
    questions,
    queue,
    queue_texts,
    reading,
    texts,
)
from conversations.review.navigation import find, open_page
from conversations.review.question_view import may_be_commented_on

P = TypeVar("P")

AboutSubmission = Callable[[Context, Submission, Press], None]


def _confirm(context: Context, submission: Submission, _press: Press) -> None:
    deciding.confirm(context, submission, _open_page(context, Confirming))


def _turn_weight(context: Context, _submission: Submission, _press: Press) -> None:
    commenting.turn_weight(context, _open_page(context, Commenting))


def _send_reply(context: Context, submission: Submission, enquiry: Enquiry) -> None:
    questions.send(context, submission, enquiry, _open_page(context, Answering))


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
    if not may_be_commented_on(context, submission):
        context.say(role_texts.CHANGED_MEANWHILE)
    elif held is not None and held.by.user == me.user:
        context.say(texts.CLAIMED)
    elif held is not None and press.action == "claim":
        context.say(Line.naming(lambda by: texts.taken_by(by, held.since, context.now), held.by))
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


def _of_comment(do: AboutSubmission) -> AboutSubmission:
    """Let a button about a comment do nothing if the submission has none with its number: the data may be forged."""

    def done(context: Context, submission: Submission, press: Press) -> None:
        if submission.draft.review.comment(press.index) is None:
            context.say(comment_texts.COMMENT_CLOSED)
        else:
            do(context, submission, press)

    return done


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
    Action("clear", lambda context, _: queue.clear_filters(context), role="coordinator"),
    Action("unclaimed", lambda context, _: queue.open_unclaimed(context), role="coordinator", standing=True),
    Action("mine", lambda context, _: queue.turn_mine(context), role="coordinator"),
    Action(
        "every",
        lambda context, press: queue.set_every(context, tuple(queue_texts.EVERY)[press.index or 0]),
        role="coordinator",
    ),
    # the authors' questions
    Action(
        "enquiries",
        lambda context, press: open_page(context, Questions(leaf=press.index or 0)),
        role="coordinator",
        standing=True,
    ),
    _of_submission("asked", lambda context, one, _: open_page(context, Asked(submission=one.number)), standing=True),
    _of_submission("question", questions.look, standing=True),
    _of_submission("onit", questions.of_enquiry(questions.take)),
    _of_submission("offit", questions.of_enquiry(questions.leave)),
    _of_submission("unanswered", questions.of_enquiry(questions.close)),
    _of_submission("answer", questions.of_enquiry(questions.begin)),
    _of_submission("sendreply", questions.of_enquiry(_send_reply)),
    Action(
        "dropreply", lambda context, _: questions.discard(context, _open_page(context, Answering)), role="coordinator"
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
    _of_submission("reword", _of_comment(commenting.reword), standing=True),
    _of_submission("weigh", _of_comment(commenting.weigh)),
    _of_submission("reweigh", _of_comment(commenting.reweigh), standing=True),
    _of_submission("unsay", _of_comment(commenting.withdraw), style="danger"),
    _of_submission("unsaid", _of_comment(commenting.unsay), standing=True, style="danger"),
    _of_submission("resolve", _of_comment(_resolve)),
    _of_submission("anew", _of_comment(_open_again)),
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
    _of_submission("request", _begins("request"), standing=True, style="primary"),
    _of_submission("approve", _begins("approve"), standing=True, style="success"),
    _of_submission("decline", _begins("decline"), standing=True, style="danger"),
    _of_submission("reopen", _begins("reopen"), standing=True),
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
        menu=texts.MENU["queue"],
        place=1,
    ),
    Command("show", queue.show, role="coordinator", takes="words"),
    Command("find", finding.find, role="coordinator", takes="words", menu=texts.MENU["find"], place=2),
    Command("notify", queue.notify, role="coordinator", takes="words", menu=texts.MENU["notify"], place=3),
)
