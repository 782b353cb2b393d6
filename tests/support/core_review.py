"""A review that has begun, without the conversation that leads to it."""

from datetime import datetime

from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from conversations.diagram import NOW, filled
from conversations.dialogue.conversation import Draft, Version
from conversations.dialogue.inputs import Chose, Press
from conversations.dialogue.model import Status
from conversations.dialogue.replies import Button
from conversations.dialogue.review_record import Claim, Comment, Entry, Member, Review, Weight
from conversations.dialogue.state import Part, Submitted

AUTHOR, CORA, CARL = 1001, 2001, 2002

MEMBER = Member(user=CORA, name="Cora Coordinator")


def handed_in(status: Status = "submitted", *comments: Comment, claimed: bool = True, at: datetime = NOW) -> Draft:
    """Make a complete draft that was submitted once; if it is claimed, then by Cora."""
    draft = filled().drafts[0]
    versions = (Version(at=at, answers=draft.answers, attachments=draft.attachments),) if status != "draft" else ()
    claim = Claim(by=MEMBER, since=at) if claimed and status != "draft" else None
    log = (Entry(at=at, move="hand in"),) if versions else ()
    changes = {"status": status, "versions": versions, "submitted_at": at, "decided_at": at}
    numbered = {"reference": "RAN-2026-0001"} if versions else {}
    review = Review(claim=claim, comments=comments, log=log)
    return draft.model_copy(update=changes | numbered | {"review": review})


def comment(number: int, question: str, text: str, weight: Weight = "must fix", *, asked: bool = True) -> Comment:
    """Make a comment by Cora."""
    part = Part(message=number, text=text)
    return Comment(number=number, question=question, by=MEMBER, weight=weight, parts=(part,), at=NOW, asked=asked)


def bed(draft: Draft) -> CoreTestBed:
    """Make a test bed in which Anna works on this draft."""
    new = CoreTestBed()
    author = new.talker("Anna")
    author.conversation = filled().model_copy(update={"drafts": (draft,), "state": Submitted(), "hand": draft.number})
    return new


def draft_of(on: CoreTestBed) -> Draft:
    """Return Anna's first draft as it is now."""
    return on.talker("Anna").conversation.drafts[0]


def does(talker: CoreTalker, *acts: str) -> str:
    """Press each label in brackets and type each other text; return the answer to the last one."""
    shown = [talker.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act)) for act in acts]
    return "\n".join(one.text for one in shown[-1])


def replies(talker: CoreTalker, text: str, to: str) -> str:
    """Reply to the newest message with these words; return the answer."""
    return "\n".join(one.text for one in talker.do(Act("replies", text, to)))


def press(talker: CoreTalker, button: Button) -> str:
    """Press a button that this person was not shown, or not last; return the answer."""
    shown = talker.give(Chose(press=button.press, message=999_999))
    return "\n".join(one.text for one in shown)


def forged(action: str, about: str = "", index: int | None = None, submission: int = 1) -> Button:
    """Make a button that nobody was shown; 0 is the number of no submission."""
    data = Press(draft=submission, keyboard_version=0, about=about, action=action, index=index)
    return Button(label=action, press=data)


def begins(said: str, *lines: str) -> None:
    """Check the first lines of an answer."""
    assert list(lines) == said.split("\n")[: len(lines)]
