"""How far a draft is: computed from its answers, never stored."""

from collections.abc import Mapping
from datetime import date

from conversations import form, wording
from conversations.conversation import Draft
from conversations.questions import Section
from conversations.template import in_use


def word_for(section: type[Section], values: form.Values, problems: Mapping[str, str]) -> str:
    """Say in a word how far a section is."""
    questions = form.applicable_in(section, values)
    if any(asked.path in problems for asked in questions):
        return wording.TO_FIX
    unanswered = [asked for asked in questions if form.is_open(asked, values)]
    if not unanswered:
        return wording.FINISHED
    return wording.NOT_STARTED if len(unanswered) == len(questions) else wording.IN_PROGRESS


def words(draft: Draft, today: date) -> dict[str, str]:
    """Say in a word how far each section is, by its key."""
    values = draft.values
    problems = form.problems(values, today)
    return {section.key: word_for(section, values, problems) for section in in_use().sections}


def finished(draft: Draft, today: date) -> int:
    """Count the sections that are done."""
    return list(words(draft, today).values()).count(wording.FINISHED)


def title(draft: Draft) -> str:
    """Name a draft by its practice, shortened for a button."""
    name = draft.values.get("name.name")
    return wording.shortened(name, 40) if isinstance(name, str) else wording.untitled(draft.number)
