"""When coordinators hear of news: never more often than they chose."""

from collections.abc import (
    Callable,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from conversations.dialogue import reviews
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Press
from conversations.dialogue.model import Every, Role
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, Enquiry, Member, Move
from conversations.filling import review_texts
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.texts import shortened
from conversations.review import texts

PAUSES: dict[Every, timedelta] = {"now": timedelta(), "hourly": timedelta(hours=1), "daily": timedelta(days=1)}
"""The least time between two messages of news."""

UNLESS_CHOSEN: dict[Role, Every] = {"practitioner": "off", "coordinator": "hourly", "admin": "off"}
"""How often somebody hears of news who has not chosen."""


def is_due(every: Every, told_at: datetime | None, now: datetime) -> bool:
    """Say whether somebody who was last told then may be told now; a moment to come is that of a wrong clock."""
    pause = PAUSES.get(every)
    return pause is not None and (told_at is None or not told_at <= now < told_at + pause)


_ROOM = 3300
"""Characters that comments may take in a message: with the frame around them it stays one."""

_LEAST = 60
"""Characters of a comment that a request shows at least; where comments are many, the last are only counted."""

_MOST_BUTTONS = 40
"""Questions with a button: Telegram takes 100 of them, a person far fewer; the page behind Changes has them all."""

_NEWS_SHOWN = 10


def standing(label: str, action: str, number: int, about: str = "") -> Button:
    """Make a button that works at any time."""
    return Button(label=label, press=Press(draft=number, keyboard_version=0, about=about, action=action))


def request(draft: Draft, by: Member) -> Reply:
    """Ask the author for changes, in one message: what is asked, in order, with a button for each question."""
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
    """List comments with their questions; each has its share of the room, the whole words stand above the question."""
    heads = [review_texts.request_line(n, reviews.label(draft, one), one.weight) for n, one in enumerate(comments, 1)]
    shown = _fitting([len(head) for head in heads])
    share = (_ROOM - sum(len(head) for head in heads[:shown])) // max(shown, 1)
    lines = []
    for head, comment in zip(heads[:shown], comments, strict=False):
        lines += [Line(text=""), Line(text=head, style="bold"), Line(text=shortened(comment.text, share - 3))]
    return (
        [*lines, Line(text=""), Line(text=review_texts.more_asked(len(heads) - shown))] if shown < len(heads) else lines
    )


def _fitting(heads: Sequence[int]) -> int:
    """Count how many comments fit with the least of their words."""
    taken = accumulate(length + _LEAST for length in heads)
    return sum(length <= _ROOM for length in taken)


def _question_rows(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    questions = reviews.questions(draft)[:_MOST_BUTTONS]
    return (
        *((_fix(draft, path),) for path in questions),
        (standing(review_texts.TO_REVISION, "revising", draft.number),),
    )


def _fix(draft: Draft, path: str) -> Button:
    return standing(shortened(completion.label(question_at(path), draft.values), 60), "fix", draft.number, path)


def _title(draft: Draft) -> str:
    name = draft.handed_in.values.get("name.name")
    return shortened(str(name or ""), 100)


def approved(title: str, reference: str, by: Member, number: int) -> Reply:
    """Tell an author of an approval."""
    return _to_author(lambda one: review_texts.notify_approved(title, reference, one), by, number)


def declined(  # noqa: PLR0913, PLR0917 - what a letter says
    title: str, reference: str, by: Member, number: int, reason: str, contact: str = ""
) -> Reply:
    """Tell an author of a refusal, its reason, and where to write to."""
    return _to_author(lambda one: review_texts.notify_declined(title, reference, one, reason, contact), by, number)


def reopened(title: str, reference: str, by: Member, number: int) -> Reply:
    """Tell an author that the review goes on."""
    return _to_author(lambda one: review_texts.notify_reopened(title, reference, one), by, number)


def taken_back(title: str, reference: str, by: Member, number: int) -> Reply:
    """Tell an author that no changes are asked for any more."""
    return _to_author(lambda one: review_texts.notify_taken_back(title, reference, one), by, number)


def comment_changed(draft: Draft, comment: Comment) -> Reply:
    """Tell an author that a comment they have got reads otherwise now; the whole of it stands above its question."""
    question = reviews.label(draft, comment)
    short = shortened(comment.text, _ROOM)
    words = Line.naming(
        lambda by: review_texts.notify_comment_changed(
            _title(draft), draft.reference or "", comment.model_copy(update={"by": by}), question, short
        ),
        comment.by,
    )
    open_ = comment.state == "open" and comment.stands in reviews.questions(draft)
    row = ((_fix(draft, comment.stands),),) if open_ else ()
    return Reply(lines=(words,), rows=(*row, (standing(review_texts.TO_REVISION, "revising", draft.number),)))


def _to_author(say: Callable[[Member], str], by: Member, number: int) -> Reply:
    return Reply(lines=(Line.naming(say, by),), rows=((standing(review_texts.STATUS, "look", number),),))


def taken_over(submission: Submission, title: str, reference: str, by: Member) -> Reply:
    """Tell a coordinator that another has taken over."""
    row = (standing(reference, "read", submission.number), standing(texts.QUEUE, "queue", 0))
    line = Line.naming(lambda one: review_texts.taken_over(title, reference, one), by)
    return Reply(lines=(line,), rows=(row,), holds=(submission.author,))


def withdrawn(title: str, reference: str, author: int) -> Reply:
    """Tell a coordinator that the author has withdrawn what they were on."""
    words = review_texts.notify_withdrawn(title, reference)
    return Reply(lines=(Line(text=words),), rows=((standing(texts.QUEUE, "queue", 0),),), holds=(author,))


def enquiry(submission: Submission, title: str, question: str, enquiry: Enquiry) -> Reply:
    """Give a coordinator what an author asks, or what another coordinator has replied to it."""
    last = enquiry.said[-1]
    if last.by is None:
        head = Line(text=review_texts.enquiry(title, question, again=len(enquiry.said) > 1))
    else:
        head = Line.naming(lambda by: review_texts.enquiry_replied_by(by, title, question), last.by)
    lines = (head, Line(text=shortened_lines(last.text), style="quote"), _asked(enquiry))
    hint = (Line(text=review_texts.REPLY_TO_ENQUIRY, style="italic"),) if last.by is None else ()
    row = (_about(review_texts.READ_PRACTICE, "read", submission.number, enquiry),)
    return Reply(lines=(*filter(None, lines), *hint), rows=(row,), holds=(submission.author,))


def enquiry_replied(draft: Draft, title: str, question: str, enquiry: Enquiry, by: Member) -> Reply:
    """Give an author a coordinator's reply."""
    lines = (
        Line.naming(lambda one: review_texts.enquiry_reply(one, title, question), by),
        Line(text=shortened_lines(enquiry.said[-1].text), style="quote"),
        Line(text=review_texts.REPLY_AGAIN, style="italic"),
    )
    return Reply(lines=lines, rows=((_about(review_texts.TO_PRACTICE, "look", draft.number, enquiry),),))


def _asked(enquiry: Enquiry) -> Line | None:
    """Repeat in short what a reply is about."""
    before = [said for said in enquiry.said[:-1] if said.by is None]
    return Line(text=review_texts.enquiry_before(shortened(before[-1].text, _LEAST * 3))) if before else None


def shortened_lines(text: str) -> str:
    """Cut a text to what fits into a message, its lines as they are."""
    return text if len(text) <= _ROOM else f"{text[: _ROOM - 1].rstrip()}…"


def _about(label: str, action: str, number: int, enquiry: Enquiry) -> Button:
    press = Press(draft=number, keyboard_version=0, about="", action=action, index=enquiry.number)
    return Button(label=label, press=press)


@dataclass(frozen=True)
class NewsItem:
    """What happened to one dossier since a coordinator was last told."""

    author: int
    submission: int
    title: str
    reference: str
    moves: tuple[Move, ...]


def news(items: Sequence[NewsItem]) -> Reply:
    """Tell a coordinator what has come, all in one message."""
    shown = items[:_NEWS_SHOWN]
    more = (Line(text=review_texts.more_news(len(items) - len(shown))),) if len(items) > len(shown) else ()
    lines = (
        Line(text=review_texts.NEWS_TITLE, style="bold"),
        *(Line(text=review_texts.news_line(item.title, item.reference, item.moves)) for item in shown),
        *more,
        Line(text=review_texts.NEWS_HINT, style="italic"),
    )
    rows = tuple((standing(item.reference, "read", item.submission),) for item in shown)
    holds = tuple(dict.fromkeys(item.author for item in shown))
    return Reply(lines=lines, rows=(*rows, (standing(texts.QUEUE, "queue", 0),)), holds=holds)


NEWSWORTHY: Mapping[Move, str] = review_texts.NEWS
"""The moves of authors that coordinators hear of."""
