"""People have many ways to say that there is no answer; none of them is saved silently."""

from datetime import date

import pytest

from conversations.fields import NotUnderstood, Offered, ReadingContext, Understood
from conversations.filling.answering import skips
from conversations.form.asked import question_at
from conversations.form.questions import Doing

CONTEXT = ReadingContext(today=date(2026, 11, 23))

NOTHING = [
    *("-", "–", "—", " -- ", "/", "n/a", "N/A", "N.A.", "n. a.", "none", "None.", "(none)", "nil", "nothing"),
    *("Not applicable", "not-applicable", "not relevant", "none\u200b", "keine", "Keine Angabe", "entfällt", "k.A."),
    *(
        "aucun",
        "Néant",
        "sans objet",
        "ingen",
        "Ikke relevant",
        "Ej tillämpligt",
        "n.v.t.",
        "geen",
        "niet van toepassing",
    ),
    *("ei mitään", "ninguno", "No aplica", "Não aplicável", "nenhum", "nessuno", "non applicabile", "brak"),
    *("nie dotyczy", "žádné", "žiadne", "nincs", "nu este cazul", "няма", "κανένα", "nema", "puudub", "nav", "nėra"),
]

NO = ["no", "No.", "nein", "Nej", "non", "ei", "не", "Όχι", "não"]

PERHAPS = ["unknown", "not yet", "none yet", "tbc", "?", "x", "I don't know", "unbekannt", "ne"]

SENTENCES = [
    *("There is none", "there isn't one", "We have no address", "we don't have an office", "None at this time"),
    *("none that I know of", "none, sorry", "no, we have none", "N/A (online tool)", "not applicable for us"),
    *("none available", "not public", "confidential", "Do not publish."),
]

ANSWERS = [
    "Example Street 1",
    "None of them reported trouble",
    "no " * 60,
    "Nothing but praise from the schools",
    "",
    "NATO",
    "Na Příkopě 12, Praha",
    "Private Road 1",
]


@pytest.mark.parametrize(
    "path", ["contact.address", "contact.telephone", "start.ending_year", "deliverables.deliverables"]
)
@pytest.mark.parametrize("text", NOTHING)
def test_nothing_skips(text: str, path: str) -> None:
    """A text that means "no answer" skips every optional question."""
    assert skips(question_at(path), text)


@pytest.mark.parametrize("text", [*NOTHING, *NO, *PERHAPS])
def test_nothing_skips_no_required(text: str) -> None:
    """Such a text never skips a required question."""
    assert not skips(question_at("contact.person"), text)


@pytest.mark.parametrize("text", NO)
def test_no_skips_what_is_no_text(text: str) -> None:
    """A "no" is no telephone number, but it may be an answer to a question for a text."""
    assert skips(question_at("contact.telephone"), text)
    assert not skips(question_at("contact.address"), text)


@pytest.mark.parametrize("text", [*NO, *PERHAPS, *SENTENCES, "no address", "keine Adresse", "pas d'adresse"])
def test_perhaps_nothing_asked(text: str) -> None:
    """If it may be the answer, one button keeps it and another skips the question."""
    reading = question_at("contact.address").read(text, CONTEXT)
    if text == "?":
        assert isinstance(reading, NotUnderstood)
        return
    problem = f"Does “{text}” mean that you have no answer? Press Skip, or keep it."
    assert Offered(problem, (Doing(f"Keep “{text}”", text, does="keep"),)) == reading


@pytest.mark.parametrize("text", ["n/a", "None", "not applicable", *NO, "unknown", "skip"])
@pytest.mark.parametrize("path", ["contact.person", "name.name", "sustainability.sustainability"])
def test_nothing_at_required_asked(text: str, path: str) -> None:
    """A required question saves it only after a press."""
    problem = f"This question needs an answer. Does “{text}” mean that you have none? Send an answer, or keep it."
    keep = Doing(f"Keep “{text}”", text, does="keep")
    assert Offered(problem, (keep,)) == question_at(path).read(text, CONTEXT)


@pytest.mark.parametrize("text", ["unknown", "no telephone", "kein Telefon", "?", "..."])
def test_perhaps_nothing_at_telephone(text: str) -> None:
    """If it cannot be the answer, the sentence names the button Skip first."""
    reading = question_at("contact.telephone").read(text, CONTEXT)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.startswith("If there is none, press Skip.")


@pytest.mark.parametrize("text", ANSWERS)
def test_answers_with_such_words(text: str) -> None:
    """Texts that only begin with such words, or contain them, are answers."""
    asked = question_at("contact.address")
    assert not skips(asked, text)
    assert asked.kind.read(text, CONTEXT) == asked.read(text, CONTEXT)


def test_no_hate_is_a_name() -> None:
    """A name that begins with "no" is a name."""
    assert Understood("No Hate Speech") == question_at("name.name").read("No Hate Speech", CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "still ongoing",
            "in progress",
            "It is still running.",
            "Still active!",
            "ongoing",
            "present",
            "not yet",
            "No",
        ),
        *("has not ended", "läuft noch", "laufend", "en cours", "igangværende", "pågående", "in corso", "en curso"),
        *(
            "em curso",
            "trwa",
            "probíhá",
            "jatkuu",
            "folyamatban",
            "în curs",
            "в ход",
            "σε εξέλιξη",
            "lopend",
            "u tijeku",
        ),
    ],
)
def test_still_active(text: str) -> None:
    """Words that mean "still active" skip the ending year."""
    assert skips(question_at("start.ending_year"), text)


def test_no_chosen() -> None:
    """A choice named No is the answer, not the lack of one."""
    assert Understood(value=False) == question_at("peer_reviewed.peer_reviewed").read("no", CONTEXT)


@pytest.mark.parametrize("path", ["contact.address", "contact.telephone"])
def test_no_names_the_button_that_is_shown(path: str) -> None:
    """If there is an answer already, the button removes it."""
    reading = question_at(path).read("unknown", ReadingContext(today=CONTEXT.today, answers={path: "+45 33 11 55 00"}))
    assert isinstance(reading, Offered | NotUnderstood)
    assert "ress Remove this answer" in reading.problem
