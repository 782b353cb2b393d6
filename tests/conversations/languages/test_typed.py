"""What people type in each language: yes and no, choices, countries, months, and the labels of buttons."""

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale

from conversations.fields import OUTSIDE, NotUnderstood, Offered, ReadingContext, Understood, When, YesNo
from conversations.fields.countries import Country
from conversations.fields.country_names import english
from conversations.fields.dates import Period
from conversations.fields.labels import parts_of
from conversations.fields.lacking import lacks
from conversations.fields.plain import fold
from conversations.fields.time_texts import STILL_ACTIVE
from conversations.fields.typed import COUNTRIES, EVERYWHERE, ChoicesName, ListName, SharedName, written
from conversations.fields.typed import codes as typed_codes
from conversations.filling.nodding import remark_at, says_skip
from conversations.filling.texts import DONE, MORE_THAN_THAT
from conversations.form.asked import question_at
from conversations.form.sections.key_themes import Theme
from conversations.form.texts import SKIP
from conversations.languages import CATALOGUES, ENGLISH, in_language, speaking

CODES = [code for code in CATALOGUES if code != ENGLISH]

CONTEXT = ReadingContext(date(2026, 11, 23))

LISTS = ("organisation.type", "target_audience.audiences", "eu_funding.funds")


@pytest.mark.parametrize("code", CODES)
def test_yes_and_no(code: str) -> None:
    """The labels of Yes and No are read, in any case."""
    with speaking(code):
        read = [
            YesNo().read(change(in_language(label)), CONTEXT) for label in ("Yes", "No") for change in (str, str.lower)
        ]
    assert [Understood(value=True)] * 2 + [Understood(value=False)] * 2 == read


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", LISTS)
def test_choices(code: str, path: str) -> None:
    """Each choice of a list is read as its label is written, and stored in English."""
    kind = question_at(path).kind
    with speaking(code):
        read = {choice: kind.read(kind.label(choice).lower(), CONTEXT) for choice in kind.choices}
    assert {choice: Understood((choice,) if kind.several else choice) for choice in kind.choices} == read


def test_other_german_name_of_a_theme() -> None:
    """The German label says Strafvollzug; the field says Haft, too."""
    kind = question_at("key_themes.themes").kind
    with speaking("de"):
        read = kind.read("Haft und Bewährungshilfe, Rehabilitation", CONTEXT)
        one = kind.read("Haft und Bewährungshilfe", CONTEXT)
    assert Understood(("Prison and probation", "Rehabilitation")) == read
    assert Understood(("Prison and probation",)) == one


@pytest.mark.parametrize(
    ("code", "text"), [("cs", "rodiny"), ("el", "οικογένειες"), ("lt", "šeimos"), ("lv", "ģimenes"), ("sl", "družine")]
)
def test_families_alone_are_family_support(code: str, text: str) -> None:
    """The word stands in the theme on foreign fighters, too, which would be a harmful mistake."""
    kind = question_at("key_themes.themes").kind
    with speaking(code):
        reading = kind.read(text, CONTEXT)
    assert ("Family support",) == getattr(reading, "value", None)


@pytest.mark.parametrize("code", [*CODES, ENGLISH])
@pytest.mark.parametrize("path", ["key_themes.themes", *LISTS])
def test_one_word_of_several_ticks_nothing(code: str, path: str) -> None:
    """A single word of a label without sides is more general: "terrorism" does not mean its victims."""
    kind, ticked = question_at(path).kind, []
    with speaking(code):
        for choice in (one for one in kind.choices if one != Theme.FAMILY_SUPPORT):
            label = kind.label(choice)
            words = fold(label).split() if not re.search(r"[/,(]", label) and len(parts_of(label)) == 1 else []
            words = [word for word in words if len(words) > 1 and not word.isdecimal()]  # 2020 tells its fund
            ticked += [word for word in words if understood(kind.read(word, CONTEXT)) == choice]
    assert [] == ticked


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "their families"),
        ("de", "ihre Familien"),
        ("hu", "családjuk"),
        ("fi", "heidän perheensä"),
        ("fr", "leurs familles"),
        ("no", "familiene deres"),
        ("mt", "il-familji tagħhom"),
    ],
)
def test_families_of_fighters_are_asked_about(code: str, text: str) -> None:
    """The second half of that theme is no word for it."""
    with speaking(code):
        assert understood(question_at("key_themes.themes").kind.read(text, CONTEXT)) != Theme.FOREIGN_TERRORIST_FIGHTERS


