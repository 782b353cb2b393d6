"""Kinds for a country: one of the EU and EEA, from a list, or one outside, by name."""

from abc import abstractmethod
from collections.abc import Sequence
from enum import StrEnum
from itertools import chain
from typing import assert_never

from conversations.fields import texts
from conversations.fields.countries_in_text import codes_in, named_in, names_many, speaking, with_codes
from conversations.fields.country_names import LINKED, PARTS, choice_in_language, code_of, english, nearly
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.labels import SpokenLabels
from conversations.fields.phones import region_of_number
from conversations.fields.plain import fold, has_word, one_line
from conversations.fields.yes_no import says_nothing
from conversations.languages import _
from conversations.languages import english as english_text

# A button of the list of countries

OUTSIDE = english_text(_("Outside the EU and EEA"))
"""Also the answer that the button gives: stored in English."""

_OUTSIDE_TOO = "outside,outside eu,outside the eu,not in eu,not in the eu,not eu,non eu,non eu country,other"

_SAYS_OUTSIDE = frozenset(_OUTSIDE_TOO.split(","))

_MOST_OFFERED = 6

_MOST_LIKELY = 6

_LONGEST = 100
"""No text for "outside the EU" is longer."""


class Country(StrEnum):
    """The 27 member states of the EU, and Iceland, Liechtenstein and Norway, with their English short names."""

    AT = "Austria"
    BE = "Belgium"
    BG = "Bulgaria"
    HR = "Croatia"
    CY = "Cyprus"
    CZ = "Czechia"
    DK = "Denmark"
    EE = "Estonia"
    FI = "Finland"
    FR = "France"
    DE = "Germany"
    GR = "Greece"
    HU = "Hungary"
    IS = "Iceland"
    IE = "Ireland"
    IT = "Italy"
    LV = "Latvia"
    LI = "Liechtenstein"
    LT = "Lithuania"
    LU = "Luxembourg"
    MT = "Malta"
    NL = "Netherlands"
    NO = "Norway"
    PL = "Poland"
    PT = "Portugal"
    RO = "Romania"
    SK = "Slovakia"
    SI = "Slovenia"
    ES = "Spain"
    SE = "Sweden"


def region_of(country_name: str) -> str | None:
    """Return the two-letter code of a country from its name in any of Europe's languages."""
    return code_of(country_name)


class _CountryKind(Kind[str]):
    def label(self, choice: str) -> str:
        """Return the name of a country in the language that is spoken."""
        return choice_in_language(choice)

    def show(self, value: str) -> str:
        """Return the name of the country in the language that is spoken."""
        return self.label(value)

    def _names(self, codes: Sequence[str]) -> list[str]:
        return [self.label(english()[code]) for code in codes]

    def cleaned(self, text: str) -> str:
        """Replace flags with codes."""
        return super().cleaned(with_codes(text))

    def _options(self, codes: Sequence[str]) -> tuple[Option, ...]:
        return tuple(map(self._option, offered(codes)))

    @abstractmethod
    def _option(self, code: str) -> Option:
        """Make the button for a country, inside or outside the EU and EEA."""


