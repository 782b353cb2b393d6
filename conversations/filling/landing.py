"""Take words that the bot reads later than they were sent: store them at their own question, wherever the person is."""

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Late
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Press
from conversations.dialogue.state import Part
from conversations.fields import Understood
from conversations.filling import change_texts, edits, storing, texts
from conversations.form.asked import Asked, question_at


def land(context: Context, number: int, asked: Asked, part: Part) -> None:
    """Store the words as the answer to their question in draft ``number``, or say why they are not an answer."""
    before = context.numbered(number)
    storing.file(context, before, asked, (part,))
    draft = context.numbered(number)
    parts = storing.with_earlier(draft, asked, (part,))
    reading = storing.read(asked, parts, context.reading_context(draft))
    if not isinstance(reading, Understood):
        _refuse(context, draft, asked, part, reading.problem)
        return
    problem = storing.problem_with(context, draft, asked, reading.value)
    if problem is not None and storing.blocking(asked, reading.value, problem):
        _refuse(context, draft, asked, part, problem)
        return
    notes = storing.store(context, draft, asked, storing.made(context, asked, reading.value, "typed", parts))
    said = texts.first_sentence(problem) if problem else asked.kind.saved(reading.value)
    context.say(change_texts.late_saved(asked.question.title, said), *notes)
    edits.propose(context, context.numbered(number), asked, before)


def _refuse(context: Context, draft: Draft, asked: Asked, part: Part, problem: str) -> None:
    context.happened(Refused(draft=draft.number, question=asked.path, text=part.text, messages=(part.message,)))
    context.say(change_texts.late_refused(asked.question.title, problem), part.text)


def use(context: Context, press: Press) -> None:
    """Take waiting words as the answer, as a press says."""
    late = _taken(context, press)
    if late is None:
        return
    draft, asked = context.numbered(press.draft), question_at(late.question)
    if late.edited:
        edits.confirmed(context, draft, asked, late.part)
    elif reviews.may_change(draft):
        land(context, draft.number, asked, late.part)
    else:
        context.say(change_texts.changed_too_late(asked.question.title, draft.reference or ""))


def leave(context: Context, press: Press) -> None:
    """Leave the stored answer as it is, as a press says."""
    if _taken(context, press) is not None:
        context.say(texts.KEPT)


def _taken(context: Context, press: Press) -> Late | None:
    draft, index = context.numbered(press.draft), (press.index or 0) - 1
    late = draft.late[index] if 0 <= index < len(draft.late) else None
    if late is None or not late.text:
        context.toast, context.silent = texts.ALREADY, True
        return None
    # An empty text stays in its place, so that the numbers on other buttons still fit.
    settled = late.model_copy(update={"text": ""})
    context.keep(draft.model_copy(update={"late": (*draft.late[:index], settled, *draft.late[index + 1 :])}))
    return late
