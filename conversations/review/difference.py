"""What changed between two texts, word by word, with signs that need no colour."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*")
_LINE = re.compile(r"[^\n]*\n+|[^\n]+")

_MOST_TOKENS = 3_000
"""Above so many words between the first change and the last one lines are compared: difflib takes their product."""

_MOST_PAIRS = 20_000
"""The same for pairs of equal words: where all are equal, difflib takes 17 s for two texts of a thousand each."""

_UNCHANGED = 40
"""A run of unchanged words longer than this is shown by its ends."""

_AROUND = 12
"""Words of such a run that are shown at either end."""

_APART = 3
"""Changes with fewer unchanged words between them are read as one: little words in common would make confetti of it."""

Change = tuple[int, int, int, int]
"""What was removed, from and to, and what was added in its place."""


def difference(before: str, after: str) -> str:
    """Write both texts as one: ``[− removed −]``, ``[+ added +]``, and what stayed, long runs of it left out."""
    old, new = _WORD.findall(f"{before} "), _WORD.findall(f"{after} ")  # so that white space parts any two words
    head, tail = _common(old, new)
    end = len(new) - tail
    middle = _compared(old[head : len(old) - tail], new[head:end])
    return "".join((*_unchanged(new[:head]), *middle, *_unchanged(new[end:]))).strip()


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the words that both texts begin with, and those that both end with."""
    bare_old, bare_new = _bare(old), _bare(new)
    least = min(len(old), len(new))
    head = _line_start(new, next((n for n in range(least) if bare_old[n] != bare_new[n]), least))
    tail = next((n for n in range(least - head) if bare_old[-1 - n] != bare_new[-1 - n]), least - head)
    return head, tail


def _line_start(words: Sequence[str], end: int) -> int:
    """Go back to the beginning of the line where it is near: a new line may begin like the one that it pushes down."""
    near = range(end, max(end - _AROUND, 0), -1)
    return next((n for n in near if "\n" in words[n - 1]), end)


def _compared(old: list[str], new: list[str]) -> Iterator[str]:
    """Compare what lies between the first change and the last one: by words, else by lines, else as a whole."""
    if not _is_quick(old, new):
        old, new = _LINE.findall("".join(old)), _LINE.findall("".join(new))
    if not _is_quick(old, new):
        old, new = ["".join(old)], ["".join(new)]
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    done = 0
    for old_from, old_to, new_from, new_to in _merged(matcher, new):
        yield from _unchanged(new[done:new_from])
        yield _changed(old[old_from:old_to], new[new_from:new_to])
        done = new_to
    yield from _unchanged(new[done:])


def _merged(matcher: SequenceMatcher[str], new: Sequence[str]) -> Sequence[Change]:
    """List the changes; those that are near one another in a line are one."""
    changes: list[Change] = []
    for tag, *(old_from, old_to, new_from, new_to) in matcher.get_opcodes():
        if tag == "equal":
            continue
        if changes and _near(new[max(changes[-1][3] - 1, 0) : changes[-1][3]], new[changes[-1][3] : new_from]):
            old_from, _, new_from, _ = changes.pop()
        changes.append((old_from, old_to, new_from, new_to))
    return changes


def _near(last: Sequence[str], between: Sequence[str]) -> bool:
    text = "".join(between)
    return len(text.split()) < _APART and "\n" not in "".join((*last, text))


def _is_quick(old: Sequence[str], new: Sequence[str]) -> bool:
    counts = Counter(_bare(old))
    return len(old) + len(new) <= _MOST_TOKENS and sum(counts[token] for token in _bare(new)) <= _MOST_PAIRS


def _bare(tokens: Sequence[str]) -> list[str]:
    return [token.strip() for token in tokens]


def _unchanged(tokens: Sequence[str]) -> Iterator[str]:
    if len(tokens) <= _UNCHANGED:
        yield from tokens
        return
    yield from tokens[:_AROUND]
    yield "[…] "
    yield from tokens[-_AROUND:]


def _changed(old: Sequence[str], new: Sequence[str]) -> str:
    removed, added = _marked("−", old), _marked("+", new)
    return f"{removed.rstrip()} {added}" if removed and added else removed + added


def _marked(sign: str, tokens: Sequence[str]) -> str:
    """Put signs around words; the white space after them stays outside, so that paragraphs stay apart."""
    text = "".join(tokens)
    words = text.rstrip()
    return f"[{sign} {words} {sign}]{text[len(words) :] or ' '}" if words else ""
