"""Write the texts of the bot into the template and the catalogues of its languages: ``make messages``.

A text stands in the code as ``_("...")`` or ``ngettext("...", "...", count)``. Its comment for translators is the title
of its part of the file, and the docstring of its function. The replies to remarks stand in TOML files.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "conversations" / "locales"
TEMPLATE = LOCALES / "messages.pot"

_TITLE = re.compile(r"# (\w[^\n]*)")
_REPLIES, _MEANINGS = "conversations/remarks/replies.toml", "conversations/remarks/meanings.toml"


@dataclass(frozen=True)
class Found:
    """One text of the code: singular and plural, if it has one, its file, and comments for translators."""

    file: str
    text: str | tuple[str, str]
    comments: tuple[str, ...]


def in_code(root: Path = ROOT) -> Iterator[Found]:
    """List all texts in the code, in the order of the files."""
    for folder in ("conversations", "storage", "bot"):
        for path in sorted((root / folder).rglob("*.py")):
            yield from _in_file(path, path.relative_to(root).as_posix())


def _in_file(path: Path, name: str) -> Iterator[Found]:
    source = path.read_text("utf-8")
    if not re.search(r"\b(?:_|ngettext)\(", source):
        return
    lines = source.splitlines()
    yield from _in_node(ast.parse(source), name, lines, "")


def _in_node(node: ast.AST, name: str, lines: list[str], docstring: str) -> Iterator[Found]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        docstring = (ast.get_docstring(node) or "").partition("\n")[0]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
        wanted = 1 if node.func.id == "_" else 2
        words = [
            arg.value for arg in node.args[:wanted] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if len(words) == wanted:
            comments = tuple(filter(None, (_title(lines, node.lineno), docstring)))
            yield Found(name, words[0] if wanted == 1 else (words[0], words[1]), comments)
    for child in ast.iter_child_nodes(node):
        yield from _in_node(child, name, lines, docstring)


def _title(lines: list[str], number: int) -> str:
    """Find the title of the part of the file: a comment in a line of its own, with an empty line behind it."""
    for at in range(min(number, len(lines)) - 1, 0, -1):
        found = _TITLE.fullmatch(lines[at])
        if found and at + 1 < len(lines) and not lines[at + 1].strip():
            return found[1]
    return ""


def in_tables(root: Path = ROOT) -> Iterator[Found]:
    """List the replies to remarks, and what the terms of the questions mean."""
    for row, said in tomllib.loads((root / _REPLIES).read_text("utf-8")).items():
        for key in ("answer", "waiting"):
            if said.get(key):
                yield Found(_REPLIES, said[key], (f"Reply to what people say: {row}",))
    for said in tomllib.loads((root / _MEANINGS).read_text("utf-8"))["meaning"]:
        yield Found(_MEANINGS, said["means"], ("What a term means that somebody asks for",))


def template(root: Path = ROOT) -> Catalog:
    """Make the template: each text once, with the files that have it."""
    catalog = Catalog(project="Practice bot", charset="utf-8", fuzzy=False)
    for found in (*in_code(root), *in_tables(root)):
        catalog.add(found.text, locations=[(found.file, 0)], auto_comments=found.comments)
    return catalog


def written(catalog: Catalog, path: Path) -> None:
    """Write a catalogue; the numbers of lines and the date would only change with each commit."""
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_by_file=True, include_lineno=False, omit_header=path == TEMPLATE)


def main(*codes: str) -> None:
    """Write the template, and bring each catalogue up to it; ``codes`` are new languages."""
    fresh = template()
    written(fresh, TEMPLATE)
    for code in sorted({*(path.stem for path in LOCALES.glob("*.po")), *codes}):
        path = LOCALES / f"{code}.po"
        with path.open("rb") if path.is_file() else TEMPLATE.open("rb") as file:
            catalog = read_po(file, locale=code)
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        written(catalog, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
