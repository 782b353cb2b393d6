"""Bring a draft from an older version of the form up to the current one: answers stay, new questions are asked.

A question that was shown in the older version is still answered in that version, so that nobody's words become the
answer to a question that they have not seen. Then the draft is brought up. A submission stays as it was.

The stored text of an older *program* is something else: the storage upgrades it when it reads it.
"""

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.events import BroughtUp
from conversations.dialogue.inputs import Chose, Input, Wrote
from conversations.dialogue.state import Asking, AtDesk, AtOffice, Choosing, Forgetting, New, Summary, Timing
from conversations.filling import answering, texts
from conversations.form import completion
from conversations.form.asked import asked_at, question_at
from conversations.form.template import in_use


def is_older(draft: Draft) -> bool:
    """Return whether the draft is of an older version of the form."""
    return draft.status == "draft" and draft.template_version < in_use().version


def brought_up(draft: Draft) -> Draft:
    """Return the draft in the current version: every answer stays, and renamed choices get their new names."""
    answers = {path: _renamed(path, answer) for path, answer in draft.answers.items()}
    return draft.model_copy(update={"template_version": in_use().version, "answers": answers})


def _renamed(path: str, answer: Answer) -> Answer:
    asked = asked_at(path)
    if asked is None or answer.value is None:
        return answer
    value = asked.kind.brought_up(answer.value)
    return answer if value == answer.value else answer.model_copy(update={"value": value})


def met_first(context: Context, given: Input) -> bool:
    """Bring the draft up before a press, and before words that answer no question. Return whether that is all.

    It is all for a typed number: numbers count in the list that was shown, which may have changed.
    """
    asked = context.asked
    if not _is_due(context) or not isinstance(given, Chose | Wrote):
        return False
    numbered = isinstance(given, Wrote) and asked is not None and asked.kind.choices and _only_numbers(given.text)
    if isinstance(given, Wrote) and asked is not None and not numbered:
        return False
    if isinstance(context.state, Asking):
        context.stay(context.state.model_copy(update={"offers": ()}))
    catch_up(context)
    if numbered:
        context.say(texts.OLD_NUMBER)
    return bool(numbered)


def _only_numbers(text: str) -> bool:
    return any(char.isdecimal() for char in text) and not any(char.isalpha() for char in text)


def _is_due(context: Context) -> bool:
    elsewhere = isinstance(context.state, New | Choosing | Timing | AtDesk | AtOffice | Forgetting)
    return not elsewhere and is_older(context.draft)


def catch_up(context: Context) -> None:
    """Bring up the open draft if it is older, and say what has changed."""
    if not _is_due(context):
        return
    if context.asked is not None and not context.asked.question.is_in(in_use().version):
        answering.settle_parts(context)  # store the answer that is still arriving while its question exists
    before, after = context.draft, brought_up(context.draft)
    context.keep(after)
    context.happened(BroughtUp(draft=after.number, before=before.template_version, version=after.template_version))
    _tell(context, before, after)
    context.go(context.state)


def _tell(context: Context, before: Draft, after: Draft) -> None:
    was, now = completion.applicable(before.values), completion.applicable(after.values)
    new = [completion.label(asked, after.values) for asked in now if asked not in was]
    gone = [completion.label(asked, before.values) for asked in was if asked not in now]
    known, problems = (
        completion.problems(before.values, context.today),
        completion.problems(after.values, context.today),
    )
    to_fix = [
        texts.now_to_fix(completion.label(question_at(path), after.values), problem)
        for path, problem in problems.items()
        if path not in known
    ]
    if new or gone or to_fix:
        context.say(texts.form_changed(new, gone), *to_fix)


def lead_on(context: Context) -> None:
    """Ask the new questions if all others had been answered."""
    change = next((event for event in context.events if isinstance(event, BroughtUp)), None)
    if change is None or not isinstance(context.state, Summary):
        return
    applying = completion.applicable(context.values)
    fresh = [one for one in applying if one.question.since > change.before and completion.is_open(one, context.values)]
    if fresh:
        context.said = [sentence for sentence in context.said if sentence != texts.ALL_ANSWERED]
        context.ask(fresh[0])
