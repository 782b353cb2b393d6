"""The table of checks: which answers each one looks at, what makes it doubt them, and what it advises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

from conversations import form
from conversations.asked import Asked
from conversations.checks import dates, texts, wording
from conversations.fields import LongText
from conversations.form import Values
from conversations.relevance import mentions_pve


@dataclass(frozen=True)
class Finding:
    """What one check found: the question that it is about, and a sentence that says what to look at."""

    path: str
    advice: str


Doubt = Callable[[Asked, JsonValue, Values, date], str | None]
"""Looks at an answer beside the others, on a day; gives the advice, or nothing."""


@dataclass(frozen=True)
class Check:
    """A row of the table; ``about`` is a question, or says of which questions the answers are looked at."""

    about: str | Callable[[Asked], bool]
    doubt: Doubt

    def is_about(self, asked: Asked) -> bool:
        """Say whether the check looks at the answers to that question."""
        if callable(self.about):
            return self.about(asked)
        return asked.path == self.about


def _text(advice: Callable[[str], str | None]) -> Doubt:
    """Look at a text alone."""
    return lambda _asked, value, _values, _today: advice(value) if isinstance(value, str) else None


def _is_text(asked: Asked) -> bool:
    return asked.kind.keeps_text


def _is_long(asked: Asked) -> bool:
    return isinstance(asked.kind, LongText)


def _has_links(asked: Asked) -> bool:
    return asked.kind.keeps_text or asked.path == "contact.website"


def _no_link_to_extremism(text: str) -> str | None:
    return None if mentions_pve(text) else wording.NO_LINK_TO_EXTREMISM


def _repeats_the_name(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    return wording.REPEATS_THE_NAME if texts.says_no_more(str(value), str(values.get("name.name") or "")) else None


def _no_person(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    person = str(value)
    if texts.same(person, str(values.get("name.name") or "")):
        return wording.NAMES_THE_PRACTICE
    looks_like = texts.looks_like(person)
    return wording.no_person(person, looks_like) if looks_like else None


def _no_figure(_asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    evidence = f"{value}\n{values.get('evidence.feedback') or ''}"
    return None if texts.has_figure(evidence) else wording.NO_FIGURE


def _same_as_another(asked: Asked, value: JsonValue, values: Values, _today: date) -> str | None:
    for other in form.applicable(values):
        if other == asked:
            return None
        if _is_long(other) and texts.same(str(value), str(values.get(other.path) or "")):
            return wording.same_text(form.label(other, values))
    return None


CHECKS = (
    Check("description.description", _text(_no_link_to_extremism)),
    Check("description.description", _repeats_the_name),
    Check("contact.person", _no_person),
    Check("evidence.performance", _no_figure),
    Check(_is_long, _text(texts.no_answer)),
    Check(_is_long, _same_as_another),
    Check(_has_links, _text(texts.broken_link)),
    Check("description.description", dates.began_earlier),
    Check(lambda asked: asked.path.endswith(".date"), dates.meeting_too_early),
    Check("last_update.year", dates.text_too_old),
)
"""All checks; each gives at most one piece of advice for an answer."""


def findings(values: Values, today: date) -> tuple[Finding, ...]:
    """List what is worth a second look, in the order of the form."""
    return tuple(_findings(values, today))


def _findings(values: Values, today: date) -> Iterator[Finding]:
    for asked in form.applicable(values):
        value = values.get(asked.path)
        for check in CHECKS if value is not None else ():
            advice = check.doubt(asked, value, values, today) if check.is_about(asked) else None
            if advice:
                yield Finding(asked.path, advice)
