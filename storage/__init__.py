"""Keeping: what was heard, what is remembered, what is still to be said."""

from conversations.roles import Role
from storage.archive import NoBackup
from storage.audit import Audit
from storage.backlog import Backlog, Waiting, backlog_of
from storage.backup import BackedUp, archive_of, back_up, restore
from storage.batches import Batches
from storage.blobs import Blobs
from storage.chats import SavedMeanwhile, conversation_of, put_consent
from storage.copying import CannotCopy, Copied, copy
from storage.crashing import Point, crash_at
from storage.database import Database, NewerDatabase
from storage.database_file import DatabaseGone
from storage.drafts import StoredDraft, submissions
from storage.emptying import Emptying
from storage.engines import CannotOpen, DatabaseInUse, NoDatabase
from storage.failures import Failure, Failures
from storage.fetching import Fetches
from storage.history import HistoryRow, history_of
from storage.holding import file_of, held, is_there
from storage.inbox import Inbox, RawUpdate
from storage.invites import Codes, Invites, new_code
from storage.loose import LooseFiles, is_named, note_loose
from storage.news import News
from storage.outbox import Begun, Mark, Outbox, Sent
from storage.parcels import Parcel
from storage.people import People, Person
from storage.posting import Post
from storage.reminders import Reminders
from storage.retention import Retention
from storage.roles import LastAdmin, hold_roles, is_last_admin
from storage.store import Store
from storage.taking import PAUSES, Apologies, Aside, Outcome, Taken
from storage.trouble import is_trouble
from storage.unit_of_work import Heard, Setting, StepFunction
from storage.worker_locks import Kind, WorkerLock, WorkerLocks

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
    "Emptying",
    "Failure",
    "Failures",
    "Fetches",
    "Heard",
    "HistoryRow",
    "Inbox",
    "Invites",
    "Kind",
    "LastAdmin",
    "LooseFiles",
    "Mark",
    "NewerDatabase",
    "News",
    "NoBackup",
    "NoDatabase",
    "Outbox",
    "Outcome",
    "Parcel",
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
    "note_loose",
    "put_consent",
    "restore",
    "submissions",
]
