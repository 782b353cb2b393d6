"""Exports: submissions as JSON, CSV, Excel, Word, PDF, or all but PDF in a package.

Import ``word.py`` and ``layout.py`` only where a Word form is made: their libraries take 9 MiB.
"""

from storage.exports.export import (
    ENDINGS,
    FORMATS,
    FORMS,
    OWN,
    BrokenLayout,
    CannotExport,
    NoForms,
    Wanted,
    Written,
    can_make_pdf,
    export,
    export_in_subprocess,
    export_name,
    form_name,
    written,
)
from storage.exports.texts import EMPTY_NAME

__all__ = [
    "EMPTY_NAME",
    "ENDINGS",
    "FORMATS",
    "FORMS",
    "OWN",
    "BrokenLayout",
    "CannotExport",
    "NoForms",
    "Wanted",
    "Written",
    "can_make_pdf",
    "export",
    "export_in_subprocess",
    "export_name",
    "form_name",
    "written",
]
