"""The tables and their indexes; times are in UTC on every database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    Text,
    TextClause,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
    and_,
    false,
    literal_column,
    or_,
    text,
)


class UtcDateTime(TypeDecorator[datetime]):
    """A time in UTC with its time zone, also on SQLite, which stores none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert a time to UTC; a time without a zone is a bug of the caller and raises ``ValueError``."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time needs a time zone.")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Add the time zone to a stored time."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def is_due(until: datetime | None, since: datetime | None, now: datetime) -> bool:
    """Say whether something that waits from ``since`` until ``until`` is due.

    It is also due if ``since`` is in the future: the clock was wrong then, and has been corrected.
    """
    return until is None or until <= now or (since is not None and since > now)


def due(until: Column[Any], since: Column[Any], now: datetime) -> ColumnElement[bool]:
    """Write the same as a condition of a query."""
    return or_(until.is_(None), until <= now, and_(since.is_not(None), since > now))


BIG = BigInteger().with_variant(Integer(), "sqlite")  # SQLite gives ids by itself only in an INTEGER column

METADATA = MetaData()


class _People(TypedColumns):
    user_id: Named[int] = Column(BIG, primary_key=True, autoincrement=False)
    chat_id: Named[int | None] = Column(BigInteger)
    role: Named[str] = Column(Text)
    since: Named[datetime] = Column(UtcDateTime)
    given_by: Named[int | None] = Column(BigInteger)
    seen_at: Named[datetime | None] = Column(UtcDateTime)
    name: Named[str | None] = Column(Text)  # only of people with a role: authors see who reads
    menu: Named[str | None] = Column(Text)
    invitation: Named[int | None] = Column(BigInteger)


class _Inbox(TypedColumns):
    seq: Named[int] = Column(BIG, primary_key=True)  # Telegram's update ids restart at random after an idle week
    update_id: Named[int] = Column(BigInteger, unique=True)
    chat_id: Named[int | None] = Column(BigInteger)
    body: Named[str] = Column(Text)
    arrived_at: Named[datetime] = Column(UtcDateTime)
    status: Named[str] = Column(Text)  # waiting, fetching (its file), handled, failed
    attempts: Named[int] = Column(Integer)
    tried_at: Named[datetime | None] = Column(UtcDateTime)
    retry_at: Named[datetime | None] = Column(UtcDateTime)
    error: Named[str | None] = Column(Text)
    sent_at: Named[str | None] = Column(Text)  # the question that an update handled later belongs to


class _Conversations(TypedColumns):
    chat_id: Named[int] = Column(BIG, primary_key=True, autoincrement=False)
    version: Named[int] = Column(BigInteger)
    state: Named[str] = Column(Text)
    updated_at: Named[datetime] = Column(UtcDateTime)
    remind_at: Named[datetime | None] = Column(UtcDateTime)  # a copy of the state's, for the index


class _Drafts(TypedColumns):
    id: Named[int] = Column(BIG, primary_key=True)
    chat_id: Named[int] = Column(BigInteger, ForeignKey("conversations.chat_id"))
    number: Named[int] = Column(Integer)
    status: Named[str] = Column(Text)
    reference: Named[str | None] = Column(Text, unique=True)
    title: Named[str] = Column(Text)
    body: Named[str] = Column(Text)
    created_at: Named[datetime] = Column(UtcDateTime)
    updated_at: Named[datetime] = Column(UtcDateTime)
    submitted_at: Named[datetime | None] = Column(UtcDateTime)
    decided_at: Named[datetime | None] = Column(UtcDateTime)
    country: Named[str | None] = Column(Text)
    themes: Named[str | None] = Column(Text)  # of a draft in progress, each between two bars
    claimed_by: Named[int | None] = Column(BigInteger)
    waits_since: Named[datetime | None] = Column(UtcDateTime)
    questions: Named[int | None] = Column(Integer)  # of the author to the coordinators, that wait for a reply
    asked_at: Named[datetime | None] = Column(UtcDateTime)  # the oldest of them
    notice_days: Named[int | None] = Column(Integer)  # of the last notice before its deletion
    notice_at: Named[datetime | None] = Column(UtcDateTime)
    notice_message: Named[int | None] = Column(BigInteger)
    words: Named[str] = Column(Text, server_default="")  # to be searched: migration 0012 has their full-text index


class _DraftThemes(TypedColumns):
    draft_id: Named[int] = Column(BigInteger, ForeignKey("drafts.id"), primary_key=True, autoincrement=False)
    theme: Named[str] = Column(Text, primary_key=True)
    status: Named[str] = Column(Text)  # this and the columns below are copies of the draft's
    country: Named[str | None] = Column(Text)
    claimed_by: Named[int | None] = Column(BigInteger)
    waits_since: Named[datetime | None] = Column(UtcDateTime)


