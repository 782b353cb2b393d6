"""The styles of a Word document, as far as they tell titles and lists from text."""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

Element = Any
"""lxml has no types."""

_HEADING = re.compile(r"heading (\d)")

_LIST = re.compile(r"list (?:bullet|number|paragraph)?(?: (\d))?", re.IGNORECASE)

_DEEPEST = 20
"""The longest chain of styles that are based on each other; a damaged file may have a circle."""

_BODY = "9"
"""The outline level of text."""


@dataclass(frozen=True)
class Style:
    """How a paragraph looks: the level of its heading (0: none), whether it is bold, its level in a list (0: none)."""

    heading: int = 0
    bold: bool = False
    bullet: int = 0


class Styles:
    """The paragraph styles of a document; without ``root`` there are none."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(qn("w:style")) if root is not None else ()
        self._by_id = {style.get(qn("w:styleId"), ""): style for style in found}

    def of(self, properties: Element | None) -> Style:
        """Return the style of a paragraph from its properties."""
        if properties is None:
            return Style()
        chain = [properties, *self._chain(_value(properties, "w:pStyle"))]
        heading = next((level for one in chain if (level := _heading(one))), 0)
        bold = next((on for one in chain[1:] if (on := _bold(one)) is not None), False)
        bullet = next((depth for one in chain if (depth := _level(one)) is not None), 0)
        return Style(heading, bold, 0 if heading else bullet)

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._by_id and len(chain) < _DEEPEST:
            chain.append(self._by_id[style_id])
            style_id = _value(chain[-1], "w:basedOn")
        return chain


def _value(parent: Element, tag: str) -> str:
    found = parent.find(qn(tag))
    return "" if found is None else found.get(qn("w:val"), "")


def _within(style: Element) -> Element:
    """Return the paragraph properties of a style; those of a paragraph are given as they are."""
    return style if style.tag == qn("w:pPr") else style.find(qn("w:pPr"))


def _heading(style: Element) -> int:
    name = _value(style, "w:name").lower()
    found = _HEADING.fullmatch(name)
    if found or name == "title":
        return int(found[1]) if found else 1
    inner = _within(style)
    outline = "" if inner is None else _value(inner, "w:outlineLvl")
    return int(outline) + 1 if outline.isdecimal() and outline != _BODY else 0


def _bold(style: Element) -> bool | None:
    inner = style.find(qn("w:rPr"))
    switch = None if inner is None else inner.find(qn("w:b"))
    return None if switch is None else switch.get(qn("w:val"), "1") not in {"0", "false", "off"}


def _level(style: Element) -> int | None:
    """Return the level in a list; 0 where a paragraph says that it is in none, None where nothing is said."""
    named = _LIST.fullmatch(_value(style, "w:name"))
    if named and named[1]:
        return int(named[1])
    inner = _within(style)
    numbered = None if inner is None else inner.find(qn("w:numPr"))
    if numbered is None:
        return None
    level = _value(numbered, "w:ilvl") or "0"
    return 0 if _value(numbered, "w:numId") == "0" else int(level) + 1 if level.isdecimal() else 1
