"""Section 10: what keeps the practice going and what others can take over."""

from typing import Annotated, ClassVar

from conversations.fields import LongText
from conversations.questions import Question, Section


class Sustainability(Section):
    """Cost, continuity, and what can be transferred."""

    key: ClassVar = "sustainability"
    title: ClassVar = "Sustainability and transferability"

    sustainability: Annotated[
        str | None,
        LongText(max_words=200),
        Question(
            title="Sustainability and transferability",
            prompt="What does it cost, what keeps it going, and what can others take over?",
            hint="Say which elements can be used elsewhere, and how. At most 200 words.",
            example="One mentor costs about 9,000 euros a year. The mentor training can be used in any prison service.",
        ),
    ] = None
