"""What a page in a browser needs of the sandbox, and what pages of other sites do not get."""

from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import FaultInjection, Person, Sandbox

Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.mark.parametrize(
    ("path", "fetch", "status"),
    [
        ("/control/people", ("same-origin", "cors"), 200),
        ("/control/people", ("none", "navigate"), 200),
        ("/control/people", ("cross-site", "no-cors"), 403),
        ("/control/people", ("same-site", "cors"), 403),
        ("/control/people", ("cross-site", "navigate"), 403),
        ("/control/feed", ("cross-site", "navigate"), 403),
        ("/page/main.js", ("cross-site", "navigate"), 403),
        ("/bot1:x/getMe", ("cross-site", "navigate"), 403),
        ("/", ("cross-site", "no-cors"), 403),
        ("/", ("cross-site", "navigate"), 404),
    ],
)
async def test_page_of_another_site(
    sandbox: Sandbox, http: aiohttp.ClientSession, path: str, fetch: tuple[str, str], status: int
) -> None:
    """A page from elsewhere, also from another port of this machine, may lead here by a link and do nothing else."""
    headers = {"Sec-Fetch-Site": fetch[0], "Sec-Fetch-Mode": fetch[1]}
    async with http.get(sandbox.base_url + path, headers=headers) as response:
        assert status == response.status


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_act_that_a_form_could_send(sandbox: Sandbox, http: aiohttp.ClientSession, kind: str) -> None:
    """An act whose body is not said to be JSON is refused: a form of another site can send such a body unasked."""
    body = b'{"name": "Eve Example"}'
    async with http.post(f"{sandbox.base_url}/control/people", data=body, headers={"Content-Type": kind}) as response:
        assert (415, ()) == (response.status, sandbox.people)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff...", "image/jpeg"),
        (b"<svg onload=alert(1)>", "application/octet-stream"),
        (b"<!doctype html><script>alert(1)</script>", "application/octet-stream"),
    ],
)
async def test_type_of_a_file(
    sandbox: Sandbox, anna: Person, http: aiohttp.ClientSession, content: bytes, kind: str
) -> None:
    """Pictures are shown, anything else is a file: what a person sent never runs in the page."""
    await anna.sends("document", name="picture.html", content=content)
    document = anna.messages[-1].document
    assert document is not None
    address = f"{sandbox.base_url}/control/file?file_id={document.file_id}"
    async with http.get(address) as response:
        policy = response.headers["Content-Security-Policy"]
        assert (kind, "default-src 'none'; sandbox") == (response.content_type, policy)


async def test_bot_at_work(sandbox: Sandbox, anna: Person, call: Call, forward: Callable[[float], None]) -> None:
    """The bot is at work for five seconds, until its message comes, or until it says otherwise."""
    world, chat = sandbox.world, anna.user_id
    seen = []
    for method, fields in (("sendMessage", {"text": "Done"}), ("sendChatAction", {"action": "cancel"})):
        await call("sendChatAction", chat_id=chat, action="typing")
        seen.append(world.at_work(chat))
        await call(method, chat_id=chat, **fields)
        seen.append(world.at_work(chat))
    await call("sendChatAction", chat_id=chat, action="typing")
    forward(5)
    assert [True, False, True, False, False] == [*seen, world.at_work(chat)]


async def test_buttons_that_spin(sandbox: Sandbox, anna: Person, forward: Callable[[float], None]) -> None:
    """A pressed button spins until it is answered, and for 150 seconds at most."""
    await anna.presses_data(1, "yes")
    spinning = [sandbox.world.waiting_for_answer()]
    forward(151)
    assert [{anna.user_id}, set()] == [*spinning, sandbox.world.waiting_for_answer()]


async def test_people_with_ids_by_name() -> None:
    """Where ids come from names, the same name is the same person."""
    async with Sandbox(id_of=len) as sandbox:
        people = [sandbox.person(name) for name in ("Anna Example", "Ben Example", "Anna Example")]
        assert ([12, 11, 12], 2) == ([person.user_id for person in people], len(sandbox.people))


def test_weather_in_words() -> None:
    """A fault is shown as long as it lasts."""
    faults = FaultInjection(lambda: None)
    told = [faults.summary]
    faults.slow(1.5)
    faults.flood(3)
    faults.fail(500, times=2)
    faults.drop_after(times=None)
    told.append(faults.summary)
    faults.next("sendMessage", "1")
    told.append(faults.summary)
    faults.clear()
    expected = ["slow: 1.5 s", "429 for 3 s, once", "500, 2 times", "drop after"]
    assert [[], expected, [expected[0], *expected[2:]], []] == [*told, faults.summary]
