"""Write the texts of the bot into the template and the catalogues of its languages: ``make messages``.

A text stands in the code as ``_("...")``, ``ngettext("...", "...", count)`` or ``pgettext("about", "...")``. Its
comment for translators is the title of its part of the file, and the docstring of its function. The replies to remarks
stand in TOML files.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from conversations.languages.catalogues import UNSIGNED

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "conversations" / "locales"
TEMPLATE = LOCALES / "messages.pot"

_PROJECT = {"project": "Practice bot", "version": "1", "msgid_bugs_address": "docs/languages.md"}

_TITLE = re.compile(r"# (\w[^\n]*)")
_REPLIES, _MEANINGS = "conversations/remarks/replies.toml", "conversations/remarks/meanings.toml"


@dataclass(frozen=True)
class Found:
    """One text of the code: singular and plural, if it has one, its file, and comments for translators."""

    file: str
    text: str | tuple[str, str]
    comments: tuple[str, ...]
    about: str | None = None


def in_code(root: Path = ROOT) -> Iterator[Found]:
    """List all texts in the code, in the order of the files."""
    for folder in ("conversations", "storage", "bot"):
        for path in sorted((root / folder).rglob("*.py")):
            yield from _in_file(path, path.relative_to(root).as_posix())


def _in_file(path: Path, name: str) -> Iterator[Found]:
    source = path.read_text("utf-8")
    if not re.search(r"\b(?:_|n?gettext|pgettext)\(", source):
        return
    lines = source.splitlines()
    yield from _in_node(ast.parse(source), name, lines, "")


def _in_node(node: ast.AST, name: str, lines: list[str], said: str, part: str = "") -> Iterator[Found]:
    """Find texts below a node; ``said`` is the docstring above them, ``part`` the name of the argument."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        said = (ast.get_docstring(node) or "").partition("\n")[0]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
        wanted = 1 if node.func.id == "_" else 2
        words = [
            arg.value for arg in node.args[:wanted] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if len(words) == wanted:
            comments = dict.fromkeys(filter(None, (_title(lines, node.lineno), said, part)))
            if node.func.id == "pgettext":
                yield Found(name, words[1], tuple(comments), about=words[0])
            else:
                yield Found(name, words[0] if wanted == 1 else (words[0], words[1]), tuple(comments))
    body = node.body if isinstance(node, ast.Module | ast.ClassDef) else []
    explained = {id(one): _docstring(after) for one, after in pairwise(body)}
    for child in ast.iter_child_nodes(node):
        inner = f"{child.arg} of a question" if isinstance(child, ast.keyword) and child.arg in _PARTS else part
        yield from _in_node(child, name, lines, explained.get(id(child)) or said, inner)


_MARKS = ("_", "ngettext", "pgettext")

_PARTS = ("title", "prompt", "hint", "on_paper", "example", "skip")


def _docstring(node: ast.AST) -> str:
    """Return the first line of a string that stands alone, below what it explains."""
    value = node.value if isinstance(node, ast.Expr) else None
    return value.value.partition("\n")[0] if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""


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
    for said in tomllib.loads((root / _MEANINGS).read_text("utf-8")).values():
        yield Found(_MEANINGS, said["means"], ("What a term means that somebody asks for",))


def template(root: Path = ROOT) -> Catalog:
    """Make the template: each text once, with the files that have it."""
    catalog = Catalog(fuzzy=False, **_PROJECT)
    for found in (*in_code(root), *in_tables(root)):
        catalog.add(found.text, locations=[(found.file, 0)], auto_comments=found.comments, context=found.about)
    return catalog


_HEADER = """\
{language} texts of the practice bot.
How it was made: written by a language model, with the glossary in docs/glossaries.
Who has read it: nobody else yet.
No native speaker has signed it yet: who has read all of it, put your name into
Last-Translator."""


def written(catalog: Catalog, path: Path) -> None:
    """Write a catalogue; the numbers of lines and the date would only change with each commit."""
    made = catalog.revision_date
    catalog.revision_date = catalog.creation_date = made if isinstance(made, datetime) else datetime.now(UTC)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_by_file=True, include_lineno=False, omit_header=path == TEMPLATE)


def _header(code: str) -> str:
    text = _HEADER.format(language=Locale.parse(code).english_name)
    return "\n".join(f"# {line}" for line in text.split("\n"))


def main(*codes: str) -> None:
    """Write the template, and bring each catalogue up to it; ``codes`` are new languages."""
    fresh = template()
    written(fresh, TEMPLATE)
    for code in sorted({*(path.stem for path in LOCALES.glob("*.po")), *codes}):
        path = LOCALES / f"{code}.po"
        if path.is_file():
            with path.open("rb") as file:
                catalog = read_po(file, locale=code)
        else:
            catalog = Catalog(code, last_translator=UNSIGNED, language_team=code, fuzzy=False, **_PROJECT)
            catalog.header_comment = _header(code)
        catalog.update(fresh, no_fuzzy_matching=True)
        catalog.obsolete.clear()  # they are in the history
        written(catalog, path)


if __name__ == "__main__":
    main(*sys.argv[1:])
