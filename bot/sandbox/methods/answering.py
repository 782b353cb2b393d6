"""Answers to presses."""

from bot.sandbox.params import Params
from bot.sandbox.refusals import MESSAGE_TOO_LONG_SERVER, QUERY_TOO_OLD, RefusalError
from bot.sandbox.world import Notice, World

MAX_NOTICE = 200  # characters


def answer_callback_query(world: World, params: Params) -> bool:
    """End the spinning of a pressed button, once; show a line of text where there is one."""
    query = world.open_query(params.text("callback_query_id"))
    if query is None:
        raise RefusalError(QUERY_TOO_OLD)
    text = params.text("text")
    if len(text) > MAX_NOTICE:
        raise RefusalError(MESSAGE_TOO_LONG_SERVER)
    query.answered = True
    if text:
        world.notices.append(Notice(query.user_id, text, params.flag("show_alert"), world.next_version()))
    return True
