"""Words of empty forms that people leave in: instructions, and what stands where nothing was chosen or typed."""

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz, process

from conversations.fields import texts as field_texts
from conversations.fields.plain import fold
from conversations.form import completion, texts
from conversations.form.template import Template, in_use
from conversations.languages import current, english, in_language
from conversations.papers import texts as form_texts

INSTRUCTIONS = """
Please note: by practice we mean an activity, a method or a tool that professionals and/or community members use or have used.
Short description of the aim of the practice and of its working method. Please note that the explicit connection to preventing and/or countering radicalisation and/or violent extremism must be clear in this description: there is a link to it in the aims and/or the activities, methods or tools. A practice without this link cannot be included in the RAN Collection.
Short description of the aim of the practice and of its working method.
Please note that the explicit connection to preventing and/or countering radicalisation and/or violent extremism must be clear in this description.
Please choose the 2 key themes that correspond most with the practice.
Please choose at least one target audience that corresponds most with the practice.
Please indicate where (countries, regions, cities) the practice is or has been implemented.
Please indicate in which year the practice was developed and implemented, so that its maturity can be seen. In case it is no longer active, please indicate when it ended.
Please indicate whether the practice has led to concrete deliverables, such as (links to) handbooks, training modules or videos.
Short description of the performance measures of the practice, including
qualitative views and quantitative (statistical) data, e.g. how the success of your project or intervention is measured.
evaluation and feedback, including surveys and/or anecdotal evidence, e.g. has there been an internal or external evaluation, and has your target group been encouraged to give feedback?
peer review: which feedback did the practice receive in the RAN working group and/or study visit where it was discussed?
Please elaborate on the outcomes of your monitoring and evaluation.
Short description of the sustainability and transferability of the practice, including e.g. information on its costs. Please elaborate on which elements can be transferred, and how.
Please note that a practice is preferably nominated through one of the RAN meetings to be included in the Collection. Add the name of the RAN Working Group or event, the date, the place and the subject of the meeting.
Please indicate how your project was funded, whether your practice is linked to other EU initiatives or projects, AND note explicitly whether it is (co-)funded by the EU and, if so, by which funds.
Such as Erasmus+, Internal Security Fund (ISF), European Social Fund (ESF), Horizon 2020, etc.
enter a maximum of 100 words and select the organisation type
Please describe briefly the organisation behind the practice, including its legal status, e.g. NGO, governmental, limited company, charity etc.
Country in which the practice is based.
Please provide contact details, with name and email address, of the person in the organisation who can be contacted.
"""  # noqa: E501 - a line is a paragraph of the template
"""The instructions of the RAN template."""

PLACEHOLDERS = """
Select year; Select country; Select date of the meeting; Select date; Select a year; Select a date; Select a country
Enter name of the meeting; Enter place of the meeting; Enter subject of meeting; Enter subject of the meeting
Enter name if non EU country; Enter text; Enter text here; Select theme; Select key theme; Select target audience
Select organisation type; Choose an item; Choose a theme; Choose a date; Choose a year; Choose a country; or
Click here to enter text; Click or tap here to enter text; Click here to enter a date; Click or tap to enter a date
Klik her for at skrive tekst; Klik eller tryk her for at skrive tekst; Vælg et element
Klik eller tryk for at angive en dato; Klicken Sie hier, um Text einzugeben; Wählen Sie ein Element aus
Klicken oder tippen Sie hier, um Text einzugeben; Klicken oder tippen Sie, um ein Datum einzugeben
Cliquez ici pour entrer du texte; Cliquez ou appuyez ici pour entrer du texte; Choisissez un élément
Cliquez ou appuyez ici pour entrer une date; Haga clic aquí para escribir texto; Elija un elemento
Haga clic o pulse aquí para escribir texto; Haga clic aquí o pulse para escribir una fecha
Fare clic qui per immettere testo; Fare clic o toccare qui per immettere il testo; Scegliere un elemento
Fare clic o toccare qui per immettere una data; Klik hier als u tekst wilt invoeren; Kies een item
Klik of tik om tekst in te voeren; Klik of tik om een datum in te voeren; Klicka här för att ange text
Klicka eller tryck här för att ange text; Klicka eller tryck här för att ange datum; Välj ett objekt
Kliknij tutaj, aby wprowadzić tekst; Kliknij lub naciśnij tutaj, aby wprowadzić tekst; Wybierz element
Kliknij lub naciśnij, aby wprowadzić datę; year; date; text
"""

_ALIKE = 92
"""The least likeness, of 100, of a paragraph to an instruction that somebody has changed a little."""

_LONG = 18
"""Shorter instructions are placeholders, which must be the same."""

