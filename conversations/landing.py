"""Words that are heard later than they came: stored at their question, or offered there, wherever the person is."""

from conversations import revising, storing, understanding, wording
from conversations.asked import Asked, question_at
from conversations.conversation import Draft, Late
from conversations.fields import Understood
from conversations.messages import Press, Refused
from conversations.place import Part
from conversations.review import rules
from conversations.talk import Talk


def land(talk: Talk, number: int, asked: Asked, part: Part) -> None:
    """Store the words as the answer to their question; say why not where they are none."""
    before = talk.numbered(number)
    storing.file(talk, before, asked, (part,))
    draft = talk.numbered(number)
    parts = (*storing.words_before(draft, asked, (part,)), part)
    reading = understanding.read(asked, parts, talk.context(draft))
    if not isinstance(reading, Understood):
        _refuse(talk, draft, asked, part, reading.problem)
        return
    problem = storing.problem_with(talk, draft, asked, reading.value)
    if problem is not None and storing.blocking(asked, reading.value, problem):
        _refuse(talk, draft, asked, part, problem)
        return
    notes = storing.store(talk, draft, asked, storing.made(talk, asked, reading.value, "typed", parts))
    said = wording.first_sentence(problem) if problem else asked.kind.saved(reading.value)
    talk.say(wording.late_saved(asked.question.title, said), *notes)
    revising.propose(talk, talk.numbered(number), asked, before)


def _refuse(talk: Talk, draft: Draft, asked: Asked, part: Part, problem: str) -> None:
    talk.happened(Refused(draft=draft.number, question=asked.path, text=part.text, messages=(part.message,)))
    talk.say(wording.late_refused(asked.question.title, problem), part.text)


def use(talk: Talk, press: Press) -> None:
    """Take words as the answer after all."""
    late = _taken(talk, press)
    if late is None:
        return
    draft, asked = talk.numbered(press.draft), question_at(late.question)
    if late.edited:
        revising.confirmed(talk, draft, asked, late.part)
    elif rules.may_change(draft):
        land(talk, draft.number, asked, late.part)
    else:
        talk.say(wording.edit_after_submission(asked.question.title, draft.reference or ""))


def leave(talk: Talk, press: Press) -> None:
    """Leave the answer as it is."""
    if _taken(talk, press) is not None:
        talk.say(wording.KEPT)


def _taken(talk: Talk, press: Press) -> Late | None:
    """Take words out of those that wait; nothing where that is done already."""
    draft, index = talk.numbered(press.draft), (press.index or 0) - 1
    late = draft.late[index] if 0 <= index < len(draft.late) else None
    if late is None or not late.text:
        talk.toast, talk.silent = wording.ALREADY, True
        return None
    settled = late.model_copy(update={"text": ""})
    talk.keep(draft.model_copy(update={"late": (*draft.late[:index], settled, *draft.late[index + 1 :])}))
    return late
