"""Web addresses and e-mail addresses: found between other words, without a scheme, or broken over lines."""

import re
from functools import cache
from itertools import takewhile
from urllib.parse import SplitResult, urlsplit

from email_validator import validate_email

from conversations.fields import contact_texts as texts
from conversations.fields.kind import Kind, NotUnderstood, Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.plain import bare, one_line, seen, storable
from conversations.fields.texts import label as fitting
from conversations.fields.typed import EVERYWHERE, ListName, written
from conversations.languages import current

_BEGINS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)

_HTTP = re.compile(r"https?://", re.IGNORECASE)

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,30}):(?!\d)", re.IGNORECASE)

_NAMED = re.compile(r"(?:[\w-]{1,63}\.){1,9}[^\W\d_][\w-]{1,62}(?::\d{1,5})?(?=[/?#]|$)")
"""A host with a dot, whose last part begins with a letter: not "3.5", not "e.g."."""

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
"""After an address, these words begin a sentence about it."""

_MOST_ALONE = 7
"""Up to so many words after an address, and nothing else, may be the rest of a file name."""

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
    """List the addresses in a text, each once, or the words in their place; a host without a scheme gets ``https://``."""
    tokens = [_trimmed(token) for line in _rejoined(text) for token in line.split()]
    alike = [token for token in tokens if len(tokens) == 1 or _is_like_one(token)]
    return tuple(dict.fromkeys(_completed(token) for token in alike if token))


def with_blanks(text: str) -> str | None:
    """Find an address that probably goes on after a space, as names of files do, and encode the spaces."""
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
    """Tell whether a word after an address begins something else."""
    bare = _trimmed(token)
    other = bool(_BEGINS.match(bare)) or is_email(bare) or bool(_NAMED.match(bare) and not _FILE.search(bare))
    return other or token[0] in "(<[–—-|&"


def _is_linking(token: str) -> bool:
    """Tell whether a word continues a sentence about an address."""
    return token.casefold().strip(".,;:") in _LINKING


def is_web(address: str) -> bool:
    """Tell whether this is a complete http or https address."""
    if not _HTTP.match(address) or _NOT_IN_ADDRESSES.search(address):
        return False
    parts = _split(address)
    return parts is not None and "@" not in parts.netloc and bool(_HOST.match(parts.hostname or ""))


def is_email(address: str) -> bool:
    """Tell whether this looks like an e-mail address."""
    return bool(_EMAIL.match(address))


def scheme_of(address: str) -> str | None:
    """Return the scheme of an address in lower case, or None."""
    scheme = _SCHEME.match(address)
    return scheme[1].lower() if scheme else None


