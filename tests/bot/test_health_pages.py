"""The pages /healthz and /metrics: their addresses, and what they say and never say."""

import asyncio
import json
import re
import socket
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from math import isnan
from pathlib import Path
from typing import get_args

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from trials.victim import Victim, hooked, ours

from bot.app import Bot, build, running
from bot.health import SendOutcome, TurnOutcome
from bot.sandbox import Person, Sandbox
from bot.settings import Settings, WrongSetting
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input
from storage import Backlog, Database

Start = Callable[..., AbstractAsyncContextManager[Bot]]

Heard = Callable[[Person], Awaitable[list[str]]]

Asked = Callable[..., Awaitable[tuple[int, str]]]

ROOT = Path(__file__).parents[2]

SECRET = "s3cret"

WELL = '{"status":"ok","database":"ok","backlog_seconds":0.0,"hearing":true}'

DEAF = WELL.replace("true", "false")

OURS = "practice_bot_"


@pytest.fixture
async def sandbox(monkeypatch: pytest.MonkeyPatch) -> object:
    """Open a local Bot API that posts to plain http addresses; what failed is tried again at once."""
    monkeypatch.setattr("bot.telegram.stopping.GROWING", (0.0,))
    async with Sandbox(plain_webhooks=True, webhook_pause=0.01) as sandbox:
        yield sandbox


def free() -> str:
    """Name a free address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def settings(settings: Settings, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Settings:
    """Give the pages an address of their own, a bot with a webhook none, one with both "both"."""
    where = getattr(request, "param", "apart")
    if where != "hook":
        monkeypatch.setenv("HEALTH_LISTEN", free())
    for name, value in hooked(SECRET).items() if where != "apart" else ():
        monkeypatch.setenv(name, value)
    return Settings(bot_token=settings.bot_token)


@pytest.fixture
def asked(settings: Settings) -> Asked:
    """Give what asks for a page, where the pages are unless another address is given: status and body."""

    async def ask(path: str, method: str = "GET", at: str = "", secret: str = "", body: bytes = b"") -> tuple[int, str]:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        url = f"http://{at or settings.health_listen or settings.webhook_listen}{path}"
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, url, headers=headers, data=body or None) as answer,
        ):
            return answer.status, await answer.text()

    return ask


async def figures(asked: Asked) -> dict[str, float]:
    """Read the page of metrics as Prometheus does: each of our figures by its name and the values of its labels."""
    _, page = await asked("/metrics")
    samples = [sample for family in text_string_to_metric_families(page) for sample in family.samples]
    return {
        " ".join(
            [sample.name.removeprefix(OURS), *(sample.labels[name] for name in sorted(sample.labels))]
        ): sample.value
        for sample in samples
        if sample.name.startswith(OURS)
    }


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("settings", ["apart", "both", "hook"], indirect=True)
async def test_pages_in_each_mode(asked: Asked) -> None:
    """By polling and by webhook, at their own address or the webhook's, both pages need no secret."""
    assert (200, WELL) == await asked("/healthz")
    assert (200, "") == await asked("/healthz", "HEAD")
    assert ((200, ""), 200) == (await asked("/metrics", "HEAD"), (await asked("/metrics"))[0])


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("status", "path", "method"),
    [(404, "/", "GET"), (404, "/hook", "POST"), (404, "/healthz/", "GET"), (405, "/healthz", "POST")],
)
async def test_other_pages(asked: Asked, status: int, path: str, method: str) -> None:
    """At an address of their own there is nothing else."""
    assert status == (await asked(path, method, secret=SECRET, body=b"{}"))[0]


