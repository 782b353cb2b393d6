"""The pages for those who look after the bot: /healthz and /metrics, with nothing of a person in them."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.types import ASGIApp

from bot.health import Watch
from bot.hearing import Hearing
from bot.metrics import TYPE, Metrics

_OF_NOW = {"Cache-Control": "no-store"}


def pages(watch: Watch, metrics: Metrics, hearing: Hearing, webhook: ASGIApp | None = None) -> Router:
    """Serve both to those who read; all else is for the webhook, where there is one."""

    async def healthz(_request: Request) -> Response:
        health = await watch.health()
        said = {
            "status": "ok" if health.is_ok else "failing",
            "database": health.database,
            "backlog_seconds": health.backlog_seconds,
            "hearing": hearing.works,  # no reason for a 503: a restart would not help
        }
        return JSONResponse(said, 200 if health.is_ok else 503, _OF_NOW)

    async def figures(_request: Request) -> Response:
        return Response(metrics.page(await watch.health()), headers=_OF_NOW, media_type=TYPE)

    both = [Route("/healthz", healthz), Route("/metrics", figures)]
    return Router([*both, Mount("", webhook)] if webhook else both, redirect_slashes=False)
