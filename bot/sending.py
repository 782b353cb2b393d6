"""One parcel to Telegram: a message, a message redrawn, or the answer to a press."""

from collections.abc import Iterable
from dataclasses import replace

from telegram import InputFile, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.files import File
from bot.plain import Json, PlainBot
from bot.wording import repeated
from bot.writing import Page, write, write_with_file
from conversations.messages import Reply
from storage import Parcel

_ANSWER_SECONDS = 60
"""How long Telegram may take to answer once it has a file."""

_NO_PREVIEW = '{"is_disabled": true}'
_UNCHANGED = ("message is not modified",)
_GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_TOO_LATE = ("query is too old", "query id is invalid")


def said_again(parcel: Parcel) -> Parcel:
    """Give a parcel that may have been sent already as it is sent again; what is redrawn is there once anyway."""
    reply = parcel.reply
    if reply is None or (reply.redraws and len(write(reply)) == 1):
        return parcel
    return replace(parcel, reply=repeated(reply))


async def send(bot: PlainBot, parcel: Parcel) -> int | None:
    """Send a parcel; give the message that it became, if it is one. Raises what the library raises."""
    if parcel.reply is None:
        await _answer(bot, parcel.query_id or "", parcel.toast)
        return None
    pages = write(parcel.reply)
    if parcel.reply.redraws and len(pages) == 1:
        return await _redraw(bot, parcel.chat_id, parcel.reply.redraws, pages[0])
    return await _post_all(bot, parcel.chat_id, pages, parcel.reply.topic)


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
