"""The chat page in a real browser: what a person does there, and what the page shows."""

import os
import re
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from bot.demo.transcripts import Act
from bot.sandbox import Person

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 20_000.0
"""Milliseconds that anything may take on a machine that is busy with other things."""

expect.set_options(timeout=PATIENCE)

SHOWN = """
() => [...document.querySelectorAll(".theirs")].map((message) => [
  ...(message.querySelector(".words")?.textContent ?? "").split("\\n"),
  ...[...message.querySelectorAll(".keys .row")].map(
    (row) => [...row.children].map((key) => `[${key.textContent}]`).join(" ")),
].map((line) => line.trimEnd()).join("\\n"))
"""


def browser_path() -> str | None:
    """Find a Chromium; ``BROWSER`` names another one."""
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
    browser: Browser, address: str, person: Person, size: tuple[int, int] = (1280, 800)
) -> AsyncIterator["Chat"]:
    """Open an address, as somebody who has never been there."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale="en-GB",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    chat = Chat(await context.new_page(), person)
    chat.page.on("console", chat.said_to_developers)
    chat.page.on("pageerror", lambda error: chat.troubles.append(str(error)))
    await chat.page.goto(address)
    yield chat
    await context.close()


@dataclass
class Chat:
    """The page under the hands of one person."""

    page: Page
    person: Person
    troubles: list[str] = field(default_factory=list)
    by_keyboard: bool = False
    """Whether buttons are pressed with the keyboard; each press changes it."""

    def said_to_developers(self, message: ConsoleMessage) -> None:
        """Keep what is an error or a warning."""
        if message.type in ("error", "warning"):
            self.troubles.append(message.text)

    @property
    def log(self) -> Locator:
        """Find the open talk."""
        return self.page.get_by_role("log")

    @property
    def text_field(self) -> Locator:
        """Find where one writes."""
        return self.page.get_by_role("textbox", name="Message")

    def button(self, name: str) -> Locator:
        """Find a button of the page itself."""
        return self.page.get_by_role("button", name=name, exact=True)

    async def ready(self) -> None:
        """Wait for the bot to run."""
        await self.page.locator('#app[data-ready="true"]').wait_for()

    async def becomes(self, name: str) -> None:
        """Be another person."""
        await self.page.locator("#people").get_by_role("button", name=re.compile(re.escape(name))).click()
        await self.page.locator("#status", has_text=name).wait_for()

    async def says(self, text: str) -> None:
        """Write and send."""
        await self.text_field.fill(text)
        await self.text_field.press("Enter")

    async def presses(self, label: str) -> None:
        """Press the newest button of that label, by mouse and by keyboard in turn."""
        key = self.log.locator(".key", has_text=re.compile(rf"^(. )?{re.escape(label)}$")).last
        await (key.press("Enter") if self.by_keyboard else key.click())
        self.by_keyboard = not self.by_keyboard

    async def act(self, act: Act) -> None:
        """Do what a transcript says; only what a whole practice needs."""
        await (self.presses(act.text) if act.verb == "presses" else self.says(act.text))

    async def shows(self, expected: Sequence[str]) -> None:
        """Wait until the bot's newest message reads as a transcript has it, buttons in brackets."""
        lines = "\n".join(line for line in expected if line != "~")
        wanted = f"(wanted) => ({SHOWN})().at(-1) === wanted"
        try:
            await self.page.wait_for_function(wanted, arg=lines)
        except Exception:
            shown: list[str] = await self.page.evaluate(SHOWN)
            assert lines == shown[-1]
            raise

    async def saved(self, download: Locator, folder: Path) -> bytes:
        """Save a file that the talk offers; return its content."""
        async with self.page.expect_download() as coming:
            await download.click()
        path = folder / "saved"
        await (await coming.value).save_as(path)
        return path.read_bytes()
