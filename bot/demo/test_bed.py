"""The test bed: the bot in this process on a local Bot API, with the demo users, for transcripts and the terminal."""

from collections.abc import Iterable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from pydantic import SecretStr
from sqlalchemy import Connection

from bot.app import Bot, build, running
from bot.clock import now
from bot.demo.sample_form import sample_draft
from bot.demo.transcripts import ADMIN, COORDINATORS, DEMO_USERS, OPERATOR
from bot.sandbox import Person, Sandbox
from bot.settings import Settings
from conversations.dialogue.model import CONSENT_VERSION, Consent
from storage import Blobs, Codes, Database, People, new_code, put_consent
from storage.imports import Collection
from storage.imports.storing import Archive

FIRST_ID, IDS = 1_000_000_000, 1_000_000_000
"""Ids that are made from a name are above those of the demo users, and below Telegram's highest."""

ROLES = (
    {user_id: "practitioner" for _, user_id in DEMO_USERS}
    | dict.fromkeys(COORDINATORS, "coordinator")
    | {ADMIN: "admin"}
)


async def give_roles(people: People, now: datetime) -> None:
    """Give the demo's coordinators their role; a role that the database already knows stays as it is."""
    known = {person.user_id for person in await people.all()}
    for user_id in COORDINATORS:
        if user_id not in known:
            await people.give(user_id, "coordinator", None, now)


def id_of(name: str) -> int:
    """Return the id for a name; case and spaces make no difference."""
    plain = " ".join(name.casefold().split())
    return FIRST_ID + int.from_bytes(sha256(plain.encode()).digest()[:8], "big") % IDS


async def agree(database: Database, chats: Iterable[int], now: datetime, version: int | None = CONSENT_VERSION) -> None:
    """Record that these people have agreed to that version of the text, or to none."""
    consent = None if version is None else Consent(version=version, at=now)

    def put(connection: Connection) -> None:
        for chat in chats:
            put_consent(connection, chat, consent, now)

    await database.change(put)


TRANSCRIPTS_BEGIN = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""The bot's time at the start of a transcript: refusals and references contain years."""


class ShiftedClock:
    """A clock that starts at any time and can be put forward."""

    def __init__(self, begins: datetime | None = None) -> None:
        self._ahead = begins - now() if begins else timedelta()

    def __call__(self) -> datetime:
        """Return the bot's time."""
        return now() + self._ahead

    def forward(self, time: timedelta) -> None:
        """Let time pass."""
        self._ahead += time


def numbered_codes() -> Codes:
    """Return a maker of codes for transcripts, the same in each run: join-0001, join-0002 ..."""
    numbers = count(1)
    return lambda: f"join-{next(numbers):04d}"


class TestBed:
    """Runs the bot in an ``async with`` block.

    ``begins`` is the bot's time at the start. With it, the test bed is as transcripts need it: the codes of invitations
    are numbered, and everybody has agreed to the text on their data. Without it, the time is now. ``data_dir`` is the
    folder of the attachments; without it, they are deleted at the end.
    """

    __test__ = False  # pytest takes any class called Test... for tests

    def __init__(
        self,
        database_url: str,
        sandbox: Sandbox | None = None,
        begins: datetime | None = None,
        data_dir: Path | None = None,
    ) -> None:
        self.sandbox = sandbox or Sandbox()
        self.clock = ShiftedClock(begins)
        self._codes = numbered_codes() if begins else new_code
        self._to_agree = [user_id for _, user_id in DEMO_USERS] if begins else []
        self.database: Database
        self.bot: Bot
        self._database_url = database_url
        self._data_dir = data_dir or Path()
        self._keeps_files = data_dir is not None
        self._run = AsyncExitStack()
        self._all = AsyncExitStack()

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as all_of_it:
            await all_of_it.enter_async_context(self.sandbox)
            if not self._keeps_files:
                self._data_dir = Path(all_of_it.enter_context(TemporaryDirectory()))
            for name, user_id in DEMO_USERS:
                # Started, because the bot may have messages for them from an earlier run.
                self.sandbox.person(name, user_id).chat.started = True
            all_of_it.push_async_callback(self._stop)
            await self._start()
            self._all = all_of_it.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._all.aclose()

    @property
    def anna(self) -> Person:
        """The first demo user, who acts where no other is named."""
        return self.sandbox.person(*DEMO_USERS[0])

    def person(self, first_name: str) -> Person:
        """Return the person with that first name, Anna without one; LookupError if there is nobody."""
        called = first_name or self.anna.user["first_name"]
        for person in self.sandbox.people:
            if person.user["first_name"] == called:
                return person
        raise LookupError(f"no demo user is called {first_name}")

    async def restart(self) -> None:
        """Stop the bot and start it again on the same database; the local Bot API keeps running."""
        await self._stop()
        await self._start()

    async def import_sample(self) -> None:
        """Store the practice of the sample form as an import without an owner does."""
        collection = await Collection.of(self.database, Blobs(self._data_dir))
        await collection.add(sample_draft(self.clock()), Archive(), self.clock())

    async def _start(self) -> None:
        async with AsyncExitStack() as run:
            self.database = await Database.open(self._database_url)
            run.push_async_callback(self.database.close)
            bot = build(self._settings(), self.database, clock=self.clock, codes=self._codes)
            await give_roles(bot.store.people, self.clock())
            await agree(self.database, self._to_agree, self.clock())
            self._to_agree = []
            self.bot = await run.enter_async_context(running(bot))
            self._run = run.pop_all()

    async def _stop(self) -> None:
        await self._run.aclose()

    def _settings(self) -> Settings:
        """Make the settings without the environment and ``.env``, which may hold a real token."""
        return Settings.model_construct(
            bot_token=SecretStr(self.sandbox.token),
            bot_api_url=self.sandbox.base_url,
            database_url=self._database_url,
            data_dir=self._data_dir,
            admin_ids=(ADMIN,),
            controller=OPERATOR.controller,
            contact=OPERATOR.contact,
            messages_per_second=0,
        )
