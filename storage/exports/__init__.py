"""Exports: submissions as JSON, CSV, Excel, Word, or all of them in a package."""

from storage.exports.apart import export_apart
from storage.exports.export import export
from storage.exports.files import written
from storage.exports.layout import OWN, BrokenLayout
from storage.exports.trying import check_layout
from storage.exports.wanted import ENDINGS, FORMATS, CannotExport, NoForms, Progress, Wanted, Written, export_name
from storage.exports.word import empty_word_form, form_name, word_form
from storage.exports.wording import EMPTY_NAME

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
    "check_layout",
    "empty_word_form",
    "export",
    "export_apart",
    "export_name",
    "form_name",
    "word_form",
    "written",
]
