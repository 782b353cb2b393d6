"""What earlier versions kept: rows of each kind for every table, as text in the shapes of their time."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from alembic import command
from sqlalchemy import Column, Connection, MetaData, Table, insert, select
from support.sqlite import bare_engines

from storage.database.schema import configuration
from storage.database.sqlite_file import SEARCH as SEARCH_TABLES

Raw = dict[str, list[dict[str, Any]]]

AT = datetime(2026, 11, 20, 10, tzinfo=UTC)
SAID = "2026-11-20T10:00:00Z"
FIRST, REVIEW, ROLES, THEMES, LATER, LONG, SEARCH = "0001", "0002", "0003", "0008", "0009", "0010", "0012"
GIVEN = "0014"
AUTHOR, WRITER, REVISER, CORA, ADA, BEN = 5, 6, 7, 8, 9, 10
WORDS = "Ærøskøbing \N{SMILE} {}\\ \t 'quoted' \"twice\"\n| and so on"
SUM = "ab" * 32


def rows_at(revision: str) -> Raw:
    """Give rows of each kind for every table of that revision; a later one without its own has the newest."""
    rows = _first()
    if revision >= REVIEW:
        _with_reviews(rows)
    if revision >= ROLES:
        _with_roles(rows)
    if revision >= THEMES:
        _with_theme_rows(rows)
    if revision >= LATER:
        _with_sent_at(rows)
    if revision >= LONG:
        rows["outbox"] = [{**row, "takes_long": False} for row in rows["outbox"]]
    if revision >= SEARCH:
        words = "§open §door open door open door aeroskobing quoted twice and so on denmark"
        rows["drafts"] = [{**row, "words": words} for row in rows["drafts"]]
    if revision >= GIVEN:
        rows["invites"] = [{**row, "draft_id": None} for row in rows["invites"]]
        to_practice = {"id": 4, "code_hash": "12" * 32, "role": "practitioner", "draft_id": 1}
        rows["invites"].append({**rows["invites"][2], **to_practice})
    return rows


def _first() -> Raw:
    drafts = [(AUTHOR, "submitted", "RAN-2026-0001"), (WRITER, "draft", None)]
    return {
        "people": [_person(AUTHOR, "practitioner"), _person(CORA, "coordinator", ADA), _person(ADA, "admin")],
        "inbox": [
            _update(1, "handled"),
            _update(2, "failed", attempts=5, tried_at=AT, error="KeyError at step"),
            _update(3, "waiting", attempts=1, tried_at=AT, retry_at=AT, error="OSError at save"),
        ],
        "conversations": [_conversation(AUTHOR, {"at": "submitted"}), _conversation(WRITER, _collecting())],
        "drafts": [_draft(chat, status, reference, 1, _body(status, reference)) for chat, status, reference in drafts],
        "history": [_event(number, event) for number, event in enumerate(events(), 1)],
        "outbox": [
            _message(1, "sent", reply=reply(), message_id=77, tried_at=AT, attempts=1),
            _message(2, "refused", reply=reply(), error="Forbidden", tried_at=AT, attempts=1),
            _message(3, "waiting", reply=reply(), not_before=AT, attempts=1),
            _message(4, "waiting", query_id="4711", toast="Saved"),
        ],
        "stopped": [{"chat_id": BEN, "since": AT}],
        "counters": [{"name": "RAN-2026", "value": 1}],
    }


def _with_reviews(rows: Raw) -> None:
    """Add what came with reviews; drafts have their versions and their review by then."""
    rows["people"] = [{**row, "name": f"Person {row['user_id']}", "menu": "commands"} for row in rows["people"]]
    rows["conversations"].append(_conversation(REVISER, {"at": "revising"}))
    body = _reviewed("changes_requested", "RAN-2026-0002")
    rows["drafts"].append(_draft(REVISER, "changes_requested", "RAN-2026-0002", 2, body))
    rows["drafts"][0]["body"] = json.dumps({"shape": 2, **_reviewed("submitted", "RAN-2026-0001")})
    rows["drafts"][1]["body"] = json.dumps({"shape": 2, **_body("draft", None)})
    for row in rows["drafts"]:
        row |= {"country": "Denmark", "themes": "|Formers|Training|", "claimed_by": CORA, "waits_since": AT}
    rows["counters"] = [{"name": "RAN-2026", "value": 2}]
    rows["news"] = [{"id": 1, "draft_id": AUTHOR, "move": "hand in", "at": AT}]
    rows["watchers"] = [{"user_id": CORA, "every": "now", "told_up_to": 1, "told_at": AT}]


def _with_roles(rows: Raw) -> None:
    """Add invitations and the audit log; who has no role has no name any more."""
    rows["people"] = [
        {**row, "invitation": 1, "name": None if row["role"] == "practitioner" else row["name"]}
        for row in rows["people"]
    ]
    used = {"id": 1, "code_hash": SUM, "role": "coordinator", "made_by": ADA, "made_at": AT, "until": AT}
    empty = {"used_by": None, "withdrawn_at": None}
    rows["invites"] = [
        {**used, **empty, "used_by": CORA},
        {**used, **empty, "id": 2, "code_hash": "cd" * 32, "role": "admin", "withdrawn_at": AT},
        {**used, **empty, "id": 3, "code_hash": "ef" * 32, "made_by": None},
    ]
    rows["audit"] = [
        {
            "id": number,
            "at": AT,
            "who": ADA,
            "what": audit_entry["what"],
            "whom": audit_entry.get("whom"),
            "body": _shaped(audit_entry),
        }
        for number, audit_entry in enumerate(audit_entries(), 1)
    ]


def _with_theme_rows(rows: Raw) -> None:
    """Move the themes of what was handed in from its row to rows of their own."""
    handed_in = [row for row in rows["drafts"] if row["status"] != "draft"]
    for row in handed_in:
        row["themes"] = None
    same = {"country": "Denmark", "claimed_by": CORA, "waits_since": AT}
    rows["draft_themes"] = [
        {"draft_id": row["id"], "theme": theme, "status": row["status"], **same}
        for row in handed_in
        for theme in ("Formers", "Training")
    ]


def _with_sent_at(rows: Raw) -> None:
    """Add where something was sent that is handled later."""
    sent_at = {"draft": 1, "touched": AT.isoformat(), "question": "name.name", "revision": 7}
    rows["inbox"] = [{**row, "sent_at": _shaped(sent_at) if row["attempts"] else None} for row in rows["inbox"]]
    rows["outbox"] = [{**row, "begun": row["attempts"] > 0} for row in rows["outbox"]]


def _person(user: int, role: str, by: int | None = None) -> dict[str, Any]:
    return {"user_id": user, "chat_id": user, "role": role, "since": AT, "given_by": by, "seen_at": AT}


def _update(number: int, status: str, **more: object) -> dict[str, Any]:
    empty = {"attempts": 0, "tried_at": None, "retry_at": None, "error": None}
    text = json.dumps({"update_id": number, "message": {"text": WORDS}})
    known = {"seq": number, "update_id": number, "chat_id": WRITER, "body": text, "arrived_at": AT}
    return {**known, "status": status, **empty, **more}


def _conversation(chat: int, place: dict[str, Any]) -> dict[str, Any]:
    state = _shaped({"place": place, "revision": 7, "hand": 1, "pressed": ""})
    return {"chat_id": chat, "version": 3, "state": state, "updated_at": AT}


def _collecting() -> dict[str, Any]:
    parts = [{"message": 12, "text": WORDS}]
    return {"at": "collecting", "question": "evidence.performance", "then": {"to": "onward"}, "parts": parts}


def _draft(chat: int, status: str, reference: str | None, shape: int, body: dict[str, Any]) -> dict[str, Any]:
    known = {"id": chat, "chat_id": chat, "number": 1, "status": status, "reference": reference, "title": "Open Door"}
    times = {"created_at": AT, "updated_at": AT, "submitted_at": reference and AT, "decided_at": reference and AT}
    return {**known, **times, "body": json.dumps({"shape": shape, **body})}


def answers() -> dict[str, Any]:
    """Write answers of every kind of value."""
    return {
        "name.name": _answer("Open Door", "typed", {"message": 1, "text": "Open Door"}),
        "description.description": _answer(WORDS, "edited", {"message": 2, "text": WORDS}),
        "country_of_origin.country": _answer("Denmark", "chosen"),
        "key_themes.themes": _answer(["Formers", "Training"], "chosen"),
        "target_audience.additional": _answer(None, "chosen"),
        "start.starting_year": _answer(2011, "typed", {"message": 3, "text": "since 2011"}),
        "ran_meetings.presented": _answer(True, "chosen"),
        "ran_meetings.meetings.0.name": _answer("RAN EXIT", "typed", {"message": 4, "text": "RAN EXIT"}),
    }


def _answer(value: object, source: str, *parts: dict[str, Any]) -> dict[str, Any]:
    return {"value": value, "source": source, "parts": parts, "at": SAID}


def _body(status: str, reference: str | None) -> dict[str, Any]:
    submitted = SAID if reference else None
    file = {"question": "deliverables.deliverables", "name": "leaflet.pdf", "sha256": SUM, "size": 8, "message": 9}
    return {
        "number": 1,
        "template_version": 1,
        "status": status,
        "reference": reference,
        "created_at": SAID,
        "updated_at": SAID,
        "submitted_at": submitted,
        "decided_at": None,
        "answers": answers(),
        "filed": {"1": "name.name"},
        "advice": {"description.description": "Say it."},
        "attachments": [{**file, "at": SAID}],
        "left": {"at": "overview", "then": {"to": "overview"}},
    }


def _reviewed(status: str, reference: str) -> dict[str, Any]:
    """Write a draft with what was handed in of it, and with its review."""
    body = _body(status, reference)
    version = {"at": SAID, "answers": body["answers"], "attachments": body["attachments"]}
    cora = {"user": CORA, "name": "Cora Example"}
    part = {"message": 1, "text": WORDS}
    comment = {"number": 1, "question": "name.name", "by": cora, "weight": "must fix", "parts": [part], "at": SAID}
    review = {
        "claim": {"by": cora, "since": SAID},
        "comments": [{**comment, "state": "open", "asked": True, "reply_parts": [part], "moved": None}],
        "seen": [{"by": cora, "first": SAID, "last": SAID, "version": 1, "before": 0}],
        "log": [{"at": SAID, "move": "hand in", "by": None, "words": ""}],
    }
    return {**body, "versions": [version], "review": review}


def events() -> list[dict[str, Any]]:
    """Write an event of each kind that the first version knew."""
    question = {"draft": 1, "question": "name.name"}
    file = {"name": "leaflet.pdf", "sha256": SUM}
    return [
        {"what": "started", "draft": 1},
        {"what": "answered", **question, "value": WORDS, "source": "typed", "messages": [1]},
        {"what": "skipped", **question},
        {"what": "cleared", **question},
        {"what": "refused", **question, "text": WORDS, "messages": [2]},
        {"what": "advised", **question, "advice": "Say it."},
        {"what": "file_kept", **question, **file, "size": 8, "message": 9},
        {"what": "file_removed", **question, **file},
        {"what": "submitted", "draft": 1},
    ]


def _event(number: int, event: dict[str, Any]) -> dict[str, Any]:
    about = {"question": event.get("question"), "source": event.get("source")}
    known = {"id": number, "chat_id": AUTHOR, "draft_number": 1, "update_id": 1, "at": AT, "what": event["what"]}
    return {**known, **about, "body": _shaped(event)}


def audit_entries() -> list[dict[str, Any]]:
    """Write an audit entry of each kind."""
    file = {"makes": "export", "format": "xlsx", "statuses": ["approved"], "since": "2026-11-01"}
    return [
        {"what": "role_given", "whom": CORA, "role": "coordinator", "was": "practitioner"},
        {"what": "invite_made", "invitation": 1, "role": "coordinator"},
        {"what": "invite_withdrawn", "invitation": 2},
        {"what": "invite_used", "invitation": 1, "role": "coordinator", "was": "practitioner"},
        {"what": "invite_refused", "invitation": 1, "why": "used"},
        {"what": "exported", "file": file, "count": 3},
    ]


def _message(number: int, status: str, **more: object) -> dict[str, Any]:
    tries = {"attempts": 0, "not_before": None, "tried_at": None, "message_id": None, "error": None}
    known = {"id": number, "chat_id": WRITER, "update_id": number, "reply": None, "query_id": None, "toast": ""}
    return {**known, "created_at": AT, "status": status, **tries, **more}


def reply() -> str:
    """Write a reply with a button."""
    press = {"draft": 1, "revision": 7, "about": "name.name", "action": "example", "index": None}
    rows = [[{"label": "Example", "press": press}]]
    return _shaped({"lines": [{"text": WORDS, "style": "plain"}], "rows": rows, "redraws": None})


def _shaped(plain: dict[str, Any]) -> str:
    return json.dumps({"shape": 1, **plain}, ensure_ascii=False)


def filled(connection: Connection, revision: str) -> Raw:
    """Make the tables of a revision and fill each; returns their rows."""
    command.upgrade(configuration(connection), revision)
    then = MetaData()
    then.reflect(connection)
    tables = [table for table in tables_of(then) if table.name != "alembic_version"]
    known = rows_at(revision)
    for table in tables:
        connection.execute(insert(table), [whole(table, row) for row in known.get(table.name, [{}])])
    return read(connection, tables)


def whole(table: Table[Any], row: dict[str, Any]) -> dict[str, Any]:
    """Fill up a row: what a later revision has added gets something of its type."""
    values: dict[type, Any] = {int: AUTHOR, str: "words", datetime: AT, bool: True}
    return {
        column.name: row[column.name] if column.name in row else values[kind_of(column)]
        for column in table.c
        if column.computed is None
    }


def tables_of(metadata: MetaData) -> list[Table[Any]]:
    """List the tables but those that SQLite makes for its full-text index."""
    return [table for table in metadata.sorted_tables if not table.name.startswith(SEARCH_TABLES)]


def kind_of(column: Column[Any]) -> type:
    """Say what a column holds."""
    return column.type.python_type


def read(connection: Connection, tables: Sequence[Table[Any]]) -> Raw:
    """Read every row of these tables, with the columns that they had then."""
    return {
        table.name: [
            dict(row._mapping) for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]
        for table in tables
    }


async def all_rows(url: str) -> Raw:
    """Read every row of every table of a database, whatever its revision."""

    def found(connection: Connection) -> Raw:
        tables = MetaData()
        tables.reflect(connection)
        return read(connection, tables_of(tables))

    both = bare_engines(url)
    async with both[1].connect() as connection:
        rows = await connection.run_sync(found)
    for engine in both:
        await engine.dispose()
    return rows
