"""Section 11: the RAN meetings in which the practice was put forward."""

from typing import Annotated, ClassVar

from conversations.fields import Line, Period, When, YesNo
from conversations.questions import Group, Question, Repeat, Section, after


class Meeting(Group):
    """One meeting."""

    name: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title="Name of the meeting",
            prompt="Which meeting was it?",
            hint="The RAN working group or event, up to 200 characters. Two groups that met together are one meeting.",
            example="RAN RVT & RAN EDU",
        ),
    ] = None
    date: Annotated[
        Period | None,
        When(),
        Question(
            title="Date of the meeting",
            prompt="When was it?",
            hint="A day, several days, a month or a year.",
            example="23-24 January 2019",
            required=False,
        ),
    ] = None
    place: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title="Place of the meeting",
            prompt="Where was it?",
            hint="A city, or “online”.",
            on_paper="A city, or “online”. One line, up to 200 characters.",
            example="Copenhagen",
            required=False,
            shared="venue",
            hears="clear",  # Nice and Reading are cities
        ),
    ] = None
    subject: Annotated[
        str | None,
        Line(max_length=300),
        Question(
            title="Subject of the meeting",
            prompt="What was it about?",
            hint="One line, up to 300 characters.",
            example="Mentoring in prison and after release",
            required=False,
        ),
    ] = None


class RanMeetings(Section):
    """Whether the practice was presented in RAN, and where."""

    key: ClassVar = "ran_meetings"
    title: ClassVar = "Presented and discussed in RAN meeting"

    presented: Annotated[
        bool | None,
        YesNo(),
        Question(
            title="Presented in a RAN meeting",
            prompt="Has the practice been put forward in a RAN meeting?",
            hint=(
                "Preferably it has been, in a working group or at another RAN event. After Yes I ask for the name, "
                "date, place and subject of each meeting."
            ),
            on_paper="Preferably it has been, in a working group or at another RAN event.",
        ),
    ] = None
    meetings: Annotated[
        tuple[Meeting, ...],
        Repeat(
            title="Presented in a RAN meeting",
            when=after("presented", True),
            more="Add another meeting",
            enough="No more meetings",
            remove="Remove this meeting",
        ),
    ] = ()
