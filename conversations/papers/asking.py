"""Offer at a question what a Word form says there."""

from collections.abc import Iterator, Mapping

from conversations.dialogue.context import Context
from conversations.dialogue.state import Asking, Offer, Revising, ToRevising
from conversations.fields import Offered, Partly, Understood
from conversations.fields.texts import label
from conversations.filling import offers, storing
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.papers import texts


def offer(context: Context) -> None:
    """Show at the open question what the Word form says there, with a button that takes it; forget what is answered."""
    hand = context.conversation.hand
    draft = next((draft for draft in context.conversation.drafts if draft.number == hand), None)
    if draft is None or not draft.read_texts:
        return
    left = {path: text for path, text in draft.read_texts.items() if path not in draft.answers}
    if left != draft.read_texts:
        context.keep(draft.model_copy(update={"read_texts": left}))
        _ask_next(context, left)
    state = context.state
    text = left.get(state.question) if isinstance(state, Asking) else None
    if text is None or not isinstance(state, Asking):
        return
    asked = question_at(state.question)
    context.say(texts.read_here(text, _problem(context, asked, text)))
    others = tuple(one for one in state.offers if one.does != "imported")
    context.stay(state.model_copy(update={"offers": (*_offers(context, asked, text), *others)}))


def _ask_next(context: Context, left: Mapping[str, str]) -> None:
    """After an answer in a submission, ask the next doubtful text: the page of changes does not lead there."""
    following = next((asked for asked in completion.applicable(context.values) if asked.path in left), None)
    if isinstance(context.state, Revising) and following is not None:
        context.ask(following, ToRevising())


def _problem(context: Context, asked: Asked, text: str) -> str:
    reading = asked.read(text, context.reading_context(context.draft))
    if isinstance(reading, Understood):
        return storing.problem_with(context, context.draft, asked, reading.value) or ""
    return reading.problem


def _offers(context: Context, asked: Asked, text: str) -> Iterator[Offer]:
    reading = asked.read(text, context.reading_context(context.draft))
    match reading:
        case Understood(value=value, others=others):
            if not storing.is_refused(context, asked, value):
                answers = {offers.beside(asked, key): other for key, other in others.items()}
                yield Offer(label=form_texts.USE, answers={asked.path: asked.dump(value)} | answers, does="imported")
        case Offered(options=options):
            for option in options:
                one = offers.offer(asked, option)
                yield one if one.does not in {"suggest", "keep"} else one.model_copy(update={"does": "imported"})
        case Partly(value=value):
            if not storing.is_refused(context, asked, value):
                shown = label(asked.kind.show(value))
                yield Offer(label=shown, answers={asked.path: asked.dump(value)}, does="imported")
        case _:
            pass
