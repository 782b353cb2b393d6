"""Put the messages of one long answer together again, as they were before the app cut them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from conversations.dialogue.state import Part

CLIENT_CUT = 4096
"""Telegram's apps cut a long text after so many characters (Bot API, sendMessage: text of 1-4096 characters)."""

UNFINISHED = 3500
"""A message of so many characters may be part of a longer text: the next message is not the next answer."""

LONG = 40
"""Two equal texts of so many characters are no coincidence, as they are with "no" or "2019"."""

_WORD = re.compile(r"\w+")

_ADDRESS = re.compile(r"(?://|www\.|@)\S*$")

_OPENING = "([{\"'“‘„«•–—"

_CLOSING = ".,;:!?)]}\"'”’»…"

_LAST, _FIRST = re.compile(r"\w*$"), re.compile(r"^\w*")


def joined(parts: Sequence[Part]) -> str:
    """Join the messages of one answer: as one text if the app cut it at its limit, else as paragraphs."""
    texts = [part.text for part in parts]
    words = Counter(word.casefold() for text in texts for word in _WORD.findall(text))
    gaps = [_gap(before, behind, words) for before, behind in pairwise(parts)]
    return "".join(text + gap for text, gap in zip(texts, [*gaps, ""], strict=True))


def words_alone(parts: Sequence[Part]) -> str:
    """Join the messages of one answer without the addresses behind their words."""
    return joined([Part(message=part.message, text=part.words) for part in parts])


def _gap(before: Part, behind: Part, words: Counter[str]) -> str:
    if not was_cut(before):
        return "\n"
    trimmed = CLIENT_CUT not in _lengths(before)
    return " " if trimmed or _between_words(before.text, behind.text, words) else ""


def was_cut(part: Part) -> bool:
    """Say whether the app cut the text here; the server then removes a space at the end."""
    return not {CLIENT_CUT, CLIENT_CUT - 1}.isdisjoint(_lengths(part))


def _lengths(part: Part) -> tuple[int, int]:
    """Count code points, as the server does, and UTF-16 units, as apps do."""
    return len(part.words), len(part.words.encode("utf-16-le", "surrogatepass")) // 2


def _between_words(before: str, behind: str, words: Counter[str]) -> bool:
    """Judge whether there was a space at the cut; the server has removed it from the second message.

    The text itself tells best: if both pieces together are a word elsewhere in the text, a word was cut; if each piece
    is a word elsewhere, there was a space. Otherwise a capital letter begins a word. A space follows a punctuation
    mark, but not within an address.
    """
    if behind[:1].isspace():
        return False
    end, begin = _LAST.findall(before)[0], _FIRST.findall(behind)[0]
    if not end:
        return before[-1:] in _CLOSING and not _ADDRESS.search(before)
    if not begin:
        return behind[:1] in _OPENING
    if words[f"{end}{begin}".casefold()]:
        return False
    if words[end.casefold()] > 1 and words[begin.casefold()] > 1:
        return True
    return behind[:1].isupper() and not end.isupper()


def replaced(parts: tuple[Part, ...], part: Part) -> tuple[Part, ...]:
    """Replace the earlier words of an edited message."""
    return tuple(part if other.message == part.message else other for other in parts)
