"""Stale buttons, of messages further up: one that can still mean one thing alone is obeyed, wherever the person is."""

from collections.abc import Callable

from conversations import answering, form, listed, sidesteps, storing, wording
from conversations.actions import ACTIONS
from conversations.asked import Asked, asked_at
from conversations.fields import Several
from conversations.messages import BroughtUp, Press
from conversations.place import Asking, Collecting, Offer, Opened, Overview, Repeating, Summary
from conversations.repeats import repeat_of, repetitions
from conversations.talk import Talk
from conversations.template import in_use


def obeyed(talk: Talk, press: Press) -> bool:
    """Do what a stale button says; false, and nothing done, where that is in doubt."""
    meant = _MEANT.get(press.action)
    if any(isinstance(event, BroughtUp) for event in talk.events):
        return False  # the list has changed since: the index may be that of another choice
    return meant is not None and meant(talk, press)


def _practice(talk: Talk, press: Press) -> bool:
    """Begin a practice, or take up one that is still there."""
    known = press.action == "new" or press.index in {draft.number for draft in talk.conversation.drafts}
    if known:
        ACTIONS[press.action](talk, press)
    return known


def _is_in_form(talk: Talk, press: Press) -> bool:
    """Say whether the button is of the draft that is being filled in."""
    place = talk.place
    filling_in = isinstance(place, Asking | Collecting | Repeating | Opened | Overview | Summary)
    return filling_in and press.draft == talk.conversation.hand and talk.draft.status == "draft"


def _question(talk: Talk, press: Press) -> Asked | None:
    """Find the question that the button is about, where it is asked in the draft in hand."""
    asked = asked_at(press.about) if _is_in_form(talk, press) else None
    return asked if asked is not None and asked in form.applicable(talk.values, asked.path) else None


def _leads(talk: Talk, press: Press) -> bool:
    """Go to a question or a section."""
    about = in_use().by_key.get(press.about) if press.action == "open" else _question(talk, press)
    if about is None or not _is_in_form(talk, press):
        return False
    answering.settle_parts(talk)
    ACTIONS[press.action](talk, press)
    return True


def _picked(talk: Talk, press: Press) -> bool:
    """Take one choice, or say that it is the answer already."""
    asked, label = _choice(talk, press)
    if asked is None or isinstance(asked.kind, Several):
        return False
    stored = talk.values.get(asked.path)
    if stored is not None and asked.show(stored) == label:
        return _is_so_already(talk)
    talk.toast = wording.shortened(f"{asked.question.title}: {label}", 200)
    _there(talk, asked, press)
    saved = f"Saved: {label}"
    talk.said = [wording.saved_for(asked.question.title, one) if one == saved else one for one in talk.said]
    return True


def _ticked(talk: Talk, press: Press) -> bool:
    """Add a choice to its list or take it out, and show the list, which waits for Done."""
    asked, label = _choice(talk, press)
    if asked is None or not isinstance(asked.kind, Several):
        return False
    chosen = storing.texts(talk.values.get(asked.path))
    if (label in chosen) == (press.action == "add"):
        return _is_so_already(talk)
    if press.action == "add" and len(chosen) == asked.kind.exactly:
        _ask(talk, asked, listed.instead(talk, asked, asked.kind, label))
        return True
    return _there(talk, asked, press)


def _choice(talk: Talk, press: Press) -> tuple[Asked | None, str]:
    """Find the question of a list, and the choice that the button stands for."""
    asked, index = _question(talk, press), press.index
    choices = asked.kind.choices if asked is not None else ()
    return (asked, choices[index]) if index is not None and index < len(choices) else (None, "")


def _skipped(talk: Talk, press: Press) -> bool:
    """Pass a question over that has no answer."""
    asked = _question(talk, press)
    if asked is None or asked.question.required or talk.values.get(asked.path) is not None:
        return False
    return _there(talk, asked, press) if form.is_open(asked, talk.values) else _is_so_already(talk)


def _one_more(talk: Talk, press: Press) -> bool:
    """Ask about one more meeting, where none is being asked about."""
    section = in_use().by_key.get(press.about)
    repeat = repeat_of(section) if section is not None and _is_in_form(talk, press) else None
    here = talk.asked.path if talk.asked is not None else ""
    if section is None or repeat is None or not repetitions(section, talk.values) or here.startswith(repeat.beginning):
        return False
    applies = any(asked.item is not None for asked in form.applicable_in(section, talk.values))
    if applies:
        answering.settle_parts(talk)
        talk.go(Opened(section=section.key, then=sidesteps.came_from(talk)))
        ACTIONS[press.action](talk, press)
    return applies


def _is_so_already(talk: Talk) -> bool:
    talk.toast, talk.silent = wording.ALREADY, True
    return True


def _there(talk: Talk, asked: Asked, press: Press) -> bool:
    """Press the button at its own question."""
    _ask(talk, asked)
    ACTIONS[press.action](talk, press)
    return True


def _ask(talk: Talk, asked: Asked, offers: tuple[Offer, ...] = ()) -> None:
    """Ask a question again; its answer leads back to where the person is."""
    answering.settle_parts(talk)
    place = talk.place
    here = isinstance(place, Asking) and place.question == asked.path
    then = place.then if isinstance(place, Asking) and here else sidesteps.came_from(talk)
    talk.go(Asking(question=asked.path, then=then, offers=offers))


_MEANT: dict[str, Callable[[Talk, Press], bool]] = {
    "new": _practice,
    "draft": _practice,
    "ask": _leads,
    "open": _leads,
    "pick": _picked,
    "add": _ticked,
    "drop": _ticked,
    "skip": _skipped,
    "more": _one_more,
}