@pytest.mark.parametrize("settings", ["hook"], indirect=True)
async def test_webhook_beside_the_pages(bot: Bot, asked: Asked, anna: Person, heard: Heard) -> None:
    """The secret, not the path, tells updates: what is posted where a page is, is taken with it and refused without."""
    message = {"message_id": 1, "date": 1, "text": "one", "chat": {"id": anna.user_id, "type": "private"}}
    body = json.dumps({"update_id": 7, "message": message}).encode()
    assert (403, "") == await asked("/healthz", "POST", body=body)
    assert [403, 405] == [(await asked("/other", secret=secret))[0] for secret in ("", SECRET)]
    assert (200, "") == await asked("/healthz", "POST", secret=SECRET, body=body)
    await bot.settled(7)
    assert ["one"] == await heard(anna)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("settings", ["both"], indirect=True)
async def test_pages_apart_from_the_webhook(settings: Settings, asked: Asked) -> None:
    """Where the pages have an address of their own, the webhook's has none of them."""
    assert (403, "") == await asked("/healthz", at=settings.webhook_listen)
    assert (403, "") == await asked("/metrics", at=settings.webhook_listen)


async def test_health_while_telegram_is_away(
    settings: Settings, database: Database, sandbox: Sandbox, asked: Asked
) -> None:
    """A bot that waits for the Bot API at its start says so and is well: nobody needs to restart it for that."""
    sandbox.faults.fail(502, times=None)
    starting = asyncio.create_task(running(build(settings, database)).__aenter__())
    await sandbox.wait_for_calls(1)
    answer = await asked("/healthz")
    starting.cancel()
    await asyncio.wait([starting])
    assert (200, DEAF) == answer


async def test_address_of_the_pages_taken(settings: Settings, database: Database) -> None:
    """An address that cannot be listened on stops the start with one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wrong = settings.model_copy(update={"health_listen": f"127.0.0.1:{taken.getsockname()[1]}"})
        with pytest.raises(WrongSetting, match="HEALTH_LISTEN should be an address that is free"):
            async with running(build(wrong, database)):
                pass


async def test_database_away(bot: Bot, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the database health is 503, and metrics go on with what is known."""

    async def away(_database: Database) -> Backlog:
        raise ConnectionError("secret words")

    monkeypatch.setattr("bot.health.backlog_of", away)
    assert (503, '{"status":"failing","database":"no answer","backlog_seconds":null,"hearing":true}') == await asked(
        "/healthz"
    )
    found = await figures(asked)
    unknown = {name for name, value in found.items() if isnan(value)}
    assert {"inbox_waiting", "inbox_oldest_seconds", "outbox_waiting", "outbox_oldest_seconds"} == unknown
    assert (0, 0) == (found["database_up"], found["updates_accepted_total"])
    assert bot.runtime.stopping.is_set() is False


async def test_metrics_at_the_start(asked: Asked, bot: Bot) -> None:
    """Each outcome begins at 0, so that the first of its kind is seen as a rise."""
    found = await figures(asked)
    words = [f"turns_total {word}" for word in get_args(TurnOutcome)]
    words += [f"deliveries_total {word}" for word in get_args(SendOutcome)]
    assert dict.fromkeys(words, 0) == {word: found[word] for word in words}
    assert (1, 0, 0, bot.listener.id) == (
        found["database_up"],
        found["inbox_waiting"],
        found["outbox_waiting"],
        bot.listener.id,
    )


async def test_metrics_of_a_conversation(bot: Bot, asked: Asked, sandbox: Sandbox, anna: Person, ben: Person) -> None:
    """Updates, turns, messages and calls are counted; an update that comes twice is accepted once."""
    await bot.settled(await anna.says("one"))
    sandbox.faults.redeliver()
    await bot.settled(await anna.says("two"))
    await bot.settled(await ben.blocks())
    found = await figures(asked)
    expected = {
        "api_calls_total sendMessage": 2,
        "deliveries_total sent": 2,
        "inbox_waiting": 0,
        "outbox_waiting": 0,
        "turn_seconds_bucket 60.0": 3,
        "turns_total done": 2,
        "turns_total moved": 1,
        "updates_accepted_total": 3,
    }
    assert expected == {name: found.get(name) for name in expected}


