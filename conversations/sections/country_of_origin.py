"""Section 14: the country that the practice comes from."""

from typing import Annotated, ClassVar

from conversations.fields import OUTSIDE, EuCountry, NonEuCountry
from conversations.questions import Question, Section, after


class CountryOfOrigin(Section):
    """A country of the EU or the EEA, or another one."""

    key: ClassVar = "country_of_origin"
    title: ClassVar = "Country of origin"

    country: Annotated[
        str | None,
        EuCountry(
            other="non_eu_country",
            own="country_of_origin.country",
            places=("geographical_scope.scope",),
            phones=("contact.telephone",),
        ),
        Question(
            title="EU or EEA country",
            prompt="Which country does the practice come from?",
            hint="Press it, or type its name in your language or its two letters, such as DK.",
            on_paper="One of the list.",
        ),
    ] = None
    non_eu_country: Annotated[
        str | None,
        NonEuCountry(eu="country"),
        Question(
            title="Non-EU country",
            prompt="Which country outside the EU and EEA is it?",
            hint="Type the name of the country.",
            on_paper="The name of the country.",
            example="Switzerland",
            when=after("country", OUTSIDE),
        ),
    ] = None
