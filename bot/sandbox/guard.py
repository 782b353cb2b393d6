"""Who may use the sandbox: pages and programs of this machine, not pages from elsewhere in its browser.

A page of another site can make the browser send anything here, and read the answers where its name is turned to this
machine (DNS rebinding). So each request, whatever its path, has to name this machine, and to say nothing of another
site; the Bot API asks for its token besides.
"""

import ipaddress
import re

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to recognise it, not to listen there
OURS = frozenset({"same-origin", "none"})  # "same-site" is another port of this machine
_HOST = re.compile(r"(\[[^]\[]+\]|[^]\[:/?#@\\\s]+)(?::\d{1,5})?", re.ASCII)
_ORIGIN = re.compile(r"https?://(.+)", re.ASCII | re.IGNORECASE)


def guard(served_host: str) -> Middleware:
    """Return the middleware that turns foreign hosts and origins away, at every address."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not known(request, served_host):
            raise web.HTTPForbidden(text="This address answers to pages and programs of its own machine only.\n")
        return await handler(request)

    return check


def known(request: web.Request, served_host: str) -> bool:
    """Return whether the Host is one of this machine's names and the Origin, where there is one, the same."""
    hosts, origins = request.headers.getall("Host", []), request.headers.getall("Origin", [])
    if foreign(request) or len(hosts) != 1 or any(not _is_of(origin, hosts[0]) for origin in origins):
        return False
    name, served = hostname(hosts[0]), _plain(served_host)
    return name in LOCAL or (name != "" and name == served) or (served in ANYWHERE and is_address(name))


def foreign(request: web.Request) -> bool:
    """Return whether a page of another site asks, as the browser says; to be led to the page by a link is no harm."""
    led = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.method == "GET" and request.path == "/"
    return not OURS.issuperset(request.headers.getall("Sec-Fetch-Site", [])) and not led


def _is_of(origin: str, host: str) -> bool:
    """Return whether an Origin is that of the pages which this host serves; "null" is nobody's."""
    found = _ORIGIN.fullmatch(origin)
    return found is not None and found[1].casefold() == host.casefold()


def hostname(host: str) -> str:
    """Return the Host header without its port, as the same name is always written; empty where it does not parse."""
    found = _HOST.fullmatch(host)
    return _plain(found[1]) if found else ""


def _plain(name: str) -> str:
    name = name.casefold().removeprefix("[").removesuffix("]").removesuffix(".")
    return str(ipaddress.ip_address(name)) if is_address(name) else name


def is_address(name: str) -> bool:
    """Return whether a host is named by its number; such a name cannot be rebound."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
