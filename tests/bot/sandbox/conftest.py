"""Fixtures of the sandbox's tests: a sandbox with a fixed clock, a person who has written, and raw calls."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]


class Clock:
    """A clock that only moves when a test moves it."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """Return the clock of the sandbox."""
    return Clock()


@pytest.fixture
def forward(clock: Clock) -> Callable[[float], None]:
    """Return the function that lets time pass."""
    return clock.forward


@pytest.fixture
async def sandbox(clock: Clock) -> AsyncIterator[Sandbox]:
    """Start a sandbox."""
    async with Sandbox(clock=clock, first_update_id=1, plain_webhooks=True, webhook_pause=0.01) as started:
        yield started


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """Open a plain HTTP client."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def call(sandbox: Sandbox, http: aiohttp.ClientSession) -> Call:
    """Return a function that calls a method with a JSON body and returns the whole answer."""

    async def send(method: str, **params: object) -> Json:
        url = f"{sandbox.base_url}/bot{sandbox.token}/{method}"
        async with http.post(url, json=params) as response:
            body: Json = await response.json()
            assert body.get("error_code", 200) == response.status
            return body

    return send


@pytest.fixture
async def anna(sandbox: Sandbox) -> Person:
    """Return a person who has started the bot; that update is confirmed."""
    person = sandbox.person("Anna Example")
    last = await person.says("/start")
    sandbox.world.updates.take(last + 1, 100)
    return person
