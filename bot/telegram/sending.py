"""Stage 5 of an update: write a reply as Telegram's HTML and keyboard, and send it. All text is escaped."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import chain, groupby
from typing import IO, Literal

from pydantic import JsonValue
from telegram import InputFile, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.telegram.client import Json, PlainBot
from bot.telegram.texts import repeated
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.replies import Button, ContactRequest, Line, Reply
from storage import OutgoingMessage

LONGEST = 4096
"""Unicode code points of one message after Telegram has parsed its entities (Bot API, sendMessage)."""

LONGEST_CAPTION = 1024
"""The same for the caption of a file (Bot API, sendDocument)."""

_MARKS = {
    "plain": ("", ""),
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "quote": ("<blockquote>", "</blockquote>"),
}

Keyboard = dict[str, JsonValue]
"""Rows of buttons as the Bot API has them (InlineKeyboardMarkup); the library's own objects cost ten times as much."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message: its HTML, and its keyboard; ``older`` is that for a Bot API server that cannot copy texts."""

    html: str
    keyboard: Keyboard | None = None
    older: Keyboard | None = None


@dataclass(frozen=True)
class File:
    """A file to send, and its name there. It has no name on the disk, so that nothing is left if the bot is killed."""

    name: str
    content: IO[bytes]
    is_picture: bool = False

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return os.fstat(self.content.fileno()).st_size

    def opened(self) -> IO[bytes]:
        """Open it at its beginning; the caller closes what is returned."""
        os.lseek(self.content.fileno(), 0, os.SEEK_SET)
        return os.fdopen(os.dup(self.content.fileno()), "rb")


def write(reply: Reply) -> tuple[Page, ...]:
    """Write a reply as one page, or as several if it is too long; the keyboard is under the last one."""
    pages = [_html(lines) for lines in _paged(reply.lines) if any(line.text.strip() for line in lines)]
    return (*(Page(html) for html in pages[:-1]), *(Page(html, *_keyboards(reply)) for html in pages[-1:]))


def write_with_file(reply: Reply) -> tuple[tuple[Page, ...], Page]:
    """Write the pages to send before a file, and the file's caption: the whole reply, if it is short enough."""
    if len(reply.text) <= LONGEST_CAPTION:
        return (), Page(_html(list(reply.lines)), *_keyboards(reply))
    return write(reply.model_copy(update={"rows": ()})), Page("", *_keyboards(reply))


def _html(lines: list[Line]) -> str:
    return "\n".join(_marked(style, "\n".join(line.text for line in same)) for style, same in _alike(lines))


def _alike(lines: list[Line]) -> Iterator[tuple[str, Iterator[Line]]]:
    return groupby(lines, key=lambda line: line.style)


def _marked(style: str, text: str) -> str:
    before, after = _MARKS[style]
    return f"{before}{escape(text, quote=False)}{after}"


def _keyboards(reply: Reply) -> tuple[Keyboard | None, Keyboard | None]:
    """Write the keyboard of a reply, and that for an older Bot API server if it is another one."""
    if reply.keyboard is not None:
        return _reply_keyboard(reply.keyboard), None
    if not reply.rows:
        return None, None
    copying = any(button.copies for row in reply.rows for button in row)
    return _inline(reply.rows), _inline(reply.rows, copies=False) if copying else None


def _inline(rows: tuple[tuple[Button, ...], ...], *, copies: bool = True) -> Keyboard:
    return {"inline_keyboard": [[_button(button, copies=copies) for button in row] for row in rows]}


def _button(button: Button, *, copies: bool) -> JsonValue:
    if button.copies and copies:
        return {"text": button.label, "copy_text": {"text": button.copies}}
    written: Json = {"text": button.label, "callback_data": button.press.data()}
    action = REGISTRY.action(button.press)
    return written if action is None or action.style is None else written | {"style": action.style}


