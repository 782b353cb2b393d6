"""Words as the template counts them: a run of characters between white space with a letter or digit in it."""

import re
from itertools import islice

_RUN = re.compile(r"\S+")
_BEFORE = 6
"""How many words stand before the one that is shown."""
_LONGEST = 60
"""How many characters of one word are shown: a pasted link can be a word of thousands."""


def has_word(text: str) -> bool:
    """Tell whether there is a letter or digit at all."""
    return any(map(str.isalnum, text))


def most_words(text: str) -> int:
    """Say how many words a text can have at most, without a look at it: each is a character and a space."""
    return (len(text) + 1) // 2


def count_words(text: str) -> int:
    """Count the words of a text."""
    return sum(run[0].isalnum() or has_word(run) for run in text.split())  # nearly all begin with one: 3 times as fast


def nth_word_in_context(text: str, n: int) -> str:
    """Quote word ``n`` (from 1) with the few words before it, on one line; the beginning where there are fewer."""
    words = [run.span() for run in islice((run for run in _RUN.finditer(text) if has_word(run[0])), n)]
    shown = words[-_BEFORE - 1 :]
    if not shown:
        return "“”"
    runs = text[shown[0][0] : shown[-1][1]].split()
    line = " ".join(run if len(run) <= _LONGEST else run[: _LONGEST - 1] + "…" for run in runs)
    return f"“{'… ' if len(words) > len(shown) else ''}{line}”"
