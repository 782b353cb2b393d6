"""An edited message corrects the answer that it gave, at once and also weeks later; so does a reply to it."""

from typing import Any

from conversations import (
    answering,
    commanding,
    drafts,
    form,
    moving,
    progress,
    sidesteps,
    storing,
    understanding,
    waiting,
    wording,
)
from conversations.asked import Asked, asked_at
from conversations.conversation import Draft, Late
from conversations.fields import NotUnderstood, Offered, Partly, Several, Understood
from conversations.meaning import Elsewhere
from conversations.parts import UNFINISHED, replaced, words_alone
from conversations.place import Asking, Collecting, Offer, Part, Return, Revising, Submitted, Summary, Withdrawing
from conversations.remarks.listening import Remark
from conversations.review import asked_for, replying, rules
from conversations.review.wording import to_author
from conversations.talk import Talk


def revised(talk: Talk, part: Part) -> None:
    """Correct what the edited message gave, or say why nothing was changed."""
    draft = next((draft for draft in talk.conversation.drafts if part.message in draft.filed), None)
    asked = asked_at(draft.filed[part.message]) if draft else None
    if draft is None or asked is None:
        if not replying.reply_revised(talk, part):
            talk.say(wording.EDIT_OF_NOTHING)
    elif not rules.may_change(draft):
        talk.say(wording.edit_after_submission(asked.question.title, draft.reference or ""))
    elif commanding.is_command(talk, part.words):
        talk.say(wording.EDIT_IS_COMMAND)
    elif _arriving(talk, draft, part):
        talk.say(wording.EDIT_OF_PART)
    else:
        _correct(talk, draft, asked, part)
        propose(talk, talk.numbered(draft.number), asked, draft)


def confirmed(talk: Talk, draft: Draft, asked: Asked, part: Part) -> None:
    """Correct an answer by an edited message, as a press has confirmed."""
    if not rules.may_change(draft):
        talk.say(wording.edit_after_submission(asked.question.title, draft.reference or ""))
    elif _arriving(talk, draft, part):
        talk.say(wording.EDIT_OF_PART)
    else:
        stored = draft.answers.get(asked.path)
        among = stored is not None and _among(part, stored.parts)
        _read_again(talk, draft, asked, replaced(stored.parts, part) if stored is not None and among else (part,))
        propose(talk, talk.numbered(draft.number), asked, draft)


def replied(talk: Talk, about: Elsewhere, part: Part) -> None:
    """Change the answer to the question that a reply is about, as an edit would, and stay where the person is."""
    draft, asked = about.draft, about.asked
    storing.file(talk, draft, asked, (part,))
    before = talk.numbered(draft.number)
    parts = _in_place_of(about, part)
    if not rules.may_change(draft):
        storing.note(talk, before, asked, parts)
        talk.say(wording.reply_after_submission(asked.question.title, draft.reference or ""))
    elif draft.status == "draft" and before.values.get(asked.path) is not None and _skips(asked, parts):
        storing.note(talk, before, asked, parts)
        talk.say(wording.stays_until_pressed(asked.question.title))
        _open(talk, before, asked, ())
    elif draft.status == "draft" and storing.loses_much(before, asked, parts):
        _ask_to_replace(talk, before, asked, parts)
    elif _goes_on(talk, about, part):
        settled = _settled(talk)
        talk.go(Collecting(question=asked.path, then=settled, parts=parts))
    else:
        _read_again(talk, before, asked, parts, reply=True)
        propose(talk, talk.numbered(draft.number), asked, before)
        if draft.status == "draft" and not _in_hand(talk, draft):
            talk.say(wording.in_draft(progress.title(draft)))


def _in_place_of(about: Elsewhere, part: Part) -> tuple[Part, ...]:
    """Put a reply in the place of the message that it replies to; a reply to the question is the whole answer."""
    answer = about.draft.answers.get(about.asked.path)
    if about.message is not None and answer is not None:
        return tuple(part if other.message == about.message else other for other in answer.parts)
    return (*storing.words_before(about.draft, about.asked, (part,)), part)


def _skips(asked: Asked, parts: tuple[Part, ...]) -> bool:
    """Say whether an optional question is to have no answer."""
    return answering.skips(asked, words_alone(parts))


def _goes_on(talk: Talk, about: Elsewhere, part: Part) -> bool:
    """Say whether the tail of a long reply may come in a message of its own, which would reply to nothing."""
    draft, answer = about.draft, about.draft.answers.get(about.asked.path)
    in_hand = _in_hand(talk, draft) and draft.status == "draft" and not draft.files(about.asked.path)
    last = about.message is None or (answer is not None and answer.parts[-1].message == about.message)
    return in_hand and last and about.asked.kind.keeps_text and len(part.words) >= UNFINISHED


