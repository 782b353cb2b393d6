"""A web address, kept as it was given but for a missing ``https://``."""

from conversations import refusals
from conversations.fields.addresses import addresses_in, is_email, is_web, scheme_of, with_blanks
from conversations.fields.kind import Context, Kind, NotUnderstood, Offered, Option, Reading, Understood
from conversations.fields.plain import seen, storable

_LONGEST = 2000
_MOST = 3


class Website(Kind[str]):
    """A web address of at most 2,000 characters."""

    def cleaned(self, text: str) -> str:
        """Take away unseen characters; compose no letters: to a server that is another address."""
        return seen(text)

    def understand(self, text: str, context: Context) -> Reading[str]:
        """Read one address, also one that is broken over lines; offer each of several."""
        if len(text) > 2 * _LONGEST:
            return NotUnderstood(refusals.website_too_long(len(text), _LONGEST))
        candidates = addresses_in(storable(text))
        faults = {address: self.problem(address) for address in candidates}
        found = tuple(address for address, fault in faults.items() if fault is None)
        spaced = with_blanks(storable(text))
        if found and spaced and self.problem(spaced) is None:
            return Offered(refusals.website_with_blanks(), (_option(spaced), _option(found[0])))
        if len(found) > 1:
            return Offered(refusals.several_websites(len(found)), tuple(map(_option, found[:_MOST])))
        if found:
            return Understood(found[0])
        said = next(filter(None, faults.values()), None)
        return NotUnderstood(said or refusals.not_a_website(text))

    def problem(self, value: str, context: Context | None = None) -> str | None:
        """Say when that is no address of a web page, or too long."""
        if len(value) > _LONGEST:
            return refusals.website_too_long(len(value), _LONGEST)
        return None if is_web(value) else _fault(value)


def _option(address: str) -> Option:
    return Option(label=refusals.label(address), value=address)


def _fault(value: str) -> str:
    """Say what else an address is that is none of a web page."""
    if is_email(value):
        return refusals.email_not_website(value)
    scheme = scheme_of(value)
    if scheme and scheme not in {"http", "https"}:
        return refusals.wrong_scheme(scheme)
    return refusals.not_a_website(value)
