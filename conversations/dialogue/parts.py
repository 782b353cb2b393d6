"""The messages of one long answer, put together as they were before a client cut them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from conversations.dialogue.state import Part

CLIENT_CUT = 4096
"""Where Telegram's clients cut a long text, in characters (Bot API, sendMessage: text of 1-4096 characters)."""

UNFINISHED = 3500
"""From this many characters on, a message is taken as a part of a longer text: its tail is not the next answer."""

LONG = 40
"""A text from so many characters on is not said by chance: "no" and "2019" are said often."""

_WORD = re.compile(r"\w+")

_ADDRESS = re.compile(r"(?://|www\.|@)\S*$")

_OPENING = "([{\"'“‘„«•–—"

_CLOSING = ".,;:!?)]}\"'”’»…"

_LAST, _FIRST = re.compile(r"\w*$"), re.compile(r"^\w*")


def joined(parts: Sequence[Part]) -> str:
    """Put the messages of one answer together: as one text where a client cut at its limit, else as paragraphs."""
    texts = [part.text for part in parts]
    words = Counter(word.casefold() for text in texts for word in _WORD.findall(text))
    gaps = [_gap(before, behind, words) for before, behind in pairwise(parts)]
    return "".join(text + gap for text, gap in zip(texts, [*gaps, ""], strict=True))


def words_alone(parts: Sequence[Part]) -> str:
    """Put the messages of one answer together without the addresses behind their words."""
    return joined([Part(message=part.message, text=part.words) for part in parts])


def _gap(before: Part, behind: Part, words: Counter[str]) -> str:
    if not was_cut(before):
        return "\n"
    return " " if _between_words(before.text, behind.text, words) else ""


def was_cut(part: Part) -> bool:
    """Say whether the client cut the text here; clients count in UTF-16 units, the server in code points."""
    text = part.words
    return CLIENT_CUT in (len(text), len(text.encode("utf-16-le", "surrogatepass")) // 2)


def _between_words(before: str, behind: str, words: Counter[str]) -> bool:
    """Judge whether a blank stood where the client cut: the server has taken it off the second message.

    The text itself tells best: a word that is whole elsewhere was cut, two that are words elsewhere were not one. Where
    it does not tell, a capital letter begins a word. Behind a mark comes a blank, but within an address.
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
    """Put an edited message in the place of what it said before."""
    return tuple(part if other.message == part.message else other for other in parts)
