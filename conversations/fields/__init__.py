"""Kinds of answers, such as a year, a choice from a list or a phone number.

``kind.py`` explains what a kind and a reading are; read it first. Every other module has one kind, or what it needs.
Nothing here knows a question of the form. All sentences stand in ``texts.py``, those about years, dates and
addresses in ``time_texts.py`` and ``contact_texts.py``.
"""

from conversations.fields.addresses import Email, Website
from conversations.fields.choices import OneOf, Several
from conversations.fields.countries import OUTSIDE, Country, EuCountry, NonEuCountry, region_of
from conversations.fields.dates import Period, When
from conversations.fields.kind import (
    VERSION,
    Kind,
    NotUnderstood,
    Offered,
    Option,
    Partly,
    Reading,
    ReadingContext,
    Understood,
)
from conversations.fields.phones import Phone
from conversations.fields.plain import count_words, nth_word_in_context
from conversations.fields.text import Line, LongText, Text
from conversations.fields.years import Year
from conversations.fields.yes_no import YesNo

__all__ = [
    "OUTSIDE",
    "VERSION",
    "Country",
    "Email",
    "EuCountry",
    "Kind",
    "Line",
    "LongText",
    "NonEuCountry",
    "NotUnderstood",
    "Offered",
    "OneOf",
    "Option",
    "Partly",
    "Period",
    "Phone",
    "Reading",
    "ReadingContext",
    "Several",
    "Text",
    "Understood",
    "Website",
    "When",
    "Year",
    "YesNo",
    "count_words",
    "nth_word_in_context",
    "region_of",
]
