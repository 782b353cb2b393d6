"""What becomes of an answer: read, refused, offered, stored, advised on, taken away."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from pydantic import JsonValue

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Conversation, Draft
from conversations.dialogue.events import Cleared, Skipped, Source
from conversations.dialogue.parts import joined, words_alone
from conversations.dialogue.state import Asking, Collecting, Offer, Part, Repeating
from conversations.fields import NotUnderstood, Offered, Option, Partly, Reading, Several, Understood
from conversations.fields import texts as fields_texts
from conversations.fields.yes_no import is_among, says_no, says_nothing
from conversations.filling import flow, nodding, storing, texts
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Does, Doing
from conversations.form.template import in_use
from conversations.remarks.listening import Remark, said_at
from conversations.remarks.texts import IF_ANSWER


def answer(context: Context, asked: Asked, parts: tuple[Part, ...], source: Source = "typed") -> None:
    """Take what was written as the answer to the open question, or say why it is none."""
    open_ = open_question(context)
    storing.file(context, context.draft, asked, parts)
    parts = (*storing.words_before(context.draft, asked, parts, adds=bool(open_.other)), *parts)
    instead = _instead(context, asked, parts)
    reading = instead or storing.read(asked, parts, context.reading_context(context.draft))
    match reading:
        case Understood() if storing.loses_much(context.draft, asked, parts):
            refuse(context, asked, parts, storing.asks_to_replace(context.draft, asked, parts))
            context.go(open_.model_copy(update={"offers": to_replace(context, asked, parts)}))
        case Understood(value=value, others=others):
            take(context, asked, value if instead else _with_chosen(context, asked, value), source, parts, others)
        case Partly():
            _take_part(context, asked, reading, parts, () if instead else storing.texts(context.values.get(asked.path)))
        case NotUnderstood(problem=problem):
            refuse(context, asked, parts, problem)
            context.stay(open_.model_copy(update={"offers": ()}))
        case Offered(problem=problem, options=options):
            refuse(context, asked, parts, problem)
            context.go(open_.model_copy(update={"offers": tuple(offer(asked, option) for option in options)}))
        case _:
            assert_never(reading)


def _instead(context: Context, asked: Asked, parts: tuple[Part, ...]) -> Reading[Any] | None:
    """Read the choices of a list behind words such as "no no": they stand in the place of those before."""
    words = nodding.said_instead(words_alone(parts)) if isinstance(asked.kind, Several) else ""
    reading = asked.read(words, context.reading_context(context.draft)) if words else None
    return reading if isinstance(reading, Understood | Partly) else None


def _take_part(
    context: Context, asked: Asked, reading: Partly[Any], parts: tuple[Part, ...], stored: tuple[str, ...]
) -> None:
    """Tick what was understood of a list beside what is ``stored``, and ask about the rest.

    Go on where that is the answer to another question.
    """
    kind, return_to = asked.kind, open_question(context).return_to
    chosen = kind.ordered((*stored, *reading.value)) if isinstance(kind, Several) else reading.value
    problem = storing.problem_with(context, context.draft, asked, chosen)
    if problem is not None and storing.blocking(asked, chosen, problem):
        refuse(context, asked, parts, problem)
        context.stay(Asking(question=asked.path, return_to=return_to))
    elif reading.others and problem is None:
        take(context, asked, chosen, "typed", parts, reading.others)
    else:
        if chosen != stored:
            choose(context, asked, chosen)
            context.say(texts.ticked(reading.value))
        context.say(*store_others(context, context.draft.number, asked, reading.others, parts))
        refuse(context, asked, parts, reading.problem)
        context.go(
            Asking(
                question=asked.path,
                return_to=return_to,
                offers=tuple(offer(asked, option) for option in reading.options),
            )
        )


def store_others(
    context: Context, number: int, asked: Asked, others: Mapping[str, JsonValue], parts: tuple[Part, ...]
) -> list[str]:
    """Store what the messages answer beside their question, where it can stand; gives what to say of each."""
    said = []
    for key, value in others.items():
        one, draft = question_at(beside(asked, key)), context.numbered(number)
        if value is None:
            pass_over(context, draft, one, parts)
        elif storing.problem_with(context, draft, one, one.load(value)) is None:
            storing.store(context, draft, one, storing.made(context, one, one.load(value), "typed", parts))
        else:
            continue  # it is asked for in its turn
        skipped = form_texts.NOT_PROVIDED if one.question.skip == form_texts.SKIP else one.question.skip
        title = completion.label(one, context.numbered(number).values)
        said.append(form_texts.noted(title, skipped if value is None else one.show(value)))
    return said


def another(context: Context, part: Part) -> bool:
    """Take one more repetition that is told where it is asked whether there is one; say whether it was told."""
    state = context.state
    if not isinstance(state, Repeating):
        return False
    asked = completion.applicable_in(in_use().by_key[state.section], context.values)[0]
    reading = asked.read(part.words, context.reading_context(context.draft))
    if not isinstance(reading, Understood) or not reading.others:
        return False
    storing.file(context, context.draft, asked, (part,))
    context.say(texts.SAVED, *store_others(context, context.draft.number, asked, reading.others, (part,)))
    context.go(state)
    following = completion.after(asked, context.values)
    if following is not None and following.section is asked.section:
        context.ask(following, state.return_to)
    return True


def beside(asked: Asked, key: str) -> str:
    """Write the path of another question of the same group, or section."""
    return f"{asked.path.rpartition('.')[0]}.{key}"


def hold(context: Context, asked: Asked, parts: tuple[Part, ...], label: str = form_texts.USE) -> str | None:
    """Offer words as the answer to the open question after a press; gives what is wrong with words that are none.

    They go into the history at once, so that nothing is lost if nobody presses.
    """
    storing.file(context, context.draft, asked, parts)
    storing.note(context, context.draft, asked, parts)
    offers = offers_of(context, asked, parts, label)
    context.go(open_question(context).model_copy(update={"offers": offers}))
    if any(offered.parts for offered in offers):
        return None
    reading = storing.read(asked, parts, context.reading_context(context.draft))
    return (
        storing.problem_with(context, context.draft, asked, reading.value)
        if isinstance(reading, Understood)
        else reading.problem
    )


def doubt(context: Context, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> None:
    """Answer a text that reads like a message to the bot, and offer it as the answer to the open question."""
    storing.file(context, context.draft, asked, parts)
    storing.note(context, context.draft, asked, parts)
    stands = context.values.get(asked.path) is not None
    offers = offers_to(context, asked, parts, remark)
    usable = any(offered.does == "answer" for offered in offers)
    context.say(said_at(asked, remark, stands=stands), IF_ANSWER if usable else _wrong_with(context, asked, parts))
    context.go(open_question(context).model_copy(update={"offers": offers}))


def _wrong_with(context: Context, asked: Asked, parts: tuple[Part, ...]) -> str:
    """Say why words cannot be the answer; of a list, also where they could go to the question behind it."""
    reading_context = context.reading_context(context.draft)
    listed = bool(asked.kind.choices)
    reading = asked.kind.read(joined(parts), reading_context) if listed else storing.read(asked, parts, reading_context)
    return reading.problem if isinstance(reading, NotUnderstood) else ""


def offers_to(context: Context, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> tuple[Offer, ...]:
    """Offer words as the answer, to leave the question open, and to ask the coordinators, as the words ask for it."""
    adds = bool(open_question(context).other)
    whole = (*storing.words_before(context.draft, asked, parts, adds=adds), *parts)
    reading = asked.kind.read(joined(whole), context.reading_context(context.draft)) if asked.kind.keeps_text else None
    offers = []
    if isinstance(reading, Understood):
        offers.append(Offer(label=form_texts.USE, answers={asked.path: asked.dump(reading.value)}, parts=whole))
    if remark.leaves_open:
        offers += later(context, asked)
    if remark.is_question:
        offers.append(Offer(label=texts.ASK_COORDINATORS, answers={}, parts=parts, does="consult"))
    return tuple(offers)


def later(context: Context, asked: Asked) -> tuple[Offer, ...]:
    """Offer to leave a question open that needs an answer and has none."""
    needed = asked.question.required and context.values.get(asked.path) is None
    return (Offer(label=texts.LATER, answers={}, does="later"),) if needed else ()


def leave_open(context: Context, asked: Asked) -> None:
    """Go on without an answer to a question that needs one: it stays open, and is asked again after the others."""
    applied = {other.path for other in completion.applicable_in(asked.section, context.values, asked.path)}
    context.say(texts.left_open(asked.question.title))
    flow.advance(context, asked, open_question(context).return_to, filled=False, applied=applied)


def offers_of(
    context: Context, asked: Asked, parts: tuple[Part, ...], label: str = form_texts.USE, does: Does = "answer"
) -> tuple[Offer, ...]:
    """Give what can be offered of words: themselves where they are an answer, else what they probably mean."""
    adds = bool(open_question(context).other)
    parts = (*storing.words_before(context.draft, asked, parts, adds=adds), *parts)
    reading = storing.read(asked, parts, context.reading_context(context.draft))
    if isinstance(reading, Offered):
        return tuple(offer(asked, option) for option in reading.options)
    if not isinstance(reading, Understood):
        return ()
    value = _with_chosen(context, asked, reading.value)
    if storing.is_refused(context, asked, value):
        return ()
    return (Offer(label=label, answers={asked.path: asked.dump(value)}, parts=parts, does=does),)


def to_replace(context: Context, asked: Asked, parts: tuple[Part, ...]) -> tuple[Offer, ...]:
    """Offer a short text in the place of a long answer, and to keep that."""
    return (*offers_of(context, asked, parts, texts.REPLACE, "replace"), Offer(label=texts.KEEP_EARLIER, answers={}))


def open_question(context: Context) -> Asking:
    """Give the question that is open, also where its answer is still arriving; TypeError where none is."""
    state = context.state
    if not isinstance(state, Asking | Collecting):
        message = f"no question is open at {state.at}"
        raise TypeError(message)
    return state if isinstance(state, Asking) else Asking(question=state.question, return_to=state.return_to)


def _with_chosen(context: Context, asked: Asked, value: object) -> object:
    """Add typed choices to those that were pressed before, or were too few, where the form allows both together."""
    stored = context.draft.answers.get(asked.path)
    if not isinstance(asked.kind, Several) or stored is None:
        return value
    before = storing.texts(stored.value)
    if stored.source != "chosen" and asked.kind.problem(before) is None:
        return value
    both = asked.kind.ordered((*before, *storing.texts(value)))
    return both if asked.kind.problem(both) is None else value


def refuse(context: Context, asked: Asked, parts: Sequence[Part], problem: str) -> None:
    """Say why the text is no answer; the words go into the history."""
    context.say(problem)
    storing.note(context, context.draft, asked, parts)


def offer(asked: Asked, option: Option) -> Offer:
    """Turn a kind's option into one that names whole paths; None for another question passes that one over."""
    answers = {beside(asked, key): value for key, value in option.others.items()}
    own = {} if option.value is None else {asked.path: option.value}
    does = option.does if isinstance(option, Doing) else "suggest"
    return Offer(label=option.label, answers=own | answers, stays=option.stays, does=does)


