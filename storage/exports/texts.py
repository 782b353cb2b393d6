"""The texts of exports."""

from datetime import UTC, datetime

from conversations.dialogue.conversation import Draft
from conversations.fields.dates import say
from conversations.form.completion import FIRST
from conversations.form.texts import shortened

_HEADLINE = 60
"""The most characters of a name in a page header."""

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
    """Describe a practice in one line under its name."""
    status = draft.status.replace("_", " ")
    if draft.submitted_at is None:
        return f"{status.capitalize()} · last changed {_day(draft.updated_at)}"
    submitted = f"submitted {_day(draft.submitted_at)}"
    return " · ".join(filter(None, (draft.reference, "" if status == "submitted" else status, submitted)))


def to_fill_in(sections: int, questions: int) -> str:
    """Describe the empty form under its title."""
    return f"{sections} sections, {questions} questions · write under each, or put a cross in its box"


def copy_for_more(questions: int) -> str:
    """Say how to fill in a repeated group."""
    return f"For each further one, copy these {questions} questions."


def headline(draft: Draft, title: str) -> str:
    """Name a practice in one line, such as a page header."""
    return f"{draft.reference or 'Draft'} · {shortened(title, _HEADLINE)}"


def several_forms(number: int) -> str:
    """Name a document with several forms."""
    return f"{number} practices"


def attached(line: str) -> str:
    """Say that a file came with an answer."""
    return f"Attached: {line}"


def too_many_forms(number: int, most: int) -> str:
    """Say that a Word document would have too many forms."""
    return (
        f"{number:,} forms are too many for one Word document, which holds up to {most:,}. Narrow it down with "
        "--reference, --status or --since, or take --format package: it has a document for each."
    )


def _day(at: datetime) -> str:
    day = at.astimezone(UTC).date()
    return say((day, day))
