"""The form on python-telegram-bot's ConversationHandler with PicklePersistence, as its documentation has them.

Updates are handled one at a time: ConversationHandler asks for that. PicklePersistence writes all conversations to its
file every 60 seconds (``update_interval``) and at a stop; if the process is killed, later answers are lost.
"""

import os
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from benchmarks.peers.form import Rows, Shown, answer, begin, data_of, questions

ReadingContext = ContextTypes.DEFAULT_TYPE


async def started(update: Update, context: ReadingContext) -> int:
    """Begin a practice."""
    return await _show(update, begin(_data(context)), 0)


async def written(update: Update, context: ReadingContext) -> int:
    """Handle a typed answer."""
    text = (update.message and update.message.text) or ""
    return await _show(update, answer(_data(context), text), _data(context)["at"])


async def pressed(update: Update, context: ReadingContext) -> int:
    """Handle a pressed answer."""
    data, query = _data(context), update.callback_query
    if query is None:
        return ConversationHandler.END
    await query.answer()
    shown = answer(data, query.data or "")
    if shown.text == "Submitted":
        await _show(update, shown, 0)
        return ConversationHandler.END
    return await _show(update, shown, data["at"])


async def _show(update: Update, shown: Shown, state: int) -> int:
    query, message = update.callback_query, update.effective_message
    if query and shown.redrawn:
        await query.edit_message_text(shown.text, reply_markup=_keyboard(shown.rows))
    elif message:
        await message.reply_text(shown.text, reply_markup=_keyboard(shown.rows))
    return state


def _data(context: ReadingContext) -> dict[str, Any]:
    return context.user_data if context.user_data is not None else {}


def _keyboard(rows: Rows) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data_of(text)) for text in r] for r in rows])


def main() -> None:
    """Poll until stopped; one state for each question, and one for the summary."""
    builder = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{os.environ['BOT_API_URL']}/bot")
    application = builder.persistence(PicklePersistence(os.environ["PEER_FILE"])).build()
    entries: list[Any] = [CommandHandler("start", started)]
    taken: list[Any] = [MessageHandler(filters.TEXT & ~filters.COMMAND, written), CallbackQueryHandler(pressed)]
    states: dict[object, list[Any]] = dict.fromkeys(range(len(questions()) + 1), taken)
    application.add_handler(ConversationHandler(entries, states, fallbacks=[], name="practice", persistent=True))
    application.run_polling()


if __name__ == "__main__":
    main()
