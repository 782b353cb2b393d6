"""Reading the parameters of an HTTP request: query, JSON, form, or multipart with files."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.params import Params, Upload, flat
from bot.sandbox.refusals import BODY_UNREADABLE, NOT_UTF8, RefusalError


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
    """Refuse half characters, which JSON can spell and UTF-8 cannot."""
    try:
        "".join(values.values()).encode()
    except UnicodeEncodeError as error:
        raise RefusalError(NOT_UTF8) from error
