"""A phone number, in the form that can be called from any country."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from conversations import refusals
from conversations.fields.country_names import code_of
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.plain import latin_digits, one_line

_LONGEST = 200
_MOST = 3
_BETWEEN = re.compile(r"\s*[/,;|&]\s*|\s+(?:or|and|und|oder|et|ou|og|och|eller|ja|tai)\s+|\s+(?=\+)", re.IGNORECASE)
_TRUNK = re.compile(r"\( ?0 ?\)")
_LETTERS = re.compile(r"[^\W\d_]+|[()]")
_DIGIT = re.compile(r"\d")
_DIGITS = 6
"""A piece of a text with as many digits is taken for a number of its own."""
_ZEROES = re.compile(r"^([^\d+]*)\(?00\)? ?(?=[1-9])")


class Phone(Kind[str]):
    """A phone number; ``region_from`` are the questions whose country a number without its code is read with."""

    def __init__(self, region_from: tuple[str, ...] = ()) -> None:
        self.region_from = region_from

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Read one number; offer each of several."""
        line = latin_digits(one_line(text)) if len(text) <= _LONGEST else ""
        region = self._region(context)
        pieces = _BETWEEN.split(line)
        parts = _numbers(pieces, region)
        if len(parts) > 1:
            return Offered(refusals.several_phones(len(parts)), tuple(map(_option, parts[:_MOST])))
        whole = _parsed(line, region)
        if whole:
            return Understood(_written(whole))
        parts = parts or _numbers([_LETTERS.sub(" ", line)], region)
        if parts:
            return Offered(refusals.probably_phone(text, parts[0]), (_option(parts[0]),))
        several = sum(len(_DIGIT.findall(piece)) >= _DIGITS for piece in pieces) > 1
        return NotUnderstood(refusals.phones_without_country() if several else refusals.not_a_phone(text))

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when that is no number in international form."""
        international = value.startswith("+") and len(value) <= _LONGEST and _parsed(value, None)
        return None if international else refusals.not_a_phone(value)

    def _region(self, context: Context) -> str | None:
        answers = (context.answers.get(path) for path in self.region_from)
        codes = (code_of(answer) for answer in answers if isinstance(answer, str))
        return next((code for code in codes if code), None)


def _option(number: str) -> Option:
    return Option(label=refusals.label(number), value=number)


def _written(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def _numbers(parts: list[str], region: str | None) -> tuple[str, ...]:
    """Find the different numbers among parts; one without a country's code has that of the one before it."""
    found: dict[str, None] = {}
    for part in parts:
        number = _parsed(part, region)
        if number and phonenumbers.is_valid_number(number):
            found[_written(number)] = None
            region = phonenumbers.region_code_for_number(number)
    return tuple(found)


def _parsed(text: str, region: str | None) -> PhoneNumber | None:
    plain = _ZEROES.sub(r"\1+", text)
    plain = _TRUNK.sub("", plain) if "+" in plain else plain
    try:
        number = phonenumbers.parse(plain, region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
