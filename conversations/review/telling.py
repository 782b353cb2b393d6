"""What others are told of a review: letters to authors and coordinators, and the news of the collection.

Their buttons work in every place and at any time, since they only lead somewhere; so they carry no revision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.asked import asked_at
from conversations.conversation import Draft
from conversations.messages import Button, Line, Press, Reply
from conversations.review import asked_for, wording
from conversations.review.record import Comment, Member, Move
from conversations.wording import shortened

_ROOM = 3600
"""Characters of a request that comments may take: with titles and frame it stays one message."""

_NEWS_SHOWN = 10


def standing(label: str, action: str, number: int, about: str = "") -> Button:
    """Make a button that works at any time."""
    return Button(label=label, press=Press(draft=number, revision=0, about=about, action=action))


def request(draft: Draft, by: Member) -> Reply:
    """Ask the author for changes, in one message: what is asked, in order, with a button for each question."""
    comments = asked_for.asked(draft)
    lines = [
        Line(text=wording.request_title(_title(draft), draft.reference or ""), style="bold"),
        Line(text=wording.asked_for(by)),
        *_listed(comments),
        Line(text=""),
        Line(text=wording.PRESS_QUESTION, style="italic"),
    ]
    return Reply(lines=tuple(lines), rows=_question_rows(draft))


def _listed(comments: Sequence[Comment]) -> list[Line]:
    """List comments with their questions; each has its share of the room, the whole words stand above the question."""
    share = max(_ROOM // max(len(comments), 1) - 120, 60)
    lines = []
    for number, comment in enumerate(comments, 1):
        lines += [
            Line(text=""),
            Line(text=wording.request_line(number, _question(comment.question), comment.weight), style="bold"),
            Line(text=comment.text if len(comment.text) <= share else shortened(comment.text, share)),
        ]
    return lines


def _question_rows(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    questions = asked_for.questions(draft)
    return (
        *((standing(shortened(_question(path), 60), "fix", draft.number, path),) for path in questions),
        (standing(wording.TO_REVISION, "revising", draft.number),),
    )


def _question(path: str) -> str:
    asked = asked_at(path)
    if asked is None:
        return path
    number = "" if asked.item is None else f" {asked.item + 1}"
    return f"{asked.question.title}{number}"


def _title(draft: Draft) -> str:
    name = draft.handed_in.values.get("name.name")
    return shortened(str(name or ""), 100)


def approved(title: str, reference: str, by: Member, number: int) -> Reply:
    """Tell an author of an approval."""
    return _to_author(wording.letter_approved(title, reference, by), number)


def declined(title: str, reference: str, by: Member, number: int, reason: str) -> Reply:
    """Tell an author of a refusal and its reason."""
    return _to_author(wording.letter_declined(title, reference, by, reason), number)


def reopened(title: str, reference: str, by: Member, number: int) -> Reply:
    """Tell an author that the review goes on."""
    return _to_author(wording.letter_reopened(title, reference, by), number)


def taken_back(title: str, reference: str, by: Member, number: int) -> Reply:
    """Tell an author that no changes are asked for any more."""
    return _to_author(wording.letter_taken_back(title, reference, by), number)


def comment_changed(draft: Draft, comment: Comment, question: str) -> Reply:
    """Tell an author that a comment they have got reads otherwise now."""
    words = wording.letter_comment_changed(_title(draft), draft.reference or "", comment, question)
    row = (standing(shortened(question, 60), "fix", draft.number, comment.question),)
    return Reply(lines=(Line(text=words),), rows=(row,))


def _to_author(words: str, number: int) -> Reply:
    return Reply(lines=(Line(text=words),), rows=((standing(wording.STATUS, "look", number),),))


def taken_over(dossier: int, title: str, reference: str, by: Member) -> Reply:
    """Tell a coordinator that another has taken over."""
    row = (standing(reference, "read", dossier), standing(wording.QUEUE, "queue", 0))
    return Reply(lines=(Line(text=wording.taken_over(title, reference, by)),), rows=(row,))


def withdrawn(title: str, reference: str) -> Reply:
    """Tell a coordinator that the author has withdrawn what they were on."""
    words = wording.letter_withdrawn(title, reference)
    return Reply(lines=(Line(text=words),), rows=((standing(wording.QUEUE, "queue", 0),),))


@dataclass(frozen=True)
class NewsItem:
    """What happened to one dossier since a coordinator was last told."""

    dossier: int
    title: str
    reference: str
    moves: tuple[Move, ...]


def news(items: Sequence[NewsItem]) -> Reply:
    """Tell a coordinator what has come, all in one message."""
    shown = items[:_NEWS_SHOWN]
    more = (Line(text=wording.more_news(len(items) - len(shown))),) if len(items) > len(shown) else ()
    lines = (
        Line(text=wording.NEWS_TITLE, style="bold"),
        *(Line(text=wording.news_line(item.title, item.reference, item.moves)) for item in shown),
        *more,
        Line(text=wording.NEWS_HINT, style="italic"),
    )
    rows = tuple((standing(item.reference, "read", item.dossier),) for item in shown)
    return Reply(lines=lines, rows=(*rows, (standing(wording.QUEUE, "queue", 0),)))


NEWSWORTHY: Mapping[Move, str] = wording.NEWS
"""The moves of authors that coordinators hear of."""
