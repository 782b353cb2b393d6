"""Sections 3 and 8 to 10: peer review, deliverables, evidence and sustainability."""

from typing import Annotated, ClassVar

from conversations.fields import LongText, YesNo
from conversations.form.questions import Question, Section
from conversations.languages import _


class Deliverables(Section):
    """Titles and links of the products of the practice, and the files."""

    key: ClassVar = "deliverables"
    title: ClassVar = _("Deliverables")

    deliverables: Annotated[
        str | None,
        LongText(),
        Question(
            title=_("Deliverables"),
            prompt=_("What has it produced that others can use?"),
            hint=_(
                "Handbooks, training modules, videos: give titles and links, and say in which language each is. "
                "You can send files too: up to 10, each up to 20 MB."
            ),
            on_paper=_(
                "Handbooks, training modules, videos: give titles and links, and say in which language each is."
            ),
            example=_("Handbook for mentors (English, Danish): https://example.org/handbook"),
            required=False,
            files=True,
        ),
    ] = None


class Evidence(Section):
    """Results, evaluations and peer reviews."""

    key: ClassVar = "evidence"
    title: ClassVar = _("Evidence and evaluation")

    performance: Annotated[
        str | None,
        LongText(),
        Question(
            title=_("Performance"),
            prompt=_("What shows that the practice works?"),
            hint=_("Give figures and views that show its success, and the results of monitoring."),
            example=_("In three years 42 young people took part; 35 of them finished school or found work."),
        ),
    ] = None
    feedback: Annotated[
        str | None,
        LongText(),
        Question(
            title=_("Evaluation and feedback"),
            prompt=_("Has it been evaluated? What did people say about it?"),
            hint=_("Give your own and external evaluations, surveys, and the views of the target group."),
            example=_("A university evaluated it in 2020; nine of ten participants would recommend it."),
            required=False,
        ),
    ] = None
    peer_review: Annotated[
        str | None,
        LongText(),
        Question(
            title=_("Peer review"),
            prompt=_("What did peers in RAN say about it?"),
            hint=_("For example the views of a RAN working group or of a study visit."),
            example=_("A study visit in 2019 praised how mentors and probation officers work together."),
            required=False,
        ),
    ] = None


class Sustainability(Section):
    """Cost, continuity, and elements that others can use."""

    key: ClassVar = "sustainability"
    title: ClassVar = _("Sustainability and transferability")

    sustainability: Annotated[
        str | None,
        LongText(max_words=200),
        Question(
            title=_("Sustainability and transferability"),
            prompt=_("What does it cost, what keeps it going, and what can others take over?"),
            hint=_("Say which elements can be used elsewhere, and how. At most 200 words."),
            example=_(
                "One mentor costs about 9,000 euros a year. The mentor training can be used in any prison service."
            ),
        ),
    ] = None


class PeerReviewed(Section):
    """The label that RAN gives after its own review."""

    key: ClassVar = "peer_reviewed"
    title: ClassVar = _("Peer reviewed")

    peer_reviewed: Annotated[
        bool | None,
        YesNo(),
        Question(
            title=_("Peer reviewed"),
            prompt=_("Has RAN given this practice the label “peer reviewed”?"),
            hint=_(
                "RAN gives it after its own experts have reviewed a practice that is already in the Collection. "
                "For a new practice the answer is usually No."
            ),
        ),
    ] = None
