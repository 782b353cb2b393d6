"""Texts that a spreadsheet would take for a formula, however it takes the file apart.

Where lists are parted by semicolons, as in most of Europe, Excel splits a CSV at these, and then quotes no longer hold
a cell together: every line of it, and the text behind a separator, can become a cell of its own.
"""

import re

_SIGNS = "=+@−＝＋－＠﹦﹢﹣﹫-"
"""OWASP, "CSV Injection"; the wide and small forms of them, and the sign for minus."""
_BREAKS = r"\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029;,|；，｜"
_ENCODED = "%0[AaDd9]"
"""A line break or a tab in an address, as a program may read it."""
_UNSEEN = (
    r" \xa0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164\uffa0"
    r"\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\ufe00-\ufe0f\ufeff"
)
"""A spreadsheet may drop these before a sign: blanks, controls, characters without a width."""

_BEGINNING = re.compile(rf'(?:[{_BREAKS}{_UNSEEN}"]|{_ENCODED})*+[{_SIGNS}]')
_AFTER_BREAK = re.compile(rf'((?:; ?|[{_BREAKS}]|{_ENCODED})"*+)(?=[{_UNSEEN}"]*+[{_SIGNS}])')
_QUOTES = re.compile('^"*')
_TELEPHONE = re.compile(r"\+\d{1,15}|\+\d{1,3} [\d ()./-]{0,40}\d(?: ?(?:ext\.?|x|#) ?\d{1,10})?", re.ASCII)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet might work the text out instead of showing it."""
    return _BEGINNING.match(text) is not None


def is_telephone(text: str) -> bool:
    """Tell whether a text is nothing but a telephone number, which no spreadsheet can work out."""
    return _TELEPHONE.fullmatch(text) is not None


def harmless(text: str) -> str:
    """Put an apostrophe before each such beginning: of the text, of a line, and behind a separator.

    It stands behind quotes, so that a list of quoted names can still be taken apart at its semicolons.
    """
    inner = _AFTER_BREAK.sub(r"\1'", text)
    return _QUOTES.sub(r"\g<0>'", inner) if looks_like_formula(text) else inner
