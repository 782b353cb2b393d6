"""Carry out a pressed offer: store what a text probably means, at the open question or elsewhere."""

from collections.abc import Sequence

from pydantic import JsonValue

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.state import Asking, Offer
from conversations.filling import flow, offers, storing, texts
from conversations.filling.answering import keep, open_question, pass_over, take
from conversations.form import completion
from conversations.form.asked import Asked, question_at


def accept(context: Context, asked: Asked, offered: Offer) -> None:
    """Store what a pressed offer says, and go on after the last question that it answers."""
    if not offered.answers:
        keep(context, asked)
    elif offered.stays and asked.path not in offered.answers:
        save_elsewhere(context, offered)
        context.go(Asking(question=asked.path, return_to=open_question(context).return_to))
    elif offered.parts:
        storing.move_words(context, asked, offered.parts)
        beginning = f"{asked.path.rpartition('.')[0]}."
        others = {path.removeprefix(beginning): value for path, value in offered.answers.items() if path != asked.path}
        take(context, asked, asked.load(offered.answers[asked.path]), "typed", offered.parts, others)
    else:
        _accept_here(context, asked, offered)


def save_elsewhere(context: Context, offered: Offer) -> None:
    """Store answers to questions that are not open."""
    storing.move_words(context, question_at(next(iter(offered.answers))), offered.parts)
    for path, value in offered.answers.items():
        one = question_at(path)
        if value is None:
            pass_over(context, context.draft, one, offered.parts)
            context.say(texts.saved_for(one.question.title, texts.skipped_as(one.question.skip)))
            continue
        given = storing.made(context, one, one.load(value), "typed" if offered.parts else "chosen", offered.parts)
        notes = storing.store(context, context.draft, one, given)
        context.say(texts.saved_for(one.question.title, one.kind.saved(one.load(value))), *notes)


def _accept_here(context: Context, asked: Asked, offered: Offer) -> None:
    return_to, values, applied = open_question(context).return_to, context.values, flow.applying(context, asked)
    taken = [(question_at(path), value) for path, value in offered.answers.items()]
    notes = []
    for one, value in taken:
        if value is None:
            pass_over(context, context.draft, one)
            continue
        source = offered.does if offered.does == "imported" else "chosen"
        notes += storing.store(context, context.draft, one, storing.made(context, one, one.load(value), source))
    last, _ = taken[-1]
    problem = context.problems.get(last.path)
    if problem is not None:
        context.say(problem)
        context.go(Asking(question=last.path, return_to=return_to))
        return
    context.say(_confirmed(taken), *notes)
    filled = completion.is_open(asked, values)
    flow.advance(context, asked, return_to, filled=filled, applied=applied, others=tuple(offered.answers))


def _confirmed(taken: Sequence[tuple[Asked, JsonValue]]) -> str:
    match taken:
        case [(one, value)]:
            return one.kind.saved(one.load(value))
        case [_, _]:  # such as a beginning and an end
            return texts.taken([str(one.question.skip) if value is None else one.show(value) for one, value in taken])
        case _:
            return texts.saved_several([str(one.question.title) for one, value in taken if value is not None])


def one_at_a_time(context: Context) -> None:
    """Give each detail that was to be checked a button of its own; the bot asks for the others."""
    state = open_question(context)
    details = next((offered.answers for offered in state.offers if offered.does == "check"), {})
    context.say(texts.ONE_AT_A_TIME_HINT)
    context.go(
        state.model_copy(update={"offers": tuple(offers.detail(path, value) for path, value in details.items())})
    )


def keep_details(context: Context, before: Conversation) -> None:
    """Keep offering what is not answered yet: details within their section, and pieces of a pasted form."""
    state, was, hand = context.state, before.state, before.hand
    if not isinstance(state, Asking) or not isinstance(was, Asking) or context.conversation.hand != hand:
        return
    here = question_at(state.question).section is question_at(was.question).section
    old = next((draft.values for draft in before.drafts if draft.number == hand), {})
    left = tuple(
        offered
        for offered in was.offers
        if (offered.does == "piece" or (here and offered.does == "detail"))
        and offered not in state.offers
        and all(context.values.get(path) == old.get(path) for path in offered.answers)
    )
    if left:
        context.stay(state.model_copy(update={"offers": (*state.offers, *left)}))
