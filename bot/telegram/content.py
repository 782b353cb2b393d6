"""The content of a message that is not plain text: links behind words, contacts, venues, rich messages.

Every function takes any JSON and never fails: the update was kept before it is read.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from pydantic import JsonValue

from conversations.dialogue.inputs import Detail
from conversations.dialogue.state import behind, says_already

_REST = re.compile(r"\w+(?:[.@'’-]\w+)*|(?<=\w)(?:[.@'’-]\w+)+")
"""The rest of a word or an address in which a link ends."""

_PEOPLE = "tg://user"
"""The address of a person without a username, in a mention: it works in that person's own app only."""


@dataclass(frozen=True)
class _Link:
    """The address behind ``text[start:end]``."""

    start: int
    end: int
    url: str


def written_out(text: str, entities: JsonValue) -> tuple[str, tuple[str, ...]]:
    """Write the address of each link after its words, unless they say it already; return the text and the addresses."""
    found = _joined(sorted(_links(text, entities), key=lambda link: (link.start, link.end)), text)
    placed = {(_after(text, link), link.url): None for link in found if not _is_said(text, link)}
    pieces, links, begin = [], [], 0
    for at, url in sorted(placed, key=lambda address: address[0]):
        pieces += [text[begin:at], behind(url)]
        links.append(url)
        begin = at
    return "".join((*pieces, text[begin:])), tuple(links)


def _links(text: str, entities: JsonValue) -> Iterator[_Link]:
    """Find the links; an entity that lies outside of the text is ignored."""
    listed = entities if isinstance(entities, list) else []
    given = [entity for entity in listed if isinstance(entity, dict) and entity.get("type") == "text_link"]
    units = (
        [0, *accumulate(1 + (char > "\uffff") for char in text)] if given else []
    )  # Telegram counts offsets in UTF-16 units
    for entity in given:
        url, offset, length = entity.get("url"), entity.get("offset"), entity.get("length")
        if not isinstance(url, str) or not isinstance(offset, int) or not isinstance(length, int):
            continue
        address = "%20".join(url.split())
        if address and not address.lower().startswith(_PEOPLE) and 0 <= offset < units[-1] and length > 0:
            yield _Link(bisect_left(units, offset), min(bisect_left(units, offset + length), len(text)), address)


def _joined(links: list[_Link], text: str) -> list[_Link]:
    """Join neighbours with the same address: Telegram cuts a link if other formatting begins in it."""
    joined: list[_Link] = []
    for link in links:
        last = joined[-1] if joined else None
        if last and last.url == link.url and not text[last.end : link.start].strip():
            joined[-1] = replace(last, end=max(last.end, link.end))
        else:
            joined.append(link)
    return joined


def _after(text: str, link: _Link) -> int:
    """Return the index at which the address is written: after the whole last word."""
    end = link.start + len(text[link.start : link.end].rstrip())
    rest = _REST.match(text, end) if end > link.start and _within_word(text, end) else None
    return rest.end() if rest else end


def _within_word(text: str, end: int) -> bool:
    """Whether a word goes on here; not in scripts without blanks between words, such as Chinese."""
    wide = end < len(text) and unicodedata.east_asian_width(text[end]) in "WF"
    return not wide and (text[end - 1].isalnum() or unicodedata.combining(text[end - 1]) > 0)


def _is_said(text: str, link: _Link) -> bool:
    """Whether the words of a link, completed to whole words, contain its address."""
    start, end = link.start, link.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return says_already(text[start:end], link.url)


_MOST = 10
"""Values of one detail at most."""

_LONGEST = 500
"""Characters of one value at most."""

_CARD = 20_000
"""Characters of a vCard that are read; Telegram allows 2,048 bytes."""

_FOLDED = re.compile(r"\r?\n[ \t]")

_PROPERTY = re.compile(r"(?:[\w-]+\.)?(FN|TEL|EMAIL|URL|ADR)((?:;[^:]*)?):(.*)", re.IGNORECASE)

_ESCAPED = re.compile(r"\\([\\,;:nN])")

_PARTS = re.compile(r"(?<!\\);")

_DETAILS: dict[str, Detail] = {"FN": "name", "TEL": "phone", "EMAIL": "email", "URL": "website", "ADR": "address"}

Details = dict[Detail, tuple[str, ...]]


def contact(body: dict[str, JsonValue]) -> Details:
    """Read a contact: first the fields of Telegram, then those of its vCard."""
    name = _line(f"{_line(body.get('first_name'))} {_line(body.get('last_name'))}")
    own: list[tuple[Detail, str]] = [("name", name), ("phone", _line(body.get("phone_number")))]
    card = body.get("vcard")
    return _collected([*own, *(_of_card(card[:_CARD]) if isinstance(card, str) else ())], most_names=1)


