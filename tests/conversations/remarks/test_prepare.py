"""The lists of remarks are prepared before the first text comes."""

from conversations.form.asked import question_at
from conversations.remarks.lexicon import lexicon, openings
from conversations.remarks.listening import prepare, remark


def test_first_text_waits_for_no_list() -> None:
    """After ``prepare`` the first text makes no list."""
    prepare()
    made = lexicon.cache_info().misses, openings.cache_info().misses
    remark(question_at("name.name"), "How long does it take?")
    assert made == (lexicon.cache_info().misses, openings.cache_info().misses)