def take(  # noqa: PLR0913, PLR0917 - an answer, how it came, and what came with it
    context: Context,
    asked: Asked,
    value: object,
    source: Source,
    parts: tuple[Part, ...] = (),
    others: Mapping[str, JsonValue] | None = None,
) -> None:
    """Store a value that was understood, and ``others`` with it, and go on.

    Stay where it is to fix or has files; refuse what cannot stand.
    """
    return_to = open_question(context).return_to
    problem = storing.problem_with(context, context.draft, asked, value)
    if problem is not None and storing.blocking(asked, value, problem):
        refuse(context, asked, parts, problem)
        context.stay(Asking(question=asked.path, return_to=return_to))
        return
    applied = {other.path for other in completion.applicable_in(asked.section, context.values, asked.path)}
    filled = completion.is_open(asked, context.values)
    notes = storing.store(context, context.draft, asked, storing.made(context, asked, value, source, parts))
    said = [] if problem else store_others(context, context.draft.number, asked, others or {}, parts)
    context.say(problem or asked.kind.saved(value), *said, *notes)
    if problem is None and not context.draft.files(asked.path):
        paths = tuple(beside(asked, key) for key in others or {})
        flow.advance(context, asked, return_to, filled=filled, applied=applied, others=paths)
    else:
        context.stay(Asking(question=asked.path, return_to=return_to))


