"""The peer: a plain python-telegram-bot handler with the library's own polling; it stores each text in SQLite."""

import os
import sqlite3

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

CONNECTION = sqlite3.connect(os.environ["PEER_DATABASE"], isolation_level=None)


async def heard(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Store a text, committed, and confirm it."""
    message = update.effective_message
    if message is None:
        return
    CONNECTION.execute("INSERT INTO heard (message, text) VALUES (?, ?)", (message.message_id, message.text))
    await message.reply_text(f"Saved {message.message_id}")


def main() -> None:
    """Poll until stopped."""
    CONNECTION.execute("PRAGMA journal_mode=WAL")
    CONNECTION.execute("PRAGMA synchronous=FULL")
    CONNECTION.execute("CREATE TABLE IF NOT EXISTS heard (message INTEGER, text TEXT)")
    api = os.environ["BOT_API_URL"]
    builder = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{api}/bot")
    application = builder.base_file_url(f"{api}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, heard))
    application.run_polling()


if __name__ == "__main__":
    main()
