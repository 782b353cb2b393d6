"""The commands of ``practice-bot`` and their options: what is typed, its help, and the function that does it."""

import argparse
import asyncio
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import shtab

from bot.cli import inviting, reading, records, running
from bot.cli.adding import USER_ID as _USER_ID
from bot.cli.adding import Commands as _Commands
from bot.cli.adding import command as _command
from bot.cli.adding import path as _path
from bot.cli.adding_imports import add_form, add_import
from bot.cli.init import init
from bot.cli.printing import print_line
from storage import Role
from storage.drafts import APPROVED
from storage.exports import FORMATS, Wanted

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from types import ModuleType


def parser() -> argparse.ArgumentParser:
    """Return the parser: ``--help``, the completion of shells and the manual page are made from it."""
    made = argparse.ArgumentParser(
        "practice-bot", description="A Telegram bot for the RAN Collection practice template."
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_setup(commands)
    _add_people(commands)
    _add_personal(commands)
    _add_export(commands)
    add_import(commands)
    add_form(commands)
    _add_upkeep(commands)
    _add_demo(commands)
    return made


def _add_setup(commands: "_Commands") -> None:
    _command(
        commands,
        "init",
        "ask for the token, the admins and who is responsible, and write a new .env, which only you can read",
        "",
        lambda _: init(),
    )
    _command(
        commands,
        "check",
        "check settings, operator, database, attachments, token and Word form, and say the next step",
        "",
        lambda _: asyncio.run(running.check()),
    )
    _command(commands, "run", "run the bot until it is told to stop", "", lambda _: _run_fast(running.run()))
    completion = _command(
        commands, "completion", "print the completion of this command for a shell", "bash", _print_completion
    )
    completion.add_argument("shell", choices=shtab.SUPPORTED_SHELLS, help="the shell that reads it")


def _run_fast(bot: "Coroutine[None, None, int]") -> int:
    """Run the bot in the fastest event loop that there is: uvloop is not made for Windows."""
    try:
        uvloop = import_module("uvloop")
    except ImportError:
        return asyncio.run(bot)
    return cast("int", uvloop.run(bot))


def _print_completion(given: argparse.Namespace) -> int:
    print_line(shtab.complete(parser(), given.shell))
    return 0


def _add_people(commands: "_Commands") -> None:
    role = _command(
        commands,
        "role",
        "give a person a role",
        "1001 coordinator",
        lambda given: asyncio.run(records.give_role(given.user_id, given.role)),
    )
    role.add_argument("user_id", type=reading.number, metavar="USER_ID", help=_USER_ID)
    role.add_argument("role", choices=get_args(Role), help="the new role")
    _command(commands, "people", "list everyone with their role", "", lambda _: asyncio.run(records.list_people()))
    invite = _command(
        commands,
        "invite",
        "print a link that gives a role, or a practice that belongs to nobody, once, within 7 days",
        "practice RAN-2026-0001",
        lambda given: asyncio.run(inviting.invite(given.gives, given.practice)),
    )
    invite.add_argument("gives", choices=inviting.GIFTS, help="the first person who opens the link gets this")
    invite.add_argument("practice", nargs="?", metavar="PRACTICE", help="with practice: its reference or its id")
    _command(
        commands,
        "audit",
        "print what was done with roles, invitations and exports",
        "",
        lambda _: asyncio.run(records.print_audit()),
    )


def _add_personal(commands: "_Commands") -> None:
    mydata = _command(
        commands,
        "mydata",
        "write everything that is kept about a person into a folder",
        "1001 --out data-of-1001",
        lambda given: asyncio.run(records.my_data(given.user_id, given.out)),
    )
    mydata.add_argument("user_id", type=reading.number, metavar="USER_ID", help=_USER_ID)
    _path(
        mydata.add_argument("--out", required=True, type=Path, metavar="DIR", help="a folder that is not there yet"),
        is_folder=True,
    )
    forget = _command(
        commands,
        "forget",
        "delete everything that is kept about a person",
        "1001 --yes",
        lambda given: asyncio.run(
            records.erase(given.user_id, withdraw=given.withdraw, sure=given.yes, last_admin=given.last_admin)
        ),
    )
    forget.add_argument("user_id", type=reading.number, metavar="USER_ID", help=_USER_ID)
    forget.add_argument("--withdraw", action="store_true", help="approved practices, which stay otherwise, go too")
    forget.add_argument("--yes", action="store_true", help="do it; without it only what would go is printed")
    forget.add_argument("--last-admin", action="store_true", help="also where nobody is an admin after it")


def _add_export(commands: "_Commands") -> None:
    export = _command(
        commands,
        "export",
        "write submissions to a file",
        "--format xlsx --status submitted approved --out practices.xlsx",
        _export,
    )
    export.add_argument("--format", required=True, type=str.lower, choices=FORMATS, help="the kind of file")
    export.add_argument(
        "--status",
        nargs="+",
        action="extend",
        type=reading.statuses,
        metavar="S",
        help=f"only these: {', '.join(reading.STATUSES)} (default: {', '.join(APPROVED)})",
    )
    export.add_argument(
        "--reference",
        nargs="+",
        action="extend",
        type=reading.references,
        default=[],
        metavar="R",
        help="only these, such as RAN-2026-0001 (default: all)",
    )
    export.add_argument(
        "--since",
        type=reading.day,
        metavar="DATE",
        help="only what was handed in on this day or later, such as 2026-11-23 (default: all)",
    )
    export.add_argument("--theme", type=reading.theme, metavar="T", help="only with this theme (default: all)")
    export.add_argument("--country", type=reading.country, metavar="C", help="only from this country (default: all)")
    faces = export.add_mutually_exclusive_group()
    faces.set_defaults(face="internal")
    faces.add_argument(
        "--public",
        action="store_const",
        dest="face",
        const="public",
        help="what may be published: no review; contact details of approved practices only",
    )
    faces.add_argument(
        "--anonymous",
        action="store_const",
        dest="face",
        const="anonymous",
        help="no names, contacts, organisations, files or review",
    )
    _path(
        export.add_argument(
            "--since-manifest",
            type=Path,
            metavar="FILE",
            help="write what is gone since the package with this manifest.json, as json or csv (default: no such list)",
        )
    )
    _path(
        export.add_argument(
            "--out",
            required=True,
            metavar="FILE",
            help="- is standard output, for json and csv; a file that is there is replaced",
        )
    )


def _export(given: argparse.Namespace) -> int:
    wanted = _wanted(given)
    if given.since_manifest is not None:
        return asyncio.run(records.write_gone(given.since_manifest, wanted, given.out))
    return asyncio.run(records.write(wanted, given.out))


def _wanted(given: argparse.Namespace) -> Wanted:
    statuses = chain.from_iterable(given.status) if given.status else APPROVED  # argparse would add to a default
    return Wanted(
        format=given.format,
        statuses=tuple(dict.fromkeys(statuses)),
        references=tuple(dict.fromkeys(chain.from_iterable(given.reference))),
        since=given.since,
        theme=given.theme,
        country=given.country,
        face=given.face,
    )


def _add_upkeep(commands: "_Commands") -> None:
    _command(
        commands,
        "failed",
        "list the updates that could not be handled",
        "",
        lambda _: asyncio.run(records.failed()),
    )
    retry = _command(
        commands,
        "retry",
        "take up again updates that could not be handled",
        "123456789",
        lambda given: asyncio.run(records.retry(given.update_ids)),
    )
    retry.add_argument("update_ids", nargs="+", type=reading.number, metavar="ID", help="as `failed` lists them")
    backup = _command(
        commands,
        "backup",
        "copy the database and the attachments while the bot runs",
        "practices-backup.db",
        lambda given: asyncio.run(records.backup(given.file)),
    )
    _path(backup.add_argument("file", type=Path, metavar="FILE", help="a new file; attachments go to FILE.files.zip"))
    restore = _command(
        commands,
        "restore",
        "bring a backup back into an empty place",
        "practices-backup.db",
        lambda given: asyncio.run(records.restore(given.file)),
    )
    _path(restore.add_argument("file", type=Path, metavar="FILE", help="the file that `backup` wrote"))
    copy = _command(
        commands,
        "copy",
        "copy a collection into another database, such as from SQLite to PostgreSQL",
        "--from sqlite+aiosqlite:///practices.db --to postgresql+asyncpg://user@host/practices",
        lambda given: asyncio.run(records.copy(given.source, given.target)),
    )
    copy.add_argument("--from", required=True, dest="source", metavar="URL", help="the database to copy")
    copy.add_argument("--to", required=True, dest="target", metavar="URL", help="an empty database")


def _add_demo(commands: "_Commands") -> None:
    demo = _command(
        commands,
        "demo",
        "try the bot without Telegram",
        "--data sample",
        lambda given: _demo().demo(
            port=given.port, database=given.database, play=given.play, host=given.host, data=given.data
        ),
    )
    demo.add_argument(
        "--port", type=reading.port, metavar="N", help="where the page is served (default: 8765, or the next free one)"
    )
    demo.add_argument(
        "--database",
        metavar="URL",
        help=f"where everything is kept (default: {_DEMO_DATABASE}, with --data sample {_SAMPLE_DATABASE})",
    )
    demo.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="H",
        help="the address that serves the page (default: %(default)s, for this machine alone)",
    )
    demo.add_argument("--data", choices=("sample",), help="begin with 30 invented practices (default: with none)")
    _path(
        demo.add_argument(
            "--play", metavar="FILE", help="play a transcript and print the talk (default: open the page)"
        )
    )
    chat = _command(
        commands,
        "chat",
        "talk to the bot in the terminal",
        "--join http://127.0.0.1:8765",
        lambda given: _demo().chat(join=given.join, database=given.database),
    )
    chat.add_argument(
        "--join", metavar="ADDRESS", help="talk with the bot of a demo that runs there (default: its own)"
    )
    chat.add_argument("--database", metavar="URL", help=f"where everything is kept (default: {_DEMO_DATABASE})")


_DEMO_DATABASE, _SAMPLE_DATABASE = "sqlite+aiosqlite:///demo.db", "sqlite+aiosqlite:///demo-sample.db"
"""As in ``bot.demo.commands``, which is imported only for its commands; a test compares them."""


def _demo() -> "ModuleType":
    """Import the demo only for its commands: it imports the sandbox too."""
    return import_module("bot.demo")


def _version() -> str:
    try:
        return version("practice-bot")
    except PackageNotFoundError:
        return "(not installed)"