def skip(context: Context, asked: Asked, parts: tuple[Part, ...] = ()) -> None:
    """Pass an optional question over; an answer that stands already stays, and words ask whether to take it away."""
    storing.file(context, context.draft, asked, parts)
    question = asked.question
    if question.required and context.values.get(asked.path) is None:
        context.say(texts.skip_refused(question.title))
        state, more = open_question(context), later(context, asked)
        context.stay(state.model_copy(update={"offers": (*(one for one in state.offers if one not in more), *more)}))
    elif parts and context.values.get(asked.path) is not None and question.skip == form_texts.SKIP:
        button = texts.REMOVE_WORDS if context.draft.files(asked.path) else form_texts.REMOVE
        refuse(context, asked, parts, texts.answer_stands(button))
        context.stay(Asking(question=asked.path, return_to=open_question(context).return_to))
    elif context.draft.files(asked.path) or (
        context.values.get(asked.path) is not None and question.skip == form_texts.SKIP
    ):
        keep(context, asked)
    else:
        said = texts.SKIPPED if question.skip == form_texts.SKIP else f"Saved: {question.skip}"
        _leave_out(context, asked, said, parts)


def skip_rest(context: Context, asked: Asked) -> None:
    """Pass over all that is left of a section, which is optional, and go on behind it."""
    return_to = open_question(context).return_to
    left = completion.optional_rest(asked, context.values)
    chosen = context.values.get(asked.path)
    for one in left:
        pass_over(context, context.draft, one)
    context.say(asked.kind.saved(asked.load(chosen)) if chosen is not None else "")
    context.say(texts.skipped([completion.label(one, context.values) for one in left]))
    flow.leave_section(context, asked, return_to)


