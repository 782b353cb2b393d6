"""Steps off the way: back, the overview, a section or a question out of order; each knows where it leads back to."""

from typing import assert_never

from conversations import drafts, form, moving, wording
from conversations.asked import Asked, first_of_item, question_at
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
    Repeating,
    Replying,
    Return,
    Revising,
    Submitted,
    Summary,
    Timing,
    ToOverview,
    ToQuestion,
    ToRevising,
    ToSummary,
    Withdrawing,
)
from conversations.questions import Section
from conversations.review import asked_for
from conversations.review.record import Comment
from conversations.talk import Talk
from conversations.template import in_use


def back(talk: Talk) -> None:  # noqa: C901 - one for each place
    """Go to the question before, or out of a side step."""
    place = talk.place
    match place:
        case Asking(then=then) | Collecting(then=then):
            if isinstance(then, Onward):
                _question_before(talk, question_at(place.question))
            else:
                moving.return_to(talk, then)
        case Replying(comment=number):
            _out_of_reply(talk, talk.draft.review.comment(number))
        case Opened(then=then) | Overview(then=then):
            _leave(talk, then)
        case Repeating():
            talk.ask(form.applicable_in(in_use().by_key[place.section], talk.values)[-1], place.then)
        case Summary():
            talk.go(Overview(then=ToSummary()))
        case Choosing():
            drafts.hold(talk, talk.conversation.hand)
        case Timing():
            talk.go(drafts.underlying(place))
        case Revising() | Withdrawing():
            talk.go(Submitted())
        case New() | Submitted() | AtDesk() | AtOffice() | Forgetting():
            pass
        case _:
            assert_never(place)


def _out_of_reply(talk: Talk, comment: Comment | None) -> None:
    """Go back to the question of the comment, where it is still asked for."""
    if comment is not None and comment.stands in asked_for.questions(talk.draft):
        talk.ask(question_at(comment.stands), ToRevising())
    else:
        talk.go(Revising())


def _leave(talk: Talk, then: Return) -> None:
    if isinstance(then, ToOverview) and isinstance(talk.place, Overview):
        moving.resume(talk)
    else:
        moving.return_to(talk, then)


def _question_before(talk: Talk, asked: Asked) -> None:
    previous = form.before(asked, talk.values)
    if previous is None:
        talk.say(wording.NO_FIRST)
    elif asked.item and first_of_item(asked):
        talk.go(Repeating(section=asked.section.key))
    else:
        talk.ask(previous)


def came_from(talk: Talk) -> Return:  # noqa: PLR0911 - one for each place
    """Say where a side step that begins now leads back to."""
    place = talk.place
    match place:
        case Asking(then=then) | Collecting(then=then):
            return ToQuestion(question=place.question) if isinstance(then, Onward) else then
        case Repeating(then=then):
            return ToOverview() if isinstance(then, Onward) else then
        case Overview(then=then) | Opened(then=then):
            return then
        case Timing(then=then):
            return then or ToOverview()
        case Summary():
            return ToSummary()
        case Revising() | Replying() | Withdrawing():
            return ToRevising()
        case New() | Choosing() | Submitted() | AtDesk() | AtOffice() | Forgetting():
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


def open_question(talk: Talk, asked: Asked, then: Return) -> None:
    """Ask a question out of order; an open one leads onward, unless the person came from the summary."""
    is_open, from_here = form.is_open(asked, talk.values), then == ToQuestion(question=asked.path)
    leads_onward = from_here or (is_open and not isinstance(then, ToSummary))
    talk.ask(asked, Onward() if leads_onward else then)
