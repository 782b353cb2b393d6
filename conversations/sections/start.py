"""Section 7: from when to when."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from conversations import wording
from conversations.fields import Year
from conversations.fields.still_active import STILL_ACTIVE
from conversations.questions import Question, Section, broken


class Start(Section):
    """The years in which the practice began and, where it has, ended."""

    key: ClassVar = "start"
    title: ClassVar = "Start of the practice"

    starting_year: Annotated[
        int | None,
        Year(until="ending_year", active=STILL_ACTIVE),
        Question(
            title="Starting year",
            prompt="In which year did it begin?",
            hint=(
                "The year shows how mature the practice is. If you like, add the end: “2011-2014” or “2011, still "
                "active”."
            ),
            on_paper="The year shows how mature the practice is.",
            example="2011",
        ),
    ] = None
    ending_year: Annotated[
        int | None,
        Year(goes_on="Still active"),
        Question(
            title="Ending year",
            prompt="In which year did it end?",
            hint="Only if it has ended. If it goes on, press Still active.",
            on_paper="Only if it has ended.",
            example="2014",
            required=False,
            skip="Still active",
            skip_words=STILL_ACTIVE,
        ),
    ] = None

    @model_validator(mode="after")
    def ends_after_its_start(self) -> Self:
        """Keep the ending year from lying before the starting year."""
        if self.starting_year is not None and self.ending_year is not None and self.ending_year < self.starting_year:
            raise broken("start.ending_year", wording.ends_before_start(self.ending_year, self.starting_year))
        return self
