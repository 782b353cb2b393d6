"""Word forms that are sent to the core, and what a person does with them."""

from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Attached
from conversations.dialogue.paper import Paper, ReadAnswer

SUM = "cd" * 32


def sure(path: str, value: object, text: str = "words") -> ReadAnswer:
    """Make an answer that was surely read."""
    return ReadAnswer.model_validate({"question": path, "text": text, "title": "T", "sure": True, "value": value})


def doubtful(path: str, text: str) -> ReadAnswer:
    """Make an answer that is to be checked."""
    return ReadAnswer(question=path, text=text, title="T", sure=False)


def form(*answers: ReadAnswer, left: tuple[str, ...] = (), message: int = 700, **more: object) -> Attached:
    """Make the input of a Word form."""
    given = {"what": "document", "caption": "", "name": "form.docx", "size": 999, "sha256": SUM, "message": message}
    return Attached.model_validate(given | {"paper": Paper(answers=answers, left=left)} | more)


def text_of(one: CoreTalker, given: Attached) -> str:
    """Take a step; return all that is said."""
    return "\n".join(shown.text for shown in one.give(given) if isinstance(shown, Said))


def press(one: CoreTalker, label: str) -> str:
    """Press the newest button with a label; return what is said, or noted on the button."""
    shown = one.do(Act("presses", label))
    return "\n".join(each.text for each in shown)


def says(one: CoreTalker, text: str) -> str:
    """Say something; return what is said."""
    return "\n".join(each.text for each in one.do(Act("says", text)) if isinstance(each, Said))


def draft(one: CoreTalker) -> Draft:
    """Return the draft in hand."""
    return next(each for each in one.conversation.drafts if each.number == one.conversation.hand)


def labels(one: CoreTalker) -> list[str]:
    """List the buttons of the last message."""
    return [button.label for row in one.replies[max(one.replies)].rows for button in row]


NAME = sure("name.name", "Open Gate")

YEAR = sure("start.starting_year", 2014)
