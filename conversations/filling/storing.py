"""Read the messages of an answer, check the value against the other answers, and store it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Draft, Late
from conversations.dialogue.events import Advised, Answered, Cleared, Refused, Source
from conversations.dialogue.inputs import Press
from conversations.dialogue.parts import LONG, joined, words_alone
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.state import Part
from conversations.fields import (
    Email,
    Kind,
    LongText,
    Offered,
    Option,
    Phone,
    Reading,
    ReadingContext,
    Several,
    Text,
    Understood,
    Website,
    count_words,
)
from conversations.fields import Line as OneLine
from conversations.fields.texts import label
from conversations.filling import texts as filling_texts
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, question_at
from conversations.languages import english


def texts(value: object) -> tuple[str, ...]:
    """Return the choices of a stored list; none for any other value."""
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def parts_of(answer: Answer | None) -> tuple[Part, ...]:
    """Return the messages that gave a stored answer; a text without messages counts as message 0."""
    if answer is None or answer.parts or not isinstance(answer.value, str):
        return answer.parts if answer else ()
    return (Part(message=0, text=answer.value),)


def with_earlier(draft: Draft, asked: Asked, parts: Sequence[Part], *, adds: bool = False) -> tuple[Part, ...]:
    """Put messages after the stored words that they add to.

    They add to an answer with files, which stays open until Done, and to any answer if ``adds``.
    """
    given = {part.message for part in parts}
    before = parts_of(draft.answers.get(asked.path)) if adds or draft.files(asked.path) else ()
    return (*(part for part in before if part.message not in given), *parts)


def loses_much(draft: Draft, asked: Asked, parts: Sequence[Part]) -> bool:
    """Return whether the messages would replace a long text by a much shorter one, so that a press must confirm it."""
    answer = draft.answers.get(asked.path)
    if answer is None or not isinstance(answer.value, str) or not asked.kind.keeps_text:
        return False
    if isinstance(asked.kind, OneLine) and len(answer.value) > asked.kind.max_length:
        return False  # the bot has just asked for a shorter line
    # The bot asks people to shorten a text over its limit, so what is over the limit does not count as lost.
    within = _within_limit(asked, answer.value)
    return within >= LONG and 2 * len(joined(parts)) < within


def _within_limit(asked: Asked, text: str) -> int:
    """Return about how many characters of a text are within its limit."""
    kind = asked.kind
    if isinstance(kind, LongText) and kind.max_words is not None:
        return len(text) * kind.max_words // max(count_words(text), kind.max_words)
    return min(len(text), kind.max_length) if isinstance(kind, Text) else len(text)


def asks_to_replace(draft: Draft, asked: Asked, parts: Sequence[Part], what: str = "text") -> str:
    """Return the question whether a short text replaces the long answer."""
    before = len(str(draft.values[asked.path]))
    return filling_texts.is_shorter(asked.question.title, len(joined(parts)), before, what)


def file(context: Context, draft: Draft, asked: Asked, parts: Sequence[Part]) -> None:
    """Remember which question the messages belong to, whether or not they were an answer."""
    filed = draft.filed | {part.message: asked.path for part in parts}
    context.keep(draft.model_copy(update={"filed": filed}))


def move_words(context: Context, asked: Asked, parts: Sequence[Part]) -> None:
    """File messages at this question; words that another answer has as the caption of a file are removed there."""
    draft, moved = context.draft, {part.message for part in parts}
    for path in {draft.filed.get(message, asked.path) for message in moved} - {asked.path}:
        there = draft.answers.get(path)
        if there is not None and draft.files(path) and moved & {part.message for part in there.parts}:
            left = tuple(part for part in there.parts if part.message not in moved)
            answer = there.model_copy(
                update={"value": joined(left) if left else None, "parts": left, "at": context.now}
            )
            context.keep(draft.model_copy(update={"answers": draft.answers | {path: answer}}))
            context.happened(Cleared(draft=draft.number, question=path))
    file(context, context.draft, asked, parts)


def note(context: Context, draft: Draft, asked: Asked, parts: Sequence[Part]) -> None:
    """Put words that did not become the answer into the history."""
    messages = tuple(part.message for part in parts)
    context.happened(Refused(draft=draft.number, question=asked.path, text=joined(parts), messages=messages))


def blocking(asked: Asked, value: object, problem: str | None) -> bool:
    """Return whether a value with this problem cannot be stored: a text over its limit and too few choices can."""
    if problem is None or asked.kind.keeps_text:
        return False
    return not (isinstance(asked.kind, Several) and _too_few(asked.kind, texts(value)))


def _too_few(kind: Several, chosen: tuple[str, ...]) -> bool:
    return len(chosen) < (kind.exactly or kind.at_least) and all(label in kind.choices for label in chosen)


def problem_with(context: Context, draft: Draft, asked: Asked, value: object) -> str | None:
    """Return what would need fixing in the value, beside the draft's other answers; None if nothing would."""
    return context.problems_of({**draft.values, asked.path: asked.dump(value)}).get(asked.path)


def is_refused(context: Context, asked: Asked, value: object) -> bool:
    """Return whether the value cannot be stored in the current draft."""
    return blocking(asked, value, problem_with(context, context.draft, asked, value))


