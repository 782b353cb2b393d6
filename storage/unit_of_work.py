"""A unit of work: the changes of a batch stay in memory, and then each table is written once.

``hold`` locks conversations and ``load`` reads them; ``step`` asks the core, ``keep`` notes the result, and ``finish``
writes everything.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, select

from conversations.dialogue import events as dialogue_events
from conversations.dialogue import inputs
from conversations.dialogue.conversation import Conversation, Handled, Received, Step
from conversations.dialogue.events import Event
from conversations.dialogue.model import NOBODY, REVIEWERS, Role
from conversations.dialogue.review_record import Member
from storage import news
from storage.admin import carry_out, make
from storage.conversations import ConcurrentSave, Loaded, LockedChat, lock, save_all, save_submission
from storage.database.dialects import among, counted
from storage.database.tables import CONVERSATIONS, DRAFTS, INBOX, OUTBOX, PEOPLE, STOPPED, WAITING
from storage.drafts import append_rows, history_row
from storage.files import note_used
from storage.giving import receive
from storage.heard import Heard, Setting
from storage.inbox import mark_handled, put_back
from storage.outbox import OutgoingMessage, Post, put_all, resume, stop
from storage.people import effective, is_known, meet_all, set_name
from storage.privacy.erased_messages import ErasedPerson
from storage.privacy.erasure import erase_and_reply
from storage.review_queries import ReviewQueries


def allot(connection: Connection, now: datetime) -> str:
    """Return the next reference of the year (UTC), such as ``RAN-2026-0001``; a rollback gives it back."""
    year = now.astimezone(UTC).year
    number = connection.scalar(counted(connection.dialect), {"name": f"RAN-{year}", "value": 1})
    return f"RAN-{year}-{number:04d}"


_AFTER = timedelta(microseconds=1)
"""The time from one step of a batch to the next: the core reads from the times which answer was the last one."""


class UnitOfWork:
    """The changes of one transaction, in memory until ``write``.

    They are also written before a step asks the database: its answer must include them.
    """

    def __init__(self, connection: Connection, setting: Setting, now: datetime) -> None:
        self._connection = connection
        self._setting = setting
        self._now = now
        self._step_at = now
        self._held: set[int] = set()
        self._chats: dict[int, LockedChat] = {}
        self._people: dict[int, Row[Any] | None] = {}
        self._stopped: set[int] = set()
        self._met: dict[int, int] = {}
        self._named: dict[int, str] = {}
        self._files: set[str] = set()
        self._history: list[dict[str, Any]] = []
        self._posts: list[Post] = []
        self._handled: list[int] = []
        self.waited: set[int] = set()
        """The updates that waited in the inbox; all others are new, and were inserted as handled."""
        self.unheard: set[int] = set()
        """The new updates that were not handled yet: ``finish`` sets them to waiting."""
        self._news: list[tuple[int, Sequence[Event]]] = []
        self._tells = False
        self.mail: dict[int, list[OutgoingMessage] | None] = {}
        """The chats with new messages: all waiting messages of each, or ``None`` if the outbox may hold more."""
        self.spoilt = False
        """True if writing began and did not end: the transaction must be rolled back."""

    def hold(self, chats: Collection[int], new: Collection[int] = ()) -> Collection[int]:
        """Lock the conversations of chats, and make new ones; returns the chats that no other worker holds."""
        self._held |= set(lock(self._connection, chats, self._now, new))
        return self._held

    def waits(self, chat_id: int) -> bool:
        """Say whether updates of a loaded chat may wait in the inbox."""
        rows = self._chats[chat_id].rows
        return bool(rows[0].waits) if rows else True

    def conversation(self, chat_id: int) -> Conversation:
        """Return a conversation with the changes of the batch; raises ``Damaged`` or ``NewerStored``."""
        return self._chat(chat_id).conversation()

    def load(self, chats: Collection[int]) -> None:
        """Load the conversations and the people of chats in one statement."""
        if missing := set(chats) - self._chats.keys():
            rows: dict[int, list[Row[Any]]] = {chat_id: [] for chat_id in missing}
            query = among(self._dialect, _CHATS, CONVERSATIONS.c.chat_id)
            for row in self._connection.execute(query, {"among": [*missing]}):
                rows[row.chat_id].append(row)
            self._chats |= {chat_id: LockedChat(chat_id, of_chat) for chat_id, of_chat in rows.items()}
            firsts = [of_chat[0] for of_chat in rows.values() if of_chat]
            self._people |= {row.chat_id: row if row.user_id else None for row in firsts}

    def step(self, heard: Heard) -> tuple[Step, ReviewQueries]:
        """Take a step; ``keep`` saves it. If the step raises, nothing has changed, except that the person is known."""
        chat, queries = self._chat(heard.chat_id), self._queries(heard)
        self._meet(heard, queries.role)  # before the step, which may ask who is known
        step = self._setting.step(chat.conversation(), heard.given, self._step_at, queries)
        if step.invite is not None or any(isinstance(event, dialogue_events.Submitted) for event in step.events):
            self.write()
            with self._connection.begin_nested():  # if the step raises, its number is free again
                step = self._invited(self._registered(step, queries), queries)
        return step, queries

    def keep(self, heard: Heard, step: Step, queries: ReviewQueries) -> None:
        """Note the result of a step; if this raises, the transaction must be rolled back."""
        if step.forget:
            self._erase(heard, step)
            return
        self._handled.append(heard.update_id)
        if step.received is not None:
            self._receive(heard, step.received, queries)
        self._chat(heard.chat_id).now = step.conversation
        self._happened(heard.chat_id, heard.update_id, step.events)
        self._files |= {event.sha256 for event in step.events if isinstance(event, dialogue_events.FileKept)}
        self.post(Post(heard.chat_id, heard.update_id, step.replies, heard.query_id, step.toast))
        self._reach_others(heard, step, queries)
        self._step_at += _AFTER

    def stop(self, chat_id: int) -> None:
        """Send nothing more to a chat, as its person blocked the bot."""
        stop(self._connection, chat_id, self._now)
        self._stopped.add(chat_id)

    def resume(self, chat_id: int) -> None:
        """Send to a chat again, including the messages that wait."""
        resume(self._connection, chat_id)
        self.mail[chat_id] = None

    def done(self, update_id: int) -> None:
        """Note that an update is handled."""
        self._handled.append(update_id)

    def put_back(self, update_id: int) -> None:
        """Set a new update to waiting, as it is not handled in this batch."""
        if update_id not in self.waited:
            put_back(self._connection, [update_id])

    def post(self, post: Post) -> None:
        """Add messages to the outbox; nobody gets none."""
        if post.chat_id != NOBODY:
            self._posts.append(post)

    def write(self) -> None:
        """Write all changes, each table once; raises ``ConcurrentSave`` if another worker saved first."""
        self.spoilt = True
        connection, now = self._connection, self._now
        changes = [change for chat in self._chats.values() if (change := chat.change())]
        meet_all(connection, [*self._met.items()], now)  # before the names, which are updates of these rows
        for user_id, name in self._named.items():
            set_name(connection, user_id, name)
        save_all(connection, changes, now)
        for change in changes:
            self._chats[change.chat_id].saved()
        append_rows(connection, self._history)
        note_used(connection, self._files)
        self._put([self._sent_at_once(post) for post in self._posts])
        # False only if another worker has taken the same updates from the inbox and was first: take the batch again.
        if not mark_handled(connection, self.waited.intersection(self._handled), now):
            raise ConcurrentSave("Another worker handled the same updates again and again.")
        for written in (self._met, self._named, self._files, self._history, self._posts, self._handled):
            written.clear()
        self.spoilt = False

    def finish(self) -> None:
        """Write all changes, and send news to coordinators.

        News comes last: only one worker at a time may send it, so others wait from here until the transaction ends.
        """
        self.write()
        put_back(self._connection, self.unheard)
        for chat_id, events in self._news:
            self._tells |= news.note(self._connection, chat_id, events, self._now)
        told = news.tell(self._connection, self._setting.admins, self._now) if self._tells else ()
        self.mail |= dict.fromkeys(told)
        self._news, self._tells = [], False

    @property
    def _dialect(self) -> Any:  # noqa: ANN401 - SQLAlchemy's
        return self._connection.dialect

    def _chat(self, chat_id: int) -> LockedChat:
        if chat_id not in self._chats:
            self.load((chat_id,))
        return self._chats[chat_id]

    def _queries(self, heard: Heard) -> ReviewQueries:
        setting = self._setting
        me = Member(user=heard.user_id, name=heard.name)
        return ReviewQueries(
            self._asked, me, self._role(heard.user_id), setting.admins, setting.username(), setting.operator
        )

    def _asked(self) -> Connection:
        """Return the connection for a question of a step; write first, so that the answer includes the batch."""
        self.write()
        return self._connection

    def _role(self, user_id: int) -> Role:
        if user_id not in self._people:
            self._people[user_id] = self._connection.execute(_PERSON_OF, {"user": user_id}).first()
        known = self._people[user_id]
        return effective(user_id, known.role if known else None, self._setting.admins)

    def _meet(self, heard: Heard, role: Role) -> None:
        """Note the person, and send to their chat again: a person who writes has not blocked the bot."""
        known, chat = self._people[heard.user_id], self._chats[heard.chat_id]
        if known is None or not is_known(known.person_chat, known.seen_at, heard.chat_id, self._now):
            self._met[heard.user_id] = heard.chat_id
        if role in REVIEWERS and heard.name and (known is None or known.name != heard.name):
            self._named[heard.user_id] = heard.name
        if not chat.rows or chat.rows[0].stopped or chat.chat_id in self._stopped:
            resume(self._connection, heard.chat_id)

    def _happened(self, chat_id: int, update_id: int | None, events: Sequence[Event]) -> None:
        self._history += [history_row(chat_id, update_id, event, self._step_at) for event in events]

    def _registered(self, step: Step, queries: ReviewQueries) -> Step:
        """Give each submitted draft its reference, and let the core continue with it."""
        for event in step.events:
            if isinstance(event, dialogue_events.Submitted):
                had = (draft.reference for draft in step.conversation.drafts if draft.number == event.draft)
                reference = next(had, None) or allot(self._connection, self._now)
                given = inputs.Registered(reference=reference)
                step = step.then(self._setting.step(step.conversation, given, self._step_at, queries))
        return step

    def _invited(self, step: Step, queries: ReviewQueries) -> Step:
        """Make the invitation that the step asks for, and let the core continue with it."""
        if step.invite is None:
            return step
        made = make(self._connection, step.invite, queries.me.user, self._setting.codes(), self._now)
        given = inputs.Invited(gives=step.invite, code=made.code, until=made.until)
        return step.then(self._setting.step(step.conversation, given, self._step_at, queries))

    def _reach_others(self, heard: Heard, step: Step, queries: ReviewQueries) -> None:
        """Save what the step changed for other people, and their notifications."""
        for notification in step.notifications:
            self.post(Post(notification.to, heard.update_id, (notification.reply,)))
        if step.handled or step.audit_entries or step.every is not None:
            self.write()
            for handled in step.handled:
                self._review(heard, handled, queries)
            carry_out(
                self._connection, queries.me, step.audit_entries, self._setting.admins, heard.update_id, self._now
            )
            if step.every is not None:
                news.choose(self._connection, heard.user_id, step.every)
            self._read_again()
        self._news.append((heard.chat_id, step.events))
        self._tells |= step.every is not None

    def _review(self, heard: Heard, handled: Handled, queries: ReviewQueries) -> None:
        """Save another person's draft on top of the version that the step saw; raises ``ConcurrentSave``."""
        author = handled.author
        if author not in self.hold((author,)):
            raise ConcurrentSave(f"Chat {author} was saved by another process again and again.")
        save_submission(self._connection, author, queries.versions[author], handled.draft)
        self._happened(author, heard.update_id, handled.events)

    def _receive(self, heard: Heard, received: Received, queries: ReviewQueries) -> None:
        """Move a practice of nobody into the person's conversation; raises ``ConcurrentSave``."""
        if NOBODY not in self.hold((NOBODY,)):
            raise ConcurrentSave("The practices of nobody were saved by another process again and again.")
        self.write()  # the person's conversation is there before its new draft
        version = queries.versions[NOBODY]
        moved = receive(self._connection, received, heard.user_id, heard.chat_id, version)
        self._chat(heard.chat_id).gain(moved)

    def _erase(self, heard: Heard, step: Step) -> None:
        """Erase the person; the changes before it are written first, as the erasure works on the tables."""
        self.finish()
        before = self._chats[heard.chat_id].before or Loaded(Conversation(), 0)
        erased = ErasedPerson(heard.user_id, heard.chat_id, heard.update_id, heard.name, self._setting.admins)
        chats = erase_and_reply(self._connection, erased, before, step, self._now, heard.query_id)
        self.mail |= dict.fromkeys(chats)
        self._read_again()

    def _read_again(self) -> None:
        """Drop the loaded conversations and people: the database was changed directly, so they are loaded again."""
        self.write()
        self._chats, self._people = {}, {}

    def _sent_at_once(self, post: Post) -> Post:
        """Mark the first message of a chat as begun if it is sent right after the commit: no message waits before it.

        This saves a transaction for each answer. With several workers another one may be sending, so it is not done.
        """
        chat = self._chats.get(post.chat_id)
        is_silent = not post.replies and post.query_id is None
        if chat is None or chat.has_mail or is_silent or not self._setting.alone:
            return post
        chat.has_mail = bool(post.replies)
        self.mail.setdefault(post.chat_id, [])
        return Post(post.chat_id, post.update_id, post.replies, post.query_id, post.toast, at_once=True)

    def _put(self, posts: Sequence[Post]) -> None:
        for outgoing in put_all(self._connection, posts, self._now):
            waits = self.mail.setdefault(outgoing.chat_id, None)
            if waits is not None:
                waits.append(outgoing)


