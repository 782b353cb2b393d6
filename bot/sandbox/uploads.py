"""Files in the calls of the bot: uploaded, named by id, or wrong."""

from collections.abc import Callable

from bot.sandbox.files import StoredFile, mime_type
from bot.sandbox.params import (
    FILE_EMPTY,
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
from bot.sandbox.world import World

WATCHED_FROM = 100_000  # bytes of all files in a call

BACKLOG = 5.0  # seconds that may pile up

RETRY_AFTER = 60


class Spacing:
    """Refuses uploads of equal size that pile up; the real server also spaces them, which takes time only."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._due: dict[int, float] = {}

    def check(self, params: Params) -> None:
        """Count the files of a call and refuse it past the backlog."""
        size = sum(len(upload.content) for upload in params.uploads.values())
        if size <= WATCHED_FROM:
            return
        now = self._clock()
        due = self._due.get(size, 0.0)
        if due > now + BACKLOG:
            raise RefusalError(flood(RETRY_AFTER))
        self._due[size] = max(due + min(max(size * 1e-7, 0.2), 0.9), now - 1.0)


PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM")

ATTACHED = "attach://"


def document_of(world: World, params: Params) -> Json:
    """Return the document of a call as a message holds it."""
    file = given_file(world, params, "document")
    if isinstance(file, StoredFile):
        named = {"file_name": file.name} if file.name else {}
        return {"document": named | {"mime_type": mime_type(file.path)} | file.described()}
    stored = world.files.add("document", file.content, file.name)
    return {"document": {"file_name": file.name, "mime_type": file.mime_type} | stored.described()}


def photo_of(world: World, params: Params) -> Json:
    """Return the photo of a call as a message holds it; its measures are invented."""
    file = given_file(world, params, "photo")
    if isinstance(file, Upload):
        if not file.content.startswith(PICTURES):
            raise RefusalError(PHOTO_UNREADABLE)
        file = world.files.add("photo", file.content)
    return {"photo": [file.described() | {"width": 800, "height": 533}]}


def given_file(world: World, params: Params, name: str) -> Upload | StoredFile:
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
    known = world.files.known(value)
    if known is None:
        raise RefusalError(FILE_WRONG)
    return known
