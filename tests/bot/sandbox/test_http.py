"""HTTP: who may use the sandbox, addresses, tokens, and the ways to send parameters."""

import asyncio
from http import HTTPStatus
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox
from bot.sandbox.http import hostname

Json = dict[str, Any]

ANYWHERE = "0.0.0.0"  # noqa: S104 - what is tested

PATHS = (
    ("GET", "/control/people"),
    ("GET", "/control/calls"),
    ("POST", "/control/people"),
    ("GET", "/bot{token}/getUpdates"),
    ("POST", "/bot{token}/logOut"),
    ("POST", "/bot{token}/sendMessage"),
    ("GET", "/bot"),
    ("GET", "/file/bot{token}/documents/file_1.pdf"),
    ("GET", "/nothing"),
)

SAME = [
    ("127.0.0.1", {}),
    ("127.0.0.1", {"Host": "localhost"}),
    ("127.0.0.1", {"Host": "LOCALHOST:80"}),
    ("127.0.0.1", {"Host": "localhost.:80"}),
    ("127.0.0.1", {"Host": "[::1]:80"}),
    ("127.0.0.1", {"Host": "[0:0:0:0:0:0:0:1]"}),
    ("127.0.0.1", {"Host": "localhost:80", "Origin": "http://localhost:80"}),
    ("127.0.0.1", {"Host": "localhost:80", "Origin": "http://LOCALHOST:80"}),
    ("127.0.0.1", {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}),
    ("127.0.0.1", {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}),
    (ANYWHERE, {"Host": "192.0.2.7"}),
    (ANYWHERE, {"Host": "192.0.2.7:80", "Origin": "http://192.0.2.7:80"}),
    (ANYWHERE, {"Host": "[2001:db8::7]:80"}),
    (ANYWHERE, {"Host": ANYWHERE}),
]

FOREIGN = [
    ("127.0.0.1", {"Host": "evil.example.org"}),
    ("127.0.0.1", {"Host": "localhost.evil.example.org"}),
    ("127.0.0.1", {"Host": "127.0.0.1.evil.example.org"}),
    ("127.0.0.1", {"Host": "[bad"}),
    ("127.0.0.1", {"Host": ""}),
    ("127.0.0.1", {"Host": "."}),
    ("127.0.0.1", {"Host": "eve@localhost"}),
    ("127.0.0.1", {"Host": "localhost/evil"}),
    ("127.0.0.1", {"Host": "localhost, evil.example.org"}),
    ("127.0.0.1", {"Host": "192.0.2.7"}),
    ("127.0.0.1", {"Host": ANYWHERE}),
    ("127.0.0.1", {"Origin": "https://evil.example.org"}),
    ("127.0.0.1", {"Origin": "null"}),
    ("127.0.0.1", {"Origin": ""}),
    ("127.0.0.1", {"Origin": "http://[bad"}),
    ("127.0.0.1", {"Origin": "file://"}),
    ("127.0.0.1", {"Host": "localhost:80", "Origin": "http://localhost:81"}),
    ("127.0.0.1", {"Host": "localhost:80", "Origin": "http://127.0.0.1:80"}),
    ("127.0.0.1", {"Host": "localhost:80", "Origin": "chrome-extension://localhost:80"}),
    ("127.0.0.1", {"Host": "localhost:80", "Origin": "http://localhost:80 http://evil.example.org"}),
    ("127.0.0.1", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}),
    ("127.0.0.1", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}),
    ("127.0.0.1", {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}),
    ("127.0.0.1", {"Sec-Fetch-Site": "of-a-new-kind"}),
    (ANYWHERE, {"Host": "evil.example.org"}),
    (ANYWHERE, {"Host": "192.0.2.7", "Origin": "http://192.0.2.8"}),
]


async def statuses(http: aiohttp.ClientSession, served: str, headers: dict[str, str]) -> list[bool]:
    """Return for each address whether it refuses a request with these headers."""
    closed = []
    async with Sandbox(host=served) as sandbox:
        for method, path in PATHS:
            url = f"http://127.0.0.1:{sandbox.port}{path.format(token=sandbox.token)}"
            async with http.request(method, url, headers=headers) as response:
                closed.append(response.status == HTTPStatus.FORBIDDEN)
    return closed


@pytest.mark.parametrize(("served", "headers"), SAME)
async def test_own_machine_is_let_in(http: aiohttp.ClientSession, served: str, headers: dict[str, str]) -> None:
    """Programs and pages of this machine, and of others if it is served to them, can use every address."""
    assert [False] * len(PATHS) == await statuses(http, served, headers)


