"""Computed from the answers of a draft: questions that apply, open ones, missing answers, and answers to correct.

``Values`` maps question paths to stored values. An open question has no path in it; a skipped one has ``None``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from pydantic import JsonValue, ValidationError

from conversations.fields import VERSION, ReadingContext
from conversations.fields.plain import words
from conversations.form import texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Question, Repeated, Section, always, repeat_of, repetitions
from conversations.form.template import in_use

Values = Mapping[str, JsonValue]


def version_of(values: Values) -> int:
    """Return the version of the form that the answers belong to."""
    version = values.get(VERSION)
    return version if isinstance(version, int) else in_use().version


def applicable(values: Values, asking: str = "") -> tuple[Asked, ...]:
    """List the questions that apply, in order; the repetition of ``asking``, the path of a question, counts, too."""
    parts = _parts(in_use().sections)
    return tuple(chain.from_iterable(p if isinstance(p, tuple) else applicable_in(p, values, asking) for p in parts))


@cache
def _parts(sections: tuple[type[Section], ...]) -> tuple[type[Section] | tuple[Asked, ...], ...]:
    """Join the questions of neighbouring sections that always apply; list other sections between them."""
    parts: list[type[Section] | tuple[Asked, ...]] = []
    for section in sections:
        plan = _plan(section)
        if plan.conditional:
            parts.append(section)
        elif parts and isinstance(parts[-1], tuple):
            parts[-1] += plan.always
        else:
            parts.append(plan.always)
    return tuple(parts)


def applicable_in(section: type[Section], values: Values, asking: str = "") -> tuple[Asked, ...]:
    """List the questions of a section that apply, in order."""
    plan = _plan(section)
    if not plan.conditional:
        return plan.always
    version = version_of(values)
    own = {key: values.get(path) for key, path in plan.paths}
    applying = [asked for asked in plan.always if asked.question.is_in(version) and asked.question.when(own)]
    if plan.repeated is None or not plan.repeated.mark.when(own):
        return tuple(applying)
    count = max(repetitions(section, values, asking), 1)
    items = (asked for item in range(count) for asked in _items(plan.repeated, item))
    return (*applying, *(asked for asked in items if asked.question.is_in(version)))


def every(section: type[Section]) -> tuple[Asked, ...]:
    """List all questions of a section in order; of a group that repeats, one repetition."""
    plan = _plan(section)
    items = _items(plan.repeated, 0) if plan.repeated else ()
    return tuple(asked for asked in (*plan.always, *items) if asked.question.is_in(in_use().version))


def may_not_apply(asked: Asked) -> bool:
    """Tell whether the question is asked only after a certain answer to another question."""
    return asked not in applicable_in(asked.section, {})


@dataclass(frozen=True)
class _Plan:
    """The questions of a section, their keys and paths, whether one is conditional, and the group that repeats."""

    always: tuple[Asked, ...]
    paths: tuple[tuple[str, str], ...]
    conditional: bool
    repeated: Repeated | None


@cache
def _plan(section: type[Section]) -> _Plan:
    group = repeat_of(section)
    keys = [key for key in section.model_fields if group is None or key != group.key]
    own = tuple(question_at(f"{section.key}.{key}") for key in keys)
    conditional = group is not None or any(_may_be_left_out(asked.question) for asked in own)
    paths = tuple((key, f"{section.key}.{key}") for key in section.model_fields)
    return _Plan(own, paths, conditional, group)


def _may_be_left_out(question: Question) -> bool:
    return question.when is not always or question.since > 1 or question.until is not None


@cache
def _items(group: Repeated, item: int) -> tuple[Asked, ...]:
    return tuple(question_at(group.path(item, key)) for key in group.items.model_fields)


def is_open(asked: Asked, values: Values) -> bool:
    """Tell whether the question was neither answered nor skipped."""
    return asked.path not in values


def missing(values: Values) -> tuple[Asked, ...]:
    """List the questions that still need an answer before the draft can be submitted."""
    return tuple(asked for asked in applicable(values) if asked.question.required and values.get(asked.path) is None)


def lacking(values: Values, to_fix: Collection[str]) -> tuple[Asked, ...]:
    """List the questions that must be answered or corrected (``to_fix``) before the draft can be submitted."""
    wanting = {asked.path for asked in missing(values)} | {*to_fix}
    return tuple(asked for asked in applicable(values) if asked.path in wanting)


def problems(values: Values, today: date) -> dict[str, str]:
    """Return sentences by path: first about answers that break a bound, then about rules between the other answers."""
    context = ReadingContext(today, values)
    given = {
        asked.path: (asked, values[asked.path]) for asked in applicable(values) if values.get(asked.path) is not None
    }
    version: dict[str, JsonValue] = {VERSION: version_of(values)} if context.older else {}
    kept = {path: value for path, (_, value) in given.items()}
    if _error(kept | version, context) is None:  # nearly always: then no answer needs a separate look
        return {}
    found = {path: problem for path, (asked, value) in given.items() if (problem := asked.problem(value, context))}
    while broken := _broken_rules({path: kept[path] for path in kept if path not in found} | version, context):
        found |= broken
    return {path: found[path] for path in given if path in found}


def _error(values: Values, context: ReadingContext) -> ValidationError | None:
    """Validate answers with all bounds and rules."""
    try:
        in_use().whole.model_validate(nest(values), context=context)
    except ValidationError as error:
        return error
    return None


def _broken_rules(values: Values, context: ReadingContext) -> dict[str, str]:
    """Return the sentences about broken rules, by path."""
    error = _error(values, context)
    details = error.errors(include_url=False, include_input=False) if error else ()
    found = [detail["ctx"] for detail in details]
    return {str(ctx["path"]): str(ctx["problem"]) for ctx in found if ctx["path"] in values}


def nest(values: Values) -> dict[str, Any]:
    """Arrange values by section, as in ``Practice``; leave out questions that do not apply."""
    nested: dict[str, Any] = {}
    for asked in applicable(values):
        if asked.path not in values:
            continue
        own = nested.setdefault(asked.section.key, {})
        if asked.group is not None and asked.item is not None:
            items = own.setdefault(asked.group, [])
            items.extend({} for _ in range(asked.item + 1 - len(items)))
            own = items[asked.item]
        own[asked.path.rpartition(".")[2]] = values[asked.path]
    return nested


def after(asked: Asked, values: Values) -> Asked | None:
    """Return the next open question after this one; after the end of the form, search from its beginning."""
    order = applicable(values, asked.path)
    here = order.index(asked) + 1 if asked in order else _beginning(asked.section, order)
    return next((other for other in (*order[here:], *order[:here]) if is_open(other, values) and other != asked), None)


def _beginning(section: type[Section], order: Sequence[Asked]) -> int:
    return [other.section for other in order].index(section)


def optional_rest(asked: Asked, values: Values) -> tuple[Asked, ...]:
    """List the open questions of a section, if all of them are optional."""
    left = tuple(other for other in applicable_in(asked.section, values, asked.path) if is_open(other, values))
    return () if any(other.question.required for other in left) else left


def before(asked: Asked, values: Values) -> Asked | None:
    """Return the question before this one."""
    order = applicable(values, asked.path)
    here = order.index(asked) if asked in order else 0
    return order[here - 1] if here else None


def beside(asked: Asked, values: Values) -> tuple[Asked, ...]:
    """Return the questions after this one and then those before it, each way up to one that needs an answer."""
    order = applicable(values, asked.path)
    here = order.index(asked) if asked in order else len(order)
    return (*_up_to_needed(order[here + 1 :]), *_up_to_needed(order[:here][::-1]))


def _up_to_needed(questions: Sequence[Asked]) -> Sequence[Asked]:
    needed = next((n for n, asked in enumerate(questions) if asked.question.required), len(questions))
    return questions[: needed + 1]


def first_open(values: Values) -> Asked | None:
    """Return the first open question of the form."""
    return next((asked for asked in applicable(values) if is_open(asked, values)), None)


FIRST = f"{in_use().sections[0].key}.{next(iter(in_use().sections[0].model_fields))}"
"""The path of the first question of the form."""


def label(asked: Asked, values: Values) -> str:
    """Return the title of a question, with the number of its repetition if there are several."""
    if asked.item is None or repetitions(asked.section, values, asked.path) == 1:
        return str(asked.question.title)
    return f"{asked.question.title} {asked.item + 1}"


def shown(asked: Asked, values: Values) -> str:
    """Format the answer to a question, or say that there is none."""
    if is_open(asked, values):
        return str(texts.NOT_ANSWERED)
    value = values[asked.path]
    return left_out(asked) if value is None else asked.show(value)


def words_of(values: Values) -> list[str]:
    """List the words of all answers, as they were written, without case and accents."""
    return words("\n".join(_written(values.get(asked.path)) for asked in applicable(values)))


def _written(value: JsonValue) -> str:
    """Return an answer as it was written; yes and no are no words to search for."""
    if isinstance(value, list):
        return "\n".join(map(str, value))
    if isinstance(value, dict):  # a period
        return str(value["given"])
    return "" if value is None or isinstance(value, bool) else str(value)


def left_out(asked: Asked) -> str:
    """Say that a question was skipped; use the text of its button if that has a meaning, such as "Still active"."""
    return str(texts.NOT_PROVIDED if asked.question.skip == texts.SKIP else asked.question.skip)
