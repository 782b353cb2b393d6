"""A local Bot API that refuses the same calls as Telegram, and invented people who write to the bot.

    async with Sandbox() as sandbox:
        anna = sandbox.person("Anna Example")
        await anna.says("/start")                    # the bot polls sandbox.base_url with sandbox.token
        await sandbox.until(lambda: anna.messages[-1].sender == "bot")
        await anna.presses("Yes")
        sandbox.faults.flood(retry_after=3)

A bot or a person in another process does the same over HTTP: `/bot{token}/{method}` and, for people and faults,
`/control` with `ControlClient`.
"""

from bot.sandbox.client import ControlClient, ControlError, RemotePerson
from bot.sandbox.fault_injection import FaultInjection
from bot.sandbox.people import Group, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import Attachment, Button, Call, Message

__all__ = [
    "Attachment",
    "Button",
    "Call",
    "ControlClient",
    "ControlError",
    "FaultInjection",
    "Group",
    "Message",
    "Person",
    "RemotePerson",
    "Sandbox",
]
