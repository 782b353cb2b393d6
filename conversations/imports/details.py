"""What a practice has beside its answers: its status, reference, identifier and times, and its files."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from conversations.dialogue.conversation import Attachment
from conversations.dialogue.model import Frozen, Status
from conversations.dialogue.practice import safe_name
from conversations.fields import VERSION
from conversations.form.asked import asked_at
from conversations.form.template import in_use
from conversations.imports import texts
from conversations.languages import ENGLISH, code_named

STATUSES: tuple[Status, ...] = get_args(Status)

_REFERENCE, _ID = re.compile(r"[A-Z0-9][A-Z0-9-]{0,39}"), re.compile(r"[A-Za-z0-9-]{1,64}")

_MOST_REVISIONS = 100

_EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)

_CLOCKS_DIFFER = timedelta(days=1)

_DECIDED: Sequence[Status] = ("approved", "declined")


class Unfit(Exception):  # noqa: N818 - it says what is the matter
    """Values do not fit: pairs of what they are, as a person calls it, and the words of the refusal."""

    def __init__(self, found: Sequence[tuple[str, str]]) -> None:
        super().__init__("A value does not fit.")
        self.found = found


class Details(Frozen):
    """What a practice has beside its answers; it has all the times that its status needs."""

    status: Status
    reference: str | None
    identifier: str
    language: str
    template_version: int
    revision: int
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None

    @property
    def version(self) -> dict[str, JsonValue]:
        """The version of an older form, as answers to it carry it."""
        return {VERSION: self.template_version} if self.template_version < in_use().version else {}


def details_in(given: Mapping[str, JsonValue], status: Status, now: datetime) -> Details:
    """Read the details; what is not given follows from the status. Raises ``Unfit``."""
    found: list[tuple[str, str]] = []

    def read(key: str, how: Any, refusal: str, default: Any = None) -> Any:  # noqa: ANN401 - of several types
        raw = given.get(key)
        if raw is None or raw == "":
            return default
        value = how(raw)
        if value is None:
            found.append((texts.DETAILS[key], refusal))
        return value

    read_status = read("status", _status, texts.not_a_status(STATUSES), status)
    handed_in = read_status != "draft"
    submitted = read("submitted_at", lambda raw: _moment(raw, now), texts.NOT_A_MOMENT, now if handed_in else None)
    is_decided_now = read_status in _DECIDED and "decided_at" not in given
    decided = read("decided_at", lambda raw: _moment(raw, now), texts.NOT_A_MOMENT, now if is_decided_now else None)
    updated = read("updated_at", lambda raw: _moment(raw, now), texts.NOT_A_MOMENT, decided or submitted or now)
    created = read("created_at", lambda raw: _moment(raw, now), texts.NOT_A_MOMENT, submitted or updated)
    version = read("template_version", lambda raw: _count(raw) or None, texts.NOT_A_COUNT, in_use().version)
    if version is not None and version > in_use().version:
        found.append((texts.DETAILS["template_version"], texts.NEWER_FORM))
    details = {
        "status": read_status,
        "reference": read("reference", _reference, texts.NOT_A_REFERENCE),
        "identifier": read("id", _identifier, texts.NOT_AN_ID, ""),
        "language": read("language", _language, texts.NOT_A_LANGUAGE, ENGLISH),
        "template_version": version,
        "revision": max(read("revision", _count, texts.NOT_A_COUNT, 1) or 1, 1),
        "created_at": created,
        "updated_at": updated,
        "submitted_at": submitted,
        "decided_at": decided,
    }
    if found:
        raise Unfit(found)
    return Details(**details)


def _status(raw: JsonValue) -> Status | None:
    name = "_".join(raw.lower().split()) if isinstance(raw, str) else ""
    return next((status for status in STATUSES if status == name), None)


def _reference(raw: JsonValue) -> str | None:
    text = raw.strip().upper() if isinstance(raw, str) else ""
    return text if _REFERENCE.fullmatch(text) else None


def _language(raw: JsonValue) -> str | None:
    return code_named(raw.partition("-")[0]) if isinstance(raw, str) else None


def _identifier(raw: JsonValue) -> str | None:
    text = raw.strip() if isinstance(raw, str) else ""
    return text if _ID.fullmatch(text) else None


def _count(raw: JsonValue) -> int | None:
    whole = raw if isinstance(raw, int | float) and not isinstance(raw, bool) and raw == raw // 1 else -1
    return int(whole) if 0 <= whole <= _MOST_REVISIONS else None


def _moment(raw: JsonValue, now: datetime) -> datetime | None:
    """Read a time; one without a time zone is in UTC."""
    try:
        at = datetime.fromisoformat(raw.strip()) if isinstance(raw, str) else None
    except ValueError:
        return None
    if at is None:
        return None
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return at if _EARLIEST <= at <= now + _CLOCKS_DIFFER else None


class _File(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    question: str
    name: str = Field(max_length=1000)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=0, lt=1 << 53)


_FILES = TypeAdapter(list[_File])


def attachments_in(given: JsonValue, at: datetime) -> tuple[Attachment, ...]:
    """Read the list of files; raises ``Unfit``."""
    try:
        files = _FILES.validate_python(given or [])
    except ValidationError:
        raise Unfit([(texts.ATTACHMENT, texts.cannot_be_read(texts.ATTACHMENT))]) from None
    unknown = [(file.question[:100], texts.NOT_IN_FORM) for file in files if asked_at(file.question) is None]
    if unknown:
        raise Unfit(unknown)
    return tuple(
        Attachment(
            question=file.question, name=safe_name(file.name), sha256=file.sha256, size=file.size, message=0, at=at
        )
        for file in files
    )
