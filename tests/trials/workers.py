"""Several workers: real processes on one PostgreSQL, killed in turn, while ten people write.

make trial-workers ROUNDS=20 SEED=1 POLLING=1
"""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from operator import itemgetter, ne
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from support.postgres import started
from trials.balancer import Balancer
from trials.kills import PEOPLE, one_row
from trials.people import Json, Typist, typing, typists
from trials.replay import Findings, findings_of
from trials.victim import PATIENCE, Victim, comes_true, hooked, ours

from bot.sandbox import Sandbox
from bot.sandbox.delivery import queue_of
from storage import Database
from storage.database.engines import SILENT_SECONDS
from storage.database.tables import INBOX, OUTBOX, WAITING

WORKERS = 2

HANG_SECONDS = SILENT_SECONDS + 5

SOON = timedelta(seconds=30)
"""Seconds within which another worker must take up the work of a dead one."""


@dataclass(frozen=True)
class Together:
    """The results of the inputs, and the work of each worker."""

    findings: Findings
    kills: int
    shares: tuple[int, ...]
    """The number of turns of each worker."""
    disordered: int
    """Inputs that were handled before an earlier one of the same queue of Telegram."""
    waited: timedelta
    """The longest time in which no worker touched a chat's first update or first reply."""

    @property
    def kept(self) -> bool:
        """Whether every input was found once, in order, and soon answered; after a kill, a message may come again."""
        again = self.findings.said_again <= self.kills * self.findings.people
        return self.findings.kept and again and not self.disordered and self.waited < SOON


@dataclass
class Crew:
    """Workers on one database; ``home`` has a folder for each log."""

    sandbox: Sandbox
    url: str
    home: Path
    webhook: bool
    balancer: Balancer = field(default_factory=Balancer)
    workers: list[Victim] = field(default_factory=list)
    lives: Counter[Victim] = field(default_factory=Counter)

    async def start(self, stack: AsyncExitStack) -> None:
        """Start all workers; the stack ends them."""
        await stack.enter_async_context(self.balancer)
        hooks = [hooked("s3cret") for _ in range(WORKERS)]
        self.balancer.workers = [f"{hook['WEBHOOK_LISTEN']}/hook" for hook in hooks]
        for number, hook in enumerate(hooks):
            folder = self.home / str(number)
            folder.mkdir()
            mine = {**ours(self.sandbox, self.url), "LOG_LEVEL": "INFO", "DATA_DIR": str(self.home / "files")}
            if self.webhook:
                mine |= {**hook, "WEBHOOK_URL": self.balancer.url}
            worker = await stack.enter_async_context(Victim(self.sandbox, folder, mine))
            self.workers.append(worker)
            await self.begin(worker)
        await self.all_work()

    async def begin(self, worker: Victim) -> None:
        """Start one worker, for the first time or again."""
        self.lives[worker] += 1
        await worker.start()

    async def all_work(self) -> None:
        """Wait until all started workers are at work."""
        await comes_true(
            lambda: all(worker.log.count("bot.app running") >= self.lives[worker] for worker in self.workers)
        )

    async def stop(self) -> None:
        """Ask all workers to stop."""
        await self.all_work()
        if any(codes := [await worker.stop() for worker in self.workers]):
            raise RuntimeError(f"the workers stopped with {codes}: {[each.log[-2000:] for each in self.workers]}")

    @property
    def shares(self) -> tuple[int, ...]:
        """Return the number of turns of each worker."""
        return tuple(worker.log.count("outcome=done") for worker in self.workers)


