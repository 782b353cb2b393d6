"""Why a file cannot be read, each in one sentence that says what to do."""


class CannotRead(Exception):  # noqa: N818 - it says what is the matter, in one line
    """A file cannot be read; the message is one line for the person who asked."""


TOO_MUCH = "Reading it takes too much time or memory, so it was stopped: divide it, or save it anew."

OLD_OFFICE = "It is encrypted, or of an old Office (.doc, .xls): save it without a password as .xlsx or .docx."

NOT_READ = "It is no file that can be imported: import a Word form, JSON, a package or a spreadsheet (.xlsx)."

NO_FORM = "It is no filled-in form: fewer than four titles of its sections are there."

MACROS = "It has macros: save it as .xlsx or .docx."

NOT_JSON = "It is no JSON in UTF-8."

NOT_A_LIST = "It should be a list of practices, as export writes it."

NO_PRACTICE = "It has no practice."

DAMAGED_SHEET = "It is no spreadsheet that can be read: open it in Excel or LibreOffice, and save it as .xlsx."

NO_HEADINGS = "Its first sheet should have the titles of the questions in its first row, as form writes them."


def too_large(size: int, most: int) -> str:
    """Give the size of a file and the limit."""
    return f"It has {_mib(size)}, and {_mib(most)} is the limit: divide it."


def unpacks_to(size: int, most: int) -> str:
    """Give the size of what a zip file holds, and the limit."""
    return f"It unpacks to {_mib(size)}, and {_mib(most)} is the limit: divide it."


def too_many(most: int) -> str:
    """Say that a file has too many practices."""
    return f"It has more than {most:,} practices: divide it."


def too_many_cells(rows: int, columns: int, most: int) -> str:
    """Say that a sheet is too large."""
    return f"A sheet has {rows:,} rows and {columns:,} columns; {most:,} cells are the limit: delete empty ones."


def twice(title: str) -> str:
    """Say that two columns have one heading."""
    return f"Two columns of its first sheet are called {title!r}: delete one."


def of_no_practice(sheet: str, line: int) -> str:
    """Say that a row belongs to no practice."""
    return f"Row {line} of the sheet {sheet} is of no practice: its name and reference should be as on the first sheet."


def failed(error: str) -> str:
    """Say that the program failed at a file, and at what."""
    return f"It cannot be read ({error})."


def unreadable(error: Exception) -> str:
    """Say that the system cannot read a file, or that it is damaged."""
    why = getattr(error, "strerror", None)
    return f"It cannot be read: {why}." if why else "It is damaged."


def _mib(size: int) -> str:
    return f"{-(-size // (1 << 20)):,} MiB"
