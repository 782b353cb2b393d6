"""The screens of sections and of a whole practice: an open section, a repetition, overview, summary, submission."""

from collections.abc import Iterable, Iterator, Mapping

from conversations.dialogue import practice, reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.layout import (
    Lines,
    Rows,
    Screen,
    answer_of,
    button,
    copy_button,
    filled,
    in_rows,
    pack,
    section_heading,
)
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.state import Opened, Overview, Repeating, Summary
from conversations.dialogue.texts import COPY_REFERENCE
from conversations.filling import reader_texts, review_texts
from conversations.filling import texts as filling_texts
from conversations.filling.request import not_sent_yet
from conversations.form import completion, texts
from conversations.form.asked import question_at
from conversations.form.checks import Finding, findings
from conversations.form.questions import Section, names, repeat_of, repeated, repetitions
from conversations.form.template import in_use
from conversations.languages import in_language

_SHOWN = 200
"""How many characters of each answer an open section shows."""

_MOST_READERS = 3
"""How many readers are named in one line."""

_MOST_LISTED = 40
"""The most questions of one section on a keyboard with all sections: Telegram takes 100 buttons."""


def repeating(context: Context, state: Repeating) -> Screen:
    """Ask whether there is one more repetition, such as another meeting."""
    section = in_use().by_key[state.section]
    repeat = repeated(section)
    shortened = [texts.shortened(name, 60) for name in names(section, context.values)]
    lines = (
        section_heading(section),
        Line(text=repeat.mark.title, style="bold"),
        Line(text=filling_texts.another(shortened)),
    )
    rows = (
        *_offers(context),
        (button(context, repeat.mark.more, "more", section.key),),
        (button(context, repeat.mark.enough, "enough", section.key),),
        _navigation(context, section),
    )
    return Screen(pages=(lines,), rows=rows)


def _offers(context: Context) -> Rows:
    """Return the buttons for what the last text may mean."""
    state = context.state
    offers = state.offers if isinstance(state, Opened | Repeating | Summary) else ()
    return tuple(
        (button(context, in_language(one.label), "take", next(iter(one.answers)), n),) for n, one in enumerate(offers)
    )


def _navigation(context: Context, section: type[Section]) -> tuple[Button, ...]:
    back = button(context, filling_texts.BACK, "back", section.key)
    return (
        (back,)
        if context.draft.status != "draft"
        else (back, button(context, filling_texts.OVERVIEW, "overview", section.key))
    )


def opened(context: Context, state: Opened) -> Screen:
    """Show the questions of a section with their answers, each with a button."""
    section = in_use().by_key[state.section]
    questions = completion.applicable_in(section, context.values)
    lines = [section_heading(section), Line(text=filling_texts.OPENED_HINT)]
    for asked in questions:
        lines += [Line(text=""), Line(text=completion.label(asked, context.values), style="bold")]
        lines += answer_of(context.draft, asked, _SHOWN)
    ask = tuple((button(context, completion.label(asked, context.values), "ask", asked.path),) for asked in questions)
    repeat = repeat_of(section)
    more = repeat is not None and repetitions(section, context.values) > 0
    another = (button(context, repeat.mark.more, "more", section.key),) if repeat and more else ()
    return Screen(
        pages=(tuple(lines),), rows=(*_offers(context), *ask, *filled(another, _navigation(context, section)))
    )


def overview(context: Context, state: Overview) -> Screen:
    """List the numbers of the sections by their progress, with a button for each section.

    If the person wants to change an answer, each question of a longer section has a button, too.
    """
    words = practice.words(context.draft, context.today)
    lines = (
        Line(text=filling_texts.OVERVIEW),
        Line(text=practice.title(context.draft), style="bold"),
        *(Line(text=filling_texts.sections(word, numbers)) for word, numbers in _by_word(words)),
        *_read_by(context),
        Line(text=""),
        Line(text=filling_texts.CHANGE_HINT if state.changing else filling_texts.OVERVIEW_HINT, style="italic"),
    )
    back = button(context, filling_texts.BACK, "back")
    seen, remind = button(context, review_texts.SEEN, "seen"), button(context, filling_texts.REMIND_ME, "timing")
    rows = (
        *(
            row
            for section in in_use().sections
            for row in _section_rows(context, section, words, changing=state.changing)
        ),
        (back, button(context, filling_texts.SUMMARY, "summary")),
        (seen, remind) if context.draft.status == "draft" else (seen,),
    )
    return Screen(pages=(lines,), rows=rows)


