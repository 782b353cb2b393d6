"""Section 5: whom the practice works with."""

from typing import Annotated, ClassVar

from conversations.fields import Line, Several
from conversations.fields.rest import rest_goes_to
from conversations.questions import Question, Section
from conversations.sections.audiences import LIKELY, Audience


class TargetAudience(Section):
    """One or more of the list, and others in words."""

    key: ClassVar = "target_audience"
    title: ClassVar = "Target audience"

    audiences: Annotated[
        tuple[str, ...] | None,
        Several(Audience, called={"NGO": Audience.LOCAL_ORGANISATIONS}),
        Question(
            title="Target audience",
            prompt="Whom does the practice work with?",
            hint="Press all that fit, then Done. Or type them. You can add others next.",
            on_paper="All that fit, at least one of the list.",
            reads_on=rest_goes_to(
                "target_audience.additional",
                "Additional target audience",
                of="target_audience.audiences",
                likely=LIKELY,
            ),
        ),
    ] = None
    additional: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title="Additional target audience",
            prompt="Does it work with anyone who is not in that list?",
            hint="One line, up to 200 characters. Skip it if the list was enough.",
            on_paper="One line, up to 200 characters.",
            example="Sports coaches",
            required=False,
        ),
    ] = None
