"""Late choices: add them to the list that was just left, or ask where that is in doubt."""

from collections.abc import Callable

from conversations.dialogue.context import Context
from conversations.dialogue.events import BroughtUp, Refused
from conversations.dialogue.inputs import Press
from conversations.dialogue.state import Asking, Collecting, Offer, Opened, Overview, Part, Repeating, Summary
from conversations.engine import texts as engine_texts
from conversations.engine.actions import ACTIONS
from conversations.fields import Several
from conversations.filling import answering, navigation, storing, texts
from conversations.filling.meaning import LateChoice
from conversations.filling.offers import offers_of
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, asked_at, question_at
from conversations.form.questions import repeat_of, repetitions
from conversations.form.template import in_use


def chosen_late(context: Context, late: LateChoice, part: Part) -> None:
    """Add the choices to their list, say which there are now, and stay at the question that is open."""
    asked, draft = late.asked, context.draft
    before = storing.texts(draft.values.get(asked.path))
    fresh = tuple(label for label in late.labels if label not in before)
    both = late.labels if late.instead else late.kind.ordered((*before, *fresh))
    too_many = late.kind.exactly is not None and len(both) > late.kind.exactly
    storing.file(context, draft, asked, (part,))
    title = asked.question.title
    if fresh and not too_many and not late.fits:
        answer = draft.answers.get(asked.path)
        parts = (*(answer.parts if answer and not late.instead else ()), part)
        notes = storing.store(context, context.draft, asked, storing.made(context, asked, both, "typed", parts))
        replaced = texts.saved_for(title, late.kind.saved(both))
        context.say(replaced if late.instead else engine_texts.added_to_list(title, fresh, both), *notes)
        if isinstance(context.state, Asking):
            context.go(context.state.model_copy(update={"offers": ()}))
        return
    context.happened(Refused(draft=draft.number, question=asked.path, text=part.text, messages=(part.message,)))
    offers = _places(late, before, fresh, both) if fresh else ()
    if fresh:
        two = engine_texts.choice_of_two_lists(title, fresh) if late.fits else ""
        context.say(two, engine_texts.list_is_full(title, before, offered=bool(offers)) if too_many else "")
    else:
        context.say(engine_texts.chosen_already(title, before))
    _offer(context, late, part, offers)


def _offer(context: Context, late: LateChoice, part: Part, offers: tuple[Offer, ...]) -> None:
    """Offer the words as the answer to the open question, where they can be that, and the changes of the list."""
    if not isinstance(context.state, Asking) and offers:
        context.ask(late.asked, navigation.came_from(context))
    state = context.state
    if not isinstance(state, Asking):
        return
    here = question_at(state.question)
    may_be_own = late.fits or (here.kind.keeps_text and not late.reply)
    own = offers_of(context, here, (part,)) if may_be_own else ()
    stays = here != late.asked
    changes = tuple(offer.model_copy(update={"stays": stays}) for offer in offers)
    context.go(state.model_copy(update={"offers": (*own, *changes)}))


def instead(context: Context, asked: Asked, kind: Several, label: str) -> tuple[Offer, ...]:
    """Say that a list is full, and offer a choice in the place of each that it has."""
    before = storing.texts(context.draft.values.get(asked.path))
    context.say(engine_texts.list_is_full(asked.question.title, before, offered=True))
    return _places(LateChoice(asked, kind, (label,)), before, (label,), kind.ordered((*before, label)))


def _places(
    late: LateChoice, before: tuple[str, ...], fresh: tuple[str, ...], both: tuple[str, ...]
) -> tuple[Offer, ...]:
    """Offer what would change the list: one more, one for each that it could replace, or all of them instead."""
    path, kind = late.asked.path, late.kind
    if kind.exactly is None or len(both) <= kind.exactly:
        return (Offer(label=engine_texts.add_to_list(late.asked.question.title), answers={path: list(both)}),)
    if len(late.labels) == kind.exactly:
        return (Offer(label=engine_texts.take_instead(late.labels), answers={path: list(late.labels)}),)
    if len(fresh) > 1:
        return ()
    kept = [(old, tuple(other for other in before if other != old)) for old in before]
    return tuple(
        Offer(label=engine_texts.exchange(old), answers={path: list(kind.ordered((*rest, *fresh)))})
        for old, rest in kept
    )


def obeyed(context: Context, press: Press) -> bool:
    """Do what a stale button says; false, and nothing done, where that is in doubt."""
    meant = _MEANT.get(press.action)
    if any(isinstance(event, BroughtUp) for event in context.events):
        return False  # the list has changed since: the index may be that of another choice
    return meant is not None and meant(context, press)


