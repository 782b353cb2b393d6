"""Replies that were just written: read back as they are, from memory or from their text."""

from conversations.messages import Line, Reply
from storage import fresh


def said(text: str) -> Reply:
    """Make a reply."""
    return Reply(lines=(Line(text=text, style="bold"),), redraws=3)


def test_read_twice() -> None:
    """The first who reads gets the reply itself, the next one reads its text: both are the same."""
    reply = said("once")
    text = fresh.write(reply)
    first, second = fresh.read(text), fresh.read(text)
    assert (True, False, True) == (first is reply, second is reply, second == reply)


def test_nobody_reads() -> None:
    """What is never read is not kept for ever, and can be read from its text all the same."""
    reply = said("first")
    text = fresh.write(reply)
    for number in range(fresh.REMEMBERED):
        fresh.write(said(f"later {number}"))
    found = fresh.read(text)
    assert (False, True) == (found is reply, found == reply)