def made(context: Context, asked: Asked, value: object, source: Source, parts: tuple[Part, ...] = ()) -> Answer:
    """Make the answer that is to be stored."""
    return Answer(value=asked.dump(value), source=source, parts=parts, at=context.now)


def store(context: Context, draft: Draft, asked: Asked, given: Answer) -> list[str]:
    """Store an answer and its advice; return a sentence about each other answer that it makes wrong."""
    advice = asked.question.advise(given.value) if isinstance(given.value, str) else None
    standing = {path: words for path, words in draft.advice.items() if path != asked.path}
    changed = draft.model_copy(
        update={
            "answers": draft.answers | {asked.path: given},
            "advice": standing | ({asked.path: english(advice)} if advice else {}),
        }
    )
    context.keep(changed)
    _tell(context, draft, asked, given)
    if advice:
        context.happened(Advised(draft=draft.number, question=asked.path, advice=advice))
    return _now_to_fix(context, draft, changed, asked)


def _tell(context: Context, draft: Draft, asked: Asked, given: Answer) -> None:
    messages = tuple(part.message for part in given.parts)
    context.happened(
        Answered(draft=draft.number, question=asked.path, value=given.value, source=given.source, messages=messages)
    )


def _now_to_fix(context: Context, before: Draft, after: Draft, asked: Asked) -> list[str]:
    # The check of the draft as it was costs time, so it is done only if something is wrong now.
    wrong = {path: problem for path, problem in context.problems_of(after.values).items() if path != asked.path}
    known = context.problems_of(before.values) if wrong else {}
    return [
        filling_texts.now_to_fix(question_at(path).question.title, problem)
        for path, problem in wrong.items()
        if path not in known
    ]


def tell_cleared(context: Context, paths: Sequence[str]) -> None:
    """Tell the history that answers were removed."""
    for path in paths:
        context.happened(Cleared(draft=context.draft.number, question=path))


_SCHEMES: Mapping[type[Kind[Any]], tuple[str, ...]] = {
    Website: ("https:", "http:"),
    Email: ("mailto:",),
    Phone: ("tel:",),
}
"""The links that can be an answer, by kind of question."""


def read(asked: Asked, parts: Sequence[Part], reading_context: ReadingContext) -> Reading[Any]:
    """Read the messages of one answer.

    At a question for a website, e-mail address or phone number, offer the link behind the words as well.
    """
    kind = asked.kind
    if kind.keeps_text:
        return asked.read(joined(parts), reading_context)
    by_words = asked.read(words_alone(parts), reading_context)
    behind = [value for value in _behind(asked, parts, reading_context) if by_words != Understood(value)]
    if behind:
        values = [by_words.value, *behind] if isinstance(by_words, Understood) else behind
        options = tuple(Option(label=label(kind.show(value)), value=asked.dump(value)) for value in values)
        return Offered(filling_texts.link_behind(len(values)), options)
    if isinstance(by_words, Understood) or not any(part.links for part in parts):
        return by_words
    # Read with the links, so that the problem named is the link's.
    return by_words if kind.choices else asked.read(joined(parts), reading_context)


def read_edited(asked: Asked, parts: Sequence[Part], reading_context: ReadingContext) -> Reading[Any]:
    """Read the messages of an edited answer: take the link behind the words, if there is only one, without a press.

    The edit may come weeks later, so that nobody would see the button.
    """
    reading = read(asked, parts, reading_context)
    links = dict.fromkeys(_behind(asked, parts, reading_context))
    return Understood(next(iter(links))) if isinstance(reading, Offered) and len(links) == 1 else reading


def _behind(asked: Asked, parts: Sequence[Part], reading_context: ReadingContext) -> Iterator[str]:
    """Find the links behind the words that can answer the question."""
    schemes = next((schemes for kind, schemes in _SCHEMES.items() if isinstance(asked.kind, kind)), ())
    for url in dict.fromkeys(url for part in parts for url in part.links):
        scheme = next((scheme for scheme in schemes if url.lower().startswith(scheme)), None)
        if scheme is not None:
            address = url if scheme.startswith("http") else unquote(url[len(scheme) :].partition("?")[0])
            reading = asked.kind.read(address, reading_context)
            if isinstance(reading, Understood):
                yield reading.value


_YES_OR_NO = (form_texts.USE, filling_texts.LEAVE_LATE)


def ask(context: Context, draft: Draft, late: Late, question: str, labels: tuple[str, str] = _YES_OR_NO) -> None:
    """Ask in a message of its own whether words should replace an answer. The person's state stays."""
    waiting = (*draft.late, late)
    context.keep(draft.model_copy(update={"late": waiting}))
    pairs = zip(labels, ("use", "leave"), strict=True)
    buttons = tuple(_button(draft, late, label, action, len(waiting)) for label, action in pairs)
    context.tell(Reply(lines=(Line(text=question), Line(text=late.text, style="quote")), rows=(buttons,)))
    context.silent = True


def _button(draft: Draft, late: Late, label: str, action: str, number: int) -> Button:
    press = Press(draft=draft.number, keyboard_version=0, about=late.question, action=action, index=number)
    return Button(label=label, press=press)
