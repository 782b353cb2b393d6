"""What time brings to a chat: a step that no update caused, kept in one transaction as a turn is."""

from datetime import datetime

from sqlalchemy import Connection

from conversations.messages import Passed, Reply
from conversations.review.desk import Nowhere
from storage.chats import load, save
from storage.unit_of_work import StepFunction


def pass_time(
    connection: Connection, chat_id: int, given: Passed, step: StepFunction, now: datetime
) -> tuple[Reply, ...]:
    """Take the step and save what it changed, in the caller's transaction; gives what is to be said.

    The caller has waited for the conversation (``wait_for``) and has seen since that the step is due, so no other
    process takes it too, and no turn saves in between.
    """
    before = load(connection, chat_id)
    taken = step(before.conversation, given, now, Nowhere())
    save(connection, chat_id, before, taken.conversation, now)
    return taken.replies
