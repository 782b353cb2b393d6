"""The sentences about Word forms that people send."""

from conversations.fields.texts import answers
from conversations.form.texts import shortened

AS_NEW = "Use as a new practice"

FILL_GAPS = "Fill the gaps of this practice"

KEEP = "Keep it as an attachment"

LEAVE = "Leave it"

BUTTONS_HINT = (
    f"Nothing is saved yet. {AS_NEW}: I save what I read and ask only for the rest. {LEAVE}: I forget what I read. "
    "I wait for your press until tomorrow."
)

GAPS_HINT = f"{FILL_GAPS}: I save only what the practice you are at has no answer to. No answer is replaced."

WAITS_FOR_YES = "I have read your Word form. Please press I agree first; then I show what I read."

LEFT = "I have forgotten what I read. Your answers are as they were."

NOT_WAITING = "This Word form does not wait any more. Send it again."

NO_GAPS = "The form answers nothing that this practice has no answer to. Nothing has changed."

MISSING = "Missing"

LEFT_OVER = "Under no title that I know, so not used:"

_NAME = 60

_LEFT = 200
"""Characters of a text that is not used."""


def heading(name: str) -> str:
    """Name the file."""
    return f"What I read in {shortened(name, _NAME)}"


def figures(read: int, doubtful: int, missing: int) -> str:
    """Count what was read, what is to check, and what is missing."""
    return f"{answers(read)} read, {doubtful} to check, {missing} missing."


def section(number: int, title: str) -> str:
    """Write the heading of a section."""
    return f"{number}. {title}"


def answer(title: str, shown: str) -> str:
    """Show an answer that was surely read; without a title for the only question of a section."""
    return f"{title}: {shown}" if title else shown


def to_check(title: str, text: str) -> str:
    """Show a text that is to be checked."""
    return f"To check: {answer(title, f'“{text}”')}"


def missing(title: str) -> str:
    """Name a question without an answer."""
    return f"{MISSING}: {title}" if title else f"{MISSING}."


def left_over(text: str) -> str:
    """Quote a text that is not used."""
    return f"“{shortened(' '.join(text.split()), _LEFT)}”"


def saved(count: int, rest: int) -> str:
    """Confirm what was saved from a Word form."""
    asked = f"I ask for the other {rest}." if rest else "Nothing is left to ask."
    return f"Saved from your Word form: {answers(count)}. {asked}"


def read_here(text: str, problem: str) -> str:
    """Show at a question what the Word form says there, and why it was not saved."""
    return f"Your Word form says here: “{text}”. {problem}".rstrip()


def not_read(name: str, why: str) -> str:
    """Say that a Word file is not read, and how to keep it."""
    return f"I cannot use {shortened(name, _NAME)} as a Word form. {why} Nothing was saved."


def keep_it_at(title: str) -> str:
    """Say where a file that is no form can be kept."""
    return f"To keep the file with the practice, send it at {title}."


def words_beside(words: str) -> str:
    """Say that the words under a Word form are not saved."""
    return f"The words under the file are not saved: “{shortened(words, _LEFT)}”. Send them as a message."
