"""What changed between two texts, word by word, with signs that need no colour."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*")
_LINE = re.compile(r"[^\n]*\n+|[^\n]+")

_MOST_PAIRS = 1_000_000
"""Above so many pairs of words (two texts of a thousand each) lines are compared: the search takes their product."""

_UNCHANGED = 40
"""A run of unchanged words longer than this is shown by its ends."""

_AROUND = 12
"""Words of such a run that are shown at either end."""


def difference(before: str, after: str) -> str:
    """Write both texts as one: ``[- removed -]``, ``[+ added +]``, and what stayed, long runs of it left out."""
    old, new = _tokens(before, after)
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    pieces = [
        _piece(tag, old[old_from:old_to], new[new_from:new_to])
        for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes()
    ]
    return "".join(pieces).strip()


def _tokens(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) <= _MOST_PAIRS:
        return old, new
    return _LINE.findall(before), _LINE.findall(after)


def _bare(tokens: Sequence[str]) -> list[str]:
    return [token.strip() for token in tokens]


def _piece(tag: str, old: Sequence[str], new: Sequence[str]) -> str:
    if tag == "equal":
        return "".join(_unchanged(new))
    removed = _marked("−", old)
    return removed + _marked("+", new)


def _unchanged(tokens: Sequence[str]) -> Iterator[str]:
    if len(tokens) <= _UNCHANGED:
        yield from tokens
        return
    yield from tokens[:_AROUND]
    yield "[…] "
    yield from tokens[-_AROUND:]


def _marked(sign: str, tokens: Sequence[str]) -> str:
    """Put signs around words; the white space after them stays outside, so that paragraphs stay apart."""
    if not tokens:
        return ""
    text = "".join(tokens)
    words = text.rstrip()
    return f"[{sign} {words} {sign}]{text[len(words) :] or ' '}"
