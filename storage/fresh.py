"""Replies that a turn has just written: delivery reads them a moment later, and need not check them anew."""

from collections import OrderedDict

from conversations.messages import Reply
from storage.shapes import REPLY

REMEMBERED = 256
"""More than are on their way at once; what is not among them is read from its text."""

_fresh: OrderedDict[str, Reply] = OrderedDict()


def write(reply: Reply) -> str:
    """Write a reply as text, and remember it until it is read."""
    text = REPLY.write(reply)
    _fresh[text] = reply
    if len(_fresh) > REMEMBERED:
        _fresh.popitem(last=False)
    return text


def read(text: str) -> Reply:
    """Read a reply; raises what a damaged one raises."""
    return _fresh.pop(text, None) or REPLY.read(text)
