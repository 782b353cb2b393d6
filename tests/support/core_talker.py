"""A person who talks with the core alone; the conversation goes through JSON between any two messages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from pydantic import JsonValue

from bot.demo.stage import TALKS_BEGIN
from bot.demo.transcripts import Act, Noted, Said, Shown
from bot.reading import Membership, read
from bot.sandbox.pasting import parts
from conversations.attaching import takes_file
from conversations.conversation import Conversation, Step
from conversations.engine import step
from conversations.messages import (
    Attached,
    Button,
    Chose,
    Event,
    Input,
    Press,
    Registered,
    Reply,
    Submitted,
)

NAMES = {"document": "leaflet.pdf", "video": "film.mp4", "animation": "dance.mp4"}
SIZES = {"document": 8, "video": 8, "animation": 8, "photo": 12}


@dataclass
class CoreTalker:
    """Talks with ``step``, keeps the messages of both sides, and hands out references as the collection does."""

    conversation: Conversation = field(default_factory=Conversation)
    now: datetime = TALKS_BEGIN
    events: list[Event] = field(default_factory=list)
    replies: dict[int, Reply] = field(default_factory=dict)
    mine: dict[int, str] = field(default_factory=dict)
    number: int = 0
    submitted: int = 0
    pressed: tuple[int, Button] | None = None
    answers_shown: int = 0

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do it; give what the core says."""
        return self.do(act)

    def do(self, act: Act) -> Sequence[Shown]:
        """Do it; give what the core says."""
        return [shown for given in self._inputs(act) for shown in self.give(given)]

    def give(self, given: Input) -> list[Shown]:
        """Take one step."""
        taken = step(self._carried(), given, self.now)
        shown = self._take(taken)
        if any(isinstance(event, Submitted) for event in taken.events):
            self.submitted += 1
            registered = Registered(reference=f"RAN-{self.now.year}-{self.submitted:04d}")
            return shown + self._take(step(self._carried(), registered, self.now))
        return shown

    def _carried(self) -> Conversation:
        return Conversation.model_validate_json(self.conversation.model_dump_json())

    def _take(self, taken: Step) -> list[Shown]:
        self.conversation = taken.conversation
        self.events.extend(taken.events)
        shown: list[Shown] = [Noted(taken.toast)] if taken.toast else []
        self.answers_shown += len(taken.replies) + bool(taken.toast)
        for reply in taken.replies:
            before = self.replies.get(reply.redraws or 0)
            if before is not None and (before.text, before.rows) == (reply.text, reply.rows):
                continue  # Telegram refuses an edit that changes nothing
            self.replies[reply.redraws or self._next()] = reply
            rows = tuple(tuple(button.label for button in row) for row in reply.rows)
            shown.append(Said(reply.text.rstrip(), rows, redrawn=reply.redraws is not None))
        return shown

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _inputs(self, act: Act) -> list[Input]:
        match act.verb:
            case "replies":
                return [self._reply(act)]
            case "says" | "pastes":
                return [self.wrote(part.strip()) for part in parts(act.text) or [act.text]]  # as the server does
            case "presses":
                return [self._press(act)]
            case "edits":
                return [self._edit(act)]
            case "sends":
                return [self._send(act)]
            case "waits" | "restarts":
                self.now += act.time
                return []

    def wrote(self, text: str) -> Input:
        """Make the input of a written message."""
        return self._read("message", {"text": text})

    def _reply(self, act: Act) -> Input:
        reply = next(
            (reply for _, reply in sorted(self.replies.items(), reverse=True) if act.detail in reply.text), None
        )
        if reply is None:
            raise LookupError(act.detail)
        rows: JsonValue = [[{"callback_data": button.press.data()} for button in row] for row in reply.rows]
        answered: JsonValue = {"from": {"is_bot": True}, "reply_markup": {"inline_keyboard": rows}}
        return self._read("message", {"text": act.text.strip(), "reply_to_message": answered})

    def _read(self, kind: str, content: dict[str, JsonValue], number: int | None = None) -> Input:
        """Read an update as the bot does."""
        number = number or self._next()
        self.mine[number] = str(content.get("text", content.get("caption", "")))
        message: JsonValue = {"message_id": number, "chat": {"id": 1, "type": "private"}, "from": {"id": 1}, **content}
        given = read({"update_id": 1, kind: message}).given
        if given is None or isinstance(given, Membership):
            raise TypeError(kind)
        return given

    def _press(self, act: Act) -> Input:
        if act.detail != "again":
            self.pressed = self._button(act.text, oldest=act.detail == "first")
        if self.pressed is None:
            raise LookupError(act.text)
        message, button = self.pressed
        return Chose(press=button.press, message=message)

    def _button(self, label: str, *, oldest: bool) -> tuple[int, Button]:
        for number in sorted(self.replies, reverse=not oldest):
            for button in (button for row in self.replies[number].rows for button in row):
                if label in (button.label, button.label[2:] if button.label[1:2] == " " else ""):
                    return number, button
        raise LookupError(label)

    def _edit(self, act: Act) -> Input:
        number = max(number for number, text in self.mine.items() if text.startswith(act.detail))
        return self.editing(number, act.text)

    def editing(self, number: int, text: str) -> Input:
        """Make the input of an edited message."""
        return self._read("edited_message", {"text": text}, number)

    def pressing(self, number: int, data: str) -> Input:
        """Make the input of a pressed button, by what it carries."""
        return Chose(press=Press.read(data), message=number)

    def _send(self, act: Act) -> Input:
        given = self._read("message", {act.detail: self._file(act), **({"caption": act.text} if act.text else {})})
        if isinstance(given, Attached) and takes_file(self.conversation, given):
            return given.model_copy(update={"sha256": sha256(given.name.encode()).hexdigest()})
        return given

    @staticmethod
    def _file(act: Act) -> JsonValue:
        """Describe a file as the sandbox's people send it: those have a small one at hand."""
        size = act.file.get("size", SIZES.get(act.detail, 0))
        described: JsonValue = {"file_name": act.file.get("name", NAMES.get(act.detail, "")), "file_size": size}
        return [{"file_size": size}] if act.detail == "photo" else described
