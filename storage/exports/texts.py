"""What an export says in words of its own."""

from datetime import UTC, datetime

from conversations.dialogue.conversation import Draft
from conversations.fields.dates import say
from conversations.form.completion import FIRST
from conversations.form.texts import shortened

_HEADLINE = 60
"""Characters of a name that fit into the header of a page."""

CONTENTS = "Contents"

NAMELESS = "Practice without a name"

EMPTY_TITLE = "A practice for the RAN Collection"

EMPTY_HEADER = "Empty form"

EMPTY_NAME = "RAN Collection practice form.docx"

OPTIONAL = "Optional."

NOT_ALWAYS = "Leave it empty where it does not apply."

DRAFT_MARK = "Draft: not submitted yet. Answers may be missing and may still change."

NO_FORMS = "No submission fits, so there is nothing to export."

REPEATED_GAP = "–"

CUT = " … [cut here: a cell holds no more; the JSON export has the whole text]"


def title_of(draft: Draft) -> str:
    """Name the practice."""
    return str(draft.values.get(FIRST) or NAMELESS)


def caption(draft: Draft) -> str:
    """Say under the name of a practice what it is, in one line."""
    status = draft.status.replace("_", " ")
    if draft.submitted_at is None:
        return f"{status.capitalize()} · last changed {_day(draft.updated_at)}"
    submitted = f"submitted {_day(draft.submitted_at)}"
    return " · ".join(filter(None, (draft.reference, "" if status == "submitted" else status, submitted)))


def to_fill_in(sections: int, questions: int) -> str:
    """Say under the title of the empty form what it is."""
    return f"{sections} sections, {questions} questions · write under each, or put a cross in its box"


def copy_for_more(questions: int) -> str:
    """Say what to do where something repeats."""
    return f"For each further one, copy these {questions} questions."


def headline(draft: Draft, title: str) -> str:
    """Say on one line, such as the header of a page, which practice it is."""
    return f"{draft.reference or 'Draft'} · {shortened(title, _HEADLINE)}"


def several_forms(number: int) -> str:
    """Name a document that holds the forms of several practices."""
    return f"{number} practices"


def attached(line: str) -> str:
    """Say that a file came with an answer."""
    return f"Attached: {line}"


def too_many_forms(number: int, most: int) -> str:
    """Refuse a Word document of more forms than one should hold."""
    return (
        f"{number:,} forms are too many for one Word document, which holds up to {most:,}. Narrow it down with "
        "--reference, --status or --since, or take --format package: it has a document for each."
    )


def _day(at: datetime) -> str:
    day = at.astimezone(UTC).date()
    return say((day, day))
