"""A transcript played aloud: each turn is printed when it is over, and at the end what was said otherwise."""

import sys
from collections.abc import Sequence
from difflib import unified_diff

from bot.demo.transcripts import Talker, Transcript, Turn, lines_of, written


async def play_aloud(transcript: Transcript, talker: Talker, name: str) -> int:
    """Play it and print the talk as it is really said; 1 where the bot's side differs from what is written."""
    for act in transcript.newcomers:
        await talker.act(act)
    said = [await _turn(turn, talker) for turn in transcript.turns]
    expected = [written(turn, turn.expected) for turn in transcript.turns]
    differing = sum(one != other for one, other in zip(expected, said, strict=True))
    if not differing:
        _print(f"{len(said)} turns, as written.")
        return 0
    _print(_difference(transcript.comment, expected, said, name))
    _print(f"{differing} of {len(said)} turns differ.")
    return 1


async def _turn(turn: Turn, talker: Talker) -> str:
    """Play one turn; what cannot be done, such as a press of a button that is not there, is told as the answer."""
    try:
        said = lines_of(await talker.act(turn.act))
    except (LookupError, ValueError) as error:
        said = (f"(this cannot be done: {error})",)
    block = written(turn, said)
    _print(block)
    return block


def _difference(comment: str, expected: Sequence[str], said: Sequence[str], name: str) -> str:
    """Compare the whole, so that the line numbers are those of the file."""
    before, after = ("\n".join([comment, *blocks] if comment else blocks).split("\n") for blocks in (expected, said))
    return "\n".join(unified_diff(before, after, name, "as the bot said it", lineterm=""))


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
