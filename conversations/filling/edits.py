"""Correct an answer when the person edits its message, at once or weeks later, or replies to it."""

from typing import Any

from conversations.dialogue import practice, reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Late
from conversations.dialogue.parts import UNFINISHED, replaced, words_alone
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.state import (
    Asking,
    Collecting,
    Offer,
    Part,
    Return,
    Revising,
    Submitted,
    Summary,
    Withdrawing,
)
from conversations.fields import NotUnderstood, Offered, Partly, Several, Understood
from conversations.filling import (
    answering,
    change_texts,
    doubting,
    flow,
    navigation,
    offers,
    request,
    review_texts,
    storing,
    texts,
)
from conversations.filling.meaning import Elsewhere
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, asked_at
from conversations.remarks.listening import Remark


def revised(context: Context, part: Part) -> None:
    """Correct the answer that an edited message gave, or say why nothing changed."""
    draft = next((draft for draft in context.conversation.drafts if part.message in draft.filed), None)
    asked = asked_at(draft.filed[part.message]) if draft else None
    if draft is None or asked is None:
        if not request.reply_revised(context, part):
            context.say(change_texts.EDIT_OF_NOTHING)
    elif not reviews.may_change(draft):
        context.say(change_texts.changed_too_late(asked.question.title, draft.reference or ""))
    elif REGISTRY.is_command(context.repository, part.words):
        context.say(change_texts.EDIT_IS_COMMAND)
    elif _arriving(context, draft, part):
        context.say(change_texts.EDIT_OF_PART)
    else:
        _correct(context, draft, asked, part)
        propose(context, context.numbered(draft.number), asked, draft)


def confirmed(context: Context, draft: Draft, asked: Asked, part: Part) -> None:
    """Correct an answer by an edited message after a press has confirmed it."""
    if not reviews.may_change(draft):
        context.say(change_texts.changed_too_late(asked.question.title, draft.reference or ""))
    elif _arriving(context, draft, part):
        context.say(change_texts.EDIT_OF_PART)
    else:
        stored = draft.answers.get(asked.path)
        among = stored is not None and _among(part, stored.parts)
        _read_again(context, draft, asked, replaced(stored.parts, part) if stored is not None and among else (part,))
        propose(context, context.numbered(draft.number), asked, draft)


def replied(context: Context, about: Elsewhere, part: Part) -> None:
    """Change the answer that a reply is about, as an edit would. The person's state stays."""
    draft, asked = about.draft, about.asked
    storing.file(context, draft, asked, (part,))
    before = context.numbered(draft.number)
    parts = _in_place_of(about, part)
    if not reviews.may_change(draft):
        storing.note(context, before, asked, parts)
        context.say(change_texts.changed_too_late(asked.question.title, draft.reference or "", reply=True))
    elif draft.status == "draft" and before.values.get(asked.path) is not None and _skips(asked, parts):
        storing.note(context, before, asked, parts)
        context.say(change_texts.stays_until_pressed(asked.question.title))
        _open(context, before, asked, ())
    elif draft.status == "draft" and storing.loses_much(before, asked, parts):
        _ask_to_replace(context, before, asked, parts)
    elif _goes_on(context, about, part):
        settled = _settled(context)
        context.go(Collecting(question=asked.path, return_to=settled, parts=parts))
    else:
        _read_again(context, before, asked, parts, reply=True)
        propose(context, context.numbered(draft.number), asked, before)
        if draft.status == "draft" and not _in_hand(context, draft):
            context.say(change_texts.in_draft(practice.title(draft)))


def _in_place_of(about: Elsewhere, part: Part) -> tuple[Part, ...]:
    """Replace the message that the part replies to; a reply to the question itself is the whole answer."""
    answer = about.draft.answers.get(about.asked.path)
    if about.message is not None and answer is not None:
        return tuple(part if other.message == about.message else other for other in answer.parts)
    return storing.with_earlier(about.draft, about.asked, (part,))


def _skips(asked: Asked, parts: tuple[Part, ...]) -> bool:
    return answering.skips(asked, words_alone(parts))


def _goes_on(context: Context, about: Elsewhere, part: Part) -> bool:
    # A client cuts a long reply into several messages, and only the first one says that it is a reply.
    draft, answer = about.draft, about.draft.answers.get(about.asked.path)
    in_hand = _in_hand(context, draft) and draft.status == "draft" and not draft.files(about.asked.path)
    last = about.message is None or (answer is not None and answer.parts[-1].message == about.message)
    return in_hand and last and about.asked.kind.keeps_text and len(part.words) >= UNFINISHED


