"""PDF: the form of one practice, or a book of several, set by typst; its wheel brings the program and its fonts."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from conversations.dialogue.conversation import Draft
from storage.exports.book import AsBook, Book, book
from storage.exports.export import CannotExport, Wanted, can_make_pdf
from storage.exports.filled import FilledForm, FilledQuestion, Part, Piece, filled_form
from storage.exports.ooxml import from_the_right, storable
from storage.exports.texts import (
    COLLECTION,
    CONTENTS,
    HEADER,
    MISSING,
    NO_PDF,
    OF,
    PAGE,
    not_shown,
)

if TYPE_CHECKING:
    import typst

LOOK = Path(__file__).with_name("book.typ")

FONTS = ("Libertinus Serif", "DejaVu Sans Mono")
"""The fonts of the wheel that are asked first: a font of the machine may claim a character that it cannot draw."""

_PROBE = b"""
#set text(font: json(bytes(sys.inputs.fonts)))
#for char in json(bytes(sys.inputs.data)) { box(char) }
"""
"""Prints each character on its own."""

_STRICT: Final = "a-2b"
"""A standard of PDF that forbids characters without a picture, so that typst names them."""

_NOT_DISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')

_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

_KEPT = "\u00ad\u200c\u200d\u200e\u200f"
"""Characters that nobody sees, but that shape the ones beside them."""

_STYLES = re.compile("[\ufe00-\ufe0f]")
"""They choose one of several looks of the character before them."""

_LONG = re.compile(r"\S{40,}")

_AT_ONCE = 10
"""The letters of a long word between two places where it may break."""

_BREAKS_AFTER = frozenset("/?&=#")

_MAY_BREAK = "\u200b"


class AsPdf(AsBook):
    """Writes a PDF: the form of one practice, or a book of several."""

    most = 200
    """About 900 pages, for which typst takes 700 MiB."""

    def expect(self, count: int) -> None:
        """Raise also without typst."""
        if not can_make_pdf():
            raise CannotExport(NO_PDF)
        super().expect(count)

    def finish(self) -> None:
        """Write the document."""
        self.file.write(typeset(told(self.drafts, self.wanted), last_change(self.drafts)))


def last_change(drafts: Sequence[Draft]) -> int:
    """Return the time of the last change, in seconds of Unix: a document says it in place of the clock's time."""
    return int(max(draft.updated_at for draft in drafts).timestamp())


def typeset(data: object, time: int) -> bytes:
    """Return the PDF of what ``told`` gives; the same data and time give the same bytes."""
    made = compiler().compile(LOOK.read_bytes(), format="pdf", sys_inputs=inputs(data), timestamp=time)
    return made if isinstance(made, bytes) else b"".join(made or ())


def inputs(data: object) -> dict[str, str]:
    """Return what the look reads."""
    return {"data": json.dumps(data), "fonts": json.dumps(FONTS)}


@cache
def compiler() -> "typst.Compiler":
    """Return a compiler with the fonts of the wheel and of the machine."""
    import typst  # noqa: PLC0415 - 34 MB that few installations have

    return typst.Compiler(font_paths=typst.Fonts())


def told(drafts: Sequence[Draft], wanted: Wanted) -> dict[str, Any]:
    """Return what the look reads: all texts as data, without what a PDF cannot show."""
    whole = book(drafts, wanted) if len(drafts) > 1 else None
    forms = [_form(form) for form in (whole.forms if whole else map(filled_form, drafts))]
    front = _front(whole) if whole else None
    lacking = missing(set().union(*map(_characters, (forms, front))))
    return {
        "title": COLLECTION if whole else forms[0]["title"],
        "collection": HEADER,
        "page": PAGE,
        "of": OF,
        "book": _without(front, lacking),
        "forms": [_marked(form, lacking) for form in forms],
    }