def take_away(context: Context, asked: Asked) -> None:
    """Take away the answer to an optional question."""
    _leave_out(context, asked, texts.REMOVED)


def _leave_out(context: Context, asked: Asked, said: str, parts: tuple[Part, ...] = ()) -> None:
    return_to, draft = open_question(context).return_to, context.draft
    applied = {other.path for other in completion.applicable_in(asked.section, draft.values, asked.path)}
    filled = completion.is_open(asked, draft.values)
    pass_over(context, draft, asked, parts)
    context.say(said)
    if not context.draft.files(asked.path):
        flow.advance(context, asked, return_to, filled=filled, applied=applied)


def pass_over(context: Context, draft: Draft, asked: Asked, parts: tuple[Part, ...] = ()) -> None:
    """Store that an optional question has no answer."""
    nothing = Answer(value=None, source="typed" if parts else "chosen", parts=parts, at=context.now)
    context.keep(draft.model_copy(update={"answers": draft.answers | {asked.path: nothing}}))
    context.happened(Skipped(draft=draft.number, question=asked.path))


def keep(context: Context, asked: Asked) -> None:
    """Leave the stored answer as it is and go on."""
    problem = context.problems.get(asked.path)
    if completion.is_open(asked, context.values):  # its files were sent elsewhere
        pass_over(context, context.draft, asked)
    context.say(texts.LEFT_AS_IT_IS if problem else texts.KEPT)
    applied = {other.path for other in completion.applicable_in(asked.section, context.values, asked.path)}
    flow.advance(context, asked, open_question(context).return_to, filled=problem is not None, applied=applied)


def choose(context: Context, asked: Asked, chosen: tuple[str, ...]) -> None:
    """Store what is chosen so far of several, and stay at the question."""
    if chosen:
        notes = storing.store(context, context.draft, asked, storing.made(context, asked, chosen, "chosen"))
        context.say(*notes)
        return
    draft = context.draft
    left = {path: given for path, given in draft.answers.items() if path != asked.path}
    context.keep(draft.model_copy(update={"answers": left}))
    context.happened(Cleared(draft=draft.number, question=asked.path))


def finish(context: Context, asked: Asked, chosen: tuple[str, ...]) -> None:
    """Confirm what has been chosen of several and go on."""
    context.say(asked.kind.saved(chosen))
    applied = {other.path for other in completion.applicable_in(asked.section, context.values, asked.path)}
    flow.advance(context, asked, open_question(context).return_to, filled=True, applied=applied)


def skips(asked: Asked, text: str) -> bool:
    """Say whether a typed text passes an optional question over."""
    if asked.question.required:
        return False
    words = (asked.question.skip, *asked.question.skip_words)
    return says_nothing(text) or (says_no(text) and not asked.kind.keeps_text) or is_among(text, words)


