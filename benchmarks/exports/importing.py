"""One import in a process of its own: prints its seconds and its peak memory in KiB, that of its readers too."""

import asyncio
import resource
import sys
import time
from pathlib import Path

from benchmarks.exports.writing import peak
from bot.cli.importing import Wish, bring_in


def main(file: str) -> None:
    """Import a file into the database of the settings."""
    begun = time.monotonic()
    asyncio.run(bring_in([Path(file)], Wish(None, "draft", dry_run=False, again=False)))
    most = max(int(peak()), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    sys.stdout.write(f"{time.monotonic() - begun} {most}\n")


if __name__ == "__main__":
    main(sys.argv[1])
