"""Build offers: buttons under a question, each of which takes what a text probably means as the answer."""

from pydantic import JsonValue

from conversations.dialogue.context import Context
from conversations.dialogue.state import Asking, Offer, Part
from conversations.fields import LongText, Offered, Option, Several, Understood
from conversations.fields.texts import label as fitting
from conversations.filling import elsewhere_texts, list_texts, storing, texts
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Does, Doing
from conversations.languages import with_semicolons


def offer(asked: Asked, option: Option) -> Offer:
    """Turn an option of a field into an offer. Keys become paths; None for another question skips that question."""
    answers = {beside(asked, key): value for key, value in option.others.items()}
    own = {} if option.value is None else {asked.path: option.value}
    does = option.does if isinstance(option, Doing) else "suggest"
    return Offer(label=option.label, answers=own | answers, stays=option.stays, does=does)


def beside(asked: Asked, key: str) -> str:
    """Return the path of another question of the same group or section."""
    return f"{asked.path.rpartition('.')[0]}.{key}"


def offers_of(
    context: Context, asked: Asked, parts: tuple[Part, ...], label: str = form_texts.USE, does: Does = "answer"
) -> tuple[Offer, ...]:
    """Offer a text itself if it can be the answer, else what it probably means; nothing if it cannot be stored."""
    parts = with_earlier(context, asked, parts)
    reading = storing.read(asked, parts, context.reading_context(context.draft))
    if isinstance(reading, Offered):
        return tuple(offer(asked, option) for option in reading.options)
    if not isinstance(reading, Understood):
        return ()
    value = with_chosen(context, asked, reading.value)
    if storing.is_refused(context, asked, value):
        return ()
    return (Offer(label=label, answers={asked.path: asked.dump(value)}, parts=parts, does=does),)


def to_replace(context: Context, asked: Asked, parts: tuple[Part, ...]) -> tuple[Offer, ...]:
    """Offer to replace a long answer by a short text, or to keep the long one."""
    return (*offers_of(context, asked, parts, texts.REPLACE, "replace"), Offer(label=texts.KEEP_EARLIER, answers={}))


def later(context: Context, asked: Asked) -> tuple[Offer, ...]:
    """Offer to leave a required question open, if its answer is missing or not complete."""
    needed = asked.question.required and not stands(context, asked)
    return (Offer(label=texts.LATER, answers={}, does="later"),) if needed else ()


def stands(context: Context, asked: Asked) -> bool:
    """Tell whether a question has an answer that can stay as it is: one of two themes cannot."""
    return context.values.get(asked.path) is not None and asked.path not in context.problems


def consult(parts: tuple[Part, ...]) -> Offer:
    """Offer to send messages to the coordinators."""
    return Offer(label=texts.ASK_COORDINATORS, answers={}, parts=parts, does="consult")


def detail(path: str, value: JsonValue) -> Offer:
    """Offer one of several details that one message gave; the open question stays open."""
    asked = question_at(path)
    label = fitting(form_texts.noted(asked.question.title, asked.show(value)))
    return Offer(label=label, answers={path: value}, stays=True, does="detail")


def elsewhere(context: Context, asked: Asked, parts: tuple[Part, ...]) -> Offer | None:
    """Offer messages as the answer to a question that is not open: to add to a long text, else to replace the answer.

    Return None if they are no answer to it, need fixing there, or are its answer already.
    """
    draft = context.draft
    parts = storing.with_earlier(draft, asked, parts, adds=isinstance(asked.kind, LongText))
    reading = storing.read(asked, parts, context.reading_context(draft))
    if not isinstance(reading, Understood) or storing.loses_much(draft, asked, parts):
        return None
    value = with_chosen(context, asked, reading.value)
    stored = asked.dump(value)
    if stored == context.values.get(asked.path) or storing.problem_with(context, draft, asked, value):
        return None
    title = completion.label(asked, context.values)
    answers = {asked.path: stored} | {beside(asked, key): other for key, other in reading.others.items()}
    shown = with_semicolons(completion.shown(question_at(path), answers) for path in answers)
    words = form_texts.noted(title, shown)
    if isinstance(asked.kind, LongText):
        words = list_texts.add_to_list(title) if len(parts) > 1 else elsewhere_texts.use_as(title)
    return Offer(label=fitting(words), answers=answers, parts=parts, stays=True, does="elsewhere")


def said_of(context: Context, offered: tuple[Offer, ...]) -> list[str]:
    """Say where each offer for another question goes, and which answer stands there now."""
    return [_said(context, offer, question_at(next(iter(offer.answers)))) for offer in offered]


def _said(context: Context, offered: Offer, asked: Asked) -> str:
    title, now = completion.label(asked, context.values), context.values.get(asked.path)
    if len(offered.parts) > 1:
        return elsewhere_texts.adds(title)
    return elsewhere_texts.fits(title) if now is None else elsewhere_texts.changes(title, asked.show(now))


def with_earlier(context: Context, asked: Asked, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Put messages after the stored words that they add to."""
    adds = isinstance(context.state, Asking) and bool(context.state.other)
    return storing.with_earlier(context.draft, asked, parts, adds=adds)


def with_chosen(context: Context, asked: Asked, value: object) -> object:
    """Join typed choices with the stored ones, if those were pressed or too few and the form allows both together."""
    stored = context.draft.answers.get(asked.path)
    if not isinstance(asked.kind, Several) or stored is None:
        return value
    before = storing.texts(stored.value)
    if stored.source != "chosen" and asked.kind.problem(before) is None:
        return value
    both = asked.kind.ordered((*before, *storing.texts(value)))
    return both if asked.kind.problem(both) is None else value
