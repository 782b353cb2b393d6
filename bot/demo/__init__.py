"""The demo: the bot on a local Bot API, without Telegram, on a chat page, in the terminal, or with a transcript."""

from bot.demo.commands import chat, demo

__all__ = ["chat", "demo"]
