"""Take the pictures of the chat page in ``docs/screenshots``: ``make screenshots``."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.async_api import expect
from support.browser import Chat, opened_browser, opened_page
from support.language_talks import TALKS

from bot.clock import now
from bot.demo.demo_server import opened
from bot.demo.sample import fill
from bot.demo.sample_practices import AUTHORS, Course, Practice, practices
from bot.demo.test_bed import agree
from bot.demo.transcripts import DEMO_USERS, Turn, parse
from conversations.languages import ENGLISH
from storage import Database

ROOT = Path(__file__).parents[2]

PRACTICE = ROOT / "tests" / "transcripts" / "practices" / "back_on_track.txt"

SHOTS = ROOT / "docs" / "screenshots"

IN_PICTURES = ("en", "de", "fr", "da", "pl")
"""The languages that the docs show side by side."""

UP_TO_THEMES = "4"
"""The number of the section of the key themes."""

UNTIL = "Section 7 of 16"

CORA = "Cora Coordinator"

SIZES = {1280: (1280, 800), 390: (390, 844)}


async def main() -> None:
    """Take pictures of a practice in progress and of a review."""
    await page()
    await languages()
    await repository()


async def page() -> None:
    """Play the beginning of a practice, and take pictures at both widths in both colour schemes."""
    with TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/demo.db"
        async with opened(url) as (sandbox, _), opened_browser() as browser:
            anna, ben = sandbox.people[:2]
            await agreed(url, [anna.user_id, ben.user_id])
            async with opened_page(browser, f"{sandbox.base_url}/#{anna.user_id}", anna) as chat:
                await chat.ready()
                await context(chat)
                await chat.looks_behind()
                await chat.button("Kill the bot").click()
                await chat.ready()
                await ben.says("/start")
                await sandbox.until(lambda: ben.messages[-1].sender == "bot", 20)
                await pictures(chat)


async def languages() -> None:
    """Take a picture of the question on key themes in some languages, on a phone."""
    with TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/demo.db"
        async with opened(url) as (sandbox, _), opened_browser() as browser:
            for code in IN_PICTURES:
                person = sandbox.person(f"Reader of {code}")
                address, size = f"{sandbox.base_url}/#{person.user_id}", SIZES[min(SIZES)]
                if code == ENGLISH:
                    await agreed(url, [person.user_id])
                async with opened_page(browser, address, person, size, locale=code) as chat:
                    await chat.ready()
                    talk = PRACTICE if code == ENGLISH else TALKS / f"{code}.txt"
                    await to_the_themes(chat, parse(talk.read_text("utf-8")).turns)
                    await chat.page.screenshot(path=SHOTS / f"language-{code}.png")


async def to_the_themes(chat: Chat, turns: Sequence[Turn]) -> None:
    """Play a talk up to the key themes."""
    for turn in turns:
        if not turn.written.startswith("> ("):
            await chat.act(turn.act)
            lines = [line for line in turn.expected if line and line[0] != "["]
            await chat.sees(" ".join(lines[-1].split()))  # as the page gives it: no other spaces
            if any(f" {UP_TO_THEMES} " in line and " 16 " in line for line in lines):
                break
    await expect(chat.page.locator("#toasts")).to_be_empty()


async def agreed(url: str, people: list[int]) -> None:
    """Record consent, as the transcript expects it."""
    database = await Database.open(url)
    await agree(database, people, now())
    await database.close()


async def context(chat: Chat) -> None:
    """Play the conversation up to some section."""
    for turn in parse(PRACTICE.read_text(encoding="utf-8")).turns:
        await chat.act(turn.act)
        await chat.shows(turn.expected)
        if any(line.startswith(UNTIL) for line in turn.expected):
            return


async def pictures(chat: Chat) -> None:
    """Take all pictures: on a desktop with the panel open, on a phone with it closed and open."""
    for width, (wide, high) in SIZES.items():
        if width == min(SIZES):
            await chat.button("Behind the scenes").click()
        await chat.page.set_viewport_size({"width": wide, "height": high})
        for colours in ("light", "dark"):
            await chat.page.emulate_media(color_scheme=colours)
            await chat.text_field.focus()
            await chat.log.evaluate("(log) => { log.scrollTop = log.scrollHeight }")
            await chat.page.screenshot(path=SHOTS / f"page-{width}-{colours}.png")
    await chat.looks_behind()
    await chat.page.screenshot(path=SHOTS / "page-390-panel.png")


async def repository() -> None:
    """Play reviews, and take pictures of a section with comments and of the changes of a revision."""
    with TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/demo.db"
        async with opened(url) as (sandbox, _), opened_browser() as browser:
            await fill(sandbox, reviewed())
            cora = sandbox.person(CORA, dict(DEMO_USERS)[CORA])
            async with opened_page(browser, f"{sandbox.base_url}/#{cora.user_id}", cora) as chat:
                await chat.ready()
                await review(chat)


def reviewed() -> list[Practice]:
    """Return three practices of three authors, in the order in which the queue has them."""
    found = {one.course: one for one in practices() if one.ending == "submitted"}
    courses: tuple[Course, ...] = ("waiting", "revised", "claimed")
    return [
        replace(found[course], author=author, coordinator=CORA)
        for course, author in zip(courses, AUTHORS, strict=False)
    ]


async def review(chat: Chat) -> None:
    """Read a revision, comment on it, and take the pictures."""
    await chat.says("/queue")
    await chat.sees("Waiting for review")
    await chat.log.locator(".key", has_text=reviewed()[1].name).last.click()
    await chat.sees("Press a section", "Submitted twice")
    await chat.presses("What changed")
    await chat.sees("version 2 beside version 1")
    await shot(chat, "page-desk-390-dark", 390, "dark")
    await chat.presses("Card")
    await chat.sees("Press a section", "2 answered")
    await chat.log.locator(".key", has_text="Evidence and evaluation").last.click()
    await chat.sees("Peer review", "Not provided")
    await chat.replies("Evaluation and feedback", "Where can the report be read?")
    await chat.sees("Where can the report be read?", "Comment 3")
    await shot(chat, "page-desk-1280-light", 1280, "light")


async def shot(chat: Chat, name: str, width: int, colours: Literal["light", "dark"]) -> None:
    """Take one picture of the end of the chat."""
    wide, high = SIZES[width]
    await chat.page.set_viewport_size({"width": wide, "height": high})
    await chat.page.emulate_media(color_scheme=colours)
    await chat.log.evaluate("(log) => { log.scrollTop = log.scrollHeight }")
    await chat.page.screenshot(path=SHOTS / f"{name}.png")
    await chat.page.set_viewport_size({"width": SIZES[1280][0], "height": SIZES[1280][1]})


if __name__ == "__main__":
    asyncio.run(main())
