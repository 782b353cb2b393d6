"""Section 7: from when to when."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from conversations import wording
from conversations.fields import Year
from conversations.questions import Question, Section, broken

_GOES_ON = (
    *("active", "ongoing", "going on", "going", "running", "present", "today", "now", "current", "continuing"),
    *("continues", "in progress", "in process", "under way", "underway", "in operation", "to date", "until now"),
    *("until today", "till now", "up to now", "to the present", "open", "open ended", "no end", "no end date"),
    *("permanent", "not yet", "not ended", "not ended yet", "has not ended", "hasn't ended", "not finished", "never"),
    *("laufend", "läuft", "läuft noch", "aktiv", "noch aktiv", "dauert an", "fortlaufend", "noch nicht", "bis heute"),
    *("heute", "unbefristet", "en cours", "toujours en cours", "actif", "toujours actif", "continue", "pas encore"),
    *("aujourd'hui", "à ce jour", "igangværende", "i gang", "stadig i gang", "stadig aktiv", "fortsat", "løbende"),
    *("kører stadig", "ikke endnu", "pågående", "pågår", "pågår fortfarande", "fortfarande aktiv", "fortsätter"),
    *(
        "inte ännu",
        "fortsetter",
        "fortsatt aktiv",
        "lopend",
        "loopt nog",
        "actief",
        "nog actief",
        "doorlopend",
        "heden",
    ),
    *("käynnissä", "edelleen käynnissä", "jatkuu", "aktiivinen", "en curso", "activo", "activa", "sigue activo"),
    *("en marcha", "continúa", "vigente", "actualidad", "em curso", "ativo", "ativa", "em andamento", "in corso"),
    *("attivo", "attiva", "ancora attivo", "ancora in corso", "tuttora attivo", "w toku", "trwa", "trwa nadal"),
    *("nadal trwa", "aktywny", "probíhá", "stále probíhá", "trvá", "aktivní", "prebieha", "stále prebieha", "aktívny"),
    *("folyamatban", "tart", "jelenleg is", "aktív", "în curs", "în desfășurare", "activ", "продължава", "в ход"),
    *("активен", "σε εξέλιξη", "συνεχίζεται", "ενεργό", "ενεργή", "u tijeku", "u toku", "traje", "aktivan", "v teku"),
    *("še traja", "traja", "poteka", "kestab", "käimas", "jätkub", "aktiivne", "notiek", "turpinās", "aktīvs"),
    *("vyksta", "tęsiasi", "tebevyksta", "aktyvus", "għaddej", "għadha għaddejja", "attiv", "ar siúl", "leanúnach"),
    *("devam ediyor", "sürüyor", "продолжается", "триває"),
)
"""How people say, in the languages of Europe, that a practice has not ended."""


class Start(Section):
    """The years in which the practice began and, where it has, ended."""

    key: ClassVar = "start"
    title: ClassVar = "Start of the practice"

    starting_year: Annotated[
        int | None,
        Year(until="ending_year", active=_GOES_ON),
        Question(
            title="Starting year",
            prompt="In which year did it begin?",
            hint=(
                "The year shows how mature the practice is. If you like, add the end: “2011-2014” or “2011, still "
                "active”."
            ),
            on_paper="The year shows how mature the practice is.",
            example="2011",
        ),
    ] = None
    ending_year: Annotated[
        int | None,
        Year(goes_on="Still active"),
        Question(
            title="Ending year",
            prompt="In which year did it end?",
            hint="Only if it has ended. If it goes on, press Still active.",
            on_paper="Only if it has ended.",
            example="2014",
            required=False,
            skip="Still active",
            skip_words=_GOES_ON,
        ),
    ] = None

    @model_validator(mode="after")
    def ends_after_its_start(self) -> Self:
        """Keep the ending year from lying before the starting year."""
        if self.starting_year is not None and self.ending_year is not None and self.ending_year < self.starting_year:
            raise broken("start.ending_year", wording.ends_before_start(self.ending_year, self.starting_year))
        return self
