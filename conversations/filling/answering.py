"""Take answers to the open question: read, refuse, offer, store, skip or remove them, and go on."""

from collections.abc import Mapping
from typing import Any, assert_never

from pydantic import JsonValue

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.events import Cleared, Skipped, Source
from conversations.dialogue.parts import words_alone
from conversations.dialogue.state import Asking, Collecting, Offer, Part, Repeating
from conversations.fields import NotUnderstood, Offered, Partly, Reading, Several, Understood, Year, YesNo
from conversations.fields.choices import says_no_more
from conversations.fields.yes_no import is_among, says_no, says_nothing
from conversations.filling import elsewhere_texts, file_texts, flow, nodding, offers, refusing, rest, storing, texts
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.form.template import in_use


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
            refusing.refuse(context, asked, parts, storing.asks_to_replace(context.draft, asked, parts))
            context.go(open_.model_copy(update={"offers": offers.to_replace(context, asked, parts)}))
        case Understood(value=value, others=others):
            chosen = value if instead else offers.with_chosen(context, asked, value)
            take(context, asked, chosen, source, parts, others)
            if isinstance(asked.kind, Year) or (isinstance(asked.kind, YesNo) and not others):
                rest.use(context, asked, parts)
        case Partly():
            _take_part(context, asked, reading, parts, () if instead else storing.texts(context.values.get(asked.path)))
        case NotUnderstood(problem=problem):
            refusing.turn_down(context, open_, asked, parts, problem)
        case Offered(problem=problem, options=options):
            offered = tuple(offers.offer(asked, option) for option in options)
            refusing.turn_down(context, open_, asked, parts, problem, offered)
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
        context.say(problem)
        refusing.turn_down(context, open_question(context), asked, parts)
        return
    if reading.others and problem is None and not reading.options:
        take(context, asked, chosen, "typed", parts, reading.others)
        return
    if chosen != stored:
        choose(context, asked, chosen)
        context.say(texts.ticked(tuple(map(kind.label, reading.value))))
    context.say(*store_others(context, context.draft.number, asked, reading.others, parts))
    refusing.refuse(context, asked, parts, reading.problem)
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
        context.say(problem)
        refusing.turn_down(context, open_question(context), asked, parts)
        return
    applied, filled = flow.applying(context, asked), completion.is_open(asked, context.values)
    notes = storing.store(context, context.draft, asked, storing.made(context, asked, value, source, parts))
    said = [] if problem else store_others(context, context.draft.number, asked, others or {}, parts)
    with_files, asks = bool(context.draft.files(asked.path)), isinstance(context.state, Asking)
    context.say(
        problem or asked.kind.saved(value),
        file_texts.MORE_OR_DONE if with_files and asks and not problem else "",
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


def propose(
    context: Context, asked: Asked, parts: tuple[Part, ...], corrected: tuple[Offer, ...], said: str = ""
) -> None:
    """Offer changes of other answers, and the text itself as the answer to the open question if it is one for texts.

    ``said`` shows the changes; without it each offer says where it goes.
    """
    storing.file(context, context.draft, asked, parts)
    storing.note(context, context.draft, asked, parts)
    own = offers.offers_of(context, asked, parts) if asked.kind.keeps_text else ()
    context.say(*([said] if said else offers.said_of(context, corrected)), elsewhere_texts.OR_HERE if own else "")
    context.go(open_question(context).model_copy(update={"offers": (*corrected, *own)}))


def leave_open(context: Context, asked: Asked) -> None:
    """Go on without an answer to a required question, or with half of one; it is asked again after the others."""
    if context.values.get(asked.path) is not None:
        keep(context, asked)
        return
    context.say(texts.left_open(asked.question.title))
    flow.advance(context, asked, open_question(context).return_to, filled=False)


def offer_later(context: Context, asked: Asked) -> None:
    """Add Later to the offers of the open question, where it may be left open."""
    state, more = open_question(context), offers.later(context, asked)
    context.stay(state.model_copy(update={"offers": (*(one for one in state.offers if one not in more), *more)}))


def skips(asked: Asked, text: str) -> bool:
    """Return whether a typed text skips an optional question."""
    if asked.question.required:
        return False
    mere = says_nothing(text) or says_no_more(text) or (says_no(text) and not asked.kind.keeps_text)
    return mere or is_among(text, asked.question.skips)


def skip(context: Context, asked: Asked, parts: tuple[Part, ...] = ()) -> None:
    """Skip an optional question. A stored answer stays; after typed words, ask whether to remove it.

    A required question cannot be skipped: it is left open if the person says Later, or its answer stays as it is.
    """
    storing.file(context, context.draft, asked, parts)
    question, files = asked.question, context.draft.files(asked.path)
    stored = context.values.get(asked.path) is not None
    if question.required and not stored:
        context.say(texts.skip_refused(question.title))
        offer_later(context, asked)
    elif parts and stored and not question.required and question.skip == form_texts.SKIP:
        refusing.refuse(context, asked, parts, texts.answer_stands(texts.REMOVE_WORDS if files else form_texts.REMOVE))
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
