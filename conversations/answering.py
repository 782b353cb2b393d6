"""What becomes of an answer: read, refused, offered, stored, advised on, taken away."""

from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from pydantic import JsonValue

from conversations import form, moving, nodding, refusals, storing, understanding, wording
from conversations.asked import Asked, question_at
from conversations.conversation import Answer, Conversation, Draft
from conversations.fields import NotUnderstood, Offered, Option, Partly, Reading, Several, Understood
from conversations.fields.nothing import is_among, says_no, says_nothing
from conversations.messages import Cleared, Skipped, Source
from conversations.parts import joined, words_alone
from conversations.place import Asking, Collecting, Offer, Part, Repeating
from conversations.questions import Does, Doing
from conversations.remarks.answers import IF_ANSWER
from conversations.remarks.listening import Remark, said_at
from conversations.talk import Talk
from conversations.template import in_use


def answer(talk: Talk, asked: Asked, parts: tuple[Part, ...], source: Source = "typed") -> None:
    """Take what was written as the answer to the open question, or say why it is none."""
    open_ = open_question(talk)
    storing.file(talk, talk.draft, asked, parts)
    parts = (*storing.words_before(talk.draft, asked, parts, adds=bool(open_.other)), *parts)
    instead = _instead(talk, asked, parts)
    reading = instead or understanding.read(asked, parts, talk.context(talk.draft))
    match reading:
        case Understood() if storing.loses_much(talk.draft, asked, parts):
            refuse(talk, asked, parts, storing.asks_to_replace(talk.draft, asked, parts))
            talk.go(open_.model_copy(update={"offers": to_replace(talk, asked, parts)}))
        case Understood(value=value, others=others):
            take(talk, asked, value if instead else _with_chosen(talk, asked, value), source, parts, others)
        case Partly():
            _take_part(talk, asked, reading, parts, () if instead else storing.texts(talk.values.get(asked.path)))
        case NotUnderstood(problem=problem):
            refuse(talk, asked, parts, problem)
            talk.stay(open_.model_copy(update={"offers": ()}))
        case Offered(problem=problem, options=options):
            refuse(talk, asked, parts, problem)
            talk.go(open_.model_copy(update={"offers": tuple(offer(asked, option) for option in options)}))
        case _:
            assert_never(reading)


def _instead(talk: Talk, asked: Asked, parts: tuple[Part, ...]) -> Reading[Any] | None:
    """Read the choices of a list behind words such as "no no": they stand in the place of those before."""
    words = nodding.said_instead(words_alone(parts)) if isinstance(asked.kind, Several) else ""
    reading = asked.read(words, talk.context(talk.draft)) if words else None
    return reading if isinstance(reading, Understood | Partly) else None


def _take_part(
    talk: Talk, asked: Asked, reading: Partly[Any], parts: tuple[Part, ...], stored: tuple[str, ...]
) -> None:
    """Tick what was understood of a list beside what is ``stored``, and ask about the rest.

    Go on where that is the answer to another question.
    """
    kind, then = asked.kind, open_question(talk).then
    chosen = kind.ordered((*stored, *reading.value)) if isinstance(kind, Several) else reading.value
    problem = storing.problem_with(talk, talk.draft, asked, chosen)
    if problem is not None and storing.blocking(asked, chosen, problem):
        refuse(talk, asked, parts, problem)
        talk.stay(Asking(question=asked.path, then=then))
    elif reading.others and problem is None:
        take(talk, asked, chosen, "typed", parts, reading.others)
    else:
        if chosen != stored:
            choose(talk, asked, chosen)
            talk.say(wording.ticked(reading.value))
        talk.say(*store_others(talk, talk.draft.number, asked, reading.others, parts))
        refuse(talk, asked, parts, reading.problem)
        talk.go(
            Asking(question=asked.path, then=then, offers=tuple(offer(asked, option) for option in reading.options))
        )


def store_others(
    talk: Talk, number: int, asked: Asked, others: Mapping[str, JsonValue], parts: tuple[Part, ...]
) -> list[str]:
    """Store what the messages answer beside their question, where it can stand; gives what to say of each."""
    said = []
    for key, value in others.items():
        one, draft = question_at(beside(asked, key)), talk.numbered(number)
        if value is None:
            pass_over(talk, draft, one, parts)
        elif storing.problem_with(talk, draft, one, one.load(value)) is None:
            storing.store(talk, draft, one, storing.made(talk, one, one.load(value), "typed", parts))
        else:
            continue  # it is asked for in its turn
        skipped = wording.NOT_PROVIDED if one.question.skip == wording.SKIP else one.question.skip
        title = form.label(one, talk.numbered(number).values)
        said.append(wording.noted(title, skipped if value is None else one.show(value)))
    return said


