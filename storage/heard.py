"""What a batch is handled with: an update as input, and the parts that every step needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Input
from conversations.dialogue.model import UNNAMED, Operator
from conversations.dialogue.repositories import ReviewRepository
from storage.admin import Codes, new_code

StepFunction = Callable[[Conversation, Input, datetime, ReviewRepository], Step]


@dataclass(frozen=True)
class Heard:
    """An update as input of a conversation; ``query_id`` names the press of a button, which needs an answer of its own.

    ``name`` is the person's name on Telegram. ``fetched`` is false for a file that was not downloaded yet.
    """

    update_id: int
    chat_id: int
    user_id: int
    given: Input
    query_id: str | None = None
    name: str = ""
    fetched: bool = True


@dataclass(frozen=True)
class Setting:
    """The parts that every step needs: the core's ``step``, the admins by the settings, the bot's name for links.

    ``operator`` runs the bot, ``codes`` makes the codes of invitations. ``alone`` is true if there can be no other
    worker.
    """

    step: StepFunction
    admins: frozenset[int] = frozenset()
    username: Callable[[], str] = str
    operator: Operator = UNNAMED
    codes: Codes = new_code
    alone: bool = True
