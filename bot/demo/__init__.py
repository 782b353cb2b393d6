"""A first look without Telegram: the bot on a local Bot API, to be talked with, or playing a transcript."""

from bot.demo.commands import chat, demo

__all__ = ["chat", "demo"]
