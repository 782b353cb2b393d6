"""Make a draft of a practice that a file gives, by the kinds that read what is typed, or say what does not fit."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from pydantic import JsonValue, ValidationError

from conversations.dialogue.conversation import Answer, Draft, Version
from conversations.dialogue.model import Frozen, Status
from conversations.fields import VERSION, ReadingContext, Understood
from conversations.fields.plain import fold, storable
from conversations.fields.times import day_of
from conversations.fields.yes_no import may_say_nothing
from conversations.filling.storing import blocking
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, asked_at
from conversations.imports import texts
from conversations.imports.details import Details, Unfit, attachments_in, details_in
from conversations.imports.given import Given
from conversations.imports.reviewed import review_in

LONGEST = 200_000
"""More characters than any answer has."""


class Problem(Frozen):
    """What does not fit: its place in the file (or ""), the title of the question, and the words of the refusal."""

    place: str
    title: str
    words: str


class Read(Frozen):
    """A practice of a file: its name, and a draft, or what does not fit."""

    where: str
    name: str
    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()


def drafted(given: Given, status: Status, now: datetime) -> Read:
    """Make a draft; ``status`` is for a practice that has none itself. Its number is the storage's to give."""
    name = _name(given)
    try:
        details = details_in(given.details, status, now)
    except Unfit as error:
        found = tuple(Problem(place="", title=title, words=words) for title, words in error.found)
        return Read(where=given.where, name=name, problems=found)
    values, unfit = _values(given, details, now)
    problems = [_problem(given, path, words) for path, words in unfit.items()]
    problems += [Problem(place="", title=one, words=texts.NOT_IN_FORM) for one in given.unknown]
    if details.status != "draft":
        problems += [_problem(given, path, texts.DOUBTFUL) for path in given.doubtful]
    if not values and not problems:
        problems.append(Problem(place="", title=name, words=texts.NO_ANSWERS))
    wrong = _wrong(values, details, now, unfit)
    problems += [_problem(given, path, words) for path, words in wrong]
    try:
        draft = _draft(given, values, details)
    except Unfit as error:
        problems += [Problem(place="", title=title, words=words) for title, words in error.found]
        return Read(where=given.where, name=name, problems=tuple(problems))
    return Read(where=given.where, name=name, draft=None if problems else draft, problems=tuple(problems))


def _name(given: Given) -> str:
    name = given.answers.get(completion.FIRST)
    visible = "".join(char if char.isprintable() else " " for char in name[:LONGEST]) if isinstance(name, str) else ""
    return form_texts.shortened(" ".join(visible.split()), 60) or texts.nameless(given.where)


def _values(given: Given, details: Details, now: datetime) -> tuple[dict[str, JsonValue], dict[str, str]]:
    """Read each answer, beside those before it: a telephone number depends on the country. Give the refusals, too."""
    values: dict[str, JsonValue] = dict(details.version)
    unfit: dict[str, str] = {}
    for path, raw in given.answers.items():
        asked = asked_at(path)
        if asked is None:
            unfit[path] = texts.NOT_IN_FORM
        elif raw is not None:
            try:
                value = _value(asked, raw, ReadingContext(day_of(now), values))
            except Unfit as error:
                unfit[path] = error.found[0][1]
            else:
                values |= {} if value is None else {path: value}
    return values, unfit


def _problem(given: Given, path: str, words: str) -> Problem:
    asked = asked_at(path)
    title = completion.label(asked, given.answers) if asked else path
    return Problem(place=given.places.get(path, ""), title=title, words=words)