class EuCountry(_CountryKind):
    """A country of the EU or EEA; ``other`` is the key of the question for a country outside.

    ``own`` is the path of this question; the answers at ``places`` and ``phones`` tell which countries are likely.
    """

    def __init__(
        self,
        other: str = "non_eu_country",
        own: str = "",
        places: tuple[str, ...] = (),
        phones: tuple[str, ...] = (),
    ) -> None:
        self.choices = (*(member.value for member in Country), OUTSIDE)
        self.other = other
        self.own = own
        self.places = places
        self.phones = phones
        self._labels = SpokenLabels(self.choices, self.label, in_order=self.in_order)

    def in_order(self) -> Sequence[str]:
        """List the countries by their names in the language that is spoken, and outside the EU and EEA last."""
        return (*sorted(self.choices[:-1], key=lambda choice: fold(self.label(choice))), OUTSIDE)

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Read a name in any of Europe's languages, a code or a number; offer countries if the text is not clear."""
        listed = self._listed(text)
        if listed:
            return Understood(listed)
        named = named_in(text)
        match named.how:
            case "one":
                return self._one(named.codes[0], text)
            case "several":
                return Offered(texts.country_twice(self._names(named.codes)), self._options(named.codes))
            case "perhaps" | "doubtful":
                outside = (self._outside,) if named.how == "doubtful" else ()
                return Offered(texts.nearly_a_country(text), (*self._options(named.codes), *outside))
            case "none":
                return self._unknown(text)
            case _:
                assert_never(named.how)

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a country that is not in the list."""
        return None if value in self.choices else texts.gone_from_list(self.label(value))

    def likely(self, context: ReadingContext) -> tuple[str, ...]:
        """List countries in the answers, in earlier drafts, of phone numbers and of the app's language."""
        drafts = (context.answers, *context.earlier)
        named = (codes_in(str(draft.get(path) or "")) for draft in drafts[:1] for path in self.places)
        earlier = (str(draft.get(self.own) or "") for draft in context.earlier)
        dialled = (region_of_number(str(draft.get(path) or "")) for draft in drafts for path in self.phones)
        found = (*chain.from_iterable(named), *map(code_of, earlier), *dialled, *speaking(context.language))
        countries = dict.fromkeys(str(Country[code]) for code in found if code and code in Country.__members__)
        return (*[*countries][:_MOST_LIKELY], OUTSIDE) if countries else ()

    @property
    def _outside(self) -> Option:
        return Option(self.label(OUTSIDE), OUTSIDE)

    def _listed(self, text: str) -> str | None:
        says_outside, labels = fold(text[:_LONGEST]) in _SAYS_OUTSIDE, self._labels.now()
        return OUTSIDE if says_outside else labels.numbered(text) or labels.exact(text)

    def _one(self, code: str, text: str) -> Reading[str]:
        if _says_no(text):
            options = (*self._options((code,)), self._outside)
            return Offered(texts.nearly_a_country(text), options)
        if code in Country.__members__:
            return Understood(str(Country[code]))
        belonging = PARTS.get(code) or LINKED.get(code)
        if belonging:
            return Offered(texts.outside(self.label(english()[code])), self._options((code,)))
        return Understood(OUTSIDE, {self.other: english()[code]})

    def _unknown(self, text: str) -> Reading[str]:
        if names_many(text):
            return NotUnderstood(texts.one_country())
        begun = self._labels.now().begun(text)
        if begun:
            return Understood(begun)
        near = () if says_nothing(text) else nearly(text)
        if near:
            return Offered(texts.nearly_a_country(text), self._options(near))
        return NotUnderstood(texts.not_a_country(text))

    def _option(self, code: str) -> Option:
        if code in Country.__members__:
            return Option(label=self.label(Country[code]), value=str(Country[code]))
        name = english()[code]
        shown = texts.noted(self.label(OUTSIDE), self.label(name))
        return Option(label=texts.label(shown), value=OUTSIDE, others={self.other: name})


def offered(codes: Sequence[str]) -> Sequence[str]:
    """List the countries to offer: the country of a territory, and the territory if it is outside the EU and EEA."""
    both = (one for code in codes for one in (PARTS.get(code, code), LINKED.get(code)) if one)
    return tuple(dict.fromkeys(both))[:_MOST_OFFERED]


def _says_no(text: str) -> bool:
    """Tell the answer "No" from the code NO of Norway."""
    return fold(text) == "no" and not text.strip().isupper()


_LONGEST_NAME = 100
"""No name of a country is longer."""


class NonEuCountry(_CountryKind):
    """A country outside the EU and EEA, by its English name; ``eu`` is the key of the question for one inside."""

    def __init__(self, eu: str = "country") -> None:
        self.eu = eu

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Read a name in any of Europe's languages, or a code; offer to keep an unknown name as written."""
        named = named_in(text)
        match named.how:
            case "one":
                return self._one(named.codes[0])
            case "several":
                return Offered(texts.country_twice(self._names(named.codes)), self._options(named.codes))
            case "perhaps" | "doubtful":
                return self._unknown(one_line(text), named.codes)
            case "none":
                if names_many(text):
                    return NotUnderstood(texts.one_country())
                if says_nothing(text):
                    return NotUnderstood(texts.country_name())
                return self._unknown(one_line(text), nearly(text))
            case _:
                assert_never(named.how)

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a text that is no name, or a country of the EU or EEA."""
        code = code_of(value)
        if code and code in Country.__members__:
            return texts.inside(self.label(Country[code]))
        return None if has_word(value) and len(value) <= _LONGEST_NAME else texts.country_name()

    def _one(self, code: str) -> Reading[str]:
        if code in Country.__members__:
            return Offered(texts.inside(self.label(Country[code])), self._options((code,)))
        return Understood(english()[code])

    def _unknown(self, text: str, near: Sequence[str]) -> Reading[str]:
        if not has_word(text) or len(text) > _LONGEST_NAME:
            return NotUnderstood(texts.country_name())
        keep = Option(label=texts.keep(text), value=text)
        return Offered(texts.unknown_country(text), (*self._options(near), keep))

    def _option(self, code: str) -> Option:
        if code in Country.__members__:
            return Option(label=self.label(Country[code]), value=None, others={self.eu: str(Country[code])})
        return Option(label=texts.label(self.label(english()[code])), value=english()[code])
