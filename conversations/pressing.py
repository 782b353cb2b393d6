"""What a pressed button does, and a typed one."""

from collections.abc import Container

from conversations import nodding, stale, undoing, wording
from conversations.actions import ACTIONS
from conversations.admin import administering
from conversations.asked import asked_at
from conversations.fields import Several
from conversations.fields.plain import seen
from conversations.fields.yes_no import agreed
from conversations.forgetting import asking
from conversations.messages import Chose, Press
from conversations.place import AtDesk, AtOffice, Choosing, Forgetting, Opened, Overview, Place, Repeating, Timing
from conversations.review import reviewing
from conversations.review.desk import may_administer, may_review
from conversations.review.wording import at_desk
from conversations.screens import screen
from conversations.storing import texts
from conversations.talk import Talk
from conversations.template import in_use

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


def chose(talk: Talk, given: Chose) -> None:
    """Do what the button says where it is one of those shown now, or can still mean one thing alone; say why not."""
    press = given.press
    if press is None:
        _note(talk, wording.STRANGE_BUTTON)
    elif _is_done_already(talk, given.message, press):
        _note(talk, wording.ALREADY)
    elif _is_current(talk, press):
        talk.press(f"{given.message} {press.data()}")
        place = talk.place
        perform(talk, press)
        if _redraws(talk, place, press):
            talk.redraws = given.message
    elif stale.obeyed(talk, press):
        talk.press(f"{given.message} {press.data()}")
    elif isinstance(talk.place, AtDesk | AtOffice) and press.revision == talk.conversation.revision:
        talk.toast = at_desk.CHANGED_MEANWHILE
        talk.say(talk.toast)
    else:
        _note(talk, wording.BUTTON_GONE if _is_gone(talk, press) else wording.OLD_BUTTON)


def _is_gone(talk: Talk, press: Press) -> bool:
    """Say whether the practice of a button is not there any more; a coordinator's is in the collection."""
    if not press.draft or press.draft in {draft.number for draft in talk.conversation.drafts}:
        return False
    return not (reviewing.is_of_desk(press) and may_review(talk.desk) and talk.dossier(press.draft))


def _note(talk: Talk, words: str) -> None:
    """Say it on the button alone: what is shown stays as it is, unless there is something else to say."""
    talk.toast = words
    if talk.said:
        talk.say(words)
    else:
        talk.silent = True


def _is_done_already(talk: Talk, message: int, press: Press) -> bool:
    """Say whether a button is pressed twice, or Done under a list that was left with all that it needs."""
    if f"{message} {press.data()}" == talk.conversation.pressed:
        return not _leads(press)
    if press.action != "done" or press.draft != talk.conversation.hand or _is_current(talk, press):
        return False
    asked, chosen = asked_at(press.about), talk.values.get(press.about)
    return asked is not None and isinstance(asked.kind, Several) and asked.kind.problem(texts(chosen)) is None


def _redraws(talk: Talk, before: Place, press: Press) -> bool:
    if isinstance(talk.place, AtOffice):
        return press.action in administering.REDRAWN
    if isinstance(talk.place, Forgetting):
        return press.action in asking.REDRAWN
    redrawn = (talk.place == before and press.action in REDRAWN) or press.action == "all"
    return isinstance(before, MENUS) or redrawn


def perform(talk: Talk, press: Press) -> None:
    """Do what a button says that may be pressed."""
    if reviewing.is_of_desk(press):
        reviewing.pressed(talk, press)
    elif administering.is_of_office(press):
        administering.pressed(talk, press)
    else:
        ACTIONS[press.action](talk, press)


def _is_current(talk: Talk, press: Press) -> bool:
    if reviewing.is_of_desk(press):
        return press.action in reviewing.STANDING or not may_review(talk.desk) or _is_shown(talk, press)
    if administering.is_of_office(press):
        return press.action in administering.STANDING or not may_administer(talk.desk) or _is_shown(talk, press)
    if press.action == "undo":
        return undoing.named(talk.conversation, press) is not None
    if press.action in STANDING:
        return any(draft.number == press.draft for draft in talk.conversation.drafts)
    if press.draft != (talk.conversation.hand or 0):
        return False
    return _is_shown(talk, press) or press.action in HARMLESS


def _leads(press: Press) -> bool:
    """Say whether a button only leads somewhere: pressed once more, it shows how things are by then."""
    return press.action in {*STANDING, *reviewing.STANDING, *administering.STANDING}


def _is_shown(talk: Talk, press: Press) -> bool:
    return press in screen(talk).presses


def typed(talk: Talk, text: str, actions: Container[str] | None = None) -> bool:
    """Do what a button says whose label was typed, or whose number in a list of pages; say whether there was one.

    Only buttons with one of these ``actions`` count, where some are named.
    """
    press = named(talk, text, actions)
    if press is None:
        return False
    perform(talk, press)
    talk.toast = ""  # there is no button to show it on
    return True


def named(talk: Talk, text: str, actions: Container[str] | None = None) -> Press | None:
    """Find the button that a text names, of those that stand for no answer or have one of these ``actions``."""
    wanted = " ".join(seen(text).split()).casefold()
    said = agreed(text) if isinstance(talk.place, Repeating) else None
    if actions is None and (label := nodding.meant(talk, text)):
        wanted = label.casefold()
    for press, label in screen(talk).presses.items():
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