def _ask_to_replace(context: Context, draft: Draft, asked: Asked, parts: tuple[Part, ...]) -> None:
    storing.note(context, draft, asked, parts)
    context.say(storing.asks_to_replace(draft, asked, parts, "reply"))
    _open(context, draft, asked, offers.to_replace(context, asked, parts))


def doubted(context: Context, about: Elsewhere, part: Part, remark: Remark) -> None:
    """Answer a remark that replies to an earlier question, and ask that question again."""
    draft, asked = about.draft, about.asked
    storing.file(context, draft, asked, (part,))
    _open(context, context.numbered(draft.number), asked, ())
    doubting.doubt(context, asked, (part,), remark)


def _show_buttons(context: Context, draft: Draft, asked: Asked, reading: Offered | NotUnderstood | Partly[Any]) -> None:
    """Ask the question again if the bot has just named one of its buttons."""
    options = () if isinstance(reading, NotUnderstood) else reading.options
    if options or any(str(button) in reading.problem for button in (form_texts.REMOVE, asked.question.skip)):
        _open(context, draft, asked, tuple(offers.offer(asked, option) for option in options))


def _open(context: Context, draft: Draft, asked: Asked, offered: tuple[Offer, ...]) -> None:
    """Ask the question with these offers; its answer leads back to where the person is now."""
    if not _in_hand(context, draft) or draft.left is not None:
        navigation.hold(context, draft.number)
    return_to = _settled(context)
    open_ = context.state if context.asked == asked and isinstance(context.state, Asking) else None
    state = open_ or Asking(question=asked.path, return_to=return_to)
    context.go(state.model_copy(update={"offers": offered}))


def _settled(context: Context) -> Return:
    answering.settle_parts(context)
    return navigation.came_from(context)


def propose(context: Context, draft: Draft, asked: Asked, before: Draft) -> None:
    """Say that a change to a submission is only a proposal; show it if its author has that submission open."""
    same = (draft.answers, draft.attachments) == (before.answers, before.attachments)
    if draft.status == "draft" or draft.unsent == before.unsent == () or same:
        return
    context.say(review_texts.proposed(asked.question.title, draft.reference or ""))
    if not _in_hand(context, draft) or draft.left is not None:
        context.say(review_texts.proposed_elsewhere(practice.title(draft)))
    elif isinstance(context.state, Submitted | Summary | Revising | Withdrawing):
        context.go(Revising() if reviews.may_revise(draft) else Submitted())


def would_change(context: Context, draft: Draft, asked: Asked, part: Part) -> bool:
    """Return whether an edited message would change stored words."""
    here = context.state if _in_hand(context, draft) and draft.left is None else draft.left
    stored = draft.answers.get(asked.path)
    kept = (*(here.parts if isinstance(here, Collecting) else ()), *(stored.parts if stored else ()))
    return reviews.may_change(draft) and _among(part, kept) and part not in kept


def _arriving(context: Context, draft: Draft, part: Part) -> bool:
    """Correct a message of an answer that is still arriving, in any draft; return whether it was one."""
    here = context.state if _in_hand(context, draft) and draft.left is None else draft.left
    if not isinstance(here, Collecting) or not _among(part, here.parts):
        return False
    corrected = here.model_copy(update={"parts": replaced(here.parts, part)})
    if draft.left is None:
        context.stay(corrected)
    else:
        context.keep(draft.model_copy(update={"left": corrected}))
    return True


def _in_hand(context: Context, draft: Draft) -> bool:
    return draft.number == context.conversation.hand


def _among(part: Part, parts: tuple[Part, ...]) -> bool:
    return any(other.message == part.message for other in parts)


def _correct(context: Context, draft: Draft, asked: Asked, part: Part) -> None:
    stored = draft.answers.get(asked.path)
    open_here = _in_hand(context, draft) and isinstance(context.state, Asking) and context.state.question == asked.path
    if stored is None and open_here:
        answering.answer(context, asked, (part,), "edited")
    elif stored is None:
        _read_again(context, draft, asked, (part,))
    elif not _among(part, stored.parts) and any(file.message == part.message for file in draft.attachments):
        _read_again(context, draft, asked, (*storing.parts_of(stored), part))  # a caption added to a file
    elif not _among(part, stored.parts):
        _offer_edited(context, draft, asked, part)
    elif (parts := replaced(stored.parts, part)) == stored.parts:
        context.say(change_texts.EDIT_CHANGED_NOTHING)
    elif storing.loses_much(draft, asked, parts):
        storing.note(context, draft, asked, parts)
        question = storing.asks_to_replace(draft, asked, parts, "edited text")
        storing.ask(context, draft, _edited(asked, part), question, (texts.REPLACE, texts.KEEP_EARLIER))
    else:
        _read_again(context, draft, asked, parts)


