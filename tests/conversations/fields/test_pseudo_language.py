"""Every sentence of the kinds is in the language that is spoken."""

import pytest
from support.other_language import CODE, english_left

from conversations.fields import contact_texts, texts, time_texts
from conversations.languages import speaking

WORD, PAIR = "17", ("17", "18")

WORDS = (
    "address answer button choices country date_ day goes_on month number_ problem rest scheme shown skip text time "
    "title where word"
)

FIGURES = "chosen count example first last length limit today wanted year"

VALUES = {
    **dict.fromkeys(WORDS.split(), WORD),
    **dict.fromkeys(FIGURES.split(), 3),
    **dict.fromkeys(("labels", "names", "numbers", "unpress_first.chosen"), PAIR),
    "years": (2011, 2014),
}


@pytest.mark.parametrize("count", [1, 5])
def test_no_english_in_texts(count: int) -> None:
    """Free texts, lists, countries: also where nothing is chosen, and at a question that needs an answer."""
    refusals = (texts.not_in_list, texts.nearly_in_list, texts.not_a_country, texts.nearly_a_country)
    with speaking(CODE):
        several = [refused("1, 2") for refused in refusals]
        none = (texts.perhaps_nothing(WORD, None), texts.too_few(2, 0), texts.at_least(2, 0))
        told = texts.nothing_or(texts.if_it_goes_on(WORD), WORD)
    assert [] == english_left(texts, VALUES | {"count": count, "chosen": count}, *several, *none, told)


def test_no_english_in_years_and_dates() -> None:
    """Years, dates, and days near today."""
    with speaking(CODE):
        unbounded = time_texts.year_bounds(1900, None)
    assert [] == english_left(time_texts, VALUES, unbounded)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_no_english_in_contact_details(count: int) -> None:
    """Addresses and phone numbers, of which a message may have several."""
    assert [] == english_left(contact_texts, VALUES | {"count": count, "numbers": (WORD,) * count})
