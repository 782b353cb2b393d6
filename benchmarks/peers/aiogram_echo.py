"""The lower bound: an echo on aiogram, which stores nothing."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


def bot() -> Bot:
    """Make a bot on the benchmark's Bot API."""
    server = TelegramAPIServer.from_base(os.environ["BOT_API_URL"])
    return Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=server))


async def heard(message: Message) -> None:
    """Send the text back."""
    await message.answer(message.text or "")


async def main() -> None:
    """Poll until stopped; updates are handled as tasks, which is the library's default."""
    dispatcher = Dispatcher()
    dispatcher.message.register(heard)
    await dispatcher.start_polling(bot())


if __name__ == "__main__":
    asyncio.run(main())