def another(talk: Talk, part: Part) -> bool:
    """Take one more repetition that is told where it is asked whether there is one; say whether it was told."""
    place = talk.place
    if not isinstance(place, Repeating):
        return False
    asked = form.applicable_in(in_use().by_key[place.section], talk.values)[0]
    reading = asked.read(part.words, talk.context(talk.draft))
    if not isinstance(reading, Understood) or not reading.others:
        return False
    storing.file(talk, talk.draft, asked, (part,))
    talk.say(wording.SAVED, *store_others(talk, talk.draft.number, asked, reading.others, (part,)))
    talk.go(place)
    following = form.after(asked, talk.values)
    if following is not None and following.section is asked.section:
        talk.ask(following, place.then)
    return True


def beside(asked: Asked, key: str) -> str:
    """Write the path of another question of the same group, or section."""
    return f"{asked.path.rpartition('.')[0]}.{key}"


def hold(talk: Talk, asked: Asked, parts: tuple[Part, ...], label: str = wording.USE) -> str | None:
    """Offer words as the answer to the open question after a press; gives what is wrong with words that are none.

    They go into the history at once, so that nothing is lost if nobody presses.
    """
    storing.file(talk, talk.draft, asked, parts)
    storing.note(talk, talk.draft, asked, parts)
    offers = offers_of(talk, asked, parts, label)
    talk.go(open_question(talk).model_copy(update={"offers": offers}))
    if any(offered.parts for offered in offers):
        return None
    reading = understanding.read(asked, parts, talk.context(talk.draft))
    return (
        storing.problem_with(talk, talk.draft, asked, reading.value)
        if isinstance(reading, Understood)
        else reading.problem
    )


