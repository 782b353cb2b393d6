"""Offer the words behind a Yes, a No or a year at the question that they answer, or say that they are not saved."""

import re

from conversations.dialogue.context import Context
from conversations.dialogue.parts import words_alone
from conversations.dialogue.state import Asking, Offer, Part
from conversations.fields import Year, YesNo
from conversations.fields.choices import says_no_more
from conversations.fields.plain import fold
from conversations.fields.typed import EVERYWHERE, typed
from conversations.fields.years import behind_years
from conversations.fields.yes_no import agreement_in
from conversations.filling import elsewhere_texts, neighbours, offers, storing
from conversations.form import completion
from conversations.form.asked import Asked, question_at
from conversations.languages import current


def _repeats(words: str) -> bool:
    """Tell whether words only repeat the yes or no: "yes, of course"."""
    phrases = typed("yes", current()) | typed("no", current()) | typed("only_repeats", EVERYWHERE)
    return {*" ".join(phrases).split()}.issuperset(fold(words).split())


_LINK = re.compile(r"://|\bwww\.|\w\.\w+/\w")


def use(context: Context, asked: Asked, parts: tuple[Part, ...]) -> None:
    """Offer the words behind a Yes, a No or a year, which was just saved, under the question that is open now."""
    said = words_alone(parts)
    means, words = (True, behind_years(said)) if isinstance(asked.kind, Year) else agreement_in(said)
    if means is None or _repeats(words) or says_no_more(words):
        return
    behind, state = (Part(message=parts[0].message, text=words),), context.state
    storing.note(context, context.draft, asked, behind)
    found = _offers(context, asked, behind)
    if found and isinstance(state, Asking):
        context.stay(state.model_copy(update={"offers": (*state.offers, *found)}))
        context.say(elsewhere_texts.rest(words), *offers.said_of(context, found))
    else:
        context.say(elsewhere_texts.rest_not_saved(words))


def _offers(context: Context, asked: Asked, parts: tuple[Part, ...]) -> tuple[Offer, ...]:
    """Offer the words at another question for yes or no that reads more in them, such as a meeting; else nearby.

    A text would fit any question for a text; with a link it is a deliverable.
    """
    others = [one for one in completion.applicable(context.values) if one != asked]
    made = (offers.elsewhere(context, one, parts) for one in others if isinstance(one.kind, YesNo))
    told = tuple(offer for offer in made if offer is not None and len(offer.answers) > 1)
    near = neighbours.offered(context, asked, parts)
    closed = told or tuple(one for one in near if not question_at(next(iter(one.answers))).kind.keeps_text)
    homes = (one for one in others if one.question.files and _LINK.search(words_alone(parts)))
    return closed or tuple(filter(None, (offers.elsewhere(context, one, parts) for one in homes)))
