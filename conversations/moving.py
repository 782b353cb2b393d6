"""Where the talk goes next: computed from the answers and from where the person came."""

from collections.abc import Collection
from typing import assert_never

from conversations import form, wording
from conversations.conversation import Draft
from conversations.messages import Started
from conversations.place import (
    Asking,
    Choosing,
    Collecting,
    New,
    Onward,
    Opened,
    Overview,
    Repeating,
    Return,
    Submitted,
    Summary,
    Then,
    ToOverview,
    ToQuestion,
    ToSummary,
)
from conversations.questions import Section
from conversations.repeats import MOST_REPETITIONS, repeated, repetitions
from conversations.sections import BY_KEY
from conversations.talk import Talk


def advance(talk: Talk, asked: form.Asked, then: Then, *, filled: bool, applied: Collection[str]) -> None:
    """Go on after an answer to ``asked``.

    ``filled`` says that the question had been open; ``applied`` are the paths of the questions that applied before.
    """
    if filled and _ends_a_repetition(asked, talk.values):
        talk.go(Repeating(section=asked.section.key, then=then))
        return
    if isinstance(then, Onward):
        onward(talk, asked)
        return
    following = _following(talk, asked, applied, filled=filled)
    if following is None:
        return_to(talk, then)
    else:
        talk.ask(following, then)


def _ends_a_repetition(asked: form.Asked, values: form.Values) -> bool:
    if asked.group is None:
        return False
    own = [other for other in form.applicable_in(asked.section, values, asked.path) if other.item == asked.item]
    return own[-1] == asked


def _following(talk: Talk, asked: form.Asked, applied: Collection[str], *, filled: bool) -> form.Asked | None:
    order = form.applicable_in(asked.section, talk.values, asked.path)
    rest = order[order.index(asked) + 1 :] if asked in order else ()
    return next(
        (other for other in rest if form.is_open(other, talk.values) and (filled or other.path not in applied)), None
    )


def onward(talk: Talk, asked: form.Asked) -> None:
    """Ask the next open question, or show the summary where there is none."""
    following = form.after(asked, talk.values)
    if following is not None:
        talk.ask(following)
        return
    talk.say(wording.ALL_ANSWERED)
    talk.go(Summary())


def return_to(talk: Talk, then: Return) -> None:
    """Go back to where the person came from."""
    match then:
        case ToSummary():
            talk.go(Summary())
        case ToOverview():
            talk.go(Overview())
        case ToQuestion(question=path):
            talk.ask(form.question_at(path))
        case _:
            assert_never(then)


def resume(talk: Talk) -> None:
    """Ask the first open question of the draft in hand, or show the summary where there is none."""
    following = form.first_open(talk.values)
    if following is None:
        talk.go(Summary())
    else:
        talk.ask(following)


def back(talk: Talk) -> None:
    """Go to the question before, or out of a side step."""
    place = talk.place
    match place:
        case Asking(then=then) | Collecting(then=then):
            if isinstance(then, Onward):
                _question_before(talk, form.question_at(place.question))
            else:
                return_to(talk, then)
        case Opened(then=then) | Overview(then=then):
            _leave(talk, then)
        case Repeating():
            talk.ask(form.applicable_in(BY_KEY[place.section], talk.values)[-1], place.then)
        case Summary():
            talk.go(Overview(then=ToSummary()))
        case Choosing():
            hold(talk, talk.draft)
        case New() | Submitted():
            pass
        case _:
            assert_never(place)


def _leave(talk: Talk, then: Return) -> None:
    if isinstance(then, ToOverview) and isinstance(talk.place, Overview):
        resume(talk)
    else:
        return_to(talk, then)


def _question_before(talk: Talk, asked: form.Asked) -> None:
    previous = form.before(asked, talk.values)
    if previous is None:
        talk.say(wording.NO_FIRST)
    else:
        talk.ask(previous)


