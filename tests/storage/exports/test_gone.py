"""What is gone since a package, by its manifest."""

import csv
import json
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.practices import NOW, keep, practice

from conversations.dialogue.model import Format, Status
from storage import Blobs, Database
from storage.exports import CannotExport, Wanted, export, written
from storage.exports.gone import Gone, as_bytes, gone_since
from storage.privacy.erasure import erase_from_shell

REFERENCES = [f"RAN-2026-{number:04d}" for number in range(1, 6)]


async def package(db: Database, blobs: Blobs, path: Path, *statuses: Status) -> Path:
    """Write a package of what has these statuses."""
    with written(path) as file:
        await export(db, blobs, Wanted(format="package", statuses=statuses), file)
    return path


def manifest_of(path: Path, *, as_before: bool = False) -> Path:
    """Unpack the manifest of a package; ``as_before``: as packages had it that listed no practices."""
    with ZipFile(path) as packed:
        found = json.loads(packed.read("manifest.json"))
    if as_before:
        found = {key: found[key] for key in ("counts", "files", "missing")}
    unpacked = path.with_name("manifest.json")
    unpacked.write_text(json.dumps(found), encoding="utf-8")
    return unpacked


@pytest.fixture
async def packed(db: Database, blobs: Blobs, tmp_path: Path) -> Path:
    """Store practices and pack them; then one is erased, one withdrawn, one declined, one revised."""
    await keep(db, 6, practice(1))
    await keep(db, 5, *(practice(number) for number in range(2, 5)), practice(5, status="declined"))
    path = await package(db, blobs, tmp_path / "package.zip", "approved", "declined")
    await db.change(lambda connection: erase_from_shell(connection, 6, frozenset(), NOW, withdraw=True))
    now = {2: "withdrawn", 3: "declined", 4: "submitted", 5: "declined"}
    await keep(db, 5, *(practice(number, status=status) for number, status in now.items()), update_id=99)
    return path


HAPPENED = [(REFERENCES[0], "erased"), (REFERENCES[1], "withdrawn"), (REFERENCES[2], "declined")]


@pytest.mark.both
async def test_gone_since_a_package(db: Database, packed: Path) -> None:
    """What was erased, withdrawn or declined since is listed; what is reviewed again, or was declined then, is not."""
    by_package = await gone_since(db, packed)
    assert HAPPENED == [(one.reference, one.happened) for one in by_package]
    assert by_package == await gone_since(db, manifest_of(packed))
    assert 3 == len({one.id for one in by_package})


async def test_gone_since_an_older_package(db: Database, packed: Path) -> None:
    """The manifest of an older package has only the references of its files; the status at that time is not known."""
    found = await gone_since(db, manifest_of(packed, as_before=True))
    assert [*HAPPENED, (REFERENCES[4], "declined")] == [(one.reference, one.happened) for one in found]


async def test_draft_that_is_gone(db: Database, blobs: Blobs, tmp_path: Path) -> None:
    """A draft, which has no reference, is known by its identifier; another draft is not taken for it."""
    first, second = (practice(number, status="draft", reference=None, submitted_at=None) for number in (1, 2))
    await keep(db, 5, first, second)
    path = await package(db, blobs, tmp_path / "package.zip", "draft")
    await keep(db, 5, second, update_id=99)
    (found,) = await gone_since(db, path)
    assert (None, "erased", True) == (found.reference, found.happened, bool(found.id))


@pytest.mark.parametrize("content", [b"", b"{}]", b"[]", b'{"submissions": 1}', b"PK\x05\x06" + bytes(18)])
async def test_file_that_is_no_manifest(db: Database, tmp_path: Path, content: bytes) -> None:
    """A file that is no manifest and no package is refused in one line."""
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(
        CannotExport, match=r"other is no manifest: give the manifest\.json of a package, or the package"
    ):
        await gone_since(db, path)


async def test_manifest_that_is_not_there(db: Database, tmp_path: Path) -> None:
    """A file that cannot be read is refused in one line."""
    with pytest.raises(CannotExport, match=r"none cannot be read: No such file or directory\.$"):
        await gone_since(db, tmp_path / "none")


FORMS: tuple[Format, ...] = ("json", "csv")

GONE = [Gone(reference=REFERENCES[0], id="a", happened="erased"), Gone(reference=None, id="b", happened="withdrawn")]


@pytest.mark.parametrize("found", [GONE, []])
def test_list_as_json_and_csv(found: list[Gone]) -> None:
    """The list is written as JSON, and as CSV with a row of headings."""
    rows = [one.model_dump() for one in found]
    lists = {form: as_bytes(form, found).decode("utf-8-sig") for form in FORMS}
    assert rows == json.loads(lists["json"])
    read = list(csv.DictReader(StringIO(lists["csv"], newline="")))
    assert [{key: value or "" for key, value in row.items()} for row in rows] == read
