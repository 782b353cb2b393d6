"""The paragraphs of a Word form, as plain data."""

from conversations.dialogue.model import Frozen


class Cell(Frozen):
    """A cell of a table, counted from 0; ``columns`` is the number of cells in its row."""

    table: int
    row: int
    column: int
    columns: int


class Paragraph(Frozen):
    """One paragraph with its line breaks; addresses behind words stand in the text.

    ``heading`` is the level of its heading style, 0 for none; ``bold`` says that all of it is bold, and ``lead`` is the
    bold beginning of a paragraph that is not. ``bullet`` is the level in a list from 1, 0 outside of lists. ``first``
    says that it is the first paragraph of its cell. ``doubtful`` says that the text may not be as it was written.
    """

    text: str
    heading: int = 0
    bold: bool = False
    lead: str = ""
    bullet: int = 0
    cell: Cell | None = None
    first: bool = False
    doubtful: bool = False

    @property
    def stands_out(self) -> bool:
        """Say whether it looks like a title: by its style, or as the beginning of a row."""
        in_front = self.cell is not None and self.first and self.cell.column == 0 and self.cell.columns > 1
        return bool(self.heading) or self.bold or in_front