def _value(asked: Asked, raw: JsonValue, context: ReadingContext) -> JsonValue:
    """Read a value of a file as the stored value; ``None`` if it says that there is none. Raises ``Unfit``."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, str) and len(raw) > LONGEST:
        raise Unfit([("", texts.too_long(LONGEST))])
    if isinstance(raw, str) and not raw.strip():
        return None
    if not _is_known(raw):
        raise Unfit([("", texts.NOT_A_VALUE)])
    kind = asked.kind
    if not kind.keeps_text:
        told: JsonValue = [*map(str.strip, raw.split(";"))] if kind.several and isinstance(raw, str) else raw
        as_it_is = _as_it_is(asked, told, context)
        if as_it_is is not None:
            return as_it_is
    if isinstance(raw, bool | list):
        problem = asked.problem(raw, context) if isinstance(raw, list) and kind.several else None
        raise Unfit([("", problem or texts.NOT_A_VALUE)])
    text = str(raw)
    reading = kind.read(text, context)
    if isinstance(reading, Understood):
        return asked.dump(reading.value)
    if not asked.question.required and not kind.keeps_text and _says_nothing(asked, text):
        return None
    raise Unfit([("", reading.problem)])


def _is_known(raw: JsonValue) -> bool:
    if isinstance(raw, list):
        return all(isinstance(one, str) and len(one) <= LONGEST and storable(one) == one for one in raw)
    return isinstance(raw, str | int | float)


def _as_it_is(asked: Asked, raw: JsonValue, context: ReadingContext) -> JsonValue:
    """Give a value that is right as it stands, such as those of an export; else ``None``."""
    if isinstance(raw, str) and storable(raw) != raw:
        return None
    try:
        value = asked.load(raw)
    except ValidationError:
        return None
    dumped = asked.dump(value)
    problem = asked.problem(dumped, context)
    return None if problem and blocking(asked, value, problem) else dumped


def _says_nothing(asked: Asked, text: str) -> bool:
    """Say whether the words skip an optional question."""
    words = (asked.question.skip, *asked.question.skip_words)
    return may_say_nothing(text) or fold(text) in map(fold, words)


def _wrong(
    values: dict[str, JsonValue], details: Details, now: datetime, unfit: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Give what does not fit in the answers together; a draft may lack answers, and have some that are to fix.

    What follows from an answer that is ``unfit`` is not said again.
    """
    applicable = {asked.path: asked for asked in completion.applicable(values)}
    sections = {path.partition(".")[0] for path in unfit}
    for path in values:
        if path != VERSION and path not in applicable and path.partition(".")[0] not in sections:
            yield path, texts.NOT_ASKED
    to_fix = completion.problems(values, day_of(now))
    context = ReadingContext(day_of(now), values)
    for path, words in to_fix.items():
        asked = applicable[path]
        alone = asked.problem(values[path], context)
        if details.status != "draft" or (alone and blocking(asked, asked.load(values[path]), alone)):
            yield path, words
    if details.status != "draft":
        yield from ((asked.path, texts.NEEDED) for asked in completion.missing(values) if asked.path not in unfit)


def _draft(given: Given, values: dict[str, JsonValue], details: Details) -> Draft:
    answers = dict(_answers(given, values, details))
    at = details.submitted_at or details.updated_at
    draft = Draft(
        number=1,
        template_version=details.template_version,
        status=details.status,
        language=details.language,
        reference=details.reference,
        created_at=details.created_at,
        updated_at=details.updated_at,
        submitted_at=details.submitted_at,
        decided_at=details.decided_at,
        answers=answers,
        advice=dict(_advice(answers)),
        attachments=attachments_in(given.attachments, at),
        identifier=details.identifier,
        read_texts=given.doubtful if details.status == "draft" else {},
    )
    if details.status == "draft":
        return draft
    last = Version(at=at, answers=draft.answers, attachments=draft.attachments)
    return draft.model_copy(update=review_in(given.review, draft, last, details.revision))


def _answers(given: Given, values: dict[str, JsonValue], details: Details) -> Iterator[tuple[str, Answer]]:
    """Give the answers; what was handed in has skipped the questions that it does not answer.

    So has a meeting of a draft that is listed and has no answer: it stays listed.
    """
    at, is_draft = details.submitted_at or details.updated_at, details.status == "draft"
    answered = {path.rpartition(".")[0] for path in values}
    for path, value in values.items():
        if path != VERSION:
            yield path, Answer(value=value, source="imported", at=at)
    for asked in completion.applicable({**_listed(given), **values} if is_draft else values):
        is_listed = asked.item is not None and asked.path.rpartition(".")[0] not in answered
        if asked.path not in values and not asked.question.required and (is_listed or not is_draft):
            yield asked.path, Answer(value=None, source="imported", at=at)


def _listed(given: Given) -> dict[str, JsonValue]:
    """Give the paths of the meetings that are listed, without answers."""
    return {path: None for path in given.answers if (asked := asked_at(path)) and asked.item is not None}


def _advice(answers: Mapping[str, Answer]) -> Iterator[tuple[str, str]]:
    for path, answer in answers.items():
        asked = asked_at(path)
        advice = asked.question.advise(answer.value) if asked and isinstance(answer.value, str) else None
        if advice:
            yield path, advice
