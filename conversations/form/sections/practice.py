"""Sections 1, 2, 6, 7, 14 and 16: what the practice is, where and when."""

import re
from typing import Annotated, Any, ClassVar, Self

from pydantic import model_validator

from conversations.fields import OUTSIDE, EuCountry, Line, LongText, NonEuCountry, Text, Year, time_texts
from conversations.fields.contact_details import MY_NAME
from conversations.fields.kind import Offered, Option, Reading, ReadingContext, Understood
from conversations.fields.plain import bare
from conversations.fields.years import still_active
from conversations.form import texts
from conversations.form.questions import Question, Section, after, broken
from conversations.languages import _, english

_IS_CALLED = re.compile(
    r"(?:(?:it|this|(?:the|our) (?:practice|project|programme|program|method)) ?(?:is|'s|’s) (?:called|named)|"
    r"(?:the|its|our) (?:(?:practice|project)(?:['’]?s)? )?name(?: of (?:the|our) (?:practice|project))? is|"
    r"(?:(?:practice|project) )?name:|es heißt|der name ist|(?:il|ça|cela) s['’]appelle|se llama|si chiama|het heet|"
    r"(?:det|den) hedder|det heter|nazywa się|nazwa:)\s+(?=[\"“„«']?[A-ZÀ-Þ0-9])",
)
"""Words before the name of a practice: "it is called Open Door", but not the title "It is called hate"."""


def _name_in(text: str, reading: Reading[Any], context: ReadingContext) -> Reading[Any]:  # noqa: ARG001 - as each reads_on
    """Remove "it is called" before a name; ask after a person's own name."""
    if not isinstance(reading, Understood):
        return reading
    if MY_NAME.match(reading.value):
        return Offered(texts.your_own_name(), (Option(texts.USE, reading.value),))
    lead = _IS_CALLED.match(reading.value[:1].lower() + reading.value[1:])
    name = reading.value[lead.end() :].strip(' "“”„«»') if lead else ""
    return Understood(name) if name else reading


class Name(Section):
    """The name of the practice."""

    key: ClassVar = "name"
    title: ClassVar = _("Name of the practice")

    name: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title=_("Name of the practice"),
            called="name, title, navn, titel, nom, titre, nombre, título, nome, titolo, naam, namn, nazwa",
            prompt=_("What is your practice called?"),
            hint=_(
                "A practice is an activity, method or tool that professionals or community members use, or have used, "
                "to prevent or counter radicalisation and violent extremism. One line, up to 200 characters."
            ),
            example=_("Open Door: mentoring after prison"),
            reads_on=_name_in,
        ),
    ] = None


_ANYWHERE = (
    r"e[kx]s?tremi[sz][mt]",  # extremism, Rechtsextremismus, højreekstremisme, ekstremizm; not "in extremis"
    r"estremis[mt]",  # Italian
    r"radi[ck]ali[sz]",  # radicalisation, deradicalizzazione, Radikalisierung
    r"radykaliz",  # Polish
    r"rechtsextrem|hogerextrem|hojreekstrem|hoyreekstrem",  # the adjectives
    r"(?:rechts|links)radikal",
    r"islamis[mt]",  # Islamismus, islamiste; not "Islamic"
    r"екстрем[иі][зс]|радикал[иі]з|терори",  # Bulgarian, Ukrainian
    r"ριζοσπαστικοπο|εξτρεμισ|τρομοκρατ",  # Greek
)
"""Stems that may stand anywhere in a word (German and Nordic words are compounds); no case, no accents."""

_BEGINNING = (
    r"terror(?!is(?:e|es|ed|ing)\b|iz)",  # terrorism, Terrorakt, terrorihyökkäys; not "terroir", not "to terrorise"
    r"(?:anti|counter|contra|contre|bio|kontra)-?terror",
    r"d?jihad|dschihad|dzihad|yihad|джихад",
    r"aari-?(?:ajattel|liik|toimi|ryhm|oikeisto|vasemmisto|islam|ideolog|aines)",  # Finnish
    r"valdsbejakande",  # Swedish: that approves of violence
    r"foreign fighters?\b|neo-?na[zt]i|white supremac|far[ -]right|extreme droite|extreme right",
    r"(?:p/?cve|cve|pve)\b",
    r"violent ideolog|daesh\b|al[ -]q[au]+[ie]da\b|islamic state\b",
)
"""Stems that must stand at the beginning of a word."""

_LINK = re.compile(rf"(?:{'|'.join(_ANYWHERE)})|\b(?:{'|'.join(_BEGINNING)})")

_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")


def mentions_pve(text: str) -> bool:
    """Tell whether a text shows a link to preventing violent extremism, by its words.

    The 13 languages of the tests are covered, and partly Czech, Greek and Ukrainian. Use it for advice only, because
    words can mislead. It finds a link in a denial ("not about extremism"), in a name (the Radicalisation Awareness
    Network as host) and in "radicalise the budget". It finds none in "exit work", "hate crime", "polarisation",
    "resilience" or "gewaltbereite Jugendliche", because these words are also used in other fields. Of the texts in the
    tests it is right on 43 with a link and 27 without one, and wrong on 8 that were written to mislead it.
    """
    return bool(_LINK.search(bare(_BROKEN_WORD.sub("", text))))


