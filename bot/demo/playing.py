"""A transcript played through the whole bot: the sandbox's people write, and what the bot calls is what it says."""

from collections.abc import Sequence
from datetime import timedelta

from bot.demo.stage import Stage
from bot.demo.transcripts import Act, Noted, Said, Shown
from bot.sandbox import Call, Message, Person


class SandboxTalker:
    """A person of the sandbox, Anna where nobody is named, who talks with the bot on a stage."""

    def __init__(self, stage: Stage, person: Person | None = None) -> None:
        self._stage = stage
        self._person = person or stage.anna
        self._pressed = (0, "")

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do it, wait until the bot has answered, and give what it showed; LookupError where it cannot be done."""
        calls = self._stage.sandbox.calls
        heard = len(calls)
        for update in await self._do(act):
            await self._stage.bot.settled(update)
        shown = map(_shown, calls[heard:])
        return tuple(one for one in shown if one is not None)

    async def _do(self, act: Act) -> Sequence[int]:
        person = self._person
        match act.verb:
            case "says":
                return [await person.says(act.text)]
            case "pastes":
                return await person.pastes(act.text)
            case "presses":
                return [await self._press(act)]
            case "edits":
                return [await person.edits(self._message_of(act.detail).message_id, act.text)]
            case "sends":
                words = {"caption": act.text} if act.text else {}
                return [await person.sends(act.detail, **words, **act.file)]
            case "waits":
                self._stage.clock.forward(timedelta(days=int(act.detail)))
            case "restarts":
                await self._stage.restart()
        return []

    async def _press(self, act: Act) -> int:
        if act.detail != "again":
            message = self._message_with(act.text, oldest=act.detail == "first")
            self._pressed = (message.message_id, _data(message, act.text))
        return await self._person.presses_data(*self._pressed)

    def _message_with(self, label: str, *, oldest: bool) -> Message:
        found = [message for message in self._person.messages if _has(message, label)]
        if not found:
            raise LookupError(f"no message has a button [{label}]")
        return found[0 if oldest else -1]

    def _message_of(self, beginning: str) -> Message:
        mine = [message for message in self._person.messages if message.sender == "person"]
        found = [message for message in mine if message.text.startswith(beginning)]
        if not found:
            raise LookupError(f"no message of the person begins with {beginning}")
        return found[-1]


def named(label: str, wanted: str) -> bool:
    """Say whether a button has that label, with or without its symbol."""
    return label == wanted or (label[1:2] == " " and label[2:] == wanted)


def _has(message: Message, wanted: str) -> bool:
    return any(named(label, wanted) for label in message.labels)


def _data(message: Message, wanted: str) -> str:
    buttons = (button for row in message.buttons for button in row if named(button.label, wanted))
    return next(button.data or "" for button in buttons)


def _shown(call: Call) -> Shown | None:
    if not call.ok:
        return None
    match call.method:
        case "answerCallbackQuery" if call.params.get("text"):
            return Noted(str(call.params["text"]))
        case "sendMessage" | "editMessageText":
            message = call.response["result"]
            keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
            rows = tuple(tuple(button["text"] for button in row) for row in keyboard)
            return Said(message["text"], rows, redrawn=call.method == "editMessageText")
        case _:
            return None
