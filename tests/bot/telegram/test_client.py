"""HTTP requests: forms, files, and errors without an address in them."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from typing import cast

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot.sandbox import Person, Sandbox
from bot.telegram.http_request import AiohttpRequest, FileGone, UnusableAnswer


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[ExtBot[None]]:
    """Talk to the sandbox as python-telegram-bot does."""
    request = AiohttpRequest(4, read_timeout=0.2)
    async with ExtBot(
        sandbox.token,
        base_url=f"{sandbox.base_url}/bot",
        base_file_url=f"{sandbox.base_url}/file/bot",
        request=request,
        get_updates_request=AiohttpRequest(1),
    ) as client:
        yield client


async def test_form(client: ExtBot[None], anna: Person) -> None:
    """Plain parameters arrive as they are."""
    await anna.says("hi")
    await client.send_message(anna.user_id, "a & b = ü 😀")
    assert anna.messages[-1].text == "a & b = ü 😀"


async def test_keyboard(client: ExtBot[None], anna: Person) -> None:
    """Nested parameters arrive whole, with all their letters."""
    await anna.says("hi")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton('"Für" \\ 😀', callback_data="1")]])
    await client.send_message(anna.user_id, "Which?", reply_markup=keyboard)
    assert ('"Für" \\ 😀',) == anna.messages[-1].labels


async def test_files(client: ExtBot[None], anna: Person) -> None:
    """A file goes up and comes down again."""
    await anna.says("hi")
    sent = await client.send_document(anna.user_id, InputFile(b"content", filename="leaflet.txt"), caption="For you")
    assert sent.document is not None
    file = await sent.document.get_file()
    assert (anna.messages[-1].text, await file.download_as_bytearray()) == ("For you", bytearray(b"content"))


async def test_slow_answer(client: ExtBot[None], sandbox: Sandbox) -> None:
    """An answer that takes too long is a timeout."""
    sandbox.faults.slow(5)
    with pytest.raises(TimedOut):
        await client.get_me()


async def test_connection_dropped(client: ExtBot[None], sandbox: Sandbox) -> None:
    """A broken connection is a network error that names no address."""
    sandbox.faults.drop_before()
    with pytest.raises(NetworkError) as error:
        await client.get_me()
    assert (str(error.value), error.value.__cause__) == ("ServerDisconnectedError", None)


REFUSALS = {
    "bad request": (400, {"description": "Bad Request: message text is empty"}),
    "no words": (400, {}),
    "unauthorized": (401, {"description": "Unauthorized"}),
    "blocked": (403, {"description": "Forbidden: bot was blocked by the user"}),
    "not found": (404, {"description": "Not Found"}),
    "conflict": (409, {"description": "Conflict: terminated by other getUpdates request"}),
    "flood": (429, {"description": "Too Many Requests", "parameters": {"retry_after": 7}}),
    "moved": (400, {"description": "Bad Request", "parameters": {"migrate_to_chat_id": -1005}}),
    "server": (502, {"description": "Bad Gateway"}),
}


@pytest.mark.parametrize(("status", "more"), REFUSALS.values(), ids=REFUSALS)
async def test_refusal_is_that_of_the_library(
    status: int, more: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused call raises what the library raises for the same answer."""

    async def exchange(*_: object, **__: object) -> tuple[int, bytes]:
        return status, json.dumps({"ok": False, "error_code": status, **more}).encode()

    monkeypatch.setattr(AiohttpRequest, "exchange", exchange)
    request, told = AiohttpRequest(), []
    for call in (request.call("http://127.0.0.1:9/botX/m", {}), request.post("http://127.0.0.1:9/botX/m")):
        with pytest.raises(TelegramError) as raised:
            await call
        words = str(raised.value) if more else ""  # where the answer has none, each has its own
        more_told = [getattr(raised.value, name, None) for name in ("retry_after", "new_chat_id")]
        told.append((type(raised.value), words, *more_told))
    ours, the_librarys = told
    assert the_librarys == ours


