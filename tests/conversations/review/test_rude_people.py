"""Hypothesis as a rude author and two rude coordinators: any message and any button, also old ones."""

from datetime import timedelta
from itertools import chain, pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.core_review import bed, draft_of, handed_in
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from conversations.dialogue import reviews
from conversations.dialogue.conversation import Draft
from conversations.dialogue.events import Commented, Moved
from conversations.dialogue.inputs import CALLBACK_BYTES
from conversations.engine.screens import MESSAGE

WHO = st.sampled_from(["Anna", "Cora", "Carl"])

TEXTS = st.one_of(
    st.sampled_from(
        [
            "/start", "/queue", "/show 1", "/show", "/notify now", "/back", "/skip", "/help", "/new", "/drafts",
            "/overview", "/summary", "1", "comment", "yes", "2011", "word " * 900, "x" * 4096, "decline", "approve",
            "description", "cancel",
        ]
    ),
    st.text(min_size=1, max_size=40).filter(lambda text: text.strip()),
)  # fmt: skip

ACTS = st.lists(
    st.tuples(
        WHO,
        st.one_of(
            st.tuples(st.just("says"), TEXTS),
            st.tuples(st.just("presses"), st.integers(0, 30)),
            st.tuples(st.just("presses"), st.integers(0, 30)),
            st.tuples(st.just("presses old"), st.integers(0, 400)),
            st.tuples(st.just("edits"), st.integers(0, 20)),
            st.tuples(st.just("replies"), st.integers(0, 20)),
            st.tuples(st.just("sends"), st.sampled_from(["sticker", "photo", "document", "voice"])),
        ),
    ),
    max_size=40,
)


def does(on: CoreTestBed, who: CoreTalker, act: tuple[str, object], number: int) -> None:
    """Do one thing, and deliver the notifications and news to the others."""
    verb, what = act
    if verb == "says":
        who.do(Act("says", str(what)))
    elif verb == "sends":
        who.do(Act("sends", "words under it", str(what)))
    elif verb == "edits" and who.mine:
        who.give(who.editing(sorted(who.mine)[int(str(what)) % len(who.mine)], f"edited {number}"))
    elif verb == "replies" and who.replies:
        replies = [reply for _, reply in sorted(who.replies.items(), reverse=True)]
        who.do(Act("replies", f"comment {number}", replies[int(str(what)) % len(replies)].text))
    elif verb.startswith("presses"):
        _press(who, int(str(what)), newest=verb == "presses")
    for notification in who.notifications:
        on.talkers[notification.to].receive(notification.reply)
    who.notifications = []
    for user, reply in on.collection.due(who.now):
        on.talkers[user].receive(reply)


def _press(who: CoreTalker, index: int, *, newest: bool) -> None:
    shown = [(n, one) for n, reply in sorted(who.replies.items()) for row in reply.rows for one in row]
    if shown:
        message, button = shown[(-1 - index if newest else index) % len(shown)]
        who.give(who.pressing(message, button.press.data()))


def check(who: CoreTalker) -> None:
    """Check that all replies keep to Telegram's limits."""
    for reply in who.replies.values():
        assert 0 < len(reply.text) <= MESSAGE
        assert all(len(button.press.data().encode()) <= CALLBACK_BYTES for row in reply.rows for button in row)


def check_moves(before: Draft, after: Draft) -> None:
    """Check that the status follows the rules, and that only a revision adds a version."""
    status = before.status
    moves = after.review.log[len(before.review.log) :]
    for entry in moves:
        rule = reviews.MOVES[entry.move]
        assert status in rule.before
        assert (entry.by is None) == (rule.whose == "author")
        status = rule.after or status
    assert status == after.status
    handed = [entry for entry in moves if entry.move in {"hand in", "revise"}]
    assert (len(before.versions) + len(handed), before.versions) == (
        len(after.versions),
        after.versions[: len(before.versions)],
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=timedelta(seconds=5))
@given(ACTS)
def test_any_review_is_answered_and_follows_the_moves(acts: list[tuple[str, tuple[str, object]]]) -> None:
    """Whatever three people do, each is answered, the status follows the rules, and only a revision adds a version."""
    on = bed(handed_in(claimed=False))
    for number, (name, act) in enumerate([("Anna", ("says", "/start")), ("Cora", ("says", "/show 1")), *acts]):
        who, before = on.talker(name), draft_of(on)
        answered = who.answers_shown
        does(on, who, act, number)
        check(who)
        check_moves(before, draft_of(on))
        assert who.answers_shown > answered or act[0] not in {"says", "sends"}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=timedelta(seconds=5))
@given(ACTS)
def test_texts_of_a_review_are_in_the_history(acts: list[tuple[str, tuple[str, object]]]) -> None:
    """Every comment, reply and reason of the draft is also in the history of its writer."""
    on = bed(handed_in())
    for number, (name, act) in enumerate([("Cora", ("says", "/show 1")), *acts]):
        does(on, on.talker(name), act, number)
    told = list(chain.from_iterable(talker.events for talker in on.talkers.values()))
    comments = draft_of(on).review.comments
    kept = {(one.comment, one.text) for one in told if isinstance(one, Commented)}
    assert {(one.number, one.text) for one in comments} <= kept
    assert {(one.number, one.reply) for one in comments if one.reply} <= {
        (one.comment, one.reply) for one in told if isinstance(one, Commented)
    }
    declined = {entry.words for entry in draft_of(on).review.log if entry.move == "decline"}
    assert declined <= {one.words for one in told if isinstance(one, Moved)}


def test_check_of_moves_can_fail() -> None:
    """A status that no move leads to is found."""
    steps = [handed_in(), handed_in("approved")]
    found = []
    for before, after in pairwise(steps):
        try:
            check_moves(before, after)
        except AssertionError:
            found.append(after.status)
    assert ["approved"] == found
