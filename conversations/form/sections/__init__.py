"""The form: its sixteen sections in their order, the rules between them, and its version."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from conversations.form import texts
from conversations.form.questions import Section, broken
from conversations.form.sections.organisation import Contact, EuFunding, Organisation
from conversations.form.sections.practice import (
    CountryOfOrigin,
    Description,
    GeographicalScope,
    KeyThemes,
    LastUpdate,
    Name,
    Start,
)
from conversations.form.sections.results import Deliverables, Evidence, PeerReviewed, RanMeetings, Sustainability
from conversations.form.sections.target_audience import TargetAudience

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
            raise broken("last_update.year", texts.updated_before_start(updated, began))
        return self
