"""Read a filled-in Word form: paragraphs in, the answers with how sure they are out.

A text goes through the same kinds as one that is typed. An answer is sure if its title is known and its kind
understands the whole text; all else is doubtful, and the bot asks for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from conversations.dialogue.paper import Paper, ReadAnswer
from conversations.fields import OUTSIDE, Line, LongText, ReadingContext, Understood
from conversations.fields.yes_no import says_nothing as is_no_answer
from conversations.form import completion
from conversations.form.asked import Asked, asked_at, question_at
from conversations.form.questions import MOST_REPETITIONS
from conversations.languages import speaking
from conversations.papers.collecting import FIRST, Collected, Written, collect
from conversations.papers.paragraphs import Paragraph
from conversations.papers.template_words import says_nothing
from conversations.papers.titles import FEWEST, language_of

_BOX = re.compile(r"(?P<box>[☐☒☑□■✓✔✗✘]|\[\s?[xX]?\s?\])\s*(?P<label>[^☐☒☑□■✓✔✗✘\t\n\[]+)")

_TICKED = frozenset("☒☑■✓✔✗✘xX")

_WITH_OTHERS = ("start", "country_of_origin")
"""The sections in which one text may surely answer two questions, such as "2011-2014"."""

_PRESENTED, _MEETING = "ran_meetings.presented", "ran_meetings.meetings.{}.name"

_COUNTRY, _OUTSIDE = "country_of_origin.country", "country_of_origin.non_eu_country"


def read(paragraphs: Sequence[Paragraph], today: date) -> Paper | None:
    """Read the paragraphs of a document, in the language of its titles; None if it is not the form."""
    with speaking(language_of(one.text for one in paragraphs)):
        return _read(paragraphs, today)


def _read(paragraphs: Sequence[Paragraph], today: date) -> Paper | None:
    collected = collect(paragraphs)
    if len(collected.sections) < FEWEST:
        return None
    answers = _with_rules(_implied(_read_each(collected, today), collected), today)
    return Paper(answers=tuple(answers.values()), left=collected.left)


def _read_each(collected: Collected, today: date) -> dict[str, ReadAnswer]:
    """Read each question in the order of the form: the country helps to read the telephone number."""
    answers: dict[str, ReadAnswer] = {}
    for path in sorted(collected.written, key=_place):
        asked, written = question_at(path), collected.written[path]
        if not written.named and _lacks_titles(asked, collected):
            written = replace(written, sure=False)
        values = {one.question: one.value for one in answers.values() if one.sure}
        for answer in _read_one(asked, written, ReadingContext(today, values)):
            if answer.question not in answers or (answer.question == path and answer.text):
                answers[answer.question] = answer
    return answers


def _lacks_titles(asked: Asked, collected: Collected) -> bool:
    """Say whether a needed question of the section has no title: the text under the section's may answer it, too."""
    others = (other for other in completion.applicable_in(asked.section, {}) if other.question.required)
    return any(other.path not in collected.written for other in others)


def _place(path: str) -> tuple[int, int]:
    order = completion.applicable({_PRESENTED: True, "eu_funding.co_funded": True, _COUNTRY: OUTSIDE})
    asked = question_at(path)
    first = next(n for n, one in enumerate(order) if one.path == path.replace(f".{asked.item}.", ".0."))
    return first, asked.item or 0


def _read_one(asked: Asked, written: Written, context: ReadingContext) -> Iterator[ReadAnswer]:
    """Read the text under a title; it may also answer other questions of the section."""
    text = text_of(asked, written)
    if not text or says_nothing(text) or (not asked.question.required and is_no_answer(text)):
        if not asked.question.required and (written.named or asked.section.key in FIRST):
            yield ReadAnswer(question=asked.path, text="", title=written.title, sure=True)
        return
    reading = asked.read(text, context)
    sure = (
        written.sure and bool(written.paragraphs) and not (isinstance(asked.kind, Line) and len(written.paragraphs) > 1)
    )
    if not sure or not isinstance(reading, Understood) or asked.problem(asked.dump(reading.value), context):
        yield ReadAnswer(question=asked.path, text=text, title=written.title, sure=False)
        return
    is_whole = not reading.others or asked.section.key in _WITH_OTHERS
    value = asked.dump(reading.value) if is_whole else None
    yield ReadAnswer(question=asked.path, text=text, title=written.title, sure=is_whole, value=value)
    for key, other in reading.others.items() if is_whole else ():
        yield ReadAnswer(question=f"{asked.section.key}.{key}", text=text, title=written.title, sure=True, value=other)


