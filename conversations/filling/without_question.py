"""Answer words that are typed where no question of the form is open: offer them elsewhere, or say what to press.

The Summary is not shown again for them; its buttons are.
"""

from collections.abc import Sequence

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.state import Offer, Opened, Part, Repeating, Summary
from conversations.fields import LongText, Phone, Website
from conversations.filling import accepting, corrections, elsewhere_texts, neighbours, offers, storing
from conversations.form import completion
from conversations.form.asked import Asked, question_at
from conversations.form.checks import findings, has_figure
from conversations.form.questions import repeated
from conversations.form.sections.results import Evidence
from conversations.form.template import in_use
from conversations.remarks.listening import said_anywhere

_MOST = 3
"""So many questions at most are offered for a text."""


def at_repetition(context: Context, state: Repeating, part: Part) -> None:
    """Reply where the bot asks whether there is one more repetition, such as another meeting."""
    section, remark = in_use().by_key[state.section], said_anywhere(part.words)
    last = completion.applicable_in(section, context.values)[-1]
    found = corrections.found(context, part, None) or (() if remark else neighbours.offered(context, last, (part,)))
    _note(context, found, part)
    repeat = repeated(section).mark
    context.say(
        *offers.said_of(context, found), "" if found else remark or elsewhere_texts.one_of(repeat.more, repeat.enough)
    )
    context.stay(state.model_copy(update={"offers": found}))


def at_section(context: Context, state: Opened, part: Part) -> bool:
    """Offer words at the questions of the section that read them, or as a correction; return whether there are any."""
    questions = completion.applicable_in(in_use().by_key[state.section], context.values)
    fits = [] if said_anywhere(part.words) else [one for one in questions if neighbours.may_answer(one, part.words)]
    made = (offers.elsewhere(context, one, (part,)) for one in fits)
    found = corrections.found(context, part, None) or tuple(filter(None, made))[:_MOST]
    _note(context, found, part)
    context.say(*offers.said_of(context, found))
    context.stay(state.model_copy(update={"offers": found}))
    return bool(found)


def at_summary(context: Context, state: Summary, part: Part) -> None:
    """Offer words as an answer, or say what to press; for a draft that was never submitted."""
    context.briefly = True
    corrected = corrections.found(context, part, None)
    remark = said_anywhere(part.words)
    found = corrected or (() if remark else _offers(context, part))
    _note(context, found, part)
    if corrected:
        context.say(*offers.said_of(context, corrected))
    elif found:
        context.say(elsewhere_texts.BELONGS)
    else:
        context.say(remark or elsewhere_texts.IN_NO_ANSWER)
    lacks = bool(completion.lacking(context.values, context.problems))
    context.say("" if found else elsewhere_texts.at_summary(lacks=lacks))
    context.stay(state.model_copy(update={"offers": found}))


def take(context: Context, state: Opened | Repeating | Summary, press: Press) -> None:
    """Save what a pressed offer says, and stay."""
    accepting.save_elsewhere(context, state.offers[press.index or 0])
    context.go(state.model_copy(update={"offers": ()}))


def _note(context: Context, found: Sequence[Offer], part: Part) -> None:
    for one in found[:1]:
        storing.note(context, context.draft, question_at(next(iter(one.answers))), (part,))


def _offers(context: Context, part: Part) -> tuple[Offer, ...]:
    """Offer the words at the questions that they may answer: figures are evidence, other words answer what is open.

    A telephone number and a web address are offered at their question, if it was skipped.
    """
    texts = [one for one in _texts(context, part.words) if neighbours.may_answer(one, part.words)]
    left = [one for one in completion.applicable(context.values) if context.values.get(one.path) is None]
    skipped = [one for one in left if isinstance(one.kind, Phone | Website)]
    open_ = (*completion.lacking(context.values, context.problems), *skipped)
    others = [one for one in open_ if not isinstance(one.kind, LongText) and neighbours.may_answer(one, part.words)]
    made = [offers.elsewhere(context, one, (part,)) for one in (*others, *texts)]
    closed = tuple(one for one in made if one is not None)
    return closed[:_MOST]


def _texts(context: Context, words: str) -> Sequence[Asked]:
    if has_figure(words):
        return completion.applicable_in(Evidence, context.values)
    doubtful = (question_at(one.path) for one in findings(context.values, context.today))
    every = dict.fromkeys((*completion.lacking(context.values, context.problems), *doubtful))
    return [one for one in every if isinstance(one.kind, LongText)]
