"""The core of the practice bot: what is asked, what counts as an answer, what happens next, what is said.

``step(conversation, given, now)`` is the product in one pure function: it takes what is remembered of a chat and what a
person did, and gives back what is remembered now, what to say, and what happened. Nothing in here knows Telegram, a
database, a clock or chance.
"""

from conversations.dialogue.conversation import Answer, Conversation, Draft, Step
from conversations.dialogue.events import Event
from conversations.dialogue.inputs import Input
from conversations.dialogue.practice import submission_json
from conversations.dialogue.replies import Reply
from conversations.dialogue.state import State
from conversations.engine.engine import step
from conversations.filling.attachments import takes_file
from conversations.form.questions import Question, Section
from conversations.form.sections import SECTIONS, Practice

__all__ = [
    "SECTIONS",
    "Answer",
    "Conversation",
    "Draft",
    "Event",
    "Input",
    "Practice",
    "Question",
    "Reply",
    "Section",
    "State",
    "Step",
    "step",
    "submission_json",
    "takes_file",
]