def _split(address: str) -> SplitResult | None:
    """Split an address; read the port, because only that checks it."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _rejoined(text: str) -> list[str]:
    """Split a text into lines, and join an address that is broken over lines."""
    lines: list[str] = []
    for line in _CUT_PATH.sub(r"\1", _CUT_SCHEME.sub("", text)).split("\n"):
        part = line.strip()
        if lines and _goes_on(lines[-1], part):
            lines[-1] += part
        elif part:
            lines.append(part)
    return lines


def _goes_on(line: str, part: str) -> bool:
    """Tell whether an address goes on in the next line; a complete host goes on only with a slash."""
    last = line.rsplit(maxsplit=1)[-1]
    if len(part.split()) != 1 or _BEGINS.match(part) or not _is_like_one(last):
        return False
    whole_host = _NAMED.fullmatch(_HTTP.sub("", last))
    return not whole_host or part.startswith("/")


def _is_like_one(token: str) -> bool:
    return bool(_BEGINS.match(token) or _NAMED.match(token) or is_email(token) or _OTHER.match(token))


def _trimmed(token: str) -> str:
    """Remove brackets, quotes and full stops around an address, except a bracket that the address opened."""
    begun = token.lstrip("<([{\"'“„«")
    return begun.rstrip(".,;:!>]}\"'”“»" if "(" in begun else ".,;:!>]})\"'”“»")


def _completed(token: str) -> str:
    bare = token.removeprefix("//")
    return f"https://{bare}" if _NAMED.match(bare) and not is_email(bare) else token


_LONGEST = 254

_MOST = 3

_ADDRESS = re.compile(r"(?<![^\s@<>,;:()\[\]\"])[^\s@<>,;:()\[\]\"]{1,64}@[^\s@<>,;:()\[\]\"'?/]{1,255}")

_OPENING, _CLOSING = r" ?[\[({<] ?", r" ?[\])}>] ?"

_BRACKETED = re.compile(r"[\[({<] ?(?:at|a|ät|æt|@) ?[\])}>]", re.IGNORECASE)

_SPACED_AT = re.compile(r" ?@ ?")

_ALSO_FOR_PLACES = frozenset({"at", "et", "ag"})
"""Before a host these words for the sign @ may be words of a sentence: "we are at example.org"."""


@cache
def _sign(name: ListName, language: str, bracketed: str, leave: frozenset[str] = frozenset()) -> re.Pattern[str]:
    """Return the pattern of a sign in words: in brackets, where ``bracketed`` may also stand, or between spaces.

    The words to ``leave`` count in brackets only.
    """
    every = {form for one in (*written(name, EVERYWHERE), *written(name, language)) for form in (one, bare(one))}
    words = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    apart = "|".join(map(re.escape, sorted(every - leave, key=len, reverse=True)))
    return re.compile(rf"{_OPENING}(?:{words}|{bracketed}){_CLOSING}| (?:{apart}) ", re.IGNORECASE)


_COMMA = re.compile(r"(?<=\w),(?=\w)")


class Email(Kind[str]):
    """An e-mail address, checked without the network."""

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Find the address in a text; offer several, or one that is spelled out."""
        line = one_line(text) if len(text) <= 4 * _LONGEST else ""
        found = _addresses(line)
        if len(found) == 1:
            return Understood(found[0])
        if found:
            return Offered(texts.several_emails(len(found)), tuple(map(_option, found[:_MOST])))
        repaired = _addresses(_repaired(line))
        if repaired:
            return Offered(texts.probably_email(repaired[0]), tuple(map(_option, repaired[:_MOST])))
        return NotUnderstood(texts.not_an_email(text))

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a text that is no e-mail address."""
        return None if _checked(value) else texts.not_an_email(value)


def emails_in(text: str) -> tuple[str, ...]:
    """List the e-mail addresses in a text, also spelled out ones."""
    line = one_line(text)
    spelled = _spelled_out(line)
    whole = (spelled,) if spelled else ()
    return _addresses(line) or (_addresses(_repaired(line)) if _BRACKETED.search(line) else whole)


def _option(address: str) -> Option:
    return Option(label=fitting(address), value=address)


def _repaired(line: str) -> str:
    """Turn "name [at] example dot org" and "name@example,org" into addresses."""
    with_at = _sign("at_sign", current(), "a").sub("@", line)
    return _COMMA.sub(".", _sign("dot", current(), r"\.").sub(".", _SPACED_AT.sub("@", with_at)))


def _spelled_out(line: str) -> str:
    """Return the e-mail address that a whole line spells out and that can be no words before a host; else ""."""
    dotted = _sign("dot", current(), r"\.").sub(".", line)
    leave = _ALSO_FOR_PLACES if dotted == line else frozenset()
    with_at = "" if "@" in line else _sign("at_sign", current(), "a", leave).sub("@", dotted)
    address = _COMMA.sub(".", with_at).strip()
    return address if is_email(address) and _checked(address) else ""


def _addresses(line: str) -> tuple[str, ...]:
    """List the valid addresses in a text, each once."""
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


_LONGEST_ADDRESS = 2000


class Website(Kind[str]):
    """A web address with at most 2,000 characters."""

    def cleaned(self, text: str) -> str:
        """Remove invisible characters, but compose no letters: for a server that is another address."""
        return seen(text)

    def understand(self, text: str, context: ReadingContext) -> Reading[str]:
        """Read one address, also one broken over lines; offer several."""
        if len(text) > 2 * _LONGEST_ADDRESS:
            return NotUnderstood(texts.website_too_long(len(text), _LONGEST_ADDRESS))
        email = _spelled_out(one_line(text)) if len(text) <= _LONGEST else ""
        if email:
            return NotUnderstood(texts.email_not_website(email))
        candidates = addresses_in(storable(text))
        faults = {address: self.problem(address) for address in candidates}
        found = tuple(address for address, fault in faults.items() if fault is None)
        spaced = with_blanks(storable(text))
        if found and spaced and self.problem(spaced) is None:
            return Offered(texts.website_with_blanks(), (_option(spaced), _option(found[0])))
        if len(found) > 1:
            return Offered(texts.several_websites(len(found)), tuple(map(_option, found[:_MOST])))
        if found:
            return Understood(found[0])
        said = next(filter(None, faults.values()), None)
        return NotUnderstood(said or texts.not_a_website(text))

    def problem(self, value: str, context: ReadingContext | None = None) -> str | None:
        """Report a text that is no web address, or too long."""
        if len(value) > _LONGEST_ADDRESS:
            return texts.website_too_long(len(value), _LONGEST_ADDRESS)
        return None if is_web(value) else _fault(value)


def _fault(value: str) -> str:
    """Say why an address is no web address."""
    if is_email(value):
        return texts.email_not_website(value)
    scheme = scheme_of(value)
    if scheme and scheme not in {"http", "https"}:
        return texts.wrong_scheme(scheme)
    return texts.not_a_website(value)