@pytest.mark.parametrize(("served", "headers"), FOREIGN)
async def test_foreign_host_and_origin_refused(
    http: aiohttp.ClientSession, served: str, headers: dict[str, str]
) -> None:
    """A page of another site is refused at every address, even with the token."""
    assert [True] * len(PATHS) == await statuses(http, served, headers)


@pytest.mark.parametrize(
    ("version", "headers", "status"),
    [
        ("1.1", ["Host: localhost"], 401),
        ("1.0", ["Host: localhost"], 401),
        ("1.0", [], 403),
        ("1.0", ["Host: evil.example.org"], 403),
        ("1.1", ["Host: localhost", "Origin: http://localhost", "Origin: http://evil.example.org"], 403),
        ("1.1", ["Host: localhost", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"], 403),
    ],
)
async def test_request_by_hand(sandbox: Sandbox, version: str, headers: list[str], status: int) -> None:
    """A request names its host once, also in HTTP/1.0, and repeats it only unchanged."""
    assert status == await by_hand(sandbox, f"GET /bot1:x/getMe HTTP/{version}", *headers)


@pytest.mark.parametrize("headers", [[], ["Host: localhost", "Host: evil.example.org"]])
async def test_request_without_one_host(sandbox: Sandbox, headers: list[str]) -> None:
    """A request with no host or two hosts is malformed or refused."""
    assert await by_hand(sandbox, "GET /bot1:x/getMe HTTP/1.1", *headers) in {400, 403}


async def test_address_in_the_request_line(sandbox: Sandbox) -> None:
    """The Host header counts, not the address of a request to a proxy."""
    assert 403 == await by_hand(sandbox, "GET http://localhost/bot HTTP/1.1", "Host: evil.example.org")


async def by_hand(sandbox: Sandbox, *lines: str) -> int:
    """Send a raw request; return the status of its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", sandbox.port)
    writer.write("\r\n".join([*lines, "Connection: close", "", ""]).encode())
    answer = await reader.readline()
    writer.close()
    return int(answer.split()[1])


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
async def test_form_of_another_site(sandbox: Sandbox, http: aiohttp.ClientSession, kind: str) -> None:
    """A form that another site posts, without asking the browser first, is refused."""
    anna = sandbox.person("Anna Example")
    anna.chat.started = True
    url = f"{sandbox.base_url}/bot{sandbox.token}/sendMessage?chat_id={anna.user_id}&text=Hello"
    headers = {"Content-Type": kind, "Origin": "null"}
    async with http.post(url, data=b"text=Hello", headers=headers) as response:
        assert (403, [], ()) == (response.status, sandbox.calls, anna.messages)


async def test_served_under_a_name(http: aiohttp.ClientSession) -> None:
    """If the sandbox is served under a name, that name counts, in any spelling, and no other."""
    async with Sandbox(host="Localhost") as sandbox:
        for host, status in (("localhost.", 200), ("LOCALHOST", 200), ("example.org", 403)):
            async with http.get(f"http://127.0.0.1:{sandbox.port}/control/people", headers={"Host": host}) as response:
                assert status == response.status


async def test_token_is_another_each_time(http: aiohttp.ClientSession) -> None:
    """Nobody can guess a sandbox's token: it is random and long, and no other one opens the Bot API."""
    tokens = {Sandbox().token for _ in range(50)}
    assert (50, True) == (len(tokens), all(len(token.partition(":")[2]) >= 40 for token in tokens))
    async with Sandbox() as sandbox:
        for token in (*list(tokens)[:3], "4242:SANDBOX-only-good-for-the-local-bot-api", sandbox.token[:-1]):
            async with http.get(f"{sandbox.base_url}/bot{token}/getUpdates") as response:
                assert 401 == response.status


async def test_sandbox_served_on_ipv6() -> None:
    """An IPv6 address is in brackets."""
    assert "http://[::1]:0" == Sandbox(host="::1").base_url
    assert "" == hostname("[")


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
    """A wrong token and a wrong method get different answers."""
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
    """A JSON body must be an object; the refused call is listed like any other."""
    url, headers = f"{sandbox.base_url}/bot{sandbox.token}/getMe", {"Content-Type": "application/json"}

    async with http.post(url, data=body, headers=headers) as response:
        assert "Bad Request: can't parse JSON object" == (await response.json())["description"]
    assert [("getMe", 400)] == [(made.method, made.status) for made in sandbox.calls]


async def test_empty_json_body_is_no_parameters(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """Some clients send the content type and no body."""
    url, headers = f"{sandbox.base_url}/bot{sandbox.token}/getMe", {"Content-Type": "application/json"}

    async with http.post(url, headers=headers) as response:
        assert 4242 == (await response.json())["result"]["id"]
