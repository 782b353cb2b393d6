"""Decide what a text means. Only this module decides; the engine carries it out.

``of`` asks in this order, and the first that fits counts:

1. a reply to a message about something else
2. a choice from the list that was answered last
3. the rest of a text that waits for a press
4. a short text while another one waits for ``Replace`` or ``Keep the earlier text``
5. a word that skips the question
6. contact details outside their section, a text under the title of another question, or a correction of its answer
7. a text that was sent before
8. a remark to the bot: ``conversations/remarks`` has the rules, ``_doubted`` decides
9. a part of a long answer
10. an answer
"""

from dataclasses import dataclass
from typing import Any

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.inputs import Attached, Press, Wrote
from conversations.dialogue.parts import UNFINISHED, was_cut
from conversations.dialogue.state import (
    Asking,
    AtDesk,
    AtOffice,
    Collecting,
    Forgetting,
    New,
    Offer,
    Opened,
    Overview,
    Part,
    Repeating,
    Replying,
    Summary,
)
from conversations.fields import NotUnderstood, Offered, Reading, Several, Understood, YesNo
from conversations.fields.choices import without_also
from conversations.fields.yes_no import is_among, may_say_nothing
from conversations.filling import answering, corrections, headings, nodding, pasted_details, storing
from conversations.filling.sent_before import Repeated, last_answered, sent_before
from conversations.form import completion
from conversations.form.asked import Asked, asked_at, question_at
from conversations.remarks.listening import Remark

NAVIGATION = ("back", "overview")
"""Buttons that, with a question's path, stand under that question only: a reply to them replies to the question."""


@dataclass(frozen=True)
class Answer:
    """An answer to the open question."""


@dataclass(frozen=True)
class Skip:
    """A word that skips the open question."""


@dataclass(frozen=True)
class Unfinished:
    """A text so long that its rest may come in another message."""


@dataclass(frozen=True)
class Rest:
    """The rest of a text that the client cut and that waits for a press. ``parts`` are all its messages."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Undecided:
    """A short text while another one waits for Replace or Keep the earlier text."""


@dataclass(frozen=True)
class Correction:
    """A text that answers other questions: "no, the mail is lone@example.org". ``said`` shows what was read."""

    offers: tuple[Offer, ...]
    said: str = ""


@dataclass(frozen=True)
class Doubted:
    """A text that reads like a remark to the bot: a question, a greeting, a wish. ``about``: what it replies to."""

    remark: Remark
    about: "Elsewhere | None" = None


@dataclass(frozen=True)
class LateChoice:
    """A text that is exactly some choices of a list that is not open.

    ``fits``: the open question has these choices, too. ``reply``: the text replies to the list, so that it answers
    nothing else. ``instead``: the choices replace all that the list has.
    """

    asked: Asked
    kind: Several
    labels: tuple[str, ...]
    fits: bool = False
    reply: bool = False
    instead: bool = False


@dataclass(frozen=True)
class Elsewhere:
    """A reply to another question, or to the person's own ``message`` that answered it."""

    draft: Draft
    asked: Asked
    message: int | None = None


@dataclass(frozen=True)
class ToComment:
    """A reply to the notification about a coordinator's comment."""

    draft: Draft
    comment: int


@dataclass(frozen=True)
class ToEnquiry:
    """A reply to a coordinator's answer to the author's question."""

    draft: Draft
    enquiry: int


@dataclass(frozen=True)
class ReplyToNothing:
    """A reply to a message that asked nothing, or that is no longer stored."""


@dataclass(frozen=True)
class Nothing:
    """Words where no question is open, or for a page that reads them itself."""


Meaning = (
    Answer
    | Skip
    | Unfinished
    | Rest
    | Undecided
    | Repeated
    | Correction
    | Doubted
    | LateChoice
    | Elsewhere
    | ToComment
    | ToEnquiry
    | ReplyToNothing
    | Nothing
)


