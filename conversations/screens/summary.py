"""All questions with their answers, split over as many messages as they need."""

from collections.abc import Iterable, Iterator, Mapping

from conversations import form, wording
from conversations.asked import question_at
from conversations.checks import wording as checks
from conversations.checks.table import Finding, findings
from conversations.conversation import Draft
from conversations.messages import Line
from conversations.questions import Section
from conversations.review import rules
from conversations.review.wording import in_letters, to_author
from conversations.screens.layout import Rows, Screen, answer_of, button, filled
from conversations.screens.paging import Lines, pack
from conversations.screens.revising import not_sent_yet
from conversations.talk import Talk
from conversations.template import in_use


def summary(talk: Talk) -> Screen:
    """Show every question that applies with its answer, and what can be done now."""
    problems = _problems(talk)
    blocks = [block for section in in_use().sections for block in blocks_of(talk.draft, section, problems)]
    first = (Line(text=wording.SUMMARY), Line(text=_hint(talk), style="italic"))
    closing = tuple(Line(text=sentence) for sentence in _lacking(talk))
    found = _advice(talk)
    closing += (*advice(talk.draft, found, checks.WORTH_A_LOOK_HINT),) if found else ()
    return Screen(pages=pack((first, *blocks, *((closing,) if closing else ()))), rows=_rows(talk, found))


def _hint(talk: Talk) -> str:
    draft = talk.draft
    if draft.status != "draft":
        return not_sent_yet(draft) if draft.unsent else wording.submitted_summary(draft.reference or "")
    return wording.SO_FAR if form.lacking(talk.values, talk.problems) else wording.SUMMARY_HINT


def blocks_of(draft: Draft, section: type[Section], problems: Mapping[str, str]) -> Iterator[Lines]:
    """Give a block for each question: its title in bold, its answer, what is to fix about it."""
    questions = form.applicable_in(section, draft.values)
    head = len(questions) > 1 and section.title != questions[0].question.title
    for asked in questions:
        lines = [Line(text=form.label(asked, draft.values), style="bold"), *answer_of(draft, asked)]
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


def _advice(talk: Talk) -> tuple[Finding, ...]:
    """Find what is worth a second look where the draft could be submitted now."""
    if talk.draft.status != "draft" or form.lacking(talk.values, talk.problems):
        return ()
    return findings(talk.values, talk.today)


def advice(draft: Draft, found: Iterable[Finding], hint: str) -> Iterator[Line]:
    """List what is worth a second look."""
    yield Line(text=checks.WORTH_A_LOOK, style="bold")
    for one in found:
        yield Line(text=checks.advice(form.label(question_at(one.path), draft.values), one.advice))
    yield Line(text=hint, style="italic")


def _rows(talk: Talk, found: Iterable[Finding]) -> Rows:
    if talk.draft.status != "draft":
        may_change = rules.allows(talk.draft, "revise")
        return (
            *filled((button(talk, wording.CHANGE_AN_ANSWER, "change"),) if may_change else ()),
            (button(talk, in_letters.STATUS, "look"), button(talk, wording.NEW_PRACTICE, "new")),
            (button(talk, wording.WORD_FORM, "form"), button(talk, to_author.SEEN, "seen")),
        )
    lacking = form.lacking(talk.values, talk.problems)
    doubtful = dict.fromkeys(one.path for one in found)
    questions = lacking or tuple(map(question_at, doubtful))
    ask = tuple((button(talk, form.label(asked, talk.values), "ask", asked.path),) for asked in questions)
    confirm = () if lacking else (button(talk, wording.SUBMIT, "submit"),)
    change = (button(talk, wording.CHANGE, "change"), button(talk, wording.OVERVIEW, "overview"))
    papers = (button(talk, wording.WORD_FORM, "form"), button(talk, to_author.SEEN, "seen"))
    return (*ask, *filled(confirm, change), papers)
