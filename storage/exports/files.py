"""The file that an export goes to: it is there when it is whole; what had its name before is there until then."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from storage.exports.wanted import CannotExport
from storage.growing import growing


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write, readable by its owner alone; at the end it takes the place of ``path``, which may be there.

    Something that is no file, such as a pipe, is written to as it is. Raises ``CannotExport`` where the disk does not
    let it.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                yield file
        else:
            with growing(target) as part, part.open("wb") as file:
                yield file
    except OSError as error:
        raise CannotExport(f"{path} cannot be written: {error.strerror or type(error).__name__}.") from error
