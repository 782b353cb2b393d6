"""Sections 12 and 13: EU funding and the organisation."""

import re
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import JsonValue

from conversations.fields import (
    LongText,
    OneOf,
    Reading,
    ReadingContext,
    Several,
    Understood,
    YesNo,
)
from conversations.fields.choices import everyday_words, rest_goes_to, says_no_more
from conversations.fields.likely import Likely
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreement_in, guesses
from conversations.form.questions import Other, Question, Section, after
from conversations.form.sections.everyday import (
    FUND_NAMES,
    FUND_WORDS,
    LITTLE_WORDS,
    NEGATIONS,
    ORGANISATION_WORDS,
    PARTLY,
)
from conversations.languages import _


class OrganisationType(StrEnum):
    """The types of organisation in the Collection."""

    NGO = _("NGO")
    GOVERNMENTAL = _("Governmental institution")
    FOUNDATION = _("Foundation")
    CHARITY = _("Charity")
    LIMITED_COMPANY = _("Limited company")
    OTHER = _("Other")


_MEANT_TYPES = {
    "clubs": (OrganisationType.NGO, OrganisationType.CHARITY),
    "churches": (OrganisationType.NGO, OrganisationType.CHARITY, OrganisationType.OTHER),
    "ngo": (OrganisationType.NGO,),
    "charities": (OrganisationType.CHARITY,),
    "foundations": (OrganisationType.FOUNDATION,),
    "schools": (OrganisationType.GOVERNMENTAL, OrganisationType.OTHER),
    "public": (OrganisationType.GOVERNMENTAL,),
    "companies": (OrganisationType.LIMITED_COMPANY,),
}
"""What the words of a language may mean, by their keys in its file."""

_LIKELY_TYPE = Likely(OrganisationType, ORGANISATION_WORDS, most=1, table="organisation", meant=_MEANT_TYPES)


class Organisation(Section):
    """The organisation and its legal status."""

    key: ClassVar = "organisation"
    title: ClassVar = _("Organisation")

    description: Annotated[
        str | None,
        LongText(max_words=100),
        Question(
            title=_("Organisation"),
            prompt=_("Who is behind the practice?"),
            hint=_("Name the organisation, what it does, and its legal status. At most 100 words."),
            example=_("Open Door is a registered non-profit association in Aarhus that works with former prisoners."),
        ),
    ] = None
    type: Annotated[
        str | None,
        OneOf(OrganisationType),
        Question(
            title=_("Type of organisation"),
            called="type, organisation type",
            prompt=_("What type of organisation is it?"),
            hint=_("Press one, or type it."),
            on_paper=_("One of the list."),
            reads_on=everyday_words("organisation.type", _LIKELY_TYPE),
            other=Other(label=OrganisationType.OTHER, key="description", ask=_("Which type of organisation is it?")),
        ),
    ] = None


class Fund(StrEnum):
    """The EU funds that a practice may name."""

    ERASMUS = _("Erasmus+")
    ISF = _("Internal Security Fund (ISF)")
    ESF = _("European Social Fund (ESF)")
    HORIZON_2020 = _("Horizon 2020")
    HORIZON_EUROPE = _("Horizon Europe")
    OTHER = _("Other")


_FUNDS = Several(Fund, called={fold(name): fund for fund, names in FUND_NAMES.items() for name in names.split(",")})

_MEANT_FUNDS = {
    "erasmus": (Fund.ERASMUS,),
    "isf": (Fund.ISF,),
    "esf": (Fund.ESF,),
    "horizon": (Fund.HORIZON_2020, Fund.HORIZON_EUROPE),
    "horizon_2020": (Fund.HORIZON_2020,),
    "horizon_europe": (Fund.HORIZON_EUROPE,),
    "other": (Fund.OTHER,),
}
"""What the words of a language may mean, by their keys in its file."""

