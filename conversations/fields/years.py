"""A year, and a range of years typed where the first is asked."""

import re
from collections.abc import Sequence

from conversations import refusals
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.plain import latin_digits, one_line

_LONGEST = 200
"""A longer text is an answer to another question, though a year may be in it."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT_END = re.compile(r"(?<!\d)(\d\d)(\d\d)(\s?[-–—/]\s?)(\d\d)(?!\d|[-/.]\d)")
"""``2011-14``, but not the day ``2011-12-14``."""


class Year(Kind[int]):
    """A year from ``first`` to today's; ``until`` names the question of this section that asks for the end."""

    def __init__(self, first: int = 1900, until: str | None = None) -> None:
        self.first = first
        self.until = until

    def read(self, text: str, context: Context) -> Reading[int]:
        """Read the one year in a short text, or offer the two of a range."""
        years = _years(text)
        if len(years) == 1:
            return Understood(years[0])
        if not years:
            return NotUnderstood(self._bounds(context))
        if len(years) > 2 or self.until is None:  # noqa: PLR2004 - a beginning and an end
            return NotUnderstood(refusals.several_years(years))
        return self._range(years[0], years[1], self.until, context)

    def problem(self, value: int, context: Context | None = None) -> str | None:
        """Say when the year is before the first or after today's."""
        late = context is not None and value > context.today.year
        return self._bounds(context) if late or value < self.first else None

    def _range(self, first: int, last: int, until: str, context: Context) -> Reading[int]:
        if self.problem(first, context) or self.problem(last, context):
            return NotUnderstood(self._bounds(context))
        if last < first:
            return NotUnderstood(refusals.years_backwards(first, last))
        both = Option(label=f"{first} and {last}", value=first, others={until: last})
        return Offered(refusals.both_years(first, last), (both,))

    def _bounds(self, context: Context | None) -> str:
        return refusals.year_bounds(self.first, context.today.year if context else None)


def _years(text: str) -> Sequence[int]:
    """Find the different years of a short text, in its order."""
    if len(text) > _LONGEST:
        return ()
    spelt = _SHORT_END.sub(_whole_end, latin_digits(one_line(text)))
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(spelt)))


def _whole_end(found: re.Match[str]) -> str:
    """Write ``2011-14`` as ``2011-2014``; in ``2011-05`` the second number is a month."""
    century, begin, dash, end = found.groups()
    return f"{century}{begin}{dash}{century}{end}" if end > begin else f"{century}{begin}"
