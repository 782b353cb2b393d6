"""Who is on a submission: taken up, taken over, let go."""

from conversations.review import rules, telling
from conversations.review.desk import Dossier
from conversations.review.dossiers import is_own, move, name, reference, with_claim
from conversations.review.wording import at_desk, in_review
from conversations.talk import Talk


def claim(talk: Talk, dossier: Dossier) -> None:
    """Take a submission up; where another was first, say so."""
    held = dossier.draft.review.claim
    if is_own(talk, dossier):
        talk.say(in_review.OWN_PRACTICE)
    elif not rules.allows(dossier.draft, "claim"):
        talk.say(at_desk.CHANGED_MEANWHILE)
    elif held is not None and held.by.user != talk.desk.me.user:
        talk.say(in_review.taken_by(held.by, held.since))
    elif held is None:
        move(talk, dossier, with_claim(dossier.draft, talk.desk.me, talk.now), "claim")
        talk.say(in_review.CLAIMED)


def take_over(talk: Talk, dossier: Dossier) -> None:
    """Take a submission over from another coordinator, who is told."""
    draft = dossier.draft
    held, me = draft.review.claim, talk.desk.me
    if held is None or is_own(talk, dossier) or not rules.allows(draft, "take over"):
        claim(talk, dossier)
    elif held.by.user != me.user:
        move(talk, dossier, with_claim(draft, me, talk.now), "take over")
        talk.write_to(held.by.user, telling.taken_over(dossier.number, name(draft), reference(draft), me))
        talk.say(in_review.CLAIMED)


def let_go(talk: Talk, dossier: Dossier) -> None:
    """Let a submission go, for whoever takes it next."""
    if may_work(talk, dossier):
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
        talk.say(in_review.taken_by(held.by, held.since))
    else:
        talk.say(in_review.ONLY_READING)
    return False
