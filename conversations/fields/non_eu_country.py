"""A country outside the EU and EEA."""

from collections.abc import Sequence
from typing import assert_never

from conversations import refusals
from conversations.fields.countries import Country, offered
from conversations.fields.countries_named import named_in, names_many, with_codes
from conversations.fields.country_names import code_of, english, nearly
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.nothing import says_nothing
from conversations.fields.plain import one_line
from conversations.fields.words import has_word

_LONGEST = 100
"""No country's name is longer."""


class NonEuCountry(Kind[str]):
    """A country outside the EU and EEA, by its English name; ``eu`` names the question for one inside."""

    def __init__(self, eu: str = "country") -> None:
        self.eu = eu

    def cleaned(self, text: str) -> str:
        """Write flags as codes."""
        return super().cleaned(with_codes(text))

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Read a name in any of Europe's languages, or a code; offer to keep a doubtful or unknown one as written."""
        named = named_in(text)
        match named.how:
            case "one":
                return self._one(named.codes[0])
            case "several":
                names = [english()[code] for code in named.codes]
                return Offered(refusals.country_twice(names), self._options(named.codes))
            case "perhaps" | "doubtful":
                return self._unknown(one_line(text), named.codes)
            case "none":
                if names_many(text):
                    return NotUnderstood(refusals.COUNTRY_TWICE)
                if says_nothing(text):
                    return NotUnderstood(refusals.country_name())
                return self._unknown(one_line(text), nearly(text))
            case _:
                assert_never(named.how)

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when that is no name, or the name of a country inside."""
        code = code_of(value)
        if code and code in Country.__members__:
            return refusals.inside(Country[code])
        return None if has_word(value) and len(value) <= _LONGEST else refusals.country_name()

    def _one(self, code: str) -> Reading[str]:
        if code in Country.__members__:
            return Offered(refusals.inside(Country[code]), self._options((code,)))
        return Understood(english()[code])

    def _unknown(self, text: str, near: Sequence[str]) -> Reading[str]:
        if not has_word(text) or len(text) > _LONGEST:
            return NotUnderstood(refusals.country_name())
        keep = Option(label=refusals.keep(text), value=text)
        return Offered(refusals.unknown_country(text), (*self._options(near), keep))

    def _options(self, codes: Sequence[str]) -> tuple[Option, ...]:
        return tuple(map(self._option, offered(codes)))

    def _option(self, code: str) -> Option:
        if code in Country.__members__:
            return Option(label=str(Country[code]), value=None, others={self.eu: str(Country[code])})
        return Option(label=refusals.label(english()[code]), value=english()[code])
