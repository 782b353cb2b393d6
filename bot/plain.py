"""A bot that calls a method as the Bot API has it: nothing is made into the library's objects, there or back."""

from typing import cast

from pydantic import JsonValue
from telegram.ext import ExtBot

Json = dict[str, JsonValue]


class PlainBot(ExtBot[int]):
    """The library's bot, with its rate limit, its requests and its errors, and a way past its objects."""

    async def call(self, method: str, **given: JsonValue) -> JsonValue:
        """Call a method with what is given; what is ``None`` is left out. Raises what the library raises."""
        answer = await self._do_post(method, {name: value for name, value in given.items() if value is not None})
        return cast("JsonValue", answer)

    async def called_message(self, method: str, **given: JsonValue) -> int:
        """Call a method that answers with the message that it made; gives that one's number."""
        message = await self.call(method, **given)
        number = message.get("message_id") if isinstance(message, dict) else None
        if not isinstance(number, int):
            raise TypeError(f"{method} was not answered with a message")
        return number
