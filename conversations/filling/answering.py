"""Take answers to the open question: read, refuse, offer, store, skip or remove them, and go on."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from pydantic import JsonValue

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Conversation, Draft
from conversations.dialogue.events import Cleared, Skipped, Source
from conversations.dialogue.parts import joined, words_alone
from conversations.dialogue.state import Asking, Collecting, Offer, Part, Repeating
from conversations.fields import NotUnderstood, Offered, Partly, Reading, Several, Understood, YesNo
from conversations.fields.texts import are_not
from conversations.fields.yes_no import is_among, says_no, says_nothing
from conversations.filling import flow, nodding, offers, storing, texts
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.form.template import in_use
from conversations.remarks.listening import Remark, said_at
from conversations.remarks.texts import IF_ANSWER


def open_question(context: Context) -> Asking:
    """Return the open question, also while its answer is arriving in parts; TypeError if no question is open."""
    state = context.state
    if not isinstance(state, Asking | Collecting):
        message = f"no question is open at {state.at}"
        raise TypeError(message)
    return state if isinstance(state, Asking) else Asking(question=state.question, return_to=state.return_to)


def answer(context: Context, asked: Asked, parts: tuple[Part, ...], source: Source = "typed") -> None:
    """Take messages as the answer to the open question, or say why they are not an answer."""
    open_ = open_question(context)
    storing.file(context, context.draft, asked, parts)
    parts = offers.with_earlier(context, asked, parts)
    instead = _read_instead(context, asked, parts)
    reading = instead or storing.read(asked, parts, context.reading_context(context.draft))
    match reading:
        case Understood() if storing.loses_much(context.draft, asked, parts):
            refuse(context, asked, parts, storing.asks_to_replace(context.draft, asked, parts))
            context.go(open_.model_copy(update={"offers": offers.to_replace(context, asked, parts)}))
        case Understood(value=value, others=others):
            chosen = value if instead else offers.with_chosen(context, asked, value)
            take(context, asked, chosen, source, parts, others)
        case Partly():
            _take_part(context, asked, reading, parts, () if instead else storing.texts(context.values.get(asked.path)))
        case NotUnderstood(problem=problem):
            refuse(context, asked, parts, problem)
            context.stay(open_.model_copy(update={"offers": ()}))
        case Offered(problem=problem, options=options):
            refuse(context, asked, parts, problem)
            context.go(open_.model_copy(update={"offers": tuple(offers.offer(asked, option) for option in options)}))
        case _:
            assert_never(reading)


def _read_instead(context: Context, asked: Asked, parts: tuple[Part, ...]) -> Reading[Any] | None:
    """Read the choices after words such as "no no": they replace the stored ones."""
    words = nodding.said_instead(words_alone(parts)) if isinstance(asked.kind, Several) else ""
    reading = asked.read(words, context.reading_context(context.draft)) if words else None
    return reading if isinstance(reading, Understood | Partly) else None


def _take_part(
    context: Context, asked: Asked, reading: Partly[Any], parts: tuple[Part, ...], stored: tuple[str, ...]
) -> None:
    """Add the choices that were understood to the ``stored`` ones, and ask about the other words.

    If those words answer another question, go on.
    """
    kind, return_to = asked.kind, open_question(context).return_to
    chosen = kind.ordered((*stored, *reading.value)) if isinstance(kind, Several) else reading.value
    problem = storing.problem_with(context, context.draft, asked, chosen)
    if problem is not None and storing.blocking(asked, chosen, problem):
        refuse(context, asked, parts, problem)
        context.stay(Asking(question=asked.path, return_to=return_to))
        return
    if reading.others and problem is None:
        take(context, asked, chosen, "typed", parts, reading.others)
        return
    if chosen != stored:
        choose(context, asked, chosen)
        context.say(texts.ticked(reading.value))
    context.say(*store_others(context, context.draft.number, asked, reading.others, parts))
    refuse(context, asked, parts, reading.problem)
    offered = tuple(offers.offer(asked, option) for option in reading.options)
    context.go(Asking(question=asked.path, return_to=return_to, offers=offered))


def take(  # noqa: PLR0913, PLR0917 - an answer, how it came, and what came with it
    context: Context,
    asked: Asked,
    value: object,
    source: Source,
    parts: tuple[Part, ...] = (),
    others: Mapping[str, JsonValue] | None = None,
) -> None:
    """Store a value, and ``others`` (by question key) with it, and go on.

    Refuse a value that cannot be stored. Stay at the question if the value needs fixing or has files.
    """
    return_to = open_question(context).return_to
    problem = storing.problem_with(context, context.draft, asked, value)
    if problem is not None and storing.blocking(asked, value, problem):
        refuse(context, asked, parts, problem)
        context.stay(Asking(question=asked.path, return_to=return_to))
        return
    applied, filled = flow.applying(context, asked), completion.is_open(asked, context.values)
    notes = storing.store(context, context.draft, asked, storing.made(context, asked, value, source, parts))
    said = [] if problem else store_others(context, context.draft.number, asked, others or {}, parts)
    with_files, asks = bool(context.draft.files(asked.path)), isinstance(context.state, Asking)
    context.say(
        problem or asked.kind.saved(value),
        texts.MORE_OR_DONE if with_files and asks and not problem else "",
        *said,
        *notes,
    )
    if problem is None and not with_files:
        paths = tuple(offers.beside(asked, key) for key in others or {})
        flow.advance(context, asked, return_to, filled=filled, applied=applied, others=paths)
    else:
        context.stay(Asking(question=asked.path, return_to=return_to))


def store_others(
    context: Context, number: int, asked: Asked, others: Mapping[str, JsonValue], parts: tuple[Part, ...]
) -> list[str]:
    """Store the answers to other questions (by key) that messages gave; return a sentence about each.

    An answer that has a problem is left out: its question is asked later.
    """
    said = []
    for key, value in others.items():
        one, draft = question_at(offers.beside(asked, key)), context.numbered(number)
        if value is None:
            pass_over(context, draft, one, parts)
        elif storing.problem_with(context, draft, one, one.load(value)) is None:
            storing.store(context, draft, one, storing.made(context, one, one.load(value), "typed", parts))
        else:
            continue
        title = completion.label(one, context.numbered(number).values)
        said.append(form_texts.noted(title, completion.left_out(one) if value is None else one.show(value)))
    return said


def another(context: Context, part: Part) -> bool:
    """Take one more repetition if a message describes it where the bot asks whether there is one.

    Return whether it did.
    """
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


def refuse(context: Context, asked: Asked, parts: Sequence[Part], problem: str) -> None:
    """Say why the messages are not an answer; their words go into the history."""
    context.say(problem)
    storing.note(context, context.draft, asked, parts)


def hold(context: Context, asked: Asked, parts: tuple[Part, ...], label: str = form_texts.USE) -> str | None:
    """Offer messages as the answer to the open question, to be confirmed by a press.

    Return the problem if they cannot be an answer.
    """
    # The history gets them at once, so that nothing is lost if nobody presses.
    storing.file(context, context.draft, asked, parts)
    storing.note(context, context.draft, asked, parts)
    offered = offers.offers_of(context, asked, parts, label)
    context.go(open_question(context).model_copy(update={"offers": offered}))
    if any(one.parts for one in offered):
        return None
    reading = storing.read(asked, parts, context.reading_context(context.draft))
    if isinstance(reading, Understood):
        return storing.problem_with(context, context.draft, asked, reading.value)
    return reading.problem


def doubt(context: Context, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> None:
    """Reply to a text that reads like a message to the bot, and offer it as the answer to the open question."""
    storing.file(context, context.draft, asked, parts)
    storing.note(context, context.draft, asked, parts)
    stands = context.values.get(asked.path) is not None
    offered = _offers_to(context, asked, parts, remark)
    usable = any(one.does == "answer" for one in offered)
    # Later is the way on: "I don't know" is told nothing about years or lists.
    enough = any(one.does == "later" for one in offered) and not isinstance(asked.kind, YesNo)
    said, wrong = said_at(asked, remark, stands=stands), _wrong_with(context, asked, parts)
    # After a reply, nobody quotes a question back as a wrong address.
    enough = enough or (bool(said) and wrong.startswith(are_not(words_alone(parts))))
    context.say(said, IF_ANSWER if usable else "" if enough else wrong)
    context.go(open_question(context).model_copy(update={"offers": offered}))


def _offers_to(context: Context, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> tuple[Offer, ...]:
    whole = offers.with_earlier(context, asked, parts)
    reading = asked.kind.read(joined(whole), context.reading_context(context.draft)) if asked.kind.keeps_text else None
    offered: list[Offer] = []
    if isinstance(reading, Understood):
        offered.append(Offer(label=form_texts.USE, answers={asked.path: asked.dump(reading.value)}, parts=whole))
    if remark.leaves_open:
        offered += later(context, asked)
    if remark.is_question:
        offered.append(Offer(label=texts.ASK_COORDINATORS, answers={}, parts=parts, does="consult"))
    return tuple(offered)


def _wrong_with(context: Context, asked: Asked, parts: tuple[Part, ...]) -> str:
    reading_context = context.reading_context(context.draft)
    # A list is read by its kind alone: asked.read would offer the words to the next question.
    listed = bool(asked.kind.choices)
    reading = asked.kind.read(joined(parts), reading_context) if listed else storing.read(asked, parts, reading_context)
    return reading.problem if isinstance(reading, NotUnderstood) else ""


def later(context: Context, asked: Asked) -> tuple[Offer, ...]:
    """Offer to leave a required question open, if it has no answer."""
    needed = asked.question.required and context.values.get(asked.path) is None
    return (Offer(label=texts.LATER, answers={}, does="later"),) if needed else ()


def leave_open(context: Context, asked: Asked) -> None:
    """Go on without an answer to a required question; it is asked again after the others."""
    context.say(texts.left_open(asked.question.title))
    flow.advance(context, asked, open_question(context).return_to, filled=False)


def skips(asked: Asked, text: str) -> bool:
    """Return whether a typed text skips an optional question."""
    if asked.question.required:
        return False
    words = (asked.question.skip, *asked.question.skip_words)
    return says_nothing(text) or (says_no(text) and not asked.kind.keeps_text) or is_among(text, words)


def skip(context: Context, asked: Asked, parts: tuple[Part, ...] = ()) -> None:
    """Skip an optional question. A stored answer stays; after typed words, ask whether to remove it."""
    storing.file(context, context.draft, asked, parts)
    question, files = asked.question, context.draft.files(asked.path)
    stored = context.values.get(asked.path) is not None
    if question.required and not stored:
        context.say(texts.skip_refused(question.title))
        state, more = open_question(context), later(context, asked)
        context.stay(state.model_copy(update={"offers": (*(one for one in state.offers if one not in more), *more)}))
    elif parts and stored and question.skip == form_texts.SKIP:
        refuse(context, asked, parts, texts.answer_stands(texts.REMOVE_WORDS if files else form_texts.REMOVE))
        context.stay(Asking(question=asked.path, return_to=open_question(context).return_to))
    elif files or (stored and question.skip == form_texts.SKIP):
        keep(context, asked)
    else:
        _leave_out(context, asked, texts.skipped_as(question.skip), parts)


def skip_rest(context: Context, asked: Asked) -> None:
    """Skip all that is left of a section, which is optional, and go on after it."""
    return_to = open_question(context).return_to
    left = completion.optional_rest(asked, context.values)
    chosen = context.values.get(asked.path)
    for one in left:
        pass_over(context, context.draft, one)
    context.say(asked.kind.saved(asked.load(chosen)) if chosen is not None else "")
    context.say(texts.skipped([completion.label(one, context.values) for one in left]))
    flow.leave_section(context, asked, return_to)


def take_away(context: Context, asked: Asked) -> None:
    """Remove the answer to an optional question."""
    _leave_out(context, asked, texts.REMOVED)


def _leave_out(context: Context, asked: Asked, said: str, parts: tuple[Part, ...] = ()) -> None:
    return_to, draft = open_question(context).return_to, context.draft
    applied, filled = flow.applying(context, asked), completion.is_open(asked, draft.values)
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
    if completion.is_open(asked, context.values):  # its files were sent while another question was open
        pass_over(context, context.draft, asked)
    context.say(texts.LEFT_AS_IT_IS if problem else texts.KEPT)
    flow.advance(context, asked, open_question(context).return_to, filled=problem is not None)


def choose(context: Context, asked: Asked, chosen: tuple[str, ...]) -> None:
    """Store the choices so far of a list, and stay at the question."""
    if chosen:
        notes = storing.store(context, context.draft, asked, storing.made(context, asked, chosen, "chosen"))
        context.say(*notes)
        return
    draft = context.draft
    left = {path: given for path, given in draft.answers.items() if path != asked.path}
    context.keep(draft.model_copy(update={"answers": left}))
    context.happened(Cleared(draft=draft.number, question=asked.path))


def finish(context: Context, asked: Asked, chosen: tuple[str, ...]) -> None:
    """Confirm the choices of a list and go on."""
    context.say(asked.kind.saved(chosen))
    flow.advance(context, asked, open_question(context).return_to, filled=True)


def accept(context: Context, asked: Asked, offered: Offer) -> None:
    """Store what a pressed offer says, and go on after the last question that it answers."""
    if not offered.answers:
        keep(context, asked)
    elif offered.stays and asked.path not in offered.answers:
        _accept_elsewhere(context, asked, offered)
    elif offered.parts:
        storing.move_words(context, asked, offered.parts)
        take(context, asked, asked.load(offered.answers[asked.path]), "typed", offered.parts)
    else:
        _accept_here(context, asked, offered)


def _accept_elsewhere(context: Context, asked: Asked, offered: Offer) -> None:
    """Store answers to other questions, and stay."""
    for path, value in offered.answers.items():
        one = question_at(path)
        notes = storing.store(context, context.draft, one, storing.made(context, one, one.load(value), "chosen"))
        context.say(texts.saved_for(one.question.title, one.kind.saved(one.load(value))), *notes)
    context.go(Asking(question=asked.path, return_to=open_question(context).return_to))


def _accept_here(context: Context, asked: Asked, offered: Offer) -> None:
    return_to, values, applied = open_question(context).return_to, context.values, flow.applying(context, asked)
    taken = [(question_at(path), value) for path, value in offered.answers.items()]
    notes = []
    for one, value in taken:
        if value is None:
            pass_over(context, context.draft, one)
            continue
        notes += storing.store(context, context.draft, one, storing.made(context, one, one.load(value), "chosen"))
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
            return texts.taken([one.question.skip if value is None else one.show(value) for one, value in taken])
        case _:
            return texts.saved_several([one.question.title for one, value in taken if value is not None])


def one_at_a_time(context: Context) -> None:
    """Give each detail that was to be checked a button of its own; the bot asks for the others."""
    state = open_question(context)
    details = next((offered.answers for offered in state.offers if offered.does == "check"), {})
    context.say(texts.ONE_AT_A_TIME_HINT)
    context.go(
        state.model_copy(update={"offers": tuple(offers.detail(path, value) for path, value in details.items())})
    )


def keep_details(context: Context, before: Conversation) -> None:
    """Keep offering details that nobody has pressed yet, within their section, until their question is answered."""
    state, was, hand = context.state, before.state, before.hand
    if not isinstance(state, Asking) or not isinstance(was, Asking) or context.conversation.hand != hand:
        return
    if question_at(state.question).section is not question_at(was.question).section:
        return
    old = next((draft.values for draft in before.drafts if draft.number == hand), {})
    left = tuple(
        offered
        for offered in was.offers
        if offered.does == "detail"
        and offered not in state.offers
        and all(context.values.get(path) == old.get(path) for path in offered.answers)
    )
    if left:
        context.stay(state.model_copy(update={"offers": (*state.offers, *left)}))


def finish_parts(context: Context) -> None:
    """Take the messages of a long answer that have arrived so far as the answer."""
    state = context.state
    if isinstance(state, Collecting):
        answer(context, question_at(state.question), state.parts)


def settle_parts(context: Context) -> None:
    """Finish a long answer before the person goes elsewhere; a problem is then said with its question's name."""
    asked = context.asked if isinstance(context.state, Collecting) else None
    finish_parts(context)
    if asked is None:
        return
    problem = context.problems.get(asked.path)
    there = texts.now_to_fix(asked.question.title, problem) if problem else ""
    context.said = [there if sentence == problem else sentence for sentence in context.said]
