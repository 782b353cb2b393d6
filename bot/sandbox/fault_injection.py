"""Weather between the bot and Telegram: slow, flooded, failing, dropped, delivered twice."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Body = Literal["json", "html"]

HEARING = "getUpdates"


@dataclass
class Storm:
    """One kind of bad weather for the next `times` calls that it fits; None goes on until it is cleared."""

    kind: Literal["flood", "fail", "drop_before", "drop_after"]
    times: int | None = 1
    method: str | None = None
    chat_id: int | None = None
    code: int = 0
    body: Body = "json"

    @property
    def told(self) -> str:
        """Return what it does, in words."""
        what = {"flood": f"429 for {self.code} s", "fail": str(self.code)}.get(self.kind, self.kind.replace("_", " "))
        return what if self.times is None else f"{what}, {'once' if self.times == 1 else f'{self.times} times'}"

    def fits(self, method: str, chat_id: str) -> bool:
        """Return whether it hits this call; without a method it spares getUpdates."""
        if self.times == 0 or (self.chat_id is not None and str(self.chat_id) != chat_id):
            return False
        if self.method is None:
            return method.lower() != HEARING.lower()
        return self.method in ("*", method) or self.method.lower() == method.lower()


class Weather:
    """What the next calls meet.

    `method` names the method that is hit: None is any but getUpdates (a bot polls all the time and would take the
    weather meant for its answers), `*` is any; `download` is a file, which `drop_after` breaks off in the middle.
    """

    def __init__(self, redeliver: Callable[[], None]) -> None:
        self._storms: list[Storm] = []
        self._redeliver = redeliver
        self._slow: Storm | None = None
        self._seconds = 0.0

    def slow(self, seconds: float, method: str | None = None, chat_id: int | None = None) -> None:
        """Let every call take `seconds` longer, until cleared or set to 0."""
        self._seconds = seconds
        self._slow = Storm("fail", None, method, chat_id)

    def flood(
        self, retry_after: int, times: int | None = 1, chat_id: int | None = None, method: str | None = None
    ) -> None:
        """Refuse with 429 and `retry_after` seconds."""
        self._storms.append(Storm("flood", times, method, chat_id, retry_after))

    def fail(
        self,
        code: int,
        times: int | None = 1,
        body: Body = "json",
        method: str | None = None,
        chat_id: int | None = None,
    ) -> None:
        """Answer with an HTTP error, as JSON or as the HTML page of a front end."""
        self._storms.append(Storm("fail", times, method, chat_id, code, body))

    def drop_before(self, times: int | None = 1, method: str | None = None, chat_id: int | None = None) -> None:
        """Close the connection before the server has acted."""
        self._storms.append(Storm("drop_before", times, method, chat_id))

    def drop_after(self, times: int | None = 1, method: str | None = None, chat_id: int | None = None) -> None:
        """Close the connection after the server has acted, without an answer."""
        self._storms.append(Storm("drop_after", times, method, chat_id))

    def redeliver(self) -> None:
        """Deliver the last confirmed updates once more."""
        self._redeliver()

    def clear(self) -> None:
        """Let the sun shine."""
        self._storms.clear()
        self._seconds = 0.0

    @property
    def told(self) -> list[str]:
        """Return the weather in words, nothing where it is fair."""
        slow = [f"slow: {self._seconds:g} s"] if self._seconds else []
        return slow + [storm.told for storm in self._storms if storm.times != 0]

    def delay(self, method: str, chat_id: str) -> float:
        """Return how many seconds this call takes longer."""
        return self._seconds if self._slow and self._slow.fits(method, chat_id) else 0.0

    def next(self, method: str, chat_id: str) -> Storm | None:
        """Return what hits this call, counting it; None is fair weather."""
        storm = next((storm for storm in self._storms if storm.fits(method, chat_id)), None)
        if storm is not None and storm.times is not None:
            storm.times -= 1
        return storm