def _read_by(context: Context) -> Iterator[Line]:
    """Say who has read the practice lately; the button below has all."""
    last = sorted(context.draft.review.seen, key=lambda one: one.last, reverse=True)[:_MOST_READERS]
    if last:
        days = [one.last for one in last]
        yield Line.naming(lambda *by: reader_texts.read_by(by, days, context.now), *(one.by for one in last))


def _by_word(words: Mapping[str, str]) -> Iterator[tuple[str, list[int]]]:
    """Yield each word of progress with the numbers of its sections, if there are any."""
    for word in filling_texts.SYMBOLS:
        numbers = [number for number, key in enumerate(words, 1) if words[key] == word]
        if numbers:
            yield word, numbers


def _section_rows(context: Context, section: type[Section], words: Mapping[str, str], *, changing: bool) -> Rows:
    """Return the button of a section; if ``changing``, also those of its questions."""
    name = filling_texts.with_number(in_use().number(section), section.title)
    whole = button(context, f"{filling_texts.SYMBOLS[words[section.key]]} {name}", "open", section.key)
    questions = completion.applicable_in(section, context.values)
    if not changing or not 1 < len(questions) <= _MOST_LISTED:
        return ((whole,),)
    labels = ((filling_texts.WITHIN + completion.label(asked, context.values), asked.path) for asked in questions)
    return ((whole,), *in_rows(button(context, label, "ask", path) for label, path in labels))


def summary(context: Context) -> Screen:
    """Show every question that applies with its answer, and the buttons to submit or change them."""
    problems = _problems(context)
    blocks = [block for section in in_use().sections for block in blocks_of(context.draft, section, problems)]
    first = (Line(text=filling_texts.SUMMARY), Line(text=_hint(context), style="italic"), *_read_by(context))
    closing = tuple(Line(text=sentence) for sentence in _lacking(context))
    found = _advice(context)
    closing += (*advice(context.draft, found, filling_texts.WORTH_A_LOOK_HINT),) if found else ()
    return Screen(pages=pack((first, *blocks, *((closing,) if closing else ()))), rows=_rows(context, found))


def _hint(context: Context) -> str:
    draft = context.draft
    if draft.status != "draft":
        return not_sent_yet(draft) if draft.unsent else filling_texts.submitted_summary(draft.reference or "")
    return filling_texts.SO_FAR if completion.lacking(context.values, context.problems) else filling_texts.SUMMARY_HINT


def blocks_of(draft: Draft, section: type[Section], problems: Mapping[str, str]) -> Iterator[Lines]:
    """Yield a block for each question: its title in bold, its answer, and what needs fixing."""
    questions = completion.applicable_in(section, draft.values)
    head = len(questions) > 1 and section.title != questions[0].question.title
    for asked in questions:
        lines = [Line(text=completion.label(asked, draft.values), style="bold"), *answer_of(draft, asked)]
        if head and asked == questions[0]:
            lines.insert(0, Line(text=section.title, style="italic"))
        if asked.path in problems:
            lines.append(
                Line(text=filling_texts.to_fix(filling_texts.first_sentence(problems[asked.path])), style="italic")
            )
        yield tuple(lines)


def _problems(context: Context) -> Mapping[str, str]:
    return context.problems if context.draft.status == "draft" else {}


def _lacking(context: Context) -> list[str]:
    if context.draft.status != "draft":
        return []
    missing = [completion.label(asked, context.values) for asked in completion.missing(context.values)]
    fixing = [completion.label(question_at(path), context.values) for path in context.problems]
    return [
        *([texts.missing(missing)] if missing else []),
        *([filling_texts.fixing(fixing)] if fixing else []),
    ]


