"""Contents of files that a person sent: found by the drafts and the history, and whether anybody else sent the same."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from conversations.conversation import Conversation
from conversations.forgetting.giving import files_of
from conversations.messages import FileKept
from storage.forgetting.leaver import Leaver
from storage.loose import is_named
from storage.shapes import EVENT
from storage.tables import HISTORY, LOOSE_FILES


def of_leaver(connection: Connection, leaver: Leaver, conversation: Conversation) -> set[str]:
    """Give the sums of all files that somebody ever sent, those too that they have taken away since."""
    kept = HISTORY.c.chat_id == leaver.chat, HISTORY.c.what == "file_kept"
    events = map(EVENT.read, connection.scalars(select(HISTORY.c.body).where(*kept)))
    removed = {event.sha256 for event in events if isinstance(event, FileKept)}
    return removed | {file.sha256 for file in files_of(*conversation.drafts, *conversation.deleted.values())}


def only_theirs(connection: Connection, sums: Collection[str]) -> tuple[str, ...]:
    """Leave out the contents that a draft or a history still names."""
    return tuple(sha256 for sha256 in sums if not is_named(connection, sha256))


def loose(connection: Connection) -> set[str]:
    """Give the sums of all files whose draft was deleted and which may lie there still: whose they were is not kept.

    Each is looked for in all drafts before it is taken away, which is too long for a turn.
    """
    return {*connection.scalars(select(LOOSE_FILES.c.sha256))}
