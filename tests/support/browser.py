"""The chat page in a real browser: actions of a person, and the contents of the page."""

import json
import os
import re
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import aiohttp
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped] # it has no types
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from bot.demo.transcripts import Act
from bot.sandbox import Person, Sandbox

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

PATIENCE = 20_000.0
"""Milliseconds that anything may take on a busy machine."""

expect.set_options(timeout=PATIENCE)

SHOWN = """
() => [...document.querySelectorAll(".theirs")].map((message) => [
  ...[...message.querySelectorAll(".file strong")].map((name) => `(document: ${name.textContent})`),
  ...(message.querySelector(".words")?.textContent.split("\\n") ?? []),
  ...[...message.querySelectorAll(".keys .row")].map(
    (row) => [...row.children].map((key) => `[${key.textContent}]`).join(" ")),
].map((line) => line.trimEnd()).join("\\n"))
"""


def browser_path() -> str | None:
    """Find a Chromium; the environment variable ``BROWSER`` can name one."""
    named = [os.environ.get("BROWSER", ""), "chromium", "chromium-browser", "google-chrome"]
    return next((path for name in named if name and (path := shutil.which(name))), None)


@asynccontextmanager
async def opened_browser() -> AsyncIterator[Browser]:
    """Open a browser, with an empty profile."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def opened_page(
    browser: Browser, address: str, person: Person, size: tuple[int, int] = (1280, 800), locale: str = "en-GB"
) -> AsyncIterator["Chat"]:
    """Open an address as a new visitor."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale=locale,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    chat = Chat(await context.new_page(), person)
    chat.page.on("console", chat.said_to_developers)
    chat.page.on("pageerror", lambda error: chat.troubles.append(str(error)))
    await chat.page.goto(address)
    yield chat
    await context.close()


TEXTS = """() => [...document.querySelectorAll(".theirs")].map(
  (message) => message.textContent.replace(/\\s+/g, " "))"""

ANSWERED = f"""([before, words]) => ({TEXTS})().some(
  (text, number) => text !== before[number] && words.every((word) => text.includes(word)))"""


@dataclass
class Chat:
    """The page in use by one person."""

    page: Page
    person: Person
    troubles: list[str] = field(default_factory=list)
    by_keyboard: bool = False
    """Whether buttons are pressed with the keyboard; this alternates with each press."""
    before: list[str] = field(default_factory=list)
    """The bot's messages before the last action: its answer is a new message, or a changed one."""

    def said_to_developers(self, message: ConsoleMessage) -> None:
        """Record errors and warnings."""
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    @property
    def log(self) -> Locator:
        """Find the open chat."""
        return self.page.get_by_role("log")

    @property
    def text_field(self) -> Locator:
        """Find the message field; its name is in the language of the page."""
        return self.page.locator("#text")

    def button(self, name: str) -> Locator:
        """Find a button of the page itself."""
        return self.page.get_by_role("button", name=name, exact=True)

    async def ready(self) -> None:
        """Wait for the bot to run."""
        await self.page.locator('#app[data-ready="true"]').wait_for()

    async def looks_behind(self) -> None:
        """Open the panel with the bot's process and the faults."""
        await self.button("Behind the scenes").click()
        await self.page.locator("#panel").wait_for()

    async def becomes(self, name: str) -> None:
        """Choose another person."""
        await self.page.locator("#people").get_by_role("button", name=re.compile(re.escape(name))).click()
        await self.page.locator("#status", has_text=name).wait_for()
        self.before = []

    async def says(self, text: str) -> None:
        """Write and send."""
        self.before = await self.page.evaluate(TEXTS)
        await self.text_field.fill(text)
        await self.text_field.press("Enter")

    async def presses(self, label: str) -> None:
        """Press the newest button with that label, by mouse and keyboard alternately."""
        self.before = await self.page.evaluate(TEXTS)
        key = self.log.locator(".key", has_text=re.compile(rf"^(. )?{re.escape(label)}$")).last
        await (key.press("Enter") if self.by_keyboard else key.click())
        self.by_keyboard = not self.by_keyboard

    async def replies(self, words: str, text: str) -> None:
        """Reply to the bot's newest message with these words, by mouse and keyboard alternately."""
        message = self.log.locator(".theirs", has_text=words).last
        if self.by_keyboard:
            await self.walks_to(words)
        else:
            await message.get_by_role("button", name="Reply", exact=True).click()
        self.by_keyboard = not self.by_keyboard
        await self.says(text)

    async def walks_to(self, words: str) -> None:
        """Press Ctrl and arrow up until the reply is for a message with these words."""
        bar = self.page.locator("#bar-text")
        while words not in (await bar.text_content() or ""):
            await self.text_field.press("Control+ArrowUp")

    async def sees(self, *words: str) -> None:
        """Wait until the bot has answered the last action with a message that has all these words."""
        await self.page.wait_for_function(ANSWERED, arg=[self.before, list(words)])

    async def act(self, act: Act) -> None:
        """Do an act of a transcript; only the acts of a whole practice."""
        await (self.presses(act.text) if act.verb == "presses" else self.says(act.text))

    async def shows(self, expected: Sequence[str]) -> None:
        """Wait until the bot's newest messages are as in a transcript, without messages to others."""
        own = takewhile(lambda line: not line.startswith("@ "), expected)
        messages = "\n".join(line for line in own if line != "~").split("\n---\n")
        wanted = f"(wanted) => JSON.stringify(({SHOWN})().slice(-wanted.length)) === JSON.stringify(wanted)"
        try:
            await self.page.wait_for_function(wanted, arg=messages)
        except Exception:
            shown: list[str] = await self.page.evaluate(SHOWN)
            assert messages == shown[-len(messages) :]
            raise

    async def saved(self, download: Locator, folder: Path) -> bytes:
        """Save a file from the chat; return its content."""
        async with self.page.expect_download() as coming:
            await download.click()
        path = folder / "saved"
        await (await coming.value).save_as(path)
        return path.read_bytes()


async def bot_calls(sandbox: Sandbox, chat: Chat, method: str, **fields: str | bytes | list[list[str]]) -> None:
    """Call the Bot API as the bot would, for somebody who has started it; a list is rows of button labels."""
    chat.person.chat.started = True
    form = aiohttp.FormData({"chat_id": str(chat.person.user_id)})
    for name, value in fields.items():
        if isinstance(value, list):
            rows = [[{"text": label, "callback_data": f"0|0||pick|{len(label)}"} for label in row] for row in value]
            form.add_field(name, json.dumps({"inline_keyboard": rows}))
        else:
            form.add_field(name, value, filename=f"{name}.docx" if isinstance(value, bytes) else None)
    async with aiohttp.ClientSession() as session:
        await session.post(f"{sandbox.base_url}/bot{sandbox.token}/{method}", data=form, raise_for_status=True)


async def findings(chat: Chat) -> list[str]:
    """Run axe on the page; return the serious and critical findings."""
    results = await Axe().run(chat.page)
    bad = (rule for rule in results.response["violations"] if rule["impact"] in ("serious", "critical"))
    return [f"{rule['id']}: {node['html']}" for rule in bad for node in rule["nodes"]]
