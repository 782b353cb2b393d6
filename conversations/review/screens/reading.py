"""A section as a coordinator reads it: a message for each question, with its comments under its answer."""

from collections.abc import Iterator
from functools import partial

from conversations import form, refusals
from conversations.asked import Asked
from conversations.conversation import Draft
from conversations.fields import LongText, count_words
from conversations.messages import Button, Line
from conversations.questions import Section
from conversations.review import rules
from conversations.review.commenting import may_reword
from conversations.review.desk import Dossier
from conversations.review.dossiers import heading
from conversations.review.pages import Reading
from conversations.review.record import Comment, Member
from conversations.review.screens.buttons import of_comment, of_dossier
from conversations.review.wording import at_desk, in_review
from conversations.screens.layout import Rows, Screen, answer_of, section_heading
from conversations.screens.paging import Lines, pack
from conversations.screens.summary import blocks_of
from conversations.talk import Talk
from conversations.template import in_use


def reading(talk: Talk, dossier: Dossier, page: Reading) -> Screen:
    """Show a section: its questions one message each, the last with the way on."""
    section = in_use().by_key[page.section]
    draft = dossier.draft.handed_in
    pages: list[Lines] = []
    under: dict[int, Rows] = {}
    for asked in form.applicable_in(section, draft.values):
        head = () if pages else (section_heading(section),)
        rows = _question_rows(talk, dossier, asked)
        for lines in pack(((*head, *_question(draft, asked)), *_comments(draft, asked))):
            under[len(pages)] = rows[:1]  # a reply to any of them is a comment on the question
            pages.append(lines)
        under[len(pages) - 1] = rows
    last = under.pop(len(pages) - 1)
    return Screen(pages=tuple(pages), rows=(*last, *_navigation(talk, dossier, section)), under=under)


def _question(draft: Draft, asked: Asked) -> Lines:
    title = Line(text=f"{form.label(asked, draft.values)}{_words(asked, draft.values.get(asked.path))}", style="bold")
    return (title, *answer_of(draft, asked))


def _words(asked: Asked, value: object) -> str:
    if not (isinstance(asked.kind, LongText) and isinstance(value, str)):
        return ""
    return f" ({refusals.counted(count_words(value), 'word')})"


def _comments(draft: Draft, asked: Asked) -> Iterator[Lines]:
    for comment in draft.review.on(asked.path):
        head = Line.naming(partial(_comment_line, comment), comment.by, style="italic")
        yield (head, Line(text=comment.text), *_reply(draft, comment))


def _comment_line(comment: Comment, by: Member) -> str:
    return in_review.comment_line(comment.model_copy(update={"by": by}))


def _reply(draft: Draft, comment: Comment) -> Lines:
    """Give the author's reply once the revision that it goes with has been sent."""
    shown = comment.reply and (comment.state != "open" or draft.status != "changes_requested")
    return (Line(text=in_review.author_replied(comment.reply)),) if shown else ()


def _question_rows(talk: Talk, dossier: Dossier, asked: Asked) -> Rows:
    """Offer what can be done about a question; a comment to whoever is on the submission."""
    review, me = dossier.draft.review, talk.desk.me
    if not (review.holds(me.user) and rules.allows(dossier.draft, "claim")):
        return ()
    comment = (of_dossier(talk, dossier, in_review.COMMENT, "comment", asked.path),)
    return (comment, *(_comment_row(talk, dossier, one) for one in review.on(asked.path)))


def _comment_row(talk: Talk, dossier: Dossier, comment: Comment) -> tuple[Button, ...]:
    own = comment.by.user == talk.desk.me.user and may_reword(dossier.draft, comment)
    doings = [
        *([(in_review.EDIT, "reword"), (in_review.UNSAY, "unsay")] if own else []),
        (in_review.RESOLVE, "resolve") if comment.state != "resolved" else (in_review.UNRESOLVE, "anew"),
        *([(in_review.UNRESOLVE, "anew")] if comment.state == "answered" else []),
    ]
    return tuple(of_comment(talk, dossier, comment, label, action) for label, action in doings)


def _navigation(talk: Talk, dossier: Dossier, section: type[Section]) -> Rows:
    here = in_use().sections.index(section)
    before, after = in_use().sections[here - 1], in_use().sections[(here + 1) % len(in_use().sections)]
    return (
        (
            of_dossier(talk, dossier, at_desk.SECTION_BEFORE, "section", before.key),
            of_dossier(talk, dossier, at_desk.NEXT_SECTION, "section", after.key),
        ),
        (of_dossier(talk, dossier, at_desk.CARD, "read"),),
    )


def whole(talk: Talk, dossier: Dossier) -> Screen:
    """Show all questions with their answers, in as many messages as they need."""
    draft = dossier.draft.handed_in
    blocks = [block for section in in_use().sections for block in blocks_of(draft, section, {})]
    rows = ((of_dossier(talk, dossier, at_desk.CARD, "read"),),)
    return Screen(pages=pack(((Line(text=heading(draft), style="bold"),), *blocks)), rows=rows)
