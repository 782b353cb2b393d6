"""Why a file is not read, in another language."""

from support.other_language import Arguments, spoken, texts_of
from support.pseudo import plain_words

from storage.papers import texts

ARGUMENTS: Arguments = {"too_long": [(3000, "paragraphs"), (200_000, "characters")], "too_many_pages": [(30,)]}


def test_no_english_in_texts() -> None:
    """All refusals of a file; the names of the work are for the log."""
    with spoken():
        said = [(name, text) for name, text in texts_of(texts, ARGUMENTS) if name not in {"NAME", "FAILED"}]
    assert [] == [(name, text) for name, text in said if plain_words(text.replace("PDF", "").replace("Word", ""))]
