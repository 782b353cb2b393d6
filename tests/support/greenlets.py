"""Coverage in greenlets, where SQLAlchemy runs each unit of work: each of them has a tracer of its own.

A tracer keeps the stack of one flow of calls. Coverage can tell greenlets apart by itself, but asks in Python, at each
call and each return, in which one it is: that was a quarter of the suite's computing. Here greenlet says when it
switches. The tracer of a greenlet that has ended serves the next one.
"""

import sys
import threading
from typing import Any

from greenlet import greenlet, settrace

_SPARE: list[Any] = []
_WAITING: dict[greenlet, Any] = {}


def trace_greenlets() -> None:
    """Follow the greenlets of this thread, and of each that starts from now on."""
    settrace(_switched)
    threading.setprofile(_begun)


def _begun(*_event: object) -> None:
    sys.setprofile(None)
    settrace(_switched)


def _switched(_event: str, between: tuple[greenlet, greenlet]) -> None:
    left, entered = between
    tracer = sys.gettrace()
    if tracer is None:
        return  # nobody measures
    if left.dead:
        _SPARE.append(tracer)
    else:
        _WAITING[left] = tracer
    sys.settrace(_WAITING.pop(entered, None) or (_SPARE.pop() if _SPARE else threading.gettrace()))