def advise(text: str) -> str | None:
    """Return advice, in English, if the text shows no link to preventing or countering extremism."""
    return None if mentions_pve(text) else english(texts.NO_LINK_SEEN)


class Description(Section):
    """The aim and the method, with the link to the subject of the Collection."""

    key: ClassVar = "description"
    title: ClassVar = _("Description")

    description: Annotated[
        str | None,
        LongText(max_words=300),
        Question(
            title=_("Description"),
            prompt=_("Describe the practice: its aim and how you work."),
            hint=_(
                "Say explicitly how it helps to prevent or counter radicalisation or violent extremism: without that "
                "link a practice cannot enter the Collection. At most 300 words. A long text may come in several "
                "messages."
            ),
            on_paper=_(
                "Say explicitly how it helps to prevent or counter radicalisation or violent extremism: without that "
                "link a practice cannot enter the Collection. At most 300 words."
            ),
            example=_(
                "Trained mentors meet young people who are drawn to violent extremist groups once a week for a year. "
                "The aim is to prevent radicalisation: together they work on school, family and leisure, and talk "
                "openly about ideology."
            ),
            advise=advise,
        ),
    ] = None


class GeographicalScope(Section):
    """Countries, regions and cities, as a text."""

    key: ClassVar = "geographical_scope"
    title: ClassVar = _("Geographical scope")

    scope: Annotated[
        str | None,
        Text(max_length=1000),
        Question(
            title=_("Geographical scope"),
            called="scope, place, area, region",
            prompt=_("Where is or was it carried out?"),
            hint=_("Name the countries, regions and cities. “Online” is a place, too. Up to 1,000 characters."),
            example=_("Finland: Oulu, Helsinki and six other cities"),
            shared="area",
        ),
    ] = None


class Start(Section):
    """The years in which the practice began and ended."""

    key: ClassVar = "start"
    title: ClassVar = _("Start of the practice")

    starting_year: Annotated[
        int | None,
        Year(until="ending_year", may_go_on=True),
        Question(
            title=_("Starting year"),
            called="start, started, began, begun, beginning, start year, startede, begann, startåret, startjahr",
            prompt=_("In which year did it begin?"),
            hint=_(
                "The year shows how mature the practice is. If you like, add the end: “2011-2014” or “2011, still "
                "active”."
            ),
            on_paper=_("The year shows how mature the practice is."),
            example="2011",
        ),
    ] = None
    ending_year: Annotated[
        int | None,
        Year(goes_on=time_texts.STILL_ACTIVE),
        Question(
            title=_("Ending year"),
            called="end, ended, ending, stopped, finished, end year, sluttede, endete",
            prompt=_("In which year did it end?"),
            hint=_("Only if it has ended. If it goes on, press Still active."),
            on_paper=_("Only if it has ended."),
            example="2014",
            required=False,
            skip=time_texts.STILL_ACTIVE,
            skip_words=still_active,
        ),
    ] = None

    @model_validator(mode="after")
    def ends_after_its_start(self) -> Self:
        """Refuse an ending year before the starting year."""
        if self.starting_year is not None and self.ending_year is not None and self.ending_year < self.starting_year:
            raise broken("start.ending_year", texts.ends_before_start(self.ending_year, self.starting_year))
        return self


class CountryOfOrigin(Section):
    """A country of the EU or the EEA, or another one."""

    key: ClassVar = "country_of_origin"
    title: ClassVar = _("Country of origin")

    country: Annotated[
        str | None,
        EuCountry(
            other="non_eu_country",
            own="country_of_origin.country",
            places=("geographical_scope.scope",),
            phones=("contact.telephone",),
        ),
        Question(
            title=_("EU or EEA country"),
            called="country, country of origin, land, pays, país, paese, kraj",
            prompt=_("Which country does the practice come from?"),
            hint=_("Press it, or type its name in your language or its two letters, such as DK."),
            on_paper=_("One of the list."),
        ),
    ] = None
    non_eu_country: Annotated[
        str | None,
        NonEuCountry(eu="country"),
        Question(
            title=_("Non-EU country"),
            prompt=_("Which country outside the EU and EEA is it?"),
            hint=_("Type the name of the country."),
            on_paper=_("The name of the country."),
            example=_("Switzerland"),
            when=after("country", OUTSIDE),
        ),
    ] = None


class LastUpdate(Section):
    """The year of the text."""

    key: ClassVar = "last_update"
    title: ClassVar = _("Last update text")

    year: Annotated[
        int | None,
        Year(shortcuts=(texts.THIS_YEAR,)),
        Question(
            title=_("Last update"),
            called="update, updated, last updated, text is from, text was",
            prompt=_("From which year is this text?"),
            hint=_("Usually this year. It cannot be before the starting year."),
            example="2024",
        ),
    ] = None
