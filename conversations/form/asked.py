"""A question found by its path, with its kind and the conversion of its stored values.

The path has the key of the section and the key of the question, such as ``start.starting_year``. In a group that
repeats it also has the key of the group and the number of the repetition, such as ``ran_meetings.meetings.0.name``.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Any, cast

from pydantic import JsonValue, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from conversations.fields import Kind, NotUnderstood, Offered, Reading, ReadingContext, Understood, texts
from conversations.fields.lacking import lacks
from conversations.fields.yes_no import may_say_nothing, says_no_such
from conversations.form import texts as form_texts
from conversations.form.questions import MOST_REPETITIONS, Doing, Question, Section, kind_of, mark, repeat_of, repeated
from conversations.form.template import in_use


@dataclass(frozen=True)
class Asked:
    """A question at its path: with its section, and with the number of its repetition in a group."""

    path: str
    section: type[Section]
    question: Question = field(compare=False)
    kind: Kind[Any] = field(compare=False)
    bounded: TypeAdapter[Any] = field(compare=False)
    plain: TypeAdapter[Any] = field(compare=False)
    group: str | None = field(default=None, compare=False)
    item: int | None = field(default=None, compare=False)

    def problem(self, value: JsonValue, context: ReadingContext) -> str | None:
        """Return a sentence about the bound that a stored value breaks, or None."""
        try:
            self.bounded.validate_python(value, context=context)
        except ValidationError as error:
            return _sentence(error)
        return None

    def read(self, text: str, context: ReadingContext) -> Reading[Any]:
        """Read a text as the answer; ask first if it may mean that there is no answer."""
        reading = self.question.reads_on(text, self.kind.read(text, context), context)
        optional = not self.question.required
        if self.kind.choices or not (may_say_nothing(text) or (optional and (says_no_such(text) or lacks(text)))):
            return reading
        if self.kind.keeps_text and isinstance(reading, Understood):
            problem = texts.perhaps_nothing(text, self._leaves_out(context) if optional else None)
            return Offered(problem, (Doing(texts.keep(text), reading.value, does="keep"),))
        if optional and isinstance(reading, NotUnderstood):
            skip, sure = self._leaves_out(context), says_no_such(text) or lacks(text)
            return NotUnderstood(texts.none_here(skip) if sure else texts.nothing_or(reading.problem, skip))
        return reading

    def _leaves_out(self, context: ReadingContext) -> str:
        """Return the button that skips an optional question, or removes its answer."""
        stands = context.answers.get(self.path) is not None
        return str(form_texts.REMOVE if stands and self.question.skip == form_texts.SKIP else self.question.skip)

    def show(self, value: JsonValue) -> str:
        """Format a stored value for people, even if it breaks a bound."""
        return self.kind.show(self.load(value))

    def load(self, value: JsonValue) -> Any:  # noqa: ANN401 - each kind has its own
        """Convert a stored value to a Python value, even if it breaks a bound."""
        return self.plain.validate_python(value)

    def dump(self, value: object) -> JsonValue:
        """Convert a value to the stored JSON value."""
        return cast("JsonValue", self.plain.dump_python(value, mode="json"))


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    return str(first.get("ctx", {}).get("problem", first["msg"]))


_ITEMS = {str(item): item for item in range(MOST_REPETITIONS)}


def asked_at(path: str) -> Asked | None:
    """Return the question at a path, in any version of the form, or None."""
    section = in_use().by_key.get(path.partition(".")[0])
    return None if section is None else _asked_in(section, path)


@lru_cache(maxsize=4096)
def _asked_in(section: type[Section], path: str) -> Asked | None:
    rest = path.partition(".")[2]
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
    """Return the question at a path; KeyError if there is none."""
    asked = asked_at(path)
    if asked is None:
        raise KeyError(path)
    return asked


def first_of_item(asked: Asked) -> bool:
    """Tell whether the question is the first of its repetition."""
    if asked.item is None:
        return False
    repeat = repeated(asked.section)
    return asked.path == repeat.path(asked.item, repeat.first)
