"""Free texts: one line, several lines, or a long text with a limit in words."""

import re
from itertools import pairwise
from textwrap import dedent

from conversations.fields import texts
from conversations.fields.kind import Kind, NotUnderstood, Reading, ReadingContext, Understood
from conversations.fields.plain import (
    count_characters,
    count_words,
    has_word,
    most_words,
    nth_word_in_context,
    one_line,
    written,
)

_SHOWN_WHOLE = 60
"""A confirmation repeats a text of up to so many characters."""

_BROKEN = re.compile(r" [^\W_]")

_CELLS = re.compile(r"\t+")

_BULLET = re.compile(r"[-–•*·▪◦‣●○✓]\s+(?=\S)")

_GOES_ON_BEHIND = re.compile(r"(?:[,;:.!?(/–—&+]|\s-|\b(?:and|or|und|oder|et|ou|og|och|eller|of)|^\W*\d{0,3}\W*)$")

_GOES_ON_WITH = re.compile(r"[,;:.!?)/–—&+]|-\s|(?:and|or|und|oder|et|ou|og|och|eller|of)\b")
"""No comma is put next to such a mark or word, or after a bullet or a number: a space is enough."""

_HYPHEN = re.compile(r"[^\W\d_]-$")


class _Written(Kind[str]):
    """A text that is saved as it was typed, even if it breaks a bound."""

    keeps_text = True

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Accept any text with a letter or a digit."""
        kept = self.kept(text)
        return Understood(kept) if has_word(kept) else NotUnderstood(str(texts.NO_WORDS))

    def cleaned(self, text: str) -> str:
        """Change nothing: some invisible characters belong to a free text; ``kept`` removes the others."""
        return text

    def kept(self, text: str) -> str:
        """Strip white space at both ends."""
        return written(text)


class Text(_Written):
    """A text of several lines with at most ``max_length`` characters."""

    def __init__(self, max_length: int = 1000) -> None:
        self.max_length = max_length

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a text without letters, or one that is too long."""
        if not has_word(value):
            return str(texts.NO_WORDS)
        if len(value) <= self.max_length:  # no text has more characters than code points
            return None
        characters = count_characters(value)
        return texts.too_many_characters(characters, self.max_length) if characters > self.max_length else None

    def saved(self, value: str) -> str:
        """Repeat a short text; give the length of a longer one."""
        if count_characters(value) <= self._repeated():
            return texts.saved(in_a_line(value))
        return texts.saved(self._measured(value))

    def over(self, value: str) -> str:
        """Return the length and the limit of a text that is too long."""
        return self._measured(value) if count_characters(value) > self.max_length else ""

    def _measured(self, value: str) -> str:
        return texts.characters_of(count_characters(value), self.max_length)

    def _repeated(self) -> int:
        return min(_SHOWN_WHOLE, self.max_length)


class Line(Text):
    """One line with at most ``max_length`` characters; several lines, or cells of a table, are joined."""

    def __init__(self, max_length: int = 200) -> None:
        super().__init__(max_length)

    def kept(self, text: str) -> str:
        """Join lines and cells with a comma or a semicolon."""
        return in_a_line(written(dedent(text)))

    def _repeated(self) -> int:
        return self.max_length


class LongText(_Written):
    """A long text, with at most ``max_words`` words if a limit is given."""

    def __init__(self, max_words: int | None = None) -> None:
        self.max_words = max_words

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a text without letters, or say how many words are too many and which word is the last allowed."""
        if not has_word(value):
            return str(texts.NO_WORDS)
        if self.max_words is None or most_words(value) <= self.max_words:  # quick: each turn checks all answers
            return None
        words = count_words(value)
        if words <= self.max_words:
            return None
        return texts.too_many_words(words, self.max_words, nth_word_in_context(value, self.max_words))

    def saved(self, value: str) -> str:
        """Give the number of words, and the limit if there is one."""
        if self.max_words is None:
            return texts.saved(texts.words(count_words(value)))
        return texts.saved(texts.words_of(count_words(value), self.max_words))

    def over(self, value: str) -> str:
        """Return the number of words and the limit of a text with too many words."""
        if self.max_words is None or count_words(value) <= self.max_words:
            return ""
        return texts.words_of(count_words(value), self.max_words)


def in_a_line(text: str) -> str:
    """Join lines and cells (separated by tabs): with commas, or with semicolons if a piece has a comma itself."""
    return _in_row([_in_row(_CELLS.split(line)) for line in _unfolded(text)])


def _unfolded(text: str) -> list[str]:
    """Split a text into lines; a line that begins with one space goes on with the line before it."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and _BROKEN.match(line):
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _in_row(pieces: list[str]) -> str:
    """Join the pieces that are not empty, without the bullets of a list."""
    plain = [piece for piece in map(one_line, pieces) if piece]
    if sum(bool(_BULLET.match(piece)) for piece in plain) > 1:
        plain = [_BULLET.sub("", piece, count=1) for piece in plain]
    between = "; " if any("," in piece or ";" in piece for piece in plain) else ", "
    gaps = [_gap(before, behind, between) for before, behind in pairwise(plain)]
    return "".join(piece + gap for piece, gap in zip(plain, [*gaps, ""], strict=False))


def _gap(before: str, behind: str, between: str) -> str:
    if _HYPHEN.search(before):
        return ""
    return " " if _GOES_ON_BEHIND.search(before) or _GOES_ON_WITH.match(behind) else between