def came_from(talk: Talk) -> Return:
    """Say where a side step that begins now leads back to."""
    place = talk.place
    match place:
        case Asking(then=then) | Collecting(then=then):
            return ToQuestion(question=place.question) if isinstance(then, Onward) else then
        case Repeating(then=then):
            return ToOverview() if isinstance(then, Onward) else then
        case Overview(then=then) | Opened(then=then):
            return then
        case Summary():
            return ToSummary()
        case New() | Choosing() | Submitted():
            return ToOverview()
        case _:
            assert_never(place)


def overview(talk: Talk) -> None:
    """Show the overview."""
    talk.go(Overview(then=came_from(talk)))


def open_section(talk: Talk, section: type[Section]) -> None:
    """Open a section: its first question where it is untouched, the choice of its questions otherwise."""
    then = came_from(talk)
    questions = form.applicable_in(section, talk.values)
    if len(questions) > 1 and not all(form.is_open(asked, talk.values) for asked in questions):
        talk.go(Opened(section=section.key, then=then))
    else:
        open_question(talk, questions[0], then)


def open_question(talk: Talk, asked: form.Asked, then: Return) -> None:
    """Ask a question out of order; an open one leads onward, unless the person came from the summary."""
    is_open, from_here = form.is_open(asked, talk.values), then == ToQuestion(question=asked.path)
    leads_onward = from_here or (is_open and not isinstance(then, ToSummary))
    talk.ask(asked, Onward() if leads_onward else then)


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
        talk.ask(form.question_at(repeat.path(count, repeat.first)), then)
    else:
        talk.say(wording.ENOUGH_REPETITIONS)


def enough(talk: Talk, section: type[Section], then: Then) -> None:
    """Go on after the last repetition."""
    if isinstance(then, Onward):
        onward(talk, form.applicable_in(section, talk.values)[-1])
    else:
        return_to(talk, then)


def begin(talk: Talk) -> None:
    """Begin another draft, or go on with the one in hand where that is still empty."""
    _put_down(talk)
    empty = next((draft for draft in talk.conversation.drafts if draft.status == "draft" and not draft.answers), None)
    number = empty.number if empty else len(talk.conversation.drafts) + 1
    if empty is None:
        talk.keep(Draft(number=number, created_at=talk.now, updated_at=talk.now))
        talk.happened(Started(draft=number))
    talk.hold(number)
    resume(talk)


def hold(talk: Talk, draft: Draft) -> None:
    """Take a draft in hand and go on where it was left."""
    _put_down(talk)
    talk.hold(draft.number)
    if draft.status != "draft":
        talk.go(Submitted())
    elif draft.left is None:
        resume(talk)
    else:
        talk.go(draft.left)


def choose_draft(talk: Talk) -> None:
    """Show the drafts to choose from."""
    _put_down(talk)
    talk.go(Choosing())


def _put_down(talk: Talk) -> None:
    if not isinstance(talk.place, New | Choosing | Submitted):
        talk.keep(talk.draft.model_copy(update={"left": talk.place}))


def after_removal(talk: Talk, asked: form.Asked) -> None:
    """Go on where a repetition was taken away: to the question whether there is another, or to what opened them."""
    if repetitions(asked.section, talk.values):
        talk.go(Repeating(section=asked.section.key))
    else:
        talk.ask(form.applicable_in(asked.section, talk.values)[0])


def settle(talk: Talk) -> None:
    """Leave a question that no longer applies, since an earlier answer was changed, and pages of a closed draft."""
    place = talk.place
    if _is_closed(talk) and not isinstance(place, Submitted | Summary | Choosing):
        talk.go(Submitted())
    elif isinstance(place, Asking | Collecting):
        asked = form.question_at(place.question)
        if asked not in form.applicable(talk.values, asked.path):
            onward(talk, asked)
    elif isinstance(place, Repeating):
        first, *others = form.applicable_in(BY_KEY[place.section], talk.values)
        if not others:
            onward(talk, first)


def _is_closed(talk: Talk) -> bool:
    return talk.draft.status != "draft"
