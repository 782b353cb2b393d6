"""Take shared contacts and locations: the detail that the open question asks for is its answer."""

from collections.abc import Callable, Mapping
from itertools import chain

from conversations.dialogue.context import Context
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Detail, Shared
from conversations.dialogue.state import Asking, Offer, Part
from conversations.fields import Phone, Understood
from conversations.fields.texts import label
from conversations.filling import answering, file_texts, storing
from conversations.filling.offers import offers_of
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked
from conversations.form.questions import Shares

Details = Mapping[Detail, tuple[str, ...]]


def _of(*names: Detail, between: str = ", ") -> Callable[[Details], tuple[str, ...]]:
    """Join the details of a place into one text; each detail of a contact stays a text of its own."""

    def texts(details: Details) -> tuple[str, ...]:
        if len(names) == 1 or "title" not in details:
            return details.get(names[-1], ())
        return (between.join(chain.from_iterable(details.get(name, ()) for name in names)),)

    return texts


def _towns(details: Details) -> tuple[str, ...]:
    """Return the last part of an address that has several, without words with a digit, such as the postal code."""
    ends = (address.rpartition(",") for address in details.get("address", ()))
    towns = (" ".join(word for word in end.split() if word.isalpha()) for _, comma, end in ends if comma)
    return tuple(filter(None, towns))


_TEXTS: Mapping[Shares, Callable[[Details], tuple[str, ...]]] = {
    "phone": _of("phone"),
    "person": _of("name"),
    "email": _of("email"),
    "website": _of("website"),
    "address": _of("title", "address", between="\n"),
    "area": lambda details: details.get("address") or details.get("title", ()),
    "venue": lambda details: (*details.get("title", ()), *_towns(details), *_of("title", "address")(details)),
}
"""How the texts that can be the answer are made, by what the question takes."""


def shared(context: Context, given: Shared) -> None:
    """Take a shared contact or place as the answer to the open question, or say which questions it fits."""
    if given.what == "location":
        context.say(file_texts.BARE_LOCATION)
        return
    state, asked = context.state, context.asked
    if asked is None or asked.question.shared is None or not isinstance(state, Asking):
        say_where(context, given)
        return
    texts = dict.fromkeys(_read(context, asked, text) for text in _TEXTS[asked.question.shared](given.details))
    offers = {text: _own_offers(context, asked, given, text) for text in texts}
    fitting = [text for text in texts if offers[text]] or list(texts)[:1]
    if not fitting:
        say_where(context, given)
    elif len(fitting) == 1:
        answering.answer(context, asked, _as_part(given, fitting[0]))
    else:
        _remember(context, asked, given)
        context.say(file_texts.several_shared(given.what, len(fitting)))
        context.go(state.model_copy(update={"offers": tuple(offer for text in fitting for offer in offers[text])}))


def _own_offers(context: Context, asked: Asked, given: Shared, text: str) -> tuple[Offer, ...]:
    """Offer one detail to the open question; the button shows its value."""
    return tuple(
        offer.model_copy(update={"label": label(_flat(asked.show(offer.answers[asked.path])))})
        for offer in offers_of(context, asked, _as_part(given, text))
    )


def _as_part(given: Shared, text: str) -> tuple[Part, ...]:
    return (Part(message=given.message, text=text),)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _read(context: Context, asked: Asked, text: str) -> str:
    """Write a phone number in international form."""
    # Telegram gives the numbers of its own users without the plus.
    international = f"+{text}"
    fits = isinstance(asked.kind, Phone) and text.isdecimal() and not text.startswith("0")
    read = asked.kind.read(international, context.reading_context(context.draft)) if fits else None
    return international if isinstance(read, Understood) else text


def say_where(context: Context, given: Shared) -> None:
    """Say which questions a shared contact or place fits, and offer it to those without an answer."""
    draft = next((draft for draft in context.conversation.drafts if draft.number == context.conversation.hand), None)
    every = [
        one for one in completion.applicable(draft.values if draft else {}) if one.question.shared and one.item is None
    ]
    fitting = [one for one in every if one.question.shared and _TEXTS[one.question.shared](given.details)]
    state, asked, offers = context.state, context.asked, list[Offer]()
    if isinstance(state, Asking) and asked is not None:
        _remember(context, asked, given)
        offers = [offer for one in fitting for offer in _offers(context, one, given)]
        context.go(state.model_copy(update={"offers": tuple(offers)}))
    context.say(file_texts.shared_fits(given.what, [one.question.title for one in fitting], offered=bool(offers)))


def _offers(context: Context, one: Asked, given: Shared) -> tuple[Offer, ...]:
    """Offer a shared detail to another question, if that has no answer yet and only one detail fits."""
    texts = _TEXTS[one.question.shared](given.details) if one.question.shared else ()
    if context.values.get(one.path) is not None or len(texts) != 1:
        return ()
    reading = one.kind.read(_read(context, one, texts[0]), context.reading_context(context.draft))
    if not isinstance(reading, Understood) or storing.is_refused(context, one, reading.value):
        return ()
    shown = _flat(form_texts.noted(one.question.title, one.kind.show(reading.value)))
    return (Offer(label=label(shown), answers={one.path: one.dump(reading.value)}, stays=True),)


def _remember(context: Context, asked: Asked, given: Shared) -> None:
    """Put the shared details into the history, whether or not they become an answer."""
    text = "\n".join(chain.from_iterable(given.details.values()))
    context.happened(Refused(draft=context.draft.number, question=asked.path, text=text, messages=(given.message,)))
