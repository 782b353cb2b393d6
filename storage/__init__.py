"""Keeping: what was heard, what is remembered, what is still to be said."""

from storage.blobs import Blobs
from storage.chats import SavedMeanwhile, conversation_of
from storage.database import Database, NewerDatabase
from storage.drafts import StoredDraft, submissions
from storage.engines import CannotOpen, DatabaseInUse
from storage.history import HistoryRow, history_of
from storage.inbox import Inbox, NotInInbox, RawUpdate
from storage.outbox import Outbox, Parcel
from storage.people import People, Person, Role
from storage.posting import say
from storage.turn import Heard, StepFunction, turn

__all__ = [
    "Blobs",
    "CannotOpen",
    "Database",
    "DatabaseInUse",
    "Heard",
    "HistoryRow",
    "Inbox",
    "NewerDatabase",
    "NotInInbox",
    "Outbox",
    "Parcel",
    "People",
    "Person",
    "RawUpdate",
    "Role",
    "SavedMeanwhile",
    "StepFunction",
    "StoredDraft",
    "conversation_of",
    "history_of",
    "say",
    "submissions",
    "turn",
]
