"""What the bot answers by itself; the rows of the table have all other answers."""

from dataclasses import dataclass
from typing import Literal

About = Literal["question", "remark"]
"""What a text of that row is: something that the coordinators can be asked, too, or something that wants no answer."""


@dataclass(frozen=True)
class Row:
    """What people say, and what the bot answers; ``waiting`` is said instead while a submission waits.

    One that comes ``last`` answers only where no other row does.
    """

    ways: str
    answer: str
    about: About = "question"
    waiting: str = ""
    last: bool = False


TESTING = "That looks like a test. Everything works: send your answer as a message."
"""What is said to "test", "123" and the like."""

YEARS = (
    "That reads like years, so I did not save it here. The years of the practice belong under Start of the practice: "
    "Overview opens it."
)
"""What is said to a text of years alone, where no year is asked."""

NO_SUCH_ROW = (
    "That reads like a message to me, so I did not save it as your answer. To send it to the coordinators, press Ask "
    "the coordinators: their reply comes here."
)
"""What is said to a message that no row answers."""

IF_ANSWER = "If it is your answer, press Use it as the answer."

LEAVE_OPEN = "You can leave this question open: press Later. You need its answer only before you submit."

NOT_NEEDED = "You need no answer here: press {skip}."

STAYS = "The answer that you gave before stays."
"""``{later}``: at a question that needs an answer, at another one, and where there is one."""

NEEDED = "{title} needs an answer before you can submit. To answer it another time, press Later."
"""``{needed}``, at a question that needs an answer and has none."""

IN_OTHER_WORDS = "{prompt} For example:\n{example}"
"""What is said to somebody who does not understand a question."""
