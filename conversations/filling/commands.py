"""The commands of the form; all of them work in every state."""

from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.registry import Command
from conversations.dialogue.state import Asking, AtDesk, AtOffice, Collecting, Summary
from conversations.filling import answering, navigation, review_texts, texts
from conversations.form.asked import question_at
from conversations.languages import _


def _start(context: Context, _: str) -> None:
    _leave_desk(context)
    context.say(texts.WELCOME_BACK)


def _new(context: Context, _: str) -> None:
    before = context.conversation.hand
    if navigation.begin(context):
        context.say(texts.SAME_DRAFT if context.conversation.hand == before else texts.NEW_DRAFT)


def _drafts(context: Context, _: str) -> None:
    if _has_practice(context):
        navigation.choose_draft(context)


def _overview(context: Context, _: str) -> None:
    if _take_up(context):
        answering.settle_parts(context)
        navigation.overview(context)


def _summary(context: Context, _: str) -> None:
    if _take_up(context):
        answering.settle_parts(context)
        context.go(Summary())


def _back(context: Context, _: str) -> None:
    if _take_up(context):
        answering.settle_parts(context)
        navigation.back(context)


def _skip(context: Context, _: str) -> None:
    if not _take_up(context):
        return
    if isinstance(context.state, Collecting):
        answering.finish_parts(context)
    elif isinstance(context.state, Asking):
        answering.skip(context, question_at(context.state.question))
    else:
        context.say(dialogue_texts.NOTHING_TO_SKIP)


def _take_up(context: Context) -> bool:
    """Take up the draft in hand; false, and the person is told so, if there is no practice."""
    if not _has_practice(context):
        return False
    _leave_desk(context)
    return True


def _has_practice(context: Context) -> bool:
    if context.conversation.hand is None:
        context.say(review_texts.NO_PRACTICE)
    return context.conversation.hand is not None


def _leave_desk(context: Context) -> None:
    """Go back to the draft in hand from a page for coordinators or admins."""
    if isinstance(context.state, AtDesk | AtOffice):
        navigation.hold(context, context.conversation.hand)


# Menu of commands

COMMANDS = (
    Command("start", _start, takes="code", menu=_("Go on where you were"), place=1),
    Command("new", _new, menu=_("Begin another practice"), place=2),
    Command("drafts", _drafts, menu=_("Choose one of your practices"), place=3),
    Command("overview", _overview, menu=_("The 16 sections and how far each is"), place=4),
    Command("summary", _summary, menu=_("All your answers, to check and submit"), place=5),
    Command("back", _back, menu=_("The question before this one"), place=6),
    Command("skip", _skip, menu=_("Leave out an optional question"), place=7),
)
