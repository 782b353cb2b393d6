"""Parcels: one thing to send, as it lies in the outbox."""

from dataclasses import dataclass

from conversations.messages import ExportFile, Farewell, MyFile, Reply, StatsPicture

_LONG = (ExportFile, StatsPicture, MyFile)


@dataclass(frozen=True)
class Parcel:
    """One thing to send: a reply, or (with ``query_id`` and no reply) the answer to a press with its toast."""

    id: int
    chat_id: int
    update_id: int | None
    reply: Reply | None
    query_id: str | None
    toast: str
    attempts: int
    message_id: int | None = None
    """While it waits: the message that says how far it is, where one does."""
    begun: bool = False
    """Whether sending has begun, or begins with the commit that made it."""
    takes_long: bool = False
    """Whether its document takes long to make: what comes behind it goes past it."""

    @property
    def answers(self) -> bool:
        """Whether it answers a press, which shows nothing of its own: what comes behind it goes beside it."""
        return self.reply is None

    @property
    def farewell(self) -> Farewell | None:
        """What has to be gone before it is sent, where it is the last message to somebody who was forgotten."""
        return self.reply.farewell if self.reply else None


def takes_long(reply: Reply) -> bool:
    """Say whether a reply's document takes long to make."""
    return isinstance(reply.document, _LONG)
