"""Buttons of the desk: they carry the number of the dossier that they are about."""

from conversations.messages import Button, Press
from conversations.review.desk import Dossier
from conversations.review.pages import Commenting
from conversations.review.record import Comment
from conversations.screens.layout import Rows
from conversations.talk import Talk


def desk_button(talk: Talk, label: str, action: str, about: str = "", index: int | None = None) -> Button:
    """Make a button for the page that is shown now, about no dossier."""
    return _made(talk, label, Press(draft=0, revision=0, about=about, action=action, index=index))


def of_dossier(talk: Talk, dossier: Dossier, label: str, action: str, about: str = "") -> Button:
    """Make a button about a dossier."""
    return _made(talk, label, Press(draft=dossier.number, revision=0, about=about, action=action))


def closing(talk: Talk, dossier: Dossier, page: Commenting, label: str) -> Button:
    """Make the button that leads from a comment back to the section of its question."""
    return of_dossier(talk, dossier, label, "close", page.section.section)


def of_comment(talk: Talk, dossier: Dossier, comment: Comment, label: str, action: str) -> Button:
    """Make a button about a comment."""
    press = Press(draft=dossier.number, revision=0, about=comment.question, action=action, index=comment.number)
    return _made(talk, f"{label} {comment.number}", press)


def _made(talk: Talk, label: str, press: Press) -> Button:
    return Button(label=label, press=press.model_copy(update={"revision": talk.conversation.revision}))


def paired(*buttons: Button) -> Rows:
    """Put buttons two in a row."""
    return tuple(buttons[n : n + 2] for n in range(0, len(buttons), 2))