def _ask_to_replace(talk: Talk, draft: Draft, asked: Asked, parts: tuple[Part, ...]) -> None:
    """Show the longer text with its question, and ask whether the reply replaces it."""
    storing.note(talk, draft, asked, parts)
    talk.say(storing.asks_to_replace(draft, asked, parts, "reply"))
    _open(talk, draft, asked, answering.to_replace(talk, asked, parts))


def doubted(talk: Talk, about: Elsewhere, part: Part, remark: Remark) -> None:
    """Answer a reply to an earlier question that reads like a message to the bot, and ask that question again."""
    draft, asked = about.draft, about.asked
    storing.file(talk, draft, asked, (part,))
    _open(talk, talk.numbered(draft.number), asked, ())
    answering.doubt(talk, asked, (part,), remark)


def _show_buttons(talk: Talk, draft: Draft, asked: Asked, reading: Offered | NotUnderstood | Partly[Any]) -> None:
    """Ask the question of the draft where the sentence that was said names one of its buttons."""
    options = () if isinstance(reading, NotUnderstood) else reading.options
    if options or any(button in reading.problem for button in (wording.REMOVE, asked.question.skip)):
        _open(talk, draft, asked, tuple(answering.offer(asked, option) for option in options))


def _open(talk: Talk, draft: Draft, asked: Asked, offers: tuple[Offer, ...]) -> None:
    """Ask the question of the draft with these offers; its answer leads back to where the person is."""
    if not _in_hand(talk, draft) or draft.left is not None:
        drafts.hold(talk, draft.number)
    then = _settled(talk)
    open_ = talk.place if talk.asked == asked and isinstance(talk.place, Asking) else None
    place = open_ or Asking(question=asked.path, then=then)
    talk.go(place.model_copy(update={"offers": offers}))


def _settled(talk: Talk) -> Return:
    """Take the parts of an answer that is arriving, and say where the person comes back to."""
    answering.settle_parts(talk)
    return sidesteps.came_from(talk)


def propose(talk: Talk, draft: Draft, asked: Asked, before: Draft) -> None:
    """Say that a change to what was handed in is only proposed, and show it where its author is at that draft."""
    same = (draft.answers, draft.attachments) == (before.answers, before.attachments)
    if draft.status == "draft" or draft.unsent == before.unsent == () or same:
        return
    talk.say(to_author.proposed(asked.question.title, draft.reference or ""))
    if not _in_hand(talk, draft) or draft.left is not None:
        talk.say(to_author.proposed_elsewhere(progress.title(draft)))
    elif isinstance(talk.place, Submitted | Summary | Revising | Withdrawing):
        talk.go(Revising() if asked_for.may_revise(draft) else Submitted())


def would_change(talk: Talk, draft: Draft, asked: Asked, part: Part) -> bool:
    """Say whether an edited message would change words that are kept."""
    here = talk.place if _in_hand(talk, draft) and draft.left is None else draft.left
    stored = draft.answers.get(asked.path)
    kept = (*(here.parts if isinstance(here, Collecting) else ()), *(stored.parts if stored else ()))
    return rules.may_change(draft) and _among(part, kept) and part not in kept


def _arriving(talk: Talk, draft: Draft, part: Part) -> bool:
    """Correct a part of an answer that is still arriving, also in a draft that was left; say whether it was one."""
    here = talk.place if _in_hand(talk, draft) and draft.left is None else draft.left
    if not isinstance(here, Collecting) or not _among(part, here.parts):
        return False
    corrected = here.model_copy(update={"parts": replaced(here.parts, part)})
    if draft.left is None:
        talk.stay(corrected)
    else:
        talk.keep(draft.model_copy(update={"left": corrected}))
    return True


def _in_hand(talk: Talk, draft: Draft) -> bool:
    return draft.number == talk.conversation.hand


def _among(part: Part, parts: tuple[Part, ...]) -> bool:
    return any(other.message == part.message for other in parts)


def _correct(talk: Talk, draft: Draft, asked: Asked, part: Part) -> None:
    stored = draft.answers.get(asked.path)
    open_here = _in_hand(talk, draft) and isinstance(talk.place, Asking) and talk.place.question == asked.path
    if stored is None and open_here:
        answering.answer(talk, asked, (part,), "edited")
    elif stored is None:
        _read_again(talk, draft, asked, (part,))
    elif not _among(part, stored.parts) and any(file.message == part.message for file in draft.attachments):
        _read_again(talk, draft, asked, (*storing.parts_of(stored), part))  # words put under a file that had none
    elif not _among(part, stored.parts):
        _offer_edited(talk, draft, asked, part)
    elif (parts := replaced(stored.parts, part)) == stored.parts:
        talk.say(wording.EDIT_CHANGED_NOTHING)
    elif storing.loses_much(draft, asked, parts):
        storing.note(talk, draft, asked, parts)
        question = storing.asks_to_replace(draft, asked, parts, "edited text")
        waiting.ask(talk, draft, _edited(asked, part), question, (wording.REPLACE, wording.KEEP_EARLIER))
    else:
        _read_again(talk, draft, asked, parts)


