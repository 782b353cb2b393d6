"""The form seen from a draft's answers: which questions apply, what is missing, what is to fix.

A question's path is its section's key and its own, ``start.starting_year``; within a group that repeats, also the
group's key and the number of the repetition, ``ran_meetings.meetings.0.name``. ``Values`` maps paths to stored values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Annotated, Any, cast

from pydantic import JsonValue, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from conversations import wording
from conversations.fields import Context, Kind
from conversations.questions import Question, Section, always, kind_of, mark
from conversations.repeats import MOST_REPETITIONS, Repeated, repeat_of, repeated, repetitions
from conversations.sections import BY_KEY, SECTIONS, Practice

Values = Mapping[str, JsonValue]


@dataclass(frozen=True)
class Asked:
    """A question in its place: the section it belongs to, and which repetition of its group."""

    path: str
    section: type[Section]
    question: Question
    kind: Kind[Any]
    bounded: TypeAdapter[Any]
    plain: TypeAdapter[Any]
    group: str | None = None
    item: int | None = None

    def problem(self, value: JsonValue, context: Context) -> str | None:
        """Say which bound of its own the stored value breaks, or nothing."""
        try:
            self.bounded.validate_python(value, context=context)
        except ValidationError as error:
            return _sentence(error)
        return None

    def show(self, value: JsonValue) -> str:
        """Say the stored value as a person would read it, also where it is to fix."""
        return self.kind.show(self.load(value))

    def load(self, value: JsonValue) -> Any:  # noqa: ANN401 - each kind has its own
        """Turn what is stored into the value, whether or not it keeps its bounds."""
        return self.plain.validate_python(value)

    def dump(self, value: object) -> JsonValue:
        """Turn a value into what is stored."""
        return cast("JsonValue", self.plain.dump_python(value, mode="json"))


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    return str(first.get("ctx", {}).get("problem", first["msg"]))


_ITEMS = {str(item): item for item in range(MOST_REPETITIONS)}


@lru_cache(maxsize=4096)
def asked_at(path: str) -> Asked | None:
    """Find a question by its path."""
    key, _, rest = path.partition(".")
    section = BY_KEY.get(key)
    if section is None:
        return None
    if rest in section.model_fields:
        return _asked(section, path, section.model_fields[rest])
    return _repeated_at(section, path, rest.split("."))


def _repeated_at(section: type[Section], path: str, rest: list[str]) -> Asked | None:
    repeat = repeat_of(section)
    if repeat is None or len(rest) != 3 or rest[0] != repeat.key or rest[1] not in _ITEMS:  # noqa: PLR2004 - group, item, key
        return None
    info = repeat.items.model_fields.get(rest[2])
    return _asked(section, path, info, repeat.key, _ITEMS[rest[1]]) if info else None


def _asked(
    section: type[Section], path: str, info: FieldInfo, group: str | None = None, item: int | None = None
) -> Asked | None:
    question, kind = mark(info, Question), kind_of(info)
    if question is None or kind is None:
        return None
    plain: Any = info.annotation
    bounded: Any = Annotated[plain, kind]
    return Asked(path, section, question, kind, TypeAdapter(bounded), TypeAdapter(plain), group, item)


def question_at(path: str) -> Asked:
    """Find a question by its path; KeyError where there is none."""
    asked = asked_at(path)
    if asked is None:
        raise KeyError(path)
    return asked


def applicable(values: Values, asking: str = "") -> tuple[Asked, ...]:
    """List the questions that apply, in order; ``asking`` is one being asked, so that its repetition counts."""
    return tuple(asked for section in SECTIONS for asked in applicable_in(section, values, asking))


def applicable_in(section: type[Section], values: Values, asking: str = "") -> tuple[Asked, ...]:
    """List the questions of a section that apply, in order."""
    plan = _plan(section)
    if not plan.conditional:
        return plan.always
    own = {key: values.get(f"{section.key}.{key}") for key in section.model_fields}
    applying = [asked for asked in plan.always if asked.question.when(own)]
    if plan.repeated is None or not plan.repeated.mark.when(own):
        return tuple(applying)
    count = max(repetitions(section, values, asking), 1)
    return (*applying, *(asked for item in range(count) for asked in _items(plan.repeated, item)))


@dataclass(frozen=True)
class _Plan:
    """What a section may ask: its own questions, whether any depends on answers, and the group that repeats."""

    always: tuple[Asked, ...]
    conditional: bool
    repeated: Repeated | None


@cache
def _plan(section: type[Section]) -> _Plan:
    group = repeat_of(section)
    keys = [key for key in section.model_fields if group is None or key != group.key]
    own = tuple(question_at(f"{section.key}.{key}") for key in keys)
    conditional = group is not None or any(asked.question.when is not always for asked in own)
    return _Plan(own, conditional, group)


@cache
def _items(group: Repeated, item: int) -> tuple[Asked, ...]:
    return tuple(question_at(group.path(item, key)) for key in group.items.model_fields)


def is_open(asked: Asked, values: Values) -> bool:
    """Say whether the question has neither been answered nor skipped."""
    return asked.path not in values


def missing(values: Values) -> tuple[Asked, ...]:
    """List the questions that need an answer before the draft can be submitted."""
    return tuple(asked for asked in applicable(values) if asked.question.required and values.get(asked.path) is None)


def lacking(values: Values, today: date) -> tuple[Asked, ...]:
    """List the questions that stand between the draft and its submission: unanswered or to fix."""
    wanting = {asked.path for asked in missing(values)} | problems(values, today).keys()
    return tuple(asked for asked in applicable(values) if asked.path in wanting)


def problems(values: Values, today: date) -> dict[str, str]:
    """Say what is to fix, by path: first each answer's own bounds, then the rules between those that keep them."""
    context = Context(today, values)
    given = {
        asked.path: (asked, values[asked.path]) for asked in applicable(values) if values.get(asked.path) is not None
    }
    found = {path: problem for path, (asked, value) in given.items() if (problem := asked.problem(value, context))}
    while broken := _broken_rules({path: value for path, (_, value) in given.items() if path not in found}, context):
        found |= broken
    return {path: found[path] for path in given if path in found}


