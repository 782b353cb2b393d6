"""Find the answer that a text has given before: the same long text twice is no answer to another question."""

import re
from collections import Counter
from dataclasses import dataclass

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.parts import LONG, joined
from conversations.dialogue.state import Part
from conversations.form import completion
from conversations.form.asked import Asked, question_at

_ALIKE = 0.85
"""Two texts with at least this share of words in common are the same text, corrected."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Repeated:
    """A long text that was sent before as the answer to the question ``title``, perhaps with a few words changed."""

    title: str
    changed: bool = False


def last_answered(draft: Draft) -> str:
    """Return the path of the question that was answered last; of several at one time, the newest answer."""
    # A skipped question is no answer, so that the list before it is still the last one.
    answered = [(path, answer.at) for path, answer in draft.answers.items() if answer.value is not None]
    return max(reversed(answered), key=lambda item: item[1], default=("", None))[0]


def sent_before(context: Context, asked: Asked, part: Part) -> Repeated | None:
    """Find the question that the same long text has answered; for the last answer, also a corrected text or a part."""
    text = plain(part.words)
    if not asked.kind.keeps_text or len(text) < LONG:
        return None
    draft = context.draft
    last = last_answered(draft)
    for path, answer in reversed(draft.answers.items()):
        if path == asked.path and not draft.files(path):  # it is no mistake to send the same answer again
            continue
        whole = plain(joined(answer.parts) if answer.parts else str(answer.value))
        single = {whole, *(plain(one.words) for one in answer.parts)}
        if text in single or (path == last and len(whole) >= LONG and _holds(text, whole)):
            return Repeated(completion.label(question_at(path), draft.values))
        if path == last and _alike(text, whole):
            return Repeated(completion.label(question_at(path), draft.values), changed=True)
    return None


def _holds(text: str, other: str) -> bool:
    # Not of a much longer one: a description that names its practice does not repeat the answer to "Name".
    return text in other or (other in text and 2 * len(other) > len(text))


def _alike(text: str, other: str) -> bool:
    one, two = Counter(text.split()), Counter(other.split())
    return 2 * (one & two).total() >= _ALIKE * (one.total() + two.total())


def plain(text: str) -> str:
    """Leave out case, punctuation and repeated blanks, to compare texts."""
    return " ".join(_WORD.findall(text.casefold()))