def _advice(context: Context) -> tuple[Finding, ...]:
    """Find what is worth a second look, once the draft can be submitted."""
    if context.draft.status != "draft" or completion.lacking(context.values, context.problems):
        return ()
    return findings(context.values, context.today)


def advice(draft: Draft, found: Iterable[Finding], hint: str) -> Iterator[Line]:
    """Yield the lines that say what is worth a second look."""
    yield Line(text=filling_texts.WORTH_A_LOOK, style="bold")
    for one in found:
        yield Line(text=filling_texts.advice(completion.label(question_at(one.path), draft.values), one.advice))
    yield Line(text=hint, style="italic")


def _rows(context: Context, found: Iterable[Finding]) -> Rows:
    if context.draft.status != "draft":
        may_change = reviews.allows(context.draft, "revise")
        return (
            *filled((button(context, filling_texts.CHANGE_AN_ANSWER, "change"),) if may_change else ()),
            (button(context, review_texts.STATUS, "look"), button(context, filling_texts.NEW_PRACTICE, "new")),
            (button(context, filling_texts.WORD_FORM, "form"), button(context, review_texts.SEEN, "seen")),
        )
    lacking = completion.lacking(context.values, context.problems)
    doubtful = dict.fromkeys(one.path for one in found)
    questions = lacking or tuple(map(question_at, doubtful))
    ask = tuple((button(context, completion.label(asked, context.values), "ask", asked.path),) for asked in questions)
    confirm = () if lacking else (button(context, filling_texts.SUBMIT, "submit"),)
    change = (button(context, filling_texts.CHANGE, "change"), button(context, filling_texts.OVERVIEW, "overview"))
    papers = (button(context, filling_texts.WORD_FORM, "form"), button(context, review_texts.SEEN, "seen"))
    return (*_offers(context), *ask, *filled(confirm, change), papers)


def submitted(context: Context) -> Screen:
    """Show the submission's reference, its status and what happens next."""
    draft = context.draft
    lines = (
        Line(text=review_texts.HEADINGS.get(draft.status, filling_texts.SUBMITTED), style="bold"),
        Line(text=filling_texts.submitted(practice.title(draft), draft.reference or "")),
        Line(text=""),
        *(Line(text=sentence) for sentence in _status(context)),
        Line(text=filling_texts.ANOTHER_PRACTICE),
    )
    return Screen(pages=(lines,), rows=in_rows(_buttons(context)))


def _status(context: Context) -> Iterator[str]:
    draft = context.draft
    match draft.status:
        case "changes_requested":
            yield review_texts.waits_for_you(len(reviews.asked(draft)))
        case "approved" if draft.decided_at:
            yield review_texts.is_approved(draft.decided_at, context.now)
        case "declined":
            yield review_texts.is_declined(draft.review.log[-1].words, context.repository.operator.contact)
        case "withdrawn":
            yield review_texts.IS_WITHDRAWN
        case _:
            yield filling_texts.WHAT_NEXT
    if draft.unsent and reviews.allows(draft, "revise"):
        yield review_texts.HAS_CHANGES


def _buttons(context: Context) -> Iterator[Button]:
    draft = context.draft
    yield button(context, filling_texts.SUMMARY, "summary")
    yield button(context, filling_texts.NEW_PRACTICE, "new")
    if draft.reference is not None:
        yield copy_button(COPY_REFERENCE, draft.reference)
    if reviews.may_revise(draft):
        yield button(context, review_texts.TO_REVISION, "revising")
    if reviews.allows(draft, "revise"):
        yield button(context, filling_texts.CHANGE_AN_ANSWER, "change")
    if reviews.allows(draft, "withdraw"):
        yield button(context, review_texts.WITHDRAW, "withdraw")
    if reviews.allows(draft, "hand in again") and not draft.unsent:
        yield button(context, review_texts.HAND_IN_AGAIN, "again")
    yield button(context, review_texts.SEEN, "seen")
