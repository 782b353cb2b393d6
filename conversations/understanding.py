"""Read the messages of an answer: a text with the addresses behind its words, all other kinds by the words alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from conversations import wording
from conversations.asked import Asked
from conversations.fields import Context, Email, Kind, Offered, Option, Phone, Reading, Understood, Website
from conversations.parts import joined, words_alone
from conversations.place import Part
from conversations.refusals import label

_SCHEMES: Mapping[type[Kind[Any]], tuple[str, ...]] = {
    Website: ("https:", "http:"),
    Email: ("mailto:",),
    Phone: ("tel:",),
}
"""The links that are an answer by themselves, by kind of question."""


def read(asked: Asked, parts: Sequence[Part], context: Context) -> Reading[Any]:
    """Read the messages of one answer; a link behind words can be the answer where one is asked for, after a press."""
    kind = asked.kind
    if kind.keeps_text:
        return asked.read(joined(parts), context)
    by_words = asked.read(words_alone(parts), context)
    behind = [value for value in _behind(asked, parts, context) if by_words != Understood(value)]
    if behind:
        values = [by_words.value, *behind] if isinstance(by_words, Understood) else behind
        options = tuple(Option(label=label(kind.show(value)), value=asked.dump(value)) for value in values)
        return Offered(wording.link_behind(len(values)), options)
    if isinstance(by_words, Understood) or not any(part.links for part in parts):
        return by_words
    return by_words if kind.choices else asked.read(joined(parts), context)  # which says what is wrong with the link


def read_edited(asked: Asked, parts: Sequence[Part], context: Context) -> Reading[Any]:
    """Read the messages of an answer that was edited, perhaps weeks later: the only link behind its words is taken."""
    reading = read(asked, parts, context)
    links = dict.fromkeys(_behind(asked, parts, context))
    return Understood(next(iter(links))) if isinstance(reading, Offered) and len(links) == 1 else reading


def _behind(asked: Asked, parts: Sequence[Part], context: Context) -> Iterator[str]:
    """Find the links behind the words that the question asks for."""
    schemes = next((schemes for kind, schemes in _SCHEMES.items() if isinstance(asked.kind, kind)), ())
    for url in dict.fromkeys(url for part in parts for url in part.links):
        scheme = next((scheme for scheme in schemes if url.lower().startswith(scheme)), None)
        if scheme is not None:
            address = url if scheme.startswith("http") else unquote(url[len(scheme) :].partition("?")[0])
            reading = asked.kind.read(address, context)
            if isinstance(reading, Understood):
                yield reading.value
