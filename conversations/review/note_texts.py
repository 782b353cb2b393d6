"""What the bot says about words that a coordinator typed and that are no comment yet: the notes."""

from conversations.dialogue.model import Status
from conversations.dialogue.pages import ReviewPage
from conversations.dialogue.review_record import Member, Weight
from conversations.filling.review_texts import called, capital
from conversations.form.texts import shortened
from conversations.languages import _, ngettext, number

# Buttons
ANOTHER_QUESTION = _("Another question")
CHOOSE_QUESTION = _("Choose the question")
DELETE_NOTE = _("Delete this note")

# What has become of the words
ONLY_WORDS = _("I cannot keep files here, so I took only the words under it.")
NOT_ON_IT = _("You are not reviewing this yet. Write your comment first, then press Review this.")
NO_COMMENT_MADE = _("No comment was made. You can go on reading above.")
BACK_AT_MESSAGES = _("That was all of the comment. You can go on reading above.")
ENQUIRY_CLOSED = _("I cannot send more to the author about that question.")
WHICH_QUESTION = _("Which question is it about?")
WHICH_SUBMISSION = _("Which submission is it about?")
NO_SUBMISSION = _("To make it a comment, open a submission and reply to one of its questions.")
USED_ALREADY = _("This note is not here any more: it has become a comment, or you have deleted it.")
DELETED = _("The note is deleted.")
NOTES_SHOWN = _("These are your notes. Nobody else sees them.")

_NOT_NOW: dict[Status, str] = {
    "draft": _("Its author has not submitted it yet, so it cannot be commented on."),
    "approved": _("It is approved. To comment on it, reopen it first."),
    "declined": _("It is declined. To comment on it, reopen it first."),
    "withdrawn": _("Its author has withdrawn it, so it cannot be commented on."),
}

# What can be done at a page, after "ok" or "what now?"
_HERE = {
    "queue": _("Press a submission to open it, or send its number."),
    "narrowing": _("Press one of these, or Back."),
    "finding": _("Send other words to look for, or press a practice to open it."),
    "notifying": _("Press how often you want to hear of news."),
    "card": _("Press Read all to read it and to comment. To decide, press Review this first."),
    "reading": _("Press Comment under a question, or reply to its message."),
    "whole": _("Press Comment under a question, or reply to its message."),
    "changes": _("Press Comment under a question, or reply to its message."),
    "commenting": _("Write your comment, or press Cancel."),
    "declining": _("Write the reason, or press Cancel."),
    "confirming": _("Press the button to go on, or Cancel."),
    "questions": _("Press a question to open it."),
    "asked": _("Press a question to open it."),
    "question": _("Write your reply. You see it once more before it goes to the author."),
    "answering": _("Write your reply to the author, or press a button below."),
}

ASKS = frozenset(
    (
        "what now", "now what", "what next", "and now", "what do i do", "what do i do now", "what can i do",
        "what can i do here", "where am i", "how does this work", "how do i comment", "help", "help me",
    )
)  # fmt: skip
"""Questions to the bot, in lower case and without marks: no comment says this."""


def here(page: ReviewPage) -> str:
    """Say what can be done at a page."""
    return str(_HERE.get(page.page, ""))


def takes_no_words(command: str) -> str:
    """Say that a command was not carried out, as words that it does not take stand behind it."""
    return _("/{command} takes no words, so I did nothing.").format(command=command)


def kept(words: str) -> str:
    """Say that words are kept, and repeat their beginning."""
    return _("I have kept this as a note, which only you see: “{words}”").format(words=shortened(words, 200))


def not_now(status: Status) -> str:
    """Say why a submission cannot be commented on."""
    return _NOT_NOW[status]


def on_question(title: str) -> str:
    """Ask whether words are a comment on a question."""
    return _("Is it a comment on {question}?").format(question=title)


def review_first(title: str) -> str:
    """Say how the words become a comment."""
    return _("Nobody is reviewing this yet. Press Review this, and your words become a comment on {question}.").format(
        question=title
    )


def not_on_it(by: Member) -> str:
    """Say, before a comment is written, who is on the submission."""
    return _("{coordinator} is reviewing this. Write your comment first, then give it to {them} or take over.").format(
        coordinator=capital(called(by)), them=called(by)
    )


def somebody_on_it(by: Member, title: str) -> str:
    """Say who is on the submission, and what can be done with the words."""
    return _("{coordinator} is reviewing this. Take it over, or give {them} your comment on {question}.").format(
        coordinator=capital(called(by)), them=called(by), question=title
    )


def comment_on(title: str) -> str:
    """Label the button that makes words a comment on a question, or on a submission."""
    return _("Comment on {question}").format(question=shortened(title, 50))


def give_to(by: Member) -> str:
    """Label the button that gives a comment to the coordinator who is on the submission."""
    return _("Give it to {coordinator}").format(coordinator=called(by))


def find(words: str) -> str:
    """Label the button that looks the words up."""
    return _("Find “{words}”").format(words=shortened(words, 30))


def reply_to_author(question: str) -> str:
    """Label the button that sends the words to the author, who has asked something."""
    return _("Send it to the author, who asked: “{words}”").format(words=shortened(question, 30))


def your_notes(count: int) -> str:
    """Label the button that shows the notes."""
    return _("Your notes ({count})").format(count=count)


def not_sent(count: int) -> str:
    """Say, before a decision, that notes are no comments."""
    if count == 1:
        return str(_("One note of yours is not a comment yet. The author does not get it."))
    return ngettext(
        "{count} note of yours is not a comment yet. The author does not get it.",
        "{count} notes of yours are not comments yet. The author does not get them.",
        count,
    ).format(count=count)


_WEIGHED: dict[Weight, str] = {
    "must fix": _("Comment {number} on {question} is now a must-fix."),
    "suggestion": _("Comment {number} on {question} is now a suggestion."),
}


def weighed(number: int, title: str, weight: Weight) -> str:
    """Say what a comment is now."""
    return _WEIGHED[weight].format(number=number, question=title)


def given(number: int, title: str, by: Member) -> str:
    """Say that the comment is with the coordinator who is on the submission."""
    return _("Your comment {number} on {question} is with {coordinator}, who can send it to the author.").format(
        number=number, question=title, coordinator=called(by)
    )


def given_by(by: Member, title: str, heading: str) -> str:
    """Tell the coordinator who reviews a submission that another one has commented on it."""
    return _("{coordinator} has added a comment on {question} to “{practice}”, which you are reviewing:").format(
        coordinator=capital(called(by)), question=title, practice=heading
    )


def reason_too_long(count: int, limit: int) -> str:
    """Say that a reason does not fit into one message, and what can be done."""
    return ngettext(
        "That is {count} character, {over} over the limit of {limit}. It is kept. Send a shorter text in its place, "
        "or use the beginning.",
        "That is {count} characters, {over} over the limit of {limit}. It is kept. Send a shorter text in its place, "
        "or use the beginning.",
        count,
    ).format(count=number(count), over=number(count - limit), limit=number(limit))


def reason_before(words: str) -> str:
    """Repeat a reason that was written before and not used."""
    return _("You wrote this before: “{words}”").format(words=shortened(words, 300))


def use_reason(count: int, limit: int) -> str:
    """Label the button that takes a reason that was written before."""
    if count <= limit:
        return str(_("Use this reason"))
    return ngettext("Use the first {count} character", "Use the first {count} characters", limit).format(
        count=number(limit)
    )
