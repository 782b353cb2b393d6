"""The texts of the review: every sentence can be translated."""

from datetime import timedelta
from types import ModuleType

import pytest
from support.core_review import comment, handed_in
from support.other_language import Arguments, Call, call, untranslated

from conversations.diagram import NOW
from conversations.dialogue.model import Status
from conversations.dialogue.pages import Queue
from conversations.dialogue.review_record import Claim, Enquiry, Entry, Member, Said
from conversations.filling import role_texts
from conversations.review import (
    comment_texts,
    find_texts,
    note_texts,
    question_texts,
    queue_texts,
    texts,
)

ME = Member(user=1, name="Ζωή")

OTHER = Member(user=2, name="Άννα")

SERVER = Member(user=0, name="the server")

FIX, IDEA = comment(1, "name.name", "Αβγ"), comment(2, "name.name", "Αβγ", "suggestion", asked=False)

LATER = timedelta(days=9)


def status(which: Status, by: Member | None, after: timedelta = timedelta(), *, revised: bool = False) -> Call:
    """Write the arguments that ask for the status of a submission."""
    draft = handed_in(which, at=NOW)
    if revised:
        draft = draft.model_copy(update={"versions": draft.versions * 2})
    claim = Claim(by=by, since=NOW + after) if by else None
    draft = draft.model_copy(update={"review": draft.review.model_copy(update={"claim": claim})})
    return call(draft, NOW, NOW + after, ME)


def enquiry(*, closed: bool = False, answered: bool = False) -> Enquiry:
    """Make a question of an author."""
    said = [Said(text="Αβγ", message=1, at=NOW), *([Said(text="Δ", message=2, at=NOW, by=OTHER)] if answered else [])]
    claim = Claim(by=OTHER, since=NOW)
    return Enquiry(number=1, question="name.name", said=tuple(said), claim=claim, closed=claim if closed else None)


REVIEW: Arguments = {
    "no_such": [call("Αβγ")],
    "page": [call(1, 2)],
    "status": [
        status("submitted", None),
        status("submitted", ME, timedelta(days=2)),
        status("submitted", ME, timedelta(days=2), revised=True),
        status("submitted", OTHER, revised=True),
        status("submitted", OTHER, LATER),
        status("submitted", ME, LATER),
        status("changes_requested", OTHER),
        *(status(which, None) for which in ("approved", "declined", "withdrawn", "draft")),
    ],
    "reviewed_by": [],
    "taken_by": [call(OTHER, NOW, NOW)],
    "missing": [call(["Α", "Β"]), call(["Α", "Β", "Γ", "Δ", "Ε"])],
    "last_touched": [call(NOW, NOW)],
    "seems_in": [call("Αβγ", sure=True), call("Αβγ", sure=False)],
    "versions": [call(1), call(2), call(3)],
    "entry": [call(Entry(at=NOW, move="claim", by=by, words="Αβγ"), NOW) for by in (OTHER, SERVER, None)],
    "let_go_for": [call(OTHER)],
    "changes_title": [call("Αβγ", 1, 2)],
    "unchanged": [call("Αβγ")],
    "taken_away": [call("Αβγ")],
    "blocked": [call(["Αβγ"])],
}

COMMENTS: Arguments = {
    "weighed": [call("Αβγ", "must fix")],
    "commenting": [call("Αβγ", "suggestion")],
    "now_says": [call("Αβγ")],
    "comment_line": [call(one.model_copy(update={"by": OTHER})) for one in (FIX, IDEA)],
    "author_replied": [call("Αβγ")],
    "comment_kept": [call(1, "Αβγ", "must fix"), call(1, "Αβγ", "suggestion", requested=True)],
    "comment_changed": [call(1, told=True), call(1, told=False, whole=True)],
    "so_far": [call(4000)],
    "comments_counted": [call((), 0, 0), call((FIX, IDEA), 1, 1)],
    "answers": [call(FIX)],
}

FIND: Arguments = {
    "found": [call(0, "Αβγ"), call(1, "Αβγ"), call(501, "«Αβγ»")],
    "find": [call("Αβγ")],
    "nowhere": [call(["Α", "Β"])],
    "where": [call("Α", "Β")],
}

NOTES: Arguments = {
    "here": [call(Queue())],
    "takes_no_words": [call("x")],
    "kept": [call("Αβγ")],
    "not_now": [call("approved")],
    "on_question": [call("Αβγ")],
    "review_first": [call("Αβγ")],
    "not_on_it": [call(OTHER)],
    "somebody_on_it": [call(OTHER, "Αβγ")],
    "comment_on": [call("Αβγ")],
    "give_to": [call(OTHER)],
    "find": [call("Αβγ")],
    "reply_to_author": [call("Αβγ")],
    "your_notes": [call(2)],
    "not_sent": [call(1), call(2)],
    "weighed": [call(1, "Αβγ", "suggestion")],
    "given": [call(1, "Αβγ", OTHER)],
    "given_by": [call(OTHER, "Αβγ", "Δ")],
    "reason_too_long": [call(3000, 2500)],
    "reason_before": [call("Αβγ")],
    "use_reason": [call(1, 2), call(3000, 2500)],
}

QUESTIONS: Arguments = {
    "waiting": [call("2")],
    "of_practice": [call(2)],
    "all_of": [call("Αβγ")],
    "more_of_it": [call(2)],
    "asked": [call(enquiry().said[0], "Αβγ", NOW)],
    "about": [call("Αβγ", "Δ")],
    "said_by": [call(OTHER, NOW, NOW)],
    "state": [
        *(call(enquiry(closed=True), by, ME, NOW) for by in (ME, OTHER)),
        call(enquiry(answered=True), OTHER, ME, NOW),
        *(call(enquiry(), by, ME, NOW) for by in (ME, OTHER, None)),
    ],
    "not_sent_yet": [call()],
    "answered_by": [call(OTHER, "Αβγ")],
}

QUEUE: Arguments = {
    "found": [call("waiting", 2)],
    "tallied": [call("Αβγ", 2)],
    "figure": [call(501)],
    "nothing_fits": [call()],
    "nobody_waits": [call(None, None), call("Αβγ", "Δ")],
    "narrowed": [call("Αβγ", "Δ", mine=True)],
    "notified": [call("daily")],
}


@pytest.mark.parametrize(
    ("module", "calls", "silent"),
    [
        (texts, REVIEW, ("UNTOUCHED", "is_untouched")),
        (comment_texts, COMMENTS, ()),
        (find_texts, FIND, ("_QUOTATION", "MOST_COUNTED")),
        (note_texts, NOTES, ("ASKS",)),
        (question_texts, QUESTIONS, ()),
        (queue_texts, QUEUE, ()),
        (role_texts, {"too_many_asked": [call(20, ""), call(20, "Αβγ")]}, ()),
    ],
)
def test_no_text_is_plain_english(module: ModuleType, calls: Arguments, silent: tuple[str, ...]) -> None:
    """A text in the pseudo-language has no English words, but those of other modules, such as today."""
    values = ("RAN-2026-0001", "RAN-2026-0012", "Today", "today", "the author", "The author")
    assert untranslated(module, calls, silent, values) == []
