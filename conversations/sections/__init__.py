"""The form: its sixteen sections in their order, the rules between them, and its version."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from conversations import wording
from conversations.questions import Section, broken
from conversations.sections.contact import Contact
from conversations.sections.country_of_origin import CountryOfOrigin
from conversations.sections.deliverables import Deliverables
from conversations.sections.description import Description
from conversations.sections.eu_funding import EuFunding
from conversations.sections.evidence import Evidence
from conversations.sections.geographical_scope import GeographicalScope
from conversations.sections.key_themes import KeyThemes
from conversations.sections.last_update import LastUpdate
from conversations.sections.name import Name
from conversations.sections.organisation import Organisation
from conversations.sections.peer_reviewed import PeerReviewed
from conversations.sections.ran_meetings import RanMeetings
from conversations.sections.start import Start
from conversations.sections.sustainability import Sustainability
from conversations.sections.target_audience import TargetAudience

TEMPLATE_VERSION = 1
"""The version of the form; CONTRIBUTING says how to change it."""

SECTIONS: tuple[type[Section], ...] = (
    Name,
    Description,
    PeerReviewed,
    KeyThemes,
    TargetAudience,
    GeographicalScope,
    Start,
    Deliverables,
    Evidence,
    Sustainability,
    RanMeetings,
    EuFunding,
    Organisation,
    CountryOfOrigin,
    Contact,
    LastUpdate,
)


class Practice(BaseModel):
    """All sixteen sections together: the ``answers`` of a submission."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name = Name()
    description: Description = Description()
    peer_reviewed: PeerReviewed = PeerReviewed()
    key_themes: KeyThemes = KeyThemes()
    target_audience: TargetAudience = TargetAudience()
    geographical_scope: GeographicalScope = GeographicalScope()
    start: Start = Start()
    deliverables: Deliverables = Deliverables()
    evidence: Evidence = Evidence()
    sustainability: Sustainability = Sustainability()
    ran_meetings: RanMeetings = RanMeetings()
    eu_funding: EuFunding = EuFunding()
    organisation: Organisation = Organisation()
    country_of_origin: CountryOfOrigin = CountryOfOrigin()
    contact: Contact = Contact()
    last_update: LastUpdate = LastUpdate()

    @model_validator(mode="after")
    def updated_after_its_start(self) -> Self:
        """Keep the year of the text from lying before the starting year."""
        began, updated = self.start.starting_year, self.last_update.year
        if began is not None and updated is not None and updated < began:
            raise broken("last_update.year", wording.updated_before_start(updated, began))
        return self