def _broken_rules(values: Values, context: Context) -> dict[str, str]:
    try:
        Practice.model_validate(nest(values), context=context)
    except ValidationError as error:
        details = [detail["ctx"] for detail in error.errors(include_url=False, include_input=False)]
        return {str(ctx["path"]): str(ctx["problem"]) for ctx in details if ctx["path"] in values}
    return {}


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


def before(asked: Asked, values: Values) -> Asked | None:
    """Find the question before this one."""
    order = applicable(values, asked.path)
    here = order.index(asked) if asked in order else 0
    return order[here - 1] if here else None


def first_open(values: Values) -> Asked | None:
    """Find the first open question of the form."""
    return next((asked for asked in applicable(values) if is_open(asked, values)), None)


FIRST = f"{SECTIONS[0].key}.{next(iter(SECTIONS[0].model_fields))}"
"""The path of the question that a draft begins with."""


def label(asked: Asked, values: Values) -> str:
    """Name a question; of a group that repeats, also say which repetition where there are several."""
    if asked.item is None or repetitions(asked.section, values, asked.path) == 1:
        return asked.question.title
    return f"{asked.question.title} {asked.item + 1}"


def shown(asked: Asked, values: Values) -> str:
    """Show the answer to a question, or say that there is none."""
    if is_open(asked, values):
        return wording.NOT_ANSWERED
    value = values[asked.path]
    return wording.NOT_PROVIDED if value is None else asked.show(value)


def first_of_item(asked: Asked) -> bool:
    """Say whether the question is the first of its repetition."""
    if asked.item is None:
        return False
    repeat = repeated(asked.section)
    return asked.path == repeat.path(asked.item, repeat.first)