@dataclass(frozen=True)
class Trial:
    """The number of kills, the inputs before each of them, and the random numbers for them."""

    rounds: int
    seed: int
    inputs: int = 100
    webhook: bool = True
    hangs: bool = False
    """Whether a worker is suspended for ``HANG_SECONDS`` instead of being killed."""

    async def run(self, home: Path, url: str) -> Together:
        """Kill and restart while people type; compare all data with the results of the same inputs."""
        chance = random.Random(self.seed)
        async with Sandbox(plain_webhooks=True, webhook_pause=0.05) as sandbox, AsyncExitStack() as stack:
            crew = Crew(sandbox, url, home, self.webhook)
            await crew.start(stack)
            people = typists(sandbox, chance, PEOPLE)
            await self._worked(crew, people, chance)
            await comes_true(lambda: not sandbox.world.updates.pending())
            database = await Database.open(url)
            try:
                await rested(database)
                await crew.stop()
                return await self._compared(database, crew, people)
            finally:
                await database.close()

    async def _worked(self, crew: Crew, people: Sequence[Typist], chance: random.Random) -> None:
        """Let people type; kill one worker after the other, each while it works and after some inputs."""
        async with typing(people):
            for number in range(1, self.rounds + 1):
                await comes_true(lambda: typed(people) >= self.inputs * number)  # noqa: B023 - awaited here
                await crew.all_work()
                await self._strike(crew, chance.choice(crew.workers))
            await comes_true(lambda: typed(people) >= self.inputs * (self.rounds + 1))

    async def _compared(self, database: Database, crew: Crew, people: Sequence[Typist]) -> Together:
        """Compare, with the inputs in the order in which they were handled and answered.

        Clocks do not tell: a worker reads its own before it waits for another one's transaction.
        """
        answers = select(OUTBOX.c.update_id, func.min(OUTBOX.c.id)).group_by(OUTBOX.c.update_id)
        handled = {number: first for number, first in await database.rows(answers) if number is not None}
        each, disordered = [], 0
        for one in people:
            came = list(one.updates)
            one.updates.sort(key=lambda update: handled[update["update_id"]])
            disordered += sum(map(ne, by_queue(came), by_queue(one.updates)))
            each.append(await findings_of(database, crew.sandbox, one.person.user_id, one.updates))
        return Together(sum(each, Findings()), self.rounds, crew.shares, disordered, await longest_wait(database))

    async def _strike(self, crew: Crew, worker: Victim) -> None:
        """Kill a worker and restart it, or suspend it for a while."""
        if self.hangs:
            worker.hang()
            await asyncio.sleep(HANG_SECONDS)
            worker.go_on()
        else:
            await worker.kill()
            await crew.begin(worker)


def typed(people: Sequence[Typist]) -> int:
    """Count the inputs of people."""
    return sum(len(each.updates) for each in people)


async def rested(database: Database) -> None:
    """Wait until every accepted update is handled and every message is sent."""
    async with asyncio.timeout(PATIENCE):
        while await _waits(database):  # noqa: ASYNC110 - another process changes it
            await asyncio.sleep(0.05)


async def _waits(database: Database) -> bool:
    queries = [select(table.c.status).where(table.c.status == WAITING).limit(1) for table in (INBOX, OUTBOX)]
    return any([await database.rows(query) for query in queries])


async def longest_wait(database: Database) -> timedelta:
    """Return how long a chat's queue stood still: its turns and its messages."""
    turns = await database.rows(select(INBOX.c.chat_id, INBOX.c.arrived_at, INBOX.c.tried_at))
    sent = await database.rows(select(OUTBOX.c.chat_id, OUTBOX.c.created_at, OUTBOX.c.tried_at))
    return max(chain(_waits_of(turns), _waits_of(sent)))


def _waits_of(rows: Iterable[Sequence[Any]]) -> Iterator[timedelta]:
    """Return the wait of each one after its arrival and the end of the one before it in its chat."""
    before: dict[int | None, datetime] = {}
    for chat_id, came, done in sorted(rows, key=itemgetter(2)):
        yield done - max(came, before.get(chat_id, came))
        before[chat_id] = done


def by_queue(updates: Sequence[Json]) -> list[int]:
    """List the updates of each queue in order; Telegram promises no order between queues."""
    return [update["update_id"] for update in sorted(updates, key=queue_of)]


def table(found: Together, seconds: float) -> str:
    """Print the result as a table with one row."""
    row = {
        "workers": WORKERS,
        "kills": found.kills,
        **asdict(found.findings),
        "out of order": found.disordered,
        "turns of each": " and ".join(map(str, found.shares)),
        "longest wait": f"{found.waited.total_seconds():.1f} s",
        "seconds": round(seconds),
    }
    return one_row(row)


def main() -> int:
    """Run the trial from the shell; exit code 1 if an input was lost, doubled, out of order, unanswered or late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    parser.add_argument("--polling", action="store_true", help="let one of them poll instead of posting to both")
    parser.add_argument("--hangs", action="store_true", help="let workers hang for a while instead of killing them")
    given = parser.parse_args()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # who is killed breaks its connections
    trial = Trial(given.rounds, given.seed, webhook=not given.polling, hangs=given.hangs)
    sys.stdout.write(f"seed {trial.seed}\n")
    sys.stdout.flush()
    with ExitStack() as stack:
        url = stack.enter_context(stack.enter_context(started()).database())
        began = time.monotonic()
        found = asyncio.run(trial.run(Path(stack.enter_context(tempfile.TemporaryDirectory())), url))
        sys.stdout.write(table(found, time.monotonic() - began))
    return 0 if found.kept else 1


if __name__ == "__main__":
    sys.exit(main())
