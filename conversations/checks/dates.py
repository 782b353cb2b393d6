"""Dates and years that do not fit together, beyond those that the form refuses."""

import re
from datetime import date

from pydantic import JsonValue

from conversations import form
from conversations.asked import Asked
from conversations.checks import wording
from conversations.fields.periods import Period
from conversations.fields.plain import bare
from conversations.form import Values

_OLD = 5
"""Years after which the text about a practice that goes on is likely to be out of date."""
_SINCE = re.compile(r"\b(?:since|seit|depuis|siden|sedan|sinds|desde|od|dal)\s+(?:[^\W\d_]+\s+)?((?:19|20)\d\d)\b")


def began_earlier(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    """Advise where the text says that the practice has gone on since a year before its starting year."""
    starting = values.get("start.starting_year")
    years = [int(year) for year in _SINCE.findall(bare(str(value)))]
    earlier = [year for year in years if isinstance(starting, int) and year < starting]
    return wording.began_earlier(min(earlier), int(str(starting))) if earlier else None


def meeting_too_early(asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    """Advise where a meeting lies before the year in which the practice began."""
    starting, period = values.get("start.starting_year"), asked.load(value)
    if not isinstance(starting, int) or not isinstance(period, Period) or period.last.year >= starting:
        return None
    return wording.meeting_too_early(period.last.year, starting)


def text_too_old(_asked: Asked, value: JsonValue, values: Values, today: date) -> str | None:
    """Advise where the text is older than what it tells of, or than a practice that goes on can use."""
    year = int(str(value))
    ending = values.get("start.ending_year")
    if isinstance(ending, int) and year < ending:
        return wording.before_ending(year, ending)
    meeting = max(_meetings(values), default=year)
    if year < meeting:
        return wording.before_meeting(year, meeting)
    goes_on = "start.ending_year" in values and ending is None
    return wording.text_is_old(year) if goes_on and today.year - year >= _OLD else None


def _meetings(values: Values) -> list[int]:
    periods = [asked.load(values[asked.path]) for asked in form.applicable(values) if values.get(asked.path)
               and asked.path.endswith(".date")]  # fmt: skip
    return [period.first.year for period in periods if isinstance(period, Period)]
