"""Understand short replies to what the bot has just asked: yes, no, OK, thanks, "no no, rather ...".

"Yes" under "Do you mean lone@example.org?" stands for the button below, and is no answer.
"""

import re

from conversations.dialogue.context import Context
from conversations.dialogue.state import Asking, Offer
from conversations.fields import Understood
from conversations.fields.choices import says_no_more
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreed, says_no, says_nothing
from conversations.filling import texts
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.remarks.listening import Remark, remark
from conversations.remarks.rows import Row

_POLITE = frozenset(
    {
        *("please", "pls", "plz", "thanks", "thank", "you", "sir", "right", "correct", "thats", "that", "it", "is"),
        *("bitte", "danke", "gerne", "tak", "takk", "tack", "merci", "gracias", "por", "favor", "grazie", "dank", "je"),
    }
)
"""Words that may follow a mere yes or no."""

_THANKS = frozenset({"thanks", "thank", "danke", "tak", "takk", "tack", "merci", "gracias", "grazie", "dank"})
"""Words of thanks, which alone are no answer either."""

_CHANGES = frozenset({"wait", "actually", "rather", "instead", "better", "mean", "meant", "change"})
"""Words after which, as after "no", a new answer replaces the one before."""

_SORRY = frozenset({"sorry", "oops", "pardon", "correction", "undskyld", "entschuldigung", "perdon", "scusa", "sorri"})
"""Words that only begin a correction of an answer to another question."""

_LEADS = _CHANGES | _SORRY | {"oh", "ok", "well", "but", "i", "please", "make", "take", "it", "that", "to"}
"""Words that may come with them before the new answer."""

_PIECE = re.compile(r"[^\s,;:.!–—-]+[\s,;:.!–—-]*")

_MOST = 4
"""The most words in a mere yes, no or thanks."""

_MERE = Row("mere", answer=texts.MORE_THAN_THAT, about="remark")
"""The reply to a mere yes at a question for a text."""

_NEEDED = Row("needed", answer="{needed}", about="remark")
"""The reply to a mere yes that would leave a required question without an answer."""


def meant(context: Context, text: str) -> str | None:
    """Return the label of the button that a mere yes or no stands for; None if it is an answer, or in doubt.

    At a question with a file, words such as "no" and "that's all" are Done.
    """
    state = context.state
    if isinstance(state, Asking) and context.draft.files(state.question) and _adds_nothing(text):
        return texts.DONE  # the file is an answer already, and words would be added to it
    means = _says(text) if isinstance(state, Asking) and state.offers else None
    if means is None or not isinstance(state, Asking):
        return None
    asked = question_at(state.question)
    if not asked.kind.keeps_text and isinstance(
        asked.kind.read(text, context.reading_context(context.draft)), Understood
    ):
        return None
    return _yes(context, asked, state.offers) if means else _no(state.offers)


def remark_at(asked: Asked, text: str, offers: tuple[Offer, ...] = ()) -> Remark | None:
    """Return what a text says to the bot. At a question for a text, a mere yes, OK or thanks is small talk."""
    mere = asked.kind.keeps_text and is_mere(text)
    if mere and offers and offers[0].does == "keep":
        return Remark("small talk", text, _NEEDED)
    return remark(asked, text) or (Remark("small talk", text, _MERE) if mere else None)


def is_mere(text: str) -> bool:
    """Return whether a text is a yes, an OK or thanks, and nothing else."""
    words = fold(text).split()
    thanks = bool(words) and words[0] in _THANKS and len(words) <= _MOST and _POLITE.issuperset(words)
    return thanks or bool(_says(text))


def said_instead(text: str, *, sorry: bool = False) -> str:
    """Return the words after a beginning such as "no no" or "wait, rather"; an empty text without such a beginning.

    ``sorry``: such a word alone is a beginning, too.
    """
    changes, end = False, 0
    for piece in _PIECE.finditer(text.strip()):
        word = fold(piece[0])
        if not says_no(word) and word not in _LEADS:
            break
        changes = changes or says_no(word) or word in _CHANGES or (sorry and word in _SORRY)
        end = piece.end()
    return text.strip()[end:] if changes else ""


def _says(text: str) -> bool | None:
    """Return True for a mere yes, such as "yes please" but not "yes, the imams", False for a mere no, else None."""
    first, *others = fold(text).split() or [""]
    mere = not re.search(r"\d", text) and len(others) < _MOST and _POLITE.issuperset(others)
    return agreed(first) if mere else None


def _adds_nothing(text: str) -> bool:
    return _says(text) is False or (says_no_more(text) and not says_nothing(text))


def _yes(context: Context, asked: Asked, offers: tuple[Offer, ...]) -> str | None:
    first = offers[0]
    if first.does in {"check", "replace"}:
        return first.label
    if sum(one.does in {first.does, "elsewhere"} for one in offers) > 1:
        return None
    if first.does == "suggest":
        return first.label
    return _skip_label(context, asked) if first.does == "keep" and not asked.question.required else None


def _skip_label(context: Context, asked: Asked) -> str:
    stands = context.values.get(asked.path) is not None and asked.question.skip == form_texts.SKIP
    return form_texts.REMOVE if stands else asked.question.skip


def _no(offers: tuple[Offer, ...]) -> str | None:
    declines = {"replace": texts.KEEP_EARLIER, "check": form_texts.ONE_AT_A_TIME}
    return declines.get(offers[0].does)
