"""Who may have a document: asked when it is made, which may be long after it was asked for."""

from typing import assert_never

from conversations.messages import Document, EmptyForm, ExportFile, MyData, MyFile, StatsPicture, WordForm
from conversations.roles import REVIEWERS, Role

_ADMINS: tuple[Role, ...] = ("admin",)


def may_have(role: Role, document: Document) -> bool:
    """Say whether somebody with that role may have it; what is one's own, and the empty form, is for everybody."""
    match document:
        case ExportFile() | StatsPicture():
            return role in _ADMINS
        case WordForm(dossier=None) | EmptyForm() | MyData() | MyFile():
            return True
        case WordForm():
            return role in REVIEWERS
        case _:
            assert_never(document)
