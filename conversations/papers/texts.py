"""The sentences about Word forms that people send."""

from conversations.fields.texts import quoted
from conversations.form.texts import shortened
from conversations.languages import _, ngettext, number

# Buttons under what was read in a Word form

AS_NEW = _("Use as a new practice")

FILL_GAPS = _("Fill the gaps of this practice")

KEEP = _("Keep it as an attachment")

LEAVE = _("Leave it")

# Word forms that people send

WAITS_FOR_YES = _("I have read your Word form. Please press I agree first; then I show what I read.")

LEFT = _("I have forgotten what I read. Your answers are as they were.")

NOT_WAITING = _("This Word form does not wait any more. Send it again.")

NO_GAPS = _("The form answers nothing that this practice has no answer to. Nothing has changed.")

LEFT_OVER = _("Under no title that I know, so not used:")

_NAME = 60

_LEFT = 200
"""Characters of a text that is not used."""


# Notes under the questions of the Word form

OPTIONAL = _("Optional.")

NOT_ALWAYS = _("Leave it empty where it does not apply.")

ATTACHED = _("Attached: {file}")
"""Stands under an answer that came with a file."""


def copy_for_more(questions: int) -> str:
    """Say how to fill in a repeated group."""
    return ngettext(
        "For each further one, copy this {count} question.",
        "For each further one, copy these {count} questions.",
        questions,
    ).format(count=questions)


# What was read in a Word form


def buttons_hint() -> str:
    """Explain the buttons under what was read."""
    return _(
        "Nothing is saved yet. {as_new}: I save what I read and ask only for the rest. {leave}: I forget what I read. "
        "I wait for your press until tomorrow."
    ).format(as_new=AS_NEW, leave=LEAVE)


def gaps_hint() -> str:
    """Explain the button that fills the gaps."""
    return _("{fill_gaps}: I save only what the practice you are at has no answer to. No answer is replaced.").format(
        fill_gaps=FILL_GAPS
    )


def heading(name: str) -> str:
    """Name the file."""
    return _("What I read in {file}").format(file=shortened(name, _NAME))


def figures(read: int, doubtful: int, missing: int) -> str:
    """Count what was read, what is to check, and what is missing."""
    return ngettext(
        "{count} answer read, {doubtful} to check, {missing} missing.",
        "{count} answers read, {doubtful} to check, {missing} missing.",
        read,
    ).format(count=number(read), doubtful=doubtful, missing=missing)


def section(number: int, title: str) -> str:
    """Write the heading of a section."""
    return f"{number}. {title}"


def answer(title: str, shown: str) -> str:
    """Show an answer that was surely read; without a title for the only question of a section."""
    return f"{title}: {shown}" if title else shown


def to_check(title: str, text: str) -> str:
    """Show a text that is to be checked."""
    return _("To check: {answer}").format(answer=answer(title, f"“{text}”"))


def missing(title: str) -> str:
    """Name a question without an answer."""
    return _("Missing: {question}").format(question=title) if title else str(_("Missing."))


def left_over(text: str) -> str:
    """Quote a text that is not used."""
    return quoted(" ".join(text.split()), _LEFT)


def saved(count: int, rest: int) -> str:
    """Confirm what was saved from a Word form."""
    answers = ngettext(
        "Saved from your Word form: {count} answer.", "Saved from your Word form: {count} answers.", count
    ).format(count=number(count))
    asked = ngettext("I ask for the other {count}.", "I ask for the other {count}.", rest).format(count=rest)
    return f"{answers} {asked if rest else _('Nothing is left to ask.')}"


def read_here(text: str, problem: str) -> str:
    """Show at a question what the Word form says there, and why it was not saved."""
    return f"{_('Your Word form says here: “{text}”.').format(text=text)} {problem}".rstrip()


def not_read(name: str, why: str) -> str:
    """Say that a Word file is not read, and how to keep it."""
    return _("I cannot use {file} as a Word form. {why} Nothing was saved.").format(
        file=shortened(name, _NAME), why=why
    )


def keep_it_at(title: str) -> str:
    """Say where a file that is no form can be kept."""
    return _("To keep the file with the practice, send it at {question}.").format(question=title)


def words_beside(words: str) -> str:
    """Say that the words under a Word form are not saved."""
    return _("The words under the file are not saved: “{words}”. Send them as a message.").format(
        words=shortened(words, _LEFT)
    )
