"""The language that a text seems to be written in: a model of 3 MB in memory, 0.2 ms for the longest text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from babel import Locale

from conversations.languages.offered import ENGLISH, OWN_NAMES
from conversations.languages.texts import current

LEAST_WORDS = 10
"""Of texts of 8 words, 1.5 % are taken for a neighbour's language; of 10 words and a probability of 0.9, none was."""

_SURE_FROM_WORDS = 20

_SURE, _GUESS = 0.9, 0.5
"""The model gives 0.78 where it knows nothing; that counts for no language which the bot does not speak."""

_MOST = 4000
"""Characters that are read: more say nothing new."""


@dataclass(frozen=True)
class Written:
    """The language that a text seems to be in, by its code, and whether that is sure."""

    code: str
    sure: bool

    @property
    def name(self) -> str:
        """The name of the language in the language that is spoken."""
        return str(Locale.parse(current()).languages[self.code])


def written_in(texts: Iterable[str]) -> Written | None:
    """Say which language some texts seem to be in, the longest first; None if they are short, or it is not clear."""
    text = " ".join(" ".join(sorted(texts, key=len, reverse=True))[:_MOST].split())
    count = text.count(" ") + 1
    if count < LEAST_WORDS:
        return None
    found = _model().FindLanguage(text.encode(errors="ignore").decode())  # it reads no lone surrogates
    code, probability = str(found.language), float(found.probability)
    known = code in OWN_NAMES or (probability >= _SURE and code in Locale.parse(ENGLISH).languages)
    if probability < _GUESS or not known:
        return None
    return Written(code, probability >= _SURE and count >= _SURE_FROM_WORDS)


@cache
def _model() -> Any:  # noqa: ANN401 - the library has no types
    """Load the model when it is first needed, which takes 10 to 20 ms."""
    return import_module("gcld3").NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _MOST)
