"""All questions with their answers, split over as many messages as they need."""

from collections.abc import Iterator, Mapping

from conversations import form, wording
from conversations.asked import question_at
from conversations.messages import Line
from conversations.questions import Section
from conversations.screens.layout import Rows, Screen, answer_of, button, filled
from conversations.sections import SECTIONS
from conversations.talk import Talk

PAGE = 4000
"""Characters on a page: under Telegram's 4,096, with room for a sentence above the first one."""

Lines = tuple[Line, ...]


def summary(talk: Talk) -> Screen:
    """Show every question that applies with its answer, and what can be done now."""
    blocks = [block for section in SECTIONS for block in _blocks(talk, section)]
    first = (Line(text=wording.SUMMARY), Line(text=_hint(talk), style="italic"))
    closing = tuple(Line(text=sentence) for sentence in _lacking(talk))
    return Screen(pages=pack((first, *blocks, *((closing,) if closing else ()))), rows=_rows(talk))


def _hint(talk: Talk) -> str:
    draft = talk.draft
    if draft.status != "draft":
        return wording.submitted_summary(draft.reference or "")
    return wording.SO_FAR if form.lacking(talk.values, talk.today) else wording.SUMMARY_HINT


def _blocks(talk: Talk, section: type[Section]) -> Iterator[Lines]:
    """Give a block for each question: its title in bold, its answer, what is to fix about it."""
    problems = _problems(talk)
    questions = form.applicable_in(section, talk.values)
    head = len(questions) > 1 and section.title != questions[0].question.title
    for asked in questions:
        lines = [Line(text=form.label(asked, talk.values), style="bold"), *answer_of(talk.draft, asked)]
        if head and asked == questions[0]:
            lines.insert(0, Line(text=section.title, style="italic"))
        if asked.path in problems:
            lines.append(Line(text=wording.to_fix(wording.first_sentence(problems[asked.path])), style="italic"))
        yield tuple(lines)


def _problems(talk: Talk) -> Mapping[str, str]:
    return talk.problems if talk.draft.status == "draft" else {}


def _lacking(talk: Talk) -> list[str]:
    if talk.draft.status != "draft":
        return []
    missing = [form.label(asked, talk.values) for asked in form.missing(talk.values)]
    fixing = [form.label(question_at(path), talk.values) for path in talk.problems]
    return [
        *([wording.missing(missing)] if missing else []),
        *([wording.fixing(fixing)] if fixing else []),
    ]


def _rows(talk: Talk) -> Rows:
    if talk.draft.status != "draft":
        return ((button(talk, wording.NEW_PRACTICE, "new"),),)
    lacking = form.lacking(talk.values, talk.today)
    ask = tuple((button(talk, form.label(asked, talk.values), "ask", asked.path),) for asked in lacking)
    confirm = () if lacking else (button(talk, wording.SUBMIT, "submit"),)
    change = (button(talk, wording.CHANGE, "change"), button(talk, wording.OVERVIEW, "overview"))
    return (*ask, *filled(confirm, change))


def pack(blocks: tuple[Lines, ...]) -> tuple[Lines, ...]:
    """Put blocks on pages with an empty line between them; a block too long for one page is cut where it reads well."""
    pages: list[Lines] = []
    for block in (piece for whole in blocks for piece in _pieces(whole)):
        if pages and _length(pages[-1]) + _length(block) + 2 <= PAGE:
            pages[-1] = (*pages[-1], Line(text=""), *block)
        else:
            pages.append(block)
    return tuple(pages)


def _length(lines: Lines) -> int:
    return sum(len(line.text) + 1 for line in lines)


def _pieces(block: Lines) -> Iterator[Lines]:
    """Cut a block longer than a page within its longest line; each later piece says what it continues."""
    if _length(block) <= PAGE:
        yield block
        return
    longest = max(range(len(block)), key=lambda n: len(block[n].text))
    before, after = block[:longest], block[longest + 1 :]
    continued = (Line(text=wording.continued(before[-1].text), style="bold"),)
    room = PAGE - max(_length(before), _length(continued)) - _length(after) - 1
    first, *rest = cut_well(block[longest].text, room)
    pieces = [(*before, Line(text=first)), *((*continued, Line(text=text)) for text in rest)]
    yield from pieces[:-1]
    yield (*pieces[-1], *after)


def cut_well(text: str, limit: int) -> Iterator[str]:
    """Cut a text into pieces of at most ``limit`` characters: between paragraphs, lines, sentences or words."""
    while len(text) > limit:
        end = max(_cut_at(text, limit), 1)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    yield text


def _cut_at(text: str, limit: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, limit // 2, limit)
        if found > 0:
            return found + len(mark)
    return limit
