"""Section 4: the two themes that fit the practice best."""

from enum import StrEnum
from typing import Annotated, ClassVar

from conversations.fields import Several
from conversations.questions import Question, Section


class Theme(StrEnum):
    """The Collection's themes."""

    EARLY_PREVENTION = "(Early) prevention"
    NARRATIVES = "Alternative and counter narratives"
    DERADICALISATION = "Deradicalisation/disengagement"
    FAMILY_SUPPORT = "Family support"
    FOREIGN_TERRORIST_FIGHTERS = "Foreign Terrorist Fighters and their families"
    EDUCATION = "Formal/informal education"
    FORMERS = "Formers"
    GENDER = "Gender/women"
    ISLAMIST_EXTREMISM = "Islamist extremism"
    LOCAL_STRATEGIES = "Local strategies/cities"
    MULTI_AGENCY = "Multi-agency cooperation"
    PRISON_AND_PROBATION = "Prison and probation"
    REHABILITATION = "Rehabilitation"
    SOCIAL_COHESION = "Social cohesion and polarisation"
    TRAINING = "Training"
    VICTIMS = "Victims of terrorism"
    RIGHT_WING_EXTREMISM = "Violent right-wing extremism"
    VULNERABLE_YOUTH = "Vulnerable youth and youth engagement in P/CVE"


class KeyThemes(Section):
    """Exactly two of the Collection's themes."""

    key: ClassVar = "key_themes"
    title: ClassVar = "Key themes"

    themes: Annotated[
        tuple[str, ...] | None,
        Several(Theme, exactly=2),
        Question(
            title="Key themes",
            prompt="Which two themes fit best?",
            hint="Press two, or type them.",
            on_paper="Two of the list.",
        ),
    ] = None
