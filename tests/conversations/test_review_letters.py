"""Letters and requests: one message each, whatever the words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.core_review import MEMBER, comment, does, draft_of, handed_in, stage

from conversations.diagram import filled
from conversations.dialogue import reviews
from conversations.dialogue.inputs import CALLBACK_BYTES, Press
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.replies import Reply
from conversations.dialogue.review_record import Comment, Weight
from conversations.engine.screens import MESSAGE
from conversations.form import completion
from conversations.review import notifications

PATHS = [asked.path for asked in completion.applicable(filled().drafts[0].values)]

WEIGHTS: list[Weight] = ["must fix", "suggestion"]

COMMENTS = st.lists(
    st.tuples(st.sampled_from(PATHS), st.sampled_from(WEIGHTS), st.integers(1, 9000)), min_size=1, max_size=120
)


def made(given_: list[tuple[str, Weight, int]]) -> list[Comment]:
    """Make comments of so many characters."""
    return [comment(n, path, "w" * length, weight) for n, (path, weight, length) in enumerate(given_, 1)]


def fits(reply: Reply) -> bool:
    """Say whether Telegram takes the message with its buttons."""
    buttons = [button for row in reply.rows for button in row]
    return len(reply.text) <= MESSAGE and len(buttons) <= 100


@given(COMMENTS)
def test_request_is_one_message(given_: list[tuple[str, Weight, int]]) -> None:
    """A request of any number of comments of any length is one message that Telegram takes."""
    assert fits(notifications.request(handed_in("changes_requested", *made(given_)), MEMBER))


def test_request_of_a_few_comments_has_every_word() -> None:
    """Comments that fit stand there word for word, in the order of the form."""
    late, early = comment(1, "start.starting_year", "Was it?"), comment(2, "name.name", "Write it in full.")
    text = notifications.request(handed_in("changes_requested", late, early), MEMBER).text
    order = [text.index(words) for words in ("1. Name of the practice", early.text, "2. Starting year", late.text)]
    assert sorted(order) == order


def test_letter_of_a_long_comment_is_one_message() -> None:
    """A comment that was changed to nine thousand characters is told in one message."""
    one = comment(1, "name.name", "w" * 9000)
    assert fits(notifications.comment_changed(handed_in("changes_requested", one), one))


@pytest.mark.parametrize("about", [*PATHS, "ran_meetings.meetings.49.subject"])
def test_buttons_about_a_question_fit_into_callback_data(about: str) -> None:
    """For a dossier of up to 9,999,999, any question and comment, a button keeps to Telegram's 64 bytes."""
    actions = {"comment", "reword", "unsay", "resolve", "anew", "fix", "reply"}
    presses = [
        Press(draft=9_999_999, keyboard_version=10**9 - 1, about=about, action=one, index=9999) for one in actions
    ]
    assert [True] * len(actions) == [len(press.data().encode()) <= CALLBACK_BYTES for press in presses]
    assert presses == [Press.read(press.data()) for press in presses]
    assert actions <= {action.name for action in REGISTRY.actions}


@given(COMMENTS)
def test_what_is_asked_for_is_in_the_order_of_the_form(given_: list[tuple[str, Weight, int]]) -> None:
    """An author is asked each question once, in order, and from one is led to the next."""
    draft = handed_in("changes_requested", *made(given_))
    paths = reviews.questions(draft)
    assert tuple(sorted({path for path, _, _ in given_}, key=PATHS.index)) == paths
    assert (*paths[1:], None) == tuple(reviews.following(draft, path) for path in paths)


def test_question_that_does_not_apply_is_done() -> None:
    """A comment on a question that was taken away by another answer needs nothing more."""
    draft = handed_in("changes_requested", comment(1, "ran_meetings.meetings.7.name", "Which?"))
    assert ((), ()) == (reviews.to_do(draft), reviews.questions(draft))


def test_reason_of_many_characters_is_refused() -> None:
    """A reason that one message does not hold is refused with its figures."""
    on = stage(handed_in())
    said = does(on.talker("Cora"), "/show 1", "[Decline]", "w" * 2501)
    assert said.startswith("That is 2,501 characters, and the author can get 2,500. Nothing of it was kept")
    assert "submitted" == draft_of(on).status
