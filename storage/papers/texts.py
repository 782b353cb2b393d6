"""The sentences about files that cannot be read as a Word form."""

NAME = "Reading the Word file"

FAILED = "The file could not be read"

SAVE_AS = "Open it in Word, choose Save as, Word document (.docx), and send that file."

OLD_DOC = f"It is in the old format of Word (.doc), which I cannot read. {SAVE_AS}"

RICH_TEXT = f"It is rich text (.rtf), which I cannot read. {SAVE_AS}"

ENCRYPTED = "It is protected by a password, so I cannot open it. Remove the password in Word and send it again."

CORRUPT = f"It is damaged or is no Word file, so I cannot open it. {SAVE_AS}"

MACROS = f"It has macros, which may do harm, so I do not open it. {SAVE_AS}"

ENTITIES = f"It refers to things outside of the file, which Word never does, so I do not read it. {SAVE_AS}"

UNPACKED = "It unpacks to far more than a form holds, so I do not read it. Copy your answers into the empty Word form."

NOT_A_FORM = "I do not find the titles of the form in it."

STOPPED = "It takes too long, or too much memory, to be read. Copy your answers into the empty Word form."


def too_long(most: int, what: str) -> str:
    """Say that a document is longer than a form can be."""
    return f"It has more than {most:,} {what}, and a form has far less. Copy your answers into the empty Word form."


_WORD_FILE = "send the Word file (.docx) from which it was made."

SCANNED = f"It is a PDF without text, such as a scan, so I cannot read it: {_WORD_FILE}"

PDF_ENCRYPTED = f"It is a PDF with a password, so I cannot open it. Save it without a password, or {_WORD_FILE}"

PDF_CORRUPT = f"It is a damaged PDF, so I cannot open it. Save it as PDF once more, or {_WORD_FILE}"


def too_many_pages(most: int) -> str:
    """Say that a PDF is longer than a form can be."""
    return f"It has more than {most} pages, and a form has far fewer, so I did not look for answers in it."
