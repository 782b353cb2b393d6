"""The measured programs: bounds, peers and ours, each with its start."""

import json
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.hook import Hook
from benchmarks.speed.processes import ROOT
from benchmarks.speed.script import Input, echoed, form, inputs
from benchmarks.speed.telegram import TOKEN, Telegram

Databases = Callable[[], AbstractContextManager[str]]
"""Makes a database for the length of a block, and yields its address."""

_PEERS_PYTHON = ROOT / ".venv-peers/bin/python"
_SECRET = "bench"  # noqa: S105 - of a webhook on loopback


@dataclass(frozen=True)
class Subject:
    """One row. ``module`` runs in ``workers`` processes; ``missing`` is the reason if it cannot be measured.

    Of an echo no form is asked; ``database`` makes what a row of ours keeps its data in.
    """

    name: str
    module: str
    is_echo: bool = False
    python: str = ""
    missing: str = ""
    workers: int = 1
    database: Databases | None = None
    options: Mapping[str, str] | None = None

    @property
    def inputs(self) -> Sequence[Input]:
        """The inputs of its people."""
        return echoed() if self.is_echo else inputs()

    @property
    def command(self) -> tuple[str, ...]:
        """The way of its delivery."""
        return ("-m", self.module, *(("run",) if self.database else ()))

    @contextmanager
    def environments(self, telegram: Telegram, folder: Path) -> Iterator[list[dict[str, str]]]:
        """Return the environment of each of its processes."""
        always = {"BOT_TOKEN": TOKEN, "BOT_API_URL": telegram.address, **(self.options or {})}
        if self.database is None:
            asked = folder / "form.json"
            asked.write_text(json.dumps(form()), encoding="utf-8")
            yield [always | {"PEER_FORM": str(asked), "PEER_FILE": str(folder / "kept")}]
            return
        with self.database() as url:
            ours = always | {"DATABASE_URL": url, "MESSAGES_PER_SECOND": "0", "DATA_DIR": str(folder / "data")}
            yield [ours | hooked for hooked in _hooked(telegram, self.workers)]


def _hooked(telegram: Telegram, workers: int) -> list[dict[str, str]]:
    """Return a port for each of several workers: one alone polls."""
    if workers == 1:
        return [{}]
    ports = [_free_port() for _ in range(workers)]
    telegram.hook = Hook(ports, _SECRET)
    known = {"WEBHOOK_URL": "https://bench.example.org/hook", "WEBHOOK_SECRET": _SECRET}
    return [known | {"WEBHOOK_LISTEN": f"127.0.0.1:{port}"} for port in ports]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def subjects(sqlite: Databases, postgresql: Databases | str) -> tuple[Subject, ...]:
    """List all rows; ``postgresql`` is the reason if there is no PostgreSQL."""
    python = str(_PEERS_PYTHON)
    missing = "" if _PEERS_PYTHON.exists() else "aiogram is not installed; make bench does so"
    no_server = postgresql if isinstance(postgresql, str) else ""
    server = sqlite if isinstance(postgresql, str) else postgresql
    here = "benchmarks.peers"
    return (
        Subject("echo over bare sockets, the ceiling of this bench", f"{here}.raw_echo", is_echo=True),
        Subject("echo, python-telegram-bot", f"{here}.ptb_echo", is_echo=True),
        Subject(
            "echo, python-telegram-bot, concurrent_updates",
            f"{here}.ptb_echo",
            is_echo=True,
            options={"PEER_CONCURRENT": "1"},
        ),
        Subject("echo, aiogram", f"{here}.aiogram_echo", is_echo=True, python=python, missing=missing),
        Subject("form, python-telegram-bot, ConversationHandler, PicklePersistence", f"{here}.ptb_form"),
        Subject("form, aiogram, FSM in SQLite", f"{here}.aiogram_form", python=python, missing=missing),
        Subject("practice-bot, SQLite", "bot", database=sqlite),
        Subject("practice-bot, PostgreSQL, 1 worker", "bot", database=server, missing=no_server),
        Subject("practice-bot, PostgreSQL, 2 workers", "bot", database=server, missing=no_server, workers=2),
    )
