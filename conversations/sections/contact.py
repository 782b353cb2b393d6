"""Section 15: whom to ask about the practice."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar

from conversations import refusals, wording
from conversations.fields import (
    Context,
    Email,
    Kind,
    Line,
    Offered,
    Option,
    Phone,
    Reading,
    Text,
    Understood,
    Website,
)
from conversations.fields.contact_details import details_in
from conversations.questions import Doing, Question, ReadsOn, Section

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
    """Take several details apart that came at one question of this section, and show them to be checked."""

    def read_on(text: str, reading: Reading[Any], context: Context) -> Reading[Any]:
        names = (str(context.answers.get(path) or "") for path in ("organisation.description", "name.name"))
        found = details_in(text, tuple(names))
        open_ = [key for key in _KINDS if key == own or context.answers.get(f"contact.{key}") is None]
        read = {key: _value(key, found.given[key], context) for key in _KINDS if key in found.given}
        changed = {key for key in read if key != "address" and read[key] != context.answers.get(f"contact.{key}")}
        values = {key: value for key, value in read.items() if value and key in {*open_, *changed}}
        signs = values.keys() & {"email", "telephone", "website"}
        if len(values) > 1 and (signs or found.labels > 1):
            return _to_check(own, values, open_, found.left, reading)
        if own in {"address", "person"} and own not in values and signs and isinstance(reading, Understood):
            key = min(signs)
            elsewhere = Option(refusals.label(f"{_TITLES[key]}: {values[key]}"), None, {key: values[key]}, stays=True)
            keep = Option(refusals.keep(text), reading.value)
            return Offered(wording.belongs_to(_TITLES[key]), (elsewhere, keep))
        return reading

    return read_on


def _value(key: str, text: str, context: Context) -> str | None:
    """Read one detail, or the first that it may be: it is shown before it counts."""
    reading = _KINDS[key].read(text, context)
    value = reading.options[0].value if isinstance(reading, Offered) else getattr(reading, "value", None)
    return value if isinstance(value, str) and _KINDS[key].problem(value, context) is None else None


def _to_check(
    own: str, values: Mapping[str, str], open_: Sequence[str], left: Sequence[str], reading: Reading[Any]
) -> Reading[Any]:
    shown = [wording.noted(_TITLES[key], ", ".join(values[key].split("\n"))) for key in values]
    missing = [key for key in open_ if key not in values]
    others = {key: value for key, value in values.items() if key != own}
    options: list[Option] = [Doing(wording.USE_DETAILS, values.get(own), others, own not in values, "check")]
    if missing and not _NEEDED & {*missing}:
        options.append(Option(wording.USE_DETAILS_ALONE, values.get(own), others | dict.fromkeys(missing)))
    options.append(Doing(wording.ONE_AT_A_TIME, None, does="apart"))
    if own in {"address", "person"} and isinstance(reading, Understood):
        options.append(Option(wording.USE, reading.value))
    return Offered(wording.check_details(shown, [_TITLES[key] for key in missing], left), tuple(options))


class Contact(Section):
    """A person who agreed to be named, and how to reach them."""

    key: ClassVar = "contact"
    title: ClassVar = "Contact details"

    address: Annotated[
        str | None,
        _KINDS["address"],
        Question(
            title=_TITLES["address"],
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
            hears="none",  # streets and houses are called anything, and a doubt is worse than an error that one can see
        ),
    ] = None
    person: Annotated[
        str | None,
        _KINDS["person"],
        Question(
            title=_TITLES["person"],
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
            reads_on=_details("website"),
            prompt="What is the web address of the practice?",
            hint="One address.",
            example="www.example.org",
            required=False,
            shared="website",
        ),
    ] = None
