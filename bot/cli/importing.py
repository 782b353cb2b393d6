"""The commands ``import`` and ``form``: practices from files, and the empty form to be filled in."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli.inviting import Links, bot_name
from bot.cli.printing import print_line, progress
from bot.cli.running import layout_sentence, opened
from bot.clock import now
from bot.settings import WrongSetting, read_settings
from conversations.dialogue.model import NOBODY, Status
from conversations.fields import texts
from conversations.imports import Read
from conversations.languages import speaking
from storage import Blobs
from storage.exports import BrokenLayout, CannotExport, written
from storage.imports import AT_A_TIME, Collection, Contents, Outcome, archive_behind, read_files
from storage.subprocess_job import Progress

STATUSES: tuple[Status, ...] = ("draft", "submitted", "approved")

_ENDINGS = (".docx", ".json", ".pdf", ".xlsx", ".zip")
"""The files of a folder that are imported."""


@dataclass(frozen=True)
class Wish:
    """How files are imported: to whom what they hold belongs, and the status of what has none.

    ``invite`` asks for a link to each practice, which then belongs to nobody.
    """

    owner: int | None
    status: Status
    dry_run: bool
    again: bool
    invite: bool = False


async def bring_in(paths: Sequence[Path], wish: Wish) -> int:
    """Store the practices of files, and print a line for each; return 1 if a file or a practice could not be read."""
    settings = read_settings()
    files = [*_files(paths)]
    called = await bot_name(settings) if wish.invite else ""
    async with opened(settings, make=not wish.dry_run) as database:
        links = Links(database, called) if wish.invite and not wish.dry_run else None
        collection = await Collection.of(database, Blobs(settings.data_dir), wish.owner or NOBODY)
        is_whole = True
        with progress("import") as shown:
            for start in range(0, len(files), AT_A_TIME):
                few = files[start : start + AT_A_TIME]
                read = await asyncio.to_thread(read_files, few, wish.status, now())
                for number, (path, contents) in enumerate(zip(few, read, strict=True), start):
                    part = _part(shown, number, len(files))
                    is_whole &= await _bring_in(path, contents, collection, wish, part, links)
    return 0 if is_whole else 1


def _part(shown: Progress, number: int, files: int) -> Progress:
    """Show how much of one file is done as a part of all files."""
    return lambda done, of: shown(number * of + done, files * of)


async def _bring_in(  # noqa: PLR0913, PLR0917 - the parts of an import
    path: Path, contents: Contents, collection: Collection, wish: Wish, shown: Progress, links: Links | None
) -> bool:
    """Store the practices of a file; say whether all could be read."""
    if contents.problem:
        _complain(f"{path}: {contents.problem}")
        shown(1, 1)
        return False
    with archive_behind(path, contents) as archive:
        for number, read in enumerate(contents.practices, 1):
            if read.draft is None:
                _refuse(path, read)
            else:
                done = await collection.add(read.draft, archive, now(), again=wish.again, dry_run=wish.dry_run)
                link = await links.to(done.draft.number) if links and done.same is None else ""
                print_line(f"{path}: {read.name}: {_told(done, wish)}{link}")
            shown(number, len(contents.practices))
    return all(read.draft is not None for read in contents.practices)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and those of the folders; raises ``WrongSetting`` for a path that is neither."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.suffix.lower() in _ENDINGS and each.is_file())
        elif path.is_file():
            yield path
        else:
            raise WrongSetting(f"FILE should be a file or a folder: {path} is none")


def _refuse(path: Path, read: Read) -> None:
    """Name each value that does not fit, and say that the practice was not stored."""
    for problem in read.problems:
        _complain(f"{path}: {problem.place or read.where}: {problem.title}: {problem.words}")
    count = len(read.problems)
    does = "answer does" if count == 1 else "answers do"
    print_line(f"{path}: {read.name}: not imported, {count} {does} not fit")


def _told(outcome: Outcome, wish: Wish) -> str:
    """Say what became of a practice."""
    draft = outcome.draft
    if outcome.same is not None:
        return f"not imported, here already as {outcome.there} (same {outcome.same}); --again imports it once more"
    does = "would be imported" if wish.dry_run else "imported"
    gets_one = "with a new reference" if draft.status != "draft" else ""
    as_what = " ".join(filter(None, (draft.reference or gets_one, f"({draft.status.replace('_', ' ')})")))
    whose = "of nobody" if wish.owner is None else f"of {wish.owner}"
    missing = f"; without its files: {', '.join(outcome.missing)}" if outcome.missing else ""
    doubtful = len(draft.read_texts)
    check = f"; {texts.answers(doubtful)} to check in the chat" if doubtful else ""
    return f"{does} as {as_what} {whose}{check}{missing}"


def _complain(line: str) -> None:
    """Print a line for people; what a file has in it moves no cursor and breaks no line."""
    plain = "".join(char if char.isprintable() else " " for char in line)
    sys.stderr.write(f"practice-bot: {' '.join(plain.split())}\n")


def write_form(form: str, language: str, out: Path) -> int:
    """Write the empty form in one language."""
    settings = read_settings()
    with written(out) as file, speaking(language):
        if form == "xlsx":
            from storage.exports.form_sheet import write_form_sheet  # noqa: PLC0415 - its library is loaded only here

            write_form_sheet(file)
        else:
            from storage.exports.word import empty_word_form  # noqa: PLC0415 - its libraries take 9 MiB

            try:
                file.write(empty_word_form(settings.word_layout))
            except BrokenLayout as error:
                raise CannotExport(layout_sentence(settings, error)) from error
    print_line(f"{out} is the empty form; practice-bot import reads it when it is filled in")
    return 0
