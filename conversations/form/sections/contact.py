"""Section 15: the contact details, also pasted at once."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar

from conversations.fields import (
    Email,
    Kind,
    Line,
    NotUnderstood,
    Offered,
    Option,
    Phone,
    Reading,
    ReadingContext,
    Text,
    Understood,
    Website,
    texts,
)
from conversations.fields.contact_details import MY_NAME, MYSELF, details_in
from conversations.fields.plain import fold
from conversations.form import texts as form_texts
from conversations.form.questions import Doing, Question, ReadsOn, Section
from conversations.languages import _

_REGIONS = ("country_of_origin.country", "country_of_origin.non_eu_country")

_KINDS: dict[str, Kind[str]] = {
    "address": Text(max_length=500),
    "person": Line(max_length=200),
    "email": Email(),
    "telephone": Phone(region_from=_REGIONS, places=("contact.address",)),
    "website": Website(),
}

_TITLES = {
    "address": _("Address"),
    "person": _("Contact person"),
    "email": _("Email"),
    "telephone": _("Telephone"),
    "website": _("Website"),
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
            return NotUnderstood(str(form_texts.WRITE_THE_NAME))
        if own == "person" and MY_NAME.match(text) and [*found.given] == ["person"]:
            return Understood(found.person)
        if own in {"address", "person"} and own not in values and signs and isinstance(reading, Understood):
            key = min(signs)
            elsewhere = Option(
                texts.label(texts.noted(_TITLES[key], values[key])), None, {key: values[key]}, stays=True
            )
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
    title: ClassVar = _("Contact details")

    address: Annotated[
        str | None,
        _KINDS["address"],
        Question(
            title=_TITLES["address"],
            called="postal address, adresse, dirección, indirizzo, adres, adress",
            reads_on=_details("address"),
            prompt=_("What is the postal address?"),
            hint=_(
                "It is published with the practice. Several lines, up to 500 characters. Or paste all contact "
                "details at "
                "once: I take them apart."
            ),
            on_paper=_("It is published with the practice. Several lines, up to 500 characters."),
            example=_("Open Door\nExample Street 1\n8000 Aarhus C\nDenmark"),
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
            prompt=_("Whom can people ask about the practice?"),
            hint=_("The name is published with the practice: name a person who has agreed to that."),
            on_paper=_(
                "The name is published with the practice: name a person who has agreed to that. One line, up to 200 "
                "characters."
            ),
            example=_("Anna Example, project leader"),
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
            prompt=_("What is their e-mail address?"),
            hint=_("It is published with the practice."),
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
            prompt=_("What is their telephone number?"),
            hint=_("It is published with the practice. One number, with the country code."),
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
            prompt=_("What is the web address of the practice?"),
            hint=_("One address."),
            example="www.example.org",
            required=False,
            shared="website",
        ),
    ] = None
