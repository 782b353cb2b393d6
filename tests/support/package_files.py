"""The files that a package is made of."""

from pathlib import Path

from pathspec import PathSpec

ROOT = Path(__file__).parents[2]


def kept() -> set[str]:
    """Return the files of the project, except those that .gitignore names."""
    ignored = PathSpec.from_lines("gitignore", [*(ROOT / ".gitignore").read_text().splitlines(), ".git", ".hypothesis"])
    return {*ignored.match_tree_files(ROOT, negate=True)}
