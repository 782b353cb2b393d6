"""The core of the practice bot: what is asked, what counts as an answer, what happens next, what is said.

``step(conversation, given, now)`` is the product in one pure function: it takes what is remembered of a chat and what a
person did, and gives back what is remembered now, what to say, and what happened. Nothing in here knows Telegram, a
database, a clock or chance.
"""

from conversations.attaching import takes_file
from conversations.conversation import Answer, Conversation, Draft, Step
from conversations.engine import step
from conversations.messages import Event, Input, Reply
from conversations.place import Place
from conversations.questions import Question, Section
from conversations.sections import SECTIONS, Practice
from conversations.submission import submission_json

__all__ = [
    "SECTIONS",
    "Answer",
    "Conversation",
    "Draft",
    "Event",
    "Input",
    "Place",
    "Practice",
    "Question",
    "Reply",
    "Section",
    "Step",
    "step",
    "submission_json",
    "takes_file",
]
