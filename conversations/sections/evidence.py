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
            hint="Views and figures that show how it succeeds, and what came out of monitoring it.",
            example="In three years 42 young people took part; 35 of them finished school or found work.",
        ),
    ] = None
    feedback: Annotated[
        str | None,
        LongText(),
        Question(
            title="Evaluation and feedback",
            prompt="Has it been evaluated, and what did people say of it?",
            hint="Evaluations by yourselves or by others, surveys, and what the target group said.",
            example="A university evaluated it in 2020; nine of ten participants would recommend it.",
            required=False,
        ),
    ] = None
    peer_review: Annotated[
        str | None,
        LongText(),
        Question(
            title="Peer review",
            prompt="What did peers in RAN say of it?",
            hint="What a RAN working group or a study visit said of the practice.",
            example="A study visit in 2019 praised how mentors and probation officers work together.",
            required=False,
        ),
    ] = None
