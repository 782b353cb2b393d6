"""The commands ``import`` and ``form`` and their options."""

import asyncio
from pathlib import Path

from bot.cli import importing, reading
from bot.cli.adding import USER_ID, Commands, command, path
from conversations.languages import CATALOGUES, ENGLISH
from storage.exports import FORMS


def add_import(commands: Commands) -> None:
    """Add `import`."""
    bring_in = command(
        commands,
        "import",
        "store practices from files: Word forms and PDFs of them, JSON or a package of an export, a spreadsheet",
        "practices.xlsx --status submitted --dry-run",
        lambda given: asyncio.run(
            importing.bring_in(
                given.file, importing.Wish(given.owner, given.status, given.dry_run, given.again, given.invite)
            )
        ),
    )
    path(bring_in.add_argument("file", nargs="+", type=Path, metavar="FILE", help="a file, or a folder of files"))
    owners = bring_in.add_mutually_exclusive_group()
    owners.add_argument(
        "--owner", type=reading.person, metavar="USER_ID", help=f"{USER_ID} (default: they belong to nobody)"
    )
    owners.add_argument(
        "--invite", action="store_true", help="print a link for each that gives it to its author, within 7 days"
    )
    bring_in.add_argument(
        "--status", choices=importing.STATUSES, default="draft", help="of those without one (default: %(default)s)"
    )
    bring_in.add_argument("--dry-run", action="store_true", help="only say what would become of each")
    bring_in.add_argument("--again", action="store_true", help="store also what is here already, once more")


def add_form(commands: Commands) -> None:
    """Add `form`."""
    form = command(
        commands,
        "form",
        "write the empty form, to be filled in without the bot",
        "--format xlsx --out form.xlsx",
        lambda given: importing.write_form(given.format, given.language, given.out),
    )
    form.add_argument("--format", required=True, type=str.lower, choices=FORMS, help="the kind of file")
    form.add_argument("--language", choices=CATALOGUES, default=ENGLISH, help="its language (default: %(default)s)")
    path(form.add_argument("--out", required=True, type=Path, metavar="FILE", help="a file that is there is replaced"))
