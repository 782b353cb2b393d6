"""The pages of the office: what an admin may have open."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from conversations.formats import Format
from conversations.frozen import Frozen
from conversations.status import Status


class People(Frozen):
    """Those who have a role; ``leaf`` counts from 0."""

    page: Literal["people"] = "people"
    leaf: int = 0


class OnePerson(Frozen):
    """One person, with the roles that they can be given."""

    page: Literal["person"] = "person"
    user: int


class Changing(Frozen):
    """A role to be given or taken, to be confirmed."""

    page: Literal["changing"] = "changing"
    user: int
    role: Literal["practitioner", "coordinator", "admin"]


class Inviting(Frozen):
    """The invitations that are open."""

    page: Literal["inviting"] = "inviting"


class Exporting(Frozen):
    """What is to be exported, and how; ``since`` is the first day of what was handed in."""

    page: Literal["exporting"] = "exporting"
    format: Format = "xlsx"
    statuses: tuple[Status, ...] = ("approved",)
    since: date | None = None


class Audit(Frozen):
    """What was done in the office, the newest first; ``leaf`` counts from 0."""

    page: Literal["audit"] = "audit"
    leaf: int = 0


Page = Annotated[People | OnePerson | Changing | Inviting | Exporting | Audit, Field(discriminator="page")]
