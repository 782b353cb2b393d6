"""A draft of an older version of the form goes on with the one in use: its answers stay, only what is new is asked.

What was shown under the older version is answered under it, so that nobody's words become the answer to a question that
they have not seen; then the draft is brought up. What was handed in stays as it was.
"""

from conversations import answering, form, wording
from conversations.asked import asked_at, question_at
from conversations.conversation import Answer, Draft
from conversations.messages import BroughtUp, Chose, Input, Wrote
from conversations.place import Asking, AtDesk, AtOffice, Choosing, Forgetting, New, Summary, Timing
from conversations.talk import Talk
from conversations.template import in_use


def is_older(draft: Draft) -> bool:
    """Say whether the draft is to be brought up."""
    return draft.status == "draft" and draft.template_version < in_use().version


def brought_up(draft: Draft) -> Draft:
    """Give the draft as one of the form in use: every answer stays, labels that were renamed have their new names."""
    answers = {path: _renamed(path, answer) for path, answer in draft.answers.items()}
    return draft.model_copy(update={"template_version": in_use().version, "answers": answers})


def _renamed(path: str, answer: Answer) -> Answer:
    asked = asked_at(path)
    if asked is None or answer.value is None:
        return answer
    value = asked.kind.brought_up(answer.value)
    return answer if value == answer.value else answer.model_copy(update={"value": value})


def met_first(talk: Talk, given: Input) -> bool:
    """Bring the draft up before a press, and before words that answer no question; say whether nothing more is done.

    Buttons and numbers count in the list that was shown with them, so they have become old.
    """
    asked = talk.asked
    if not _waits(talk) or not isinstance(given, Chose | Wrote):
        return False
    numbered = isinstance(given, Wrote) and asked is not None and asked.kind.choices and _only_numbers(given.text)
    if isinstance(given, Wrote) and asked is not None and not numbered:
        return False
    if isinstance(talk.place, Asking):
        talk.stay(talk.place.model_copy(update={"offers": ()}))
    catch_up(talk)
    if numbered:
        talk.say(wording.OLD_NUMBER)
    return bool(numbered)


def _only_numbers(text: str) -> bool:
    return any(char.isdecimal() for char in text) and not any(char.isalpha() for char in text)


def _waits(talk: Talk) -> bool:
    """Say whether a draft of an older version lies open."""
    elsewhere = isinstance(talk.place, New | Choosing | Timing | AtDesk | AtOffice | Forgetting)
    return not elsewhere and is_older(talk.draft)


def catch_up(talk: Talk) -> None:
    """Bring up the draft that lies open, if it is older, and say what that changes."""
    if not _waits(talk):
        return
    if talk.asked is not None and not talk.asked.question.is_in(in_use().version):
        answering.settle_parts(talk)  # the words of an answer that is still arriving are kept with its question
    before, after = talk.draft, brought_up(talk.draft)
    talk.keep(after)
    talk.happened(BroughtUp(draft=after.number, before=before.template_version, version=after.template_version))
    _tell(talk, before, after)
    talk.go(talk.place)


def _tell(talk: Talk, before: Draft, after: Draft) -> None:
    was, now = form.applicable(before.values), form.applicable(after.values)
    new = [form.label(asked, after.values) for asked in now if asked not in was]
    gone = [form.label(asked, before.values) for asked in was if asked not in now]
    known, problems = form.problems(before.values, talk.today), form.problems(after.values, talk.today)
    to_fix = [
        wording.now_to_fix(form.label(question_at(path), after.values), problem)
        for path, problem in problems.items()
        if path not in known
    ]
    if new or gone or to_fix:
        talk.say(wording.form_changed(new, gone), *to_fix)


def lead_on(talk: Talk) -> None:
    """Ask what is new where everything else had been answered."""
    change = next((event for event in talk.events if isinstance(event, BroughtUp)), None)
    if change is None or not isinstance(talk.place, Summary):
        return
    applying = form.applicable(talk.values)
    fresh = [one for one in applying if one.question.since > change.before and form.is_open(one, talk.values)]
    if fresh:
        talk.said = [sentence for sentence in talk.said if sentence != wording.ALL_ANSWERED]
        talk.ask(fresh[0])
