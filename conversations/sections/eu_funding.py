"""Section 12: who pays, and whether the EU does."""

import re
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import JsonValue

from conversations.fields import Context, LongText, Reading, Several, Understood, YesNo
from conversations.fields.plain import fold
from conversations.fields.rest import rest_goes_to, says_no_more
from conversations.fields.yes_no import agreement_in
from conversations.questions import Other, Question, Section, after


class Fund(StrEnum):
    """The EU funds that a practice may name."""

    ERASMUS = "Erasmus+"
    ISF = "Internal Security Fund (ISF)"
    ESF = "European Social Fund (ESF)"
    HORIZON_2020 = "Horizon 2020"
    HORIZON_EUROPE = "Horizon Europe"
    OTHER = "Other"


_FUNDS = Several(
    Fund,
    called={
        "H2020": Fund.HORIZON_2020,
        "European Social Fund Plus": Fund.ESF,
        "FSE": Fund.ESF,
        "Europäischer Sozialfonds": Fund.ESF,
        "FSI": Fund.ISF,
        "Fonds für die innere Sicherheit": Fund.ISF,
        "Fonds pour la sécurité intérieure": Fund.ISF,
    },
)
_PAYS = re.compile(
    r"fund|paid|pay|financ|finanz|finans|budget|grant|donat|sponsor|municip|ministr|minister|city|state|govern|own |"
    r"self|private|foundation|lotter|church|bezahl|stadt|stiftung|gemeinde|kommun|staat|fördert|gefördert|subsid|subvent|"
    r"\d ?%|€|euro",
    re.IGNORECASE,
)
"""Stems of words that say who pays."""
_NAME = re.compile(r"\b[A-Z]{3,}\b|\b[A-Z][a-z]+[A-Z]")
"""An abbreviation, such as AMIF, is a fund or a project that the list has not."""
_NOT_WORDS = "no not none never kein keine keiner nicht non pas aucun ikke ingen inte inget niet geen nie bez ei"
_LITTLE_WORDS = (
    "by the from of with through via in a an it is was were fund funds funding funded eu programme program project "
    "money both partly fully mainly only some half please sure too and also under for us we our yes und et og och y e "
    "en i von durch vom aus par du de av af fra"
)
_NOT, _LITTLE = frozenset(_NOT_WORDS.split()), frozenset(_LITTLE_WORDS.split())


def _funded(text: str, reading: Reading[Any], context: Context) -> Reading[Any]:
    """Read the funds behind a Yes, or in place of it, and who pays behind either."""
    agreed, words = agreement_in(text)
    if agreed is None and isinstance(reading, Understood):  # by its number
        return reading
    refused = bool(_NOT & {*fold(words).split()})
    funds = [] if agreed is False or refused else [one for one in _FUNDS.named_in(words) if one != Fund.OTHER]
    if agreed is None and not funds:
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
    """Say whether the words tell more than which fund it is: who pays, or a project's name."""
    named = {*fold(" ".join(funds)).split(), *(fold(name) for name in ("ISF", "ESF", "FSE", "FSI", "H2020"))}
    more = " ".join(word for word in words.split() if not named | _LITTLE >= {*fold(word).split()})
    return bool(more) and bool(funds or _PAYS.search(more) or _NAME.search(more))


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
            hint=(
                "Also answer Yes if it did so in the past. After Yes I ask which fund it is. Or say more at once: "
                "“Yes, ISF and Erasmus+”, “No, the city pays”."
            ),
            on_paper="Also answer Yes if it did so in the past.",
            reads_on=_funded,
        ),
    ] = None
    funds: Annotated[
        tuple[str, ...] | None,
        _FUNDS,
        Question(
            title="EU funds",
            prompt="Which EU fund is it?",
            hint="Press all that fit, then Done. Or type them, such as ISF and Erasmus.",
            on_paper="All that fit, at least one of the list.",
            when=after("co_funded", True),
            other=Other(label=Fund.OTHER, key="initiatives", ask="Which other EU fund is it?"),
            reads_on=rest_goes_to("eu_funding.initiatives", "Funding and linked initiatives", of="eu_funding.funds"),
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
