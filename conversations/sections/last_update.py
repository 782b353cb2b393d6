"""Section 16: how old the text is."""

from typing import Annotated, ClassVar

from conversations import wording
from conversations.fields import Year
from conversations.questions import Question, Section


class LastUpdate(Section):
    """The year of the text."""

    key: ClassVar = "last_update"
    title: ClassVar = "Last update text"

    year: Annotated[
        int | None,
        Year(shortcuts=(wording.THIS_YEAR,)),
        Question(
            title="Last update",
            prompt="From which year is this text?",
            hint="Usually this year. It cannot be before the starting year.",
            example="2024",
        ),
    ] = None
