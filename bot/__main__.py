"""``practice-bot``, which ``python -m bot`` is too."""

import sys

from bot.cli.running import kept_whole

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells give it."""


def main() -> int:
    """Import the program, then run its command line."""
    try:
        with kept_whole():
            from bot.cli.main import main as command  # noqa: PLC0415 - 0.6 s less of computing than outside of the block
        return command()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
