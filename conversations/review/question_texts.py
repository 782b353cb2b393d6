"""All that coordinators read on the pages of the authors' questions."""

from datetime import datetime

from conversations.dialogue.review_record import Enquiry, Member, Said
from conversations.fields.times import moment
from conversations.filling.review_texts import called, capital
from conversations.form.texts import shortened
from conversations.languages import _, ngettext

# Buttons
QUESTIONS = _("Questions")
OPEN = _("Open the question")
REPLY = _("Reply")
ON_IT = _("I am on it")
LET_GO = _("Let go")
CLOSE = _("Close without a reply")
SEND = _("Send to the author")
DISCARD = _("Discard")


# The lists
NO_QUESTIONS = _("No question waits for a reply.")


def waiting(count: str) -> str:
    """Write the title of the list of all questions that wait for a reply."""
    return _("Questions that wait for a reply: {count}").format(count=count)


def of_practice(count: int) -> str:
    """Label the button to all questions about one practice."""
    return _("Author's questions ({count})").format(count=count)


def all_of(heading: str) -> str:
    """Write the title of the list of all questions about one practice."""
    return _("Questions of the author of {practice}").format(practice=heading)


def more_of_it(count: int) -> str:
    """Say how many questions about the same practice are not listed."""
    return ngettext("… and {count} more about this practice", "… and {count} more about this practice", count).format(
        count=count
    )


def asked(said: Said, question: str, now: datetime) -> str:
    """Say when a question came, about which question of the form, and how it begins."""
    return _("{moment}, about {question}: “{words}”").format(
        moment=capital(moment(said.at, now)), question=question, words=shortened(said.text, 120)
    )


# One question


def about(heading: str, question: str) -> str:
    """Write the title of the page of one question."""
    return _("{practice}: a question about {question}").format(practice=heading, question=question)


def said_by(by: Member | None, at: datetime, now: datetime) -> str:
    """Say who wrote a message of the talk, and when."""
    return f"{capital(called(by))}, {moment(at, now)}:"


def state(enquiry: Enquiry, by: Member | None, me: Member, now: datetime) -> str:
    """Say whether a question waits, and that ``by`` is on it or has closed it."""
    mine = by is not None and by.user == me.user
    who = called(by)
    if enquiry.closed is not None:
        said = (
            _("Closed without a reply by you, {moment}") if mine else _("Closed without a reply by {person}, {moment}")
        )
        return said.format(person=who, moment=moment(enquiry.closed.since, now))
    if enquiry.waiting is None:
        return str(_("Answered"))
    if by is None or enquiry.claim is None:
        return str(_("Nobody is on it"))
    said = _("You have been on it since {moment}") if mine else _("{coordinator} has been on it since {moment}")
    return said.format(coordinator=capital(who), moment=moment(enquiry.claim.since, now))


WRITE_HERE = _("To answer, write your reply here. You see it once more before it goes to the author.")
OWN_QUESTION = _("This is your own question, so another coordinator has to answer it.")
NOW_ON_IT = _("You are now on this question. Other coordinators can see that.")
LET_GO_OF = _("You have let the question go. Another coordinator can take it now.")
CLOSED = _("The question is closed. The author is not told; if they write again, it is open again.")


GONE = _("That question was deleted with its author's data. Nothing was sent.")


# The reply
WRITE_REPLY = _("Write your reply as a message. It goes to the author at once, with your name.")
DISCARDED = _("Your reply is discarded. Nothing was sent.")


def answered_by(by: Member, text: str) -> str:
    """Say that another coordinator has answered first, and how."""
    return _("{coordinator} has already answered: “{words}”").format(
        coordinator=capital(called(by)), words=shortened(text, 1000)
    )


def not_sent_yet() -> str:
    """Say under a reply that it must still be sent."""
    return _("This is your reply. It is not sent yet: press {send}, or write more.").format(send=SEND)
