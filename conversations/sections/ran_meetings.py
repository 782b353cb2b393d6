"""Section 11: the RAN meetings in which the practice was put forward."""

from typing import Annotated, Any, ClassVar

from conversations import wording
from conversations.fields import Context, Line, NotUnderstood, Period, Reading, Understood, When, YesNo
from conversations.fields.meetings import Told, full_date_in, meeting_in, meetings_in
from conversations.fields.yes_no import agreement_in
from conversations.questions import Group, Question, Repeat, Section, after


def _presented(text: str, reading: Reading[Any], context: Context) -> Reading[Any]:
    """Read the meetings behind a Yes, or in place of it."""
    agreed, words = agreement_in(text)
    meetings = meetings_in(words)
    if agreed is False or not meetings or (agreed is None and not meetings[0].name):
        return reading
    items = (int(path.split(".")[2]) + 1 for path in context.answers if path.startswith("ran_meetings.meetings."))
    told = enumerate(meetings, max(items, default=0))
    return Understood(True, {f"meetings.{n}.{key}": value for n, one in told for key, value in one.given.items()})


def _named(text: str, reading: Reading[Any], _context: Context) -> Reading[Any]:
    """Take no Yes for a name; read the date and the place behind one."""
    agreed, words = agreement_in(text)
    if agreed is not None and not words:
        return NotUnderstood(wording.NAME_THE_MEETING)
    told = meeting_in(words) if agreed or full_date_in(words) else Told()
    if not told.name:
        return reading
    return Understood(told.name, {key: value for key, value in told.given.items() if key != "name"})


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
            reads_on=_named,
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
            prompt="Has the practice been presented in a RAN meeting?",
            hint=(
                "Preferably it has, in a working group or at another RAN event. After Yes I ask for the name, date, "
                "place and subject of each meeting. Or tell them at once: “Yes, RAN EXIT in Vienna, 3 May 2019”."
            ),
            on_paper="Preferably it has, in a working group or at another RAN event.",
            reads_on=_presented,
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
