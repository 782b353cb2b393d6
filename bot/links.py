"""Links behind words (``text_link`` entities): their addresses are written after the words; total on any JSON."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from pydantic import JsonValue

from conversations.links import behind, says_already

_REST = re.compile(r"\w+(?:[.@'’-]\w+)*|(?<=\w)(?:[.@'’-]\w+)+")
"""The rest of a word, or of an address, that a link ends within."""
_PEOPLE = "tg://user"
"""A mention of somebody who has no name of their own: nobody else can follow it."""


@dataclass(frozen=True)
class _Link:
    """The address behind ``text[start:end]``."""

    start: int
    end: int
    url: str


def written_out(text: str, entities: JsonValue) -> tuple[str, tuple[str, ...]]:
    """Write the address of each link after its words, but where they are that address; gives these addresses, too."""
    found = _joined(sorted(_links(text, entities), key=lambda link: (link.start, link.end)), text)
    placed = {(_after(text, link), link.url): None for link in found if not _is_said(text, link)}
    pieces, links, begin = [], [], 0
    for at, url in sorted(placed, key=lambda place: place[0]):
        pieces += [text[begin:at], behind(url)]
        links.append(url)
        begin = at
    return "".join((*pieces, text[begin:])), tuple(links)


def _links(text: str, entities: JsonValue) -> Iterator[_Link]:
    """Find the links; a place that lies beyond the text is none."""
    listed = entities if isinstance(entities, list) else []
    given = [entity for entity in listed if isinstance(entity, dict) and entity.get("type") == "text_link"]
    units = [0, *accumulate(1 + (char > "\uffff") for char in text)] if given else []  # offsets count in UTF-16
    for entity in given:
        url, offset, length = entity.get("url"), entity.get("offset"), entity.get("length")
        if not isinstance(url, str) or not isinstance(offset, int) or not isinstance(length, int):
            continue
        address = "%20".join(url.split())
        if address and not address.lower().startswith(_PEOPLE) and 0 <= offset < units[-1] and length > 0:
            yield _Link(bisect_left(units, offset), min(bisect_left(units, offset + length), len(text)), address)


def _joined(links: list[_Link], text: str) -> list[_Link]:
    """Put neighbours with one address together: Telegram cuts a link where other formatting begins within it."""
    joined: list[_Link] = []
    for link in links:
        last = joined[-1] if joined else None
        if last and last.url == link.url and not text[last.end : link.start].strip():
            joined[-1] = replace(last, end=max(last.end, link.end))
        else:
            joined.append(link)
    return joined


def _after(text: str, link: _Link) -> int:
    """Say where the address is written: behind the last linked word as a whole."""
    end = link.start + len(text[link.start : link.end].rstrip())
    rest = _REST.match(text, end) if end > link.start and _within_word(text, end) else None
    return rest.end() if rest else end


def _within_word(text: str, end: int) -> bool:
    """Say whether a word may go on here; scripts without blanks between words have no such place."""
    wide = end < len(text) and unicodedata.east_asian_width(text[end]) in "WF"
    return not wide and (text[end - 1].isalnum() or unicodedata.combining(text[end - 1]) > 0)


def _is_said(text: str, link: _Link) -> bool:
    """Say whether the words, with the rest of the words that they begin and end in, have the address in them."""
    start, end = link.start, link.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return says_already(text[start:end], link.url)
