"""Time without a database: the due notices by the core's own rules; every notice counts as sent at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Expired, Neglected, Passed, TimeCame
from conversations.reminders.reminding import next_moment
from conversations.reminders.retention import Notice, Untouched, due, is_decent

DAYS = 365


@dataclass
class Clocks:
    """The sent notices, by chat and number of the draft."""

    notices: dict[tuple[int, int], Notice] = field(default_factory=dict)

    def due(self, chat: int, conversation: Conversation, now: datetime) -> Iterable[Passed]:
        """List the due notices of a chat."""
        if not is_decent(now):
            return
        moment = next_moment(conversation)
        if moment is not None and moment <= now:
            yield TimeCame()
        for draft in conversation.drafts:
            one = Untouched(draft.number, draft.updated_at, self.notices.get((chat, draft.number)))
            given = due(one, DAYS, now) if draft.status == "draft" else None
            if isinstance(given, Neglected):
                self.notices[chat, draft.number] = Notice(given.days, now, "sent", now)
            if isinstance(given, Neglected | Expired):
                yield given
