"""Yes or no to what the bot has just asked: "yes" under "Do you mean lone@example.org?" is its button, no answer."""

import re

from conversations.dialogue.context import Context
from conversations.dialogue.state import Asking, Offer
from conversations.fields import Understood
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreed, says_no
from conversations.filling import texts
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.remarks.listening import Remark, remark
from conversations.remarks.table import Row

_POLITE = frozenset(
    {
        *("please", "pls", "plz", "thanks", "thank", "you", "sir", "right", "correct", "thats", "that", "it", "is"),
        *("bitte", "danke", "gerne", "tak", "takk", "tack", "merci", "gracias", "por", "favor", "grazie", "dank", "je"),
    }
)
"""Words that may stand behind a yes or no that says nothing else."""

_THANKS = frozenset({"thanks", "thank", "danke", "tak", "takk", "tack", "merci", "gracias", "grazie", "dank"})
"""Of these, the words that are as little of an answer by themselves."""

_CHANGES = frozenset({"wait", "actually", "rather", "instead", "better", "mean", "meant", "change"})
"""Words that say, as "no" does, that what follows stands in the place of what was said before."""

_LEADS = _CHANGES | {"sorry", "oh", "oops", "ok", "well", "but", "i", "please", "make", "take", "it", "that", "to"}
"""Words that may stand beside them, before what follows."""

_PIECE = re.compile(r"[^\s,;:.!–—-]+[\s,;:.!–—-]*")

_MOST = 4

_MERE = Row(phrases="", answer=texts.MORE_THAN_THAT, about="remark")

_NONE = Row(phrases="", answer="{needed}", about="remark")
"""What is answered to a mere yes, and to one by which a question has no answer that needs one."""


def meant(context: Context, text: str) -> str | None:
    """Give the label of the button that a mere yes or no stands for; nothing where it is an answer, or in doubt."""
    state = context.state
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
    """Say what a text says to the bot; a mere yes, ok or thanks answers no question for a text."""
    mere = asked.kind.keeps_text and is_mere(text)
    if mere and offers and offers[0].does == "keep":
        return Remark("small talk", text, _NONE)
    return remark(asked, text) or (Remark("small talk", text, _MERE) if mere else None)


def is_mere(text: str) -> bool:
    """Say whether a text is a yes, an ok or thanks with nothing behind it."""
    words = fold(text).split()
    thanks = bool(words) and words[0] in _THANKS and len(words) <= _MOST and _POLITE.issuperset(words)
    return thanks or bool(_says(text))


def said_instead(text: str) -> str:
    """Give the words behind such as "no no" and "wait, rather"; nothing where a text begins with none of them."""
    changes, end = False, 0
    for piece in _PIECE.finditer(text.strip()):
        word = fold(piece[0])
        if not says_no(word) and word not in _LEADS:
            break
        changes, end = changes or says_no(word) or word in _CHANGES, piece.end()
    return text.strip()[end:] if changes else ""


def _says(text: str) -> bool | None:
    """Say whether a text is a yes or a no with nothing behind it: "yes please", but not "yes, the imams"."""
    first, *others = fold(text).split() or [""]
    mere = not re.search(r"\d", text) and len(others) < _MOST and _POLITE.issuperset(others)
    return agreed(first) if mere else None


def _yes(context: Context, asked: Asked, offers: tuple[Offer, ...]) -> str | None:
    """Take what was to be checked, or meant and offered alone; "no answer" is the button that skips."""
    first = offers[0]
    if first.does in {"check", "replace"}:
        return first.label
    if len(offers) > 1:
        return None
    if first.does == "suggest":
        return first.label
    return _none(context, asked) if first.does == "keep" and not asked.question.required else None


def _none(context: Context, asked: Asked) -> str:
    """Give the button by which an optional question has no answer."""
    stands = context.values.get(asked.path) is not None and asked.question.skip == form_texts.SKIP
    return form_texts.REMOVE if stands else asked.question.skip


def _no(offers: tuple[Offer, ...]) -> str | None:
    """Keep what was to be replaced; of details to be checked, look at each."""
    declines = {"replace": texts.KEEP_EARLIER, "check": form_texts.ONE_AT_A_TIME}
    return declines.get(offers[0].does)
