"""The form in use: its sections and its version.

All modules ask here, so that a test can use a changed form.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from conversations.form.questions import Question, Section, mark
from conversations.form.sections import SECTIONS, TEMPLATE_VERSION, Practice


@dataclass(frozen=True, eq=False)
class Template:
    """A form; ``whole`` is a model with a field for each section and the rules between sections.

    ``version`` begins with 1 and rises with each change: a new question, a question that is removed, another list.
    """

    version: int
    sections: tuple[type[Section], ...]
    whole: type[BaseModel]

    def __post_init__(self) -> None:
        """Refuse, by name, a section without a question, and a question of a later version."""
        for section in self.sections:
            questions = [found for info in section.model_fields.values() if (found := mark(info, Question))]
            if not any(question.is_in(self.version) for question in questions):
                message = f"Section {section.key} asks nothing in version {self.version} of the form."
                raise ValueError(message)
            late = [question.title for question in questions if question.since > self.version]
            if late:
                message = f"{late[0]} is asked from a version on that is after {self.version}."
                raise ValueError(message)

    @cached_property
    def by_key(self) -> dict[str, type[Section]]:
        """The sections by their keys."""
        return {section.key: section for section in self.sections}

    def number(self, section: type[Section]) -> int:
        """Return the number of a section, counted from 1."""
        return self.sections.index(section) + 1


_IN_USE = [Template(TEMPLATE_VERSION, SECTIONS, Practice)]


def in_use() -> Template:
    """Return the form in use."""
    return _IN_USE[-1]


@contextmanager
def using(template: Template) -> Iterator[Template]:
    """Use another form inside a ``with`` block; for tests of changes of the form."""
    _IN_USE.append(template)
    try:
        yield template
    finally:
        _IN_USE.remove(template)