def accept(context: Context, asked: Asked, offered: Offer) -> None:
    """Store what was offered and go on after the last question that it answers."""
    if not offered.answers:
        keep(context, asked)
    elif offered.stays and asked.path not in offered.answers:
        _accept_elsewhere(context, asked, offered)
    elif offered.parts:
        storing.move_words(context, asked, offered.parts)
        take(context, asked, asked.load(offered.answers[asked.path]), "typed", offered.parts)
    else:
        _accept_here(context, asked, offered)


def one_at_a_time(context: Context) -> None:
    """Show each detail that was to be checked with a button of its own; the others are asked for."""
    state = open_question(context)
    details = next((offered.answers for offered in state.offers if offered.does == "check"), {})
    context.say(texts.ONE_AT_A_TIME_HINT)
    context.go(state.model_copy(update={"offers": tuple(_detail(path, value) for path, value in details.items())}))


def _detail(path: str, value: JsonValue) -> Offer:
    asked = question_at(path)
    label = fields_texts.label(form_texts.noted(asked.question.title, asked.show(value)))
    return Offer(label=label, answers={path: value}, stays=True, does="detail")


def keep_details(context: Context, before: Conversation) -> None:
    """Go on offering details that wait for a press, in their section, until their question has another answer."""
    state, was, hand = context.state, before.state, before.hand
    if not isinstance(state, Asking) or not isinstance(was, Asking) or context.conversation.hand != hand:
        return
    same = question_at(state.question).section is question_at(was.question).section
    old = next((draft.values for draft in before.drafts if draft.number == hand and same), {})
    left = tuple(
        offered
        for offered in was.offers
        if offered.does == "detail"
        and same
        and offered not in state.offers
        and all(context.values.get(path) == old.get(path) for path in offered.answers)
    )
    if left:
        context.stay(state.model_copy(update={"offers": (*state.offers, *left)}))


def _accept_elsewhere(context: Context, asked: Asked, offered: Offer) -> None:
    """Store what was offered for other questions, and stay."""
    for path, value in offered.answers.items():
        one = question_at(path)
        notes = storing.store(context, context.draft, one, storing.made(context, one, one.load(value), "chosen"))
        context.say(texts.saved_for(one.question.title, one.kind.saved(one.load(value))), *notes)
    context.go(Asking(question=asked.path, return_to=open_question(context).return_to))


def _accept_here(context: Context, asked: Asked, offered: Offer) -> None:
    return_to, values = open_question(context).return_to, context.values
    applied = {other.path for other in completion.applicable(values, asked.path)}
    taken = [(question_at(path), value) for path, value in offered.answers.items()]
    notes = []
    for one, value in taken:
        if value is None:
            pass_over(context, context.draft, one)
            continue
        notes += storing.store(context, context.draft, one, storing.made(context, one, one.load(value), "chosen"))
    last, value = taken[-1]
    problem = context.problems.get(last.path)
    if problem is not None:
        context.say(problem)
        context.go(Asking(question=last.path, return_to=return_to))
        return
    if len(taken) > 2:  # noqa: PLR2004 - a beginning and an end
        context.say(texts.saved_several([one.question.title for one, value in taken if value is not None]), *notes)
    elif len(taken) > 1:
        context.say(
            texts.taken([one.question.skip if value is None else one.show(value) for one, value in taken]), *notes
        )
    else:
        context.say(last.kind.saved(last.load(value)), *notes)
    paths = tuple(offered.answers)
    flow.advance(context, asked, return_to, filled=completion.is_open(asked, values), applied=applied, others=paths)


def finish_parts(context: Context) -> None:
    """Take the parts of a long answer that have come as the answer."""
    state = context.state
    if isinstance(state, Collecting):
        answer(context, question_at(state.question), state.parts)


def settle_parts(context: Context) -> None:
    """Do so before the person goes elsewhere, where what is to fix is said with its question's name."""
    asked = context.asked if isinstance(context.state, Collecting) else None
    finish_parts(context)
    if asked is None:
        return
    problem = context.problems.get(asked.path)
    there = texts.now_to_fix(asked.question.title, problem) if problem else ""
    context.said = [there if sentence == problem else sentence for sentence in context.said]
