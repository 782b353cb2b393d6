"""The JSON export: a list of submissions, one to a line."""

import json

from storage.exports.renderer import Entry, Renderer


class AsJson(Renderer):
    """Writes a JSON list."""

    _separator = b"[\n"

    def add(self, entry: Entry) -> None:
        """Write the next object."""
        self.file.write(self._separator + json.dumps(entry.json, ensure_ascii=False).encode())
        self._separator = b",\n"

    def finish(self) -> None:
        """Close the list."""
        self.file.write(b"\n]\n" if self._separator == b",\n" else b"[]\n")
