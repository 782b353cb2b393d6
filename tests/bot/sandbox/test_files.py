"""Files in both directions."""

import io
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]

PNG = b"\x89PNG\r\n\x1a\n and so on"


async def upload(
    sandbox: Sandbox, http: aiohttp.ClientSession, method: str, content: bytes, name: str = "x.pdf", **params: str
) -> Json:
    """Call a method with a file in a multipart body."""
    form = aiohttp.FormData(params)
    form.add_field("document" if method == "sendDocument" else "photo", content, filename=name)
    async with http.post(f"{sandbox.base_url}/bot{sandbox.token}/{method}", data=form) as response:
        answer: Json = await response.json()
        return answer


async def test_file_of_a_person_downloaded(
    sandbox: Sandbox, http: aiohttp.ClientSession, call: Call, anna: Person, forward: Callable[[float], None]
) -> None:
    """A file has a path that is valid for an hour."""
    await anna.sends("document", content=b"leaflet", name="leaflet.pdf", caption="Ours")
    document = (await call("getUpdates"))["result"][0]["message"]["document"]
    file = (await call("getFile", file_id=document["file_id"]))["result"]
    url = f"{sandbox.base_url}/file/bot{sandbox.token}/{file['file_path']}"

    async with http.get(url) as response:
        assert (200, b"leaflet") == (response.status, await response.read())
    forward(3601)
    async with http.get(url) as response:
        assert 404 == response.status
    assert ("leaflet.pdf", "application/pdf", 7) == (
        document["file_name"],
        document["mime_type"],
        document["file_size"],
    )


async def test_file_without_getfile_not_given(sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person) -> None:
    """A path alone opens nothing, and neither does a wrong token."""
    await anna.sends("voice")
    attachment = anna.messages[-1].attachment
    assert attachment is not None
    path = sandbox.world.files.link(attachment.file_id)["file_path"]

    for url, status in (
        (f"{sandbox.base_url}/file/bot{sandbox.token}/documents/file_9.pdf", 404),
        (f"{sandbox.base_url}/file/bot{sandbox.token[:-1]}/{path}", 401),
        (f"{sandbox.base_url}/file/bot{sandbox.token}/{path}", 200),
    ):
        async with http.get(url) as response:
            assert status == response.status


async def test_same_content_has_the_same_unique_id(anna: Person) -> None:
    """The unique id depends on the content; the file id is new each time."""
    for content in (b"one", b"one", b"two"):
        await anna.sends("document", content=content)
    documents = [message.raw["document"] for message in anna.messages[1:]]
    unique = [document["file_unique_id"] for document in documents]

    assert 3 == len({document["file_id"] for document in documents})
    assert (True, False) == (unique[0] == unique[1], unique[1] == unique[2])


async def test_document_sent_and_seen(sandbox: Sandbox, http: aiohttp.ClientSession, call: Call, anna: Person) -> None:
    """A person sees the bot's document; its id sends it again with its name."""
    sent = await upload(
        sandbox,
        http,
        "sendDocument",
        b"form",
        "form.docx",
        chat_id=str(anna.user_id),
        caption="<b>Yours</b>",
        parse_mode="HTML",
    )
    again = await call("sendDocument", chat_id=anna.user_id, document=sent["result"]["document"]["file_id"])
    first, second = (message.document for message in anna.messages[-2:])
    assert first is not None
    assert second is not None

    assert ("form.docx", b"form", "form.docx", b"form") == (first.name, first.content, second.name, second.content)
    assert ("Yours", [{"offset": 0, "length": 5, "type": "bold"}]) == (
        sent["result"]["caption"],
        sent["result"]["caption_entities"],
    )
    assert "caption" not in again["result"]


async def test_photo_of_a_person_has_sizes(call: Call, anna: Person) -> None:
    """A person sees the largest size."""
    await anna.sends("photo", content=PNG, size=1234)
    photo = anna.messages[-1].photo
    assert photo is not None

    sizes = (await call("getUpdates"))["result"][0]["message"]["photo"]
    assert ([90, 320, 800], sizes[-1]["file_id"]) == ([size["width"] for size in sizes], photo.file_id)
    assert (PNG, 1234) == (photo.content, photo.size)


async def test_photo_sent_and_seen(sandbox: Sandbox, http: aiohttp.ClientSession, call: Call, anna: Person) -> None:
    """A photo goes up once and is then sent by its id."""
    sent = await upload(sandbox, http, "sendPhoto", PNG, chat_id=str(anna.user_id))
    await call("sendPhoto", chat_id=anna.user_id, photo=sent["result"]["photo"][-1]["file_id"])

    assert [PNG, PNG] == [message.photo.content for message in anna.messages[1:] if message.photo]


@pytest.mark.parametrize(
    ("method", "content", "description"),
    [
        ("sendDocument", b"", "Bad Request: file must be non-empty"),
        ("sendPhoto", b"no picture", "Bad Request: IMAGE_PROCESS_FAILED"),
    ],
)
async def test_upload_refused(  # noqa: PLR0913, PLR0917 - the columns of the table
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person, method: str, content: bytes, description: str
) -> None:
    """An empty file is refused, and a photo must be a picture."""
    answer = await upload(sandbox, http, method, content, chat_id=str(anna.user_id))

    assert description == answer["description"]


async def test_upload_attached_by_name(sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person) -> None:
    """A parameter can point at another part of the body."""
    form = aiohttp.FormData({"chat_id": str(anna.user_id), "document": "attach://form"})
    form.add_field("form", b"form", filename="form.txt", content_type="text/plain")

    async with http.post(f"{sandbox.base_url}/bot{sandbox.token}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]
    assert ("form.txt", "text/plain") == (document["file_name"], document["mime_type"])


async def test_body_over_50_mb_refused(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    """Telegram's proxy refuses larger bodies."""
    url, headers = f"{sandbox.base_url}/bot{sandbox.token}/sendDocument", {"Content-Type": "application/json"}

    async with http.post(url, data=io.BytesIO(bytes(51 << 20)), headers=headers) as response:
        assert {"ok": False, "error_code": 413, "description": "Request Entity Too Large"} == await response.json()
