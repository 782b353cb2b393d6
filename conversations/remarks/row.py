"""What people ask the bot, and what it answers: one row of the table for each thing."""

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
