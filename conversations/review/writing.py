"""The words of coordinators: comments, reasons, references; written, in reply, or edited."""

from conversations.messages import Press, Wrote
from conversations.place import Part
from conversations.review import commenting, deciding, enquiries, queueing
from conversations.review.desk import may_review
from conversations.review.pages import Commenting, Confirming, Declining, Page, Queue, Reading
from conversations.review.wording import at_desk, in_review
from conversations.talk import Talk


def replied(talk: Talk, given: Wrote) -> bool:
    """Take a reply to the message of a question as a comment on it, and one to an author's question as the reply to it.

    False where it replies to neither.
    """
    about = next((press for press in given.reply_to if _is_replied_to(press)), None)
    if about is None or not may_review(talk.desk):
        return False
    dossier = queueing.find(talk, about.draft)
    if dossier is not None:
        reply = commenting.replied if about.action == "comment" else enquiries.replied
        reply(talk, dossier, about, Part(message=given.message, text=given.text))
    return True


def _is_replied_to(press: Press) -> bool:
    """Say whether a button stands under a message that takes a reply; that of an author's question has its number."""
    return press.action == "comment" or (press.action == "read" and press.index is not None)


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
