"""Section 2: what the practice is and does."""

from typing import Annotated, ClassVar

from conversations import wording
from conversations.fields import LongText
from conversations.questions import Question, Section
from conversations.relevance import mentions_pve


def advise(text: str) -> str | None:
    """Advise where no link to preventing or countering extremism can be seen in the text."""
    return None if mentions_pve(text) else wording.NO_LINK_SEEN


class Description(Section):
    """Aim and working method, with the link to the Collection's subject."""

    key: ClassVar = "description"
    title: ClassVar = "Description"

    description: Annotated[
        str | None,
        LongText(max_words=300),
        Question(
            title="Description",
            prompt="Describe the practice: its aim and how you work.",
            hint=(
                "Say explicitly how it helps to prevent or counter radicalisation or violent extremism: without that "
                "link a practice cannot enter the Collection. At most 300 words. A long text may come in several "
                "messages."
            ),
            on_paper=(
                "Say explicitly how it helps to prevent or counter radicalisation or violent extremism: without that "
                "link a practice cannot enter the Collection. At most 300 words."
            ),
            example=(
                "Trained mentors meet young people who are drawn to violent extremist groups once a week for a year. "
                "The aim is to prevent radicalisation: together they work on school, family and leisure, and talk "
                "openly about ideology."
            ),
            advise=advise,
        ),
    ] = None
