"""The sentences about files that cannot be read as a Word form."""

from typing import Literal

from conversations.languages import _, number

NAME = "Reading the Word file"

FAILED = "The file could not be read"

# Why a file that somebody sent is not read as a Word form

OLD_DOC = _(
    "It is in the old format of Word (.doc), which I cannot read. Open it in Word, choose Save as, Word document "
    "(.docx), and send that file."
)

RICH_TEXT = _(
    "It is rich text (.rtf), which I cannot read. Open it in Word, choose Save as, Word document (.docx), and send "
    "that file."
)

ENCRYPTED = _("It is protected by a password, so I cannot open it. Remove the password in Word and send it again.")

CORRUPT = _(
    "It is damaged or is no Word file, so I cannot open it. Open it in Word, choose Save as, Word document (.docx), "
    "and send that file."
)

MACROS = _(
    "It has macros, which may do harm, so I do not open it. Open it in Word, choose Save as, Word document (.docx), "
    "and send that file."
)

ENTITIES = _(
    "It refers to things outside of the file, which Word never does, so I do not read it. Open it in Word, choose "
    "Save as, Word document (.docx), and send that file."
)

UNPACKED = _(
    "It unpacks to far more than a form holds, so I do not read it. Copy your answers into the empty Word form."
)

NOT_A_FORM = _("I do not find the titles of the form in it.")

STOPPED = _("It takes too long, or too much memory, to be read. Copy your answers into the empty Word form.")


def too_long(most: int, what: Literal["paragraphs", "characters"]) -> str:
    """Say that a document is longer than a form can be."""
    if what == "paragraphs":
        said = _(
            "It has more than {most} paragraphs, and a form has far less. Copy your answers into the empty Word form."
        )
    else:
        said = _(
            "It has more than {most} characters, and a form has far less. Copy your answers into the empty Word form."
        )
    return said.format(most=number(most))


# A PDF

SCANNED = _(
    "It is a PDF without text, such as a scan, so I cannot read it: send the Word file (.docx) from which it was made."
)

PDF_ENCRYPTED = _(
    "It is a PDF with a password, so I cannot open it. Save it without a password, or send the Word file (.docx) from "
    "which it was made."
)

PDF_CORRUPT = _(
    "It is a damaged PDF, so I cannot open it. Save it as PDF once more, or send the Word file (.docx) from which it "
    "was made."
)


def too_many_pages(most: int) -> str:
    """Say that a PDF is longer than a form can be."""
    said = _("It has more than {most} pages, and a form has far fewer, so I did not look for answers in it.")
    return said.format(most=number(most))
