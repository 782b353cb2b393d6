"""Web addresses found in a text: with or without a scheme, between words, broken over lines."""

import re
from itertools import takewhile
from urllib.parse import SplitResult, urlsplit

_BEGINS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_HTTP = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,30}):(?!\d)", re.IGNORECASE)
_NAMED = re.compile(r"(?:[\w-]{1,63}\.){1,9}[^\W\d_][\w-]{1,62}(?::\d{1,5})?(?=[/?#]|$)")
"""A host with a dot and a last label that begins with a letter: not "3.5", not "e.g."."""
_HAS_PATH = re.compile(
    r"[<(\[{\"'“„«]?(?:https?://[^\s/]+|www\.[^\s/]+|(?:[\w-]{1,63}\.){1,9}[^\W\d_]{2,63})[/?]", re.IGNORECASE
)
_FILE = re.compile(
    r"\.(?:pdf|docx?|odt|rtf|txt|html?|php|aspx?|jsp|xlsx?|pptx?|zip|jpe?g|png|mp[34])(?:[?#].*)?$", re.IGNORECASE
)
_WORDS_BEHIND = (
    "and or is are was see for our the in on at of has with which that where but und oder ist siehe für im auf et ou "
    "est sur voir pour og eller er på och är se ja on y o es en e è i jest"
)
_LINKING = frozenset(_WORDS_BEHIND.split())
"""Behind an address, these begin a sentence about it."""
_MOST_ALONE = 7
"""Up to so many words behind an address, and nothing else, may be the rest of a name."""
_CUT_SCHEME = re.compile(r"(?<=://)[^\S\n]+(?=\S)")
_CUT_PATH = re.compile(
    r"(?<![\w@.-])((?:https?://[^\s/]+|(?:[\w-]{1,63}\.){1,9}[^\W\d_]{2,63}))[^\S\n]+(?=/(?!www\.|https?:)\w)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:[a-z][a-z0-9+.-]{0,30}://|javascript:|data:|file:)", re.IGNORECASE)
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*\.?$")
_EMAIL = re.compile(r"(?:mailto:)?[^\s/@:?]+@[^\s/@]+$", re.IGNORECASE)
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20\x7f-\x9f\s]")


def addresses_in(text: str) -> tuple[str, ...]:
    """Find the different addresses of a text, or what stands in their place; a bare host gets its ``https://``."""
    tokens = [_trimmed(token) for line in _rejoined(text) for token in line.split()]
    alike = [token for token in tokens if len(tokens) == 1 or _is_like_one(token)]
    return tuple(dict.fromkeys(_completed(token) for token in alike if token))


def with_blanks(text: str) -> str | None:
    """Find the address that is likely to go on behind a blank, as names of files and folders do, and encode it."""
    for line in _rejoined(text):
        for cell in line.split("\t"):
            address = _with_blanks(cell.split())
            if address:
                return address
    return None


def _with_blanks(tokens: list[str]) -> str | None:
    begin = next((n for n, token in enumerate(tokens) if _HAS_PATH.match(token)), len(tokens))
    behind = [*takewhile(lambda token: not _is_other(token), tokens[begin + 1 :])]
    rest = [*takewhile(lambda token: not _is_linking(token), behind)]
    file = max((n for n, token in enumerate(rest, 1) if "/" in token or _FILE.search(_trimmed(token))), default=0)
    labelled = begin == 0 or tokens[begin - 1].endswith(":")
    alone = labelled and rest and begin + 1 + len(behind) == len(tokens) and len(behind) <= _MOST_ALONE
    named = file and _FILE.search(_trimmed(rest[file - 1]))
    part = behind if alone and not named else rest[:file]
    if not part or tokens[begin][-1] in ".,;:)>]\"'":
        return None
    return _trimmed("%20".join([_completed(tokens[begin].lstrip("<([{\"'“„«")), *part]))


def _is_other(token: str) -> bool:
    """Tell whether what stands behind an address begins something else."""
    bare = _trimmed(token)
    other = bool(_BEGINS.match(bare)) or is_email(bare) or bool(_NAMED.match(bare) and not _FILE.search(bare))
    return other or token[0] in "(<[–—-|&"


def _is_linking(token: str) -> bool:
    """Tell whether a word goes on with a sentence about an address."""
    return token.casefold().strip(".,;:") in _LINKING


def is_web(address: str) -> bool:
    """Tell whether this is a whole http or https address."""
    if not _HTTP.match(address) or _NOT_IN_ADDRESSES.search(address):
        return False
    parts = _split(address)
    return parts is not None and "@" not in parts.netloc and bool(_HOST.match(parts.hostname or ""))


def is_email(address: str) -> bool:
    """Tell whether this looks like an e-mail address."""
    return bool(_EMAIL.match(address))


def scheme_of(address: str) -> str | None:
    """Give the scheme of an address that has one, in small letters."""
    scheme = _SCHEME.match(address)
    return scheme[1].lower() if scheme else None


def _split(address: str) -> SplitResult | None:
    """Split an address, its port too, which is checked only when it is asked for."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _rejoined(text: str) -> list[str]:
    """Put the parts of an address together that stand on several lines."""
    lines: list[str] = []
    for line in _CUT_PATH.sub(r"\1", _CUT_SCHEME.sub("", text)).split("\n"):
        part = line.strip()
        if lines and _goes_on(lines[-1], part):
            lines[-1] += part
        elif part:
            lines.append(part)
    return lines


def _goes_on(line: str, part: str) -> bool:
    """Tell whether an address at the end of a line goes on with the next; a bare host does so only where it must."""
    last = line.rsplit(maxsplit=1)[-1]
    if len(part.split()) != 1 or _BEGINS.match(part) or not _is_like_one(last):
        return False
    whole_host = _NAMED.fullmatch(_HTTP.sub("", last))
    return not whole_host or part.startswith("/")


def _is_like_one(token: str) -> bool:
    return bool(_BEGINS.match(token) or _NAMED.match(token) or is_email(token) or _OTHER.match(token))


def _trimmed(token: str) -> str:
    """Take away brackets, quotes and full stops around an address, but not a bracket that it opened itself."""
    begun = token.lstrip("<([{\"'“„«")
    return begun.rstrip(".,;:!>]}\"'”“»" if "(" in begun else ".,;:!>]})\"'”“»")


def _completed(token: str) -> str:
    bare = token.removeprefix("//")
    return f"https://{bare}" if _NAMED.match(bare) and not is_email(bare) else token
