"""Why a file cannot be read."""


class NotReadable(Exception):  # noqa: N818 - it says what happened
    """The file is no Word form that can be read; the message says why, and how to put it right."""

    def __init__(self, why: str) -> None:
        """Keep the message in the language that is spoken now."""
        super().__init__(str(why))


class NotAForm(NotReadable):
    """The file can be read and has not the titles of the form."""
