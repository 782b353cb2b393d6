"""Move between drafts, pages and questions, and back; each draft remembers where the person left it."""

from typing import assert_never

from conversations.dialogue import practice, reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.events import Started
from conversations.dialogue.inputs import Press
from conversations.dialogue.model import stands
from conversations.dialogue.review_record import Comment
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
from conversations.filling import flow, texts
from conversations.form import completion
from conversations.form.asked import Asked, first_of_item, question_at
from conversations.form.questions import Section
from conversations.form.template import in_use

MOST_OPEN = 20
"""The most drafts that one person can have open."""

ELSEWHERE = (New, Choosing, Submitted, AtDesk, AtOffice, Forgetting)
"""The states in which no question or page of a draft is open."""


def begin(context: Context) -> bool:
    """Begin another draft, or go on with one that is still empty; return whether there is one now.

    Without consent the bot asks for that instead. With too many drafts it lists them.
    """
    put_down(context)
    if not stands(context.conversation.consent):
        context.go(New())
        return False
    begun = [draft for draft in context.conversation.drafts if draft.status == "draft"]
    empty = next((draft for draft in begun if not draft.answers), None)
    if empty is None and len(begun) >= MOST_OPEN:
        context.say(texts.too_many_drafts(len(begun)))
        context.go(Choosing())
        return False
    if empty is None:
        empty = Draft(number=next_number(context.conversation), created_at=context.now, updated_at=context.now)
        context.keep(empty)
        context.happened(Started(draft=empty.number))
    hold(context, empty.number)
    if not isinstance(context.state, Collecting):
        flow.resume(context)
    return True


def next_number(conversation: Conversation) -> int:
    """Return the number of the next draft: never one that was given before, as old buttons have it."""
    return max(conversation.begun, *(draft.number for draft in conversation.drafts), 0) + 1


def hold(context: Context, number: int | None) -> None:
    """Make a draft the current one and go on where it was left; LookupError if no draft has that number."""
    put_down(context)
    draft = context.numbered(number)
    context.hold(draft.number)
    if draft.left is not None:
        context.keep(draft.model_copy(update={"left": None}))
    if draft.left is not None and flow.may_stay(draft, draft.left):
        context.go(draft.left)
    elif draft.status != "draft":
        context.go(Revising() if reviews.may_revise(draft) else Submitted())
    else:
        flow.resume(context)


def choose_draft(context: Context) -> None:
    """List the drafts to choose from."""
    put_down(context)
    context.go(Choosing())


def put_down(context: Context) -> None:
    """Remember where the current draft is left."""
    state = underlying(context.state)
    if context.conversation.hand is not None and not isinstance(state, ELSEWHERE):
        context.keep(context.draft.model_copy(update={"left": state}))


def underlying(state: State) -> State:
    """Return the state itself or, while a reminder is being chosen, the state before that."""
    if not isinstance(state, Timing):
        return state
    return Choosing() if state.return_to is None else Overview(return_to=state.return_to)


def deleted(context: Context, press: Press) -> None:
    """Delete a draft that was never submitted, as its author asks; Undo brings it back for a day."""
    draft = context.numbered(press.index)
    delete(context, draft.number)
    context.say(texts.deleted(practice.title(draft)))


def delete(context: Context, number: int) -> None:
    """Delete a draft. If it was the current one, the one changed last becomes current, and the person may choose."""
    was_in_hand = context.conversation.hand == number
    context.drop(number)
    if not was_in_hand:
        return
    left = context.conversation.drafts
    context.hold(max(left, key=lambda draft: draft.updated_at).number if left else None)
    if not isinstance(context.state, AtDesk | AtOffice):
        context.go(Choosing() if left else New())


def back(context: Context) -> None:  # noqa: C901 - one case for each state
    """Go to the previous question, or back to where the person came from."""
    state = context.state
    match state:
        case Asking(return_to=return_to) | Collecting(return_to=return_to):
            if isinstance(return_to, Onward):
                _question_before(context, question_at(state.question))
            else:
                flow.lead_back(context, return_to)
        case Replying(comment=number):
            _out_of_reply(context, context.draft.review.comment(number))
        case Opened(return_to=return_to) | Overview(return_to=return_to):
            _leave(context, return_to)
        case Repeating():
            context.ask(completion.applicable_in(in_use().by_key[state.section], context.values)[-1], state.return_to)
        case Summary():
            context.go(Overview(return_to=ToSummary()))
        case Choosing():
            hold(context, context.conversation.hand)
        case Timing():
            context.go(underlying(state))
        case Revising() | Withdrawing():
            context.go(Submitted())
        case New() | Submitted() | AtDesk() | AtOffice() | Forgetting():
            pass
        case _:
            assert_never(state)


def _out_of_reply(context: Context, comment: Comment | None) -> None:
    if comment is not None and comment.stands in reviews.questions(context.draft):
        context.ask(question_at(comment.stands), ToRevising())
    else:
        context.go(Revising())


def _leave(context: Context, return_to: Return) -> None:
    if isinstance(return_to, ToOverview) and isinstance(context.state, Overview):
        flow.resume(context)
    else:
        flow.lead_back(context, return_to)


def _question_before(context: Context, asked: Asked) -> None:
    previous = completion.before(asked, context.values)
    if previous is None:
        context.say(texts.NO_FIRST)
    elif asked.item and first_of_item(asked):
        context.go(Repeating(section=asked.section.key))
    else:
        context.ask(previous)


def came_from(context: Context) -> Return:  # noqa: PLR0911 - one case for each state
    """Return where the person will come back to if they leave the current state now."""
    state = context.state
    match state:
        case Asking(return_to=return_to) | Collecting(return_to=return_to):
            return ToQuestion(question=state.question) if isinstance(return_to, Onward) else return_to
        case Repeating(return_to=return_to):
            return ToOverview() if isinstance(return_to, Onward) else return_to
        case Overview(return_to=return_to) | Opened(return_to=return_to):
            return return_to
        case Timing(return_to=return_to):
            return return_to or ToOverview()
        case Summary():
            return ToSummary()
        case Revising() | Replying() | Withdrawing():
            return ToRevising()
        case New() | Choosing() | Submitted() | AtDesk() | AtOffice() | Forgetting():
            return ToOverview()
        case _:
            assert_never(state)


def overview(context: Context) -> None:
    """Show the overview."""
    context.go(Overview(return_to=came_from(context)))


def open_section(context: Context, section: type[Section]) -> None:
    """Open a section: ask its first question if it has no answers, else list its questions."""
    return_to = came_from(context)
    questions = completion.applicable_in(section, context.values)
    if len(questions) > 1 and not all(completion.is_open(asked, context.values) for asked in questions):
        context.go(Opened(section=section.key, return_to=return_to))
    else:
        open_question(context, questions[0], return_to)


def open_question(context: Context, asked: Asked, return_to: Return) -> None:
    """Ask a question out of order. After an open one the form goes on, unless the person came from the summary."""
    is_open, from_here = completion.is_open(asked, context.values), return_to == ToQuestion(question=asked.path)
    leads_onward = from_here or (is_open and not isinstance(return_to, ToSummary))
    context.ask(asked, Onward() if leads_onward else return_to)
