"""The files that a package is made of."""

from pathlib import Path

from pathspec import PathSpec
from pathspec.pattern import Pattern

ROOT = Path(__file__).parents[2]


def ignored() -> PathSpec[Pattern]:
    """Return what .gitignore names, and what is never part of a package."""
    return PathSpec.from_lines("gitignore", [*(ROOT / ".gitignore").read_text().splitlines(), ".git", ".hypothesis"])


def kept() -> set[str]:
    """Return the files of the project, except those that .gitignore names."""
    return {*ignored().match_tree_files(ROOT, negate=True)}
