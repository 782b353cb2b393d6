"""Section 6: where the practice is or was carried out."""

from typing import Annotated, ClassVar

from conversations.fields import Text
from conversations.questions import Question, Section


class GeographicalScope(Section):
    """Countries, regions and cities, in words."""

    key: ClassVar = "geographical_scope"
    title: ClassVar = "Geographical scope"

    scope: Annotated[
        str | None,
        Text(max_length=1000),
        Question(
            title="Geographical scope",
            prompt="Where is or was it carried out?",
            hint="Name the countries, regions and cities. “Online” is a place, too. Up to 1,000 characters.",
            example="Finland: Oulu, Helsinki and six other cities",
            shared="area",
        ),
    ] = None
