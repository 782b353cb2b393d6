"""Small PDFs, made letter by letter, of what tests want in them."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Text:
    """A text whose baseline begins at a place, in points from the top left corner of the page."""

    x: float
    y: float
    text: str
    bold: bool = False
    size: float = 11
    grey: float = 0


@dataclass(frozen=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Link:
    """A link at the text on a line."""

    x0: float
    y: float
    x1: float
    target: str


Part = Text | Rule | Link


def pdf(*pages: Sequence[Part], trailer: str = "") -> bytes:
    """Return a PDF with these pages; ``trailer`` is added to the last part of the file."""
    kids, objects = [], ["<< /Type /Catalog /Pages 2 0 R >>", "", _font("Helvetica"), _font("Helvetica-Bold")]
    for parts in pages:
        content = "\n".join(_drawn(part) for part in parts)
        number = len(objects) + 1
        links = " ".join(_annotation(part) for part in parts if isinstance(part, Link))
        objects += [
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
            f"<< /Type /Page /Parent 2 0 R {_LOOK} /Contents {number} 0 R /Annots [{links}] >>",
        ]
        kids.append(f"{number + 1} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects, trailer)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{len(made)}\n%%EOF"
    return made + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


_LOOK = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"


def _font(name: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def _drawn(part: Part) -> str:
    match part:
        case Text():
            text = part.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            font = "F2" if part.bold else "F1"
            return f"BT {part.grey} g /{font} {part.size} Tf {part.x} {HEIGHT - part.y} Td ({text}) Tj ET"
        case Rule():
            return f"{part.x0} {HEIGHT - part.y0} m {part.x1} {HEIGHT - part.y1} l S"
        case Link():
            return ""


def _annotation(link: Link) -> str:
    box = f"{link.x0} {HEIGHT - link.y - 3} {link.x1} {HEIGHT - link.y + 9}"
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] /A << /S /URI /URI ({link.target}) >> >>"


_ZEROS = f"<{'00' * 32}>"

PASSWORD = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O {_ZEROS} /U {_ZEROS} >> /ID [{_ZEROS} {_ZEROS}]"
"""The end of a file that only a password opens."""
