"""Addresses, tokens, and the ways in which parameters arrive."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]

WRONG: list[tuple[str, int, str]] = [
    ("/bot4242:another-token-of-the-same-bot/getMe", 401, "Unauthorized"),
    ("/botnonsense/getMe", 401, "Unauthorized: invalid token specified"),
    ("/bot{token}/getEverything", 404, "Not Found: method not found"),
    ("/bot{token}", 404, "Not Found"),
    ("/bot{token}/", 404, "Not Found"),
]


@pytest.mark.parametrize(("path", "code", "description"), WRONG)
async def test_address_refused(
    sandbox: Sandbox, http: aiohttp.ClientSession, path: str, code: int, description: str
) -> None:
    """A wrong token is told from a wrong method."""
    async with http.get(sandbox.base_url + path.format(token=sandbox.token)) as response:
        assert {"ok": False, "error_code": code, "description": description} == await response.json()
        assert code == response.status


async def test_parameters_read_from_every_kind_of_body(
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person
) -> None:
    """Address, JSON, form and multipart are all the same, and a method's name may be in any case."""
    url = f"{sandbox.base_url}/bot{sandbox.token}/SENDMESSAGE"
    fields: Json = {"chat_id": str(anna.user_id), "text": "Hello"}
    multipart = aiohttp.FormData(fields, default_to_multipart=True)
    ways: list[Json] = [{"params": fields}, {"json": fields}, {"data": fields}, {"data": multipart}]
    ways.append({"params": fields | {"text": "Bye"}, "json": {"text": "Hello"}})
    for way in ways:
        async with http.post(url, **way) as response:
            assert 200 == response.status

    assert ["Hello"] * 5 == [message.text for message in anna.messages[1:]]
    assert [fields] * 5 == [made.params for made in sandbox.calls]


@pytest.mark.parametrize("body", ["{", "[]", '"text"'])
async def test_unreadable_json_refused(sandbox: Sandbox, http: aiohttp.ClientSession, body: str) -> None:
    """A JSON body must be an object; the refusal is listed like any other."""
    url, headers = f"{sandbox.base_url}/bot{sandbox.token}/getMe", {"Content-Type": "application/json"}

    async with http.post(url, data=body, headers=headers) as response:
        assert "Bad Request: can't parse JSON object" == (await response.json())["description"]
    assert [("getMe", 400)] == [(made.method, made.status) for made in sandbox.calls]


async def test_empty_json_body_is_no_parameters(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """Some clients send the type and nothing else."""
    url, headers = f"{sandbox.base_url}/bot{sandbox.token}/getMe", {"Content-Type": "application/json"}

    async with http.post(url, headers=headers) as response:
        assert 4242 == (await response.json())["result"]["id"]
