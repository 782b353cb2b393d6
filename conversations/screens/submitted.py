"""A practice that has been submitted."""

from conversations import progress, wording
from conversations.messages import Line
from conversations.screens.layout import Screen, button
from conversations.talk import Talk


def submitted(talk: Talk) -> Screen:
    """Say that it is, under which reference, and what happens next."""
    draft = talk.draft
    lines = (
        Line(text=wording.SUBMITTED, style="bold"),
        Line(text=wording.submitted(progress.title(draft), draft.reference or "")),
        Line(text=""),
        Line(text=wording.WHAT_NEXT),
        Line(text=wording.ANOTHER_PRACTICE),
    )
    rows = ((button(talk, wording.SUMMARY, "summary"), button(talk, wording.NEW_PRACTICE, "new")),)
    return Screen(pages=(lines,), rows=rows)