_LONGER = 4
"""How many characters a changed instruction may have more: what is longer may hold an answer."""

_WORD = re.compile(r"[^\W_]+")

_AFTER_WORD = " \t\xa0.,;:?!)"

_NUMBER = re.compile(r"\A\s*(?:\d{1,2}|[a-c])\s*[.)]\s*")

_LIMIT = re.compile(
    r"\(?\s*(?:max\.?|maximum|at most|up to|enter a max)[^.]{0,60}\bwords?\b[^.]{0,50}\.?\s*\)?", re.IGNORECASE
)

_FIGURE = r"\d(?:[\d.,\s]*\d)?"
"""The pattern of a number as any language writes it: "1,000", "1 000"."""

_LIMITS = (1, 2, 3, 5, 7, 11, 20, 21, 100, 101, 102, 103, 300, 1000)
"""Limits that have all plural forms of the languages."""


@cache
def _over(_language: str) -> re.Pattern[str]:
    """Return a pattern of what the product's own form says below an answer that is too long: "312 of 300 words"."""
    said = {text(1, limit) for text in (field_texts.words_of, field_texts.characters_of) for limit in _LIMITS}
    return re.compile("|".join(_FIGURE.join(map(re.escape, re.split(_FIGURE, one))) for one in sorted(said)))


@cache
def _attached(_language: str) -> re.Pattern[str]:
    """Return a pattern of the line that names a file under an answer of the product's own form."""
    before, _line, behind = str(form_texts.ATTACHED).partition("{file}")
    return re.compile(rf"{re.escape(before)}\d+\. .+, [\d.,]+ MB{re.escape(behind)}")


@cache
def _notes(_language: str) -> tuple[str, ...]:
    """Return what may follow the hint of a question in the product's own empty form, here in one language."""
    copied = (form_texts.copy_for_more(n) for n in range(2, 9))
    return tuple(map(fold, (str(form_texts.NOT_ALWAYS), str(form_texts.OPTIONAL), *copied)))


def is_instruction(text: str) -> bool:
    """Say whether nothing but words of the empty form stands in a text."""
    return not answer_in(text)


def answer_in(text: str) -> str:
    """Return a text without the lines, and beginnings of lines, that belong to the empty form."""
    return "\n".join(filter(None, map(_answer_in_line, text.split("\n"))))


def _answer_in_line(line: str) -> str:
    rest = _without_beginning(_NUMBER.sub("", line), _beginnings(in_use(), current()))
    if rest is None:
        rest = line
    while (less := _without_beginning(rest, _notes(current()))) is not None:
        rest = less
    return "" if _is_empty(rest) else rest.strip()


def _without_beginning(line: str, known: Sequence[str]) -> str | None:
    """Return a line without the words of the empty form that it begins with; None if it begins with none."""
    said = f"{fold(line)} "
    found = [one for one in known if said.startswith(f"{one} ")]
    begin = max(found, key=len, default=None)
    ends = (word.end() for word in _WORD.finditer(line)) if begin else ()
    return next((line[end:].lstrip(_AFTER_WORD) for end in ends if fold(line[:end]) == begin), None)


def _is_empty(line: str) -> bool:
    said = fold(_NUMBER.sub("", line))
    if not said or said in _short() or _LIMIT.fullmatch(line.strip()):
        return True
    if _over(current()).fullmatch(line.strip()) or _attached(current()).fullmatch(line.strip()):
        return True
    alike = process.extractOne(said, _beginnings(in_use(), current()), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return alike is not None and len(said) <= len(alike[0]) + _LONGER


def says_nothing(text: str) -> bool:
    """Say whether a text stands where nothing was written: a placeholder, or the own form's "Not provided"."""
    said = {each for one in (texts.NOT_PROVIDED, texts.NOT_ANSWERED) for each in (english(one), in_language(one))}
    return fold(text) in _short() or text.strip() in said


@cache
def _beginnings(template: Template, _language: str) -> tuple[str, ...]:
    """Return the instructions of the template of RAN, and the hints of the product's own form in one language."""
    every = [asked.question for section in template.sections for asked in completion.every(section)]
    hints = [f"{in_language(one.prompt)} {in_language(one.paper_hint)}" for one in every]
    hints += [in_language(one.paper_hint) for one in every]
    found = (fold(_NUMBER.sub("", line)) for line in (*INSTRUCTIONS.strip().splitlines(), *hints))
    return tuple(one for one in found if len(one) >= _LONG)


@cache
def _short() -> frozenset[str]:
    return frozenset(fold(one) for line in PLACEHOLDERS.strip().splitlines() for one in line.split(";"))