@pytest.mark.slow
async def test_metrics_of_faults(bot: Bot, asked: Asked, sandbox: Sandbox, anna: Person) -> None:
    """Calls that fail are counted by the class of their error, messages by outcome."""
    sandbox.faults.fail(400, method="sendMessage")
    await bot.settled(await anna.says("refused"))
    sandbox.faults.flood(0, method="sendMessage")
    await bot.settled(await anna.says("later"))
    sandbox.faults.fail(502, method="sendMessage")
    await bot.settled(await anna.says("later"))
    sandbox.faults.drop_before(method="sendMessage")
    await bot.settled(await anna.says("later"))
    sandbox.faults.fail(403, method="sendMessage")
    await bot.settled(await anna.says("never"))
    found = await figures(asked)
    refused = {name: value for name, value in found.items() if name.endswith("sendMessage") and "refused" in name}
    assert {
        "api_refused_total BadRequest sendMessage": 1,
        "api_refused_total Forbidden sendMessage": 1,
        "api_refused_total NetworkError sendMessage": 2,
        "api_refused_total RetryAfter sendMessage": 1,
    } == refused
    fates = {name: found[f"deliveries_total {name}"] for name in get_args(SendOutcome)}
    assert {"chat stopped": 1, "not taken": 3, "refused": 1, "sent": 3} == fates


def raises(_conversation: Conversation, _given: Input, *_others: object) -> Step:
    """Fail with a person's words."""
    raise ValueError("unmistakable")


async def test_metrics_of_failures(start: Start, asked: Asked, anna: Person) -> None:
    """An update that cannot be handled counts with each attempt, and once more where it is set aside."""
    async with start(raises) as bot:
        await bot.settled(await anna.says("unmistakable"))
        found = await figures(asked)
    assert (2, 1, 0) == (
        found["turns_total tried again later"],
        found["turns_total set aside"],
        found["inbox_waiting"],
    )


async def test_metrics_say_nothing_of_people(bot: Bot, asked: Asked, sandbox: Sandbox, anna: Person) -> None:
    """Labels are words of ours and methods of the Bot API; no id, name, word or token is on the page."""
    await bot.settled(await anna.says("unmistakable"))
    await bot.settled(await anna.presses("Again"))
    _, page = await asked("/metrics")
    families = [family for family in text_string_to_metric_families(page) if family.name.startswith(OURS)]
    labels = {item for family in families for sample in family.samples for item in sample.labels.items()}
    methods = {("method", call.method) for call in sandbox.calls}
    words = {("outcome", word) for word in (*get_args(TurnOutcome), *get_args(SendOutcome))}
    assert set() == {(name, value) for name, value in labels if name != "le"} - methods - words
    told = [word for word in ("unmistakable", "Anna", str(anna.user_id), sandbox.token) if word in page]
    assert [] == told


async def test_operations_page_names_figures_that_are_there(bot: Bot, asked: Asked, anna: Person) -> None:
    """Each figure that docs/operations.md names, in a table or an alert, is on the page."""
    await bot.settled(await anna.says("one"))
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    named = set(re.findall(rf"{OURS}\w+", text))
    _, page = await asked("/metrics")
    there = set(re.findall(rf"^(?:# TYPE )?({OURS}\w+)", page, re.MULTILINE))
    assert (set(), True) == (named - there, len(named) > 10)


@pytest.mark.slow
async def test_pages_stopped_by_sigterm(
    settings: Settings, sandbox: Sandbox, asked: Asked, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A process with pages stops on SIGTERM with 0 within 10 s, and they are gone."""
    environment = {**ours(sandbox, settings.database_url), "HEALTH_LISTEN": settings.health_listen or ""}
    async with Victim(sandbox, tmp_path_factory.mktemp("victim"), environment) as victim:
        await victim.start()
        await victim.reached()
        well = await asked("/healthz")
        async with asyncio.timeout(10):
            code = await victim.stop()
        assert (200, True, 0) == (well[0], well[1] in {WELL, DEAF}, code)  # it may not have asked for updates yet
        with pytest.raises(aiohttp.ClientConnectionError):
            await asked("/healthz")
