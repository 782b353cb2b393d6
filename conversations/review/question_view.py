"""A question of a submission with its answer, its comments and its buttons, as coordinators read it."""

from collections.abc import Iterator, Sequence
from functools import partial

from conversations.dialogue import reviews
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.layout import Lines, Rows, answer_of, filled, pack
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, Member
from conversations.dialogue.reviews import is_own
from conversations.fields import LongText, count_words
from conversations.fields import texts as fields_texts
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.review import comment_texts, texts
from conversations.review.navigation import comment_button, submission_button

_CIRCLED = 20
"""There is a sign for each number up to here: ① to ⑳."""

_IN_A_ROW = 3
"""Buttons "① Comment" side by side; more do not fit a phone."""

_MOST_BUTTONS = 90
"""Telegram takes 100 buttons under a message; some are for other things."""


def title_at(draft: Draft, path: str) -> str:
    """Return the label of a question of the submitted version; empty if there is no such question."""
    asked = asked_at(path)
    return completion.label(asked, draft.handed_in.values) if asked else ""


def title(draft: Draft, comment: Comment) -> str:
    """Return the label of the question that a comment is about."""
    return title_at(draft, comment.question)


def all_questions(submission: Submission) -> tuple[str, ...]:
    """List the questions of the submitted version, by their paths."""
    return tuple(asked.path for asked in completion.applicable(submission.draft.handed_in.values))


def may_be_commented_on(context: Context, submission: Submission) -> bool:
    """Say whether this coordinator could comment on the submission, at the latest after claiming it."""
    return reviews.allows(submission.draft, "claim") and not is_own(context, submission)


def may_edit(draft: Draft, comment: Comment) -> bool:
    """Say whether a comment can be changed: it is open, and the submission is not decided."""
    return comment.state == "open" and reviews.allows(draft, "claim")


def may_weigh(context: Context, draft: Draft, comment: Comment) -> bool:
    """Say whether this coordinator may make a comment a suggestion or a must-fix."""
    me = context.repository.me.user
    return (comment.by.user == me or draft.review.holds(me)) and may_edit(draft, comment)


# What is read


def lines_of(draft: Draft, asked: Asked) -> tuple[Lines, ...]:
    """Write a question with its answer, and then its comments."""
    answer = draft.answers.get(asked.path)
    notes = [_words(asked, answer.value if answer else None), _source(answer)]
    label = dialogue_texts.with_notes(completion.label(asked, draft.values), [*filter(None, notes)])
    return ((Line(text=label, style="bold"), *answer_of(draft, asked)), *_comments(draft, asked))


def _words(asked: Asked, value: object) -> str:
    if not (isinstance(asked.kind, LongText) and isinstance(value, str)):
        return ""
    return fields_texts.words(count_words(value))


def _source(answer: Answer | None) -> str:
    return dialogue_texts.FROM_WORD_FORM if answer and answer.source == "imported" and answer.value is not None else ""


def _comments(draft: Draft, asked: Asked) -> Iterator[Lines]:
    for comment in draft.review.on(asked.path):
        head = Line.naming(partial(_comment_line, comment), comment.by, style="italic")
        yield (head, Line(text=comment.text), *_reply(draft, comment))


def _comment_line(comment: Comment, by: Member) -> str:
    return comment_texts.comment_line(comment.model_copy(update={"by": by}))


def _reply(draft: Draft, comment: Comment) -> Lines:
    """Show the author's reply, but not before they have sent it with a revision."""
    shown = comment.reply and (comment.state != "open" or draft.status != "changes_requested")
    return (Line(text=comment_texts.author_replied(comment.reply)),) if shown else ()


# Several questions in one message

Part = tuple[str, tuple[Lines, ...]]
"""The path of a question and what is shown of it; the first line is its title."""

Message = tuple[Lines, Rows]
"""What one message shows, and its buttons."""


def messages(context: Context, submission: Submission, parts: Sequence[Part], head: Lines = ()) -> list[Message]:
    """Put questions into messages, each with a button Comment for each of its questions.

    Several questions are numbered, as are their buttons.
    """
    found: list[tuple[Lines, dict[str, str]]] = []
    for number, (path, (first, *rest)) in enumerate(parts, 1):
        sign = f"{_sign(number)} " if len(parts) > 1 else ""
        titled = (first[0].model_copy(update={"text": f"{sign}{first[0].text}"}), *first[1:])
        for piece in pack(((*(() if found else head), *titled), *rest)):
            joined = pack((found[-1][0], piece)) if found else ()
            if len(joined) == 1:
                found[-1] = (joined[0], found[-1][1] | {path: sign})
            else:
                found.append((piece, {path: sign}))
    return [(lines, _comment_rows(context, submission, signs)) for lines, signs in found]


def _sign(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= _CIRCLED else f"{number}."


def _comment_rows(context: Context, submission: Submission, signs: dict[str, str]) -> Rows:
    """Make the buttons; a reply to the message finds its questions by them."""
    if not may_be_commented_on(context, submission):
        return ()
    paths = all_questions(submission)
    buttons = [comment_on(context, submission, path, sign) for path, sign in signs.items() if path in paths]
    return tuple(tuple(buttons[n : n + _IN_A_ROW]) for n in range(0, min(len(buttons), _MOST_BUTTONS), _IN_A_ROW))


def comment_on(context: Context, submission: Submission, path: str, sign: str = "") -> Button:
    """Make the button that asks for a comment on a question."""
    return submission_button(context, submission, f"{sign}{texts.COMMENT}", "comment", path)


# The buttons of one question


def rows_of(context: Context, submission: Submission, asked: Asked) -> Rows:
    """Make the buttons under a question of an open section; those of comments are for the one who is on it."""
    if not may_be_commented_on(context, submission):
        return ()
    review = submission.draft.review
    comments = review.on(asked.path) if review.holds(context.repository.me.user) else ()
    several = len(comments) > 1
    rows = (row for one in comments for row in _rows_of_comment(context, submission, one, several=several))
    return ((comment_on(context, submission, asked.path),), *rows)


def _rows_of_comment(context: Context, submission: Submission, comment: Comment, *, several: bool) -> Rows:
    own = comment.by.user == context.repository.me.user and may_edit(submission.draft, comment)
    actions = [
        *([(texts.EDIT, "reword"), (texts.UNSAY, "unsay")] if own else []),
        (texts.RESOLVE, "resolve") if comment.state != "resolved" else (texts.UNRESOLVE, "anew"),
        *([(texts.UNRESOLVE, "anew")] if comment.state == "answered" else []),
    ]
    sign = f"{_sign(comment.number)} " if several else ""
    weight = (weight_button(context, submission, comment, "weigh", sign),)
    first = tuple(comment_button(context, submission, comment, label, action) for label, action in actions)
    return filled(first, weight if may_weigh(context, submission.draft, comment) else ())


def weight_button(context: Context, submission: Submission, comment: Comment, action: str, sign: str = "") -> Button:
    """Make the button that turns a must-fix into a suggestion, or back."""
    other = "must_fix" if comment.weight == "suggestion" else "suggestion"
    return submission_button(context, submission, f"{sign}{texts.MAKE[comment.weight]}", action, other, comment.number)
