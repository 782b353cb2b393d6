"""Keeping: what was heard, what is remembered, what is still to be said."""

from conversations.dialogue.model import Role
from storage.audit import Audit
from storage.backup import BackedUp, NoBackup, archive_of, back_up, restore
from storage.batches import Batches
from storage.conversations import SavedMeanwhile, conversation_of, put_consent
from storage.copying import CannotCopy, Copied, copy
from storage.crash_points import Point, crash_at
from storage.database.database import Database, NewerDatabase
from storage.database.engines import CannotOpen, DatabaseInUse, NoDatabase
from storage.database.sqlite_file import DatabaseGone
from storage.database.transient_errors import is_trouble
from storage.database.worker_locks import Kind, WorkerLock, WorkerLocks
from storage.drafts import HistoryRow, StoredDraft, history_of, submissions
from storage.failures import Failure, Failures
from storage.file_lock import file_of, held, is_there
from storage.files import Blobs, OrphanedFiles, is_named, note_orphaned
from storage.inbox import Fetches, Inbox, RawUpdate
from storage.invitations import Codes, Invites, new_code
from storage.news import News
from storage.outbox import Begun, Mark, Outbox, OutgoingMessage, Post, Sent
from storage.people import People, Person
from storage.roles import LastAdmin, hold_roles, is_last_admin
from storage.scheduled import Reminders, Retention
from storage.store import Store
from storage.taking import PAUSES, Apologies, Aside, Outcome, Taken
from storage.unit_of_work import Heard, Setting, StepFunction
from storage.upkeep import Backlog, PayloadPurge, Waiting, backlog_of

__all__ = [
    "PAUSES",
    "Apologies",
    "Aside",
    "Audit",
    "BackedUp",
    "Backlog",
    "Batches",
    "Begun",
    "Blobs",
    "CannotCopy",
    "CannotOpen",
    "Codes",
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
    "SavedMeanwhile",
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
    "is_trouble",
    "new_code",
    "note_orphaned",
    "put_consent",
    "restore",
    "submissions",
]
