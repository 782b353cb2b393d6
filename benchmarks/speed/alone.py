"""One person alone, all rows in turns: ``make bench-alone``; docs/benchmarks.md explains it.

All programs run at once, and the person answers each of them for half a second, again and again, so that other load
on the machine affects all in the same way. ``make bench`` measures them minutes apart.
"""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from statistics import geometric_mean, median

from benchmarks.speed.measuring import sound, up
from benchmarks.speed.subjects import Subject, subjects
from benchmarks.speed.trial import postgresql, put_out, questions, sqlite

OURS = "practice-bot, SQLite"
"""The other rows are compared with this one."""

_WARM = 2.0
"""Seconds of answers that do not count, because the program still loads code."""


async def in_turns(chosen: Sequence[Subject], rounds: int, seconds: float) -> dict[str, list[float]]:
    """Return the answers a second of each row and round; ``NotMeasured`` if an answer is lost or sent twice."""
    async with AsyncExitStack() as stack:
        all_up = {subject.name: await stack.enter_async_context(up(subject)) for subject in chosen}
        for it in all_up.values():
            await it.crowd.answering(1, min(_WARM, seconds * rounds))
        found: dict[str, list[float]] = {name: [] for name in all_up}
        for _ in range(rounds):
            for name, it in all_up.items():
                found[name].append(sound(await it.crowd.answering(1, seconds)).rate)
    return found


def table(found: Mapping[str, Sequence[float]], missing: Mapping[str, str]) -> str:
    """Write the median, minimum and maximum, and the ratio of each row to ours, round by round."""
    lines = [f"| one person alone, in turns | answers a second | beside {OURS} |", "|---|---:|---:|"]
    for name, rates in found.items():
        ratio = geometric_mean([rate / ours for rate, ours in zip(rates, found[OURS], strict=True)])
        lines.append(f"| {name} | {median(rates):.0f} ({min(rates):.0f} to {max(rates):.0f}) | {ratio:.2f} |")
    lines += [f"| {name} | not measured: {why} | |" for name, why in missing.items()]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = questions("make bench-alone")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=0.5, help="of each turn")
    given = parser.parse_args(arguments)
    with ExitStack() as stack:
        listed = subjects(sqlite, postgresql(stack))
        missing = {subject.name: subject.missing for subject in listed if subject.missing}
        chosen = [subject for subject in listed if not subject.missing]
        text = table(asyncio.run(in_turns(chosen, given.rounds, given.seconds)), missing)
    return put_out(text, given.out)


if __name__ == "__main__":
    sys.exit(main())
