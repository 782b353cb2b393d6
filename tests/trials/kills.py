"""Random kills: a real process and a real SIGKILL at random times, while ten people fill in forms at full speed.

make trial-crash ROUNDS=200 SEED=1 WEBHOOK=1
"""

import argparse
import asyncio
import logging
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from trials.people import Decide, Typist, typing, typists
from trials.replay import Findings, findings_of
from trials.victim import Victim, comes_true, hooked, ours

from bot.sandbox import Sandbox
from storage import Database

PEOPLE = 10
EARLY = 0.25
"""The share of kills at any time of the start; the other kills come while the program works."""

START_SECONDS = 1.6


@dataclass(frozen=True)
class Trial:
    """The number of kills, and the random numbers for them."""

    rounds: int
    seed: int
    work: float = 1.0
    """The most seconds that a program works before a kill."""
    webhook: bool = False

    async def kill(
        self,
        sandbox: Sandbox,
        victim: Victim,
        idle: Callable[[], bool],
        decide: Decide = Typist.goes_on,
    ) -> list[Typist]:
        """Kill and restart while people type; then let the program finish its work and stop. Return the people."""
        chance = random.Random(self.seed)
        people = typists(sandbox, chance, PEOPLE)
        async with typing(people, decide):
            for _ in range(self.rounds):
                await self._round(victim, chance)
        await victim.start()
        await comes_true(lambda: not sandbox.world.updates.pending() and idle())
        if code := await victim.stop():
            raise RuntimeError(f"the program stopped with {code}: {victim.log[-2000:]}")
        return people

    async def _round(self, victim: Victim, chance: random.Random) -> None:
        """Run once: start, and a kill during the start or the work."""
        early = chance.random() < EARLY
        await victim.start()
        if not early:
            await victim.reached()
        await asyncio.sleep(chance.uniform(0, START_SECONDS if early else self.work))
        await victim.kill()


def nothing_waits(path: Path) -> bool:
    """Return whether every accepted update is handled and every message is sent."""
    with closing(sqlite3.connect(path)) as connection:
        queries = [f"SELECT 1 FROM {table} WHERE status = 'waiting' LIMIT 1" for table in ("inbox", "outbox")]  # noqa: S608
        return not any(connection.execute(query).fetchone() for query in queries)


def arrivals(path: Path) -> dict[int, int]:
    """Return the order in which updates arrived: with a webhook a press can overtake a message."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT update_id, seq FROM inbox"))


async def kills(trial: Trial, folder: Path) -> Findings:
    """Kill the bot many times; compare its data with the results of the same inputs in the core."""
    path = folder / "practices.db"
    url = f"sqlite+aiosqlite:///{path}"
    hook = hooked("s3cret") if trial.webhook else {}
    async with (
        Sandbox(plain_webhooks=True, webhook_pause=0.05) as sandbox,
        Victim(sandbox, folder, {**ours(sandbox, url), **hook}) as victim,
    ):
        people = await trial.kill(sandbox, victim, lambda: nothing_waits(path))
        order = arrivals(path)
        for one in people:
            one.updates.sort(key=lambda update: order.get(update["update_id"], 0))
        database = await Database.open(url)
        try:
            each = [await findings_of(database, sandbox, one.person.user_id, one.updates) for one in people]
        finally:
            await database.close()
    return sum(each, Findings())


def table(name: str, trial: Trial, findings: Findings, seconds: float) -> str:
    """Print the result as a table with one row."""
    return one_row({"": name, "kills": trial.rounds, **asdict(findings), "seconds": round(seconds)})


def one_row(row: Mapping[str, object]) -> str:
    """Write a table with one row."""
    head = " | ".join(str(key).replace("_", " ") for key in row)
    return f"| {head} |\n|{'---|' * len(row)}\n| {' | '.join(map(str, row.values()))} |\n"


def main(name: str, run: Callable[[Trial, Path], Awaitable[Findings]]) -> int:
    """Run a trial from the shell; exit code 1 if an input was lost, doubled, misplaced or not answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    parser.add_argument("--webhook", action="store_true", help="let updates be posted instead of polling for them")
    given = parser.parse_args()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # who is killed breaks its connections
    trial = Trial(given.rounds, given.seed, webhook=given.webhook)
    sys.stdout.write(f"seed {trial.seed}\n")
    sys.stdout.flush()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        findings = asyncio.run(_awaited(run(trial, Path(folder))))
    sys.stdout.write(table(name, trial, findings, time.monotonic() - started))
    return 0 if findings.kept else 1


async def _awaited(work: Awaitable[Findings]) -> Findings:
    return await work


if __name__ == "__main__":
    sys.exit(main("practice-bot", kills))
