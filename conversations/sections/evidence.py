"""Section 9: how one knows that the practice works."""

from typing import Annotated, ClassVar

from conversations.fields import LongText
from conversations.questions import Question, Section


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