def understood(reading: object) -> object:
    """Return the one choice that is read without a question, if there is one."""
    value = reading.value if isinstance(reading, Understood) else None
    return value[0] if isinstance(value, tuple) and len(value) == 1 else value


def test_greek_list_has_no_question_mark() -> None:
    """Chosen labels are joined with the Greek semicolon, and read so."""
    kind = question_at("target_audience.audiences").kind
    with speaking("el"):
        shown = kind.show(kind.choices[:2])
        assert ";" not in shown
        assert Understood(kind.choices[:2]) == kind.read(shown, CONTEXT)


@pytest.mark.parametrize("code", CODES)
def test_countries(code: str) -> None:
    """Each country of the list is read by its name in the language."""
    kind = question_at("country_of_origin.country").kind
    with speaking(code):
        read = {choice: kind.read(kind.label(choice), CONTEXT) for choice in (*Country, OUTSIDE)}
    assert {choice: Understood(str(choice)) for choice in (*Country, OUTSIDE)} == read


@pytest.mark.parametrize("code", CODES)
def test_months(code: str) -> None:
    """Each month is read in the forms that the language has for it alone and in a date."""
    wrong = []
    for place in ("stand-alone", "format"):
        for month, name in Locale(code).months[place]["wide"].items():
            with speaking(code):
                read = When().read(f"3 {name} 2019", CONTEXT)
            if not isinstance(read, Understood) or read.value.first != date(2019, month, 3):
                wrong.append((name, read))
    assert [] == wrong


@pytest.mark.parametrize("code", CODES)
def test_labels_are_not_the_same(code: str) -> None:
    """What is typed at an optional question can be told apart: Skip, Back, Overview, Done, Example, Later."""
    with speaking(code):
        labels = [
            in_language(label) for label in (SKIP, "Back", "Overview", "Done", "Example", "Later", "Undo", "Summary")
        ]
    assert len(labels) == len({label.casefold() for label in labels})


@pytest.mark.parametrize("code", CODES)
def test_label_of_a_button_is_no_answer_in_words(code: str) -> None:
    """Skip, Done and Still active, typed without accents at a question for a text, are doubted."""
    asked = question_at("geographical_scope.scope")
    with speaking(code):
        typed = [fold(in_language(label)) for label in (SKIP, DONE, STILL_ACTIVE)]
        found = [remark_at(asked, text) for text in typed]
        assert says_skip(typed[0])
    replies = ["{needed}", MORE_THAN_THAT, MORE_THAN_THAT]
    assert replies == [one.row.answer if one and one.row else "" for one in found]


def test_yes_of_the_language_is_not_thanks_of_another() -> None:
    """In Polish "tak" is Yes; in Danish it is thanks."""
    asked = question_at("geographical_scope.scope")
    replies = []
    for code in ("pl", "da"):
        with speaking(code):
            found = remark_at(asked, "tak")
            replies.append(found.row.answer if found and found.row else "")
    assert replies[0] == MORE_THAN_THAT != replies[1]


TYPED = Path(__file__).parent / "typed.txt"


def typed(kind: str) -> list[tuple[str, str, str]]:
    """List what is typed at one kind of question: the code of the language, the text, and what it means."""
    lines = (line.split(" | ") for line in TYPED.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(code, text, means) for code, of_kind, text, means in lines if of_kind == kind]


def read(code: str, path: str, text: str) -> str:
    """Return what a text means at a question; with a question mark, what is offered for it."""
    kind = question_at(path).kind
    with speaking(code):
        reading = kind.read(text, CONTEXT)
    if isinstance(reading, Offered):
        return "?"
    if isinstance(reading, NotUnderstood):
        return "-"
    assert isinstance(reading, Understood)
    value = reading.value
    if isinstance(value, Period):
        return f"{value.first} {value.last}"
    shown = ", ".join(value) if isinstance(value, tuple) else str(value)
    return " ".join((shown, *(f"{key}={other}" for key, other in reading.others.items())))


PATHS = {
    "yes_no": "peer_reviewed.peer_reviewed",
    "country": "country_of_origin.country",
    "year": "start.starting_year",
    "end": "start.ending_year",
    "date": "ran_meetings.meetings.0.date",
    "themes": "key_themes.themes",
    "email": "contact.email",
    "website": "contact.website",
}


@pytest.mark.parametrize("kind", PATHS)
def test_everyday_words(kind: str) -> None:
    """Yes and no in other words, "in Germany", "since 2014", a range of days and "1. and 3." are read as meant."""
    found = [(code, text, means, read(code, PATHS[kind], text)) for code, text, means in typed(kind)]
    assert [] == [one for one in found if one[2] != one[3]]


