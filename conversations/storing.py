"""How an answer is kept: put together from its messages, checked beside the others, stored, advised on."""

from collections.abc import Sequence

from conversations import wording
from conversations.asked import Asked, question_at
from conversations.conversation import Answer, Draft
from conversations.fields import Several
from conversations.messages import Advised, Answered, Cleared, Refused, Source
from conversations.parts import joined
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


def file(talk: Talk, draft: Draft, asked: Asked, parts: Sequence[Part]) -> None:
    """Remember to which question the messages belong, whether or not they were an answer."""
    filed = draft.filed | {part.message: asked.path for part in parts}
    talk.keep(draft.model_copy(update={"filed": filed}))


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
    """Store an answer; give back what has to be said of other answers, and advice."""
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
    return [*_now_to_fix(talk, draft, changed, asked), *([advice] if advice else [])]


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
