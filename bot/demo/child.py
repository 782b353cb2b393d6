"""``practice-bot run`` for the demo: it ignores ``.env``, and ends with the demo, even if the demo is killed."""

import os
import sys
from threading import Thread

from bot.cli.main import main
from bot.settings import Settings


def end_with_parent() -> None:
    """Wait until the pipe from the parent closes: that happens when the parent ends."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def run() -> int:
    """Run the bot with the environment only: ``.env`` may hold a real token."""
    Settings.model_config["env_file"] = None
    Thread(target=end_with_parent, daemon=True).start()
    return main(["run"])


if __name__ == "__main__":
    sys.exit(run())