def text_of(asked: Asked, written: Written) -> str:
    """Return the text under a title as its question wants it: paragraphs, lines, or the choices that are ticked."""
    paragraphs = written.paragraphs or written.beside
    lines = "\n".join(one.text for one in paragraphs)
    if asked.kind.choices and _BOX.search(lines):
        return "\n".join(found["label"].strip() for found in _BOX.finditer(lines) if _TICKED & {*found["box"]})
    if not isinstance(asked.kind, LongText):
        return lines
    pieces: list[str] = []
    for is_row, group in groupby(paragraphs, key=lambda one: _row(one, written)):
        every = [*group]
        if is_row:
            pieces.append(" | ".join(" ".join(one.text.split()) for one in every))
        else:
            pieces.extend(_listed(one) for one in every)
    return _joined(pieces)


def _row(paragraph: Paragraph, written: Written) -> tuple[int, int] | None:
    """Return the row of a table that stands within an answer."""
    cell = paragraph.cell
    is_inner = cell is not None and cell.columns > 1 and (written.cell is None or written.cell.table != cell.table)
    return (cell.table, cell.row) if cell is not None and is_inner else None


def _listed(paragraph: Paragraph) -> str:
    return f"{'  ' * (paragraph.bullet - 1)}- {paragraph.text}" if paragraph.bullet else paragraph.text


def _joined(pieces: Sequence[str]) -> str:
    """Join paragraphs by an empty line, and the lines of a list by none."""
    text = ""
    for before, piece in zip(("", *pieces), pieces, strict=False):
        apart = "\n" if piece.lstrip().startswith("- ") or " | " in piece else "\n\n"
        text += piece if not before else apart + piece
    return text


def _implied(answers: dict[str, ReadAnswer], collected: Collected) -> dict[str, ReadAnswer]:
    """Add what the template does not ask: whether there was a meeting, and that a country is outside the EU."""
    names = [path for n in range(MOST_REPETITIONS) if (path := _MEETING.format(n)) in collected.written]
    named, presented = [path for path in names if path in answers], answers.get(_PRESENTED)
    if presented is None and names:
        told = answers[named[0]] if named else None
        text, title = (told.text, told.title) if told else ("", collected.written[names[0]].title)
        sure = told is None or told.sure
        presented = ReadAnswer(
            question=_PRESENTED, text=text, title=title, sure=sure, value=bool(named) if sure else None
        )
    elif presented is not None and presented.value is False and named:
        presented = presented.model_copy(update={"sure": False, "value": None})
    outside, country = answers.get(_OUTSIDE), answers.get(_COUNTRY)
    if country is None and outside is not None and outside.text:
        value = OUTSIDE if outside.sure else None
        country = outside.model_copy(update={"question": _COUNTRY, "value": value})
    implied = {one.question: one for one in (presented, country) if one is not None}
    return answers | implied


def _with_rules(answers: Mapping[str, ReadAnswer], today: date) -> dict[str, ReadAnswer]:
    """Leave out what does not apply, and doubt answers that do not fit together."""
    values = {path: one.value for path, one in answers.items() if one.sure}
    wrong = completion.problems(values, today)
    may_apply = values | {path: True for path, one in answers.items() if path == _PRESENTED and not one.sure}
    applying = {asked.path for asked in completion.applicable(may_apply)}
    return {
        path: one.model_copy(update={"sure": False, "value": None}) if path in wrong else one
        for path, one in answers.items()
        if path in applying and asked_at(path) is not None
    }
