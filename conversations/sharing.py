"""Contacts and places that are shared: the detail that the open question asks for is its answer."""

from collections.abc import Callable, Mapping
from itertools import chain

from conversations import answering, form, storing, wording
from conversations.asked import Asked
from conversations.fields import Phone, Understood
from conversations.messages import Detail, Refused, Shared
from conversations.place import Asking, Offer, Part
from conversations.questions import Shares
from conversations.refusals import label
from conversations.talk import Talk

Details = Mapping[Detail, tuple[str, ...]]


def _of(*names: Detail, between: str = ", ") -> Callable[[Details], tuple[str, ...]]:
    """Put the details of a place together; of a contact, each of several stands alone."""

    def texts(details: Details) -> tuple[str, ...]:
        if len(names) == 1 or "title" not in details:
            return details.get(names[-1], ())
        return (between.join(chain.from_iterable(details.get(name, ()) for name in names)),)

    return texts


def _towns(details: Details) -> tuple[str, ...]:
    """Give the end of an address of several parts, without what has a digit in it: that is the postal code."""
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
"""The texts that can be the answer to a question that takes something shared."""


def shared(talk: Talk, given: Shared) -> None:
    """Take what was shared as the answer to the open question, or say where it fits; nothing of it is lost."""
    if given.what == "location":
        talk.say(wording.BARE_LOCATION)
        return
    place, asked = talk.place, talk.asked
    if asked is None or asked.question.shared is None or not isinstance(place, Asking):
        say_where(talk, given)
        return
    texts = dict.fromkeys(_read(talk, asked, text) for text in _TEXTS[asked.question.shared](given.details))
    offers = {text: _own_offers(talk, asked, given, text) for text in texts}
    fitting = [text for text in texts if offers[text]] or list(texts)[:1]
    if not fitting:
        say_where(talk, given)
    elif len(fitting) == 1:
        answering.answer(talk, asked, _as_part(given, fitting[0]))
    else:
        _remember(talk, asked, given)
        talk.say(wording.several_shared(given.what, len(fitting)))
        talk.go(place.model_copy(update={"offers": tuple(offer for text in fitting for offer in offers[text])}))


def _own_offers(talk: Talk, asked: Asked, given: Shared, text: str) -> tuple[Offer, ...]:
    """Offer one detail to the open question, by its value."""
    offers = answering.offers_of(talk, asked, _as_part(given, text))
    return tuple(
        offer.model_copy(update={"label": label(_flat(asked.show(offer.answers[asked.path])))}) for offer in offers
    )


def _as_part(given: Shared, text: str) -> tuple[Part, ...]:
    return (Part(message=given.message, text=text),)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _read(talk: Talk, asked: Asked, text: str) -> str:
    """Write a number as it can be called from everywhere: Telegram gives those of its users without the plus."""
    international = f"+{text}"
    fits = isinstance(asked.kind, Phone) and text.isdecimal() and not text.startswith("0")
    read = asked.kind.read(international, talk.context(talk.draft)) if fits else None
    return international if isinstance(read, Understood) else text


def say_where(talk: Talk, given: Shared) -> None:
    """Say which questions what was shared fits, and offer it to those that are open."""
    draft = next((draft for draft in talk.conversation.drafts if draft.number == talk.conversation.hand), None)
    every = [one for one in form.applicable(draft.values if draft else {}) if one.question.shared and one.item is None]
    fitting = [one for one in every if one.question.shared and _TEXTS[one.question.shared](given.details)]
    place, asked, offers = talk.place, talk.asked, list[Offer]()
    if isinstance(place, Asking) and asked is not None:
        _remember(talk, asked, given)
        offers = [offer for one in fitting for offer in _offers(talk, one, given)]
        talk.go(place.model_copy(update={"offers": tuple(offers)}))
    talk.say(wording.shared_fits(given.what, [one.question.title for one in fitting], offered=bool(offers)))


def _offers(talk: Talk, one: Asked, given: Shared) -> tuple[Offer, ...]:
    """Offer what was shared to another question that has no answer yet, where it is one thing."""
    texts = _TEXTS[one.question.shared](given.details) if one.question.shared else ()
    if talk.values.get(one.path) is not None or len(texts) != 1:
        return ()
    reading = one.kind.read(_read(talk, one, texts[0]), talk.context(talk.draft))
    if not isinstance(reading, Understood) or storing.is_refused(talk, one, reading.value):
        return ()
    shown = _flat(f"{one.question.title}: {one.kind.show(reading.value)}")
    return (Offer(label=label(shown), answers={one.path: one.dump(reading.value)}, stays=True),)


def _remember(talk: Talk, asked: Asked, given: Shared) -> None:
    """Note in the history what was shared, whether or not it is taken."""
    text = "\n".join(chain.from_iterable(given.details.values()))
    talk.happened(Refused(draft=talk.draft.number, question=asked.path, text=text, messages=(given.message,)))
