"""Lines of a form that are no answer."""

import pytest

from conversations.fields import texts as field_texts
from conversations.languages import CATALOGUES, speaking
from conversations.papers.template_words import answer_in


@pytest.mark.parametrize("code", CATALOGUES)
def test_note_below_a_long_answer_is_left_out(code: str) -> None:
    """The product's own form says there how long the answer is, in the language of the form."""
    with speaking(code):
        notes = (field_texts.words_of(312, 300), field_texts.characters_of(1312, 1000), field_texts.words_of(3, 2))
        assert "Our aim" == answer_in("\n".join(("Our aim", *notes)))
