"""The page's files: plain HTML, CSS and ES modules out of the package, with the headers that they go out with."""

from functools import cache
from importlib.resources import files

from aiohttp import web

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
NAMES = tuple(sorted(file.name for file in files("bot.page").joinpath("static").iterdir()))

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


@cache
def text_of(name: str) -> str:
    """Return the content of one file."""
    return files("bot.page").joinpath("static", name).read_text(encoding="utf-8")


def served(name: str) -> web.Response:
    """Return one file as it goes out."""
    return web.Response(text=text_of(name), content_type=TYPES[name.rpartition(".")[2]], headers=HEADERS)
