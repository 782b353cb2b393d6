"""Words that wait for a press before they replace an answer: asked about in a message of their own, wherever one is."""

from conversations import wording
from conversations.conversation import Draft, Late
from conversations.messages import Button, Line, Press, Reply
from conversations.talk import Talk

_YES_OR_NO = (wording.USE, wording.LEAVE_LATE)


def ask(talk: Talk, draft: Draft, late: Late, question: str, labels: tuple[str, str] = _YES_OR_NO) -> None:
    """Ask whether words are to replace an answer: the person stays where they are."""
    waiting = (*draft.late, late)
    talk.keep(draft.model_copy(update={"late": waiting}))
    pairs = zip(labels, ("use", "leave"), strict=True)
    buttons = tuple(_button(draft, late, label, action, len(waiting)) for label, action in pairs)
    talk.tell(Reply(lines=(Line(text=question), Line(text=late.text, style="quote")), rows=(buttons,)))
    talk.silent = True


def _button(draft: Draft, late: Late, label: str, action: str, number: int) -> Button:
    press = Press(draft=draft.number, revision=0, about=late.question, action=action, index=number)
    return Button(label=label, press=press)
