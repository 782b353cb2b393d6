"""Texts that say "we have none", "I don't know" or "ask my boss" are told from answers, in all languages of the bot."""

import pytest

from conversations.fields.lacking import lacks

LACKING = [
    *("we don't have one", "I don't have a website", "we have not got a phone here", "there isn't one", "no phone"),
    *("I don't know that", "no website yet", "it does not exist", "ask my chef", "you must ask the director"),
    *("vi har ingen hjemmeside", "det har jeg ikke", "der findes ikke nogen", "ved jeg ikke", "spørg min chef"),
    *("haben wir nicht", "das gibt es nicht", "kein Telefon", "weiß ich leider nicht", "fragen Sie meinen Chef"),
    *("pas de site", "nous n'en avons pas", "on ne sait pas", "je n'ai pas de téléphone", "demandez à mon directeur"),
    *("no tenemos", "no hay", "no tengo sitio web", "no lo sé", "pregunta a mi jefe", "ningún correo"),
    *("non ho sito", "non abbiamo telefono", "non esiste", "non lo so", "chiedi al direttore", "nessun sito"),
    *("geen telefoon", "hebben we niet", "bestaat nog niet", "weet ik niet", "vraag mijn baas"),
    *("finns inte", "har vi inte", "vi har ingen hemsida", "det vet jag inte", "fråga min chef"),
    *("nie mam telefonu", "nie mamy", "brak strony", "nie istnieje", "zapytaj szefa"),
]

ANSWERS = [
    *("No Hate Speech", "Without Borders", "There is no place for hate", "Ask the imam", "Call me Anna", "Anna Chef"),
    *("none", "nothing", "We know", "We have a website", "No Rasmussen", "Niet zonder ons", "Ohne Hass"),
    *("I don't know hate", "Kein Platz für Hass", "Has not been evaluated yet", "No figures", "no " * 30),
    "we do not have a phone or a website or an address or an office",
]


@pytest.mark.parametrize("text", LACKING)
def test_lacking(text: str) -> None:
    """A negation with have, know, exist or a detail says that there is no answer; so does "ask my boss"."""
    assert lacks(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_not_lacking(text: str) -> None:
    """A text with any other word is an answer."""
    assert not lacks(text)
