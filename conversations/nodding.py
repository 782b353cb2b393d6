"""Yes or no to what the bot has just asked: "yes" under "Do you mean lone@example.org?" is its button, no answer."""

import re

from conversations import refusals, wording
from conversations.asked import Asked, question_at
from conversations.fields import Understood
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreed
from conversations.place import Asking, Offer
from conversations.talk import Talk

_POLITE = frozenset(
    {
        *("please", "pls", "plz", "thanks", "thank", "you", "sir", "right", "correct", "thats", "that", "it", "is"),
        *("bitte", "danke", "gerne", "tak", "takk", "tack", "merci", "gracias", "por", "favor", "grazie", "dank", "je"),
    }
)
"""Words that may stand behind a yes or no that says nothing else."""

_MOST = 4
_KEEPS = refusals.keep("").partition("“")[0]


def meant(talk: Talk, text: str) -> str | None:
    """Give the label of the button that a mere yes or no stands for; nothing where it is an answer, or in doubt."""
    place = talk.place
    means = _says(text) if isinstance(place, Asking) and place.offers else None
    if means is None or not isinstance(place, Asking):
        return None
    asked = question_at(place.question)
    if not asked.kind.keeps_text and isinstance(asked.kind.read(text, talk.context(talk.draft)), Understood):
        return None
    return _yes(talk, asked, place.offers) if means else _no(place.offers)


def _says(text: str) -> bool | None:
    """Say whether a text is a yes or a no with nothing behind it: "yes please", but not "yes, the imams"."""
    first, *others = fold(text).split() or [""]
    mere = not re.search(r"\d", text) and len(others) < _MOST and _POLITE.issuperset(others)
    return agreed(first) if mere else None


def _yes(talk: Talk, asked: Asked, offers: tuple[Offer, ...]) -> str | None:
    """Take what was offered first where it was to be checked, or alone; "no answer" is the button that skips."""
    first = offers[0]
    if first.label in {wording.USE_DETAILS, wording.REPLACE}:
        return first.label
    if len(offers) > 1 or first.does != "answer" or first.label == wording.USE:
        return None
    if not first.label.startswith(_KEEPS):
        return first.label
    if asked.question.required:
        return None
    stands = talk.values.get(asked.path) is not None and asked.question.skip == wording.SKIP
    return wording.REMOVE if stands else asked.question.skip


def _no(offers: tuple[Offer, ...]) -> str | None:
    return wording.KEEP_EARLIER if offers[0].label == wording.REPLACE else None
