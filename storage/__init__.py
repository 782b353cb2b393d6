"""Keeping: what was heard, what is remembered, what is still to be said."""

from conversations.roles import Role
from storage.archive import NoBackup
from storage.audit import Audit
from storage.backlog import Backlog, Waiting, backlog_of
from storage.backup import archive_of, back_up, restore
from storage.blobs import Blobs
from storage.chats import SavedMeanwhile, conversation_of, put_consent
from storage.claims import Claim, Claims, Kind
from storage.copying import CannotCopy, Copied, copy
from storage.crashing import Point, crash_at
from storage.database import Database, NewerDatabase
from storage.drafts import StoredDraft, submissions
from storage.emptying import Emptying
from storage.engines import CannotOpen, DatabaseInUse, NoDatabase
from storage.failures import Failure, Failures
from storage.history import HistoryRow, history_of
from storage.holding import held
from storage.inbox import Inbox, NotInInbox, RawUpdate
from storage.intake import AtOnce, TakenIn, take_in
from storage.invites import Codes, Invites, new_code
from storage.loose import LooseFiles, is_named
from storage.news import News
from storage.outbox import Outbox
from storage.parcels import Parcel
from storage.people import People, Person
from storage.posting import Post, say
from storage.reminders import Reminders
from storage.retention import Retention
from storage.roles import LastAdmin
from storage.sharing import claims_of
from storage.store import Store
from storage.together import Together
from storage.trouble import is_trouble
from storage.turn import Heard, StepFunction, turn

__all__ = [
    "AtOnce",
    "Audit",
    "Backlog",
    "Blobs",
    "CannotCopy",
    "CannotOpen",
    "Claim",
    "Claims",
    "Codes",
    "Copied",
    "Database",
    "DatabaseInUse",
    "Emptying",
    "Failure",
    "Failures",
    "Heard",
    "HistoryRow",
    "Inbox",
    "Invites",
    "Kind",
    "LastAdmin",
    "LooseFiles",
    "NewerDatabase",
    "News",
    "NoBackup",
    "NoDatabase",
    "NotInInbox",
    "Outbox",
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
    "StepFunction",
    "Store",
    "StoredDraft",
    "TakenIn",
    "Together",
    "Waiting",
    "archive_of",
    "back_up",
    "backlog_of",
    "claims_of",
    "conversation_of",
    "copy",
    "crash_at",
    "held",
    "history_of",
    "is_named",
    "is_trouble",
    "new_code",
    "put_consent",
    "restore",
    "say",
    "submissions",
    "take_in",
    "turn",
]
