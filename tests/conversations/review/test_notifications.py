"""Notifications: one message each, however long the texts are; and when news is due."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.core_review import MEMBER, comment, handed_in

from conversations import diagram
from conversations.diagram import NOW, filled
from conversations.dialogue import reviews
from conversations.dialogue.inputs import CALLBACK_BYTES, Press
from conversations.dialogue.model import Every
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.replies import Reply
from conversations.dialogue.review_record import Comment, Weight
from conversations.engine.screens import MESSAGE
from conversations.form import completion
from conversations.review import notifications
from conversations.review.notifications import is_due

PATHS = [asked.path for asked in completion.applicable(filled().drafts[0].values)]


WEIGHTS: list[Weight] = ["must fix", "suggestion"]


COMMENTS = st.lists(
    st.tuples(st.sampled_from(PATHS), st.sampled_from(WEIGHTS), st.integers(1, 9000)), min_size=1, max_size=120
)


def made(given_: list[tuple[str, Weight, int]]) -> list[Comment]:
    """Make comments with these lengths."""
    return [comment(n, path, "w" * length, weight) for n, (path, weight, length) in enumerate(given_, 1)]


def fits(reply: Reply) -> bool:
    """Check that the message and its buttons keep to Telegram's limits."""
    buttons = [button for row in reply.rows for button in row]
    return len(reply.text) <= MESSAGE and len(buttons) <= 100


@given(COMMENTS)
def test_request_is_one_message(given_: list[tuple[str, Weight, int]]) -> None:
    """Any number of comments of any length is one message within Telegram's limits."""
    assert fits(notifications.request(handed_in("changes_requested", *made(given_)), MEMBER))


def test_request_of_a_few_comments_has_their_whole_text() -> None:
    """Comments that fit are shown word for word, in the order of the form."""
    late, early = comment(1, "start.starting_year", "Was it?"), comment(2, "name.name", "Write it in full.")
    text = notifications.request(handed_in("changes_requested", late, early), MEMBER).text
    order = [text.index(words) for words in ("1. Name of the practice", early.text, "2. Starting year", late.text)]
    assert sorted(order) == order


def test_notification_about_a_long_comment_is_one_message() -> None:
    """A changed comment of nine thousand characters is one message."""
    one = comment(1, "name.name", "w" * 9000)
    assert fits(notifications.comment_changed(handed_in("changes_requested", one), one))


@pytest.mark.parametrize("about", [*PATHS, "ran_meetings.meetings.49.subject"])
def test_buttons_about_a_question_fit_into_callback_data(about: str) -> None:
    """For any question and comment of submission 9,999,999 the callback data has at most 64 bytes."""
    actions = {"comment", "reword", "unsay", "resolve", "anew", "fix", "reply"}
    presses = [
        Press(draft=9_999_999, keyboard_version=10**9 - 1, about=about, action=one, index=9999) for one in actions
    ]
    assert [True] * len(actions) == [len(press.data().encode()) <= CALLBACK_BYTES for press in presses]
    assert presses == [Press.read(press.data()) for press in presses]
    assert actions <= {action.name for action in REGISTRY.actions}


@given(COMMENTS)
def test_comments_are_in_the_order_of_the_form(given_: list[tuple[str, Weight, int]]) -> None:
    """An author is asked each commented question once, in the order of the form."""
    draft = handed_in("changes_requested", *made(given_))
    paths = reviews.questions(draft)
    assert tuple(sorted({path for path, _, _ in given_}, key=PATHS.index)) == paths
    assert (*paths[1:], None) == tuple(reviews.following(draft, path) for path in paths)


def test_question_that_does_not_apply_is_done() -> None:
    """A comment on a question that does not apply needs no reply."""
    draft = handed_in("changes_requested", comment(1, "ran_meetings.meetings.7.name", "Which?"))
    assert ((), ()) == (reviews.to_do(draft), reviews.questions(draft))


def test_news_of_many_submissions_are_counted() -> None:
    """One message has ten submissions and counts the rest."""
    items = [notifications.NewsItem(1001, n, f"Practice {n}", f"RAN-2026-{n:04d}", ("hand in",)) for n in range(1, 14)]
    assert "… and 3 more" in notifications.news(items).text.split("\n")


PATHS = [*diagram.filled().drafts[0].answers]


def test_request_of_many_comments_counts_the_rest() -> None:
    """A request with too many comments counts the last ones."""
    comments = [comment(n, path, "w" * 100) for n, path in enumerate(PATHS * 4, 1)]
    text = notifications.request(handed_in("changes_requested", *comments), MEMBER).text
    assert "more comments: press Changes to see them all." in text


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("every", "ago", "expected"),
    [
        ("hourly", None, True),
        ("hourly", HOUR / 2, False),
        ("hourly", HOUR, True),
        ("hourly", -24 * HOUR, True),
        ("daily", -9999 * HOUR, True),
        ("daily", 23 * HOUR, False),
        ("now", timedelta(), True),
        ("off", None, False),
    ],
)
def test_news_is_due(every: Every, ago: timedelta | None, *, expected: bool) -> None:
    """News is due after the chosen pause; a time in the future comes from a wrong clock and does not count."""
    assert expected == is_due(every, None if ago is None else NOW - ago, NOW)
