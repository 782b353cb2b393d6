"""Show what was read in a Word form, section by section, with the buttons for it."""

from collections.abc import Iterator, Mapping

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Lines, Rows, pack
from conversations.dialogue.model import stands
from conversations.dialogue.paper import HeldPaper, ReadAnswer
from conversations.dialogue.replies import Button, Line, Reply
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.form.questions import Section
from conversations.form.template import in_use
from conversations.languages import in_language
from conversations.papers import texts

LABELS = {
    texts.AS_NEW: "papernew",
    texts.FILL_GAPS: "papergaps",
    texts.KEEP: "paperkeep",
    texts.LEAVE: "paperleave",
}
"""The actions of the buttons, by label."""

_MOST_LEFT = 10
"""How many of the texts under no title are quoted."""


def tell(context: Context) -> None:
    """Show what was read in a Word form that has not been shown yet, in messages of its own."""
    held = context.conversation.paper
    if held is None or held.shown or not stands(context.conversation.consent):
        return
    said = tuple(one if isinstance(one, Line) else Line(text=one) for one in context.said)
    *first, last = pack((*((said,) if said else ()), *_blocks(held, _in_hand(context))))
    for page in first:
        context.tell(Reply(lines=page))
    context.tell(Reply(lines=last, rows=_rows(held, _in_hand(context))))
    context.hold_paper(held.model_copy(update={"shown": True}))
    context.silent = True


def _in_hand(context: Context) -> Draft | None:
    number = context.conversation.hand
    return next((draft for draft in context.conversation.drafts if draft.number == number), None)


def _blocks(held: HeldPaper, draft: Draft | None) -> Iterator[Lines]:
    read = {one.question: one for one in held.paper.answers}
    values = {path: one.value for path, one in read.items() if one.sure}
    missing = [asked for asked in completion.missing(values) if asked.path not in read]
    doubtful = [one for one in read.values() if not one.sure]
    given = sum(value is not None for value in values.values())
    figures = texts.figures(given, len(doubtful), len(missing))
    yield (Line(text=texts.heading(held.name), style="bold"), Line(text=figures))
    for section in in_use().sections:
        lines = tuple(_lines(section, read, values))
        if lines:
            yield (Line(text=texts.section(in_use().number(section), in_language(section.title)), style="bold"), *lines)
    if held.paper.left:
        quoted = (Line(text=texts.left_over(one)) for one in held.paper.left[:_MOST_LEFT])
        yield (Line(text=texts.LEFT_OVER, style="bold"), *quoted)
    hint = f"{texts.buttons_hint()} {texts.gaps_hint()}" if _has_gaps(draft) else texts.buttons_hint()
    yield (Line(text=hint, style="italic"),)


def _lines(section: type[Section], read: Mapping[str, ReadAnswer], values: completion.Values) -> Iterator[Line]:
    """Write a line for each question of a section that was read or is missing."""
    every = [*completion.applicable_in(section, values)]
    others = (asked_at(path) for path in read if path.startswith(f"{section.key}."))
    every += [asked for asked in others if asked is not None and asked not in every]
    for asked in every:
        title = "" if len(every) == 1 else completion.label(asked, values)
        one = read.get(asked.path)
        if one is not None:
            yield Line(text=_shown(asked, title, one))
        elif asked.question.required:
            yield Line(text=texts.missing(title), style="italic")


def _shown(asked: Asked, title: str, one: ReadAnswer) -> str:
    if not one.sure:
        return texts.to_check(title, one.text)
    return texts.answer(title, completion.left_out(asked) if one.value is None else asked.show(one.value))


def _has_gaps(draft: Draft | None) -> bool:
    return draft is not None and reviews.may_change(draft)


def _rows(held: HeldPaper, draft: Draft | None) -> Rows:
    left_out = set()
    if not _has_gaps(draft):
        left_out.add(texts.FILL_GAPS)
    if draft is None or not held.sha256 or not reviews.may_change(draft):
        left_out.add(texts.KEEP)
    number = draft.number if draft is not None else 0
    return tuple((_button(held, label, action, number),) for label, action in LABELS.items() if label not in left_out)


def _button(held: HeldPaper, label: str, action: str, number: int) -> Button:
    """Make a button that works in every state; the message of the form is its number."""
    return Button(label=label, press=Press(draft=number, keyboard_version=0, about=str(held.message), action=action))
