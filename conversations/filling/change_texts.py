"""What is said about changes of answers: undo, edited messages, replies, and messages that come late."""

from collections.abc import Sequence

from conversations.filling.texts import REDO
from conversations.form.texts import USE, shortened
from conversations.languages import _, ngettext

_SHOWN = 60

# Undo

NOTHING_TO_UNDO = _("There is nothing to undo.")


def undone(titles: Sequence[str], *, answered: bool) -> str:
    """Say that the earlier answers are back, or that the questions have no answer again."""
    if answered:
        said = ngettext(
            "Undone: {questions} is as it was before.", "Undone: {questions} are as they were before.", len(titles)
        )
    else:
        said = ngettext("Undone: {questions} is open again.", "Undone: {questions} are open again.", len(titles))
    return said.format(questions=", ".join(map(str, titles)))


def taken_back(*shown: str) -> str:
    """Say which answers Undo removed, and how to get them again."""
    every = ", ".join(shown)
    if len(shown) == 1 or len(every) <= _SHOWN:
        said = _("I removed “{answer}”.").format(answer=shortened(every, _SHOWN))
    else:
        said = str(_("I removed the answers."))
    return f"{said} {have_again(len(shown))}"


def have_again(count: int) -> str:
    """Say how to get again what Undo removed: one answer or file, or several."""
    return ngettext("To have it again, press {redo}.", "To have them again, press {redo}.", count).format(redo=REDO)


def file_undone(gone: Sequence[str], back: Sequence[str]) -> str:
    """Say which files Undo removed and which it brought back; a second sentence follows "Undone: ... is removed."."""
    removed, returned = ", ".join(gone), ", ".join(back)
    if not gone:
        said = ngettext("Undone: {files} is back.", "Undone: {files} are back.", len(back))
        return said.format(files=returned)
    said = ngettext("Undone: {files} is removed.", "Undone: {files} are removed.", len(gone)).format(files=removed)
    also = ngettext("{files} is back.", "{files} are back.", len(back)).format(files=returned)
    return " ".join((said, *((also,) if back else ()), have_again(len(gone))))


def deleted_undone(title: str) -> str:
    """Say that a deleted draft is back."""
    return _("Undone: “{practice}” is back.").format(practice=title)


# Edited messages, and replies to earlier ones

EDIT_OF_NOTHING = _("The message that you edited was not an answer. Nothing has changed.")
EDIT_OF_PART = _("Your change is saved.")
EDIT_CHANGED_NOTHING = _("The answer is the same as before.")
EDIT_IS_COMMAND = _(
    "A command in an edited message does nothing. Send it as a new message. Your answer stays as it is."
)


def corrected(title: str, saved: str) -> str:
    """Confirm that an edited message changed its answer; ``saved`` is the confirmation, such as "Saved: 2019"."""
    return _("Corrected: {question}. {saved}").format(question=title, saved=saved)


def in_draft(title: str) -> str:
    """Say in which of several practices an answer was changed."""
    return _("This is in your practice “{practice}”.").format(practice=title)


def change_refused(title: str, problem: str, *, reply: bool) -> str:
    """Say that an edited message, or a reply, is not an answer, so that the earlier one stays."""
    if reply:
        said = _("Your reply for {question} was not saved. {problem} The earlier answer stays.")
    else:
        said = _("Your change to {question} was not saved. {problem} The earlier answer stays.")
    return said.format(question=title, problem=problem)


def changed_too_late(title: str, reference: str, *, reply: bool = False) -> str:
    """Say that an edited message, or a reply, does not change a submission."""
    if reply:
        said = _("{reference} has been submitted, so your reply for {question} was not saved.")
    else:
        said = _("{reference} has been submitted, so your change to {question} was not saved.")
    return said.format(reference=reference, question=title)


def edit_replaced(title: str) -> str:
    """Ask whether the edited message of an earlier answer should replace the newer answer."""
    return _(
        "You edited an earlier answer to {question}, and you have given a newer one since. That stays until you press "
        "{use}. The edited text:"
    ).format(question=title, use=USE)


def stays_until_pressed(title: str) -> str:
    """Ask whether to remove an answer, after a reply such as "none"."""
    return _("You have already answered {question}. Keep that answer, or remove it?").format(question=title)


# Messages that come late


def late_saved(title: str, saved: str) -> str:
    """Say that an earlier message is now the answer to its question; ``saved`` confirms it, such as "Saved: 2019"."""
    return _("I have now read your earlier message for {question}. {saved}").format(question=title, saved=saved)


def late_refused(title: str, problem: str) -> str:
    """Say that an earlier message is not an answer to its question, and why."""
    return _("Your earlier message for {question} was not saved. {problem}").format(question=title, problem=problem)