def venue(body: dict[str, JsonValue]) -> Details:
    """Read a venue: a location with a name and an address."""
    return _collected([("title", _line(body.get("title"))), ("address", _line(body.get("address")))])


def _collected(found: list[tuple[Detail, str]], most_names: int = _MOST) -> Details:
    """Collect the details, each value once."""
    details: dict[Detail, dict[str, None]] = {}
    for detail, value in found:
        known = details.setdefault(detail, {})
        if value and len(known) < (most_names if detail == "name" else _MOST):
            known[value] = None
    return {detail: tuple(values) for detail, values in details.items() if values}


def _of_card(card: str) -> Iterator[tuple[Detail, str]]:
    for line in _FOLDED.sub("", card).splitlines():
        found = _PROPERTY.fullmatch(line)
        if found is None or "QUOTED-PRINTABLE" in found[2].upper():
            continue
        name, value = found[1].upper(), found[3]
        parts = _PARTS.split(value) if name == "ADR" else [value.removeprefix("tel:").removeprefix("mailto:")]
        yield _DETAILS[name], ", ".join(filter(None, (_line(_ESCAPED.sub(_unescaped, part)) for part in parts)))


def _unescaped(found: re.Match[str]) -> str:
    return " " if found[1] in "nN" else found[1]


def _line(value: JsonValue) -> str:
    """Write a value as one line of text."""
    kept = (
        (char if char.isprintable() or char in "\u200c\u200d" else " " for char in value)
        if isinstance(value, str)
        else ()
    )
    return " ".join("".join(kept).split())[:_LONGEST]


DEEPEST = 20
"""Blocks below this depth are read without bullets and line breaks."""

_INLINE = ("summary", "text", "alternative_text", "expression", "button", "caption", "credit")

_NESTED = ("items", "cells", "blocks")


def rich_text(message: JsonValue) -> str:
    """Return the text of a rich message, with a line for each block, bullet and table row."""
    return "\n".join(line for line in _block(message, 0) if line.strip())


def rich_links(message: JsonValue) -> tuple[str, ...]:
    """Return the addresses that ``rich_text`` writes after words, in order."""
    found: list[str] = []
    waiting = [message]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            found += [node_url] if (node_url := _url(node)) else []
            waiting.extend(reversed(node.values()))
    return tuple(found)


def _block(block: JsonValue, depth: int) -> Iterator[str]:
    if not isinstance(block, dict) or depth > DEEPEST:
        yield _inline(block)
        return
    yield _inline([block.get("summary"), block.get("text"), block.get("expression")])
    for item in _list(block.get("items")):
        yield from _item(item, depth)
    for row in _list(block.get("cells")):
        yield " | ".join(_inline(cell) for cell in _list(row))
    for inner in _list(block.get("blocks")):
        yield from _block(inner, depth + 1)
    yield _inline(block.get("caption"))
    yield _inline(block.get("credit"))


def _item(item: JsonValue, depth: int) -> Iterator[str]:
    """Write an item of a list, with its mark before the first line."""
    lines = [line for line in _block(item, depth + 1) if line.strip()]
    mark = f"{_mark(item)} "
    for number, line in enumerate(lines):
        yield (mark if number == 0 else "  ") + line


def _mark(item: JsonValue) -> str:
    if not isinstance(item, dict):
        return "-"
    label, value = item.get("label"), item.get("value")
    if isinstance(value, int) and not isinstance(value, bool):
        return label if isinstance(label, str) and label.strip() else f"{value}."
    if item.get("has_checkbox") is True:
        return "- [x]" if item.get("is_checked") is True else "- [ ]"
    return "-"


def _inline(rich: JsonValue, *, links: bool = True) -> str:
    """Join all words of a RichText and the addresses behind them, without recursion: the sender decides its depth."""
    found: list[str] = []
    waiting = [rich]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            found.append(node)
        elif isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            waiting.append(_target(node) if links else None)
            waiting.extend(node[name] for name in reversed(_INLINE + _NESTED) if name in node)
    return "".join(found)


def _target(node: dict[str, JsonValue]) -> JsonValue:
    url = _url(node)
    return behind(url) if url else None


def _url(node: dict[str, JsonValue]) -> str:
    """Return the address of a link, unless its words say it already."""
    url = node.get("url")
    if not isinstance(url, str) or url.lower().startswith(_PEOPLE):
        return ""
    address = "%20".join(url.split())
    return "" if says_already(_inline(node.get("text"), links=False), address) else address


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []
