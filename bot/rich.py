"""The words of a rich message (Bot API 10.1), which arrives without ``text``; total on any JSON.

Blocks are read by the shape of what they hold, not by their type, so that a block of a new type still gives its words.
"""

from collections.abc import Iterator

from pydantic import JsonValue

from conversations.links import behind, says_already

DEEPEST = 20
"""Blocks below this depth give their words without bullets and line breaks."""

_INLINE = ("summary", "text", "alternative_text", "expression", "button", "caption", "credit")
_NESTED = ("items", "cells", "blocks")


def words(message: JsonValue) -> str:
    """Give the words of a rich message, a line for each block, bullet and table row."""
    return "\n".join(line for line in _block(message, 0) if line.strip())


def links(message: JsonValue) -> tuple[str, ...]:
    """Give the addresses that ``words`` has written behind other words, in order."""
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
    """Write an item of a list: its mark before the first line, the others under it."""
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
    """Join all words of a RichText, also the ``links`` behind them, without recursion: people decide how deep it is."""
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
    """Give the address behind a link whose words are others."""
    url = node.get("url")
    if not isinstance(url, str) or url.lower().startswith("tg://user"):
        return ""
    address = "%20".join(url.split())
    return "" if says_already(_inline(node.get("text"), links=False), address) else address


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []
