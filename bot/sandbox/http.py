"""The HTTP site that carries the sandbox."""

import ipaddress
import json
import re
import socket
from dataclasses import dataclass, field
from http.client import responses
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.sandbox.fault_injection import Fault
from bot.sandbox.params import (
    BODY_UNREADABLE,
    NOT_UTF8,
    RESTART,
    Json,
    Params,
    Refusal,
    RefusalError,
    Upload,
    flat,
    flood,
)

MAX_BODY = 50 << 20  # bytes


class Site:
    """One listening socket with a set of routes."""

    def __init__(self, app: web.Application, host: str, port: int) -> None:
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        self._host = host
        self._port = port

    async def start(self) -> int:
        """Begin to listen; return the port, a free one where 0 was asked for."""
        await self._runner.setup()
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        listening = socket.create_server((self._host, self._port), family=family)
        await web.SockSite(self._runner, listening).start()
        return int(listening.getsockname()[1])

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()


LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})

ANYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - to recognise it, not to listen there

OURS = frozenset({"same-origin", "none"})  # "same-site" is another port of this machine

_HOST = re.compile(r"(\[[^]\[]+\]|[^]\[:/?#@\\\s]+)(?::\d{1,5})?", re.ASCII)

_ORIGIN = re.compile(r"https?://(.+)", re.ASCII | re.IGNORECASE)


def guard(served_host: str) -> Middleware:
    """Return the middleware that refuses foreign hosts and origins, at every address."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not is_ours(request, served_host):
            raise web.HTTPForbidden(text="This address answers to pages and programs of its own machine only.\n")
        return await handler(request)

    return check


def is_ours(request: web.Request, served_host: str) -> bool:
    """Return whether the Host is a name of this machine, and the Origin, if there is one, is the same host."""
    hosts, origins = request.headers.getall("Host", []), request.headers.getall("Origin", [])
    if foreign(request) or len(hosts) != 1 or any(not _is_of(origin, hosts[0]) for origin in origins):
        return False
    name, served = hostname(hosts[0]), _plain(served_host)
    return name in LOCAL or (name != "" and name == served) or (served in ANYWHERE and is_address(name))


def foreign(request: web.Request) -> bool:
    """Return whether a page of another site asks, as the browser says; a link to the page is allowed."""
    led = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.method == "GET" and request.path == "/"
    return not OURS.issuperset(request.headers.getall("Sec-Fetch-Site", [])) and not led


def _is_of(origin: str, host: str) -> bool:
    """Return whether an Origin belongs to this host; "null" belongs to none."""
    found = _ORIGIN.fullmatch(origin)
    return found is not None and found[1].casefold() == host.casefold()


def hostname(host: str) -> str:
    """Return the host name of a Host header, without its port and in one spelling; empty if it does not parse."""
    found = _HOST.fullmatch(host)
    return _plain(found[1]) if found else ""


def _plain(name: str) -> str:
    name = name.casefold().removeprefix("[").removesuffix("]").removesuffix(".")
    return str(ipaddress.ip_address(name)) if is_address(name) else name


def is_address(name: str) -> bool:
    """Return whether a host name is an IP address: DNS rebinding cannot change that one."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


async def read_params(request: web.Request) -> Params:
    """Return all parameters of a call; those of the body win over those of the address."""
    values: dict[str, str] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= await read_json(request)
    elif request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                content = value.file.read()
                uploads[name] = Upload(value.filename, content, value.content_type)
            else:
                values[name] = str(value)
    check_utf8(values)
    return Params(values, uploads)


async def read_json(request: web.Request) -> dict[str, str]:
    """Return the fields of a JSON body as texts."""
    raw = await request.read()
    try:
        body: Any = json.loads(raw or b"{}")
    except ValueError as error:
        raise RefusalError(BODY_UNREADABLE) from error
    if not isinstance(body, dict):
        raise RefusalError(BODY_UNREADABLE)
    return {str(name): flat(value) for name, value in body.items()}


def check_utf8(values: dict[str, str]) -> None:
    """Refuse lone surrogates, which JSON can spell and UTF-8 cannot."""
    try:
        "".join(values.values()).encode()
    except UnicodeEncodeError as error:
        raise RefusalError(NOT_UTF8) from error


OK = 200

PAGE = "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n</body>\r\n</html>\r\n"


@dataclass(frozen=True)
class Answer:
    """An answer as data; `page` is the HTML page of a proxy instead of a body."""

    status: int
    body: Json
    headers: dict[str, str] = field(default_factory=dict)
    page: str = ""

    def response(self) -> web.Response:
        """Return it as a response of aiohttp."""
        if self.page:
            return web.Response(text=self.page, status=self.status, content_type="text/html")
        return web.json_response(self.body, status=self.status, headers=self.headers)


def success(result: object) -> Answer:
    """Return the answer to a successful call."""
    return Answer(OK, {"ok": True, "result": result})


def failure(refusal: Refusal) -> Answer:
    """Return the answer to a refused call."""
    body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if not refusal.parameters:
        return Answer(refusal.code, body)
    after = refusal.parameters.get("retry_after")
    headers = {} if after is None else {"Retry-After": str(after)}
    return Answer(refusal.code, body | {"parameters": refusal.parameters}, headers)


def faulty_answer(fault: Fault) -> Answer:
    """Return the answer of an injected fault."""
    if fault.kind == "flood":
        return failure(flood(fault.code))
    reason = responses.get(fault.code, "Unknown")
    if fault.body == "html":
        return Answer(fault.code, {}, page=PAGE.format(f"{fault.code} {reason}"))
    return failure(RESTART if fault.code == RESTART.code else Refusal(fault.code, reason))