_PAYS = re.compile(
    r"fund|paid|pay|financ|finanz|finans|budget|grant|donat|sponsor|municip|ministr|minister|city|state|govern|own |"
    r"self|private|foundation|lotter|church|bezahl|stadt|stiftung|gemeinde|kommun|staat|fördert|gefördert|subsid|subvent|"
    r"\d ?%|€|euro|\b(?:plat(?:í|ia)\b|płac|paga(?:n|r|to)?\b|betaa?l|maks[aā]|fizet|moka|moki|plăt|плаща|πληρ|plač|"
    r"plać|hradí|[ij]ħallas|íoca|paie)",
    re.IGNORECASE,
)
"""Stems of words about who pays."""

_NAME = re.compile(r"\b[A-Z]{3,}\b|\b[A-Z][a-z]+[A-Z]")
"""An abbreviation such as AMIF: a fund or a project that is not in the list."""


def _funded(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
    """Read the funds after a Yes, or instead of it, and words about who pays after a Yes or a No."""
    if fold(text) in PARTLY:
        return Understood(value=True)
    agreed, words = agreement_in(text)
    if agreed is None and isinstance(reading, Understood):  # typed as a number
        return reading
    refused = bool(NEGATIONS & {*fold(words).split()})
    funds = [] if agreed is False or refused else [one for one in _FUNDS.named_in(words) if one != Fund.OTHER]
    if agreed is None and (not funds or guesses(text)):
        return reading
    others: dict[str, JsonValue] = {"funds": list[JsonValue](funds)} if funds else {}
    if context.answers.get("eu_funding.initiatives") is not None:
        return Understood(agreed is not False, others) if others else reading
    if agreed is False and says_no_more(words):
        others["initiatives"] = None
    elif not refused and _says_more(words, funds):
        others["initiatives"] = words
    return Understood(agreed is not False, others) if others else reading


def _says_more(words: str, funds: list[str]) -> bool:
    """Tell whether the words say more than the fund: who pays, or the name of a project."""
    named = {*fold(" ".join(funds)).split(), *(fold(name) for name in ("ISF", "ESF", "FSE", "FSI", "H2020"))}
    more = " ".join(word for word in words.split() if not named | LITTLE_WORDS >= {*fold(word).split()})
    return bool(more) and bool(funds or _PAYS.search(more) or _NAME.search(more))


class EuFunding(Section):
    """EU (co-)funding and linked initiatives."""

    key: ClassVar = "eu_funding"
    title: ClassVar = _("Linked to other EU initiatives or EU funding")

    co_funded: Annotated[
        bool | None,
        YesNo(),
        Question(
            title=_("(Co-)funded by the EU"),
            prompt=_("Does the EU fund the practice, fully or in part?"),
            hint=_(
                "Also answer Yes if it did so in the past. After Yes I ask which fund it is. Or say more at once: "
                "“Yes, ISF and Erasmus+”, “No, the city pays”."
            ),
            on_paper=_("Also answer Yes if it did so in the past."),
            reads_on=_funded,
        ),
    ] = None
    funds: Annotated[
        tuple[str, ...] | None,
        _FUNDS,
        Question(
            title=_("EU funds"),
            prompt=_("Which EU fund is it?"),
            hint=_("Press all that fit, then Done. Or type them, such as ISF and Erasmus."),
            on_paper=_("All that fit, at least one of the list."),
            when=after("co_funded", True),
            other=Other(label=Fund.OTHER, key="initiatives", ask=_("Which other EU fund is it?")),
            reads_on=rest_goes_to(
                "eu_funding.initiatives",
                _("Funding and linked initiatives"),
                of="eu_funding.funds",
                likely=Likely(Fund, FUND_WORDS, table="funds", meant=_MEANT_FUNDS),
            ),
        ),
    ] = None
    initiatives: Annotated[
        str | None,
        LongText(max_words=100),
        Question(
            title=_("Funding and linked initiatives"),
            prompt=_("How is it funded, and which other EU initiatives is it linked to?"),
            hint=_("Say who pays and, for EU money, the name of the project. At most 100 words."),
            example=_("Half by the city, half by Erasmus+ (project Open Door, 2019-2021)."),
            required=False,
        ),
    ] = None
