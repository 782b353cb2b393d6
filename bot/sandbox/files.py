"""Files from people and from the bot: ids, links to download, and the checks of an upload."""

import base64
import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.params import (
    FILE_EMPTY,
    FILE_GONE,
    FILE_ID_INVALID,
    FILE_NOT_SPECIFIED,
    FILE_TOO_BIG,
    FILE_WRONG,
    PHOTO_UNREADABLE,
    URL_UNREACHABLE,
    Json,
    Params,
    RefusalError,
    Upload,
    absent,
    flood,
)

MAX_DOWNLOAD = 20 << 20  # bytes

LINK_LASTS = 3600  # seconds after getFile

FOLDERS = {
    "document": "documents",
    "photo": "photos",
    "video": "videos",
    "voice": "voice",
    "audio": "music",
    "sticker": "stickers",
    "animation": "animations",
    "video_note": "video_notes",
}


@dataclass
class StoredFile:
    """One file; `size` may be larger than the content, to test the limits."""

    file_id: str
    unique_id: str
    path: str
    content: bytes
    size: int
    name: str = ""
    gone: bool = False
    link_until: float = 0.0

    def described(self) -> Json:
        """Return the identifiers and the size as the Bot API gives them."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """All files of one sandbox."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._by_id: dict[str, StoredFile] = {}

    def add(self, kind: str, content: bytes, name: str = "", size: int | None = None) -> StoredFile:
        """Store a file; the same content has the same unique id."""
        number = len(self._by_id)
        digest = hashlib.sha256(kind.encode() + content).digest()
        tail = base64.urlsafe_b64encode(number.to_bytes(6, "big") + digest[:30]).decode()
        path = f"{FOLDERS.get(kind, 'files')}/file_{number}{ending(name, kind)}"
        length = len(content) if size is None else size
        file = StoredFile(f"BQACAgIAAxk{tail}", "AgAD" + tail[8:22], path, content, length, name)
        self._by_id[file.file_id] = file
        return file

    def all(self) -> tuple[StoredFile, ...]:
        """Return all files, in the order in which they came."""
        return tuple(self._by_id.values())

    def restore(self, file: StoredFile) -> None:
        """Add a file of an earlier sandbox."""
        self._by_id[file.file_id] = file

    def known(self, file_id: str) -> StoredFile | None:
        """Return the file, None if the id is unknown."""
        return self._by_id.get(file_id)

    def content_of(self, file_id: str) -> bytes:
        """Return the content of a file, empty if the id is unknown."""
        file = self._by_id.get(file_id)
        return file.content if file else b""

    def link(self, file_id: str) -> Json:
        """Return the file with a download path that is valid for an hour."""
        if not file_id:
            raise RefusalError(FILE_NOT_SPECIFIED)
        file = self._by_id.get(file_id)
        if file is None:
            raise RefusalError(FILE_ID_INVALID)
        if file.size > MAX_DOWNLOAD:
            raise RefusalError(FILE_TOO_BIG)
        if file.gone:
            raise RefusalError(FILE_GONE)
        file.link_until = self._clock() + LINK_LASTS
        return file.described() | {"file_path": file.path}

    def content(self, path: str) -> bytes | None:
        """Return the content under a path, None without a valid link."""
        files = (file for file in self._by_id.values() if file.path == path and not file.gone)
        file = next(files, None)
        return file.content if file and file.link_until >= self._clock() else None


def ending(name: str, kind: str) -> str:
    """Return the ending of a file's path."""
    stem, dot, tail = name.rpartition(".")
    if stem and dot and tail.isalnum():
        return f".{tail}"
    return {"photo": ".jpg", "video": ".mp4", "voice": ".oga", "sticker": ".webp"}.get(kind, "")


def mime_type(name: str) -> str:
    """Guess the MIME type from the name of a file."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


LIMITED_FROM = 100_000  # bytes of all files in a call

BACKLOG = 5.0  # seconds of delay that may add up before a refusal

RETRY_AFTER = 60


class UploadLimit:
    """Refuses many uploads of one size in a short time. The real server also delays them; this one does not."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._due: dict[int, float] = {}

    def check(self, params: Params) -> None:
        """Count the files of a call; refuse it beyond the backlog."""
        size = sum(len(upload.content) for upload in params.uploads.values())
        if size <= LIMITED_FROM:
            return
        now = self._clock()
        due = self._due.get(size, 0.0)
        if due > now + BACKLOG:
            raise RefusalError(flood(RETRY_AFTER))
        self._due[size] = max(due + min(max(size * 1e-7, 0.2), 0.9), now - 1.0)


PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM")

ATTACHED = "attach://"


def document_of(files: Files, params: Params) -> Json:
    """Return the document of a call as a part of a message."""
    file = given_file(files, params, "document")
    if isinstance(file, StoredFile):
        named = {"file_name": file.name} if file.name else {}
        return {"document": named | {"mime_type": mime_type(file.path)} | file.described()}
    stored = files.add("document", file.content, file.name)
    return {"document": {"file_name": file.name, "mime_type": file.mime_type} | stored.described()}


def photo_of(files: Files, params: Params) -> Json:
    """Return the photo of a call as a part of a message; its width and height are invented."""
    file = given_file(files, params, "photo")
    if isinstance(file, Upload):
        if not file.content.startswith(PICTURES):
            raise RefusalError(PHOTO_UNREADABLE)
        file = files.add("photo", file.content)
    return {"photo": [file.described() | {"width": 800, "height": 533}]}


def given_file(files: Files, params: Params, name: str) -> Upload | StoredFile:
    """Return the file in a parameter: an upload, or one known by its id."""
    value = params.text(name)
    upload = params.uploads.get(value.removeprefix(ATTACHED) if value.startswith(ATTACHED) else name)
    if upload is not None:
        if not upload.content:
            raise RefusalError(FILE_EMPTY)
        return upload
    if not value or value.startswith(ATTACHED):
        raise RefusalError(absent(name))
    if value.startswith(("http://", "https://")):
        raise RefusalError(URL_UNREACHABLE)
    known = files.known(value)
    if known is None:
        raise RefusalError(FILE_WRONG)
    return known
