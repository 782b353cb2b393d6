"""Kinds of remarks are told by their form, in any language; texts that look alike are answers."""

import pytest

from conversations.remarks.kinds import is_of_a_kind
from conversations.remarks.lexicon import words_of

REMARKS = [
    *("Sorry had to take a call", "beklager, blev lige afbrudt af en elev", "momentje, er staat iemand voor de deur"),
    *("oups, mauvais bouton", "god this drags on", "Servus, bin der Neue", "so, Kaffee geholt"),
    *(
        "wish there was a paper version",
        "szkoda że nie po polsku",
        "schick mir das per Mail",
        "thanks for your patience",
    ),
    *("by which date do you want it", "voor wanneer moet dit binnen zijn", "c'est à rendre pour quelle date"),
    *("mes réponses vont être publiées où", "hangt hier een prijskaartje aan", "three lines ok"),
    *("is one line enough or do you want more", "do journalists get hold of it", "kan inspektøren se det her"),
    *("could one of them see this on google", "does the draft expire"),
    *("my battery is at 3 percent", "Pause ist rum", "kollar på det imorgon", "jeg skal hente børn nu"),
    *("dat stond toch al in de beschrijving", "never came across that expression", "esto no tiene sentido"),
]

ANSWERS = [
    *("Sorry Lone", "Wait and see", "Dai spazio", "Well, we visit schools every week", "Morning courses for parents"),
    *("Can be used in schools or prisons", "Are paid by the city or the ministry", "Has worked in two towns"),
    *("Could help you and me", "Do sport with them and get fit", "Pause for thought", "Training tomorrow"),
    *("Already said to 300 pupils", "Students ask where", "Mentors", "Does not cost much", "Is trained or paid"),
    "Sorry about this long text that goes on and on and on until it has too many words",
]


@pytest.mark.parametrize("text", REMARKS)
def test_remark_of_a_kind(text: str) -> None:
    """A remark of each kind is detected."""
    assert is_of_a_kind(text, words_of(text))


@pytest.mark.parametrize("text", ANSWERS)
def test_answer_of_no_kind(text: str) -> None:
    """A title or an answer that looks alike is none."""
    assert not is_of_a_kind(text, words_of(text))
