"""Section 3: whether RAN's experts have reviewed the practice."""

from typing import Annotated, ClassVar

from conversations.fields import YesNo
from conversations.questions import Question, Section


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
