"""What changed between two texts, word by word, with signs that need no colour."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, changed
from conversations.dialogue.layout import Lines, Screen, pack
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment
from conversations.dialogue.reviews import base_version, name
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.review import texts
from conversations.review.card_screen import of_dossier

_WORD = re.compile(r"\S+\s*")

_LINE = re.compile(r"[^\n]*\n+|[^\n]+")

_MOST_TOKENS = 3_000
"""Above so many words between the first change and the last one lines are compared: difflib takes their product."""

_MOST_PAIRS = 20_000
"""The same for pairs of equal words: where all are equal, difflib takes 17 s for two texts of a thousand each."""

_UNCHANGED = 40
"""A run of unchanged words longer than this is shown by its ends."""

_AROUND = 12
"""Words of such a run that are shown at either end."""

_APART = 3
"""Changes with fewer unchanged words between them are read as one: little words in common would make confetti of it."""

Change = tuple[int, int, int, int]
"""What was removed, from and to, and what was added in its place."""


def difference(before: str, after: str) -> str:
    """Write both texts as one: ``[− removed −]``, ``[+ added +]``, and what stayed, long runs of it left out."""
    old, new = _WORD.findall(f"{before} "), _WORD.findall(f"{after} ")  # so that white space parts any two words
    head, tail = _common(old, new)
    end = len(new) - tail
    middle = _compared(old[head : len(old) - tail], new[head:end])
    return "".join((*_unchanged(new[:head]), *middle, *_unchanged(new[end:]))).strip()


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the words that both texts begin with, and those that both end with."""
    bare_old, bare_new = _bare(old), _bare(new)
    least = min(len(old), len(new))
    head = _line_start(new, next((n for n in range(least) if bare_old[n] != bare_new[n]), least))
    tail = next((n for n in range(least - head) if bare_old[-1 - n] != bare_new[-1 - n]), least - head)
    return head, tail


def _line_start(words: Sequence[str], end: int) -> int:
    """Go back to the beginning of the line where it is near: a new line may begin like the one that it pushes down."""
    near = range(end, max(end - _AROUND, 0), -1)
    return next((n for n in near if "\n" in words[n - 1]), end)


def _compared(old: list[str], new: list[str]) -> Iterator[str]:
    """Compare what lies between the first change and the last one: by words, else by lines, else as a whole."""
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
    """List the changes; those that are near one another in a line are one."""
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
    """Put signs around words; the white space after them stays outside, so that paragraphs stay apart."""
    text = "".join(tokens)
    words = text.rstrip()
    return f"[{sign} {words} {sign}]{text[len(words) :] or ' '}" if words else ""


def changes(context: Context, submission: Submission) -> Screen:
    """Show each changed question, and which comments the revision answers."""
    draft = submission.draft
    base = max(base_version(draft, context.desk.me.user), 1)
    old, new = draft.at_version(base), draft.handed_in
    paths = changed(old, new)
    head = (
        Line(text=texts.changes_title(name(draft), base, len(draft.versions)), style="bold"),
        Line(text=texts.SIGNS if paths else texts.NOTHING_CHANGED, style="italic"),
    )
    blocks = [_change(old, new, path) for path in _in_order(old, new, paths)]
    rest = [comment for comment in draft.review.standing if comment.question not in paths or comment.moved == ""]
    rows = ((of_dossier(context, submission, texts.CARD, "read"),),)
    return Screen(pages=pack((head, *blocks, *_replied(draft, rest))), rows=rows)


def _in_order(old: Draft, new: Draft, paths: tuple[str, ...]) -> list[str]:
    order = [one.path for one in (*completion.applicable(new.values), *completion.applicable(old.values))]
    return [path for path in dict.fromkeys((*order, *paths)) if path in paths]


def _change(old: Draft, new: Draft, path: str) -> Lines:
    asked = question_at(path)
    lines = [Line(text=completion.label(asked, new.values), style="bold")]
    lines.append(Line(text=difference(_shown(old, path), _shown(new, path))))
    lines += [Line(text=texts.answers(comment)) for comment in new.review.on(path) if comment.asked]
    lines += [Line(text=texts.author_replied(comment.reply)) for comment in new.review.on(path) if comment.reply]
    return tuple(lines)


def _shown(draft: Draft, path: str) -> str:
    """Write an answer with its files as they are compared."""
    asked = question_at(path)
    words = completion.shown(asked, draft.values) if path in draft.values else texts.NOTHING
    return "\n".join([words, *(file.name for file in draft.files(path))])


def _replied(draft: Draft, comments: list[Comment]) -> Iterator[Lines]:
    for comment in comments:
        gone = comment.moved == ""
        if comment.state == "answered" and (comment.reply or gone):
            title = completion.label(question_at(comment.question), draft.values)
            head = texts.taken_away(title) if gone else texts.unchanged(title)
            reply = (Line(text=texts.author_replied(comment.reply)),) if comment.reply else ()
            yield (Line(text=head, style="bold"), Line(text=texts.answers(comment)), *reply)
