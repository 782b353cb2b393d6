"""Late messages: each belongs to the question that was open when it was sent, never to the one that is open now."""

from typing import assert_never

from conversations import attaching, commanding, form, landing, pressing, revising, sharing, waiting, wording
from conversations.answering import skips
from conversations.asked import Asked, asked_at
from conversations.consent.given import stands
from conversations.conversation import Draft, Late
from conversations.messages import Attached, Commanded, Input, Revised, SentAt, Shared, Wrote
from conversations.nodding import remark_at
from conversations.place import Asking, Collecting, Part
from conversations.review import rules
from conversations.talk import Talk

LateInput = Wrote | Revised | Attached | Commanded | Shared
"""The inputs that can be late."""


def heard(talk: Talk, given: Input) -> bool:
    """Take an earlier message where it belongs; false where it is to be taken as if it came now."""
    if not isinstance(given, LateInput) or given.sent_at is None:
        return False
    sent = given.sent_at
    if not isinstance(given, Revised) and (sent.revision, sent.draft) == _now(talk):
        return False
    return _heard(talk, given, sent)


def _heard(talk: Talk, given: LateInput, sent: SentAt) -> bool:
    match given:
        case Wrote():
            return _wrote(talk, given, sent)
        case Revised():
            return _revised(talk, given, sent)
        case Attached():
            return _attached(talk, given, attaching.sent_for(talk.conversation, given))
        case Commanded() if not commanding.knows(talk, given):  # a text that only begins like a command
            return _wrote(talk, Wrote(text=given.text, message=given.message, links=given.links), sent)
        case Commanded(name=name):
            talk.say(wording.late_command(name))
        case Shared():
            sharing.say_where(talk, given)
        case _:
            assert_never(given)
    return True


def _now(talk: Talk) -> tuple[int, int | None]:
    now = attaching.where(talk.conversation)
    return now.revision, now.draft


def _home(talk: Talk, sent: SentAt) -> tuple[Draft, Asked] | None:
    """Find the draft and the question that something was sent for, where the person may still change them."""
    draft = _numbered(talk, sent.draft)
    asked = asked_at(sent.question or "")
    if draft is None or asked is None or not stands(talk.conversation.consent) or not rules.may_change(draft):
        return None
    return (draft, asked) if asked in form.applicable_in(asked.section, draft.values, asked.path) else None


def _numbered(talk: Talk, number: int | None) -> Draft | None:
    return next((draft for draft in talk.conversation.drafts if draft.number == number), None)


def _is_open_here(talk: Talk, draft: Draft, asked: Asked) -> bool:
    return draft.number == talk.conversation.hand and talk.asked == asked


def _wrote(talk: Talk, given: Wrote, sent: SentAt) -> bool:
    home = _home(talk, sent)
    if home is None or _is_no_answer(talk, *home, given.text):
        talk.say(wording.late_words(given.text))
        return True
    draft, asked = home
    part = Part(message=given.message, text=given.text, links=given.links)
    if _is_answered(draft, asked) or _is_arriving(talk, draft, asked):
        late = Late(question=asked.path, **part.model_dump())
        waiting.ask(talk, draft, late, wording.late_question(asked.question.title))
    elif _is_open_here(talk, draft, asked):
        return False
    else:
        landing.land(talk, draft.number, asked, part)
    return True


def _is_no_answer(talk: Talk, draft: Draft, asked: Asked, text: str) -> bool:
    """Say whether the words were a button's at their question, passed it over, or said something to the bot.

    They move nobody now.
    """
    there = talk.conversation.model_copy(update={"hand": draft.number, "place": Asking(question=asked.path)})
    told = asked.kind.keeps_text and remark_at(asked, text) is not None
    return told or skips(asked, text) or pressing.named(Talk(there, talk.now, talk.desk), text) is not None


def _is_answered(draft: Draft, asked: Asked) -> bool:
    answer = draft.answers.get(asked.path)
    return answer is not None and (answer.value is not None or not draft.files(asked.path))


def _is_arriving(talk: Talk, draft: Draft, asked: Asked) -> bool:
    here = talk.place if draft.number == talk.conversation.hand and draft.left is None else draft.left
    return isinstance(here, Collecting) and here.question == asked.path


def _revised(talk: Talk, given: Revised, sent: SentAt) -> bool:
    """Take an earlier edit where the draft is as it was; else ask before it replaces what may be newer."""
    draft = next((draft for draft in talk.conversation.drafts if given.message in draft.filed), None)
    if draft is None or (draft.number, draft.updated_at) == (sent.draft, sent.touched):
        return False
    part = Part(message=given.message, text=given.text, links=given.links)
    asked = asked_at(draft.filed[given.message])
    if asked is None or not stands(talk.conversation.consent) or not revising.would_change(talk, draft, asked, part):
        return False
    late = Late(question=asked.path, edited=True, **part.model_dump())
    waiting.ask(talk, draft, late, wording.late_question(asked.question.title))
    return True


def _attached(talk: Talk, given: Attached, sent: SentAt) -> bool:
    home, name = _home(talk, sent), attaching.file_name(given)
    asked = asked_at(sent.question or "")
    if asked is None or not asked.question.files or given.what not in attaching.TAKEN:
        talk.say(wording.file_refused(given.what, attaching.where_files_go()))
    elif home is None:
        talk.say(wording.file_too_late(name))
    elif _is_open_here(talk, *home):
        return False
    else:
        draft = home[0]
        attaching.arrived(talk, draft, asked, given)
        if given.caption:
            landing.land(talk, draft.number, asked, Part(message=given.message, text=given.caption, links=given.links))
        else:
            revising.propose(talk, talk.numbered(draft.number), asked, draft)
        return True
    if given.caption:
        talk.say(wording.late_words(given.caption))
    return True