def of(context: Context, given: Wrote, part: Part) -> Meaning:
    """Return what a text means that is not the label of a button."""
    state = context.state
    enquiry = _enquiry(context.conversation, given)
    if enquiry or isinstance(state, New | Replying | AtDesk | AtOffice | Forgetting):
        return enquiry or Nothing()
    reply = None if given.answered is None else _reply(context, given)
    if isinstance(reply, Elsewhere | ToComment):
        return _choice(context, reply, part) or _doubted_reply(context, reply, part) or reply
    late = _late(context, part) if isinstance(state, Asking | Repeating | Summary | Overview | Opened) else None
    if late or not isinstance(state, Asking):
        return late or Nothing()
    return reply or _at(context, state, part)


def _at(context: Context, state: Asking, part: Part) -> Meaning:
    asked = question_at(state.question)
    waiting = next((offer.parts for offer in state.offers if offer.parts), ())
    if waiting and was_cut(waiting[-1]):
        return Rest((*waiting, part))
    answer = Unfinished() if len(part.words) >= UNFINISHED else Answer()
    replaces = bool(state.offers) and state.offers[0].does == "replace"
    if replaces and isinstance(answer, Answer) and storing.loses_much(context.draft, asked, (part,)):
        return Undecided()
    passes = nodding.says_skip(part.words) or nodding.says_later(part.words)
    if answering.skips(asked, part.words) or (passes and not asked.kind.keeps_text):
        return Skip()
    said, details = pasted_details.found(context, part, asked)
    if details:
        return Correction(details, said)
    corrected = headings.found(context, part) or corrections.found(context, part, asked)
    if corrected:
        return Correction(corrected)
    return sent_before(context, asked, part) or _doubted(context, asked, part) or answer


def _doubted(context: Context, asked: Asked, part: Part) -> Doubted | None:
    """Return the remark to the bot that a text at the question ``asked`` may be; None if it is none.

    At a question for a text, every text that reads like a remark is doubted. At other questions the text is doubted
    only if it fits no answer, and is clear, says that the person cannot answer, or stands at a question for yes or no.
    Else the refusal says enough.
    """
    reading_context = context.reading_context(context.draft)
    reading = storing.read(asked, (part,), reading_context)
    if isinstance(reading, Understood) and not asked.kind.keeps_text:
        return None
    found = nodding.remark_at(asked, part.words, context.state.offers if isinstance(context.state, Asking) else ())
    if found is None or (may_say_nothing(part.words) and not found.leaves_open):
        return None  # the field itself asks what a word such as "none" means
    if asked.kind.keeps_text and not isinstance(reading, NotUnderstood):
        return None if _answers_more(reading) else Doubted(found)  # contact details are no remark
    unfit = isinstance(reading, NotUnderstood) or isinstance(
        asked.kind.read(part.words, reading_context), NotUnderstood
    )
    leaves = found.leaves_open and bool(
        asked.kind.choices or is_among(part.words, (asked.question.skip, str(asked.question.skip)))
    )
    told = found.is_clear or leaves or isinstance(asked.kind, YesNo)
    return Doubted(found) if unfit and told else None


def _answers_more(reading: Reading[Any]) -> bool:
    if isinstance(reading, Understood):
        return bool(reading.others)
    return isinstance(reading, Offered) and any(option.others for option in reading.options)


def _doubted_reply(context: Context, reply: Elsewhere | ToComment, part: Part) -> Doubted | None:
    if isinstance(reply, ToComment) or reply.draft.status != "draft" or not reply.asked.kind.keeps_text:
        return None
    found = _doubted(context, reply.asked, part)
    clear = found is not None and (found.remark.is_clear or nodding.is_mere(part.words))
    return Doubted(found.remark, reply) if found and clear else None


def _enquiry(conversation: Conversation, given: Wrote) -> ToEnquiry | None:
    """Find the author's question whose answer by a coordinator is replied to: the button there carries its number."""
    presses = [press for press in given.reply_to if press.action == "look" and press.index is not None]
    found = next(
        ((draft, press.index) for press in presses for draft in conversation.drafts if draft.number == press.draft),
        None,
    )
    return ToEnquiry(found[0], found[1] or 0) if found else None