class _History(TypedColumns):
    id: Named[int] = Column(BIG, primary_key=True)
    chat_id: Named[int] = Column(BigInteger)
    draft_number: Named[int | None] = Column(Integer)
    update_id: Named[int | None] = Column(BigInteger)
    at: Named[datetime] = Column(UtcDateTime)
    what: Named[str] = Column(Text)
    question: Named[str | None] = Column(Text)
    source: Named[str | None] = Column(Text)
    body: Named[str] = Column(Text)


class _Outbox(TypedColumns):
    id: Named[int] = Column(BIG, primary_key=True)
    chat_id: Named[int] = Column(BigInteger)
    update_id: Named[int | None] = Column(BigInteger)
    reply: Named[str | None] = Column(Text)
    query_id: Named[str | None] = Column(Text)
    toast: Named[str] = Column(Text)
    created_at: Named[datetime] = Column(UtcDateTime)
    status: Named[str] = Column(Text)  # waiting, sent, refused
    attempts: Named[int] = Column(Integer)
    not_before: Named[datetime | None] = Column(UtcDateTime)
    tried_at: Named[datetime | None] = Column(UtcDateTime)
    message_id: Named[int | None] = Column(BigInteger)
    error: Named[str | None] = Column(Text)
    begun: Named[bool] = Column(Boolean, server_default=false())  # it may have been sent already
    takes_long: Named[bool] = Column(Boolean, server_default=false())  # later messages go first


class _Stopped(TypedColumns):
    chat_id: Named[int] = Column(BIG, primary_key=True, autoincrement=False)
    since: Named[datetime] = Column(UtcDateTime)


class _News(TypedColumns):
    id: Named[int] = Column(BIG, primary_key=True)
    draft_id: Named[int] = Column(BigInteger, ForeignKey("drafts.id"))
    move: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcDateTime)


class _Watchers(TypedColumns):
    user_id: Named[int] = Column(BIG, primary_key=True, autoincrement=False)
    every: Named[str | None] = Column(Text)
    told_up_to: Named[int | None] = Column(BigInteger)
    told_at: Named[datetime | None] = Column(UtcDateTime)


class _Invites(TypedColumns):
    id: Named[int] = Column(BIG, primary_key=True)
    code_hash: Named[str] = Column(Text, unique=True)  # SHA-256: only the link has the code
    role: Named[str] = Column(Text)
    made_by: Named[int | None] = Column(BigInteger)  # nobody: the shell
    made_at: Named[datetime] = Column(UtcDateTime)
    until: Named[datetime] = Column(UtcDateTime)
    used_by: Named[int | None] = Column(BigInteger)
    withdrawn_at: Named[datetime | None] = Column(UtcDateTime)
    draft_id: Named[int | None] = Column(BigInteger)  # it gives this practice, and no role; it may be deleted since


class _Audit(TypedColumns):
    id: Named[int] = Column(BIG, primary_key=True)
    at: Named[datetime] = Column(UtcDateTime)
    who: Named[int | None] = Column(BigInteger)  # nobody: the shell
    what: Named[str] = Column(Text)
    whom: Named[int | None] = Column(BigInteger)
    body: Named[str] = Column(Text)


class _OrphanedFiles(TypedColumns):
    sha256: Named[str] = Column(Text, primary_key=True)
    since: Named[datetime] = Column(UtcDateTime)


class _Counters(TypedColumns):
    name: Named[str] = Column(Text, primary_key=True)
    value: Named[int] = Column(BigInteger)


PEOPLE = Table("people", METADATA, _People)

INBOX = Table("inbox", METADATA, _Inbox)

CONVERSATIONS = Table("conversations", METADATA, _Conversations)

DRAFTS = Table("drafts", METADATA, _Drafts, UniqueConstraint("chat_id", "number"))

DRAFT_THEMES = Table("draft_themes", METADATA, _DraftThemes, sqlite_with_rowid=False)  # of submissions

HISTORY = Table("history", METADATA, _History)

OUTBOX = Table("outbox", METADATA, _Outbox)

STOPPED = Table("stopped", METADATA, _Stopped)

COUNTERS = Table("counters", METADATA, _Counters)

NEWS = Table("news", METADATA, _News, sqlite_autoincrement=True)  # news is told up to an id, so no id is given twice

WATCHERS = Table("watchers", METADATA, _Watchers)

INVITES = Table("invites", METADATA, _Invites)

