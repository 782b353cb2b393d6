"""Sections 12, 13 and 15: EU funding, the organisation, and the contact details."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import JsonValue

from conversations.fields import (
    Email,
    Kind,
    Line,
    LongText,
    NotUnderstood,
    Offered,
    OneOf,
    Option,
    Phone,
    Reading,
    ReadingContext,
    Several,
    Text,
    Understood,
    Website,
    YesNo,
    texts,
)
from conversations.fields.choices import everyday_words, rest_goes_to, says_no_more
from conversations.fields.contact_details import MY_NAME, MYSELF, details_in
from conversations.fields.likely import Likely
from conversations.fields.plain import fold
from conversations.fields.yes_no import agreement_in, guesses
from conversations.form import texts as form_texts
from conversations.form.questions import Doing, Other, Question, ReadsOn, Section, after
from conversations.form.sections.everyday import FUND_WORDS, LITTLE_WORDS, NEGATIONS, ORGANISATION_WORDS, PARTLY


class OrganisationType(StrEnum):
    """The types of organisation in the Collection."""

    NGO = "NGO"
    GOVERNMENTAL = "Governmental institution"
    FOUNDATION = "Foundation"
    CHARITY = "Charity"
    LIMITED_COMPANY = "Limited company"
    OTHER = "Other"


class Organisation(Section):
    """The organisation and its legal status."""

    key: ClassVar = "organisation"
    title: ClassVar = "Organisation"

    description: Annotated[
        str | None,
        LongText(max_words=100),
        Question(
            title="Organisation",
            prompt="Who is behind the practice?",
            hint="Name the organisation, what it does, and its legal status. At most 100 words.",
            example="Open Door is a registered non-profit association in Aarhus that works with former prisoners.",
        ),
    ] = None
    type: Annotated[
        str | None,
        OneOf(OrganisationType),
        Question(
            title="Type of organisation",
            called="type, organisation type",
            prompt="What type of organisation is it?",
            hint="Press one, or type it.",
            on_paper="One of the list.",
            reads_on=everyday_words("organisation.type", Likely(OrganisationType, ORGANISATION_WORDS, most=1)),
            other=Other(label=OrganisationType.OTHER, key="description", ask="Which type of organisation is it?"),
        ),
    ] = None


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
            reads_on=rest_goes_to(
                "eu_funding.initiatives",
                "Funding and linked initiatives",
                of="eu_funding.funds",
                likely=Likely(Fund, FUND_WORDS),
            ),
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


_REGIONS = ("country_of_origin.country", "country_of_origin.non_eu_country")

_KINDS: dict[str, Kind[str]] = {
    "address": Text(max_length=500),
    "person": Line(max_length=200),
    "email": Email(),
    "telephone": Phone(region_from=_REGIONS),
    "website": Website(),
}

_TITLES = {
    "address": "Address",
    "person": "Contact person",
    "email": "Email",
    "telephone": "Telephone",
    "website": "Website",
}

_NEEDED = frozenset(("person", "email"))


def _details(own: str) -> ReadsOn:
    """Make a function that splits several details sent to one question, and shows them to be checked."""

    def read_on(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:
        names = (str(context.answers.get(path) or "") for path in ("organisation.description", "name.name"))
        found = details_in(text, tuple(names))
        open_ = [key for key in _KINDS if key == own or context.answers.get(f"contact.{key}") is None]
        read = {key: _value(key, found.given[key], context) for key in _KINDS if key in found.given}
        changed = {key for key in read if key != "address" and read[key] != context.answers.get(f"contact.{key}")}
        values = {key: value for key, value in read.items() if value and key in {*open_, *changed}}
        signs = values.keys() & {"email", "telephone", "website"}
        if len(values) > 1 and (signs or found.labels > 1):
            return _to_check(own, values, open_, found.left, reading)
        if own == "person" and fold(text) in MYSELF:
            return NotUnderstood(form_texts.WRITE_THE_NAME)
        if own == "person" and MY_NAME.match(text) and [*found.given] == ["person"]:
            return Understood(found.person)
        if own in {"address", "person"} and own not in values and signs and isinstance(reading, Understood):
            key = min(signs)
            elsewhere = Option(texts.label(f"{_TITLES[key]}: {values[key]}"), None, {key: values[key]}, stays=True)
            keep = Option(texts.keep(text), reading.value)
            return Offered(form_texts.belongs_to(_TITLES[key]), (elsewhere, keep))
        return reading

    return read_on


def _value(key: str, text: str, context: ReadingContext) -> str | None:
    """Read one detail, or its first probable meaning: it is shown before it is saved."""
    reading = _KINDS[key].read(text, context)
    value = reading.options[0].value if isinstance(reading, Offered) else getattr(reading, "value", None)
    return value if isinstance(value, str) and _KINDS[key].problem(value, context) is None else None


def _to_check(
    own: str, values: Mapping[str, str], open_: Sequence[str], left: Sequence[str], reading: Reading[Any]
) -> Reading[Any]:
    shown = [form_texts.noted(_TITLES[key], ", ".join(values[key].split("\n"))) for key in values]
    missing = [key for key in open_ if key not in values]
    others = {key: value for key, value in values.items() if key != own}
    options: list[Option] = [Doing(form_texts.USE_DETAILS, values.get(own), others, own not in values, "check")]
    if missing and not _NEEDED & {*missing}:
        options.append(Option(form_texts.USE_DETAILS_ALONE, values.get(own), others | dict.fromkeys(missing)))
    options.append(Doing(form_texts.ONE_AT_A_TIME, None, does="apart"))
    if own in {"address", "person"} and isinstance(reading, Understood):
        options.append(Option(form_texts.USE, reading.value))
    return Offered(form_texts.check_details(shown, [_TITLES[key] for key in missing], left), tuple(options))


class Contact(Section):
    """A person who agreed to be named, and how to contact them."""

    key: ClassVar = "contact"
    title: ClassVar = "Contact details"

    address: Annotated[
        str | None,
        _KINDS["address"],
        Question(
            title=_TITLES["address"],
            called="postal address, adresse, dirección, indirizzo, adres, adress",
            reads_on=_details("address"),
            prompt="What is the postal address?",
            hint=(
                "It is published with the practice. Several lines, up to 500 characters. Or paste all contact "
                "details at "
                "once: I take them apart."
            ),
            on_paper="It is published with the practice. Several lines, up to 500 characters.",
            example="Open Door\nExample Street 1\n8000 Aarhus C\nDenmark",
            required=False,
            shared="address",
            hears="none",  # a street can have any name; a doubt is worse than an error that people see
        ),
    ] = None
    person: Annotated[
        str | None,
        _KINDS["person"],
        Question(
            title=_TITLES["person"],
            called="contact, person, contact name, kontakt, kontaktperson, ansprechpartner",
            reads_on=_details("person"),
            prompt="Whom can people ask about the practice?",
            hint="The name is published with the practice: name a person who has agreed to that.",
            on_paper=(
                "The name is published with the practice: name a person who has agreed to that. One line, up to 200 "
                "characters."
            ),
            example="Anna Example, project leader",
            shared="person",
            hears="clear",  # "May Wait" and "Will Help" may be people; no one is called "What should I do"
        ),
    ] = None
    email: Annotated[
        str | None,
        _KINDS["email"],
        Question(
            title=_TITLES["email"],
            called="mail, e-mail, email address, e-mail address, mail address, correo, mejl, e-post",
            reads_on=_details("email"),
            prompt="What is their e-mail address?",
            hint="It is published with the practice.",
            example="anna@example.org",
            shared="email",
        ),
    ] = None
    telephone: Annotated[
        str | None,
        _KINDS["telephone"],
        Question(
            title=_TITLES["telephone"],
            called="phone, phone number, number, tel, mobile, telefon, téléphone, teléfono, telefono, telefoon, numer",
            reads_on=_details("telephone"),
            prompt="What is their telephone number?",
            hint="It is published with the practice. One number, with the country code.",
            example="+45 33 11 55 00",
            required=False,
            shared="phone",
        ),
    ] = None
    website: Annotated[
        str | None,
        _KINDS["website"],
        Question(
            title=_TITLES["website"],
            called="web, site, web site, web address, url, link, homepage, hjemmeside, webseite, sito, strona",
            reads_on=_details("website"),
            prompt="What is the web address of the practice?",
            hint="One address.",
            example="www.example.org",
            required=False,
            shared="website",
        ),
    ] = None
