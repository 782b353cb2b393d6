"""Why a file cannot be read."""


class NotReadable(Exception):  # noqa: N818 - it says what happened
    """The file is no Word form that can be read; the message says why, and how to put it right."""


class NotAForm(NotReadable):
    """The file can be read and has not the titles of the form."""