def doubt(talk: Talk, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> None:
    """Answer a text that reads like a message to the bot, and offer it as the answer to the open question."""
    storing.file(talk, talk.draft, asked, parts)
    storing.note(talk, talk.draft, asked, parts)
    stands = talk.values.get(asked.path) is not None
    offers = offers_to(talk, asked, parts, remark)
    usable = any(offered.does == "answer" for offered in offers)
    talk.say(said_at(asked, remark, stands=stands), IF_ANSWER if usable else _wrong_with(talk, asked, parts))
    talk.go(open_question(talk).model_copy(update={"offers": offers}))


def _wrong_with(talk: Talk, asked: Asked, parts: tuple[Part, ...]) -> str:
    """Say why words cannot be the answer; of a list, also where they could go to the question behind it."""
    context = talk.context(talk.draft)
    listed = bool(asked.kind.choices)
    reading = asked.kind.read(joined(parts), context) if listed else understanding.read(asked, parts, context)
    return reading.problem if isinstance(reading, NotUnderstood) else ""


def offers_to(talk: Talk, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> tuple[Offer, ...]:
    """Offer words as the answer, to leave the question open, and to ask the coordinators, as the words ask for it."""
    adds = bool(open_question(talk).other)
    whole = (*storing.words_before(talk.draft, asked, parts, adds=adds), *parts)
    reading = asked.kind.read(joined(whole), talk.context(talk.draft)) if asked.kind.keeps_text else None
    offers = []
    if isinstance(reading, Understood):
        offers.append(Offer(label=wording.USE, answers={asked.path: asked.dump(reading.value)}, parts=whole))
    if remark.leaves_open:
        offers += later(talk, asked)
    if remark.is_question:
        offers.append(Offer(label=wording.ASK_COORDINATORS, answers={}, parts=parts, does="consult"))
    return tuple(offers)


def later(talk: Talk, asked: Asked) -> tuple[Offer, ...]:
    """Offer to leave a question open that needs an answer and has none."""
    needed = asked.question.required and talk.values.get(asked.path) is None
    return (Offer(label=wording.LATER, answers={}, does="later"),) if needed else ()


def leave_open(talk: Talk, asked: Asked) -> None:
    """Go on without an answer to a question that needs one: it stays open, and is asked again after the others."""
    applied = {other.path for other in form.applicable_in(asked.section, talk.values, asked.path)}
    talk.say(wording.left_open(asked.question.title))
    moving.advance(talk, asked, open_question(talk).then, filled=False, applied=applied)


def offers_of(
    talk: Talk, asked: Asked, parts: tuple[Part, ...], label: str = wording.USE, does: Does = "answer"
) -> tuple[Offer, ...]:
    """Give what can be offered of words: themselves where they are an answer, else what they probably mean."""
    adds = bool(open_question(talk).other)
    parts = (*storing.words_before(talk.draft, asked, parts, adds=adds), *parts)
    reading = understanding.read(asked, parts, talk.context(talk.draft))
    if isinstance(reading, Offered):
        return tuple(offer(asked, option) for option in reading.options)
    if not isinstance(reading, Understood):
        return ()
    value = _with_chosen(talk, asked, reading.value)
    if storing.is_refused(talk, asked, value):
        return ()
    return (Offer(label=label, answers={asked.path: asked.dump(value)}, parts=parts, does=does),)


def to_replace(talk: Talk, asked: Asked, parts: tuple[Part, ...]) -> tuple[Offer, ...]:
    """Offer a short text in the place of a long answer, and to keep that."""
    return (*offers_of(talk, asked, parts, wording.REPLACE, "replace"), Offer(label=wording.KEEP_EARLIER, answers={}))


def open_question(talk: Talk) -> Asking:
    """Give the question that is open, also where its answer is still arriving; TypeError where none is."""
    place = talk.place
    if not isinstance(place, Asking | Collecting):
        message = f"no question is open at {place.at}"
        raise TypeError(message)
    return place if isinstance(place, Asking) else Asking(question=place.question, then=place.then)


def _with_chosen(talk: Talk, asked: Asked, value: object) -> object:
    """Add typed choices to those that were pressed before, or were too few, where the form allows both together."""
    stored = talk.draft.answers.get(asked.path)
    if not isinstance(asked.kind, Several) or stored is None:
        return value
    before = storing.texts(stored.value)
    if stored.source != "chosen" and asked.kind.problem(before) is None:
        return value
    both = asked.kind.ordered((*before, *storing.texts(value)))
    return both if asked.kind.problem(both) is None else value


def refuse(talk: Talk, asked: Asked, parts: Sequence[Part], problem: str) -> None:
    """Say why the text is no answer; the words go into the history."""
    talk.say(problem)
    storing.note(talk, talk.draft, asked, parts)


def offer(asked: Asked, option: Option) -> Offer:
    """Turn a kind's option into one that names whole paths; None for another question passes that one over."""
    answers = {beside(asked, key): value for key, value in option.others.items()}
    own = {} if option.value is None else {asked.path: option.value}
    does = option.does if isinstance(option, Doing) else "suggest"
    return Offer(label=option.label, answers=own | answers, stays=option.stays, does=does)


def take(  # noqa: PLR0913, PLR0917 - an answer, how it came, and what came with it
    talk: Talk,
    asked: Asked,
    value: object,
    source: Source,
    parts: tuple[Part, ...] = (),
    others: Mapping[str, JsonValue] | None = None,
) -> None:
    """Store a value that was understood, and ``others`` with it, and go on.

    Stay where it is to fix or has files; refuse what cannot stand.
    """
    then = open_question(talk).then
    problem = storing.problem_with(talk, talk.draft, asked, value)
    if problem is not None and storing.blocking(asked, value, problem):
        refuse(talk, asked, parts, problem)
        talk.stay(Asking(question=asked.path, then=then))
        return
    applied = {other.path for other in form.applicable_in(asked.section, talk.values, asked.path)}
    filled = form.is_open(asked, talk.values)
    notes = storing.store(talk, talk.draft, asked, storing.made(talk, asked, value, source, parts))
    said = [] if problem else store_others(talk, talk.draft.number, asked, others or {}, parts)
    talk.say(problem or asked.kind.saved(value), *said, *notes)
    if problem is None and not talk.draft.files(asked.path):
        paths = tuple(beside(asked, key) for key in others or {})
        moving.advance(talk, asked, then, filled=filled, applied=applied, others=paths)
    else:
        talk.stay(Asking(question=asked.path, then=then))


def skip(talk: Talk, asked: Asked, parts: tuple[Part, ...] = ()) -> None:
    """Pass an optional question over; an answer that stands already stays, and words ask whether to take it away."""
    storing.file(talk, talk.draft, asked, parts)
    question = asked.question
    if question.required and talk.values.get(asked.path) is None:
        talk.say(wording.skip_refused(question.title))
        place, more = open_question(talk), later(talk, asked)
        talk.stay(place.model_copy(update={"offers": (*(one for one in place.offers if one not in more), *more)}))
    elif parts and talk.values.get(asked.path) is not None and question.skip == wording.SKIP:
        button = wording.REMOVE_WORDS if talk.draft.files(asked.path) else wording.REMOVE
        refuse(talk, asked, parts, wording.answer_stands(button))
        talk.stay(Asking(question=asked.path, then=open_question(talk).then))
    elif talk.draft.files(asked.path) or (talk.values.get(asked.path) is not None and question.skip == wording.SKIP):
        keep(talk, asked)
    else:
        said = wording.SKIPPED if question.skip == wording.SKIP else f"Saved: {question.skip}"
        _leave_out(talk, asked, said, parts)


def skip_rest(talk: Talk, asked: Asked) -> None:
    """Pass over all that is left of a section, which is optional, and go on behind it."""
    then = open_question(talk).then
    left = form.optional_rest(asked, talk.values)
    chosen = talk.values.get(asked.path)
    for one in left:
        pass_over(talk, talk.draft, one)
    talk.say(asked.kind.saved(asked.load(chosen)) if chosen is not None else "")
    talk.say(wording.skipped([form.label(one, talk.values) for one in left]))
    moving.leave_section(talk, asked, then)


def take_away(talk: Talk, asked: Asked) -> None:
    """Take away the answer to an optional question."""
    _leave_out(talk, asked, wording.REMOVED)


def _leave_out(talk: Talk, asked: Asked, said: str, parts: tuple[Part, ...] = ()) -> None:
    then, draft = open_question(talk).then, talk.draft
    applied = {other.path for other in form.applicable_in(asked.section, draft.values, asked.path)}
    filled = form.is_open(asked, draft.values)
    pass_over(talk, draft, asked, parts)
    talk.say(said)
    if not talk.draft.files(asked.path):
        moving.advance(talk, asked, then, filled=filled, applied=applied)


def pass_over(talk: Talk, draft: Draft, asked: Asked, parts: tuple[Part, ...] = ()) -> None:
    """Store that an optional question has no answer."""
    nothing = Answer(value=None, source="typed" if parts else "chosen", parts=parts, at=talk.now)
    talk.keep(draft.model_copy(update={"answers": draft.answers | {asked.path: nothing}}))
    talk.happened(Skipped(draft=draft.number, question=asked.path))


def keep(talk: Talk, asked: Asked) -> None:
    """Leave the stored answer as it is and go on."""
    problem = talk.problems.get(asked.path)
    if form.is_open(asked, talk.values):  # its files were sent elsewhere
        pass_over(talk, talk.draft, asked)
    talk.say(wording.LEFT_AS_IT_IS if problem else wording.KEPT)
    applied = {other.path for other in form.applicable_in(asked.section, talk.values, asked.path)}
    moving.advance(talk, asked, open_question(talk).then, filled=problem is not None, applied=applied)


def choose(talk: Talk, asked: Asked, chosen: tuple[str, ...]) -> None:
    """Store what is chosen so far of several, and stay at the question."""
    if chosen:
        notes = storing.store(talk, talk.draft, asked, storing.made(talk, asked, chosen, "chosen"))
        talk.say(*notes)
        return
    draft = talk.draft
    left = {path: given for path, given in draft.answers.items() if path != asked.path}
    talk.keep(draft.model_copy(update={"answers": left}))
    talk.happened(Cleared(draft=draft.number, question=asked.path))


def finish(talk: Talk, asked: Asked, chosen: tuple[str, ...]) -> None:
    """Confirm what has been chosen of several and go on."""
    talk.say(asked.kind.saved(chosen))
    applied = {other.path for other in form.applicable_in(asked.section, talk.values, asked.path)}
    moving.advance(talk, asked, open_question(talk).then, filled=True, applied=applied)


def skips(asked: Asked, text: str) -> bool:
    """Say whether a typed text passes an optional question over."""
    if asked.question.required:
        return False
    words = (asked.question.skip, *asked.question.skip_words)
    return says_nothing(text) or (says_no(text) and not asked.kind.keeps_text) or is_among(text, words)


def accept(talk: Talk, asked: Asked, offered: Offer) -> None:
    """Store what was offered and go on after the last question that it answers."""
    if not offered.answers:
        keep(talk, asked)
    elif offered.stays and asked.path not in offered.answers:
        _accept_elsewhere(talk, asked, offered)
    elif offered.parts:
        storing.move_words(talk, asked, offered.parts)
        take(talk, asked, asked.load(offered.answers[asked.path]), "typed", offered.parts)
    else:
        _accept_here(talk, asked, offered)


def one_at_a_time(talk: Talk) -> None:
    """Show each detail that was to be checked with a button of its own; the others are asked for."""
    place = open_question(talk)
    details = next((offered.answers for offered in place.offers if offered.does == "check"), {})
    talk.say(wording.ONE_AT_A_TIME_HINT)
    talk.go(place.model_copy(update={"offers": tuple(_detail(path, value) for path, value in details.items())}))


def _detail(path: str, value: JsonValue) -> Offer:
    asked = question_at(path)
    label = refusals.label(wording.noted(asked.question.title, asked.show(value)))
    return Offer(label=label, answers={path: value}, stays=True, does="detail")


def keep_details(talk: Talk, before: Conversation) -> None:
    """Go on offering details that wait for a press, in their section, until their question has another answer."""
    place, was, hand = talk.place, before.place, before.hand
    if not isinstance(place, Asking) or not isinstance(was, Asking) or talk.conversation.hand != hand:
        return
    same = question_at(place.question).section is question_at(was.question).section
    old = next((draft.values for draft in before.drafts if draft.number == hand and same), {})
    left = tuple(
        offered
        for offered in was.offers
        if offered.does == "detail"
        and same
        and offered not in place.offers
        and all(talk.values.get(path) == old.get(path) for path in offered.answers)
    )
    if left:
        talk.stay(place.model_copy(update={"offers": (*place.offers, *left)}))


def _accept_elsewhere(talk: Talk, asked: Asked, offered: Offer) -> None:
    """Store what was offered for other questions, and stay."""
    for path, value in offered.answers.items():
        one = question_at(path)
        notes = storing.store(talk, talk.draft, one, storing.made(talk, one, one.load(value), "chosen"))
        talk.say(wording.saved_for(one.question.title, one.kind.saved(one.load(value))), *notes)
    talk.go(Asking(question=asked.path, then=open_question(talk).then))


def _accept_here(talk: Talk, asked: Asked, offered: Offer) -> None:
    then, values = open_question(talk).then, talk.values
    applied = {other.path for other in form.applicable(values, asked.path)}
    taken = [(question_at(path), value) for path, value in offered.answers.items()]
    notes = []
    for one, value in taken:
        if value is None:
            pass_over(talk, talk.draft, one)
            continue
        notes += storing.store(talk, talk.draft, one, storing.made(talk, one, one.load(value), "chosen"))
    last, value = taken[-1]
    problem = talk.problems.get(last.path)
    if problem is not None:
        talk.say(problem)
        talk.go(Asking(question=last.path, then=then))
        return
    if len(taken) > 2:  # noqa: PLR2004 - a beginning and an end
        talk.say(wording.saved_several([one.question.title for one, value in taken if value is not None]), *notes)
    elif len(taken) > 1:
        talk.say(
            wording.taken([one.question.skip if value is None else one.show(value) for one, value in taken]), *notes
        )
    else:
        talk.say(last.kind.saved(last.load(value)), *notes)
    paths = tuple(offered.answers)
    moving.advance(talk, asked, then, filled=form.is_open(asked, values), applied=applied, others=paths)


def finish_parts(talk: Talk) -> None:
    """Take the parts of a long answer that have come as the answer."""
    place = talk.place
    if isinstance(place, Collecting):
        answer(talk, question_at(place.question), place.parts)


def settle_parts(talk: Talk) -> None:
    """Do so before the person goes elsewhere, where what is to fix is said with its question's name."""
    asked = talk.asked if isinstance(talk.place, Collecting) else None
    finish_parts(talk)
    if asked is None:
        return
    problem = talk.problems.get(asked.path)
    there = wording.now_to_fix(asked.question.title, problem) if problem else ""
    talk.said = [there if sentence == problem else sentence for sentence in talk.said]
