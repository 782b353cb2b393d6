"""What is kept about a person, as a file."""

import json
from typing import Literal

from storage.kept.plain import Plain


def written_as(form: Literal["html", "json"], kept: Plain) -> bytes:
    """Write it: UTF-8, in the order in which it was gathered."""
    if form == "html":
        from storage.kept.reading import page  # noqa: PLC0415 - with it come templates, for the few who ask

        return page(kept).encode()
    return json.dumps(kept, ensure_ascii=False, indent=1).encode()
