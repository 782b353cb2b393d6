"""A phone number, in the form that can be called from any country."""

from collections.abc import Sequence

from conversations import refusals
from conversations.fields.country_names import code_of
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.phone_numbers import numbers_in, parsed
from conversations.fields.plain import one_line

_LONGEST = 200
_MOST = 5


class Phone(Kind[str]):
    """A phone number; ``region_from`` are the questions whose country a number without its code is read with."""

    def __init__(self, region_from: tuple[str, ...] = ()) -> None:
        self.region_from = region_from

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Read one number, or the one that is of no fax; offer each of several, and one that has words around it."""
        if len(text) > _LONGEST:
            return NotUnderstood(refusals.not_a_phone(text))
        found = numbers_in(text, self._region(context))
        if not found.numbers and not found.faxes:  # one number that is broken over lines, or has a tab in it
            found = numbers_in(one_line(text), self._region(context))
        if len(found.numbers) > 1:
            return Offered(refusals.several_phones(len(found.numbers)), _options(found.numbers))
        if found.numbers:
            number = found.numbers[0]
            return Offered(refusals.probably_phone(number), _options([number])) if found.more else Understood(number)
        if found.faxes:
            return Offered(refusals.only_a_fax(found.faxes), _options(found.faxes))
        return NotUnderstood(refusals.phones_without_country() if found.runs > 1 else refusals.not_a_phone(text))

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when that is no number in international form."""
        international = value.startswith("+") and len(value) <= _LONGEST and parsed(value, None)
        return None if international else refusals.not_a_phone(value)

    def _region(self, context: Context) -> str | None:
        answers = (context.answers.get(path) for path in self.region_from)
        codes = (code_of(answer) for answer in answers if isinstance(answer, str))
        return next((code for code in codes if code), None)


def _options(numbers: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(label=refusals.label(number), value=number) for number in numbers[:_MOST])
