"""A country outside the EU and EEA."""

from conversations import refusals
from conversations.fields.countries import Country
from conversations.fields.country_names import code_of, codes_in, english, nearly
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.plain import one_line
from conversations.fields.words import has_word

_LONGEST = 100
"""No country's name is longer."""


class NonEuCountry(Kind[str]):
    """A country outside the EU and EEA, by its English name; ``eu`` names the question for one inside."""

    def __init__(self, eu: str = "country") -> None:
        self.eu = eu

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Read a name in any of Europe's languages, or a code; offer to keep an unknown one as written."""
        found = codes_in(text)
        if len(found) > 1:
            return NotUnderstood(refusals.COUNTRY_TWICE)
        if not found:
            return self._unknown(one_line(text))
        name = english()[found[0]]
        if found[0] in Country.__members__:
            return Offered(refusals.inside(Country[found[0]]), (self._option(found[0]),))
        return Understood(name)

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when that is no name, or the name of a country inside."""
        code = code_of(value)
        if code and code in Country.__members__:
            return refusals.inside(Country[code])
        return None if has_word(value) and len(value) <= _LONGEST else refusals.country_name()

    def _unknown(self, text: str) -> Reading[str]:
        if not has_word(text) or len(text) > _LONGEST:
            return NotUnderstood(refusals.country_name())
        keep = Option(label=refusals.keep(text), value=text)
        return Offered(refusals.unknown_country(text), (*map(self._option, nearly(text)), keep))

    def _option(self, code: str) -> Option:
        if code in Country.__members__:
            return Option(label=str(Country[code]), value=None, others={self.eu: str(Country[code])})
        return Option(label=refusals.label(english()[code]), value=english()[code])
