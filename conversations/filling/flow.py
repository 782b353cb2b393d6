"""Decide what the bot asks next, from the answers and from where the person came."""

from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import assert_never

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Answered
from conversations.dialogue.state import (
    Asking,
    AtDesk,
    AtOffice,
    Choosing,
    Collecting,
    Forgetting,
    New,
    Onward,
    Opened,
    Overview,
    Repeating,
    Replying,
    Return,
    ReturnTo,
    Revising,
    State,
    Submitted,
    Summary,
    Timing,
    ToOverview,
    ToQuestion,
    ToRevising,
    ToSummary,
    Withdrawing,
)
from conversations.filling import texts
from conversations.form import completion
from conversations.form.asked import Asked, question_at
from conversations.form.questions import MOST_REPETITIONS, Section, repeated, repetitions
from conversations.form.template import in_use


def advance(  # noqa: PLR0913 - the answer, what was true before it, and what came with it
    context: Context,
    asked: Asked,
    return_to: ReturnTo,
    *,
    filled: bool,
    applied: Collection[str] | None = None,
    others: Sequence[str] = (),
) -> None:
    """Go on after an answer to ``asked``.

    ``filled``: the question was open before. ``applied``: the questions of its section that applied before, by path
    (from ``applying``); leave it out if the answer has not changed. ``others``: the paths of the questions that were
    answered in the same turn.
    """
    if _asks_which(context, asked, return_to, filled=filled, others=others):
        return
    ended = any(_ends_a_repetition(one, context.values) for one in (asked, *map(question_at, others)))
    if filled and ended and not _is_of_an_item(completion.after(asked, context.values), asked.section):
        context.go(Repeating(section=asked.section.key, return_to=return_to))
        return
    if isinstance(return_to, Onward):
        onward(context, asked)
        return
    known = applying(context, asked) if applied is None else applied
    following = _following(context, asked, known, filled=filled)
    if following is None:
        lead_back(context, return_to, asked.path)
    else:
        context.ask(following, return_to)


def applying(context: Context, asked: Asked) -> frozenset[str]:
    """Return the paths of all questions that apply now in the section of ``asked``."""
    return frozenset(other.path for other in completion.applicable_in(asked.section, context.values, asked.path))


def _asks_which(context: Context, asked: Asked, return_to: ReturnTo, *, filled: bool, others: Sequence[str]) -> bool:
    """If "Other" was just chosen, ask which one. The reply goes into the section's own text question."""
    other, value = asked.question.other, context.values.get(asked.path)
    chosen = value if isinstance(value, list) else [value]
    answered = any(isinstance(event, Answered) and event.question == asked.path for event in context.events)
    if other is None or other.label not in chosen or not (filled or answered):
        return False
    text = question_at(f"{asked.section.key}.{other.key}")
    if text.path in others:
        return False
    if context.values.get(text.path) is None:
        context.say(texts.name_it_here(other.ask))
        context.ask(text, return_to)
    else:
        context.go(Asking(question=text.path, return_to=return_to, other=asked.path))
    return True


def _is_of_an_item(following: Asked | None, section: type[Section]) -> bool:
    return following is not None and following.section is section and following.item is not None


def leave_section(context: Context, asked: Asked, return_to: ReturnTo) -> None:
    """Go on after a section, or back to where the person came from."""
    last = completion.applicable_in(asked.section, context.values)[-1]
    if isinstance(return_to, Onward):
        onward(context, last)
    else:
        lead_back(context, return_to, last.path)


def _ends_a_repetition(asked: Asked, values: completion.Values) -> bool:
    if asked.group is None:
        return False
    own = [other for other in completion.applicable_in(asked.section, values, asked.path) if other.item == asked.item]
    return own[-1] == asked


def _following(context: Context, asked: Asked, applied: Collection[str], *, filled: bool) -> Asked | None:
    order = completion.applicable_in(asked.section, context.values, asked.path)
    rest = order[order.index(asked) + 1 :] if asked in order else ()
    return next(
        (
            other
            for other in rest
            if completion.is_open(other, context.values) and (filled or other.path not in applied)
        ),
        None,
    )


def onward(context: Context, asked: Asked) -> None:
    """Ask the next open question, or show the summary if there is none."""
    following = completion.after(asked, context.values)
    following = _sent_early(context, asked, following) or following
    if following is not None:
        context.ask(following)
        return
    context.say(texts.ALL_ANSWERED)
    context.go(Summary())


