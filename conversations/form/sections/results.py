"""Section 8: what others can read, watch or use."""

from typing import Annotated, Any, ClassVar

from conversations.fields import Line, LongText, NotUnderstood, Period, Reading, ReadingContext, Understood, When, YesNo
from conversations.fields.dates import Told, full_date_in, meeting_in, meetings_in
from conversations.fields.yes_no import agreement_in
from conversations.form import texts
from conversations.form.questions import Group, Question, Repeat, Section, after


class Deliverables(Section):
    """Titles and links of what the practice has made, and the files themselves."""

    key: ClassVar = "deliverables"
    title: ClassVar = "Deliverables"

    deliverables: Annotated[
        str | None,
        LongText(),
        Question(
            title="Deliverables",
            prompt="What has it produced that others can use?",
            hint=(
                "Handbooks, training modules, videos: give titles and links, and say in which language each is. "
                "You can send files too: up to 10, each up to 20 MB."
            ),
            on_paper="Handbooks, training modules, videos: give titles and links, and say in which language each is.",
            example="Handbook for mentors (English, Danish): https://example.org/handbook",
            required=False,
            files=True,
        ),
    ] = None


class Evidence(Section):
    """Results, evaluations, and what peers have said."""

    key: ClassVar = "evidence"
    title: ClassVar = "Evidence and evaluation"

    performance: Annotated[
        str | None,
        LongText(),
        Question(
            title="Performance",
            prompt="What shows that the practice works?",
            hint="Give figures and views that show its success, and the results of monitoring.",
            example="In three years 42 young people took part; 35 of them finished school or found work.",
        ),
    ] = None
    feedback: Annotated[
        str | None,
        LongText(),
        Question(
            title="Evaluation and feedback",
            prompt="Has it been evaluated? What did people say about it?",
            hint="Give your own and external evaluations, surveys, and the views of the target group.",
            example="A university evaluated it in 2020; nine of ten participants would recommend it.",
            required=False,
        ),
    ] = None
    peer_review: Annotated[
        str | None,
        LongText(),
        Question(
            title="Peer review",
            prompt="What did peers in RAN say about it?",
            hint="For example the views of a RAN working group or of a study visit.",
            example="A study visit in 2019 praised how mentors and probation officers work together.",
            required=False,
        ),
    ] = None


class Sustainability(Section):
    """Cost, continuity, and what can be transferred."""

    key: ClassVar = "sustainability"
    title: ClassVar = "Sustainability and transferability"

    sustainability: Annotated[
        str | None,
        LongText(max_words=200),
        Question(
            title="Sustainability and transferability",
            prompt="What does it cost, what keeps it going, and what can others take over?",
            hint="Say which elements can be used elsewhere, and how. At most 200 words.",
            example="One mentor costs about 9,000 euros a year. The mentor training can be used in any prison service.",
        ),
    ] = None


class PeerReviewed(Section):
    """The label that RAN gives after its own review."""

    key: ClassVar = "peer_reviewed"
    title: ClassVar = "Peer reviewed"

    peer_reviewed: Annotated[
        bool | None,
        YesNo(),
        Question(
            title="Peer reviewed",
            prompt="Has RAN given this practice the label “peer reviewed”?",
            hint=(
                "RAN gives it after its own experts have reviewed a practice that is already in the Collection. "
                "For a new practice the answer is usually No."
            ),
        ),
    ] = None


def _presented(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
    """Read the meetings behind a Yes, or in place of it."""
    agreed, words = agreement_in(text)
    meetings = meetings_in(words)
    if agreed is False or not meetings or (agreed is None and not meetings[0].name):
        return reading
    items = (int(path.split(".")[2]) + 1 for path in context.answers if path.startswith("ran_meetings.meetings."))
    told = enumerate(meetings, max(items, default=0))
    return Understood(True, {f"meetings.{n}.{key}": value for n, one in told for key, value in one.given.items()})


def _named(text: str, reading: Reading[Any], _context: ReadingContext) -> Reading[Any]:
    """Take no Yes for a name; read the date and the place behind one."""
    agreed, words = agreement_in(text)
    if agreed is not None and not words:
        return NotUnderstood(texts.NAME_THE_MEETING)
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
