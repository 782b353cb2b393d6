"""Replies to Telegram's text and keyboard: pure; everything a person typed is escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import chain, groupby

from pydantic import JsonValue
from telegram import InputFile, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.telegram.calls import Json, PlainBot
from bot.telegram.files import File
from bot.telegram.texts import repeated
from conversations.dialogue.replies import Button, Line, Reply
from storage import OutgoingMessage

LONGEST = 4096
"""Unicode code points in one message after its entities are parsed (Bot API, sendMessage)."""

LONGEST_CAPTION = 1024
"""Likewise under a file (Bot API, sendDocument)."""

_MARKS = {
    "plain": ("", ""),
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "quote": ("<blockquote>", "</blockquote>"),
}

Keyboard = dict[str, JsonValue]
"""Rows of buttons as the Bot API has them (InlineKeyboardMarkup); the library's objects take ten times as long."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message as it goes out: HTML and the keyboard under it."""

    html: str
    keyboard: Keyboard | None = None


def write(reply: Reply) -> tuple[Page, ...]:
    """Write a reply, on one page but where it is too long for one; the keyboard is under the last."""
    pages = [_html(lines) for lines in _paged(reply.lines) if any(line.text.strip() for line in lines)]
    return (*(Page(html) for html in pages[:-1]), *(Page(html, _keyboard(reply.rows)) for html in pages[-1:]))


def write_with_file(reply: Reply) -> tuple[tuple[Page, ...], Page]:
    """Write what goes out before a file and what stands under it: all of it, where it fits there."""
    if len(reply.text) <= LONGEST_CAPTION:
        return (), Page(_html(list(reply.lines)), _keyboard(reply.rows))
    return write(reply.model_copy(update={"rows": ()})), Page("", _keyboard(reply.rows))


def _html(lines: list[Line]) -> str:
    return "\n".join(_marked(style, "\n".join(line.text for line in same)) for style, same in _alike(lines))


def _alike(lines: list[Line]) -> Iterator[tuple[str, Iterator[Line]]]:
    return groupby(lines, key=lambda line: line.style)


def _marked(style: str, text: str) -> str:
    before, after = _MARKS[style]
    return f"{before}{escape(text, quote=False)}{after}"


def _keyboard(rows: tuple[tuple[Button, ...], ...]) -> Keyboard | None:
    if not rows:
        return None
    return {"inline_keyboard": [[_button(button) for button in row] for row in rows]}


def _button(button: Button) -> JsonValue:
    return {"text": button.label, "callback_data": button.press.data()}


def _paged(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Fill pages with lines; the core keeps to one, this is the last defence."""
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
    """Cut a line that is longer than a page: at a line end, else at a space, else anywhere."""
    text = line.text
    while len(text) > LONGEST:
        end = max(text.rfind("\n", 1, LONGEST), 0) or max(text.rfind(" ", 1, LONGEST), 0) or LONGEST
        yield line.model_copy(update={"text": text[:end]})
        text = text[end:].lstrip("\n ")
    yield line if text == line.text else line.model_copy(update={"text": text})  # a copy costs more than writing it


_ANSWER_SECONDS = 60
"""How long Telegram may take to answer once it has a file."""

_NO_PREVIEW = '{"is_disabled": true}'

_UNCHANGED = ("message is not modified",)

_GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")

_TOO_LATE = ("query is too old", "query id is invalid")


def said_again(outgoing: OutgoingMessage) -> OutgoingMessage:
    """Give a parcel that may have been sent already as it is sent again; what is redrawn is there once anyway."""
    reply = outgoing.reply
    if reply is None or (reply.redraws and len(write(reply)) == 1):
        return outgoing
    return replace(outgoing, reply=repeated(reply))


async def send(bot: PlainBot, outgoing: OutgoingMessage) -> int | None:
    """Send a parcel; give the message that it became, if it is one. Raises what the library raises."""
    if outgoing.reply is None:
        await _answer(bot, outgoing.query_id or "", outgoing.toast)
        return None
    pages = write(outgoing.reply)
    if outgoing.reply.redraws and len(pages) == 1:
        return await _redraw(bot, outgoing.chat_id, outgoing.reply.redraws, pages[0])
    return await _post_all(bot, outgoing.chat_id, pages, outgoing.reply.topic)


async def send_file(bot: PlainBot, chat_id: int, reply: Reply, file: File) -> int:
    """Send a file with words under it, or before it where they are too many; give the message that it became."""
    before, under = write_with_file(reply)
    for page in before:
        await _post(bot, chat_id, page)
    return (await _post_file(bot, chat_id, file, under)).message_id


async def say(bot: PlainBot, chat_id: int, reply: Reply) -> int:
    """Say something; give the last message that it became."""
    return await _post_all(bot, chat_id, write(reply))


async def redraw(bot: PlainBot, chat_id: int, message_id: int, reply: Reply) -> int:
    """Say something of one page in the place of a message; give the message that it became."""
    return await _redraw(bot, chat_id, message_id, write(reply)[0])


async def _post_all(bot: PlainBot, chat_id: int, pages: Iterable[Page], topic: int | None = None) -> int:
    return [await _post(bot, chat_id, page, topic) for page in pages][-1]


async def _post(bot: PlainBot, chat_id: int, page: Page, topic: int | None = None) -> int:
    """Post a page as a message; a group that has become a supergroup gets it under its new id."""
    try:
        return await bot.called_message("sendMessage", chat_id=chat_id, message_thread_id=topic, **_words(page))
    except ChatMigrated as moved:
        return await _post(bot, moved.new_chat_id, page)


def _words(page: Page) -> Json:
    return {
        "text": page.html,
        "parse_mode": ParseMode.HTML.value,
        "reply_markup": page.keyboard,
        "link_preview_options": _NO_PREVIEW,
    }


async def _post_file(bot: PlainBot, chat_id: int, file: File, under: Page) -> Message:
    """Post a file, from the disk as it goes out: it is never whole in memory."""
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
    """Put a page in the place of a message; send it where that message is no more."""
    try:
        await bot.call("editMessageText", chat_id=chat_id, message_id=message_id, **_words(page))
    except BadRequest as error:
        if _says(error, _GONE):
            return await _post(bot, chat_id, page)
        if not _says(error, _UNCHANGED):
            raise
    return message_id


async def _answer(bot: PlainBot, query_id: str, toast: str) -> None:
    """Answer a press; what it asked for is saved, so it is no harm where that comes too late."""
    try:
        await bot.call("answerCallbackQuery", callback_query_id=query_id, text=toast or None)
    except BadRequest as error:
        if not _says(error, _TOO_LATE):
            raise


def _says(error: BadRequest, sentences: tuple[str, ...]) -> bool:
    """Compare without case: the library capitalises what Telegram says."""
    return any(sentence in error.message.casefold() for sentence in sentences)
