"""When something took place: a day, a range of days, a month or a year, as given and as dates."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator

from conversations.fields import texts
from conversations.fields.dates import Readable, Unreadable, read_date, say
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.plain import one_line
from conversations.fields.years import decade_in, middle_of

_BREAKS = re.compile(r"\s*[\n\t]\s*")

_LONGEST = 100
"""A longer text is no date."""


class Period(BaseModel):
    """A time as it was given, with its first and last day; read from a plain text as well."""

    model_config = ConfigDict(frozen=True)

    given: str
    first: date
    last: date

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:  # noqa: ANN401 - what pydantic is given
        if not isinstance(value, str):
            return value
        period = _read(one_line(value))
        if isinstance(period, Period):
            return period.model_dump()
        raise ValueError(period.problem)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(texts.ends_before(say((self.first, self.first)), say((self.last, self.last))))
        return self


@dataclass(frozen=True)
class _Maybe:
    """What a text may mean, and the sentence that says so."""

    problem: str
    periods: tuple[Period, ...]


class When(Kind[Period]):
    """A day, a range of days, a month or a year that has begun."""

    def understand(self, text: str, context: ReadingContext) -> Reading[Period]:
        """Read a date in any of Europe's languages; offer what was read of a text that has more in it."""
        text = text[: 2 * _LONGEST].strip()
        read = _read(one_line(text))
        if isinstance(read, NotUnderstood) and _BREAKS.search(text):
            read = _read(one_line(_BREAKS.sub(", ", text)))
        if isinstance(read, Period):
            return Understood(read)
        if isinstance(read, NotUnderstood):
            return read
        for period in read.periods:
            problem = self.problem(period, context)
            if problem:
                return NotUnderstood(problem)
        return Offered(read.problem, tuple(map(_option, read.periods)))

    def problem(self, value: Period, context: ReadingContext | None = None) -> str | None:
        """Say when it has not begun yet."""
        if context is None or value.first <= context.today:
            return None
        return texts.not_yet(say((value.first, value.first)), say((context.today, context.today)))

    def show(self, value: Period) -> str:
        """Say it as it was given."""
        return value.given


def _read(line: str) -> Period | _Maybe | NotUnderstood:
    decade = decade_in(line)
    if decade:
        return NotUnderstood(texts.decade(decade, middle_of(decade)))
    found = read_date(line) if len(line) <= _LONGEST else Unreadable(texts.not_a_date())
    if isinstance(found, Unreadable):
        return NotUnderstood(found.problem)
    if not found.passed_over and not found.ambiguous:
        return Period(given=line, first=found.spans[0][0], last=found.spans[0][1])
    periods = tuple(Period(given=say(span), first=span[0], last=span[1]) for span in found.spans)
    return _Maybe(_why(found, line), periods)


def _why(found: Readable, line: str) -> str:
    return texts.two_months(found.ambiguous) if found.ambiguous else texts.part_of_a_date(line)


def _option(period: Period) -> Option:
    return Option(label=period.given, value=period.model_dump(mode="json"))
