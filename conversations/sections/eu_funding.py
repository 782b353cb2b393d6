"""Section 12: who pays, and whether the EU does."""

from enum import StrEnum
from typing import Annotated, ClassVar

from conversations.fields import LongText, Several, YesNo
from conversations.questions import Other, Question, Section, after


class Fund(StrEnum):
    """The EU funds that a practice may name."""

    ERASMUS = "Erasmus+"
    ISF = "Internal Security Fund (ISF)"
    ESF = "European Social Fund (ESF)"
    HORIZON_2020 = "Horizon 2020"
    HORIZON_EUROPE = "Horizon Europe"
    OTHER = "Other"


class EuFunding(Section):
    """EU (co-)funding and linked initiatives."""

    key: ClassVar = "eu_funding"
    title: ClassVar = "Linked to other EU initiatives or EU funding"

    co_funded: Annotated[
        bool | None,
        YesNo(),
        Question(
            title="(Co-)funded by the EU",
            prompt="Does the EU fund the practice, fully or in part?",
            hint="Also answer Yes if it did so in the past. After Yes I ask which fund it is.",
            on_paper="Also answer Yes if it did so in the past.",
        ),
    ] = None
    funds: Annotated[
        tuple[str, ...] | None,
        Several(Fund),
        Question(
            title="EU funds",
            prompt="Which EU fund is it?",
            hint="Press all that fit, then Done. Or type them: by name, or by their place in the list, such as 1, 3.",
            on_paper="All that fit, at least one of the list.",
            when=after("co_funded", True),
            other=Other(label=Fund.OTHER, key="initiatives", ask="Which other EU fund is it?"),
        ),
    ] = None
    initiatives: Annotated[
        str | None,
        LongText(max_words=100),
        Question(
            title="Funding and linked initiatives",
            prompt="How is it funded, and which other EU initiatives is it linked to?",
            hint="Say who pays and, for EU money, the name of the project. At most 100 words.",
            example="Half by the city, half by Erasmus+ (project Open Door, 2019-2021).",
            required=False,
        ),
    ] = None
