"""Find contact details that were sent to a question outside their section: they are shown to be checked."""

from conversations.dialogue.context import Context
from conversations.dialogue.state import Offer, Part
from conversations.fields import Offered, count_words
from conversations.filling import offers
from conversations.form.asked import Asked, question_at

_FIRST = question_at("contact.address")

_EMAIL, _BESIDE = "contact.email", frozenset({"contact.person", "contact.telephone"})
"""A text with an e-mail address and one of these is no sentence that only names an address."""

_MOST_WORDS = 25
"""A longer text says more than contact details."""


def found(context: Context, part: Part, here: Asked) -> tuple[str, tuple[Offer, ...]]:
    """Return the details as they are shown, and the offer to save them; nothing if there are none to check."""
    if not here.kind.keeps_text or here.section is _FIRST.section or count_words(part.words) > _MOST_WORDS:
        return "", ()
    reading = _FIRST.read(part.words, context.reading_context(context.draft))
    options = reading.options if isinstance(reading, Offered) else ()
    made = (offers.offer(_FIRST, one).model_copy(update={"stays": True}) for one in options)
    checked = tuple(
        one for one in made if one.does == "check" and _EMAIL in one.answers and _BESIDE & one.answers.keys()
    )
    return (reading.problem, checked) if checked and isinstance(reading, Offered) else ("", ())
