"""Changes to the XML of a Word document that the library does not offer (ECMA-376, part 1, chapter 17)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.oxml.ns import qn

Element = Any
"""lxml has no types."""

_NOT_IN_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_OF_SECTIONS = ("headerReference", "footerReference", "footnotePr", "endnotePr")

_OF_LINES = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr")

_OF_PARAGRAPHS = ("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap")

_OF_ASIA = ("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN")

_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")

_AFTER_OUTLINE = ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")

_AFTER_ALIGNMENT = ("noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")

_BEFORE: Mapping[str, frozenset[str]] = {
    "w:type": frozenset(_OF_SECTIONS),
    "w:bidi": frozenset(_OF_LINES + _OF_PARAGRAPHS + _OF_ASIA),
}

_AFTER: Mapping[str, frozenset[str]] = {
    "w:rtl": frozenset(_AFTER_RTL),
    "w:outlineLvl": frozenset(_AFTER_OUTLINE),
    "w:vAlign": frozenset((*_AFTER_ALIGNMENT, "sectPrChange")),
}
"""Word wants properties in the order of its schema; otherwise it calls the document damaged."""


def storable(text: str) -> str:
    """Remove the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def words(element: Element) -> str:
    """Return the text of an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def put(properties: Element, tag: str, **values: str) -> None:
    """Set a property of a section, a paragraph or a run, and replace the old one."""
    for old in properties.findall(qn(tag)):
        properties.remove(old)
    names = [child.tag.rpartition("}")[2] for child in properties]
    if tag in _BEFORE:
        place = sum(name in _BEFORE[tag] for name in names)
    else:
        place = len(names) - sum(name in _AFTER[tag] for name in names)
    properties.insert(
        place, properties.makeelement(qn(tag), {qn(f"w:{name}"): value for name, value in values.items()})
    )


def properties_of(element: Element) -> Element:
    """Return the properties of a paragraph or a run, its first child; make them if there are none."""
    tag = f"{element.tag}Pr"
    found = element.find(tag)
    if found is None:
        found = element.makeelement(tag)
        element.insert(0, found)
    return found


_RIGHT, _LEFT = frozenset(("R", "AL")), "L"


def from_the_right(text: str) -> bool | None:
    """Say by its first letter whether a text is read from the right; ``None`` if it has no letters."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _RIGHT:
            return True
        if kind == _LEFT:
            return False
    return None


def directions(lines: Iterable[str]) -> tuple[bool, ...]:
    """Say for each line whether it is read from the right; a line without letters follows the one before."""
    found: list[bool] = []
    for line in lines:
        here = from_the_right(line)
        found.append(here if here is not None else bool(found and found[-1]))
    return tuple(found)


def mark_directions(root: Element) -> None:
    """Mark each paragraph and run that is read from the right; a run without letters follows its paragraph."""
    for paragraph in root.iter(qn("w:p")):
        turned = bool(from_the_right(words(paragraph)))
        if turned:
            put(properties_of(paragraph), "w:bidi")
        for run in paragraph.iter(qn("w:r")):
            here = from_the_right(words(run))
            if turned if here is None else here:
                put(properties_of(run), "w:rtl")


_UNIX = 3

_PRIVATE = 0o600

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest time in a zip."""


def entry(name: str, *, packed: bool = True) -> ZipInfo:
    """Make the header of an entry; ``packed=False`` for contents that are compressed already."""
    info = ZipInfo(name, _NO_DATE)
    info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
    info.create_system = _UNIX
    info.external_attr = _PRIVATE << 16
    return info


def settle(source: IO[bytes], target: IO[bytes]) -> None:
    """Write a zip again without times and system data, so that the same contents give the same bytes."""
    with ZipFile(source) as before, ZipFile(target, "w") as after:
        for name in before.namelist():
            after.writestr(entry(name), before.read(name))
