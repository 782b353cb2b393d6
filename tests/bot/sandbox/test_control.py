"""The control interface: its client, and the page that uses it."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import ControlClient, ControlError, FaultInjection, Person, RemotePerson, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]

AS_JSON = {"Content-Type": "application/json"}
KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]}


@pytest.fixture
async def control(sandbox: Sandbox) -> AsyncIterator[ControlClient]:
    """Open a client of the control interface."""
    async with ControlClient(sandbox.base_url) as client:
        yield client


@pytest.fixture
async def remote(control: ControlClient) -> RemotePerson:
    """Make a person over HTTP."""
    return await control.person("Anna Example", 7, language_code="da")


async def test_person_made_and_listed(control: ControlClient, remote: RemotePerson) -> None:
    """People have an id, a name, a menu, and may have blocked the bot."""
    other = await control.person("Boris Example", username="boris_example")

    shown = {"user_id": 7, "name": "Anna Example", "username": None, "blocked": False, "commands": []}
    assert [shown, shown | {"user_id": other.user_id, "name": "Boris Example", "username": "boris_example"}] == (
        await control.people()
    )
    assert "Anna Example" == remote.name


async def share(call: Call, remote: RemotePerson) -> int:
    """Let the bot ask for a person, and share one."""
    keyboard = {"keyboard": [[{"text": "Choose", "request_users": {"request_id": 1}}]]}
    await call("sendMessage", chat_id=7, text="Who?", reply_markup=keyboard)
    return await remote.shares(7)


async def test_verbs_reach_the_bot(call: Call, control: ControlClient, remote: RemotePerson) -> None:
    """A remote person can do everything that a person in the process can do."""
    ids = [await remote.says("Hello"), await remote.says("Hello again", reply_to=1)]
    ids += await remote.pastes("a" * 5000)
    await call("sendMessage", chat_id=7, text="Sure?", reply_markup=KEYBOARD)
    ids += [
        await remote.presses("Yes"),
        await remote.presses_data(99, "forged"),
        await remote.edits(1, "Better"),
        await remote.sends("document", b"leaflet", name="leaflet.pdf"),
        await remote.sends("dice", value=2),
        await share(call, remote),
        await remote.blocks(),
        await remote.unblocks(),
        await control.raw_update({"poll": {}}),
    ]

    updates = (await call("getUpdates"))["result"]
    assert ids == [update["update_id"] for update in updates]
    assert ["message"] * 4 + ["callback_query"] * 2 + ["edited_message"] + ["message"] * 3 + ["my_chat_member"] * 2 + [
        "poll"
    ] == [next(name for name in update if name != "update_id") for update in updates]


async def test_chat_looked_at_from_where_one_stopped(call: Call, remote: RemotePerson) -> None:
    """`changes` returns everything that is new, changed, deleted or shown since the last time."""
    await remote.says("Hello")
    first = await remote.changes()
    sent = await call("sendMessage", chat_id=7, text="Sure?")
    await call("editMessageText", chat_id=7, message_id=sent["result"]["message_id"], text="Quite sure?")
    await call("deleteMessage", chat_id=7, message_id=1)
    await remote.presses_data(99, "x")
    query = (await call("getUpdates"))["result"][-1]["callback_query"]
    await call("answerCallbackQuery", callback_query_id=query["id"], text="Saved")
    second = await remote.changes(first.after, timeout=5)
    third = await remote.changes(second.after)

    assert [("person", "Hello")] == [(message.sender, message.text) for message in first.messages]
    assert [("bot", "Quite sure?", True)] == [
        (message.sender, message.text, message.edited) for message in second.messages
    ]
    assert ((1,), ({"text": "Saved", "alert": False},)) == (second.deleted, second.notices)
    assert (second.after, (), (), ()) == (third.after, third.messages, third.deleted, third.notices)


async def test_look_waits_for_something(control: ControlClient, remote: RemotePerson) -> None:
    """`changes` with a timeout ends with the first news, or without any."""
    nothing = await remote.changes(timeout=0.01)

    assert () == nothing.messages
    assert {"after": 0, "calls": []} == await control.calls()


async def test_calls_seen(call: Call, control: ControlClient, remote: RemotePerson) -> None:
    """Calls are numbered; refused ones are included."""
    await call("getMe")
    await call("sendMessage", chat_id=99, text="x")
    calls = await control.calls(1)

    assert (2, [("sendMessage", 400)]) == (
        calls["after"],
        [(made["method"], made["status"]) for made in calls["calls"]],
    )
    assert 7 == remote.user_id


async def test_file_seen(control: ControlClient, remote: RemotePerson) -> None:
    """The content of a file can be fetched without the token."""
    await remote.sends("document", b"leaflet")
    document = (await remote.changes()).messages[-1].document
    assert document is not None

    assert b"leaflet" == await control.file(document.file_id)
    with pytest.raises(ControlError, match="no such file"):
        await control.file("nonsense")


async def test_fault_injected(call: Call, control: ControlClient) -> None:
    """A fault is injected by the name and the arguments of its method."""
    await control.inject("flood", retry_after=3)
    refused = await call("getMe")
    await control.inject("fail", code=502, times=None)
    await control.inject("clear")

    assert ({"retry_after": 3}, True) == (refused["parameters"], (await call("getMe"))["ok"])


MISTAKES: list[tuple[str, Json, int, str]] = [
    ("say", {"user_id": 8, "text": "x"}, 404, "no person 8"),
    ("say", {"user_id": 7}, 400, "missing field 'text'"),
    ("say", {"user_id": 7, "text": " "}, 400, "Nothing in this message can be seen: write some words"),
    ("press", {"user_id": 7, "label": "Yes"}, 404, "no button 'Yes' in this chat; buttons there: []"),
    ("share", {"user_id": 7, "people": [7]}, 404, "no keyboard here asks for people"),
    ("share", {"user_id": 7, "people": [8]}, 404, "no person 8"),
    ("edit", {"user_id": 7, "message_id": 99, "text": "x"}, 404, "no message 99 of Anna in this chat"),
    (
        "faults",
        {"kind": "snow"},
        404,
        "no fault 'snow'; there are clear, drop_after, drop_before, fail, flood, redeliver, slow",
    ),
]


@pytest.mark.parametrize(("act", "body", "status", "reason"), MISTAKES)
async def test_mistake_reported(  # noqa: PLR0913, PLR0917 - the columns of the table
    sandbox: Sandbox, http: aiohttp.ClientSession, remote: RemotePerson, act: str, body: Json, status: int, reason: str
) -> None:
    """An impossible action is answered with a sentence."""
    assert 7 == remote.user_id
    async with http.post(f"{sandbox.base_url}/control/{act}", json=body) as response:
        assert (status, {"error": reason}) == (response.status, await response.json())


async def test_wrong_body_and_wrong_argument_reported(
    sandbox: Sandbox, http: aiohttp.ClientSession, control: ControlClient, remote: RemotePerson
) -> None:
    """A body that is no JSON and an argument that does not exist are refused, and the server goes on."""
    async with http.post(f"{sandbox.base_url}/control/say", data=b"{", headers=AS_JSON) as response:
        assert 400 == response.status
    with pytest.raises(ControlError, match="unexpected keyword argument 'colour'"):
        await control.inject("flood", retry_after=1, colour="grey")
    await remote.blocks()
    with pytest.raises(ControlError, match="must unblock"):
        await remote.says("Hello")


async def test_unknown_chat(control: ControlClient) -> None:
    """An unknown chat is refused."""
    with pytest.raises(ControlError, match="no such chat"):
        await control.get("messages", chat_id=99)
    with pytest.raises(ControlError, match="missing field 'chat_id'"):
        await control.get("messages")
    with pytest.raises(ControlError, match="invalid literal"):
        await control.get("calls", after="x")


async def test_client_used_in_a_block_only() -> None:
    """The client needs its session."""
    with pytest.raises(RuntimeError, match="async with"):
        await ControlClient("http://127.0.0.1:9").people()


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
    """A page of another site, or on another port, may link to the page and do nothing else."""
    headers = {"Sec-Fetch-Site": fetch[0], "Sec-Fetch-Mode": fetch[1]}
    async with http.get(sandbox.base_url + path, headers=headers) as response:
        assert status == response.status


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_act_that_a_form_could_send(sandbox: Sandbox, http: aiohttp.ClientSession, kind: str) -> None:
    """An action without the JSON content type is refused: a form of another site could send such a body."""
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
    """Pictures are shown, any other file is downloaded: a person's file never runs in the page."""
    await anna.sends("document", name="picture.html", content=content)
    document = anna.messages[-1].document
    assert document is not None
    address = f"{sandbox.base_url}/control/file?file_id={document.file_id}"
    async with http.get(address) as response:
        policy = response.headers["Content-Security-Policy"]
        assert (kind, "default-src 'none'; sandbox") == (response.content_type, policy)


async def test_bot_at_work(sandbox: Sandbox, anna: Person, call: Call, forward: Callable[[float], None]) -> None:
    """The bot is shown at work for five seconds, until its message comes, or until it says otherwise."""
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
    """A pressed button waits until it is answered, and for 150 seconds at most."""
    await anna.presses_data(1, "yes")
    spinning = [sandbox.world.waiting_for_answer()]
    forward(151)
    assert [{anna.user_id}, set()] == [*spinning, sandbox.world.waiting_for_answer()]


async def test_people_with_ids_by_name() -> None:
    """If ids come from names, the same name is the same person."""
    async with Sandbox(id_of=len) as sandbox:
        people = [sandbox.person(name) for name in ("Anna Example", "Ben Example", "Anna Example")]
        assert ([12, 11, 12], 2) == ([person.user_id for person in people], len(sandbox.people))


def test_faults_in_words() -> None:
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
