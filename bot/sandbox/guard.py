"""Who may use the control interface: pages and programs of this machine, not pages from elsewhere in its browser."""

import ipaddress
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to recognise it, not to listen there
ELSEWHERE = frozenset({"cross-site", "same-site"})  # another port of this machine is the same site
CONTROL = "/control"
OPEN_PATHS = ("/bot", "/file/bot")  # these ask for the token


def guard(served_host: str) -> Middleware:
    """Return the middleware that turns foreign hosts and origins away."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.path.startswith(OPEN_PATHS) and not known(request, served_host):
            raise web.HTTPForbidden(text="This address answers to pages and programs of its own machine only.\n")
        return await handler(request)

    return check


def foreign(request: web.Request) -> bool:
    """Return whether a page of another site asks, as the browser says; to be led here by a link is no harm."""
    headers = request.headers
    led = headers.get("Sec-Fetch-Mode") == "navigate" and not request.path.startswith(CONTROL)
    return headers.get("Sec-Fetch-Site") in ELSEWHERE and not led


def known(request: web.Request, served_host: str) -> bool:
    """Return whether the Host is one of this machine's names and the Origin, where there is one, the same."""
    origin = request.headers.get("Origin")
    if foreign(request) or (origin is not None and urlsplit(origin).netloc != request.host):
        return False
    name = hostname(request.host)
    return name in LOCAL or name == served_host or (served_host in ANYWHERE and is_address(name))


def hostname(host: str) -> str:
    """Return the Host header without its port, empty where it does not parse."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    """Return whether a host is named by its number; such a name cannot be rebound."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
