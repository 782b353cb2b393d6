"""How people ask for undo in words."""

from conversations.dialogue.parts import LONG
from conversations.fields.plain import fold
from conversations.filling.texts import UNDO

_SAID = frozenset(
    f"{words} {what}".strip()
    for words in ("undo", "restore", "revert", "undelete", "take back", "bring back", "put back")
    for what in ("", "it", "that", "this", "last", "the last", "last change", "the last change", "my last answer")
) | {
    *("take it back", "take that back", "bring it back", "bring that back", "put it back", "put that back"),
    *("fortryd", "ruckgangig", "ruckgangig machen", "annuler", "deshacer", "annulla", "ongedaan maken"),
    *("angra", "cofnij", "fortryd det", "mach das ruckgangig", "annuler ca", "desfazer", "anular", "anuleaza"),
    *("annullare", "vzit zpet", "zpet vzit", "vziat spat", "opozovi", "ponisti", "razveljavi", "отмени", "ακυρωση"),
    *("ακυρωσε", "ακυρωσε το", "visszavonas", "visszavonom", "vond vissza", "vota tagasi", "kumoa", "angre"),
    *("atsaukt", "atsauc", "atsaukti", "cuir ar ceal", "regga lura"),
}
"""How people ask for undo in words, without accents and punctuation."""

_AROUND = frozenset({"please", "pls", "plz", "oops", "sorry", "no", "bitte", "tak", "tack"})
"""Polite words that may come before or after a word for undo."""


def ask(text: str) -> bool:
    """Tell whether a text asks for undo, in these words or by the button's label in the language that is spoken."""
    said = " ".join(word for word in fold(text).split() if word not in _AROUND) if len(text) <= LONG else ""
    return said in _SAID or said == fold(str(UNDO))