AUDIT = Table("audit", METADATA, _Audit)

ORPHANED_FILES = Table("orphaned_files", METADATA, _OrphanedFiles)

_WAITING, _FETCHING = text("status = 'waiting'"), text("status = 'fetching'")

WAITING, FETCHING = literal_column("'waiting'", Text), literal_column("'fetching'", Text)
"""Literals, not parameters: PostgreSQL does not see that a partial index fits if the value is a parameter."""


def _partial(name: str, where: ColumnElement[bool] | TextClause, *columns: Column[Any]) -> Index:
    """Make an index of the rows that fit a condition."""
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


_partial("inbox_waiting", _WAITING, INBOX.c.chat_id, INBOX.c.seq)

_partial("inbox_fetching", _FETCHING, INBOX.c.chat_id, INBOX.c.seq)

_partial("outbox_waiting", _WAITING, OUTBOX.c.chat_id, OUTBOX.c.id)

FULL_INBOX = text("body <> ''")

FULL_OUTBOX = text("(reply IS NOT NULL OR toast <> '')")
"""Rows with text that is not purged yet; literals for the same reason, as is ``UNSENT``."""

UNSENT = literal_column("'draft'", Text)

_UNSENT = text("status = 'draft'")

_REMINDED = text("remind_at IS NOT NULL")

_partial("inbox_full", FULL_INBOX, INBOX.c.arrived_at)

_partial("outbox_full", FULL_OUTBOX, OUTBOX.c.created_at)

_partial("conversations_reminded", _REMINDED, CONVERSATIONS.c.remind_at)

_partial(  # all columns of the query, as in drafts_queued
    "drafts_untouched",
    _UNSENT,
    DRAFTS.c.status,
    DRAFTS.c.updated_at,
    DRAFTS.c.id,
    DRAFTS.c.chat_id,
    DRAFTS.c.number,
    DRAFTS.c.notice_days,
    DRAFTS.c.notice_at,
    DRAFTS.c.notice_message,
)

Index("people_role", PEOPLE.c.role)

Index("people_menu", PEOPLE.c.menu)

Index("history_of_chat", HISTORY.c.chat_id, HISTORY.c.id)

Index(  # all columns of the query: those after a long body are slow to read
    "drafts_queued",
    DRAFTS.c.status,
    DRAFTS.c.waits_since,
    DRAFTS.c.id,
    DRAFTS.c.country,
    DRAFTS.c.themes,
    DRAFTS.c.claimed_by,
)

_CLAIMED = DRAFTS.c.claimed_by.is_not(None)

_ASKED = DRAFTS.c.asked_at.is_not(None)

_UNUSED = and_(INVITES.c.used_by.is_(None), INVITES.c.withdrawn_at.is_(None))

_partial(
    "drafts_claimed",
    _CLAIMED,
    DRAFTS.c.claimed_by,
    DRAFTS.c.status,
    DRAFTS.c.waits_since,
    DRAFTS.c.id,
    DRAFTS.c.country,
)

_partial("drafts_asked", _ASKED, DRAFTS.c.asked_at, DRAFTS.c.id, DRAFTS.c.chat_id, DRAFTS.c.questions)

Index(
    "drafts_of_country",
    DRAFTS.c.status,
    DRAFTS.c.country,
    DRAFTS.c.waits_since,
    DRAFTS.c.id,
    DRAFTS.c.themes,
    DRAFTS.c.claimed_by,
)

_CLAIMED_THERE = DRAFT_THEMES.c.claimed_by.is_not(None)

Index(
    "draft_themes_queued",
    DRAFT_THEMES.c.theme,
    DRAFT_THEMES.c.status,
    DRAFT_THEMES.c.waits_since,
    DRAFT_THEMES.c.draft_id,
)

Index(
    "draft_themes_of_country",
    DRAFT_THEMES.c.theme,
    DRAFT_THEMES.c.status,
    DRAFT_THEMES.c.country,
    DRAFT_THEMES.c.waits_since,
    DRAFT_THEMES.c.draft_id,
)

_partial(
    "draft_themes_claimed",
    _CLAIMED_THERE,
    DRAFT_THEMES.c.claimed_by,
    DRAFT_THEMES.c.theme,
    DRAFT_THEMES.c.status,
    DRAFT_THEMES.c.waits_since,
    DRAFT_THEMES.c.draft_id,
)

Index("audit_of_person", AUDIT.c.who, AUDIT.c.what)

Index("news_of_draft", NEWS.c.draft_id)  # a deleted draft is looked up there

_partial("invites_unused", _UNUSED, INVITES.c.id)
