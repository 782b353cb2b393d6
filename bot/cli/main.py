"""The command line ``practice-bot``: its commands and their options."""

import argparse
import asyncio
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import uvloop

from bot.cli import records, running
from bot.settings import WrongSetting
from conversations.dialogue.model import Reviewer, Status
from storage import CannotOpen, LastAdmin, Role
from storage.drafts import APPROVED
from storage.exports import FORMATS, CannotExport, Wanted

if TYPE_CHECKING:
    from types import ModuleType

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name for it

PORTS = 1 << 16

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells give it."""

_STATUSES = get_args(Status)

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
"""Dashes into which Word and mail programs change a hyphen."""

_DIGITS = 18
"""Digits of a number that the database can store."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code: 2, with one line on standard error, for a wrong setting or usage."""
    if sys.stdout is None:  # closed before the start
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    given = _parser().parse_args(arguments)
    try:
        return cast("int", given.command(given))
    except (WrongSetting, CannotOpen, CannotExport, LastAdmin) as error:
        sys.stderr.write(f"practice-bot: {error}\n")
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the output, such as `head`, has stopped
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "practice-bot", description="A Telegram bot for the RAN Collection practice template."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_running(commands)
    _add_people(commands)
    _add_personal(commands)
    _add_export(commands)
    _add_upkeep(commands)
    _add_demo(commands)
    return parser


def _add_running(commands: "_Commands") -> None:
    run = commands.add_parser("run", help="run the bot until it is told to stop")
    run.set_defaults(command=lambda _: uvloop.run(running.run()))
    check = commands.add_parser("check", help="check settings, what people are told of you, database, token, Word form")
    check.set_defaults(command=lambda _: asyncio.run(running.check()))


def _add_people(commands: "_Commands") -> None:
    role = commands.add_parser("role", help="give a person a role")
    role.add_argument("user_id", type=_number, metavar="USER_ID")
    role.add_argument("role", choices=get_args(Role))
    role.set_defaults(command=lambda given: asyncio.run(records.give_role(given.user_id, given.role)))
    people = commands.add_parser("people", help="list everyone with their role")
    people.set_defaults(command=lambda _: asyncio.run(records.list_people()))
    invite = commands.add_parser("invite", help="print a link that gives a role once, within 7 days")
    invite.add_argument("role", choices=get_args(Reviewer))
    invite.set_defaults(command=lambda given: asyncio.run(records.invite(given.role)))
    audit = commands.add_parser("audit", help="print what was done with roles, invitations and exports")
    audit.set_defaults(command=lambda _: asyncio.run(records.print_audit()))


def _add_personal(commands: "_Commands") -> None:
    mydata = commands.add_parser("mydata", help="write everything that is kept about a person into a folder")
    mydata.add_argument("user_id", type=_number, metavar="USER_ID")
    mydata.add_argument("--out", required=True, type=Path, metavar="DIR", help="a folder that is not there yet")
    mydata.set_defaults(command=lambda given: asyncio.run(records.my_data(given.user_id, given.out)))
    forget = commands.add_parser("forget", help="delete everything that is kept about a person")
    forget.add_argument("user_id", type=_number, metavar="USER_ID")
    forget.add_argument("--withdraw", action="store_true", help="approved practices, which stay otherwise, go too")
    forget.add_argument("--yes", action="store_true", help="do it; without it only what would go is printed")
    forget.add_argument("--last-admin", action="store_true", help="also where nobody is an admin after it")
    forget.set_defaults(
        command=lambda given: asyncio.run(
            records.erase(given.user_id, withdraw=given.withdraw, sure=given.yes, last_admin=given.last_admin)
        )
    )


def _add_export(commands: "_Commands") -> None:
    export = commands.add_parser("export", help="write submissions; approved ones where no status is given")
    export.add_argument("--format", required=True, type=str.lower, choices=FORMATS)
    export.add_argument("--status", nargs="+", action="extend", type=_statuses, metavar="S", help=", ".join(_STATUSES))
    export.add_argument(
        "--reference", nargs="+", action="extend", type=_references, default=[], metavar="R", help="RAN-2026-0001"
    )
    export.add_argument("--since", type=_day, metavar="DATE", help="2026-11-23")
    export.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help="- is standard output, for json and csv; a file that is there is replaced",
    )
    export.set_defaults(command=lambda given: asyncio.run(records.write(_wanted(given), given.out)))


