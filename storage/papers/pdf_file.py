"""Open a PDF that may be anything, and give its paragraphs."""

import logging
from io import BytesIO
from typing import IO

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfplumber.utils.exceptions import PdfminerException

from conversations.papers.paragraphs import Paragraph
from storage.papers import texts
from storage.papers.pdf_lines import Line, lines_of
from storage.papers.pdf_text import paragraphs_of
from storage.papers.problems import NotReadable

MOST_PAGES = 30
"""The longest form in the tests has 8; this many take 8 s to read."""

MOST_CHARACTERS = 200_000

_PROTECTED = (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed)


def paragraphs_in_pdf(file: IO[bytes]) -> list[Paragraph]:
    """Return the paragraphs of a PDF; raises ``NotReadable``."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings may quote the file
    try:
        found = _read(file)
    except NotReadable:
        raise
    except Exception as error:  # noqa: BLE001 - pdfminer raises any error at a damaged file
        raise NotReadable(_why(error)) from None
    if not found:
        raise NotReadable(texts.SCANNED)
    return found


def _why(error: Exception) -> str:
    inner = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(inner, MemoryError):
        return texts.STOPPED
    return texts.PDF_ENCRYPTED if isinstance(inner, _PROTECTED) else texts.PDF_CORRUPT


def _read(file: IO[bytes]) -> list[Paragraph]:
    pages: list[tuple[float, float, list[Line]]] = []
    tables = characters = 0
    with pdfplumber.open(BytesIO(file.read())) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise NotReadable(texts.too_many_pages(MOST_PAGES))
        for page in pdf.pages:
            characters += len(page.chars)
            if characters > MOST_CHARACTERS:
                raise NotReadable(texts.too_long(MOST_CHARACTERS, "characters"))
            lines, tables = lines_of(page, tables)
            pages.append((float(page.width), float(page.height), lines))
            page.close()
    return paragraphs_of(pages)
