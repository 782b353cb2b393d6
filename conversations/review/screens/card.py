"""The card of a dossier: how far it is, what was said of it, and what can be done."""

from collections.abc import Callable, Iterator

from conversations import progress, refusals
from conversations.admin.wording import RELEASED
from conversations.checks.table import findings
from conversations.conversation import Draft
from conversations.messages import Button, Line
from conversations.review import rules
from conversations.review.desk import Dossier
from conversations.review.dossiers import base_version, counted, heading, holder, is_own, waiting_since, with_review
from conversations.review.record import Entry, Member
from conversations.review.screens.buttons import desk_button, of_dossier, paired
from conversations.review.wording import at_desk, in_review, phrases
from conversations.screens.layout import Rows, Screen
from conversations.screens.paging import pack
from conversations.screens.summary import advice
from conversations.talk import Talk
from conversations.template import in_use
from conversations.wording import SYMBOLS, WORD_FORM
from conversations.wording import progress as progress_words

_ENTRIES = 12
"""Lines of the history that a card shows, the newest."""


def card(talk: Talk, dossier: Dossier) -> Screen:
    """Draw the card."""
    draft = dossier.draft
    blocks = [
        (Line(text=heading(draft), style="bold"), *_standing(talk, dossier)),
        *_advice(talk, draft.handed_in),
        *([(Line(text=_comments(draft)),)] if draft.status != "draft" else []),
        *_history(draft),
        (Line(text=at_desk.CARD_HINT, style="italic"),),
    ]
    return Screen(pages=pack(tuple(blocks)), rows=(*_sections(talk, dossier), *_actions(talk, dossier)))


def _standing(talk: Talk, dossier: Dossier) -> Iterator[Line]:
    draft = dossier.draft
    done = progress_words(progress.finished(draft.handed_in, talk.today), len(in_use().sections))
    if draft.status == "draft":
        yield Line(text=f"{at_desk.IN_PROGRESS}: {done}, {at_desk.last_touched(draft.updated_at)}")
        return
    yield standing(talk, draft, phrases.capital)
    yield Line(text=f"{done}. {at_desk.versions(len(draft.versions))}")
    if is_own(talk, dossier):
        yield Line(text=in_review.OWN_PRACTICE)


def standing(talk: Talk, draft: Draft, written: Callable[[str], str] = str) -> Line:
    """Say how a submission stands and who is on it, written as a sentence or as part of one."""
    claim = draft.review.claim

    def say(by: Member | None) -> str:
        shown = with_review(draft, claim=claim and claim.model_copy(update={"by": by}))
        return written(at_desk.standing(shown, waiting_since(draft), talk.now, talk.desk.me))

    return Line.naming(say, claim.by if claim else None)


def _advice(talk: Talk, draft: Draft) -> Iterator[tuple[Line, ...]]:
    """Give the list that the author saw before submitting."""
    found = findings(draft.values, talk.today)
    if found:
        yield tuple(advice(draft, found, at_desk.ADVICE_HINT))


def _comments(draft: Draft) -> str:
    review = draft.review
    answered, resolved = counted(review.comments, "answered"), counted(review.comments, "resolved")
    return in_review.comments_counted(review.open, answered, resolved)


def _history(draft: Draft) -> Iterator[tuple[Line, ...]]:
    log = draft.review.log[-_ENTRIES:]
    if log:
        yield (Line(text=at_desk.HISTORY, style="bold"), *(_entry(draft, entry) for entry in log))


def _entry(draft: Draft, entry: Entry) -> Line:
    """Write a line of the history; that of a release names who was released, too."""
    of = holder(draft.review.log, entry) if entry.move == "let go" and entry.words else None

    def say(by: Member | None, of: Member | None) -> str:
        words = f"{phrases.called(of)} {RELEASED}" if of else entry.words
        return at_desk.entry(entry.model_copy(update={"by": by, "words": words}))

    return Line.naming(say, entry.by, of)


def _sections(talk: Talk, dossier: Dossier) -> Rows:
    """Give each section a button that says how far it is, or how many comments it has."""
    draft = dossier.draft.handed_in
    words = progress.words(draft, talk.today)
    rows = []
    for section in in_use().sections:
        count = sum(comment.question.startswith(f"{section.key}.") for comment in draft.review.standing)
        noted = f" · {refusals.counted(count, 'comment')}" if count else ""
        label = f"{SYMBOLS[words[section.key]]} {section.title}{noted}"
        rows.append((of_dossier(talk, dossier, label, "section", section.key),))
    return tuple(rows)


def _actions(talk: Talk, dossier: Dossier) -> Rows:
    return paired(*_possible(talk, dossier), desk_button(talk, at_desk.QUEUE, "queue"))


def _possible(talk: Talk, dossier: Dossier) -> Iterator[Button]:
    """Give the buttons of what the rules allow this coordinator now."""
    draft, me = dossier.draft, talk.desk.me
    yield of_dossier(talk, dossier, at_desk.WHOLE, "whole")
    yield of_dossier(talk, dossier, WORD_FORM, "dossierform")
    if len(draft.versions) > 1 and base_version(draft, me.user):
        yield of_dossier(talk, dossier, at_desk.CHANGES, "changes")
    if is_own(talk, dossier):
        return
    if rules.allows(draft, "claim"):
        yield from _claiming(talk, dossier)
    if rules.allows(draft, "reopen"):
        yield of_dossier(talk, dossier, in_review.REOPEN, "reopen")


def _claiming(talk: Talk, dossier: Dossier) -> Iterator[Button]:
    draft = dossier.draft
    if draft.review.claim is None:
        yield of_dossier(talk, dossier, in_review.REVIEW, "claim")
    elif not draft.review.holds(talk.desk.me.user):
        yield of_dossier(talk, dossier, in_review.TAKE_OVER, "takeover")
    else:
        yield from (of_dossier(talk, dossier, label, action) for label, action in _DECISIONS[draft.status])
        yield of_dossier(talk, dossier, in_review.LET_GO, "letgo")


_DECISIONS = {
    "submitted": ((in_review.REQUEST, "request"), (in_review.APPROVE, "approve"), (in_review.DECLINE, "decline")),
    "changes_requested": ((in_review.TAKE_BACK, "takeback"),),
}
