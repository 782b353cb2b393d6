"""The address behind words: how it is written after them, and how the words read without it."""

from collections.abc import Sequence
from urllib.parse import unquote

_SCHEMES = ("https://", "http://", "mailto:")
_AROUND = "<>()[]{}\"'“”„«».,;:!"


def behind(url: str) -> str:
    """Write an address after the words that it stands behind."""
    return f" ({url})"


def without(text: str, links: Sequence[str]) -> str:
    """Give the words alone, of a text that has these addresses written into it, in this order."""
    begin = 0
    for url in links:
        written = behind(url)
        at = text.find(written, begin)
        if at >= 0:
            text, begin = text[:at] + text[at + len(written) :], at
    return text


def says_already(words: str, url: str) -> bool:
    """Say whether the words have the address in them: it may lack its scheme or a slash at the end."""
    if url.lower().startswith("tel:"):
        return _digits(words) == _digits(url)
    plain = _plain(url)
    return any(_plain(word) == plain for word in (*words.split(), *(word.strip(_AROUND) for word in words.split())))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _plain(address: str) -> str:
    """Leave out what a person leaves out of an address; the case counts behind the host."""
    address = unquote(address)
    scheme = next((scheme for scheme in _SCHEMES if address.lower().startswith(scheme)), "")
    host, slash, rest = address[len(scheme) :].partition("/")
    return f"{host.casefold()}{slash}{rest}".rstrip("/")
