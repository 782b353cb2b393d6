"""Decisions: changes are requested, a submission is approved, declined or reopened; each is told to the author."""

from conversations import form
from conversations.conversation import Draft
from conversations.fields.plain import storable
from conversations.review import queueing, rules, telling
from conversations.review.claiming import may_work
from conversations.review.commenting import title
from conversations.review.desk import Dossier
from conversations.review.dossiers import is_own, move, name, reference, with_claim, with_review
from conversations.review.pages import Card, Confirming, Declining, Page
from conversations.review.record import Comment, Move
from conversations.review.wording import at_desk, in_review
from conversations.talk import Talk


def to_request(draft: Draft) -> tuple[Comment, ...]:
    """List the comments that a request would carry, in the order of the form."""
    order = [asked.path for asked in form.applicable(draft.handed_in.values)]
    place = {path: n for n, path in enumerate(order)}
    return tuple(sorted(draft.review.open, key=lambda one: (place.get(one.question, len(place)), one.number)))


def begin(talk: Talk, dossier: Dossier, decision: Move) -> None:
    """Show what a decision means before it is made, or say why it cannot be made."""
    reason = _obstacle(talk, dossier, decision)
    if reason is None:
        queueing.go(talk, _first_page(dossier, decision))
    else:
        talk.say(reason)


def _first_page(dossier: Dossier, decision: Move) -> Page:
    if decision == "decline":
        return Declining(dossier=dossier.number)
    return Confirming(dossier=dossier.number, decision=_CONFIRMED[decision])


_CONFIRMED = {"request": "request", "approve": "approve", "reopen": "reopen"}


def _obstacle(talk: Talk, dossier: Dossier, decision: Move) -> str | None:
    """Say what stands against a decision; an empty sentence where that has been said."""
    draft = dossier.draft
    if not rules.allows(draft, decision):
        return at_desk.CHANGED_MEANWHILE
    if decision == "reopen":
        return in_review.OWN_PRACTICE if is_own(talk, dossier) else None
    if not may_work(talk, dossier):
        return ""
    if decision == "request" and not to_request(draft):
        return in_review.NO_COMMENT_YET
    fixes = [title(draft, comment) for comment in draft.review.open if comment.weight == "must fix"]
    return in_review.blocked(tuple(dict.fromkeys(fixes))) if decision == "approve" and fixes else None


LONGEST_REASON = 2500
"""Characters of a reason: with the sentences around it, it is one message to the author, and one page of theirs."""


def reason_written(talk: Talk, page: Declining | Confirming, text: str) -> None:
    """Take the reason for declining, to be confirmed; what comes before that goes on with it."""
    before = page.reason if isinstance(page, Confirming) else ""
    words = storable(f"{before}\n{text}")
    if len(words) > LONGEST_REASON:
        talk.say(in_review.reason_too_long(len(words), LONGEST_REASON))
    elif words:
        queueing.go(talk, Confirming(dossier=page.dossier, decision="decline", reason=words))


def confirm(talk: Talk, dossier: Dossier, page: Confirming) -> None:
    """Make the decision that was shown, where nothing has come to stand against it."""
    reason = _obstacle(talk, dossier, page.decision)
    if reason is None:
        _DECIDED[page.decision](talk, dossier, page.reason)
    else:
        talk.say(reason)
    queueing.go(talk, Card(dossier=page.dossier))


def take_back(talk: Talk, dossier: Dossier) -> None:
    """Take a request back as long as the revision has not come; the comments stay."""
    draft = dossier.draft
    open_again = tuple(
        comment.model_copy(update={"asked": False}) if comment.state == "open" else comment
        for comment in draft.review.comments
    )
    move(talk, dossier, with_review(draft, comments=open_again), "take back")
    talk.write_to(dossier.author, telling.taken_back(*_named(draft), talk.desk.me, draft.number))
    talk.say(in_review.DONE["take back"])


def _request(talk: Talk, dossier: Dossier, _reason: str) -> None:
    draft = dossier.draft
    asked = tuple(
        comment.model_copy(update={"asked": True}) if comment.state == "open" else comment
        for comment in draft.review.comments
    )
    requested = move(talk, dossier, with_review(draft, comments=asked), "request")
    talk.write_to(dossier.author, telling.request(requested, talk.desk.me))
    talk.say(in_review.REQUEST_SENT)


def _approve(talk: Talk, dossier: Dossier, _reason: str) -> None:
    """Approve; comments that the author has answered are resolved by it."""
    draft = dossier.draft
    settled = tuple(
        comment.model_copy(update={"state": "resolved"}) if comment.state == "answered" else comment
        for comment in draft.review.comments
    )
    changed = with_review(draft, comments=settled).model_copy(update={"decided_at": talk.now})
    move(talk, dossier, changed, "approve")
    talk.write_to(dossier.author, telling.approved(*_named(draft), talk.desk.me, draft.number))
    talk.say(in_review.DONE["approve"])


def _decline(talk: Talk, dossier: Dossier, reason: str) -> None:
    draft = dossier.draft
    move(talk, dossier, draft.model_copy(update={"decided_at": talk.now}), "decline", reason)
    letter = telling.declined(*_named(draft), talk.desk.me, draft.number, reason, talk.desk.house.contact)
    talk.write_to(dossier.author, letter)
    talk.say(in_review.DONE["decline"])


def _reopen(talk: Talk, dossier: Dossier, _reason: str) -> None:
    draft = dossier.draft
    changed = with_claim(draft.model_copy(update={"decided_at": None}), talk.desk.me, talk.now)
    move(talk, dossier, changed, "reopen")
    talk.write_to(dossier.author, telling.reopened(*_named(draft), talk.desk.me, draft.number))
    talk.say(in_review.DONE["reopen"])


_DECIDED = {"request": _request, "approve": _approve, "decline": _decline, "reopen": _reopen}


def _named(draft: Draft) -> tuple[str, str]:
    return name(draft), reference(draft)
