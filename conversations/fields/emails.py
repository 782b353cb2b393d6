"""An e-mail address, also one that is spelt out to keep machines away."""

import re

from email_validator import validate_email

from conversations import refusals
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.plain import one_line

_LONGEST = 254
_MOST = 3
_ADDRESS = re.compile(r"(?<![^\s@<>,;:()\[\]\"])[^\s@<>,;:()\[\]\"]{1,64}@[^\s@<>,;:()\[\]\"'?/]{1,255}")
_AT = re.compile(r" ?[\[({<] ?(?:at|a|ät|æt|@) ?[\])}>] ?| (?:at|ät|æt|arroba|snabel-?a) | ?@ ?", re.IGNORECASE)
_DOT = re.compile(r" ?[\[({<] ?(?:dot|punkt|point|\.) ?[\])}>] ?| (?:dot|punkt|point) ", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[({<] ?(?:at|a|ät|æt|@) ?[\])}>]", re.IGNORECASE)
_COMMA = re.compile(r"(?<=\w),(?=\w)")


class Email(Kind[str]):
    """An e-mail address, checked without asking the network."""

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Find the one address in a text; offer the one that is spelt out, or each of several."""
        line = one_line(text) if len(text) <= 4 * _LONGEST else ""
        found = _addresses(line)
        if len(found) == 1:
            return Understood(found[0])
        if found:
            return Offered(refusals.several_emails(len(found)), tuple(map(_option, found[:_MOST])))
        repaired = _addresses(_repaired(line))
        if repaired:
            return Offered(refusals.probably_email(repaired[0]), tuple(map(_option, repaired[:_MOST])))
        return NotUnderstood(refusals.not_an_email(text))

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when that is no address."""
        return None if _checked(value) else refusals.not_an_email(value)


def emails_in(text: str) -> tuple[str, ...]:
    """Find the addresses of a text, also where they are spelt out."""
    line = one_line(text)
    return _addresses(line) or (_addresses(_repaired(line)) if _BRACKETED.search(line) else ())


def _option(address: str) -> Option:
    return Option(label=refusals.label(address), value=address)


def _repaired(line: str) -> str:
    """Write "name [at] example dot org" and "name@example,org" as addresses."""
    return _COMMA.sub(".", _DOT.sub(".", _AT.sub("@", line)))


def _addresses(line: str) -> tuple[str, ...]:
    """Find the different addresses of a text."""
    if line.count("@") > 4 * _MOST:
        return ()
    checked = (_checked(found.strip(".!'").rstrip("'*_")) for found in _ADDRESS.findall(line))
    return tuple(dict.fromkeys(address for address in checked if address))


def _checked(text: str) -> str | None:
    try:
        address = validate_email(text[: _LONGEST + 1], check_deliverability=False).normalized
    except ValueError:
        return None
    return address if len(address) <= _LONGEST else None
