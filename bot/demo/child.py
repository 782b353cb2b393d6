"""``practice-bot run`` as the demo starts it: without ``.env``, and gone when the demo is gone, however that ends."""

import os
import sys
from threading import Thread

from bot.cli.main import main
from bot.settings import Settings


def end_with_parent() -> None:
    """Read what never comes: the pipe from the parent closes when the parent ends."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


def run() -> int:
    """Run the bot by the environment alone: in ``.env`` a real token may stand."""
    Settings.model_config["env_file"] = None
    Thread(target=end_with_parent, daemon=True).start()
    return main(["run"])


if __name__ == "__main__":
    sys.exit(run())
