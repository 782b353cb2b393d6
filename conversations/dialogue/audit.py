"""What was done in the office, in the past tense: storage carries it out and writes a line of the audit log for each.

None holds the words of an answer, a name, or the code of an invitation.
"""

from typing import Annotated, Literal

from pydantic import Field

from conversations.dialogue.model import Frozen, Reviewer, Role
from conversations.dialogue.replies import ExportFile


class RoleGiven(Frozen):
    """Somebody got a role, or lost one: a practitioner has none."""

    what: Literal["role_given"] = "role_given"
    whom: int
    role: Role
    was: Role


class InviteMade(Frozen):
    """An invitation was made; it is counted from 1."""

    what: Literal["invite_made"] = "invite_made"
    invitation: int
    role: Reviewer


class InviteWithdrawn(Frozen):
    """An invitation was taken back before anybody used it."""

    what: Literal["invite_withdrawn"] = "invite_withdrawn"
    invitation: int


class InviteUsed(Frozen):
    """An invitation was opened, and gave its role."""

    what: Literal["invite_used"] = "invite_used"
    invitation: int
    role: Reviewer
    was: Role


class InviteRefused(Frozen):
    """An invitation was opened that does not count any more."""

    what: Literal["invite_refused"] = "invite_refused"
    invitation: int
    why: Literal["used", "withdrawn", "expired"]


class Exported(Frozen):
    """An export was asked for, which held so many submissions at that moment."""

    what: Literal["exported"] = "exported"
    file: ExportFile
    count: int


class DraftDeleted(Frozen):
    """A draft that had been left untouched for so long was deleted by itself; ``submission`` was its number."""

    what: Literal["draft_deleted"] = "draft_deleted"
    submission: int
    days: int


class Forgotten(Frozen):
    """All that was kept about somebody was deleted; the line does not say about whom."""

    what: Literal["forgotten"] = "forgotten"


AuditEntry = Annotated[
    RoleGiven | InviteMade | InviteWithdrawn | InviteUsed | InviteRefused | Exported | DraftDeleted | Forgotten,
    Field(discriminator="what"),
]
