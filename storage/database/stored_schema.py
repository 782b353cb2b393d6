"""The stored schemas: how the JSON text of a draft, a state or a reply is written, and read after the program changed.

Each text has the version of its schema under the key ``shape``. An older text is upgraded each time it is read. If you
change a core type so that stored texts become unreadable, append one small pure function to its ``upgrades``: it takes
the plain data of one version and returns that of the next.

A draft of an older *form* is something else: ``conversations/filling/versions.py``.
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

Value = TypeVar("Value")

Plain = dict[str, Any]


class NewerStored(Exception):  # noqa: N818 - it says what was met
    """A stored text was written by a newer version of this program."""


class Damaged(Exception):  # noqa: N818 - it says what was met
    """A stored text does not fit its type; the message says where, and never quotes it."""


@dataclass(frozen=True)
class StoredSchema(Generic[Value]):
    """The JSON of one type; it begins with ``{"shape": version``."""

    name: str
    adapter: TypeAdapter[Value]
    kept_elsewhere: frozenset[str] = frozenset()
    """Fields that are stored in other tables."""
    upgrades: tuple[Callable[[Plain], Plain], ...] = ()

    @property
    def version(self) -> int:
        """The version that is written today, counted from 1."""
        return 1 + len(self.upgrades)

    def write(self, value: Value) -> str:
        """Write a value as text."""
        body = self.adapter.dump_json(value, exclude=set(self.kept_elsewhere)).decode()
        return f"{self._opening}{body[1:]}"

    def read(self, text: str) -> Value:
        """Read a text of this or an older version; raises ``NewerStored`` or ``Damaged``."""
        try:
            if text.startswith(self._opening):  # the common case, without a detour through plain data
                return self.adapter.validate_json("{" + text[len(self._opening) :])
            return self.adapter.validate_python(self._upgraded(json.loads(text)))
        except ValidationError as error:
            paths = sorted({".".join(map(str, each["loc"])) for each in error.errors(include_input=False)})
            raise Damaged(f"A stored {self.name} cannot be read at: {', '.join(paths)}.") from None
        except (ValueError, LookupError, TypeError, AttributeError):
            raise Damaged(f"A stored {self.name} cannot be read: no version of this program wrote it.") from None

    @property
    def _opening(self) -> str:
        return f'{{"shape":{self.version},'

    def _upgraded(self, plain: Plain) -> Plain:
        shape = plain.pop("shape")
        if shape > self.version:
            raise NewerStored(
                f"A stored {self.name} has shape {shape}; this version knows shapes up to {self.version}."
            )
        for upgrade in self.upgrades[shape - 1 :]:
            plain = upgrade(plain)
        return plain


def _with_a_version(plain: Plain) -> Plain:
    """Keep the answers that were handed in as the first of ``versions``, a field that older drafts do not have."""
    if plain.get("status", "draft") == "draft":
        return plain
    at = plain["submitted_at"] or plain["updated_at"]
    first = {"at": at, "answers": plain.get("answers", {}), "attachments": plain.get("attachments", [])}
    return {**plain, "versions": [first], "review": {"log": [{"at": at, "move": "hand in"}]}}


def _with_unknown_holds(plain: Plain) -> Plain:
    """Set ``holds`` to unknown: replies of that version did not say whose words they hold."""
    return {**plain, "holds": None}


def _renaming(names: Mapping[str, str]) -> Callable[[Plain], Plain]:
    """Rename fields at any depth, but not in the value of an answer, which has keys of its own."""

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
"""The old names of fields, and their new ones."""

# This is the whole conversation without its drafts. It keeps a deleted draft for a day (``Undo.deleted``), so an
# upgrade of drafts must upgrade it, too.
STATE = StoredSchema(
    "conversation", TypeAdapter(Conversation), kept_elsewhere=frozenset({"drafts"}), upgrades=(_renaming(_NAMES),)
)

DRAFT = StoredSchema("draft", TypeAdapter(Draft), upgrades=(_with_a_version, _renaming(_NAMES)))

EVENT: StoredSchema[Event] = StoredSchema("event", TypeAdapter(Event))

AUDIT_ENTRY: StoredSchema[AuditEntry] = StoredSchema(
    "audit entry", TypeAdapter(AuditEntry), upgrades=(_renaming(_NAMES),)
)

REPLY = StoredSchema(
    "reply",
    TypeAdapter(Reply),
    upgrades=(_with_unknown_holds, _renaming(_NAMES)),
)

SENT_AT = StoredSchema("question that something was sent at", TypeAdapter(SentAt), upgrades=(_renaming(_NAMES),))
