"""Section 13: who is behind the practice."""

from enum import StrEnum
from typing import Annotated, ClassVar

from conversations.fields import LongText, OneOf
from conversations.questions import Other, Question, Section


class OrganisationType(StrEnum):
    """The legal forms that the Collection tells apart."""

    NGO = "NGO"
    GOVERNMENTAL = "Governmental institution"
    FOUNDATION = "Foundation"
    CHARITY = "Charity"
    LIMITED_COMPANY = "Limited company"
    OTHER = "Other"


class Organisation(Section):
    """The organisation and its legal status."""

    key: ClassVar = "organisation"
    title: ClassVar = "Organisation"

    description: Annotated[
        str | None,
        LongText(max_words=100),
        Question(
            title="Organisation",
            prompt="Who is behind the practice?",
            hint="Name the organisation, what it does, and its legal status. At most 100 words.",
            example="Open Door is a registered non-profit association in Aarhus that works with former prisoners.",
        ),
    ] = None
    type: Annotated[
        str | None,
        OneOf(OrganisationType),
        Question(
            title="Type of organisation",
            prompt="What type of organisation is it?",
            hint="Press one, or type it.",
            on_paper="One of the list.",
            other=Other(label=OrganisationType.OTHER, key="description", ask="Which type of organisation is it?"),
        ),
    ] = None
