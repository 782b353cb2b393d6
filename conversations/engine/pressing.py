"""What a pressed button does, and a typed one."""

from collections.abc import Container

from conversations.admin import actions
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Chose, Press
from conversations.dialogue.repositories import may_administer, may_review
from conversations.dialogue.state import (
    AtDesk,
    AtOffice,
    Choosing,
    Forgetting,
    Opened,
    Overview,
    Repeating,
    State,
    Timing,
)
from conversations.engine import stale, texts
from conversations.engine.actions import ACTIONS
from conversations.engine.screens import screen
from conversations.fields import Several
from conversations.fields.plain import seen
from conversations.fields.yes_no import agreed
from conversations.filling import nodding, undo
from conversations.filling import texts as filling_texts
from conversations.filling.storing import texts as storing_texts
from conversations.form.asked import asked_at
from conversations.form.template import in_use
from conversations.privacy import erasure
from conversations.review import reviewing
from conversations.review import texts as review_texts

HARMLESS = ("overview", "summary", "form", "change", "seen")
"""Actions that only show something: good also on an old button of the draft in hand."""

STANDING = ("fix", "revising", "look", "resume", "stay", "use", "leave")
"""Actions of letters, which lead somewhere: good on any message as long as the draft is there."""

REDRAWN = ("add", "drop", "done", "example", "detach")
"""Actions that redraw the message they were pressed on where they stay at the place."""

MENUS = (Overview, Opened, Choosing, Timing)
"""Pages that only lead on: what their buttons lead to takes their place, so that no old buttons are left."""

OPTIONS = ("pick", "add", "drop")
"""Actions that stand for an answer: typed, they are read by the question's kind."""

_ANOTHER = {"more": True, "enough": False}
"""The buttons that yes and no stand for, where it is asked whether there is another meeting."""


def chose(context: Context, given: Chose) -> None:
    """Do what the button says where it is one of those shown now, or can still mean one thing alone; say why not."""
    press = given.press
    if press is None:
        _note(context, texts.STRANGE_BUTTON)
    elif _is_done_already(context, given.message, press):
        _note(context, filling_texts.ALREADY)
    elif _is_current(context, press):
        context.press(f"{given.message} {press.data()}")
        state = context.state
        perform(context, press)
        if _redraws(context, state, press):
            context.redraws = given.message
    elif stale.obeyed(context, press):
        context.press(f"{given.message} {press.data()}")
    elif (
        isinstance(context.state, AtDesk | AtOffice) and press.keyboard_version == context.conversation.keyboard_version
    ):
        context.toast = review_texts.CHANGED_MEANWHILE
        context.say(context.toast)
    else:
        _note(context, texts.BUTTON_GONE if _is_gone(context, press) else texts.OLD_BUTTON)


def _is_gone(context: Context, press: Press) -> bool:
    """Say whether the practice of a button is not there any more; a coordinator's is in the collection."""
    if not press.draft or press.draft in {draft.number for draft in context.conversation.drafts}:
        return False
    return not (reviewing.is_of_desk(press) and may_review(context.desk) and context.submission(press.draft))


def _note(context: Context, words: str) -> None:
    """Say it on the button alone: what is shown stays as it is, unless there is something else to say."""
    context.toast = words
    if context.said:
        context.say(words)
    else:
        context.silent = True


def _is_done_already(context: Context, message: int, press: Press) -> bool:
    """Say whether a button is pressed twice, or Done under a list that was left with all that it needs."""
    if f"{message} {press.data()}" == context.conversation.pressed:
        return not _leads(press)
    if press.action != "done" or press.draft != context.conversation.hand or _is_current(context, press):
        return False
    asked, chosen = asked_at(press.about), context.values.get(press.about)
    return asked is not None and isinstance(asked.kind, Several) and asked.kind.problem(storing_texts(chosen)) is None


def _redraws(context: Context, before: State, press: Press) -> bool:
    if isinstance(context.state, AtOffice):
        return press.action in actions.REDRAWN
    if isinstance(context.state, Forgetting):
        return press.action in erasure.REDRAWN
    redrawn = (context.state == before and press.action in REDRAWN) or press.action == "all"
    return isinstance(before, MENUS) or redrawn


def perform(context: Context, press: Press) -> None:
    """Do what a button says that may be pressed."""
    if reviewing.is_of_desk(press):
        reviewing.pressed(context, press)
    elif actions.is_of_office(press):
        actions.pressed(context, press)
    else:
        ACTIONS[press.action](context, press)


def _is_current(context: Context, press: Press) -> bool:
    if reviewing.is_of_desk(press):
        return press.action in reviewing.STANDING or not may_review(context.desk) or _is_shown(context, press)
    if actions.is_of_office(press):
        return press.action in actions.STANDING or not may_administer(context.desk) or _is_shown(context, press)
    if press.action == "undo":
        return undo.named(context.conversation, press) is not None
    if press.action in STANDING:
        return any(draft.number == press.draft for draft in context.conversation.drafts)
    if press.draft != (context.conversation.hand or 0):
        return False
    return _is_shown(context, press) or press.action in HARMLESS


def _leads(press: Press) -> bool:
    """Say whether a button only leads somewhere: pressed once more, it shows how things are by then."""
    return press.action in {*STANDING, *reviewing.STANDING, *actions.STANDING}


def _is_shown(context: Context, press: Press) -> bool:
    return press in screen(context).presses


def typed(context: Context, text: str, actions: Container[str] | None = None) -> bool:
    """Do what a button says whose label was typed, or whose number in a list of pages; say whether there was one.

    Only buttons with one of these ``actions`` count, where some are named.
    """
    press = named(context, text, actions)
    if press is None:
        return False
    perform(context, press)
    context.toast = ""  # there is no button to show it on
    return True


def named(context: Context, text: str, actions: Container[str] | None = None) -> Press | None:
    """Find the button that a text names, of those that stand for no answer or have one of these ``actions``."""
    wanted = " ".join(seen(text).split()).casefold()
    said = agreed(text) if isinstance(context.state, Repeating) else None
    if actions is None and (label := nodding.meant(context, text)):
        wanted = label.casefold()
    for press, label in screen(context).presses.items():
        wished = press.action not in OPTIONS if actions is None else press.action in actions
        if wished and (wanted in _spoken(press, label) or (said is not None and _ANOTHER.get(press.action) is said)):
            return press
    return None


def _spoken(press: Press, label: str) -> tuple[str, ...]:
    """List how a button can be typed: its label, without its symbol, or the number it has in a list."""
    name = label.casefold()
    _, space, bare = name.partition(" ")
    names = (name, bare) if space and len(name) - len(bare) == 2 else (name,)  # noqa: PLR2004 - a symbol and a space
    if press.action == "draft":
        return (*names, str(press.index), name.partition(" · ")[2])
    if press.action == "remind":
        return (*names, str(press.index))
    section = in_use().by_key.get(press.about)
    if section is None or press.action not in {"open", "section"} or section.title not in label:
        return names
    return (*names, str(in_use().number(section)), section.title.casefold())
