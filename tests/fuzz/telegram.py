"""Updates for the fuzz tests, built from the types of the Bot API: well-formed and malformed ones."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fuzz.form import PATHS
from fuzz.naughty import NAUGHTY
from hypothesis import strategies as st

from conversations.dialogue.registry import REGISTRY

Json = Any

Draw = Callable[..., Any]

TYPES: dict[str, Any] = json.loads(Path(__file__).with_name("telegram_types.json").read_text(encoding="utf-8"))["types"]

PEOPLE = (1001, 1002, 2001, 9001)

HEARD = ("message", "message", "message", "edited_message", "callback_query", "callback_query", "my_chat_member")

CONTENT = (("text",), ("text",), ("text",), ("document", "caption"), ("photo", "caption"), ("rich_message",), ())

DEEPEST = 4

_IDS = (*PEOPLE, *PEOPLE, 0, 1, -1, -1_001_234_567_890, 1 << 31, 1 << 52, (1 << 63) - 1, 1 << 63, -(1 << 63), 10**30)

_ACTIONS = tuple(action.name for action in REGISTRY.actions)

_DATA = st.builds(
    "{}|{}|{}|{}{}".format,
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(("", "start", *PATHS)),
    st.sampled_from(_ACTIONS),
    st.sampled_from(("", "|0", "|1", "|2")),
)

_WORDS = ("hello", "/start", "/summary", "/queue", "/show RAN-2026-0001", "/start invite-abc", "2011", "private")

_MEANT = {
    "type": st.sampled_from(("private", "private", "group", "supergroup", "channel", "bold", "hologram")),
    "status": st.sampled_from(("member", "kicked", "left", "creator")),
    "data": _DATA,
}

_TEXTS = st.one_of(
    st.sampled_from(_WORDS), st.sampled_from(tuple(NAUGHTY.values())), st.text(st.characters(), max_size=20)
)

_NUMBERS = st.one_of(st.sampled_from(_IDS), st.integers(0, 50), st.integers())

_PLAIN = {
    "Integer": _NUMBERS,
    "Float": st.floats(),
    "String": _TEXTS,
    "Boolean": st.booleans(),
    "True": st.just(value=True),
}

_JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), _NUMBERS, st.floats(), _TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=6,
)

_DEEP = 70


@st.composite
def shaped(draw: Draw) -> Json:
    """Draw an update as the Bot API describes it: an id and one part, mostly of a kind that the bot asks for."""
    kinds = [kind for kind in TYPES["Update"] if kind != "update_id"]
    kind = draw(st.sampled_from(HEARD) | st.sampled_from((*HEARD, *kinds)))
    described = TYPES["Update"][kind].rstrip("?")
    body = _value(draw, described, kind, 0)
    for name in draw(st.sampled_from(CONTENT)) if described == "Message" else ():
        body[name] = _value(draw, TYPES["Message"][name].rstrip("?"), name, 1)
    home = draw(st.sampled_from((*PEOPLE, 0)))
    return {"update_id": 1, kind: _at_home(body, home) if home else body}


@st.composite
def bent(draw: Draw) -> Json:
    """Draw an update with some of its fields missing, null, of another type, huge, nested deep, or unknown."""
    update = draw(shaped())
    for _ in range(draw(st.integers(1, 3))):
        state = _somewhere(draw, update)
        key = draw(st.sampled_from(sorted(state)) | _TEXTS) if state else draw(_TEXTS)
        if key in state and draw(st.booleans()):
            del state[key]
        else:
            state[key] = draw(st.one_of(_JUNK, st.builds(_nested, st.sampled_from(("list", "dict")))))
    return {**update, "update_id": 1}


def updates() -> st.SearchStrategy[Json]:
    """Draw any update, well-formed or malformed."""
    return shaped() | bent()


def _at_home(body: Json, who: int) -> Json:
    """Move the update into the private chat of a person, so that it needs a reply."""
    person = {"id": who, "is_bot": False, "first_name": "Anna"}
    home: Json = {"chat": {"id": who, "type": "private"}, "from": person}
    if "chat" in body:
        return {**body, **home}
    message = {**(body.get("message") or {}), "chat": home["chat"]} if "message" in body else None
    return {**body, "from": person, **({"message": message} if message else {})} if "from" in body else body


def _value(draw: Draw, spec: str, name: str, depth: int) -> Json:
    kind = draw(st.sampled_from(spec.split("|")))
    if kind.startswith("*"):
        size = draw(st.integers(0, 2 if depth < DEEPEST else 0))
        return [_value(draw, kind[1:], name, depth + 1) for _ in range(size)]
    if kind in _PLAIN:
        return draw(_MEANT[name] if name in _MEANT else _PLAIN[kind])
    described = TYPES[kind]
    if isinstance(described, str):
        return _value(draw, described, name, depth + 1)
    return {field: _value(draw, spec.rstrip("?"), field, depth + 1) for field, spec in _fields(draw, described, depth)}


def _fields(draw: Draw, described: dict[str, str], depth: int) -> list[tuple[str, str]]:
    """Choose the fields of an object: the required ones and a few optional ones."""
    must = [(field, spec) for field, spec in described.items() if not spec.endswith("?")]
    may = [(field, spec) for field, spec in described.items() if spec.endswith("?")]
    if depth >= DEEPEST:
        return [(field, spec) for field, spec in must if spec in _PLAIN]
    chosen: list[tuple[str, str]] = draw(st.lists(st.sampled_from(may), max_size=2, unique=True)) if may else []
    return must + chosen


def _somewhere(draw: Draw, update: Json) -> dict[str, Json]:
    """Choose an object inside the update."""
    objects: list[dict[str, Json]] = []
    waiting = list(update.values())
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            objects.append(node)
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    chosen: dict[str, Json] = draw(st.sampled_from(objects)) if objects else update
    return chosen


def _nested(shape: str) -> Json:
    """Nest as deep as JSON may be on its way to the bot."""
    nested: Json = "words"
    for _ in range(_DEEP):
        nested = [nested] if shape == "list" else {"text": nested}
    return nested
