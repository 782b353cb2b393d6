"""The shelves that queues are read from: what was handed in stands under each of its themes, in a row of its own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, bindparam, delete, insert, select

from conversations.dialogue.conversation import Draft
from conversations.dialogue.reviews import waiting_since
from storage.database.tables import DRAFT_THEMES, DRAFTS

COUNTRY, THEMES = "country_of_origin.country", "key_themes.themes"
"""The questions by whose answers a queue is narrowed."""


def listed(draft: Draft, values: Mapping[str, JsonValue]) -> dict[str, Any]:
    """Tell by what a draft is narrowed and ordered; ``values`` are what the collection has of it."""
    claim = draft.review.claim
    return {
        "status": draft.status,
        "country": values.get(COUNTRY),
        "claimed_by": claim.by.user if claim else None,
        "waits_since": waiting_since(draft),
    }


def themes_in_progress(draft: Draft, values: Mapping[str, JsonValue]) -> str | None:
    """Write the themes of a draft in progress so that each can be found by itself: ``|one|other|``.

    It changes with each turn, which would write its rows again: it has none until it is handed in.
    """
    themes = _themes(values)
    return f"|{'|'.join(themes)}|" if themes and draft.status == "draft" else None


def stands_elsewhere(before: Draft | None, after: Draft) -> bool:
    """Say whether a draft stands under other themes now, or in another place there; a new one was nowhere."""
    return after is not before and after.status != "draft" and (before is None or _rows(before) != _rows(after))


def put_on_shelves(connection: Connection, drafts: Iterable[tuple[int, Draft]]) -> None:
    """Put drafts, each with the chat of its author, where they belong, in the caller's transaction."""
    named = [({"author": author, "nth": each.number}, each) for author, each in drafts if each.status != "draft"]
    if named:
        connection.execute(_TAKE_OFF, [name for name, _ in named])
    if rows := [name | row for name, each in named for row in _rows(each)]:
        connection.execute(_PUT_ON, rows)


def _rows(draft: Draft) -> Sequence[dict[str, Any]]:
    if draft.status == "draft":
        return ()
    values = draft.handed_in.values
    state = listed(draft, values)
    return [{"theme": theme, **state} for theme in _themes(values)]


def _themes(values: Mapping[str, JsonValue]) -> Sequence[str]:
    themes = values.get(THEMES)
    return [*dict.fromkeys(map(str, themes))] if isinstance(themes, list) else ()


_NUMBER = (
    select(DRAFTS.c.id)
    .where(DRAFTS.c.chat_id == bindparam("author"), DRAFTS.c.number == bindparam("nth"))
    .scalar_subquery()
)

_TAKE_OFF = delete(DRAFT_THEMES).where(DRAFT_THEMES.c.draft_id == _NUMBER)

_PUT_ON = insert(DRAFT_THEMES).values(
    draft_id=_NUMBER,
    **{name: bindparam(name) for name in ("theme", "status", "country", "claimed_by", "waits_since")},
)
