"""Where the talk goes next: computed from the answers and from where the person came."""

from collections.abc import Collection, Sequence
from typing import assert_never

from conversations import form, wording
from conversations.asked import Asked, question_at
from conversations.conversation import Draft
from conversations.messages import Answered
from conversations.place import (
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
    Place,
    Repeating,
    Replying,
    Return,
    Revising,
    Submitted,
    Summary,
    Then,
    Timing,
    ToOverview,
    ToQuestion,
    ToRevising,
    ToSummary,
    Withdrawing,
)
from conversations.questions import Section
from conversations.repeats import MOST_REPETITIONS, repeated, repetitions
from conversations.review import asked_for, rules
from conversations.talk import Talk
from conversations.template import in_use


def advance(  # noqa: PLR0913 - what was answered, and where from
    talk: Talk, asked: Asked, then: Then, *, filled: bool, applied: Collection[str], others: Sequence[str] = ()
) -> None:
    """Go on after an answer to ``asked``.

    ``filled`` says that the question had been open; ``applied`` are the paths in its section that applied before;
    ``others`` are those of questions that were answered with it.
    """
    if _asks_which(talk, asked, then, filled=filled, others=others):
        return
    ended = any(_ends_a_repetition(one, talk.values) for one in (asked, *map(question_at, others)))
    if filled and ended and not _is_of_an_item(form.after(asked, talk.values), asked.section):
        talk.go(Repeating(section=asked.section.key, then=then))
        return
    if isinstance(then, Onward):
        onward(talk, asked)
        return
    following = _following(talk, asked, applied, filled=filled)
    if following is None:
        return_to(talk, then, asked.path)
    else:
        talk.ask(following, then)


def _asks_which(talk: Talk, asked: Asked, then: Then, *, filled: bool, others: Sequence[str]) -> bool:
    """Ask which other one it is, where that was chosen now; the words go to the text of the section that says it."""
    other, value = asked.question.other, talk.values.get(asked.path)
    chosen = value if isinstance(value, list) else [value]
    answered = any(isinstance(event, Answered) and event.question == asked.path for event in talk.events)
    if other is None or other.label not in chosen or not (filled or answered):
        return False
    text = question_at(f"{asked.section.key}.{other.key}")
    if text.path in others:
        return False
    if talk.values.get(text.path) is None:
        talk.say(wording.name_it_here(other.ask))
        talk.ask(text, then)
    else:
        talk.go(Asking(question=text.path, then=then, other=asked.path))
    return True


def _is_of_an_item(following: Asked | None, section: type[Section]) -> bool:
    """Say whether the next open question is one of a repetition in the section."""
    return following is not None and following.section is section and following.item is not None


def leave_section(talk: Talk, asked: Asked, then: Then) -> None:
    """Go on behind a section, or back to where the person came from."""
    last = form.applicable_in(asked.section, talk.values)[-1]
    if isinstance(then, Onward):
        onward(talk, last)
    else:
        return_to(talk, then, last.path)


def _ends_a_repetition(asked: Asked, values: form.Values) -> bool:
    if asked.group is None:
        return False
    own = [other for other in form.applicable_in(asked.section, values, asked.path) if other.item == asked.item]
    return own[-1] == asked


def _following(talk: Talk, asked: Asked, applied: Collection[str], *, filled: bool) -> Asked | None:
    order = form.applicable_in(asked.section, talk.values, asked.path)
    rest = order[order.index(asked) + 1 :] if asked in order else ()
    return next(
        (other for other in rest if form.is_open(other, talk.values) and (filled or other.path not in applied)), None
    )


def onward(talk: Talk, asked: Asked) -> None:
    """Ask the next open question, or show the summary where there is none."""
    following = form.after(asked, talk.values)
    if following is not None:
        talk.ask(following)
        return
    talk.say(wording.ALL_ANSWERED)
    talk.go(Summary())


def return_to(talk: Talk, then: Return, path: str = "") -> None:
    """Go back to where the person came from; of a revision, on to what is asked for after the question at ``path``."""
    match then:
        case ToSummary():
            talk.go(Summary())
        case ToOverview():
            talk.go(Overview())
        case ToQuestion(question=question):
            talk.ask(question_at(question))
        case ToRevising():
            to_next_asked(talk, path)
        case _:
            assert_never(then)


def to_next_asked(talk: Talk, path: str) -> None:
    """Ask the next question with something to do after this one; show all that was asked for where there is none."""
    following = asked_for.following(talk.draft, path) if path else None
    if following is None:
        talk.go(Revising())
    else:
        talk.ask(question_at(following), ToRevising())


def resume(talk: Talk) -> None:
    """Ask the first open question of the draft in hand, or show the summary where there is none."""
    following = form.first_open(talk.values)
    if following is None:
        talk.go(Summary())
    else:
        talk.ask(following)


def then_of_section(talk: Talk) -> Then:
    """Say where the section that lies open, or is asked whether it repeats, leads back to."""
    place = talk.place
    if not isinstance(place, Repeating | Opened):
        message = f"no section is open at {place.at}"
        raise TypeError(message)
    return place.then


def another(talk: Talk, section: type[Section], then: Then) -> None:
    """Ask the first question of one more repetition."""
    repeat = repeated(section)
    count = repetitions(section, talk.values)
    if count < MOST_REPETITIONS:
        talk.ask(question_at(repeat.path(count, repeat.first)), then)
    else:
        talk.say(wording.ENOUGH_REPETITIONS)


def enough(talk: Talk, section: type[Section], then: Then) -> None:
    """Go on after the last repetition."""
    leave_section(talk, form.applicable_in(section, talk.values)[-1], then)


def after_removal(talk: Talk, asked: Asked) -> None:
    """Go on where a repetition was taken away: to the question whether there is another, or to what opened them."""
    if repetitions(asked.section, talk.values):
        talk.go(Repeating(section=asked.section.key))
    else:
        talk.ask(form.applicable_in(asked.section, talk.values)[0])


def settle(talk: Talk) -> None:
    """Leave a question that no longer applies, since an earlier answer was changed, and pages of a closed draft."""
    place = talk.place
    if isinstance(place, New | Choosing | Timing | AtDesk | AtOffice | Forgetting):
        return
    if not may_stay(talk.draft, place):
        talk.go(Submitted())
    elif isinstance(place, Asking | Collecting):
        asked = question_at(place.question)
        if asked not in form.applicable_in(asked.section, talk.values, asked.path):
            _pass_over(talk, asked, place.then)
    elif isinstance(place, Repeating):
        first, *others = form.applicable_in(in_use().by_key[place.section], talk.values)
        if not others:
            _pass_over(talk, first, place.then)


def _pass_over(talk: Talk, asked: Asked, then: Then) -> None:
    if isinstance(then, ToRevising):
        to_next_asked(talk, asked.path)
    else:
        onward(talk, asked)


def may_stay(draft: Draft, place: Place) -> bool:
    """Say whether the author can be at that place of the draft, which its status may have closed."""
    if draft.status == "draft" or isinstance(place, Submitted | Summary):
        return True
    if isinstance(place, Withdrawing):
        return rules.allows(draft, "withdraw")
    if isinstance(place, Revising | Replying):
        return asked_for.may_revise(draft)
    then = getattr(place, "then", None)
    return isinstance(then, ToRevising) and rules.allows(draft, "revise")
