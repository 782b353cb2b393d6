"""Stored shapes: every kept text says which shape it has, and an older one is brought up to date step by step.

A change of a core type that makes kept texts unreadable appends one small pure function to its ``upgrades``: it takes
the plain data of one shape and returns that of the next.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from conversations.dialogue.audit import AuditEntry
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.events import Event
from conversations.dialogue.inputs import SentAt
from conversations.dialogue.replies import Reply

Kept = TypeVar("Kept")

Plain = dict[str, Any]


class NewerStored(Exception):  # noqa: N818 - it says what was met
    """A kept text was written by a newer version of this program."""


class Damaged(Exception):  # noqa: N818 - it says what was met
    """A kept text does not fit its type; says where it does not, never what stands there."""


@dataclass(frozen=True)
class StoredSchema(Generic[Kept]):
    """How values of one type are kept as text: JSON that begins with ``{"shape": version``."""

    name: str
    adapter: TypeAdapter[Kept]
    kept_elsewhere: frozenset[str] = frozenset()
    """Fields that are kept elsewhere."""
    upgrades: tuple[Callable[[Plain], Plain], ...] = ()

    @property
    def version(self) -> int:
        """The shape that is written today, counted from 1."""
        return 1 + len(self.upgrades)

    def write(self, value: Kept) -> str:
        """Write the value as text."""
        body = self.adapter.dump_json(value, exclude=set(self.kept_elsewhere)).decode()
        return f"{self._opening}{body[1:]}"

    def read(self, text: str) -> Kept:
        """Read a kept text of this or an older shape; raises ``NewerStored`` or ``Damaged``."""
        try:
            if text.startswith(self._opening):  # the common case, without a detour through plain data
                return self.adapter.validate_json("{" + text[len(self._opening) :])
            return self.adapter.validate_python(self._upgraded(json.loads(text)))
        except ValidationError as error:
            places = sorted({".".join(map(str, each["loc"])) for each in error.errors(include_input=False)})
            raise Damaged(f"A kept {self.name} cannot be read at: {', '.join(places)}.") from None
        except (ValueError, LookupError, TypeError, AttributeError):
            raise Damaged(f"A kept {self.name} cannot be read: no version of this program wrote it.") from None

    @property
    def _opening(self) -> str:
        return f'{{"shape":{self.version},'

    def _upgraded(self, plain: Plain) -> Plain:
        shape = plain.pop("shape")
        if shape > self.version:
            raise NewerStored(f"A kept {self.name} has shape {shape}; this version knows shapes up to {self.version}.")
        for upgrade in self.upgrades[shape - 1 :]:
            plain = upgrade(plain)
        return plain


def _with_a_version(plain: Plain) -> Plain:
    """Take what was handed in before there were versions as the first one."""
    if plain.get("status", "draft") == "draft":
        return plain
    at = plain["submitted_at"] or plain["updated_at"]
    first = {"at": at, "answers": plain.get("answers", {}), "attachments": plain.get("attachments", [])}
    return {**plain, "versions": [first], "review": {"log": [{"at": at, "move": "hand in"}]}}


def _holding_who_knows_what(plain: Plain) -> Plain:
    """Leave open whose words a reply holds and whom it names, where it was written before replies said that."""
    return {**plain, "holds": None}


def _with(names: Mapping[str, str]) -> Callable[[Plain], Plain]:
    """Rename fields wherever they stand, but never within an answer: what a person said has its own keys."""

    def renamed(value: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(value, dict):
            return {names.get(key, key): kept if key == "value" else renamed(kept) for key, kept in value.items()}
        return [renamed(each) for each in value] if isinstance(value, list) else value

    return renamed


_NAMES = {
    "place": "state",
    "then": "return_to",
    "revision": "keyboard_version",
    "dossier": "submission",
    "farewell": "erasure_notice",
}
"""Fields by the names that they had before the second design."""

# A deleted draft stands in the state for a day (``Undo.deleted``): an upgrade of drafts is one of the state, too.
STATE = StoredSchema(
    "conversation", TypeAdapter(Conversation), kept_elsewhere=frozenset({"drafts"}), upgrades=(_with(_NAMES),)
)

DRAFT = StoredSchema("draft", TypeAdapter(Draft), upgrades=(_with_a_version, _with(_NAMES)))

EVENT: StoredSchema[Event] = StoredSchema("event", TypeAdapter(Event))

AUDIT_ENTRY: StoredSchema[AuditEntry] = StoredSchema("audit entry", TypeAdapter(AuditEntry), upgrades=(_with(_NAMES),))

REPLY = StoredSchema(
    "reply",
    TypeAdapter(Reply),
    upgrades=(_holding_who_knows_what, _with(_NAMES)),
)

SENT_AT = StoredSchema("question that something was sent at", TypeAdapter(SentAt), upgrades=(_with(_NAMES),))
