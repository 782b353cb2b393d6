"""Old buttons of the form that can still mean only one thing: each function does that, or gives false."""

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.registry import Do
from conversations.dialogue.state import Asking, Collecting, Offer, Opened, Overview, Repeating, Summary
from conversations.fields import Several
from conversations.fields import texts as fields_texts
from conversations.filling import answering, late_choices, navigation, storing, texts
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, asked_at
from conversations.form.questions import repeat_of, repetitions
from conversations.form.template import in_use


def practice(context: Context, press: Press, do: Do) -> bool:
    """Begin a practice, or take up one that still exists."""
    known = press.action == "new" or press.index in {draft.number for draft in context.conversation.drafts}
    if known:
        do(context, press)
    return known


def _is_in_form(context: Context, press: Press) -> bool:
    """Say whether the button belongs to the draft that is being filled in."""
    state = context.state
    filling_in = isinstance(state, Asking | Collecting | Repeating | Opened | Overview | Summary)
    return filling_in and press.draft == context.conversation.hand and context.draft.status == "draft"


def _question(context: Context, press: Press) -> Asked | None:
    """Find the question of the button, if the draft in hand asks it."""
    asked = asked_at(press.about) if _is_in_form(context, press) else None
    return asked if asked is not None and asked in completion.applicable(context.values, asked.path) else None


def leads(context: Context, press: Press, do: Do) -> bool:
    """Go to a question or a section."""
    about = in_use().by_key.get(press.about) if press.action == "open" else _question(context, press)
    if about is None or not _is_in_form(context, press):
        return False
    answering.settle_parts(context)
    do(context, press)
    return True


def picked(context: Context, press: Press, do: Do) -> bool:
    """Take a choice, or say that it is the answer already."""
    asked, label = _choice(context, press)
    if asked is None or isinstance(asked.kind, Several):
        return False
    stored = context.values.get(asked.path)
    shown = asked.kind.label(label)
    if stored is not None and asked.show(stored) == shown:
        return _is_so_already(context)
    context.toast = form_texts.shortened(form_texts.noted(asked.question.title, shown), 200)
    _there(context, asked, press, do)
    saved = fields_texts.saved(shown)
    context.said = [texts.saved_for(asked.question.title, one) if one == saved else one for one in context.said]
    return True


def ticked(context: Context, press: Press, do: Do) -> bool:
    """Add a choice to its list or remove it, and show the list."""
    asked, label = _choice(context, press)
    if asked is None or not isinstance(asked.kind, Several):
        return False
    chosen = storing.texts(context.values.get(asked.path))
    if (label in chosen) == (press.action == "add"):
        return _is_so_already(context)
    if press.action == "add" and len(chosen) == asked.kind.exactly:
        _ask(context, asked, late_choices.instead(context, asked, asked.kind, label))
        return True
    return _there(context, asked, press, do)


def _choice(context: Context, press: Press) -> tuple[Asked | None, str]:
    """Find the question of the button, and its choice."""
    asked, index = _question(context, press), press.index
    choices = asked.kind.choices if asked is not None else ()
    return (asked, choices[index]) if index is not None and index < len(choices) else (None, "")


def skipped(context: Context, press: Press, do: Do) -> bool:
    """Skip a question that has no answer."""
    asked = _question(context, press)
    if asked is None or asked.question.required or context.values.get(asked.path) is not None:
        return False
    return _there(context, asked, press, do) if completion.is_open(asked, context.values) else _is_so_already(context)


def one_more(context: Context, press: Press, do: Do) -> bool:
    """Ask about one more repetition, unless one is being asked about."""
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
        do(context, press)
    return applies


def done_already(context: Context, press: Press, _: Do) -> bool:
    """Say that a list is complete already, for its old button Done."""
    if press.draft != context.conversation.hand:
        return False
    asked, chosen = asked_at(press.about), context.values.get(press.about)
    left_whole = (
        asked is not None and isinstance(asked.kind, Several) and asked.kind.problem(storing.texts(chosen)) is None
    )
    return left_whole and _is_so_already(context)


def _is_so_already(context: Context) -> bool:
    context.note_on_button(texts.ALREADY)
    return True


def _there(context: Context, asked: Asked, press: Press, do: Do) -> bool:
    """Press the button at its own question."""
    _ask(context, asked)
    do(context, press)
    return True


def _ask(context: Context, asked: Asked, offers: tuple[Offer, ...] = ()) -> None:
    """Ask a question again; its answer leads back to the current state."""
    answering.settle_parts(context)
    state = context.state
    here = isinstance(state, Asking) and state.question == asked.path
    return_to = state.return_to if isinstance(state, Asking) and here else navigation.came_from(context)
    context.go(Asking(question=asked.path, return_to=return_to, offers=offers))
