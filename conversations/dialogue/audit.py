"""The entries of the audit log, in the past tense: storage carries each out and writes its line.

No entry holds the words of an answer, a name, or the code of an invitation.
"""

from typing import Annotated, Literal

from pydantic import Field

from conversations.dialogue.model import Frozen, Reviewer, Role
from conversations.dialogue.replies import ExportFile


class RoleGiven(Frozen):
    """Somebody got or lost a role; practitioners have none."""

    what: Literal["role_given"] = "role_given"
    whom: int
    role: Role
    was: Role


class InviteMade(Frozen):
    """An invitation was made, to a role or to the practice with that number; invitations are numbered from 1."""

    what: Literal["invite_made"] = "invite_made"
    invitation: int
    role: Reviewer | None = None
    submission: int | None = None


class InviteWithdrawn(Frozen):
    """An invitation was withdrawn before anybody used it."""

    what: Literal["invite_withdrawn"] = "invite_withdrawn"
    invitation: int


class InviteUsed(Frozen):
    """An invitation was used, and gave its role."""

    what: Literal["invite_used"] = "invite_used"
    invitation: int
    role: Reviewer
    was: Role


class InviteRefused(Frozen):
    """Somebody opened an invitation that is no longer valid."""

    what: Literal["invite_refused"] = "invite_refused"
    invitation: int
    why: Literal["used", "withdrawn", "expired"]


class PracticeReceived(Frozen):
    """An invitation gave a practice that belonged to nobody; ``submission`` is its number."""

    what: Literal["practice_received"] = "practice_received"
    invitation: int
    submission: int


class Exported(Frozen):
    """An export was asked for; ``count`` submissions matched then."""

    what: Literal["exported"] = "exported"
    file: ExportFile
    count: int


class DraftDeleted(Frozen):
    """A draft was deleted after ``days`` days without a change; ``submission`` was its number."""

    what: Literal["draft_deleted"] = "draft_deleted"
    submission: int
    days: int


class Forgotten(Frozen):
    """Everything about somebody was deleted; the entry does not say about whom."""

    what: Literal["forgotten"] = "forgotten"


AuditEntry = Annotated[
    RoleGiven
    | InviteMade
    | InviteWithdrawn
    | InviteUsed
    | InviteRefused
    | PracticeReceived
    | Exported
    | DraftDeleted
    | Forgotten,
    Field(discriminator="what"),
]
