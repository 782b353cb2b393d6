"""Late messages: each belongs to the question that was open when it was sent, not to the one that is open now."""

from typing import assert_never

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Late
from conversations.dialogue.inputs import Attached, Commanded, Input, Revised, SentAt, Shared, Wrote
from conversations.dialogue.model import stands
from conversations.dialogue.state import Asking, Collecting, Part
from conversations.engine import commanding, pressing, texts
from conversations.filling import attachments, edits, landing, sharing, storing
from conversations.filling.answering import skips
from conversations.filling.nodding import remark_at
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.papers.arriving import concerns

LateInput = Wrote | Revised | Attached | Commanded | Shared
"""The inputs that can be late."""


def heard(context: Context, given: Input) -> bool:
    """Handle a late message at its own question; false if it can be handled as if it came now."""
    if not isinstance(given, LateInput) or given.sent_at is None:
        return False
    if isinstance(given, Attached) and concerns(context.conversation, given):
        return False  # a Word form changes nothing by itself
    sent = given.sent_at
    if not isinstance(given, Revised) and (sent.keyboard_version, sent.draft) == _now(context):
        return False
    return _heard(context, given, sent)


def _heard(context: Context, given: LateInput, sent: SentAt) -> bool:
    match given:
        case Wrote():
            return _wrote(context, given, sent)
        case Revised():
            return _revised(context, given, sent)
        case Attached():
            return _attached(context, given, attachments.sent_for(context.conversation, given))
        case Commanded() if commanding.known(context, given) is None:  # a text that only begins like a command
            return _wrote(context, Wrote(text=given.text, message=given.message, links=given.links), sent)
        case Commanded(name=name):
            context.say(texts.late_command(name))
        case Shared():
            sharing.say_where(context, given)
        case _:
            assert_never(given)
    return True


def _now(context: Context) -> tuple[int, int | None]:
    now = attachments.where(context.conversation)
    return now.keyboard_version, now.draft


def _home(context: Context, sent: SentAt) -> tuple[Draft, Asked] | None:
    """Find the draft and the question of a late message, if the person may still change that answer."""
    draft = _numbered(context, sent.draft)
    asked = asked_at(sent.question or "")
    if draft is None or asked is None or not stands(context.conversation.consent) or not reviews.may_change(draft):
        return None
    return (draft, asked) if asked in completion.applicable_in(asked.section, draft.values, asked.path) else None


def _numbered(context: Context, number: int | None) -> Draft | None:
    return next((draft for draft in context.conversation.drafts if draft.number == number), None)


def _is_open_here(context: Context, draft: Draft, asked: Asked) -> bool:
    return draft.number == context.conversation.hand and context.asked == asked


def _wrote(context: Context, given: Wrote, sent: SentAt) -> bool:
    home = _home(context, sent)
    if home is None or _is_no_answer(context, *home, given.text):
        context.say(texts.late_words(given.text))
        return True
    draft, asked = home
    part = Part(message=given.message, text=given.text, links=given.links)
    if _is_answered(draft, asked) or _is_arriving(context, draft, asked):
        late = Late(question=asked.path, **part.model_dump())
        storing.ask(context, draft, late, texts.late_question(asked.question.title))
    elif _is_open_here(context, draft, asked):
        return False
    else:
        landing.land(context, draft.number, asked, part)
    return True


def _is_no_answer(context: Context, draft: Draft, asked: Asked, text: str) -> bool:
    """Say whether the words pressed a button at their question, skipped it, or were a remark to the bot.

    Such words have no effect later.
    """
    there = context.conversation.model_copy(update={"hand": draft.number, "state": Asking(question=asked.path)})
    told = asked.kind.keeps_text and remark_at(asked, text) is not None
    return (
        told or skips(asked, text) or pressing.named(Context(there, context.now, context.repository), text) is not None
    )


def _is_answered(draft: Draft, asked: Asked) -> bool:
    answer = draft.answers.get(asked.path)
    return answer is not None and (answer.value is not None or not draft.files(asked.path))


def _is_arriving(context: Context, draft: Draft, asked: Asked) -> bool:
    here = context.state if draft.number == context.conversation.hand and draft.left is None else draft.left
    return isinstance(here, Collecting) and here.question == asked.path


def _revised(context: Context, given: Revised, sent: SentAt) -> bool:
    """Take a late edit if the draft has not changed since; else ask, because the stored answer may be newer."""
    draft = next((draft for draft in context.conversation.drafts if given.message in draft.filed), None)
    if draft is None or (draft.number, draft.updated_at) == (sent.draft, sent.touched):
        return False
    part = Part(message=given.message, text=given.text, links=given.links)
    asked = asked_at(draft.filed[given.message])
    if asked is None or not stands(context.conversation.consent) or not edits.would_change(context, draft, asked, part):
        return False
    late = Late(question=asked.path, edited=True, **part.model_dump())
    storing.ask(context, draft, late, texts.late_question(asked.question.title))
    return True


def _attached(context: Context, given: Attached, sent: SentAt) -> bool:
    home, name = _home(context, sent), attachments.file_name(given)
    asked = asked_at(sent.question or "")
    if asked is None or not asked.question.files or given.what not in attachments.TAKEN:
        context.say(texts.file_refused(given.what, attachments.where_files_go()))
    elif home is None:
        context.say(texts.file_too_late(name))
    elif _is_open_here(context, *home):
        return False
    else:
        draft = home[0]
        attachments.arrived(context, draft, asked, given)
        if given.caption:
            landing.land(
                context, draft.number, asked, Part(message=given.message, text=given.caption, links=given.links)
            )
        else:
            edits.propose(context, context.numbered(draft.number), asked, draft)
        return True
    if given.caption:
        context.say(texts.late_words(given.caption))
    return True
