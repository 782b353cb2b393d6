"""The trial of random kills with a plain python-telegram-bot handler, to compare with `make trial-crash`.

make trial-crash-peer ROUNDS=200 SEED=1
"""

import sqlite3
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from trials.kills import Trial, main
from trials.people import Typist, said_to
from trials.replay import Findings
from trials.victim import Victim

from bot.sandbox import Sandbox

PEER = (str(Path(__file__).parent / "peer.py"),)


async def writes_a_word(typist: Typist) -> None:
    """Write a text with an own word: the peer asks nothing."""
    await typist.says(f"My answer is {typist.word()}")


async def kills_of_the_peer(trial: Trial, folder: Path) -> Findings:
    """Kill the peer many times; compare its file with the sent texts."""
    path = folder / "peer.db"
    async with Sandbox() as sandbox:
        environment = {"BOT_TOKEN": sandbox.token, "BOT_API_URL": sandbox.base_url, "PEER_DATABASE": str(path)}
        async with Victim(sandbox, folder, environment, PEER) as victim:
            people = await trial.kill(sandbox, victim, lambda: True, writes_a_word)
        with closing(sqlite3.connect(path)) as connection:
            kept = Counter(number for (number,) in connection.execute("SELECT message FROM heard"))
        return sum((_findings(sandbox, kept, person) for person in people), Findings())


def _findings(sandbox: Sandbox, kept: Counter[int], person: Typist) -> Findings:
    sent: Sequence[int] = [update["message"]["message_id"] for update in person.updates]
    said = Counter(heard.text for heard in said_to(sandbox.calls, person.person.user_id))
    return Findings(
        people=1,
        inputs=len(sent),
        found=sum(kept[number] == 1 for number in sent),
        doubled=sum(kept[number] > 1 for number in sent),
        lost=sum(kept[number] == 0 for number in sent),
        unanswered=sum(said[f"Saved {number}"] == 0 for number in sent),
        said_again=sum(times - 1 for times in said.values()),
    )


if __name__ == "__main__":
    sys.exit(main("plain python-telegram-bot", kills_of_the_peer))
