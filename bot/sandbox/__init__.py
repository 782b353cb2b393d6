"""A local Bot API that refuses what Telegram refuses, and invented people to talk with the bot.

    async with Sandbox() as sandbox:
        anna = sandbox.person("Anna Example")
        await anna.says("/start")                    # the bot polls sandbox.base_url with sandbox.token
        await sandbox.until(lambda: anna.messages[-1].sender == "bot")
        await anna.presses("Yes")
        sandbox.weather.flood(retry_after=3)

A bot or a person in another process uses the same over HTTP: `/bot{token}/{method}` and, for people and weather,
`/control` with `ControlClient`.
"""

from bot.sandbox.client import ControlClient, ControlError, RemotePerson
from bot.sandbox.fault_injection import Weather
from bot.sandbox.people import Group, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import Attachment, Button, Call, Message

__all__ = [
    "Attachment",
    "Button",
    "Call",
    "ControlClient",
    "ControlError",
    "Group",
    "Message",
    "Person",
    "RemotePerson",
    "Sandbox",
    "Weather",
]