def _reply(context: Context, given: Wrote) -> Elsewhere | ToComment | ReplyToNothing | None:
    """Return what a reply is about; None if it is about the open question."""
    found = replied_to(context.conversation, given)
    if found is not None:
        return _about(context, *found, given.answered if given.answered in found[0].filed else None)
    notification = _only(context.conversation, [press for press in given.reply_to if press.action == "fix"])
    return ReplyToNothing() if notification is None else _about_comment(*notification)


def replied_to(conversation: Conversation, given: Wrote | Attached) -> tuple[Draft, str] | None:
    """Find the question that a message replies to, or whose answer it replies to; return its draft and its path."""
    own = next((draft for draft in conversation.drafts if given.answered in draft.filed), None)
    if own is not None and given.answered is not None:
        return own, own.filed[given.answered]
    return _only(conversation, [press for press in given.reply_to if press.action in NAVIGATION])


def _only(conversation: Conversation, presses: list[Press]) -> tuple[Draft, str] | None:
    """Find the draft and the path if all presses are about the same."""
    about = {(press.draft, press.about) for press in presses}
    number, path = about.pop() if len(about) == 1 else (0, "")
    return next(((draft, path) for draft in conversation.drafts if draft.number == number), None)


def _about(context: Context, draft: Draft, path: str, message: int | None) -> Elsewhere | ReplyToNothing | None:
    state, asked = context.state, asked_at(path)
    here = isinstance(state, Asking | Collecting) and (draft.number, path) == (
        context.conversation.hand,
        state.question,
    )
    if asked is None or asked not in completion.applicable_in(asked.section, draft.values, path if here else ""):
        return ReplyToNothing()
    answer = draft.answers.get(path)
    gave = answer is not None and any(part.message == message for part in answer.parts)
    if here and not (gave and isinstance(state, Asking)):
        return None
    return Elsewhere(draft, asked, message if gave else None)


def _choice(context: Context, reply: Elsewhere | ToComment, part: Part) -> LateChoice | None:
    """Find the choices that a reply to a list names: they are added to it."""
    if isinstance(reply, ToComment) or reply.message is not None or not isinstance(reply.asked.kind, Several):
        return None
    draft, kind = reply.draft, reply.asked.kind
    labels = kind.only_named(_bare(part).text, context.reading_context(draft), numbers=True)
    in_hand = draft.number == context.conversation.hand and draft.status == "draft"
    return LateChoice(reply.asked, kind, labels, reply=True) if labels and in_hand else None


def _about_comment(draft: Draft, path: str) -> ToComment | ReplyToNothing:
    comments = [comment for comment in reviews.asked(draft) if comment.stands == path]
    return ToComment(draft, comments[0].number) if len(comments) == 1 else ReplyToNothing()


def _late(context: Context, part: Part) -> LateChoice | None:
    """Find the choices of the list that was answered last, if the text is exactly these choices."""
    draft, here = context.draft, context.asked
    last = last_answered(draft)
    asked = asked_at(last) if draft.status == "draft" else None
    if asked is None or asked == here or not isinstance(asked.kind, Several):
        return None
    instead = nodding.said_instead(part.words) if asked.kind.exactly is not None else ""
    reading_context, bare = (
        context.reading_context(draft),
        Part(message=part.message, text=instead) if instead else _bare(part),
    )
    labels = asked.kind.only_named(bare.text, reading_context, numbers=here is None or here.kind.keeps_text)
    fits = here is not None and isinstance(storing.read(here, (bare,), reading_context), Understood)
    as_written = part.words.strip().casefold()
    if here is None or not labels or not fits or not here.kind.choices:
        replaces = bool(instead) and asked.kind.problem(labels) is None
        return LateChoice(asked, asked.kind, labels, instead=replaces) if labels else None
    own, others = (
        {name.casefold() for label in kind.choices for name in (label, kind.label(label))}
        for kind in (here.kind, asked.kind)
    )
    chosen = {*labels} <= {*storing.texts(draft.values.get(asked.path))}
    return None if chosen or as_written in own - others else LateChoice(asked, asked.kind, labels, fits=True)


def _bare(part: Part) -> Part:
    return Part(message=part.message, text=without_also(part.words.strip()))
