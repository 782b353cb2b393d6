"""Plays a transcript through the whole bot: the sandbox's people act, and the bot's calls are its answers."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from difflib import unified_diff
from typing import Any

from bot.demo.sample_form import sample_form
from bot.demo.test_bed import TestBed, agree
from bot.demo.transcripts import (
    FIRST_NAMES,
    OWN,
    Act,
    Noted,
    Said,
    Shown,
    Talker,
    Transcript,
    Turn,
    is_called,
    lines_of,
    linked,
    written,
)
from bot.sandbox import Call, Message, Person
from bot.sandbox.params import Json
from bot.sandbox.views import buttons_of
from bot.sandbox.world import World


async def play_aloud(transcript: Transcript, talker: Talker, name: str) -> int:
    """Play it and print the real conversation; return 1 if the bot's answers differ from the transcript, else 0."""
    for act in transcript.newcomers:
        await talker.act(act)
    said = [await _turn(turn, talker) for turn in transcript.turns]
    expected = [written(turn, turn.expected) for turn in transcript.turns]
    differing = sum(one != other for one, other in zip(expected, said, strict=True))
    if not differing:
        _print(f"{len(said)} turns, as written.")
        return 0
    _print(_difference(transcript.comment, expected, said, name))
    _print(f"{differing} of {len(said)} turns differ.")
    return 1


async def _turn(turn: Turn, talker: Talker) -> str:
    """Play one turn; an impossible act, such as a press of a missing button, is shown as the answer."""
    try:
        said = lines_of(await talker.act(turn.act))
    except (LookupError, ValueError) as error:
        said = (f"(this cannot be done: {error})",)
    block = written(turn, said)
    _print(block)
    return block


def _difference(comment: str, expected: Sequence[str], said: Sequence[str], name: str) -> str:
    """Compare the whole text, so that the line numbers are those of the file."""
    before, after = ("\n".join([comment, *blocks] if comment else blocks).split("\n") for blocks in (expected, said))
    return "\n".join(unified_diff(before, after, name, "as the bot said it", lineterm=""))


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class SandboxTalker:
    """Plays all people of a test bed: each acts in their own chat."""

    def __init__(self, bed: TestBed) -> None:
        self._bed = bed
        self._pressed: dict[int, tuple[int, str]] = {}

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do it, wait until everything is sent, and return the bot's answers; LookupError if the act is impossible."""
        person = self._bed.person(act.who)
        calls = self._bed.sandbox.calls
        heard = len(calls)
        for update in await self._do(person, act):
            await self._bed.bot.settled(update)
        await self._bed.bot.idle()
        new = sorted(_lasting(calls[heard:]), key=_is_below)
        seen = [one for call in new for one in _seen(call, self._bed.sandbox.world)]
        return tuple(replace(one, to="" if by == person.user_id else FIRST_NAMES[by]) for by, one in seen)

    async def _do(self, person: Person, act: Act) -> Sequence[int]:
        match act.verb:
            case "says" | "replies":
                return [await person.says(linked(act.text), _reply_target(person, act))]
            case "pastes":
                return await person.pastes(act.text)
            case "presses":
                return [await self._press(person, act)]
            case "edits":
                return [await person.edits(_message_of(person, act.detail).message_id, linked(act.text))]
            case "sends":
                words = {"caption": linked(act.text)} if act.text else {}
                file = dict[str, Any](act.file)
                content = {"content": sample_form()} if file.pop("form", 0) else {}
                return [await person.sends(act.detail, **words, **file, **content)]
            case "waits":
                self._bed.clock.forward(act.time)
                await self._bed.bot.sweep()
            case "restarts":
                await self._bed.restart()
            case "imports":
                await self._bed.import_sample()
            case "agreed":
                await agree(self._bed.database, [person.user_id], self._bed.clock(), act.version)
        return []

    async def _press(self, person: Person, act: Act) -> int:
        if act.detail != "again":
            message = _message_with(person, act.text, oldest=act.detail == "first")
            self._pressed[person.user_id] = (message.message_id, _data(message, act.text))
        if person.user_id not in self._pressed:
            raise LookupError(f"no button was pressed before [{act.text}]")
        return await person.presses_data(*self._pressed[person.user_id])


def _message_with(person: Person, label: str, *, oldest: bool) -> Message:
    found = [message for message in person.messages if _has(message, label)]
    if not found:
        raise LookupError(f"no message has a button [{label}]")
    return found[0 if oldest else -1]


def _message_of(person: Person, beginning: str) -> Message:
    mine = [message for message in person.messages if message.sender == "person"]
    found = [message for message in mine if message.text.startswith(beginning)]
    if not found:
        raise LookupError(f"no message of the person begins with {beginning}")
    return found[-1]


def _reply_target(person: Person, act: Act) -> int | None:
    """Return the message id that a reply answers, None if the act is no reply."""
    if act.verb != "replies":
        return None
    if act.detail.startswith(OWN):
        return _message_of(person, act.detail.removeprefix(OWN)).message_id
    found = [message for message in person.messages if message.sender == "bot" and act.detail in message.text]
    if not found:
        raise LookupError(f"no message of the bot contains {act.detail}")
    return found[-1].message_id


def _has(message: Message, wanted: str) -> bool:
    return any(is_called(label, wanted) for label in message.labels)


def _data(message: Message, wanted: str) -> str:
    buttons = (button for row in message.buttons for button in row if is_called(button.label, wanted))
    return next(button.data or "" for button in buttons)


def _lasting(calls: Sequence[Call]) -> Sequence[Call]:
    """Leave out messages that were sent and deleted again: how many there are depends on the machine's speed."""
    gone = {_message_key(call.params) for call in calls if call.method == "deleteMessage" and call.ok}
    return [call for call in calls if not call.ok or _result(call) not in gone]


def _is_below(call: Call) -> bool:
    """Return whether a call shows a message in the chat, not a note on a pressed button."""
    return call.method != "answerCallbackQuery"


def _message_key(message: Json) -> tuple[str, str]:
    return str(message.get("chat_id")), str(message.get("message_id"))


def _result(call: Call) -> tuple[str, str] | None:
    result = call.response.get("result")
    if not isinstance(result, dict) or "message_id" not in result:
        return None
    return str(result["chat"]["id"]), str(result["message_id"])


def _seen(call: Call, world: World) -> Sequence[tuple[int, Shown]]:
    """Return the texts that a call shows, each with the user id of its reader."""
    match call.method if call.ok else "":
        case "answerCallbackQuery" if call.params.get("text"):
            return [(world.queries[call.params["callback_query_id"]].user_id, Noted(str(call.params["text"])))]
        case "sendMessage" | "editMessageText" | "sendDocument" | "sendPhoto":
            message = call.response["result"]
            rows = tuple(tuple(button.label for button in row) for row in buttons_of(message))
            return [(message["chat"]["id"], Said(_words(message), rows, redrawn=call.method == "editMessageText"))]
        case _:
            return []


def _words(message: Json) -> str:
    """Write a message as text; a file comes before its caption, a photo has no name."""
    if "text" in message:
        return str(message["text"])
    file = f"(document: {message['document']['file_name']})" if "document" in message else "(photo)"
    return f"{file}\n{message.get('caption', '')}".rstrip()
