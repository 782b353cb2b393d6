"""Open a Word file, or a PDF, that may be anything, and give its paragraphs."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from conversations.papers.paragraphs import Paragraph
from storage.papers import texts
from storage.papers.pdf_file import MOST_CHARACTERS, paragraphs_in_pdf
from storage.papers.problems import NotReadable
from storage.papers.styles import Styles
from storage.papers.word_text import Reader

Element = Any
"""lxml has no types."""

MOST_PARAGRAPHS = 3000
"""The longest form in the tests has 200; this many take 3 s to read."""

MOST_UNPACKED = 16 << 20
"""Bytes of one part of the document; the longest form in the tests has 2 MB."""

MOST_PARTS = 5000

_OLD, _PDF, _RICH = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF", b"{\\rtf"

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_IS_ENCRYPTED = 0x1
"""The bit of an entry of a zip file that needs a password."""

_DOCUMENT = "/officeDocument"


def paragraphs_in(file: IO[bytes]) -> list[Paragraph]:
    """Return the paragraphs of a Word document or a PDF; raises ``NotReadable``."""
    found = paragraphs_in_pdf(file) if _is_pdf(file) else _paragraphs_in_word(file)
    if len(found) > MOST_PARAGRAPHS:
        raise NotReadable(texts.too_long(MOST_PARAGRAPHS, "paragraphs"))
    if sum(len(one.text) for one in found) > MOST_CHARACTERS:
        raise NotReadable(texts.too_long(MOST_CHARACTERS, "characters"))
    return found


def _is_pdf(file: IO[bytes]) -> bool:
    """Tell a PDF by its first bytes; raises ``NotReadable`` for what they show to be another kind of file."""
    beginning = file.read(8)
    if beginning == _OLD:
        raise NotReadable(texts.ENCRYPTED if _ENCRYPTED in file.read() else texts.OLD_DOC)
    if beginning.startswith(_RICH):
        raise NotReadable(texts.RICH_TEXT)
    file.seek(0)
    return beginning.startswith(_PDF)


def _paragraphs_in_word(file: IO[bytes]) -> list[Paragraph]:
    try:
        with ZipFile(file) as package:
            return _read(package)
    except (BadZipFile, zlib.error, SyntaxError, NotImplementedError, EOFError, KeyError, ValueError):
        raise NotReadable(texts.CORRUPT) from None


def _read(package: ZipFile) -> list[Paragraph]:
    every = package.infolist()
    if len(every) > MOST_PARTS:
        raise NotReadable(texts.UNPACKED)
    if any(one.flag_bits & _IS_ENCRYPTED for one in every):
        raise NotReadable(texts.ENCRYPTED)
    if any(one.filename.lower().endswith("vbaproject.bin") for one in every):
        raise NotReadable(texts.MACROS)
    name = next((target for kind, target, _ in _relations(package, "_rels/.rels") if kind.endswith(_DOCUMENT)), "")
    name = name.lstrip("/") or "word/document.xml"
    folder, _, own = name.rpartition("/")
    related = [*_relations(package, f"{folder}/_rels/{own}.rels".lstrip("/"))]
    links = {number: target for kind, target, number in related if kind.endswith("/hyperlink")}
    style_names = [f"{folder}/{target}" for kind, target, _ in related if kind.endswith("/styles")]
    styles = _part(package, style_names[0]) if style_names and style_names[0] in package.namelist() else None
    body = _part(package, name).find(qn("w:body"))
    if body is None:
        raise NotReadable(texts.CORRUPT)
    return [*islice(Reader(Styles(styles), links).paragraphs(body), MOST_PARAGRAPHS + 1)]


def _relations(package: ZipFile, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the type, the target and the id of each relationship."""
    if name in package.namelist():
        for one in _part(package, name):
            yield one.get("Type", ""), one.get("Target", ""), one.get("Id", "")


def _part(package: ZipFile, name: str) -> Element:
    """Parse a part of the document, without any entity."""
    with package.open(name) as part:
        content = part.read(MOST_UNPACKED + 1)  # what the directory says of the size may be wrong
    if len(content) > MOST_UNPACKED:
        raise NotReadable(texts.UNPACKED)
    if b"<!DOCTYPE" in content:
        raise NotReadable(texts.ENTITIES)
    root = parse_xml(content)
    if root.getroottree().docinfo.doctype:  # in an encoding in which the bytes are others
        raise NotReadable(texts.ENTITIES)
    return root


def opened(content: bytes) -> list[Paragraph]:
    """Return the paragraphs of a document in memory; raises ``NotReadable``."""
    return paragraphs_in(BytesIO(content))
