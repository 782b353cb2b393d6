"""The words of the picture: every one can be translated."""

from datetime import UTC, date, datetime

from support.other_language import PRETENDED, Arguments, call, untranslated

from conversations.fields.country_names import choice_in_language
from conversations.languages import speaking
from storage.pictures import texts
from storage.stats import Count, Month, Oldest, Reached, Review, Stats

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)

NAMED = tuple(Count(name=f"Α{nth}", count=9 - nth) for nth in range(8))


def stats(period: str, **changes: object) -> Stats:
    """Make figures in which everything occurs."""
    every = {
        "at": NOW,
        "period": period,
        "statuses": dict.fromkeys(texts.STATUSES, 2),
        "months": (Month(first=date(2026, 11, 1), begun=1, submitted=2),),
        "themes": NAMED,
        "countries": NAMED[:2],
        "cells": {},
        "decided": 2,
        "days_to_decision": 2.5,
        "reached": (Reached(section="Αβγ", stopped=2), Reached(section="Δ", stopped=1)),
        "complete": 1,
        "review": Review(waiting=9, unclaimed=1, oldest=Oldest(reference="Ω", since=NOW), claimed=NAMED),
    }
    return Stats.model_validate(every | changes)


EVERYTHING = (
    stats("all"),
    stats("month", review=Review(waiting=1, oldest=Oldest(reference="Ω", since=datetime(2026, 11, 3, tzinfo=UTC)))),
    stats("all", reached=tuple(Reached(section=section, stopped=1) for section in ("Α", "Β"))),
)

SAID: Arguments = {
    "day": [],
    "month": [],
    "complete": [call(1), call(2)],
    "days": [call(EVERYTHING[0])],
    "figures": [call(one) for one in EVERYTHING],
}


def test_no_text_is_plain_english() -> None:
    """A text in the pseudo-language has no English words; dates and the form's labels are other modules'."""
    with speaking(PRETENDED):
        countries = [choice_in_language(name) for name in EVERYTHING[0].countries_missing]
    assert untranslated(texts, SAID, values=(*EVERYTHING[0].themes_missing, *countries, "nóvember")) == []
