"""What goes back over HTTP."""

from dataclasses import dataclass, field
from http.client import responses

from aiohttp import web

from bot.sandbox.params import Json
from bot.sandbox.refusals import RESTART, Refusal, flood
from bot.sandbox.weather import Storm

OK = 200
PAGE = "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n</body>\r\n</html>\r\n"


@dataclass(frozen=True)
class Answer:
    """An answer as data; `page` is the HTML of a front end instead of a body."""

    status: int
    body: Json
    headers: dict[str, str] = field(default_factory=dict)
    page: str = ""

    def response(self) -> web.Response:
        """Return it as a response of aiohttp."""
        if self.page:
            return web.Response(text=self.page, status=self.status, content_type="text/html")
        return web.json_response(self.body, status=self.status, headers=self.headers)


def granted(result: object) -> Answer:
    """Return the answer to a call that was carried out."""
    return Answer(OK, {"ok": True, "result": result})


def refused(refusal: Refusal) -> Answer:
    """Return the answer to a call that was refused."""
    body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if not refusal.parameters:
        return Answer(refusal.code, body)
    after = refusal.parameters.get("retry_after")
    headers = {} if after is None else {"Retry-After": str(after)}
    return Answer(refusal.code, body | {"parameters": refusal.parameters}, headers)


def stormy(storm: Storm) -> Answer:
    """Return the answer that bad weather gives."""
    if storm.kind == "flood":
        return refused(flood(storm.code))
    reason = responses.get(storm.code, "Unknown")
    if storm.body == "html":
        return Answer(storm.code, {}, page=PAGE.format(f"{storm.code} {reason}"))
    return refused(RESTART if storm.code == RESTART.code else Refusal(storm.code, reason))
