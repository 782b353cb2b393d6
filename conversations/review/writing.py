"""The words of coordinators: comments, reasons, references; written, in reply, or edited."""

from conversations.messages import Wrote
from conversations.place import Part
from conversations.review import commenting, deciding, queueing
from conversations.review.desk import may_review
from conversations.review.pages import Commenting, Confirming, Declining, Page, Queue, Reading
from conversations.review.wording import at_desk, in_review
from conversations.talk import Talk


def replied(talk: Talk, given: Wrote) -> bool:
    """Take a reply to the message of a question as a comment on it; false where it replies to none."""
    about = next((press for press in given.reply_to if press.action == "comment"), None)
    if about is None or not may_review(talk.desk):
        return False
    dossier = queueing.find(talk, about.draft)
    if dossier is not None:
        commenting.replied(talk, dossier, about, Part(message=given.message, text=given.text))
    return True


def written(talk: Talk, page: Page, part: Part) -> None:
    """Take the words that a page waits for; the tail of a long comment goes with it."""
    match page:
        case Commenting():
            _comment_written(talk, page, part)
        case Declining() | Confirming(decision="decline"):
            deciding.reason_written(talk, page, part.text)
        case Queue():
            queueing.show(talk, part.text)
        case Reading():
            talk.say(in_review.NO_COMMENT_HERE)
        case _:
            talk.say(at_desk.NO_TEXT_HERE)


def _comment_written(talk: Talk, page: Commenting, part: Part) -> None:
    dossier = queueing.find(talk, page.dossier)
    if dossier is not None:
        commenting.written(talk, dossier, page, part)


def revised(talk: Talk, part: Part) -> bool:
    """Take the edited message of a comment; false where it gave none."""
    number = talk.conversation.remarks.get(part.message)
    if number is None or not may_review(talk.desk):
        return False
    dossier = talk.dossier(number)
    return dossier is not None and commenting.revised(talk, dossier, part)
