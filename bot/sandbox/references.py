"""Character references in Telegram's HTML: four names, and numbers."""

import re
import sys

from bot.sandbox.refusals import unparsed

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
HALVES = range(0xD800, 0xE000)  # of surrogate pairs
MAX_REFERENCE = 10  # characters
HALF_CHARACTER = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


def decoded_reference(match: re.Match[str]) -> str:
    """Return the character of a reference, empty where there is none such."""
    sixteen, ten, name = match.groups()
    if name:
        return NAMED.get(name, "")
    code = int(sixteen, 16) if sixteen else int(ten)
    length = match.end() - match.start() - match[0].endswith(";")
    if not 0 < code < sys.maxunicode or length >= MAX_REFERENCE:
        return ""
    if code in HALVES:
        raise unparsed(HALF_CHARACTER)
    return chr(code)