def _practice(context: Context, press: Press) -> bool:
    """Begin a practice, or take up one that is still there."""
    known = press.action == "new" or press.index in {draft.number for draft in context.conversation.drafts}
    if known:
        ACTIONS[press.action](context, press)
    return known


def _is_in_form(context: Context, press: Press) -> bool:
    """Say whether the button is of the draft that is being filled in."""
    state = context.state
    filling_in = isinstance(state, Asking | Collecting | Repeating | Opened | Overview | Summary)
    return filling_in and press.draft == context.conversation.hand and context.draft.status == "draft"


def _question(context: Context, press: Press) -> Asked | None:
    """Find the question that the button is about, where it is asked in the draft in hand."""
    asked = asked_at(press.about) if _is_in_form(context, press) else None
    return asked if asked is not None and asked in completion.applicable(context.values, asked.path) else None


def _leads(context: Context, press: Press) -> bool:
    """Go to a question or a section."""
    about = in_use().by_key.get(press.about) if press.action == "open" else _question(context, press)
    if about is None or not _is_in_form(context, press):
        return False
    answering.settle_parts(context)
    ACTIONS[press.action](context, press)
    return True


def _picked(context: Context, press: Press) -> bool:
    """Take one choice, or say that it is the answer already."""
    asked, label = _choice(context, press)
    if asked is None or isinstance(asked.kind, Several):
        return False
    stored = context.values.get(asked.path)
    if stored is not None and asked.show(stored) == label:
        return _is_so_already(context)
    context.toast = form_texts.shortened(f"{asked.question.title}: {label}", 200)
    _there(context, asked, press)
    saved = f"Saved: {label}"
    context.said = [texts.saved_for(asked.question.title, one) if one == saved else one for one in context.said]
    return True


def _ticked(context: Context, press: Press) -> bool:
    """Add a choice to its list or take it out, and show the list, which waits for Done."""
    asked, label = _choice(context, press)
    if asked is None or not isinstance(asked.kind, Several):
        return False
    chosen = storing.texts(context.values.get(asked.path))
    if (label in chosen) == (press.action == "add"):
        return _is_so_already(context)
    if press.action == "add" and len(chosen) == asked.kind.exactly:
        _ask(context, asked, instead(context, asked, asked.kind, label))
        return True
    return _there(context, asked, press)


def _choice(context: Context, press: Press) -> tuple[Asked | None, str]:
    """Find the question of a list, and the choice that the button stands for."""
    asked, index = _question(context, press), press.index
    choices = asked.kind.choices if asked is not None else ()
    return (asked, choices[index]) if index is not None and index < len(choices) else (None, "")


def _skipped(context: Context, press: Press) -> bool:
    """Pass a question over that has no answer."""
    asked = _question(context, press)
    if asked is None or asked.question.required or context.values.get(asked.path) is not None:
        return False
    return _there(context, asked, press) if completion.is_open(asked, context.values) else _is_so_already(context)


def _one_more(context: Context, press: Press) -> bool:
    """Ask about one more meeting, where none is being asked about."""
    section = in_use().by_key.get(press.about)
    repeat = repeat_of(section) if section is not None and _is_in_form(context, press) else None
    here = context.asked.path if context.asked is not None else ""
    if (
        section is None
        or repeat is None
        or not repetitions(section, context.values)
        or here.startswith(repeat.beginning)
    ):
        return False
    applies = any(asked.item is not None for asked in completion.applicable_in(section, context.values))
    if applies:
        answering.settle_parts(context)
        context.go(Opened(section=section.key, return_to=navigation.came_from(context)))
        ACTIONS[press.action](context, press)
    return applies


def _is_so_already(context: Context) -> bool:
    context.toast, context.silent = texts.ALREADY, True
    return True


def _there(context: Context, asked: Asked, press: Press) -> bool:
    """Press the button at its own question."""
    _ask(context, asked)
    ACTIONS[press.action](context, press)
    return True


def _ask(context: Context, asked: Asked, offers: tuple[Offer, ...] = ()) -> None:
    """Ask a question again; its answer leads back to where the person is."""
    answering.settle_parts(context)
    state = context.state
    here = isinstance(state, Asking) and state.question == asked.path
    return_to = state.return_to if isinstance(state, Asking) and here else navigation.came_from(context)
    context.go(Asking(question=asked.path, return_to=return_to, offers=offers))


_MEANT: dict[str, Callable[[Context, Press], bool]] = {
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
