"""Names of files that are safe on every system, whatever stranger wrote them."""

import unicodedata
from collections.abc import Iterable

from pathvalidate import sanitize_filename

from conversations.conversation import Attachment

_NAMELESS = "file"
_LONGEST_STEM = 120
_LONGEST_ENDING = 16
"""In bytes of UTF-8: systems allow 255, and a name may still get a number."""
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Controls, what turns the direction of writing, and joiners too: on a disk no two names may look like one."""


def safe_name(name: str) -> str:
    """Give a name without separators, reserved words and hidden characters, that keeps its ending."""
    visible = "".join(char for char in unicodedata.normalize("NFC", name) if unicodedata.category(char) not in _HIDDEN)
    stem, dot, ending = visible.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = visible, "", ""
    short = f"{_cut(stem, _LONGEST_STEM)}{dot}{ending}"
    return sanitize_filename(short, replacement_text="_", platform="universal").strip(" .") or _NAMELESS


class Names:
    """Names given out within one folder: no two that a system might take for the same."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def fresh(self, name: str) -> str:
        """Give the safe name, with a number where it has been given out already."""
        safe = safe_name(name)
        stem, dot, ending = safe.rpartition(".") if "." in safe else (safe, "", "")
        number = 1
        while _alike(safe) in self._given:
            number += 1
            safe = f"{stem} ({number}){dot}{ending}"
        self._given.add(_alike(safe))
        return safe


def named(files: Iterable[Attachment]) -> tuple[tuple[Attachment, str], ...]:
    """Give files, each with its name in the folder that they share."""
    names = Names()
    return tuple((file, names.fresh(file.name)) for file in files)


def _alike(name: str) -> str:
    """Bring names together that a system may take for the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _cut(text: str, longest: int) -> str:
    return text.encode()[:longest].decode(errors="ignore").rstrip()