def _offer_edited(context: Context, draft: Draft, asked: Asked, part: Part) -> None:
    """Offer an edited message whose answer was replaced by a newer one, if it would change that."""
    reading = storing.read_edited(asked, (part,), context.reading_context(draft))
    if isinstance(reading, NotUnderstood):
        _refuse(context, draft, asked, (part,), reading.problem, reply=False)
    elif isinstance(reading, Understood) and asked.dump(reading.value) == draft.values.get(asked.path):
        context.say(change_texts.EDIT_CHANGED_NOTHING)
    else:
        storing.note(context, draft, asked, (part,))
        storing.ask(context, draft, _edited(asked, part), change_texts.edit_replaced(asked.question.title))


def _edited(asked: Asked, part: Part) -> Late:
    return Late(question=asked.path, edited=True, **part.model_dump())


def _read_again(context: Context, draft: Draft, asked: Asked, parts: tuple[Part, ...], *, reply: bool = False) -> None:
    if _skips(asked, parts):
        answering.pass_over(context, draft, asked, parts)
        context.say(change_texts.corrected(asked.question.title, texts.skipped_as(asked.question.skip)))
        _go_on(context, draft, asked, None)
        return
    reading = storing.read_edited(asked, parts, context.reading_context(_without_others(draft, asked, parts)))
    if not isinstance(reading, Understood):
        _refuse(context, draft, asked, parts, reading.problem, reply=reply)
        if draft.status == "draft" and (reply or _in_hand(context, draft)):  # an edit never opens another practice
            _show_buttons(context, draft, asked, reading)
        return
    value = _with_pressed(context, draft, asked, reading.value)
    problem = storing.problem_with(context, draft, asked, value)
    if problem is not None and storing.blocking(asked, value, problem):
        _refuse(context, draft, asked, parts, problem, reply=reply)
        return
    notes = storing.store(context, draft, asked, storing.made(context, asked, value, "edited", parts))
    others = answering.store_others(context, draft.number, asked, reading.others, parts)
    said = texts.first_sentence(problem) if problem else asked.kind.saved(value)
    context.say(change_texts.corrected(asked.question.title, said), *others, *notes)
    _go_on(context, draft, asked, problem)


def _without_others(draft: Draft, asked: Asked, parts: tuple[Part, ...]) -> Draft:
    # The same messages answered other questions, too. Once edited, they answer those again.
    came_along = {
        path
        for path, answer in draft.answers.items()
        if path != asked.path and any(_among(part, answer.parts) for part in parts)
    }
    return draft.model_copy(update={"answers": {k: v for k, v in draft.answers.items() if k not in came_along}})


def _with_pressed(context: Context, draft: Draft, asked: Asked, value: object) -> object:
    """Add the choices of a list that were pressed to those that its messages name."""
    stored = draft.answers.get(asked.path)
    if not isinstance(asked.kind, Several) or stored is None or not stored.parts:
        return value
    typed = storing.read(asked, stored.parts, context.reading_context(draft))
    named = storing.texts(typed.value) if isinstance(typed, Understood) else ()
    pressed = [label for label in storing.texts(stored.value) if label not in named]
    both = asked.kind.ordered((*pressed, *storing.texts(value)))
    return both if asked.kind.problem(both) is None else value


def _refuse(  # noqa: PLR0913 - what is refused, and how it came
    context: Context, draft: Draft, asked: Asked, parts: tuple[Part, ...], problem: str, *, reply: bool
) -> None:
    storing.note(context, draft, asked, parts)
    context.say(change_texts.change_refused(asked.question.title, problem, reply=reply))


def _go_on(context: Context, draft: Draft, asked: Asked, problem: str | None) -> None:
    """Go on if the corrected question is the open one."""
    state = context.state
    waiting = _in_hand(context, draft) and isinstance(state, Asking) and state.question == asked.path
    if waiting and problem is None and isinstance(state, Asking) and not draft.files(asked.path):
        flow.advance(context, asked, state.return_to, filled=True)
