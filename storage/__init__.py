"""Storage: the updates that came in, the conversations and drafts, and the messages that go out.

Begin with ``batches.py``, which says where to read on.
"""

from conversations.dialogue.model import UNNAMED, Operator, Role
from storage.admin import Codes, Invites, new_code
from storage.audit import Audit
from storage.backup import BackedUp, NoBackup, archive_of, back_up, restore
from storage.batches import Batches
from storage.conversations import ConcurrentSave, conversation_of, put_consent
from storage.copying import CannotCopy, Copied, copy
from storage.crash_points import Point, crash_at
from storage.database.address import CannotOpen, DatabaseInUse, NoDatabase, file_of, is_there
from storage.database.database import Database, NewerDatabase
from storage.database.sqlite_file import DatabaseGone, held
from storage.database.transient_errors import is_transient
from storage.database.worker_locks import Kind, WorkerLock, WorkerLocks
from storage.drafts import HistoryRow, StoredDraft, history_of, submissions
from storage.failures import Failure, Failures
from storage.files import Blobs, OrphanedFiles, is_named, note_orphaned
from storage.heard import Heard, Setting, StepFunction
from storage.inbox import Fetches, Inbox, RawUpdate
from storage.news import News
from storage.outbox import Begun, Mark, Outbox, OutgoingMessage, Post, Sent
from storage.people import LastAdmin, People, Person, hold_roles, is_last_admin
from storage.scheduled import Reminders, Retention
from storage.taking import PAUSES, Apologies, NoInput, Outcome, Taken
from storage.upkeep import Backlog, PayloadPurge, Waiting, backlog_of

__all__ = [
    "PAUSES",
    "Apologies",
    "Audit",
    "BackedUp",
    "Backlog",
    "Batches",
    "Begun",
    "Blobs",
    "CannotCopy",
    "CannotOpen",
    "Codes",
    "ConcurrentSave",
    "Copied",
    "Database",
    "DatabaseGone",
    "DatabaseInUse",
    "Failure",
    "Failures",
    "Fetches",
    "Heard",
    "HistoryRow",
    "Inbox",
    "Invites",
    "Kind",
    "LastAdmin",
    "Mark",
    "NewerDatabase",
    "News",
    "NoBackup",
    "NoDatabase",
    "NoInput",
    "OrphanedFiles",
    "Outbox",
    "Outcome",
    "OutgoingMessage",
    "PayloadPurge",
    "People",
    "Person",
    "Point",
    "Post",
    "RawUpdate",
    "Reminders",
    "Retention",
    "Role",
    "Sent",
    "Setting",
    "StepFunction",
    "Store",
    "StoredDraft",
    "Taken",
    "Waiting",
    "WorkerLock",
    "WorkerLocks",
    "archive_of",
    "back_up",
    "backlog_of",
    "conversation_of",
    "copy",
    "crash_at",
    "file_of",
    "held",
    "history_of",
    "hold_roles",
    "is_last_admin",
    "is_named",
    "is_there",
    "is_transient",
    "new_code",
    "note_orphaned",
    "put_consent",
    "restore",
    "submissions",
]


class Store:
    """One database, and its tables by subject; ``admins`` are admins by the settings, whatever the table says.

    ``codes`` makes the codes of invitations; ``operator`` runs the bot.
    """

    def __init__(
        self,
        database: Database,
        admins: frozenset[int] = frozenset(),
        codes: Codes = new_code,
        operator: Operator = UNNAMED,
    ) -> None:
        self.database = database
        self.admins = admins
        self.codes = codes
        self.operator = operator
        self.audit = Audit(database)
        self.inbox = Inbox(database)
        self.outbox = Outbox(database)
        self.failures = Failures(database)
        self.fetches = Fetches(database)
        self.people = People(database, admins)
        self.news = News(database, admins)