def _sent_early(context: Context, asked: Asked, following: Asked | None) -> Asked | None:
    """Return a question before ``following`` whose answer is only files and the texts under them: they came early."""
    order = completion.applicable(context.values, asked.path)
    here = order.index(asked) + 1 if asked in order else len(order)
    passed = takewhile(lambda one: one != following, order[here:])
    return next((one for one in passed if one.question.files and _has_only_captions(context.draft, one)), None)


def _has_only_captions(draft: Draft, asked: Asked) -> bool:
    answer, files = draft.answers.get(asked.path), {file.message for file in draft.files(asked.path)}
    return answer is not None and bool(answer.parts) and files.issuperset(part.message for part in answer.parts)


def lead_back(context: Context, return_to: Return, path: str = "") -> None:
    """Go back to where the person came from; in a revision, go to the next comment after the question at ``path``."""
    match return_to:
        case ToSummary():
            context.go(Summary())
        case ToOverview():
            context.go(Overview())
        case ToQuestion(question=question):
            context.ask(question_at(question))
        case ToRevising():
            to_next_asked(context, path)
        case _:
            assert_never(return_to)


def to_next_asked(context: Context, path: str) -> None:
    """Ask the next question with a comment to deal with; if there is none, list all comments."""
    following = reviews.following(context.draft, path) if path else None
    if following is None:
        context.go(Revising())
    else:
        context.ask(question_at(following), ToRevising())


def resume(context: Context) -> None:
    """Ask the first open question of the current draft, or show the summary if there is none."""
    following = completion.first_open(context.values)
    if following is None:
        context.go(Summary())
    else:
        context.ask(following)


def then_of_section(context: Context) -> ReturnTo:
    """Return where the open section leads back to; TypeError if no section is open."""
    state = context.state
    if not isinstance(state, Repeating | Opened):
        message = f"no section is open at {state.at}"
        raise TypeError(message)
    return state.return_to


def another(context: Context, section: type[Section], return_to: ReturnTo) -> None:
    """Ask the first question of one more repetition, unless there are enough."""
    repeat = repeated(section)
    count = repetitions(section, context.values)
    if count < MOST_REPETITIONS:
        context.ask(question_at(repeat.path(count, repeat.first)), return_to)
    else:
        context.say(texts.enough_repetitions())


def enough(context: Context, section: type[Section], return_to: ReturnTo) -> None:
    """Go on after the last repetition."""
    leave_section(context, completion.applicable_in(section, context.values)[-1], return_to)


def after_removal(context: Context, asked: Asked) -> None:
    """Go on after a repetition was removed: ask for another one, or start the section again if none is left."""
    if repetitions(asked.section, context.values):
        context.go(Repeating(section=asked.section.key))
    else:
        context.ask(completion.applicable_in(asked.section, context.values)[0])


def settle(context: Context) -> None:
    """Leave a question that no longer applies, and every page that the draft's status no longer allows.

    A question stops applying when an earlier answer changes.
    """
    state = context.state
    if isinstance(state, New | Choosing | Timing | AtDesk | AtOffice | Forgetting):
        return
    if not may_stay(context.draft, state):
        context.go(Submitted())
    elif isinstance(state, Asking | Collecting):
        asked = question_at(state.question)
        if asked not in completion.applicable_in(asked.section, context.values, asked.path):
            _leave_question(context, asked, state.return_to)
    elif isinstance(state, Repeating):
        first, *others = completion.applicable_in(in_use().by_key[state.section], context.values)
        if not others:
            _leave_question(context, first, state.return_to)


def _leave_question(context: Context, asked: Asked, return_to: ReturnTo) -> None:
    if isinstance(return_to, ToRevising):
        to_next_asked(context, asked.path)
    else:
        onward(context, asked)


def may_stay(draft: Draft, state: State) -> bool:
    """Return whether the draft's status still lets its author be in this state."""
    if draft.status == "draft" or isinstance(state, Submitted | Summary):
        return True
    if isinstance(state, Withdrawing):
        return reviews.allows(draft, "withdraw")
    if isinstance(state, Revising | Replying):
        return reviews.may_revise(draft)
    return_to = getattr(state, "return_to", None)
    return isinstance(return_to, ToRevising) and reviews.allows(draft, "revise")
