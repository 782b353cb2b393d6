"""Where a person is after a turn, for its log line: the path of a question or the name of a page, nothing written."""

from datetime import datetime

from conversations.conversation import Conversation, Step
from conversations.messages import FileKept, Input
from conversations.place import Asking, AtDesk, AtOffice, Collecting, Opened, Place, Repeating
from conversations.review.desk import Desk
from storage import StepFunction


class Following:
    """The step, where the last one led, and whether it kept a file."""

    def __init__(self, step: StepFunction) -> None:
        self._step = step
        self.place: str | None = None
        self.kept_file = False

    def __call__(self, conversation: Conversation, given: Input, now: datetime, desk: Desk) -> Step:
        """Take the step and remember the place."""
        taken = self._step(conversation, given, now, desk)
        self.place = whereabouts(taken.conversation.place)
        self.kept_file = any(isinstance(event, FileKept) for event in taken.events)
        return taken


def whereabouts(place: Place) -> str:
    """Name a place in one or two words."""
    match place:
        case Asking() | Collecting():
            return f"{place.at} {place.question}"
        case Repeating() | Opened():
            return f"{place.at} {place.section}"
        case AtDesk() | AtOffice():
            return f"{place.at} {place.page.page}"
        case _:
            return place.at
