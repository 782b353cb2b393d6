"""Section 1: the name of the practice."""

from typing import Annotated, ClassVar

from conversations.fields import Line
from conversations.questions import Question, Section


class Name(Section):
    """What the practice is called."""

    key: ClassVar = "name"
    title: ClassVar = "Name of the practice"

    name: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title="Name of the practice",
            prompt="What is your practice called?",
            hint=(
                "A practice is an activity, method or tool that professionals or community members use, or have used, "
                "to prevent or counter radicalisation and violent extremism. One line, up to 200 characters."
            ),
            example="Open Door: mentoring after prison",
        ),
    ] = None