CHOICES = {"type": "organisation.type", "fund": "eu_funding.funds", "audience": "target_audience.audiences"}


def asked_for(code: str, kind: str, text: str) -> str:
    """Return what a text means at a list; behind a question mark, the choices that are offered."""
    asked = question_at(CHOICES[kind])
    with speaking(code):
        reading = asked.read(text, CONTEXT)
    if isinstance(reading, Understood):
        return reading.value if isinstance(reading.value, str) else ", ".join(reading.value)
    offered = [option.value for option in getattr(reading, "options", ())]
    shown = [one if isinstance(one, str) else ", ".join(one) for one in offered if one]
    return f"? {' / '.join(shown)}" if shown else "-"


@pytest.mark.parametrize("kind", CHOICES)
def test_everyday_words_for_choices(kind: str) -> None:
    """What an association, a church or "from the Social Fund" may be is offered in each language."""
    each = [(code, one, means) for code, texts, means in typed(kind) for one in texts.split("; ")]
    found = [(code, one, means, asked_for(code, kind, one)) for code, one, means in each]
    assert [] == [one for one in found if one[2] != one[3]]
    assert {*CATALOGUES} == {code for code, *_ in each}


@pytest.mark.parametrize("code", [EVERYWHERE, *typed_codes()])
def test_file_of_words_has_no_other_list(code: str) -> None:
    """A list or a country whose name is misspelled would be ignored."""
    read = tomllib.loads((files("conversations.fields") / "words" / f"{code}.toml").read_text("utf-8"))
    shared = get_args(SharedName) if code == EVERYWHERE else ()
    assert [] == sorted({*read} - {*get_args(ListName), *shared, *get_args(ChoicesName), COUNTRIES})
    assert [] == sorted({*read.get(COUNTRIES, {})} - {*english()})


@pytest.mark.parametrize(("code", "text"), [("en", "today"), ("de", "heute"), ("pl", "dzisiaj"), ("fr", "aujourd'hui")])
def test_today_is_this_year(code: str, text: str) -> None:
    """At the year of the text; a practice does not start or end with it."""
    assert str(CONTEXT.today.year) == read(code, "last_update.year", text)
    assert "-" == read(code, "start.starting_year", text)


@pytest.mark.parametrize("code", typed_codes())
def test_lists_whose_order_counts(code: str) -> None:
    """A forgotten comma would shift the numbers; a phrase without its slot would not be read."""
    slots = {"ago": ["{n}"], "months_ago": ["{n}"], "decade": ["{n}", "{tens}"]}
    assert (15, 8) == (len(written("numbers", code)), len(written("tens", code)))
    assert {len(written("ordinals", code)), len(written("counts", code))} <= {0, 3, 5, 6}
    lost = [
        phrase
        for name, wanted in slots.items()
        for phrase in written(name, code)
        if not any(one in phrase for one in wanted)
    ]
    assert [] == lost


@pytest.mark.parametrize("code", [*CODES, ENGLISH])
def test_example_in_the_hint_is_read(code: str) -> None:
    """What the hint at EU funding gives as an example, "No, the city pays", is No and who pays."""
    asked = question_at("eu_funding.co_funded")
    with speaking(code):
        quoted = re.findall(r"[“«„”»][^“«„”»]+", str(asked.question.hint))
        example = [part.strip("“«„”» .") for part in quoted if part.strip("“«„”» .")][-1]
        reading = asked.read(example, CONTEXT)
    assert isinstance(reading, Understood)
    assert (False, True) == (reading.value, bool(reading.others)), example


def test_platform_pays_nothing() -> None:
    """The stems of words for "pays" are no part of other words."""
    read = question_at("eu_funding.co_funded").read
    readings = [read(f"No, {words}", CONTEXT) for words in ("propaganda of others", "it is a platform", "see page 3")]
    assert [{}] * 3 == [reading.others for reading in readings if isinstance(reading, Understood)]


def test_having_none() -> None:
    """Neither "we have none" nor "ask my boss" is an answer."""
    missed = []
    for code, text, _ in typed("none"):
        with speaking(code):
            missed += [] if lacks(text) else [(code, text)]
    assert [] == missed


def test_everyday_words_in_each_language() -> None:
    """Each language with a file of its own words has lines here for each kind but a web address."""
    written = {kind: {code for code, _, _ in typed(kind)} for kind in (*PATHS, "none") if kind != "website"}
    assert {kind: {*typed_codes()} for kind in written} == written
