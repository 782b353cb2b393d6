"""For python-telegram-bot, the sandbox works like Telegram."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Conflict, InvalidToken, NetworkError
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.sandbox import Person, Sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """Open a bot of the library."""
    async with Bot(
        sandbox.token, base_url=f"{sandbox.base_url}/bot", base_file_url=f"{sandbox.base_url}/file/bot"
    ) as opened:
        yield opened


async def test_whole_conversation(bot: Bot, anna: Person) -> None:
    """Updates come, messages go out, buttons are pressed and answered, texts are edited and deleted."""
    await anna.says("Hello & good day")
    (update,) = await bot.get_updates(timeout=1)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])
    sent = await bot.send_message(anna.user_id, "<b>Sure?</b>", parse_mode="HTML", reply_markup=keyboard)
    await anna.presses("Yes")
    (press,) = await bot.get_updates(offset=update.update_id + 1, timeout=1)
    assert update.message is not None
    assert press.callback_query is not None
    answered = await press.callback_query.answer("Saved", show_alert=True)
    edited = await press.callback_query.edit_message_text("Done")
    await bot.delete_message(anna.user_id, update.message.message_id)

    assert ("Hello & good day", "yes", True) == (update.message.text, press.callback_query.data, answered)
    assert sent == press.callback_query.message
    assert isinstance(edited, type(sent))
    assert ["/start", "Done"] == [message.text for message in anna.messages]
    assert ["Saved"] == [notice.text for notice in anna.notices]


async def test_files_both_ways(bot: Bot, anna: Person) -> None:
    """A document comes down and goes up."""
    await anna.sends("document", content=b"leaflet", name="leaflet.pdf")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    file = await update.message.document.get_file()
    content = await file.download_as_bytearray()
    await bot.send_document(anna.user_id, b"form", filename="form.docx", caption="Yours")
    seen = anna.messages[-1].document
    assert seen is not None

    assert (b"leaflet", "form.docx", b"form") == (bytes(content), seen.name, seen.content)


async def test_rich_message_left_in_api_kwargs(bot: Bot, anna: Person) -> None:
    """The library does not know rich messages yet, and stores unknown fields."""
    await anna.sends("rich", text="Styled words")
    (update,) = await bot.get_updates()
    assert update.message is not None

    assert (None, ["rich_message"]) == (update.message.text, list(update.message.api_kwargs))


async def test_menus(bot: Bot, anna: Person) -> None:
    """Menus by scope."""
    scope = BotCommandScopeChat(anna.user_id)
    await bot.set_my_commands([BotCommand("start", "Begin")], scope=scope)

    assert (BotCommand("start", "Begin"),) == await bot.get_my_commands(scope=scope)
    assert (("start", "Begin"),) == anna.commands


async def test_errors_of_the_library(bot: Bot, sandbox: Sandbox) -> None:
    """Conflicts, proxy errors and wrong tokens raise the same errors as on the real server."""
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict):
        await bot.get_updates()
    sandbox.faults.fail(502, body="html")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.get_me()
    sandbox.faults.drop_after()
    with pytest.raises(NetworkError):
        await bot.get_me()
    with pytest.raises(InvalidToken):
        async with Bot("4242:wrong", base_url=f"{sandbox.base_url}/bot"):
            pass


async def test_application_answers(sandbox: Sandbox, anna: Person) -> None:
    """A whole application polls and answers; its calls are listed."""

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(f"You said {update.message.text}")

    application = Application.builder().token(sandbox.token).base_url(f"{sandbox.base_url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling()
        await anna.says("Hello")
        await sandbox.until(lambda: anna.messages[-1].sender == "bot")
        await application.updater.stop()
        await application.stop()

    assert "You said Hello" == anna.messages[-1].text
