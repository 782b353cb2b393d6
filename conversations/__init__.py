"""The core of the practice bot: the form, its answers, the conversation, the review.

``step(conversation, given, now)`` is the product as one pure function: from the stored conversation of a chat and an
input it makes the new conversation, the replies and the events. Nothing here knows Telegram, a database, a clock or
chance.
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
