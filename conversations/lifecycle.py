"""The life of a submission as a part of the diagram: statuses and moves, from the rules that the bot itself obeys."""

from collections.abc import Iterator

from conversations.review.rules import MOVES


def life_lines() -> Iterator[str]:
    """Draw each move from each of its statuses, with whose move it is."""
    yield '    state "The life of a submission" as life {'
    yield "        [*] --> draft"
    by_ends: dict[tuple[str, str, str], list[str]] = {}
    for move, rule in MOVES.items():
        for before in rule.before:
            by_ends.setdefault((before, rule.after or before, rule.whose), []).append(move)
    for (here, there, whose), moves in by_ends.items():
        yield f"        {here} --> {there}: {', '.join(moves)} ({whose})"
    yield "    }"