async def fetched(client: ExtBot[None], sandbox: Sandbox) -> bytes:
    """Fetch a file in chunks."""
    stored = sandbox.world.files.add("document", b"content", "leaflet.txt")
    file = await client.get_file(stored.file_id)
    request = cast("AiohttpRequest", client.request)
    return b"".join([chunk async for chunk in request.chunks(file.file_path or "", 3)])


async def test_file_in_chunks(client: ExtBot[None], sandbox: Sandbox) -> None:
    """The chunks make the file."""
    assert await fetched(client, sandbox) == b"content"


async def test_file_broken_off(client: ExtBot[None], sandbox: Sandbox) -> None:
    """Half a file is a network error that names no address."""
    sandbox.faults.drop_after(method="download")
    with pytest.raises(NetworkError) as error:
        await fetched(client, sandbox)
    assert (str(error.value), error.value.__cause__) == ("ClientPayloadError", None)


async def test_file_too_slow(client: ExtBot[None], sandbox: Sandbox) -> None:
    """A file that does not come is a timeout."""
    sandbox.faults.slow(5, method="download")
    with pytest.raises(TimedOut):
        await fetched(client, sandbox)


async def test_file_refused(client: ExtBot[None], sandbox: Sandbox) -> None:
    """A link that leads nowhere is no failure of the network."""
    sandbox.faults.fail(404, method="download")
    with pytest.raises(FileGone):
        await fetched(client, sandbox)


async def test_file_before_the_session() -> None:
    """Without a session nothing is fetched."""
    with pytest.raises(NetworkError):
        await anext(AiohttpRequest().chunks("http://127.0.0.1:9/file", 3))


async def test_nobody_there() -> None:
    """Nobody at the address is a network error that names none."""
    request = AiohttpRequest(1)
    async with request:
        with pytest.raises(NetworkError) as error:
            await request.post("http://127.0.0.1:1/bot1:secret/getMe")
    assert str(error.value) == "ClientConnectorError"


async def test_request_not_open() -> None:
    """A request that is not open says so."""
    request = AiohttpRequest(1)
    await request.shutdown()
    with pytest.raises(NetworkError, match="not initialized"):
        await request.post("http://127.0.0.1:1/x")


async def test_request_opened_twice() -> None:
    """Opening what is open changes nothing."""
    async with AiohttpRequest(1) as request:
        session = request._session
        await request.initialize()
        assert request._session is session


@pytest.mark.parametrize("payload", [b"<html>", b"[1]", b"[" * 100_000])
def test_answer_is_no_object(payload: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """An answer that is no JSON object is an error, and is not logged."""
    with pytest.raises(TelegramError, match="Invalid server response"):
        AiohttpRequest.parse_json_payload(payload)
    assert caplog.text == ""


@pytest.mark.parametrize(
    "payload", [b'{"ok":false,"result":[]}', b'{"ok":1,"result":[]}', b'{"result":[]}', b'{"ok":true}']
)
def test_answer_without_a_result(payload: bytes) -> None:
    """Only what is ok has a result."""
    with pytest.raises(UnusableAnswer):
        AiohttpRequest.parse_json_payload(payload)["result"]


async def test_address_that_speaks_no_tls(unused_tcp_port: int) -> None:
    """A server without TLS at an address that begins with https is a network error that names no address."""

    async def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(plain, "127.0.0.1", unused_tcp_port), AiohttpRequest(1) as request:
        with pytest.raises(NetworkError) as error:
            await request.post(f"https://127.0.0.1:{unused_tcp_port}/bot1:secret/getMe")
    assert "secret" not in f"{error.value}{error.value.__cause__}"


async def test_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that cannot be looked up is a network error that does not name it."""

    async def away(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "secret")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", away)
    async with AiohttpRequest(1) as request:
        with pytest.raises(NetworkError) as error:
            await request.post("http://secret.example.org/bot1:secret/getMe")
    assert (str(error.value), error.value.__cause__) == ("ClientConnectorDNSError", None)
