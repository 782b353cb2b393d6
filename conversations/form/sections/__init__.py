"""The sixteen sections of the form in their order, and the rules between them.

A section is a class: its ``title``, its ``key``, and one field for each question, in their order::

    class Name(Section):
        key: ClassVar = "name"
        title: ClassVar = _("Name of the practice")

        name: Annotated[
            str | None,                      # the type of the stored value; None for a skipped question
            Line(max_length=200),            # the kind of answer, from ``conversations.fields``
            Question(title=_("Name of the practice"), prompt=_("What is your practice called?")),
        ] = None

To add a section, write its class, and add it to ``SECTIONS`` and to ``Practice`` below. A section or a question that
lacks something is refused when it is imported. A form in use has drafts: CONTRIBUTING says how to change it.
"""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from conversations.form import texts
from conversations.form.questions import Section, broken
from conversations.form.sections.contact import Contact
from conversations.form.sections.key_themes import KeyThemes
from conversations.form.sections.organisation import EuFunding, Organisation
from conversations.form.sections.practice import (
    CountryOfOrigin,
    Description,
    GeographicalScope,
    LastUpdate,
    Name,
    Start,
)
from conversations.form.sections.ran_meetings import RanMeetings
from conversations.form.sections.results import Deliverables, Evidence, PeerReviewed, Sustainability
from conversations.form.sections.target_audience import TargetAudience

TEMPLATE_VERSION = 1
"""The version of the form; a change of the form raises it."""

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
        """Refuse a year of the text before the starting year."""
        began, updated = self.start.starting_year, self.last_update.year
        if began is not None and updated is not None and updated < began:
            raise broken("last_update.year", texts.updated_before_start(updated, began))
        return self
