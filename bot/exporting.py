"""The command that writes submissions to a file."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from bot.settings import Settings, read_settings
from bot.shell import layout_sentence, opened, print_line
from conversations.refusals import counted
from storage import Blobs
from storage.exports import BrokenLayout, CannotExport, NoForms, Wanted, export, written

STDOUT = "-"
_STREAMED = ("json", "csv")


async def write(wanted: Wanted, out: str) -> int:
    """Write the submissions; 1 where a reference that was asked for is not among them."""
    settings = read_settings()
    wanted = wanted.model_copy(update={"layout": settings.word_layout})
    async with opened(settings) as database:
        try:
            with _file(wanted, out) as file, _named(settings):
                done = await export(database, Blobs(settings.data_dir), wanted, file)
        except NoForms:
            _tell_missing(wanted.references, wanted)
            raise
    _tell_missing(done.missing, wanted)
    if out != STDOUT:
        print_line(f"{out} has {counted(done.count, 'submission')} of {_those(wanted)}")
    return 1 if done.missing else 0


def _tell_missing(references: Iterable[str], wanted: Wanted) -> None:
    for reference in references:
        sys.stderr.write(f"practice-bot: {reference} is not among {_those(wanted)}\n")


@contextmanager
def _named(settings: Settings) -> Iterator[None]:
    """Name the setting where its layout is broken."""
    try:
        yield
    except BrokenLayout as error:
        raise CannotExport(layout_sentence(settings, error)) from error


def _file(wanted: Wanted, out: str) -> AbstractContextManager[IO[bytes]]:
    if out != STDOUT:
        return written(Path(out))
    if wanted.format not in _STREAMED:
        raise CannotExport(f"Standard output is for {' and '.join(_STREAMED)}: name a file for {wanted.format}.")
    return _stdout()


@contextmanager
def _stdout() -> Iterator[IO[bytes]]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotExport(f"Standard output cannot be written: {error.strerror}.") from error


def _those(wanted: Wanted) -> str:
    statuses = ", ".join(status.replace("_", " ") for status in wanted.statuses)
    since = f" since {wanted.since}" if wanted.since else ""
    return f"those that are {statuses}{since} (--status asks for others)"
