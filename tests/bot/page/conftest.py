"""Fixtures of the page's tests."""

import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser
from support.browser import Chat, browser_path, opened_browser, opened_page

from bot.clock import now
from bot.demo.demo_server import opened
from bot.demo.test_bed import agree
from bot.sandbox import Sandbox
from storage import Database


@pytest.fixture(scope="module")
def house_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the database of the page's bot."""
    return f"sqlite+aiosqlite:///{tmp_path_factory.mktemp('demo')}/demo.db"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def operator(house_url: str) -> AsyncIterator[Sandbox]:
    """Open the page, with its bot in a separate process."""
    async with opened(house_url) as (sandbox, _):
        yield sandbox


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Open a browser; without one, the end of the test run says so."""
    if browser_path() is None:
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("no browser")
    async with opened_browser() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def chat(newcomer: Chat, house_url: str) -> Chat:
    """Open the page as a new person who has already agreed."""
    database = await Database.open(house_url)
    await agree(database, [newcomer.person.user_id], now())
    await database.close()
    return newcomer


@pytest_asyncio.fixture(loop_scope="module")
async def newcomer(browser: Browser, operator: Sandbox, request: pytest.FixtureRequest) -> AsyncIterator[Chat]:
    """Open the page as a new person; at the end, the page must have no error."""
    person = operator.person(request.node.name)
    async with opened_page(browser, f"{operator.base_url}/#{person.user_id}", person) as chat:
        await chat.ready()
        yield chat
        assert [] == chat.troubles
