"""Kinds of answers: how a text is read, what bounds it keeps, how it is shown."""

from conversations.fields.addresses import Email, Website
from conversations.fields.choices import OneOf, Several
from conversations.fields.countries import OUTSIDE, Country, EuCountry, NonEuCountry, region_of
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
    count_words,
    nth_word_in_context,
)
from conversations.fields.periods import Period, When
from conversations.fields.phones import Phone
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
