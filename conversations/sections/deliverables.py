"""Section 8: what others can read, watch or use."""

from typing import Annotated, ClassVar

from conversations.fields import LongText
from conversations.questions import Question, Section


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
