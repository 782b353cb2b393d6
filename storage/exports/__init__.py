"""Exports: submissions as JSON, CSV, Excel, Word, or all of them in a package.

``word.py`` and ``trying.py``, which make Word forms, are imported where one is made: their libraries take 9 MiB.
"""

from storage.exports.export import (
    ENDINGS,
    FORMATS,
    OWN,
    BrokenLayout,
    CannotExport,
    NoForms,
    Progress,
    Wanted,
    Written,
    export,
    export_name,
    form_name,
    written,
)
from storage.exports.job import export_apart
from storage.exports.texts import EMPTY_NAME

__all__ = [
    "EMPTY_NAME",
    "ENDINGS",
    "FORMATS",
    "OWN",
    "BrokenLayout",
    "CannotExport",
    "NoForms",
    "Progress",
    "Wanted",
    "Written",
    "export",
    "export_apart",
    "export_name",
    "form_name",
    "written",
]
