"""Texts of a person's own: one line, several lines, or a long text counted in words."""

from conversations import refusals
from conversations.fields.kind import Context, Kind, NotUnderstood, Reading, Understood
from conversations.fields.plain import one_line, storable
from conversations.fields.words import count_words, has_word, most_words, nth_word_in_context

_SHOWN_WHOLE = 60
"""Up to this many characters a confirmation repeats the text itself."""


class _Written(Kind[str]):
    """A text that is kept as it was typed, also beyond its bounds."""

    keeps_text = True

    def read(self, text: str, context: Context) -> Reading[str]:
        """Take any text that has a letter or a digit."""
        kept = self.kept(text)
        return Understood(kept) if has_word(kept) else NotUnderstood(refusals.NO_WORDS)

    def kept(self, text: str) -> str:
        """Strip the ends and keep the inside."""
        return storable(text)


class Text(_Written):
    """A text of several lines, at most ``max_length`` characters."""

    def __init__(self, max_length: int = 1000) -> None:
        self.max_length = max_length

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when the text is empty or too long."""
        if not has_word(value):
            return refusals.NO_WORDS
        if len(value) > self.max_length:
            return refusals.too_many_characters(len(value), self.max_length)
        return None

    def saved(self, value: str) -> str:
        """Repeat a short text; of a longer one say its length."""
        return f"Saved: {one_line(value) if len(value) <= self._repeated() else self._measured(value)}"

    def over(self, value: str) -> str:
        """Say its length, and of how much, where that is too long."""
        return self._measured(value) if len(value) > self.max_length else ""

    def _measured(self, value: str) -> str:
        return f"{len(value):,} of {refusals.counted(self.max_length, 'character')}"

    def _repeated(self) -> int:
        return min(_SHOWN_WHOLE, self.max_length)


class Line(Text):
    """One line of at most ``max_length`` characters; line breaks in it become spaces."""

    def __init__(self, max_length: int = 200) -> None:
        super().__init__(max_length)

    def kept(self, text: str) -> str:
        """Put the text on one line."""
        return one_line(text)

    def _repeated(self) -> int:
        return self.max_length


class LongText(_Written):
    """A long text, of at most ``max_words`` words where that is given."""

    def __init__(self, max_words: int | None = None) -> None:
        self.max_words = max_words

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when the text is empty, or how many words it is over its limit and where that falls."""
        if not has_word(value):
            return refusals.NO_WORDS
        if self.max_words is None or most_words(value) <= self.max_words:  # an answer is held to this at every turn
            return None
        words = count_words(value)
        if words <= self.max_words:
            return None
        return refusals.too_many_words(words, self.max_words, nth_word_in_context(value, self.max_words))

    def saved(self, value: str) -> str:
        """Say the number of words, and of how many."""
        if self.max_words is None:
            return f"Saved: {refusals.counted(count_words(value), 'word')}"
        return f"Saved: {_measured(value, self.max_words)}"

    def over(self, value: str) -> str:
        """Say its number of words, and of how many, where these are too many."""
        if self.max_words is None or count_words(value) <= self.max_words:
            return ""
        return _measured(value, self.max_words)


def _measured(text: str, most: int) -> str:
    return f"{count_words(text):,} of {refusals.counted(most, 'word')}"
