"""A whole submission: its answers, its Word form, and its changes since an earlier version, word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, changed
from conversations.dialogue.layout import Lines, Screen, section_heading
from conversations.dialogue.pages import Changes, Whole
from conversations.dialogue.replies import Line, Reply, WordForm
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment
from conversations.dialogue.reviews import base_version, heading, name, note_reading
from conversations.dialogue.texts import form_caption
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.questions import Section
from conversations.form.template import in_use
from conversations.review import comment_texts, texts
from conversations.review.navigation import open_page, submission_button
from conversations.review.notes import card_row
from conversations.review.question_view import Message, all_questions, lines_of, may_be_commented_on, messages


def read_whole(context: Context, submission: Submission) -> None:
    """Send all answers, a message for each section; the author can see that they were read."""
    note_reading(context, submission)
    open_page(context, Whole(submission=submission.number))
    current = context.submission(submission.number) or submission
    draft = current.draft.handed_in
    sent = [one for section in in_use().sections for one in _section(context, current, draft, section)]
    for number, (lines, rows) in enumerate(sent, 1):
        last = card_row(submission.number) if number == len(sent) else ()
        context.tell(Reply(lines=lines, rows=(*rows, *last), holds=(submission.author,)))


def _section(context: Context, submission: Submission, draft: Draft, section: type[Section]) -> list[Message]:
    parts = [(asked.path, lines_of(draft, asked)) for asked in completion.applicable_in(section, draft.values)]
    return messages(context, submission, parts, (section_heading(section),))


def send_form(context: Context, submission: Submission) -> None:
    """Send the Word form alone. It holds all answers, so it counts as reading them."""
    _send_form(context, submission, WordForm(submission=submission.number))


def send_form_with_review(context: Context, submission: Submission) -> None:
    """Send the Word form with the comments, and with the changes of the last revision."""
    _send_form(context, submission, WordForm(submission=submission.number, with_review=True))


def _send_form(context: Context, submission: Submission, form: WordForm) -> None:
    note_reading(context, submission)
    context.enclose(form, form_caption(submission.draft.reference))
    context.silent = True


def whole_screen(context: Context, submission: Submission) -> Screen:
    """Draw the page above the answers; they are sent once and not shown again with it."""
    commentable = may_be_commented_on(context, submission)
    lines = (
        Line(text=heading(submission.draft), style="bold"),
        Line(text=f"{texts.WHOLE_TO_READ} {texts.HOW_TO_COMMENT}" if commentable else texts.WHOLE_TO_READ),
    )
    claim = submission_button(context, submission, texts.REVIEW, "claim")
    rows = ((claim,),) if commentable and submission.draft.review.claim is None else ()
    return Screen(pages=(lines,), rows=(*rows, *card_row(submission.number)))


def read_changes(context: Context, submission: Submission) -> None:
    """Open the changes of a submission; the author can see that they were read."""
    note_reading(context, submission)
    open_page(context, Changes(submission=submission.number))


def changes_screen(context: Context, submission: Submission) -> Screen:
    """Draw each changed question with its comments, then the comments that were answered without a change."""
    draft = submission.draft
    base = max(base_version(draft, context.repository.me.user), 1)
    old, new = draft.at_version(base), draft.handed_in
    paths = changed(old, new)
    head = (
        Line(text=texts.changes_title(name(draft), base, len(draft.versions)), style="bold"),
        Line(text=texts.SIGNS if paths else texts.NOTHING_CHANGED, style="italic"),
    )
    parts: dict[str, tuple[Lines, ...]] = {path: (_change(old, new, path),) for path in _in_order(old, new, paths)}
    rest = [comment for comment in draft.review.standing if comment.question not in paths or comment.moved == ""]
    for path, lines in _replied(draft, rest):
        parts[path] = (*parts.get(path, ()), lines)
    found = messages(context, submission, [*parts.items()], (*head, Line(text=""))) or [(head, ())]
    under = {number: rows for number, (_, rows) in enumerate(found)}
    last = under.pop(len(found) - 1)
    pages = tuple(lines for lines, _ in found)
    return Screen(pages=pages, rows=(*last, *card_row(submission.number)), under=under)


def changed_questions(context: Context, submission: Submission) -> list[str]:
    """List the questions whose changes are shown."""
    draft = submission.draft
    old, new = draft.at_version(max(base_version(draft, context.repository.me.user), 1)), draft.handed_in
    return [path for path in _in_order(old, new, changed(old, new)) if path in all_questions(submission)]


def _in_order(old: Draft, new: Draft, paths: tuple[str, ...]) -> list[str]:
    order = [one.path for one in (*completion.applicable(new.values), *completion.applicable(old.values))]
    return [path for path in dict.fromkeys((*order, *paths)) if path in paths]


def _change(old: Draft, new: Draft, path: str) -> Lines:
    asked = question_at(path)
    lines = [Line(text=completion.label(asked, new.values), style="bold")]
    lines.append(Line(text=difference(_shown(old, path), _shown(new, path))))
    lines += [Line(text=comment_texts.answers(comment)) for comment in new.review.on(path) if comment.asked]
    lines += [
        Line(text=comment_texts.author_replied(comment.reply)) for comment in new.review.on(path) if comment.reply
    ]
    return tuple(lines)


def _shown(draft: Draft, path: str) -> str:
    """Write an answer and the names of its files as the text to compare."""
    asked = question_at(path)
    words = completion.shown(asked, draft.values) if path in draft.values else texts.NOTHING
    return "\n".join([words, *(file.name for file in draft.files(path))])


def _replied(draft: Draft, comments: list[Comment]) -> Iterator[tuple[str, Lines]]:
    """Write the comments that were answered without a change, each with its question."""
    for comment in comments:
        gone = comment.moved == ""
        if comment.state == "answered" and (comment.reply or gone):
            title = completion.label(question_at(comment.question), draft.values)
            head = texts.taken_away(title) if gone else texts.unchanged(title)
            reply = (Line(text=comment_texts.author_replied(comment.reply)),) if comment.reply else ()
            yield comment.question, (Line(text=head, style="bold"), Line(text=comment_texts.answers(comment)), *reply)


_WORD = re.compile(r"\S+\s*")

_LINE = re.compile(r"[^\n]*\n+|[^\n]+")

_MOST_TOKENS = 3_000
"""Above so many words from the first change to the last, lines are compared: difflib's time grows with the square."""

