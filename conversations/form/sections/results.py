"""Sections 3 and 8 to 10: peer review, deliverables, evidence and sustainability."""

from typing import Annotated, ClassVar

from conversations.fields import LongText, YesNo
from conversations.form.questions import Question, Section


class Deliverables(Section):
    """Titles and links of the products of the practice, and the files."""

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
    """Results, evaluations and peer reviews."""

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
    """Cost, continuity, and elements that others can use."""

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
