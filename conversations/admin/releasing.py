"""What becomes of a submission whose coordinator is none any more: it waits for whoever takes it next."""

from datetime import datetime

from conversations.admin import wording
from conversations.conversation import Draft
from conversations.messages import Moved
from conversations.review import rules
from conversations.review.dossiers import made, with_claim
from conversations.review.record import Member
from conversations.review.wording.phrases import called


def released(draft: Draft, by: Member | None, now: datetime) -> tuple[Draft, Moved] | None:
    """Let a submission go in its coordinator's stead, with a line in its history; nothing where it is decided."""
    claim = draft.review.claim
    if claim is None or not rules.allows(draft, "let go"):
        return None
    who = by or wording.SHELL_AS_MEMBER
    words = f"{called(claim.by)} {wording.RELEASED}"
    after = made(with_claim(draft, None, now), "let go", now, who, words)
    return after, Moved(draft=draft.number, move="let go", by=who.user, words=words)