def _wanted(given: argparse.Namespace) -> Wanted:
    statuses = chain.from_iterable(given.status) if given.status else APPROVED  # argparse would add to a default
    return Wanted(
        format=given.format,
        statuses=tuple(dict.fromkeys(statuses)),
        references=tuple(dict.fromkeys(chain.from_iterable(given.reference))),
        since=given.since,
    )


def _statuses(text: str) -> list[Status]:
    """Read statuses as people write them, such as ``Approved, changes requested``."""
    found = ["_".join(re.split(r"[\s_-]+", each.strip().lower())) for each in re.split("[,;]", text) if each.strip()]
    if not found or not set(found) <= set(_STATUSES):
        raise argparse.ArgumentTypeError(f"should be {', '.join(_STATUSES[:-1])} or {_STATUSES[-1]}, not {text!r}")
    return cast("list[Status]", found)


def _references(text: str) -> list[str]:
    """Read references as people write them, such as ``ran-2026-0001, RAN-2026-0002``."""
    references = _DASHES.sub("-", text).upper().replace(",", " ").replace(";", " ").split()
    if not references:
        raise argparse.ArgumentTypeError("should be a reference, such as RAN-2026-0001")
    return references


def _day(text: str) -> date:
    """Read a day in ISO 8601; other forms mean another day in another country."""
    with suppress(ValueError):
        return date.fromisoformat(_DASHES.sub("-", text.strip()))
    raise argparse.ArgumentTypeError(f"should be a day, such as 2026-11-23, not {text!r}")


def _add_upkeep(commands: "_Commands") -> None:
    failed = commands.add_parser("failed", help="list the updates that could not be handled")
    failed.set_defaults(command=lambda _: asyncio.run(records.failed()))
    retry = commands.add_parser("retry", help="take up again updates that could not be handled")
    retry.add_argument("update_ids", nargs="+", type=_number, metavar="ID")
    retry.set_defaults(command=lambda given: asyncio.run(records.retry(given.update_ids)))
    backup = commands.add_parser("backup", help="copy the database and the attachments while the bot runs")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.set_defaults(command=lambda given: asyncio.run(records.backup(given.file)))
    restore = commands.add_parser("restore", help="bring a backup back into an empty place")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(command=lambda given: asyncio.run(records.restore(given.file)))
    copy = commands.add_parser(
        "copy", help="copy a collection into another database, such as from SQLite to PostgreSQL"
    )
    copy.add_argument("--from", required=True, dest="source", metavar="URL")
    copy.add_argument("--to", required=True, dest="target", metavar="URL", help="an empty database")
    copy.set_defaults(command=lambda given: asyncio.run(records.copy(given.source, given.target)))


def _add_demo(commands: "_Commands") -> None:
    demo = commands.add_parser("demo", help="try the bot without Telegram")
    demo.add_argument("--port", type=_port, metavar="N")
    demo.add_argument("--database", metavar="URL")
    demo.add_argument("--host", default="127.0.0.1", metavar="H", help="where the page is served; this machine alone")
    demo.add_argument("--data", choices=("sample",), help="begin with some 30 invented practices")
    demo.add_argument("--play", metavar="FILE", help="play a transcript and print the talk")
    demo.set_defaults(
        command=lambda given: _demo().demo(
            port=given.port, database=given.database, play=given.play, host=given.host, data=given.data
        )
    )
    chat = commands.add_parser("chat", help="talk to the bot in the terminal")
    chat.add_argument("--join", metavar="ADDRESS", help="talk with the bot of a demo that runs there")
    chat.add_argument("--database", metavar="URL")
    chat.set_defaults(command=lambda given: _demo().chat(join=given.join, database=given.database))


def _port(text: str) -> int:
    """Read the number of a port."""
    if not (text.isascii() and text.isdigit() and int(text) < PORTS):
        raise argparse.ArgumentTypeError(f"should be a port, 0 to {PORTS - 1}")
    return int(text)


def _number(text: str) -> int:
    """Read the id of a person or an update."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        raise argparse.ArgumentTypeError(f"should be a number of up to {_DIGITS} digits")
    return int(text)


def _demo() -> "ModuleType":
    """Import the demo only for its commands: it imports the sandbox too."""
    return import_module("bot.demo")


def _version() -> str:
    try:
        return version("practice-bot")
    except PackageNotFoundError:
        return "(not installed)"
