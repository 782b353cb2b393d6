"""Pressed buttons and typed labels: whether a button still works, and what else may happen instead."""

import re
from collections.abc import Container

from conversations.dialogue.context import Context
from conversations.dialogue.events import BroughtUp
from conversations.dialogue.inputs import Chose, Press
from conversations.dialogue.model import Role
from conversations.dialogue.registry import REGISTRY, Action, may
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
from conversations.engine import texts
from conversations.engine.screens import screen
from conversations.fields.choices import says_no_more
from conversations.fields.plain import as_typed
from conversations.fields.yes_no import agreed
from conversations.filling import nodding, role_texts
from conversations.filling import texts as filling_texts
from conversations.languages import ENGLISH, current, speaking

MENUS = (Overview, Opened, Choosing, Timing)
"""Pages that only lead on: the next page replaces them, so that no old buttons are left."""

_COUNT = re.compile(r" \(\d+\+?\)$")
"""The number at the end of a label."""

_REFUSALS: dict[Role, str] = {"coordinator": role_texts.NOT_A_COORDINATOR, "admin": role_texts.NOT_AN_ADMIN}


def chose(context: Context, given: Chose) -> None:
    """Carry out a button that is shown now, or that can still mean only one thing; else say why not."""
    press, action = given.press, REGISTRY.action(given.press)
    if press is None:
        context.note_on_button(texts.STRANGE_BUTTON)
    elif _is_pressed_twice(context, given.message, press, action):
        context.note_on_button(filling_texts.ALREADY)
    elif action is not None and _works(context, press, action):
        context.press(f"{given.message} {press.data()}")
        state = context.state
        perform(context, press, action)
        if _redraws(context, state, action):
            context.redraws = given.message
    elif action is not None and _obeyed_though_old(context, press, action):
        context.press(f"{given.message} {press.data()}")
    elif (
        isinstance(context.state, AtDesk | AtOffice) and press.keyboard_version == context.conversation.keyboard_version
    ):
        context.toast = role_texts.CHANGED_MEANWHILE
        context.say(context.toast)
    else:
        context.note_on_button(texts.BUTTON_GONE if _is_gone(context, press, action) else texts.OLD_BUTTON)


def _is_pressed_twice(context: Context, message: int, press: Press, action: Action | None) -> bool:
    """Say whether the same button was pressed just before; one that leads somewhere may be pressed again."""
    leads = action is not None and action.standing
    return f"{message} {press.data()}" == context.conversation.pressed and not leads


def _works(context: Context, press: Press, action: Action) -> bool:
    if action.role != "practitioner":
        # Without the role, the person is told so, also by an old button.
        return action.standing or not may(context.repository, action.role) or _is_shown(context, press)
    if action.works is not None:
        return action.works(context, press)
    if action.standing:
        return any(draft.number == press.draft for draft in context.conversation.drafts)
    if press.draft != (context.conversation.hand or 0):
        return False
    return _is_shown(context, press) or action.only_shows


def _is_shown(context: Context, press: Press) -> bool:
    return press in screen(context).presses


def perform(context: Context, press: Press, action: Action) -> None:
    """Carry out a button that works, or say that the person may not press it."""
    if may(context.repository, action.role):
        action.do(context, press)
    else:
        context.say(_REFUSALS[action.role])


def _redraws(context: Context, before: State, action: Action) -> bool:
    if action.redraws == "always" and may(context.repository, action.role):
        return True
    if isinstance(context.state, AtOffice | Forgetting):
        return False  # a standing button leads there from a menu that stays as it is
    return isinstance(before, MENUS) or (action.redraws == "in place" and context.state == before)


def _obeyed_though_old(context: Context, press: Press, action: Action) -> bool:
    if any(isinstance(event, BroughtUp) for event in context.events):
        return False  # the list has changed since: the index may be that of another choice
    return action.if_old is not None and action.if_old(context, press, action.do)


def _is_gone(context: Context, press: Press, action: Action | None) -> bool:
    """Say whether the practice of a button does not exist any more; a coordinator's is in the collection."""
    if not press.draft or press.draft in {draft.number for draft in context.conversation.drafts}:
        return False
    is_reviewed = action is not None and action.role == "coordinator" and may(context.repository, action.role)
    return not (is_reviewed and context.submission(press.draft))


def typed(context: Context, text: str, actions: Container[str] | None = None) -> bool:
    """Carry out the button whose label, or whose number in a list, was typed; false if there is none.

    Only buttons with one of these ``actions`` count, where some are named.
    """
    press = named(context, text, actions)
    action = REGISTRY.action(press)
    if press is None or action is None:
        return False
    perform(context, press, action)
    context.toast = ""  # there is no button to show it on
    return True


def named(context: Context, text: str, actions: Container[str] | None = None) -> Press | None:
    """Find the button that a text names, of those that stand for no answer or have one of these ``actions``.

    The text names it in the language that is spoken, or in English.
    """
    press = _named(context, text, actions)
    if press is None and current() != ENGLISH:
        with speaking(ENGLISH):
            press = _named(context, text, actions)
    return press


def _named(context: Context, text: str, actions: Container[str] | None) -> Press | None:
    wanted = as_typed(text)
    said = _more_or_enough(text) if isinstance(context.state, Repeating) else None
    if actions is None and (label := nodding.meant(context, text)):
        wanted = as_typed(label)
    for press, label in screen(context).presses.items():
        action = REGISTRY.action(press)
        if action is None or (action.stands_for_an_answer if actions is None else action.name not in actions):
            continue
        if wanted in _spoken(press, label, action) or (said is not None and action.yes_or_no is said):
            return press
    return None


def _more_or_enough(text: str) -> bool | None:
    """Return whether a text says yes to one more, or no; None if it says neither."""
    return False if says_no_more(text) else agreed(text)


def _spoken(press: Press, label: str, action: Action) -> tuple[str, ...]:
    """List how a button can be typed: its label, with or without its symbol and its count, and what its action adds."""
    name = _COUNT.sub("", as_typed(label))
    _, space, bare = name.partition(" ")
    names = (name, bare) if space and len(name) - len(bare) == 2 else (name,)  # noqa: PLR2004 - a symbol and a space
    more = action.typed_as(press, _COUNT.sub("", label.casefold())) if action.typed_as is not None else ()
    return (as_typed(label), *names, *map(as_typed, more))
