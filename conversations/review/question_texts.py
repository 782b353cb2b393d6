"""All that coordinators read on the pages of the authors' questions."""

from datetime import datetime

from conversations.dialogue.review_record import Enquiry, Member, Said
from conversations.fields.times import moment
from conversations.filling.review_texts import called, capital
from conversations.form.texts import shortened

# Buttons
QUESTIONS = "Questions"
OPEN = "Open the question"
REPLY = "Reply"
ON_IT = "I am on it"
LET_GO = "Let go"
CLOSE = "Close without a reply"
SEND = "Send to the author"
DISCARD = "Discard"


# The lists
NO_QUESTIONS = "No question waits for a reply."


def waiting(count: str) -> str:
    """Write the title of the list of all questions that wait for a reply."""
    return f"Questions that wait for a reply: {count}"


def of_practice(count: int) -> str:
    """Label the button to all questions about one practice."""
    return f"Author's questions ({count})"


def all_of(heading: str) -> str:
    """Write the title of the list of all questions about one practice."""
    return f"Questions of the author of {heading}"


def more_of_it(count: int) -> str:
    """Say how many questions about the same practice are not listed."""
    return f"… and {count} more about this practice"


def asked(said: Said, question: str, now: datetime) -> str:
    """Say when a question came, about which question of the form, and how it begins."""
    return f"{capital(moment(said.at, now))}, about {question}: “{shortened(said.text, 120)}”"


# One question


def about(heading: str, question: str) -> str:
    """Write the title of the page of one question."""
    return f"{heading}: a question about {question}"


def said_by(by: Member | None, at: datetime, now: datetime) -> str:
    """Say who wrote a message of the talk, and when."""
    return f"{capital(called(by))}, {moment(at, now)}:"


def state(enquiry: Enquiry, by: Member | None, me: Member, now: datetime) -> str:
    """Say whether a question waits, and that ``by`` is on it or has closed it."""
    who = "you" if by is not None and by.user == me.user else called(by)
    if enquiry.closed is not None:
        return f"Closed without a reply by {who}, {moment(enquiry.closed.since, now)}"
    if enquiry.waiting is None:
        return "Answered"
    if by is None or enquiry.claim is None:
        return "Nobody is on it"
    verb = "have" if by.user == me.user else "has"
    return f"{capital(who)} {verb} been on it since {moment(enquiry.claim.since, now)}"


WRITE_HERE = "To answer, write your reply here. You see it once more before it goes to the author."
OWN_QUESTION = "This is your own question, so another coordinator has to answer it."
NOW_ON_IT = "You are now on this question. Other coordinators can see that."
LET_GO_OF = "You have let the question go. Another coordinator can take it now."
CLOSED = "The question is closed. The author is not told; if they write again, it is open again."


GONE = "That question was deleted with its author's data. Nothing was sent."


# The reply
WRITE_REPLY = "Write your reply as a message. It goes to the author at once, with your name."
NOT_SENT_YET = f"This is your reply. It is not sent yet: press {SEND}, or write more."
DISCARDED = "Your reply is discarded. Nothing was sent."


def answered_by(by: Member, text: str) -> str:
    """Say that another coordinator has answered first, and how."""
    return f"{capital(called(by))} has already answered: “{shortened(text, 1000)}”"