def missing(characters: set[str]) -> frozenset[str]:
    """Return the characters that no font has."""
    import typst  # noqa: PLC0415 - 34 MB that few installations have

    private = {char for char in characters if unicodedata.category(char) == "Co"}
    asked = sorted(char for char in characters - private if not char.isascii() and not char.isspace())
    asked = [char for char in asked if char not in _KEPT + _MAY_BREAK]
    try:
        compiler().compile(_PROBE, format="pdf", sys_inputs=inputs(asked), pdf_standards=_STRICT, timestamp=0)
    except typst.TypstError as error:
        found = _NOT_DISPLAYED.findall(error.diagnostic)
        if not found:
            raise
        return frozenset("".join(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), one) for one in found)) | private
    return frozenset(private)


def _characters(value: object) -> set[str]:
    return set().union(*map(set, texts_in(value)))


def texts_in(value: object) -> Iterator[str]:
    """Yield every text of data."""
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from texts_in(each)
        case list():
            for each in value:
                yield from texts_in(each)


def _without(value: Any, lacking: frozenset[str]) -> Any:  # noqa: ANN401 - JSON of any shape
    """Replace the characters that no font has, but not in the targets of links: those are ASCII."""
    match value:
        case str():
            return "".join(MISSING if char in lacking else char for char in value)
        case dict():
            return {key: _without(each, lacking) for key, each in value.items()}
        case list():
            return [_without(each, lacking) for each in value]
        case _:
            return value


def _marked(form: dict[str, Any], lacking: frozenset[str]) -> dict[str, Any]:
    """Say at the end of a practice which of its characters are not shown."""
    here = "".join(sorted(_characters(form) & lacking))
    return {**_without(form, lacking), "missing": not_shown(here) if here else ""}


def _front(whole: Book) -> dict[str, Any]:
    return {
        "title": COLLECTION,
        "lines": [printable(line) for line in whole.lines],
        "contents": CONTENTS,
        "lists": [
            {
                "title": title,
                "groups": [{"name": printable(group.name), "members": list(group.members)} for group in groups],
            }
            for title, groups in whole.lists
        ],
    }


def _form(form: FilledForm) -> dict[str, Any]:
    return {
        "title": printable(form.title),
        "turned": bool(from_the_right(form.title)),
        "header": printable(form.header),
        "caption": printable(form.caption),
        "mark": form.mark,
        "sections": [
            {"title": section.title, "questions": list(map(_question, section.questions))} for section in form.sections
        ],
    }


def _question(question: FilledQuestion) -> dict[str, Any]:
    return {
        "heading": printable(question.heading),
        "hint": printable(question.hint),
        "choices": [[printable(cell).split(" ", 1) for cell in row.split("\t")] for row in question.choices],
        "parts": list(map(_part, question.parts)),
        "over": question.over,
        "files": list(map(printable, question.files)),
    }


def _part(part: Part) -> dict[str, Any]:
    text = "".join(piece.text for piece in part.pieces)
    return {"look": part.look, "turned": bool(from_the_right(text)), "lines": list(_lines(part.pieces))}


def _lines(pieces: Sequence[Piece]) -> Iterator[list[dict[str, str]]]:
    """Divide pieces at their line breaks."""
    line: list[dict[str, str]] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append({"text": printable(first), "link": piece.link})
        for other in others:
            yield line
            line = [{"text": printable(other), "link": piece.link}]
    yield line


def printable(text: str) -> str:
    """Remove the characters that nobody can see, and let long words break."""
    plain = _STYLES.sub("", storable(text).replace("\t", "    ").replace("\n", " "))
    seen = "".join(char for char in plain if char in _KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cn"})
    return _LONG.sub(lambda word: "".join(_breaking(word[0])), seen)


def _breaking(word: str) -> Iterator[str]:
    """Yield the letters of a long word with the places where it may break, none of them before an accent."""
    since, last = 0, ""
    for char in word:
        if (since >= _AT_ONCE or last in _BREAKS_AFTER) and unicodedata.category(char)[0] not in "MC":
            yield _MAY_BREAK
            since = 0
        yield char
        since, last = since + 1, char
