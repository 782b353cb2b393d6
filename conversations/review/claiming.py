"""Who is on a submission: taken up, taken over, let go. The card shows each button only where it may be pressed."""

from conversations.messages import Line
from conversations.review import rules, telling
from conversations.review.desk import Dossier
from conversations.review.dossiers import is_own, move, name, reference, with_claim
from conversations.review.wording import in_review
from conversations.talk import Talk


def claim(talk: Talk, dossier: Dossier) -> None:
    """Take a submission up, or over from another coordinator, who is told."""
    draft, me = dossier.draft, talk.desk.me
    held = draft.review.claim
    move(talk, dossier, with_claim(draft, me, talk.now), "claim" if held is None else "take over")
    if held is not None:
        talk.write_to(held.by.user, telling.taken_over(dossier, name(draft), reference(draft), me))
    talk.say(in_review.CLAIMED)


def let_go(talk: Talk, dossier: Dossier) -> None:
    """Let a submission go, for whoever takes it next."""
    move(talk, dossier, with_claim(dossier.draft, None, talk.now), "let go")
    talk.say(in_review.LETTING_GO)


def may_work(talk: Talk, dossier: Dossier) -> bool:
    """Say whether the submission is the coordinator's to work on; where not, tell them why."""
    draft = dossier.draft
    held = draft.review.claim
    if draft.review.holds(talk.desk.me.user) and rules.allows(draft, "claim"):
        return True
    if is_own(talk, dossier):
        talk.say(in_review.OWN_PRACTICE)
    elif not rules.allows(draft, "claim"):
        talk.say(in_review.NOT_REVIEWED)
    elif held is not None and held.by.user != talk.desk.me.user:
        talk.say(Line.naming(lambda by: in_review.taken_by(by, held.since), held.by))
    else:
        talk.say(in_review.ONLY_READING)
    return False
