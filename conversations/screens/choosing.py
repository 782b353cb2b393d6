"""The person's drafts, to choose from."""

from conversations import progress, wording
from conversations.clocks import wording as clocks
from conversations.clocks.reminding import to_resume
from conversations.conversation import Draft
from conversations.messages import Button, Line
from conversations.screens.layout import Screen, button
from conversations.talk import Talk
from conversations.template import in_use


def choosing(talk: Talk) -> Screen:
    """List the drafts with how far each is."""
    drafts = talk.conversation.drafts
    lines = (
        Line(text=wording.DRAFTS, style="bold"),
        *(Line(text=f"{draft.number}. {progress.title(draft)}: {_standing(talk, draft)}") for draft in drafts),
        Line(text=""),
        Line(text=wording.DRAFTS_HINT if drafts else wording.NO_DRAFTS, style="italic"),
    )
    chosen = tuple(_row(talk, draft) for draft in drafts)
    remind = (button(talk, clocks.REMIND_ME, "timing"),) if to_resume(talk.conversation) else ()
    return Screen(pages=(lines,), rows=(*chosen, (button(talk, wording.NEW_PRACTICE, "new"), *remind)))


def _row(talk: Talk, draft: Draft) -> tuple[Button, ...]:
    """Give the button that takes a practice up; beside it, where it was never handed in, the one that deletes it."""
    take_up = button(talk, f"{draft.number} · {progress.title(draft)}", "draft", index=draft.number)
    if draft.status != "draft":
        return (take_up,)
    return (take_up, button(talk, wording.delete(draft.number), "delete", index=draft.number))


def _standing(talk: Talk, draft: Draft) -> str:
    if draft.status == "draft":
        return wording.progress(progress.finished(draft, talk.today), len(in_use().sections))
    return f"{draft.reference}, {draft.status.replace('_', ' ')}"
