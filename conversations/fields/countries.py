"""The countries of the EU and EEA, and the kind of question that asks for one."""

from enum import StrEnum

from conversations import refusals
from conversations.fields.country_names import code_of, codes_in, english, nearly
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.matching import Labels
from conversations.fields.plain import fold

OUTSIDE = "Outside the EU and EEA"
_OUTSIDE_TOO = "outside,outside eu,outside the eu,not in eu,not in the eu,not eu,non eu,non eu country,other"
_SAYS_OUTSIDE = frozenset(_OUTSIDE_TOO.split(","))
_LONGEST = 100
"""No text that says so is longer."""


class Country(StrEnum):
    """The 27 member states of the EU, and Iceland, Liechtenstein and Norway, by their English short names."""

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
    """Give the two-letter code of a country, by its name in any of Europe's languages."""
    return code_of(country_name)


class EuCountry(Kind[str]):
    """A country of the EU or EEA; ``other`` names the question of this section for one outside."""

    def __init__(self, other: str = "non_eu_country") -> None:
        self.choices = (*(member.value for member in Country), OUTSIDE)
        self.other = other
        self._labels = Labels(self.choices)

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Read a name in any of Europe's languages, a code or a number; offer to note a country outside."""
        listed = self._listed(text)
        if listed:
            return Understood(listed)
        found = codes_in(text)
        if len(found) > 1:
            return NotUnderstood(refusals.COUNTRY_TWICE)
        if found:
            return self._one(found[0], text)
        begun = self._labels.begun(text)
        return Understood(begun) if begun else self._near(text)

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when the country is not in the list."""
        return None if value in self.choices else refusals.gone_from_list(value)

    def _listed(self, text: str) -> str | None:
        says_outside = fold(text[:_LONGEST]) in _SAYS_OUTSIDE
        return OUTSIDE if says_outside else self._labels.numbered(text) or self._labels.exact(text)

    def _one(self, code: str, text: str) -> Reading[str]:
        if _says_no(text):
            options = (self._option(code), Option(OUTSIDE, OUTSIDE))
            return Offered(refusals.nearly_a_country(text), options)
        if code in Country.__members__:
            return Understood(str(Country[code]))
        return Offered(refusals.outside(english()[code]), (self._option(code),))

    def _near(self, text: str) -> Reading[str]:
        near = nearly(text)
        if near:
            return Offered(refusals.nearly_a_country(text), tuple(map(self._option, near)))
        return NotUnderstood(refusals.not_a_country(text))

    def _option(self, code: str) -> Option:
        if code in Country.__members__:
            return Option(label=str(Country[code]), value=str(Country[code]))
        name = english()[code]
        return Option(label=refusals.label(f"{OUTSIDE}: {name}"), value=OUTSIDE, others={self.other: name})


def _says_no(text: str) -> bool:
    """Tell the answer No from the code NO."""
    return fold(text) == "no" and not text.strip().isupper()
