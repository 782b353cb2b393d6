"""Coverage in greenlets, where SQLAlchemy runs each unit of work: each greenlet has its own tracer.

A tracer keeps one call stack. Coverage can distinguish greenlets by itself, but asks in Python for the current one at
each call and return: that was a quarter of the CPU time of the tests. Here greenlet reports each switch. The tracer
of a finished greenlet is used again for the next one.
"""

import sys
import threading
from typing import Any

from greenlet import greenlet, settrace

_SPARE: list[Any] = []
_WAITING: dict[greenlet, Any] = {}


def trace_greenlets() -> None:
    """Trace the greenlets of this thread, and those of each thread that starts later."""
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