_MOST_PAIRS = 20_000
"""The same limit for pairs of equal words: difflib takes 17 s for two texts of one word, repeated a thousand times."""

_UNCHANGED = 40
"""Of more unchanged words than this, only the first and the last are shown."""

_AROUND = 12
"""How many unchanged words are shown then, at the beginning and at the end."""

_APART = 3
"""Changes with fewer unchanged words between them are joined, as many little changes are hard to read."""

Change = tuple[int, int, int, int]
"""Four positions: begin and end of the removed words in the old text, begin and end of the added ones in the new."""


def difference(before: str, after: str) -> str:
    """Write both texts as one, with ``[− removed −]``, ``[+ added +]`` and ``[…]`` for many unchanged words."""
    old, new = _WORD.findall(f"{before} "), _WORD.findall(f"{after} ")  # the last word, too, ends with white space
    head, tail = _common(old, new)
    end = len(new) - tail
    middle = _compared(old[head : len(old) - tail], new[head:end])
    return "".join((*_unchanged(new[:head]), *middle, *_unchanged(new[end:]))).strip()


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the equal words at the beginning of both texts, and at their end."""
    bare_old, bare_new = _bare(old), _bare(new)
    least = min(len(old), len(new))
    head = _line_start(new, next((n for n in range(least) if bare_old[n] != bare_new[n]), least))
    tail = next((n for n in range(least - head) if bare_old[-1 - n] != bare_new[-1 - n]), least - head)
    return head, tail


def _line_start(words: Sequence[str], end: int) -> int:
    """Go back to the beginning of the line if it is near: a new line may begin with the same words as the next one."""
    near = range(end, max(end - _AROUND, 0), -1)
    return next((n for n in near if "\n" in words[n - 1]), end)


def _compared(old: list[str], new: list[str]) -> Iterator[str]:
    """Compare the middle of both texts by words. If that takes too long, compare by lines, and at last as a whole."""
    if not _is_quick(old, new):
        old, new = _LINE.findall("".join(old)), _LINE.findall("".join(new))
    if not _is_quick(old, new):
        old, new = ["".join(old)], ["".join(new)]
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    done = 0
    for old_from, old_to, new_from, new_to in _merged(matcher, new):
        yield from _unchanged(new[done:new_from])
        yield _changed(old[old_from:old_to], new[new_from:new_to])
        done = new_to
    yield from _unchanged(new[done:])


def _merged(matcher: SequenceMatcher[str], new: Sequence[str]) -> Sequence[Change]:
    """List the changes; changes that are close together in one line become one."""
    changes: list[Change] = []
    for tag, *(old_from, old_to, new_from, new_to) in matcher.get_opcodes():
        if tag == "equal":
            continue
        if changes and _near(new[max(changes[-1][3] - 1, 0) : changes[-1][3]], new[changes[-1][3] : new_from]):
            old_from, _, new_from, _ = changes.pop()
        changes.append((old_from, old_to, new_from, new_to))
    return changes


def _near(last: Sequence[str], between: Sequence[str]) -> bool:
    text = "".join(between)
    return len(text.split()) < _APART and "\n" not in "".join((*last, text))


def _is_quick(old: Sequence[str], new: Sequence[str]) -> bool:
    counts = Counter(_bare(old))
    return len(old) + len(new) <= _MOST_TOKENS and sum(counts[token] for token in _bare(new)) <= _MOST_PAIRS


def _bare(tokens: Sequence[str]) -> list[str]:
    return [token.strip() for token in tokens]


def _unchanged(tokens: Sequence[str]) -> Iterator[str]:
    if len(tokens) <= _UNCHANGED:
        yield from tokens
        return
    yield from tokens[:_AROUND]
    yield "[…] "
    yield from tokens[-_AROUND:]


def _changed(old: Sequence[str], new: Sequence[str]) -> str:
    removed, added = _marked("−", old), _marked("+", new)
    return f"{removed.rstrip()} {added}" if removed and added else removed + added


def _marked(sign: str, tokens: Sequence[str]) -> str:
    """Put signs around words, but not around the white space after them, which may end a paragraph."""
    text = "".join(tokens)
    words = text.rstrip()
    return f"[{sign} {words} {sign}]{text[len(words) :] or ' '}" if words else ""
