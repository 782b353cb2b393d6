"""What a coordinator searches for: words, without case and accents."""

import re
from dataclasses import dataclass
from typing import Self

from conversations.dialogue.conversation import LONGEST_WORD
from conversations.fields.plain import words

MOST_WORDS = 12
"""More words are not looked for: a practice that has so many of them is the one."""

LEAST_OF_A_BEGINNING = 3
"""A last word of fewer letters must be the whole word: most practices have a word that begins with a certain letter."""

_QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')


@dataclass(frozen=True)
class Search:
    """Words that a practice must all have; the last can be the beginning of one. ``phrases`` are words in a row."""

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what somebody typed, whatever it is; words in quotation marks are a phrase."""
        quoted = (_words(found) for found in _QUOTED.findall(text))
        return cls(tuple(dict.fromkeys(_words(text))), tuple(" ".join(each) for each in quoted if len(each) > 1))

    @property
    def has_beginning(self) -> bool:
        """Say whether the last word counts as the beginning of a word, too."""
        return bool(self.words) and len(self.words[-1]) >= LEAST_OF_A_BEGINNING

    def fits(self, word: str) -> str | None:
        """Return the one of the words that this word of a practice is, or begins with; or ``None``."""
        if word in self.words:
            return word
        return self.words[-1] if self.has_beginning and word.startswith(self.words[-1]) else None


def _words(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in words(text)[:MOST_WORDS]]
