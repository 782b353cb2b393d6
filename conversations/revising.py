"""An edited message corrects the answer that it gave, at once and also weeks later."""

from conversations import answering, form, moving, progress, storing, wording
from conversations.asked import Asked, asked_at
from conversations.conversation import Draft
from conversations.fields import Understood
from conversations.messages import Refused
from conversations.parts import joined, replaced
from conversations.place import Asking, Collecting, Part, Revising, Submitted, Summary, Withdrawing
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
    elif _arriving(talk, draft, part):
        talk.say(wording.EDIT_OF_PART)
    else:
        _correct(talk, draft, asked, part)
        propose(talk, talk.numbered(draft.number), asked, draft)


def propose(talk: Talk, draft: Draft, asked: Asked, before: Draft) -> None:
    """Say that a change to what was handed in is only proposed, and show it where its author is at that draft."""
    if draft.status == "draft" or draft.unsent == before.unsent == () or draft.answers == before.answers:
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
        talk.say(wording.edit_replaced(asked.question.title))
    elif (parts := replaced(stored.parts, part)) == stored.parts:
        talk.say(wording.EDIT_CHANGED_NOTHING)
    else:
        _read_again(talk, draft, asked, parts)


def _read_again(talk: Talk, draft: Draft, asked: Asked, parts: tuple[Part, ...]) -> None:
    reading = asked.kind.read(joined(parts), talk.context(draft))
    if not isinstance(reading, Understood):
        _refuse(talk, draft, asked, parts, reading.problem)
        return
    problem = storing.problem_with(talk, draft, asked, reading.value)
    if problem is not None and storing.blocking(asked, reading.value, problem):
        _refuse(talk, draft, asked, parts, problem)
        return
    notes = storing.store(talk, draft, asked, storing.made(talk, asked, reading.value, "edited", parts))
    talk.say(wording.corrected(asked.question.title, problem or asked.kind.saved(reading.value)), *notes)
    _go_on(talk, draft, asked, problem)


def _refuse(talk: Talk, draft: Draft, asked: Asked, parts: tuple[Part, ...], problem: str) -> None:
    messages = tuple(part.message for part in parts)
    text = joined(parts)
    talk.happened(Refused(draft=draft.number, question=asked.path, text=text, messages=messages))
    talk.say(wording.edit_refused(asked.question.title, problem))


def _go_on(talk: Talk, draft: Draft, asked: Asked, problem: str | None) -> None:
    """Leave a question that was waiting for this very answer to be put right."""
    place = talk.place
    waiting = _in_hand(talk, draft) and isinstance(place, Asking) and place.question == asked.path
    if waiting and problem is None and isinstance(place, Asking) and not draft.files(asked.path):
        applied = {other.path for other in form.applicable(talk.values, asked.path)}
        moving.advance(talk, asked, place.then, filled=True, applied=applied)
