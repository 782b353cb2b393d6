"""A practice that has been submitted: how it stands, and what its author can do."""

from collections.abc import Iterator

from conversations import progress, wording
from conversations.messages import Button, Line
from conversations.review import asked_for, rules
from conversations.review.wording import in_letters, to_author
from conversations.screens.layout import Screen, button, in_rows
from conversations.talk import Talk


def submitted(talk: Talk) -> Screen:
    """Say that it is, under which reference, how it stands and what happens next."""
    draft = talk.draft
    lines = (
        Line(text=to_author.HEADINGS.get(draft.status, wording.SUBMITTED), style="bold"),
        Line(text=wording.submitted(progress.title(draft), draft.reference or "")),
        Line(text=""),
        *(Line(text=sentence) for sentence in _standing(talk)),
        Line(text=wording.ANOTHER_PRACTICE),
    )
    return Screen(pages=(lines,), rows=in_rows(_buttons(talk)))


def _standing(talk: Talk) -> Iterator[str]:
    draft = talk.draft
    match draft.status:
        case "changes_requested":
            yield to_author.waits_for_you(len(asked_for.asked(draft)))
        case "approved" if draft.decided_at:
            yield to_author.is_approved(draft.decided_at)
        case "declined":
            yield to_author.is_declined(draft.review.log[-1].words, talk.desk.house.contact)
        case "withdrawn":
            yield to_author.IS_WITHDRAWN
        case _:
            yield wording.WHAT_NEXT
    if draft.unsent and rules.allows(draft, "revise"):
        yield to_author.HAS_CHANGES


def _buttons(talk: Talk) -> Iterator[Button]:
    draft = talk.draft
    yield button(talk, wording.SUMMARY, "summary")
    yield button(talk, wording.NEW_PRACTICE, "new")
    if asked_for.may_revise(draft):
        yield button(talk, in_letters.TO_REVISION, "revising")
    if rules.allows(draft, "revise"):
        yield button(talk, wording.CHANGE_AN_ANSWER, "change")
    if rules.allows(draft, "withdraw"):
        yield button(talk, to_author.WITHDRAW, "withdraw")
    if rules.allows(draft, "hand in again") and not draft.unsent:
        yield button(talk, to_author.HAND_IN_AGAIN, "again")
    yield button(talk, to_author.SEEN, "seen")
