"""Threads that die while coverage looks on: their greenlets are kept, so that the suite never hangs.

Coverage has a weak dictionary of greenlets. Of a thread that has died greenlet clears away the last one in a pending
call of the main thread, where the dictionary runs Python; dies another thread just then, CPython 3.11 goes round for
ever, since under a tracer it runs the first instruction of a function again while a pending call waits, and takes no
pending call within another. What is kept is not cleared away. Later Pythons have no such tracer.
"""

import sys
import threading

import greenlet

_KEPT: list[object] = []


def keep_greenlets() -> None:
    """Keep the greenlet of every thread that starts from now on; some hundred bytes each."""
    greenlet._greenlet.enable_optional_cleanup(False)  # it would search the heap for each of them
    threading.setprofile(_keep)


def _keep(*_event: object) -> None:
    sys.setprofile(None)
    _KEPT.append(greenlet.getcurrent())
