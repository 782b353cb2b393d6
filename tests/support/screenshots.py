"""Take the pictures of the chat page in ``docs/screenshots``: ``make screenshots``."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from support.browser import Chat, opened_browser, opened_page

from bot.demo.open_house import opened
from bot.demo.transcripts import parse

ROOT = Path(__file__).parents[2]
PRACTICE = ROOT / "tests" / "transcripts" / "practices" / "back_on_track.txt"
SHOTS = ROOT / "docs" / "screenshots"
UNTIL = "Section 7 of 16"
SIZES = {1280: (1280, 800), 390: (390, 844)}


async def main() -> None:
    """Play the beginning of a practice, and look at it at both widths in both colours."""
    with TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/demo.db"
        async with opened(url) as (sandbox, _), opened_browser() as browser:
            anna, ben = sandbox.people[:2]
            async with opened_page(browser, f"{sandbox.base_url}/#{anna.user_id}", anna) as chat:
                await chat.ready()
                await talk(chat)
                await chat.button("Kill the bot").click()
                await chat.ready()
                await ben.says("/start")
                await sandbox.until(lambda: ben.messages[-1].sender == "bot", 20)
                await pictures(chat)


async def talk(chat: Chat) -> None:
    """Play the talk up to some section."""
    for turn in parse(PRACTICE.read_text(encoding="utf-8")).turns:
        await chat.act(turn.act)
        await chat.shows(turn.expected)
        if any(line.startswith(UNTIL) for line in turn.expected):
            return


async def pictures(chat: Chat) -> None:
    """Take all pictures."""
    for width, (wide, high) in SIZES.items():
        await chat.page.set_viewport_size({"width": wide, "height": high})
        for colours in ("light", "dark"):
            await chat.page.emulate_media(color_scheme=colours)
            await chat.text_field.focus()
            await chat.log.evaluate("(log) => { log.scrollTop = log.scrollHeight }")
            await chat.page.screenshot(path=SHOTS / f"page-{width}-{colours}.png")
    await chat.button("Behind the scenes").click()
    await chat.page.screenshot(path=SHOTS / "page-390-panel.png")


if __name__ == "__main__":
    asyncio.run(main())
