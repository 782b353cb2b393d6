"""The lower bound: an echo on stock python-telegram-bot, which stores nothing."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def heard(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send the text back."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until stopped; ``PEER_CONCURRENT=1`` sets the library's ``concurrent_updates``."""
    builder = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{os.environ['BOT_API_URL']}/bot")
    application = builder.concurrent_updates(bool(os.environ.get("PEER_CONCURRENT"))).build()
    application.add_handler(MessageHandler(filters.TEXT, heard))
    application.run_polling()


if __name__ == "__main__":
    main()
