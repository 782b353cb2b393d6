"""Choices that are typed after their list was left: add them to the list, or ask in case of doubt."""

from conversations.dialogue.context import Context
from conversations.dialogue.events import Refused
from conversations.dialogue.state import Asking, Offer, Part
from conversations.fields import Several
from conversations.filling import list_texts, navigation, storing, texts
from conversations.filling.meaning import LateChoice
from conversations.filling.offers import offers_of
from conversations.form.asked import Asked, question_at


def chosen_late(context: Context, late: LateChoice, part: Part) -> None:
    """Add the choices to their list, say which it has now, and stay at the open question."""
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
        added = list_texts.added_to_list(title, _shown(late, fresh), _shown(late, both))
        context.say(replaced if late.instead else added, *notes)
        if isinstance(context.state, Asking):
            context.go(context.state.model_copy(update={"offers": ()}))
        return
    context.happened(Refused(draft=draft.number, question=asked.path, text=part.text, messages=(part.message,)))
    offers = _places(late, before, fresh, both) if fresh else ()
    if fresh:
        two = list_texts.choice_of_two_lists(title, _shown(late, fresh)) if late.fits else ""
        full = list_texts.list_is_full(title, _shown(late, before), offered=bool(offers)) if too_many else ""
        context.say(two, full)
    else:
        context.say(list_texts.chosen_already(title, _shown(late, before)))
    _offer(context, late, part, offers)


def _offer(context: Context, late: LateChoice, part: Part, offers: tuple[Offer, ...]) -> None:
    """Offer the words as the answer to the open question, if they can be one, and as changes of the list."""
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
    """Say that a list is full, and offer to replace each of its choices."""
    before = storing.texts(context.draft.values.get(asked.path))
    late = LateChoice(asked, kind, (label,))
    context.say(list_texts.list_is_full(asked.question.title, _shown(late, before), offered=True))
    return _places(late, before, (label,), kind.ordered((*before, label)))


def _shown(late: LateChoice, labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(late.kind.label, labels))


def _places(
    late: LateChoice, before: tuple[str, ...], fresh: tuple[str, ...], both: tuple[str, ...]
) -> tuple[Offer, ...]:
    """Offer the possible changes of the list: to add the choice, to replace one, or to replace all."""
    path, kind = late.asked.path, late.kind
    if kind.exactly is None or len(both) <= kind.exactly:
        return (Offer(label=list_texts.add_to_list(late.asked.question.title), answers={path: list(both)}),)
    if len(late.labels) == kind.exactly:
        return (Offer(label=list_texts.take_instead(_shown(late, late.labels)), answers={path: list(late.labels)}),)
    if len(fresh) > 1:
        return ()
    kept = [(old, tuple(other for other in before if other != old)) for old in before]
    return tuple(
        Offer(label=list_texts.exchange(kind.label(old)), answers={path: list(kind.ordered((*rest, *fresh)))})
        for old, rest in kept
    )
