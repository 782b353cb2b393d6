"""Understand short replies to what the bot has just asked: yes, no, OK, thanks, "no no, rather ...".

"Yes" under "Do you mean lone@example.org?" stands for the button below, and is no answer.
"""

import re

from conversations.dialogue.context import Context
from conversations.dialogue.state import Asking, Offer
from conversations.fields import Understood
from conversations.fields.choices import says_no_more
from conversations.fields.plain import fold
from conversations.fields.time_texts import STILL_ACTIVE
from conversations.fields.typed import EVERYWHERE, typed
from conversations.fields.yes_no import is_polite, says_merely, says_no, says_nothing
from conversations.filling import texts
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.languages import in_language
from conversations.remarks.listening import Remark, remark
from conversations.remarks.rows import Row

_THANKS = frozenset({"thanks", "thank", "danke", "tak", "takk", "tack", "merci", "gracias", "grazie", "dank"})
"""Words of thanks, which alone are no answer either."""

_CHANGES = frozenset({"wait", "actually", "rather", "instead", "better", "mean", "meant", "change"})
"""Words after which, as after "no", a new answer replaces the one before."""

_SORRY = frozenset({"sorry", "oops", "pardon", "correction", "undskyld", "entschuldigung", "perdon", "scusa", "sorri"})
"""Words that only begin a correction of an answer to another question."""

_LEADS = _CHANGES | _SORRY | {"oh", "ok", "well", "but", "i", "please", "make", "take", "it", "that", "to"}
"""Words that may come with them before the new answer."""

_OF_REPLACE = {"replace": texts.REPLACE, "keep": texts.KEEP_EARLIER, "leave": texts.KEEP_EARLIER}
"""The first words of a short text that names a button under "Replace your answer ...?": "keep it", "replace it"."""

_PIECE = re.compile(r"[^\s,;:.!–—-]+[\s,;:.!–—-]*")

_MOST = 4
"""The most words in mere thanks."""

_MERE = Row("mere", answer=texts.MORE_THAN_THAT, about="remark")
"""The reply to a mere yes at a question for a text."""

_NEEDED = Row("needed", answer="{needed}", about="remark")
"""The reply to a mere yes that would leave a required question without an answer."""


def meant(context: Context, text: str) -> str | None:
    """Return the label of the button that a mere yes or no stands for; None if it is an answer, or in doubt.

    The label is in the language that is spoken.
    At a question with a file, words such as "no" and "that's all" are Done; "fertig" is Done everywhere.
    """
    label = _meant(context, text)
    return None if label is None else in_language(label)


def _meant(context: Context, text: str) -> str | None:
    state = context.state
    if label := _button_named(text, state.offers if isinstance(state, Asking) else ()):
        return label
    if isinstance(state, Asking) and context.draft.files(state.question) and _adds_nothing(text):
        return texts.DONE  # the file is an answer already, and words would be added to it
    means = says_merely(text) if isinstance(state, Asking) and state.offers else None
    if means is None or not isinstance(state, Asking):
        return None
    asked = question_at(state.question)
    if not asked.kind.keeps_text and isinstance(
        asked.kind.read(text, context.reading_context(context.draft)), Understood
    ):
        return None
    return _yes(context, asked, state.offers) if means else _no(state.offers)


def _button_named(text: str, offers: tuple[Offer, ...]) -> str | None:
    """Return the label of the button that a text names, in any language; Skip means Later where Later is offered."""
    if says_skip(text) and any(offer.does == "later" for offer in offers):
        return texts.LATER
    words = fold(text).split()
    replaces = bool(offers) and offers[0].does == "replace" and 0 < len(words) < _MOST
    if fold(text) in typed("skip", EVERYWHERE):
        return form_texts.SKIP
    if fold(text) in typed("done", EVERYWHERE):
        return texts.DONE
    return _OF_REPLACE.get(words[0]) if replaces else None


def remark_at(asked: Asked, text: str, offers: tuple[Offer, ...] = ()) -> Remark | None:
    """Return what a text says to the bot. At a question for a text, a mere yes, OK or thanks is small talk."""
    button = asked.kind.keeps_text and _is_button(text)
    mere = button or (asked.kind.keeps_text and is_mere(text))
    if mere and offers and offers[0].does == "keep":
        return Remark("small talk", text, _NEEDED)
    if button and says_skip(text):
        return Remark("small talk", text, _NEEDED)
    if button or (mere and _is_label(text, "Yes")):  # "tak" is Yes in Polish, and thanks in Danish
        return Remark("small talk", text, _MERE)
    return remark(asked, text) or (Remark("small talk", text, _MERE) if mere else None)


def _is_button(text: str) -> bool:
    """Return whether a text is Skip, or Done or Still active in the language that is spoken: no answer in words."""
    return _is_label(text, texts.DONE, STILL_ACTIVE) or says_skip(text)


def says_skip(text: str) -> bool:
    """Return whether a text is Skip in the language that is spoken, or in another one."""
    return _is_label(text, form_texts.SKIP) or fold(text) in typed("skip", EVERYWHERE)


def says_later(text: str) -> bool:
    """Return whether a text is Later in the language that is spoken."""
    return _is_label(text, texts.LATER)


def _is_label(text: str, *labels: str) -> bool:
    return fold(text) in [fold(in_language(label)) for label in labels]


def is_mere(text: str) -> bool:
    """Return whether a text is a yes, an OK or thanks, and nothing else."""
    words = fold(text).split()
    thanks = 0 < len(words) <= _MOST and words[0] in _THANKS and is_polite(words)
    return thanks or bool(says_merely(text))


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


def _adds_nothing(text: str) -> bool:
    return says_merely(text) is False or (says_no_more(text) and not says_nothing(text))


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
