"""All questions of the form in one message, to read before the first answer."""

from collections.abc import Iterator

from conversations import form, wording
from conversations.asked import Asked
from conversations.consent import asking
from conversations.fields import LongText
from conversations.messages import Line, Reply
from conversations.questions import Section
from conversations.screens.consenting import rows
from conversations.screens.paging import pack
from conversations.talk import Talk
from conversations.template import in_use


def all_questions(talk: Talk) -> tuple[Reply, ...]:
    """List every section with its questions; where the yes is asked for, the buttons for it stand below."""
    sections = in_use().sections
    count = sum(len(form.every(section)) for section in sections)
    lines = [Line(text=wording.ALL_QUESTIONS, style="bold")]
    lines.append(Line(text=wording.questions_counted(len(sections), count), style="italic"))
    for number, section in enumerate(sections, 1):
        lines += (Line(text=""), Line(text=f"{number}. {section.title}", style="bold"), *_questions(section))
    *first, last = pack((tuple(lines),))
    return (*(Reply(lines=page) for page in first), Reply(lines=last, rows=rows() if asking.wanted(talk) else ()))


def _questions(section: type[Section]) -> Iterator[Line]:
    questions = form.every(section)
    for asked in questions:
        alone = len(questions) == 1 and asked.question.title == section.title
        title = "" if alone else asked.question.title
        yield Line(text=wording.listed(title, asked.question.prompt, [*_notes(asked)]))


def _notes(asked: Asked) -> Iterator[str]:
    if isinstance(asked.kind, LongText) and asked.kind.max_words:
        yield wording.at_most(asked.kind.max_words)
    if form.may_not_apply(asked):
        yield wording.IF_IT_APPLIES
    if not asked.question.required:
        yield wording.OPTIONAL
