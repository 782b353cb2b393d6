"""Section 15: whom to ask about the practice."""

from typing import Annotated, ClassVar

from conversations.fields import Email, Line, Phone, Text, Website
from conversations.questions import Question, Section


class Contact(Section):
    """A person who agreed to be named, and how to reach them."""

    key: ClassVar = "contact"
    title: ClassVar = "Contact details"

    address: Annotated[
        str | None,
        Text(max_length=500),
        Question(
            title="Address",
            prompt="What is the postal address?",
            hint="It is published with the practice. Several lines, up to 500 characters.",
            example="Open Door\nExample Street 1\n8000 Aarhus C\nDenmark",
            required=False,
            shared="address",
            hears="none",  # streets and houses are called anything, and a doubt is worse than an error that one can see
        ),
    ] = None
    person: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title="Contact person",
            prompt="Whom can people ask about the practice?",
            hint="The name is published with the practice: give a person who has agreed to that.",
            on_paper=(
                "The name is published with the practice: give a person who has agreed to that. One line, up to 200 "
                "characters."
            ),
            example="Anna Example, project leader",
            shared="person",
            hears="clear",  # "May Wait" and "Will Help" may be people; no one is called "What should I do"
        ),
    ] = None
    email: Annotated[
        str | None,
        Email(),
        Question(
            title="Email",
            prompt="What is their e-mail address?",
            hint="It is published with the practice.",
            example="anna@example.org",
            shared="email",
        ),
    ] = None
    telephone: Annotated[
        str | None,
        Phone(region_from=("country_of_origin.country", "country_of_origin.non_eu_country")),
        Question(
            title="Telephone",
            prompt="What is their telephone number?",
            hint="It is published with the practice. One number, with the country code.",
            example="+45 33 11 55 00",
            required=False,
            shared="phone",
        ),
    ] = None
    website: Annotated[
        str | None,
        Website(),
        Question(
            title="Website",
            prompt="What is the web address of the practice?",
            hint="One address.",
            example="www.example.org",
            required=False,
            shared="website",
        ),
    ] = None
