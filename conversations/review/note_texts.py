"""What the bot says about words that a coordinator typed and that are no comment yet: the notes."""

from conversations.dialogue.model import Status
from conversations.dialogue.pages import ReviewPage
from conversations.dialogue.review_record import Member, Weight
from conversations.fields.texts import characters
from conversations.filling.review_texts import called, capital
from conversations.form.texts import shortened
from conversations.review import texts

# Buttons
ANOTHER_QUESTION = "Another question"
CHOOSE_QUESTION = "Choose the question"
DELETE_NOTE = "Delete this note"

# What has become of the words
ONLY_WORDS = "I cannot keep files here, so I took only the words under it."
NOT_ON_IT = "You are not reviewing this yet. Write your comment first, then press Review this."
NO_COMMENT_MADE = "No comment was made. You can go on reading above."
BACK_AT_MESSAGES = "That was all of the comment. You can go on reading above."
ENQUIRY_CLOSED = "I cannot send more to the author about that question."
WHICH_QUESTION = "Which question is it about?"
WHICH_SUBMISSION = "Which submission is it about?"
NO_SUBMISSION = "To make it a comment, open a submission and reply to one of its questions."
USED_ALREADY = "This note is not here any more: it has become a comment, or you have deleted it."
DELETED = "The note is deleted."
NOTES_SHOWN = "These are your notes. Nobody else sees them."
RIGHTS_LOST = "What you wrote is kept as a note; you see it if you are a coordinator again."

_NOT_NOW: dict[Status, str] = {
    "draft": "Its author has not submitted it yet, so it cannot be commented on.",
    "approved": "It is approved. To comment on it, reopen it first.",
    "declined": "It is declined. To comment on it, reopen it first.",
    "withdrawn": "Its author has withdrawn it, so it cannot be commented on.",
}

# What can be done at a page, after "ok" or "what now?"
_HERE = {
    "queue": "Press a submission to open it, or send its number.",
    "narrowing": "Press one of these, or Back.",
    "finding": "Send other words to look for, or press a practice to open it.",
    "notifying": "Press how often you want to hear of news.",
    "card": "Press Read all to read it and to comment. To decide, press Review this first.",
    "reading": "Press Comment under a question, or reply to its message.",
    "whole": "Press Comment under a question, or reply to its message.",
    "changes": "Press Comment under a question, or reply to its message.",
    "commenting": "Write your comment, or press Cancel.",
    "declining": "Write the reason, or press Cancel.",
    "confirming": "Press the button to go on, or Cancel.",
    "questions": "Press a question to open it.",
    "asked": "Press a question to open it.",
    "question": "Write your reply. You see it once more before it goes to the author.",
    "answering": "Write your reply to the author, or press a button below.",
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
    return _HERE.get(page.page, "")


def takes_no_words(command: str) -> str:
    """Say that a command was not carried out, as words that it does not take stand behind it."""
    return f"/{command} takes no words, so I did nothing."


def kept(words: str) -> str:
    """Say that words are kept, and repeat their beginning."""
    return f"I have kept this as a note, which only you see: “{shortened(words, 200)}”"


def not_now(status: Status) -> str:
    """Say why a submission cannot be commented on."""
    return _NOT_NOW[status]


def on_question(title: str) -> str:
    """Ask whether words are a comment on a question."""
    return f"Is it a comment on {title}?"


def review_first(title: str) -> str:
    """Say how the words become a comment."""
    return f"Nobody is reviewing this yet. Press Review this, and your words become a comment on {title}."


def not_on_it(by: Member) -> str:
    """Say, before a comment is written, who is on the submission."""
    who = called(by)
    return f"{capital(who)} is reviewing this. Write your comment first, then give it to {who} or take over."


def somebody_on_it(by: Member, title: str) -> str:
    """Say who is on the submission, and what can be done with the words."""
    who = called(by)
    return f"{capital(who)} is reviewing this. Take it over, or give {who} your comment on {title}."


def comment_on(title: str) -> str:
    """Label the button that makes words a comment on a question, or on a submission."""
    return f"Comment on {shortened(title, 50)}"


def give_to(by: Member) -> str:
    """Label the button that gives a comment to the coordinator who is on the submission."""
    return f"Give it to {called(by)}"


def find(words: str) -> str:
    """Label the button that looks the words up."""
    return f"Find “{shortened(words, 30)}”"


def reply_to_author(question: str) -> str:
    """Label the button that sends the words to the author, who has asked something."""
    return f"Send it to the author, who asked: “{shortened(question, 30)}”"


def your_notes(count: int) -> str:
    """Label the button that shows the notes."""
    return f"Your notes ({count})"


def not_sent(count: int) -> str:
    """Say, before a decision, that notes are no comments."""
    if count == 1:
        return "One note of yours is not a comment yet. The author does not get it."
    return f"{count} notes of yours are not comments yet. The author does not get them."


def weighed(number: int, title: str, weight: Weight) -> str:
    """Say what a comment is now."""
    return f"Comment {number} on {title} is now a {texts.WEIGHTS[weight]}."


def given(number: int, title: str, by: Member) -> str:
    """Say that the comment is with the coordinator who is on the submission."""
    return f"Your comment {number} on {title} is with {called(by)}, who can send it to the author."


def given_by(by: Member, title: str, heading: str) -> str:
    """Tell the coordinator who reviews a submission that another one has commented on it."""
    return f"{capital(called(by))} has added a comment on {title} to “{heading}”, which you are reviewing:"


def reason_too_long(count: int, limit: int) -> str:
    """Say that a reason does not fit into one message, and what can be done."""
    return (
        f"That is {characters(count)}, {count - limit:,} over the limit of {limit:,}. It is kept. Send a "
        "shorter text in its place, or use the beginning."
    )


def reason_before(words: str) -> str:
    """Repeat a reason that was written before and not used."""
    return f"You wrote this before: “{shortened(words, 300)}”"


def use_reason(count: int, limit: int) -> str:
    """Label the button that takes a reason that was written before."""
    return "Use this reason" if count <= limit else f"Use the first {limit:,} characters"
