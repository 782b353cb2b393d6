"""Messages, files, buttons and calls as people and tests see them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.params import Json

MEDIA = ("document", "photo", "video", "voice", "audio", "animation", "video_note", "sticker")


@dataclass(frozen=True)
class Button:
    """An inline button: `data` goes to the bot, `url` opens a page, `copies` goes to the clipboard."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None
    style: str | None = None


@dataclass(frozen=True)
class Attachment:
    """A file in a message."""

    kind: str
    file_id: str
    name: str
    mime_type: str
    size: int
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Message:
    """A message as a person sees it; `raw` is the Bot API's own form."""

    message_id: int
    chat_id: int
    sender: str
    text: str
    entities: tuple[Json, ...]
    buttons: tuple[tuple[Button, ...], ...]
    date: int
    edited: bool
    reply_to: int | None
    attachment: Attachment | None
    raw: Json = field(repr=False)

    @property
    def document(self) -> Attachment | None:
        """Return the document in it."""
        return self.attachment if self.attachment and self.attachment.kind == "document" else None

    @property
    def photo(self) -> Attachment | None:
        """Return the photo in it, in its largest size."""
        return self.attachment if self.attachment and self.attachment.kind == "photo" else None

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of all its buttons, row by row."""
        return tuple(button.label for row in self.buttons for button in row)


@dataclass(frozen=True)
class Call:
    """A call that the bot made; `status` is 0 if the connection was dropped before the server acted."""

    method: str
    params: dict[str, Any]
    status: int
    response: Json
    at: float
    dropped: bool = False

    @property
    def ok(self) -> bool:
        """Return whether the call succeeded on the server, even if its answer was lost."""
        return self.status == 200  # noqa: PLR2004 - the code of HTTP


def buttons_of(message: Json) -> tuple[tuple[Button, ...], ...]:
    """Return the inline keyboard of a message, row by row."""
    rows: Iterable[Iterable[Json]] = message.get("reply_markup", {}).get("inline_keyboard", ())
    return tuple(tuple(map(shown_button, row)) for row in rows)


def shown_button(button: Json) -> Button:
    """Return an inline button as people see it."""
    copies = button.get("copy_text", {}).get("text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copies, button.get("style"))


def reply_of(message: Json) -> int | None:
    """Return the id of the message that this one answers."""
    target = message.get("reply_to_message")
    return target["message_id"] if target else None


def attachment_of(message: Json, content_of: Callable[[str], bytes]) -> Attachment | None:
    """Return the file in a message; of a photo the largest size."""
    kind = next((name for name in MEDIA if name in message), None)
    if kind is None:
        return None
    body = message[kind][-1] if kind == "photo" else message[kind]
    return Attachment(
        kind,
        body["file_id"],
        body.get("file_name", ""),
        body.get("mime_type", "image/jpeg" if kind == "photo" else ""),
        body.get("file_size", 0),
        content_of(body["file_id"]),
    )


def seen(message: Json, bot_id: int, content_of: Callable[[str], bytes]) -> Message:
    """Return a message as a person sees it; `content_of` gives the content of a file by its id."""
    return Message(
        message_id=message["message_id"],
        chat_id=message["chat"]["id"],
        sender="bot" if message.get("from", {}).get("id") == bot_id else "person",
        text=str(message.get("text") or message.get("caption") or ""),
        entities=tuple(message.get("entities") or message.get("caption_entities") or ()),
        buttons=buttons_of(message),
        date=message["date"],
        edited="edit_date" in message,
        reply_to=reply_of(message),
        attachment=attachment_of(message, content_of),
        raw=message,
    )
