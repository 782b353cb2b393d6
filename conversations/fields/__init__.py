"""Kinds of answers: how a text is read, what bounds it keeps, how it is shown."""

from conversations.fields.choices import OneOf, Several
from conversations.fields.countries import OUTSIDE, Country, EuCountry, region_of
from conversations.fields.emails import Email
from conversations.fields.kind import (
    VERSION,
    Context,
    Kind,
    NotUnderstood,
    Offered,
    Option,
    Partly,
    Reading,
    Understood,
)
from conversations.fields.non_eu_country import NonEuCountry
from conversations.fields.periods import Period, When
from conversations.fields.phones import Phone
from conversations.fields.texts import Line, LongText, Text
from conversations.fields.websites import Website
from conversations.fields.words import count_words, nth_word_in_context
from conversations.fields.years import Year
from conversations.fields.yes_no import YesNo

__all__ = [
    "OUTSIDE",
    "VERSION",
    "Context",
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
