"""The form seen from a draft's answers: which questions apply, what is missing, what is to fix.

``Values`` maps question paths to stored values; a path that is missing is an open question, ``None`` a skipped one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from pydantic import JsonValue, ValidationError

from conversations.fields import VERSION, ReadingContext
from conversations.form import texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import Question, Repeated, Section, always, repeat_of, repetitions
from conversations.form.template import in_use

Values = Mapping[str, JsonValue]


def version_of(values: Values) -> int:
    """Say which version of the form the answers are to: an older one is named beside them."""
    version = values.get(VERSION)
    return version if isinstance(version, int) else in_use().version


def applicable(values: Values, asking: str = "") -> tuple[Asked, ...]:
    """List the questions that apply, in order; ``asking`` is one being asked, so that its repetition counts."""
    parts = _parts(in_use().sections)
    return tuple(chain.from_iterable(p if isinstance(p, tuple) else applicable_in(p, values, asking) for p in parts))


@cache
def _parts(sections: tuple[type[Section], ...]) -> tuple[type[Section] | tuple[Asked, ...], ...]:
    """Put the questions of neighbours together that always apply; the other sections stand between them."""
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
    """List all that a section may ask, in order; of a group that repeats one repetition."""
    plan = _plan(section)
    items = _items(plan.repeated, 0) if plan.repeated else ()
    return tuple(asked for asked in (*plan.always, *items) if asked.question.is_in(in_use().version))


def may_not_apply(asked: Asked) -> bool:
    """Say whether the question is asked only after a certain answer to another one."""
    return asked not in applicable_in(asked.section, {})


@dataclass(frozen=True)
class _Plan:
    """What a section may ask: its own questions, their paths by key, whether any depends on anything, and its group."""

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
    """Say whether the question has neither been answered nor skipped."""
    return asked.path not in values


def missing(values: Values) -> tuple[Asked, ...]:
    """List the questions that need an answer before the draft can be submitted."""
    return tuple(asked for asked in applicable(values) if asked.question.required and values.get(asked.path) is None)


def lacking(values: Values, to_fix: Collection[str]) -> tuple[Asked, ...]:
    """List the questions that stand between the draft and its submission: unanswered, or ``to_fix``."""
    wanting = {asked.path for asked in missing(values)} | {*to_fix}
    return tuple(asked for asked in applicable(values) if asked.path in wanting)


def problems(values: Values, today: date) -> dict[str, str]:
    """Say what is to fix, by path: first each answer's own bounds, then the rules between those that keep them."""
    context = ReadingContext(today, values)
    given = {
        asked.path: (asked, values[asked.path]) for asked in applicable(values) if values.get(asked.path) is not None
    }
    version: dict[str, JsonValue] = {VERSION: version_of(values)} if context.older else {}
    kept = {path: value for path, (_, value) in given.items()}
    if _error(kept | version, context) is None:  # as of nearly all: then nothing has to be looked at one by one
        return {}
    found = {path: problem for path, (asked, value) in given.items() if (problem := asked.problem(value, context))}
    while broken := _broken_rules({path: kept[path] for path in kept if path not in found} | version, context):
        found |= broken
    return {path: found[path] for path in given if path in found}


def _error(values: Values, context: ReadingContext) -> ValidationError | None:
    """Hold answers against their own bounds and the rules between them; gives what does not hold."""
    try:
        in_use().whole.model_validate(nest(values), context=context)
    except ValidationError as error:
        return error
    return None


def _broken_rules(values: Values, context: ReadingContext) -> dict[str, str]:
    """Say which rules are broken between answers that keep their own bounds."""
    error = _error(values, context)
    details = error.errors(include_url=False, include_input=False) if error else ()
    found = [detail["ctx"] for detail in details]
    return {str(ctx["path"]): str(ctx["problem"]) for ctx in found if ctx["path"] in values}


def nest(values: Values) -> dict[str, Any]:
    """Arrange values by section, as ``Practice`` has them; what does not apply is left out."""
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
    """Find the next open question after this one, or after where it stood, going round to the beginning of the form."""
    order = applicable(values, asked.path)
    here = order.index(asked) + 1 if asked in order else _beginning(asked.section, order)
    return next((other for other in (*order[here:], *order[:here]) if is_open(other, values) and other != asked), None)


def _beginning(section: type[Section], order: Sequence[Asked]) -> int:
    return [other.section for other in order].index(section)


def optional_rest(asked: Asked, values: Values) -> tuple[Asked, ...]:
    """List what is open of a section from a question on; none where a question is left that needs an answer."""
    left = tuple(other for other in applicable_in(asked.section, values, asked.path) if is_open(other, values))
    return () if any(other.question.required for other in left) else left


def before(asked: Asked, values: Values) -> Asked | None:
    """Find the question before this one."""
    order = applicable(values, asked.path)
    here = order.index(asked) if asked in order else 0
    return order[here - 1] if here else None


def first_open(values: Values) -> Asked | None:
    """Find the first open question of the form."""
    return next((asked for asked in applicable(values) if is_open(asked, values)), None)


FIRST = f"{in_use().sections[0].key}.{next(iter(in_use().sections[0].model_fields))}"
"""The path of the question that a draft begins with."""


def label(asked: Asked, values: Values) -> str:
    """Name a question; of a group that repeats, also say which repetition where there are several."""
    if asked.item is None or repetitions(asked.section, values, asked.path) == 1:
        return asked.question.title
    return f"{asked.question.title} {asked.item + 1}"


def shown(asked: Asked, values: Values) -> str:
    """Show the answer to a question, or say that there is none."""
    if is_open(asked, values):
        return texts.NOT_ANSWERED
    value = values[asked.path]
    return left_out(asked) if value is None else asked.show(value)


def left_out(asked: Asked) -> str:
    """Say that a question was passed over; where its button says why, as ``Still active`` does, say that."""
    return texts.NOT_PROVIDED if asked.question.skip == texts.SKIP else asked.question.skip
