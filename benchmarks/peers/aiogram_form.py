"""The form on aiogram's FSM with SQLite: one state, everything else in the data, so that an answer is one commit.

Updates are handled as tasks (the library's default), and two of one chat can overtake each other; the people of the
benchmark wait for each answer.
"""

import asyncio
import os
from typing import Any

from aiogram import Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.peers.aiogram_echo import bot
from benchmarks.peers.aiogram_sqlite import SqliteStorage
from benchmarks.peers.form import Rows, answer, begin, data_of


class Form(StatesGroup):
    """The states of a person."""

    answering = State()


async def started(message: Message, state: FSMContext) -> None:
    """Begin a practice."""
    data: dict[str, Any] = {}
    shown = begin(data)
    await state.set_state(Form.answering)
    await state.set_data(data)
    await message.answer(shown.text, reply_markup=keyboard(shown.rows))


async def written(message: Message, state: FSMContext) -> None:
    """Handle a typed answer."""
    data = await state.get_data()
    shown = answer(data, message.text or "")
    await state.set_data(data)
    await message.answer(shown.text, reply_markup=keyboard(shown.rows))


async def pressed(query: CallbackQuery, state: FSMContext) -> None:
    """Handle a pressed answer."""
    data = await state.get_data()
    shown = answer(data, query.data or "")
    await state.set_data(data)
    await query.answer()
    if shown.text == "Submitted":
        await state.set_state(None)
    if not isinstance(query.message, Message):
        return
    if shown.redrawn:
        await query.message.edit_text(shown.text, reply_markup=keyboard(shown.rows))
    else:
        await query.message.answer(shown.text, reply_markup=keyboard(shown.rows))


def keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """Make buttons."""
    drawn = [[InlineKeyboardButton(text=label, callback_data=data_of(label)) for label in row] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=drawn)


async def main() -> None:
    """Poll until stopped."""
    storage = await SqliteStorage.open(os.environ["PEER_FILE"])
    dispatcher = Dispatcher(storage=storage)
    dispatcher.message.register(started, CommandStart())
    dispatcher.message.register(written, Form.answering)
    dispatcher.callback_query.register(pressed, Form.answering)
    await dispatcher.start_polling(bot())


if __name__ == "__main__":
    asyncio.run(main())
