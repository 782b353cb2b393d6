"""Who can be played in a demo: the same ids in each run, so that a kept database knows everybody again."""

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
from bot.demo.transcripts import ADMIN, COORDINATORS, HOUSE, PEOPLE
from bot.sandbox import Person, Sandbox
from bot.settings import Settings
from conversations.dialogue.model import CONSENT_VERSION, Consent
from storage import Codes, Database, People, new_code, put_consent

FIRST, ROOM = 1_000_000_000, 1_000_000_000
"""Ids of people who are made by name lie above those of the stage, and within what Telegram may give."""

ROLES = (
    {user_id: "practitioner" for _, user_id in PEOPLE} | dict.fromkeys(COORDINATORS, "coordinator") | {ADMIN: "admin"}
)


async def appoint(people: People, now: datetime) -> None:
    """Make coordinators of those who are; a role that a kept database knows stays what it has become."""
    known = {person.user_id for person in await people.all()}
    for user_id in COORDINATORS:
        if user_id not in known:
            await people.give(user_id, "coordinator", None, now)


def id_of(name: str) -> int:
    """Return the id that belongs to a name; two spellings that differ in case or spaces are one person."""
    plain = " ".join(name.casefold().split())
    return FIRST + int.from_bytes(sha256(plain.encode()).digest()[:8], "big") % ROOM


async def agree(database: Database, chats: Iterable[int], now: datetime, version: int | None = CONSENT_VERSION) -> None:
    """Let these people have agreed to that version of the text, or to none."""
    consent = None if version is None else Consent(version=version, at=now)

    def put(connection: Connection) -> None:
        for chat in chats:
            put_consent(connection, chat, consent, now)

    await database.change(put)


TALKS_BEGIN = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""The bot's time when a transcript begins: years stand in refusals and in references."""


class StageClock:
    """The bot's clock: it goes as all clocks go, from any moment on, and can be put forward."""

    def __init__(self, begins: datetime | None = None) -> None:
        self._ahead = begins - now() if begins else timedelta()

    def __call__(self) -> datetime:
        """Tell the bot's time."""
        return now() + self._ahead

    def forward(self, time: timedelta) -> None:
        """Let time pass."""
        self._ahead += time


def numbered_codes() -> Codes:
    """Give what makes the codes of a transcript, which are the same each time: join-0001, join-0002 ..."""
    numbers = count(1)
    return lambda: f"join-{next(numbers):04d}"


class Stage:
    """Runs the bot in an ``async with`` block.

    ``begins`` is the bot's time at the start, now where it is not given; where it is, the codes of invitations
    are numbered too, and everybody has agreed to the text on their data, as transcripts have it. ``data_dir`` is where
    files are kept, a folder that goes with the stage where it is not given.
    """

    def __init__(
        self,
        database_url: str,
        sandbox: Sandbox | None = None,
        begins: datetime | None = None,
        data_dir: Path | None = None,
    ) -> None:
        self.sandbox = sandbox or Sandbox()
        self.clock = StageClock(begins)
        self._codes = numbered_codes() if begins else new_code
        self._to_agree = [user_id for _, user_id in PEOPLE] if begins else []
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
            for name, user_id in PEOPLE:
                self.sandbox.person(name, user_id).chat.started = True  # an earlier run's mail may wait for them
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
        """The practitioner who talks where nobody else is named."""
        return self.sandbox.person(*PEOPLE[0])

    def person(self, first_name: str) -> Person:
        """Find one of the people by first name, Anna by none; LookupError where nobody is called so."""
        called = first_name or self.anna.user["first_name"]
        for person in self.sandbox.people:
            if person.user["first_name"] == called:
                return person
        raise LookupError(f"nobody on the stage is called {first_name}")

    async def restart(self) -> None:
        """Stop the bot and start it anew on the same database; the local Bot API goes on meanwhile."""
        await self._stop()
        await self._start()

    async def _start(self) -> None:
        async with AsyncExitStack() as run:
            self.database = await Database.open(self._database_url)
            run.push_async_callback(self.database.close)
            bot = build(self._settings(), self.database, clock=self.clock, codes=self._codes)
            await appoint(bot.store.people, self.clock())
            await agree(self.database, self._to_agree, self.clock())
            self._to_agree = []
            self.bot = await run.enter_async_context(running(bot))
            self._run = run.pop_all()

    async def _stop(self) -> None:
        await self._run.aclose()

    def _settings(self) -> Settings:
        """Make the settings without looking at the environment or at ``.env``, where a real token may stand."""
        return Settings.model_construct(
            bot_token=SecretStr(self.sandbox.token),
            bot_api_url=self.sandbox.base_url,
            database_url=self._database_url,
            data_dir=self._data_dir,
            admin_ids=(ADMIN,),
            controller=HOUSE.controller,
            contact=HOUSE.contact,
            messages_per_second=0,
        )
