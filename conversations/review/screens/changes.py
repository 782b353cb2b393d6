"""What changed between the version that a coordinator read and the newest one, word by word."""

from collections.abc import Iterator

from conversations import form
from conversations.asked import question_at
from conversations.conversation import Draft, changed
from conversations.messages import Line
from conversations.review.desk import Dossier
from conversations.review.difference import difference
from conversations.review.dossiers import base_version, name
from conversations.review.record import Comment
from conversations.review.screens.buttons import of_dossier
from conversations.review.wording import at_desk, in_review
from conversations.screens.layout import Screen
from conversations.screens.paging import Lines, pack
from conversations.talk import Talk


def changes(talk: Talk, dossier: Dossier) -> Screen:
    """Show each changed question, and which comments the revision answers."""
    draft = dossier.draft
    base = max(base_version(draft, talk.desk.me.user), 1)
    old, new = draft.at_version(base), draft.handed_in
    paths = changed(old, new)
    head = (
        Line(text=at_desk.changes_title(name(draft), base, len(draft.versions)), style="bold"),
        Line(text=at_desk.SIGNS if paths else at_desk.NOTHING_CHANGED, style="italic"),
    )
    blocks = [_change(old, new, path) for path in _in_order(old, new, paths)]
    rest = [comment for comment in draft.review.standing if comment.question not in paths or comment.moved == ""]
    rows = ((of_dossier(talk, dossier, at_desk.CARD, "read"),),)
    return Screen(pages=pack((head, *blocks, *_replied(draft, rest))), rows=rows)


def _in_order(old: Draft, new: Draft, paths: tuple[str, ...]) -> list[str]:
    order = [one.path for one in (*form.applicable(new.values), *form.applicable(old.values))]
    return [path for path in dict.fromkeys((*order, *paths)) if path in paths]


def _change(old: Draft, new: Draft, path: str) -> Lines:
    asked = question_at(path)
    lines = [Line(text=form.label(asked, new.values), style="bold")]
    lines.append(Line(text=difference(_shown(old, path), _shown(new, path))))
    lines += [Line(text=at_desk.answers(comment)) for comment in new.review.on(path) if comment.asked]
    lines += [Line(text=in_review.author_replied(comment.reply)) for comment in new.review.on(path) if comment.reply]
    return tuple(lines)


def _shown(draft: Draft, path: str) -> str:
    """Write an answer with its files as they are compared."""
    asked = question_at(path)
    words = form.shown(asked, draft.values) if path in draft.values else at_desk.NOTHING
    return "\n".join([words, *(file.name for file in draft.files(path))])


def _replied(draft: Draft, comments: list[Comment]) -> Iterator[Lines]:
    for comment in comments:
        gone = comment.moved == ""
        if comment.state == "answered" and (comment.reply or gone):
            title = form.label(question_at(comment.question), draft.values)
            head = at_desk.taken_away(title) if gone else at_desk.unchanged(title)
            reply = (Line(text=in_review.author_replied(comment.reply)),) if comment.reply else ()
            yield (Line(text=head, style="bold"), Line(text=at_desk.answers(comment)), *reply)