_HAS_MAIL = exists().where(
    OUTBOX.c.chat_id == CONVERSATIONS.c.chat_id, OUTBOX.c.status == WAITING, OUTBOX.c.reply.is_not(None)
)

_IS_STOPPED = exists().where(STOPPED.c.chat_id == CONVERSATIONS.c.chat_id)

_WAITS = exists().where(INBOX.c.chat_id == CONVERSATIONS.c.chat_id, INBOX.c.status == WAITING)

_PERSON = PEOPLE.c.user_id, PEOPLE.c.chat_id.label("person_chat"), PEOPLE.c.seen_at, PEOPLE.c.role, PEOPLE.c.name

_CHATS: Any = (
    select(
        CONVERSATIONS.c.chat_id,
        CONVERSATIONS.c.version,
        CONVERSATIONS.c.state,
        DRAFTS.c.body,
        _HAS_MAIL.label("has_mail"),
        _IS_STOPPED.label("stopped"),
        _WAITS.label("waits"),
        *_PERSON,
    )
    .outerjoin_from(CONVERSATIONS, DRAFTS, DRAFTS.c.chat_id == CONVERSATIONS.c.chat_id)
    .outerjoin(PEOPLE, PEOPLE.c.user_id == CONVERSATIONS.c.chat_id)  # a private chat has the number of its person
    .order_by(CONVERSATIONS.c.chat_id, DRAFTS.c.number)
)

_PERSON_OF: Any = select(*_PERSON).where(PEOPLE.c.user_id == bindparam("user"))
