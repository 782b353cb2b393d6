"""Faults between the bot and Telegram: slow calls, floods, server errors, lost connections, repeated updates."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Body = Literal["json", "html"]

GET_UPDATES = "getUpdates"


@dataclass
class Fault:
    """One fault. It hits the next `times` calls that it fits; with None it hits all of them until it is cleared."""

    kind: Literal["flood", "fail", "drop_before", "drop_after"]
    times: int | None = 1
    method: str | None = None
    chat_id: int | None = None
    code: int = 0
    body: Body = "json"

    @property
    def summary(self) -> str:
        """Describe the fault in words, such as `429 for 2 s, once`."""
        known = {"flood": f"429 for {self.code} s", "fail": str(self.code)}
        effect = known.get(self.kind, self.kind.replace("_", " "))
        return effect if self.times is None else f"{effect}, {'once' if self.times == 1 else f'{self.times} times'}"

    def fits(self, method: str, chat_id: str) -> bool:
        """Return whether the fault hits this call."""
        if self.times == 0 or (self.chat_id is not None and str(self.chat_id) != chat_id):
            return False
        if self.method is None:
            return method.lower() != GET_UPDATES.lower()
        return self.method in ("*", method) or self.method.lower() == method.lower()


class FaultInjection:
    """Injects faults into the next calls.

    `method` names the method that a fault hits. None is any method but getUpdates: a bot polls all the time, and its
    polls would use up the faults that are meant for its answers. `*` is any method, and `download` is a file download,
    which `drop_after` breaks off in the middle.
    """

    def __init__(self, redeliver: Callable[[], None]) -> None:
        self._faults: list[Fault] = []
        self._redeliver = redeliver
        self._slow: Fault | None = None
        self._seconds = 0.0

    def slow(self, seconds: float, method: str | None = None, chat_id: int | None = None) -> None:
        """Make every call `seconds` slower, until this is cleared or set to 0."""
        self._seconds = seconds
        self._slow = Fault("fail", None, method, chat_id)

    def flood(
        self, retry_after: int, times: int | None = 1, chat_id: int | None = None, method: str | None = None
    ) -> None:
        """Refuse calls with 429 and `retry_after` seconds."""
        self._faults.append(Fault("flood", times, method, chat_id, retry_after))

    def fail(
        self,
        code: int,
        times: int | None = 1,
        body: Body = "json",
        method: str | None = None,
        chat_id: int | None = None,
    ) -> None:
        """Answer calls with an HTTP error, as JSON or as the HTML page of a proxy."""
        self._faults.append(Fault("fail", times, method, chat_id, code, body))

    def drop_before(self, times: int | None = 1, method: str | None = None, chat_id: int | None = None) -> None:
        """Close the connection before the server has acted."""
        self._faults.append(Fault("drop_before", times, method, chat_id))

    def drop_after(self, times: int | None = 1, method: str | None = None, chat_id: int | None = None) -> None:
        """Close the connection after the server has acted, without an answer."""
        self._faults.append(Fault("drop_after", times, method, chat_id))

    def redeliver(self) -> None:
        """Deliver the last confirmed updates once more."""
        self._redeliver()

    def clear(self) -> None:
        """Remove all faults."""
        self._faults.clear()
        self._seconds = 0.0

    @property
    def summary(self) -> list[str]:
        """Describe each fault that is still to come in words."""
        slow = [f"slow: {self._seconds:g} s"] if self._seconds else []
        return slow + [fault.summary for fault in self._faults if fault.times != 0]

    def delay(self, method: str, chat_id: str) -> float:
        """Return by how many seconds this call is slower."""
        return self._seconds if self._slow and self._slow.fits(method, chat_id) else 0.0

    def next(self, method: str, chat_id: str) -> Fault | None:
        """Return the fault that hits this call, and count it; None where no fault does."""
        fault = next((fault for fault in self._faults if fault.fits(method, chat_id)), None)
        if fault is not None and fault.times is not None:
            fault.times -= 1
        return fault
