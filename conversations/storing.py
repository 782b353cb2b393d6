"""How an answer is kept: put together from its messages, checked beside the others, stored, advised on."""

from collections.abc import Sequence

from conversations import wording
from conversations.asked import Asked, question_at
from conversations.conversation import Answer, Draft
from conversations.fields import LongText, Several, Text, count_words
from conversations.messages import Advised, Answered, Cleared, Refused, Source
from conversations.parts import LONG, joined
from conversations.place import Part
from conversations.talk import Talk


def texts(value: object) -> tuple[str, ...]:
    """Take a list of choices as it is stored; anything else has none."""
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def parts_of(answer: Answer | None) -> tuple[Part, ...]:
    """Give the messages of a stored answer; a text that came without any counts as message 0."""
    if answer is None or answer.parts or not isinstance(answer.value, str):
        return answer.parts if answer else ()
    return (Part(message=0, text=answer.value),)


def words_before(draft: Draft, asked: Asked, parts: Sequence[Part], *, adds: bool = False) -> tuple[Part, ...]:
    """Give the words that ``parts`` are added to: of an answer with files, which stays open until Done, all so far."""
    given = {part.message for part in parts}
    before = parts_of(draft.answers.get(asked.path)) if adds or draft.files(asked.path) else ()
    return tuple(part for part in before if part.message not in given)


def loses_much(draft: Draft, asked: Asked, parts: Sequence[Part]) -> bool:
    """Say whether a long text would become much shorter, so that a press is asked for.

    Of a text over its limit only so much counts as the limit lets stand: to shorten it is what was asked for.
    """
    answer = draft.answers.get(asked.path)
    if answer is None or not isinstance(answer.value, str) or not asked.kind.keeps_text:
        return False
    within = _within_limit(asked, answer.value)
    return within >= LONG and 2 * len(joined(parts)) < within


def _within_limit(asked: Asked, text: str) -> int:
    """Say how many characters of a text its limit lets stand, about."""
    kind = asked.kind
    if isinstance(kind, LongText) and kind.max_words is not None:
        return len(text) * kind.max_words // max(count_words(text), kind.max_words)
    return min(len(text), kind.max_length) if isinstance(kind, Text) else len(text)


def asks_to_replace(draft: Draft, asked: Asked, parts: Sequence[Part], what: str = "text") -> str:
    """Ask whether a short text replaces the long answer."""
    before = len(str(draft.values[asked.path]))
    return wording.is_shorter(asked.question.title, len(joined(parts)), before, what)


def file(talk: Talk, draft: Draft, asked: Asked, parts: Sequence[Part]) -> None:
    """Remember to which question the messages belong, whether or not they were an answer."""
    filed = draft.filed | {part.message: asked.path for part in parts}
    talk.keep(draft.model_copy(update={"filed": filed}))


def move_words(talk: Talk, asked: Asked, parts: Sequence[Part]) -> None:
    """File messages at a question; words that were under a file, and kept with it, are taken out there."""
    draft, moved = talk.draft, {part.message for part in parts}
    for path in {draft.filed.get(message, asked.path) for message in moved} - {asked.path}:
        there = draft.answers.get(path)
        if there is not None and draft.files(path) and moved & {part.message for part in there.parts}:
            left = tuple(part for part in there.parts if part.message not in moved)
            answer = there.model_copy(update={"value": joined(left) if left else None, "parts": left, "at": talk.now})
            talk.keep(draft.model_copy(update={"answers": draft.answers | {path: answer}}))
            talk.happened(Cleared(draft=draft.number, question=path))
    file(talk, talk.draft, asked, parts)


def note(talk: Talk, draft: Draft, asked: Asked, parts: Sequence[Part]) -> None:
    """Keep words in the history that have not become the answer."""
    messages = tuple(part.message for part in parts)
    talk.happened(Refused(draft=draft.number, question=asked.path, text=joined(parts), messages=messages))


def blocking(asked: Asked, value: object, problem: str | None) -> bool:
    """Say whether a value with that problem cannot be stored: texts over their limit and too few choices can."""
    if problem is None or asked.kind.keeps_text:
        return False
    return not (isinstance(asked.kind, Several) and _too_few(asked.kind, texts(value)))


def _too_few(kind: Several, chosen: tuple[str, ...]) -> bool:
    return len(chosen) < (kind.exactly or kind.at_least) and all(label in kind.choices for label in chosen)


def problem_with(talk: Talk, draft: Draft, asked: Asked, value: object) -> str | None:
    """Say what would be to fix about the value, beside the draft's other answers."""
    return talk.problems_of({**draft.values, asked.path: asked.dump(value)}).get(asked.path)


def is_refused(talk: Talk, asked: Asked, value: object) -> bool:
    """Say whether a value cannot be stored in the draft in hand."""
    return blocking(asked, value, problem_with(talk, talk.draft, asked, value))


def made(talk: Talk, asked: Asked, value: object, source: Source, parts: tuple[Part, ...] = ()) -> Answer:
    """Make the answer that is to be stored."""
    return Answer(value=asked.dump(value), source=source, parts=parts, at=talk.now)


def store(talk: Talk, draft: Draft, asked: Asked, given: Answer) -> list[str]:
    """Store an answer; give back what has to be said of others. Advice stands at its own question and before Submit."""
    advice = asked.question.advise(given.value) if isinstance(given.value, str) else None
    standing = {path: words for path, words in draft.advice.items() if path != asked.path}
    changed = draft.model_copy(
        update={
            "answers": draft.answers | {asked.path: given},
            "advice": standing | ({asked.path: advice} if advice else {}),
        }
    )
    talk.keep(changed)
    _tell(talk, draft, asked, given)
    if advice:
        talk.happened(Advised(draft=draft.number, question=asked.path, advice=advice))
    return _now_to_fix(talk, draft, changed, asked)


def _tell(talk: Talk, draft: Draft, asked: Asked, given: Answer) -> None:
    messages = tuple(part.message for part in given.parts)
    talk.happened(
        Answered(draft=draft.number, question=asked.path, value=given.value, source=given.source, messages=messages)
    )


def _now_to_fix(talk: Talk, before: Draft, after: Draft, asked: Asked) -> list[str]:
    """Say what an answer has made wrong with others; what was wrong before it is looked at only where something is."""
    wrong = {path: problem for path, problem in talk.problems_of(after.values).items() if path != asked.path}
    known = talk.problems_of(before.values) if wrong else {}
    return [
        wording.now_to_fix(question_at(path).question.title, problem)
        for path, problem in wrong.items()
        if path not in known
    ]


def tell_cleared(talk: Talk, paths: Sequence[str]) -> None:
    """Note answers that were taken away."""
    for path in paths:
        talk.happened(Cleared(draft=talk.draft.number, question=path))
