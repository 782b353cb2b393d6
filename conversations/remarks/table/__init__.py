"""What people ask the bot, and what it replies: one row for each subject. Coordinators can read and extend it.

A row has the phrases that people use, in any language, and the reply::

    DEADLINE = Row("what is the deadline, until when, a/any deadline, due .. date, fristen", "There is no deadline.")

To add a phrase, put it into its row. To add a row, write it in one of the files (``answering.py``: what to answer;
``writing.py``: the text of an answer; ``course.py``: the way through the form; ``submitting.py``: its end;
``people.py``: the bot and the people), and add it to ``ROWS`` in ``rows.py``.
``.venv/bin/pytest tests/conversations/remarks`` fails if another row hides the new one.

In the phrases a comma separates phrases, and three signs save work:

- a slash separates words that can replace each other: ``edit/change it``
- two dots stand for up to four words: ``no .. figures``
- a star stands for the rest of a word: ``hungar*``

The row with the longest phrase in a text gives the reply; of several rows, the first in ``ROWS``. A row that comes
``last``, such as "hello", gives the reply only if no other row fits.

In the reply ``{hint}`` is the hint of the open question, or its sentences with figures; ``{example}`` is the question
with its example; ``{needed}`` says whether it needs an answer, and ``{later}`` how to go on without one.

A row decides only the reply; ``listening.py`` decides whether a text is a remark.
"""

from dataclasses import dataclass
from typing import Literal

About = Literal["question", "remark"]
"""A question can also be sent to the coordinators; a remark, such as "thanks", needs no more than the reply."""


@dataclass(frozen=True)
class Row:
    """The phrases that people use, and the reply; ``waiting`` is the reply while a submission waits for its review."""

    phrases: str
    answer: str
    about: About = "question"
    waiting: str = ""
    last: bool = False