def _offer_edited(talk: Talk, draft: Draft, asked: Asked, part: Part) -> None:
    """Offer an edited message whose answer was replaced, where it could be the answer and is not."""
    reading = understanding.read_edited(asked, (part,), talk.context(draft))
    if isinstance(reading, NotUnderstood):
        _refuse(talk, draft, asked, (part,), reading.problem, reply=False)
    elif isinstance(reading, Understood) and asked.dump(reading.value) == draft.values.get(asked.path):
        talk.say(wording.EDIT_CHANGED_NOTHING)
    else:
        storing.note(talk, draft, asked, (part,))
        waiting.ask(talk, draft, _edited(asked, part), wording.edit_replaced(asked.question.title))


def _edited(asked: Asked, part: Part) -> Late:
    return Late(question=asked.path, edited=True, **part.model_dump())


def _read_again(talk: Talk, draft: Draft, asked: Asked, parts: tuple[Part, ...], *, reply: bool = False) -> None:
    if _skips(asked, parts):
        answering.pass_over(talk, draft, asked, parts)
        skip = asked.question.skip
        talk.say(wording.corrected(asked.question.title, wording.SKIPPED if skip == wording.SKIP else f"Saved: {skip}"))
        _go_on(talk, draft, asked, None)
        return
    reading = understanding.read_edited(asked, parts, talk.context(_without_others(draft, asked, parts)))
    if not isinstance(reading, Understood):
        _refuse(talk, draft, asked, parts, reading.problem, reply=reply)
        if draft.status == "draft" and (reply or _in_hand(talk, draft)):  # an edit leads to no other practice
            _show_buttons(talk, draft, asked, reading)
        return
    value = _with_pressed(talk, draft, asked, reading.value)
    problem = storing.problem_with(talk, draft, asked, value)
    if problem is not None and storing.blocking(asked, value, problem):
        _refuse(talk, draft, asked, parts, problem, reply=reply)
        return
    notes = storing.store(talk, draft, asked, storing.made(talk, asked, value, "edited", parts))
    others = answering.store_others(talk, draft.number, asked, reading.others, parts)
    said = wording.first_sentence(problem) if problem else asked.kind.saved(value)
    talk.say(wording.corrected(asked.question.title, said), *others, *notes)
    _go_on(talk, draft, asked, problem)


def _without_others(draft: Draft, asked: Asked, parts: tuple[Part, ...]) -> Draft:
    """Leave out what the messages have answered beside their question: once edited, they answer it anew."""
    came_along = {
        path
        for path, answer in draft.answers.items()
        if path != asked.path and any(_among(part, answer.parts) for part in parts)
    }
    return draft.model_copy(update={"answers": {k: v for k, v in draft.answers.items() if k not in came_along}})


def _with_pressed(talk: Talk, draft: Draft, asked: Asked, value: object) -> object:
    """Keep the choices of a list that were pressed, beside those that its messages name."""
    stored = draft.answers.get(asked.path)
    if not isinstance(asked.kind, Several) or stored is None or not stored.parts:
        return value
    typed = understanding.read(asked, stored.parts, talk.context(draft))
    named = storing.texts(typed.value) if isinstance(typed, Understood) else ()
    pressed = [label for label in storing.texts(stored.value) if label not in named]
    both = asked.kind.ordered((*pressed, *storing.texts(value)))
    return both if asked.kind.problem(both) is None else value


def _refuse(  # noqa: PLR0913 - what is refused, and how it came
    talk: Talk, draft: Draft, asked: Asked, parts: tuple[Part, ...], problem: str, *, reply: bool
) -> None:
    storing.note(talk, draft, asked, parts)
    refused = wording.reply_refused if reply else wording.edit_refused
    talk.say(refused(asked.question.title, problem))


def _go_on(talk: Talk, draft: Draft, asked: Asked, problem: str | None) -> None:
    """Leave a question that was waiting for this very answer to be put right."""
    place = talk.place
    waiting = _in_hand(talk, draft) and isinstance(place, Asking) and place.question == asked.path
    if waiting and problem is None and isinstance(place, Asking) and not draft.files(asked.path):
        applied = {other.path for other in form.applicable(talk.values, asked.path)}
        moving.advance(talk, asked, place.then, filled=True, applied=applied)
