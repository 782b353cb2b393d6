"""The figures of all runs as tables: the median of each."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from benchmarks.speed.measuring import Figures, Load

Runs = Mapping[str, Sequence[Figures] | str]
"""The runs of each row, or the reason for their absence."""


@dataclass(frozen=True)
class Table:
    """A table: its title, and its columns with their figures' names and decimal places."""

    title: str
    columns: tuple[tuple[str, str, int], ...]


def tables(load: Load) -> tuple[Table, ...]:
    """Return the tables for a load."""
    rates = tuple((f"{people:,} at once", f"rate {people}", 0) for people in load.people)
    slow = tuple((f"{people:,} at once", f"slow rate {people}", 0) for people in load.people)
    return (
        Table("Answers per second, each person waiting for the bot", rates),
        Table("The same, with a Bot API that takes 60 ms for each call", slow),
        Table(
            "Milliseconds from an input to its reply",
            (
                ("unloaded, p50", "p50 unloaded ms", 1),
                ("unloaded, p99", "p99 unloaded ms", 1),
                ("half of its own top rate, p50", "p50 half ms", 1),
                ("half of its own top rate, p99", "p99 half ms", 1),
                ("50 answers a second, p99", "p99 at 50/s ms", 1),
            ),
        ),
        Table(
            "What it takes",
            (
                ("CPU ms an answer", "CPU ms an answer", 2),
                ("CPU ms a whole practice", "CPU ms a submission", 0),
                ("calls an answer", "calls an answer", 2),
                ("calls a whole practice", "calls a submission", 0),
                ("MiB at start", "memory at start MiB", 0),
                ("MiB more for 1,000 open conversations", "memory for 1,000 MiB", 1),
                ("seconds to start", "start s", 1),
            ),
        ),
    )


def written(runs: Runs, load: Load, count: int) -> str:
    """Write all tables as Markdown."""
    head = f"{machine()}; medians of {count} runs, {load.seconds:g} s a phase."
    return "\n".join([head, *(_table(table, runs) for table in tables(load))])


def machine() -> str:
    """Describe the machine and the date."""
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{date.today().isoformat()}: {os.cpu_count()} cores, {system}"  # noqa: DTZ011 - the day where it is read


def _table(table: Table, runs: Runs) -> str:
    titles = [title for title, _, _ in table.columns]
    lines = ["", f"**{table.title}**", "", f"| | {' | '.join(titles)} |", f"|---|{'---:|' * len(titles)}"]
    for name, found in runs.items():
        if isinstance(found, str):
            lines.append(f"| {name} | not measured: {found} |{' |' * (len(titles) - 1)}")
        else:
            cells = [_cell(found, figure, digits) for _, figure, digits in table.columns]
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(found: Sequence[Figures], figure: str, digits: int) -> str:
    values = [figures[figure] for figures in found if figure in figures]
    return f"{median(values):,.{digits}f}" if values else ""