def _reply_keyboard(keyboard: ContactRequest | Literal["removed"]) -> Keyboard:
    """Write a keyboard in place of the phone's; the contact's name is not asked for, so that it need not be kept."""
    if keyboard == "removed":
        return {"remove_keyboard": True}
    choose: JsonValue = {"request_id": 1, "user_is_bot": False, "max_quantity": 1}
    return {
        "keyboard": [[{"text": keyboard.choose, "request_users": choose}], [{"text": keyboard.cancel}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "input_field_placeholder": keyboard.placeholder,
    }


def _paged(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Fill pages with lines. The core writes replies of one page: this is only for a reply that grew too long."""
    page: list[Line] = []
    left = LONGEST
    for line in chain.from_iterable(map(_cut, lines)):
        if len(line.text) + 1 > left and page:
            yield page
            page, left = [], LONGEST
        page.append(line)
        left -= len(line.text) + 1
    yield page


def _cut(line: Line) -> Iterator[Line]:
    """Cut a line that is longer than a page: at a line break, else at a space, else anywhere."""
    text = line.text
    while len(text) > LONGEST:
        end = max(text.rfind("\n", 1, LONGEST), 0) or max(text.rfind(" ", 1, LONGEST), 0) or LONGEST
        yield line.model_copy(update={"text": text[:end]})
        text = text[end:].lstrip("\n ")
    yield line if text == line.text else line.model_copy(update={"text": text})  # a copy costs more than writing it


_ANSWER_SECONDS = 60
"""How long Telegram may take to answer after it has received a file."""

_NO_PREVIEW = '{"is_disabled": true}'

_UNCHANGED = ("message is not modified",)

_GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")

_NO_COPYING = ("can't parse inline keyboard button",)
"""A Bot API server from before ``copy_text`` (7.11) takes its button for one without an action."""

_TOO_LATE = ("query is too old", "query id is invalid")


def said_again(outgoing: OutgoingMessage) -> OutgoingMessage:
    """Say above a message that it may have been sent before. An edit needs no such line: its message is there once."""
    reply = outgoing.reply
    if reply is None or (reply.redraws and len(write(reply)) == 1):
        return outgoing
    return replace(outgoing, reply=repeated(reply))


async def send(bot: PlainBot, outgoing: OutgoingMessage) -> int | None:
    """Send an outgoing message; return the id of its message, if it has one. Raises the library's errors."""
    if outgoing.reply is None:
        await _answer(bot, outgoing.query_id or "", outgoing.toast)
        return None
    pages = write(outgoing.reply)
    if outgoing.reply.redraws and len(pages) == 1:
        return await _redraw(bot, outgoing.chat_id, outgoing.reply.redraws, pages[0])
    return await _post_all(bot, outgoing.chat_id, pages, outgoing.reply.topic)


async def send_file(bot: PlainBot, chat_id: int, reply: Reply, file: File) -> int:
    """Send a file with a reply as its caption, or before it if the reply is too long; return the id of its message."""
    before, under = write_with_file(reply)
    for page in before:
        await _post(bot, chat_id, page)
    return (await _post_file(bot, chat_id, file, under)).message_id


async def say(bot: PlainBot, chat_id: int, reply: Reply) -> int:
    """Send a reply; return the id of its last message."""
    return await _post_all(bot, chat_id, write(reply))


async def redraw(bot: PlainBot, chat_id: int, message_id: int, reply: Reply) -> int:
    """Put a reply of one page in the place of a message; return the id of the message that shows it now."""
    return await _redraw(bot, chat_id, message_id, write(reply)[0])


async def _post_all(bot: PlainBot, chat_id: int, pages: Iterable[Page], topic: int | None = None) -> int:
    return [await _post(bot, chat_id, page, topic) for page in pages][-1]


async def _post(bot: PlainBot, chat_id: int, page: Page, topic: int | None = None) -> int:
    """Send a page as a message."""
    try:
        return await bot.called_message("sendMessage", chat_id=chat_id, message_thread_id=topic, **_words(page))
    except ChatMigrated as moved:  # the group has become a supergroup, and has a new id
        return await _post(bot, moved.new_chat_id, page)
    except BadRequest as error:
        if page.older is None or not _says(error, _NO_COPYING):
            raise
        return await _post(bot, chat_id, Page(page.html, page.older), topic)


def _words(page: Page) -> Json:
    return {
        "text": page.html,
        "parse_mode": ParseMode.HTML.value,
        "reply_markup": page.keyboard,
        "link_preview_options": _NO_PREVIEW,
    }


async def _post_file(bot: PlainBot, chat_id: int, file: File, under: Page) -> Message:
    """Send a file, read from the disk piece by piece: it is never whole in memory."""
    with file.opened() as content:
        sent = InputFile(content, filename=file.name, read_file_handle=False)
        try:
            if file.is_picture:
                return await bot.send_photo(
                    chat_id,
                    sent,
                    caption=under.html,
                    parse_mode=ParseMode.HTML,
                    api_kwargs={"reply_markup": under.keyboard},
                    read_timeout=_ANSWER_SECONDS,
                )
            return await bot.send_document(
                chat_id,
                sent,
                caption=under.html,
                parse_mode=ParseMode.HTML,
                api_kwargs={"reply_markup": under.keyboard},
                read_timeout=_ANSWER_SECONDS,
            )
        except ChatMigrated as moved:
            return await _post_file(bot, moved.new_chat_id, file, under)


async def _redraw(bot: PlainBot, chat_id: int, message_id: int, page: Page) -> int:
    """Put a page in the place of a message; if that message is gone, send a new one."""
    try:
        await bot.call("editMessageText", chat_id=chat_id, message_id=message_id, **_words(page))
    except BadRequest as error:
        if page.older is not None and _says(error, _NO_COPYING):
            return await _redraw(bot, chat_id, message_id, Page(page.html, page.older))
        if _says(error, _GONE):
            return await _post(bot, chat_id, page)
        if not _says(error, _UNCHANGED):  # the message shows this page already: no error
            raise
    return message_id


async def _answer(bot: PlainBot, query_id: str, toast: str) -> None:
    """Answer a press. Telegram takes the answer for 150 s; a late one does no harm, as the turn is saved."""
    try:
        await bot.call("answerCallbackQuery", callback_query_id=query_id, text=toast or None)
    except BadRequest as error:
        if not _says(error, _TOO_LATE):
            raise


def _says(error: BadRequest, sentences: tuple[str, ...]) -> bool:
    """Compare without case: the library changes it (``BUTTON_DATA_INVALID`` becomes ``Button_data_invalid``)."""
    return any(sentence in error.message.casefold() for sentence in sentences)
