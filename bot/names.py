"""Names as people give them to Telegram: anything may stand there, and what is shown must stay in its place."""

import re

LONGEST = 64
"""Characters of a full name that are kept; Telegram allows 64 for each of its two parts."""

_UNSEEN = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ud800-\udfff]")
"""Control characters that are no white space, lone surrogates, and what turns the direction of the text behind it.

They go without a trace, as in no answer: a person's name is not to grow blanks.
"""


def full_name(first: str, last: str) -> str:
    """Join the two parts on one line, without what cannot be seen or kept."""
    return " ".join(_UNSEEN.sub("", f"{first} {last}").split())[:LONGEST].rstrip()
