"""Notifications: messages to authors and coordinators about what others did, and when a coordinator hears of news."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import accumulate

from conversations.dialogue import reviews
from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Every, Role
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, Member, Move
from conversations.dialogue.reviews import name, reference
from conversations.filling import review_texts
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.texts import shortened
from conversations.review import texts
from conversations.review.navigation import lasting_button

PAUSES: dict[Every, timedelta] = {"now": timedelta(), "hourly": timedelta(hours=1), "daily": timedelta(days=1)}
"""The shortest time between two messages with news."""

UNLESS_CHOSEN: dict[Role, Every] = {"practitioner": "off", "coordinator": "hourly", "admin": "off"}
"""How often a person hears of news until they choose for themselves."""


def is_due(every: Every, told_at: datetime | None, now: datetime) -> bool:
    """Say whether news is due at ``now``; a ``told_at`` in the future comes from a wrong clock and does not count."""
    pause = PAUSES.get(every)
    return pause is not None and (told_at is None or not told_at <= now < told_at + pause)


ROOM = 3300
"""Characters of a person's own text in a notification; with the sentences around it, it is still one message."""

_LEAST = 60
"""A request shows at least so many characters of a comment; if that does not fit, it only counts the last comments."""

_MOST_BUTTONS = 40
"""Questions with a button of their own. Telegram takes 100 buttons; the page behind Changes shows all questions."""

_NEWS_SHOWN = 10
"""Submissions in one message with news; the rest are counted."""


def request(draft: Draft, by: Member) -> Reply:
    """Ask the author for changes: one message with all comments, and their questions as buttons."""
    comments = reviews.asked(draft)
    lines = [
        Line(text=review_texts.request_title(_title(draft), draft.reference or ""), style="bold"),
        Line.naming(review_texts.asked_for, by),
        *_listed(draft, comments),
        Line(text=""),
        Line(text=review_texts.PRESS_QUESTION, style="italic"),
    ]
    return Reply(lines=tuple(lines), rows=_question_rows(draft))


def _listed(draft: Draft, comments: Sequence[Comment]) -> list[Line]:
    """List the comments, each cut to its share of the message; the author reads the whole text at the question."""
    heads = [review_texts.request_line(n, reviews.label(draft, one), one.weight) for n, one in enumerate(comments, 1)]
    shown = _fitting([len(head) for head in heads])
    share = (ROOM - sum(len(head) for head in heads[:shown])) // max(shown, 1)
    lines = []
    for head, comment in zip(heads[:shown], comments, strict=False):
        lines += [Line(text=""), Line(text=head, style="bold"), Line(text=shortened(comment.text, share - 3))]
    if shown < len(heads):
        lines += [Line(text=""), Line(text=review_texts.more_asked(len(heads) - shown))]
    return lines


def _fitting(heads: Sequence[int]) -> int:
    """Count how many comments fit if each is cut to the least length."""
    taken = accumulate(length + _LEAST for length in heads)
    return sum(length <= ROOM for length in taken)


def _question_rows(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    questions = reviews.questions(draft)[:_MOST_BUTTONS]
    return (*((_question_button(draft, path),) for path in questions), _to_revision(draft))


def _to_revision(draft: Draft) -> tuple[Button, ...]:
    return (lasting_button(review_texts.TO_REVISION, "revising", draft.number),)


def _question_button(draft: Draft, path: str) -> Button:
    return lasting_button(shortened(completion.label(question_at(path), draft.values), 60), "fix", draft.number, path)


def _title(draft: Draft) -> str:
    return shortened(str(draft.handed_in.values.get("name.name") or ""), 100)


def approved(draft: Draft, by: Member) -> Reply:
    """Tell an author that their submission is approved."""
    return _to_author(draft, by, review_texts.notify_approved)


def declined(draft: Draft, by: Member, reason: str, contact: str = "") -> Reply:
    """Tell an author that their submission is declined and why; ``contact`` is the address for a complaint."""
    return _to_author(draft, by, partial(review_texts.notify_declined, reason=reason, contact=contact))


def reopened(draft: Draft, by: Member) -> Reply:
    """Tell an author that the decision was taken back and the review goes on."""
    return _to_author(draft, by, review_texts.notify_reopened)


def taken_back(draft: Draft, by: Member) -> Reply:
    """Tell an author that the request for changes was taken back."""
    return _to_author(draft, by, review_texts.notify_taken_back)


def comment_changed(draft: Draft, comment: Comment) -> Reply:
    """Tell an author that a comment was changed or withdrawn; a long one is cut, as its question shows all of it."""
    question = reviews.label(draft, comment)
    short = shortened(comment.text, ROOM)
    words = Line.naming(
        lambda by: review_texts.notify_comment_changed(
            _title(draft), draft.reference or "", comment.model_copy(update={"by": by}), question, short
        ),
        comment.by,
    )
    open_ = comment.state == "open" and comment.stands in reviews.questions(draft)
    row = ((_question_button(draft, comment.stands),),) if open_ else ()
    return Reply(lines=(words,), rows=(*row, _to_revision(draft)))


def _to_author(draft: Draft, by: Member, say: Callable[[str, str, Member], str]) -> Reply:
    words = Line.naming(partial(say, name(draft), reference(draft)), by)
    return Reply(lines=(words,), rows=((lasting_button(review_texts.STATUS, "look", draft.number),),))


def taken_over(submission: Submission, by: Member) -> Reply:
    """Tell a coordinator that another one has taken the submission over."""
    title, number = name(submission.draft), reference(submission.draft)
    row = (lasting_button(number, "read", submission.number), lasting_button(texts.QUEUE, "queue", 0))
    line = Line.naming(partial(review_texts.taken_over, title, number), by)
    return Reply(lines=(line,), rows=(row,), holds=(submission.author,))


def withdrawn(draft: Draft, author: int) -> Reply:
    """Tell a coordinator that the author has withdrawn the submission that they were reviewing."""
    words = review_texts.notify_withdrawn(name(draft), reference(draft))
    return Reply(lines=(Line(text=words),), rows=((lasting_button(texts.QUEUE, "queue", 0),),), holds=(author,))


@dataclass(frozen=True)
class NewsItem:
    """The authors' moves with one submission since the coordinator was last told."""

    author: int
    submission: int
    title: str
    reference: str
    moves: tuple[Move, ...]


def news(items: Sequence[NewsItem]) -> Reply:
    """Tell a coordinator all news in one message."""
    shown = items[:_NEWS_SHOWN]
    more = (Line(text=review_texts.more_news(len(items) - len(shown))),) if len(items) > len(shown) else ()
    lines = (
        Line(text=review_texts.NEWS_TITLE, style="bold"),
        *(Line(text=review_texts.news_line(item.title, item.reference, item.moves)) for item in shown),
        *more,
        Line(text=review_texts.NEWS_HINT, style="italic"),
    )
    rows = tuple((lasting_button(item.reference, "read", item.submission),) for item in shown)
    holds = tuple(dict.fromkeys(item.author for item in shown))
    return Reply(lines=lines, rows=(*rows, (lasting_button(texts.QUEUE, "queue", 0),)), holds=holds)


NEWSWORTHY: Mapping[Move, str] = review_texts.NEWS
"""The authors' moves that coordinators hear of, and how each is written."""
