"""The buttons under what was read in a Word form: use it, keep the file, or leave it."""

from collections.abc import Callable, Iterator

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Draft
from conversations.dialogue.events import Skipped
from conversations.dialogue.inputs import Attached, Chose, Given, Press, Wrote
from conversations.dialogue.model import stands
from conversations.dialogue.paper import HeldPaper, ReadAnswer
from conversations.dialogue.registry import REGISTRY, Action
from conversations.dialogue.state import Revising, ToRevising
from conversations.fields.plain import as_typed
from conversations.filling import answering, attachments, edits, flow, navigation, storing
from conversations.form import completion
from conversations.form.asked import Asked, asked_at
from conversations.languages import english
from conversations.papers import arriving, texts
from conversations.papers.telling import LABELS


def heard(context: Context, given: Given) -> bool:
    """Take a Word form, or a button under what was read in one; return whether it is one."""
    if isinstance(given, Attached) and arriving.concerns(context.conversation, given):
        arriving.arrived(context, given)
        return True
    if isinstance(given, Chose) and REGISTRY.action(given.press) in ACTIONS and given.press is not None:
        REGISTRY.do(given.press.action, context, given.press)
        return True
    return isinstance(given, Wrote) and _typed(context, given.text)


def _typed(context: Context, text: str) -> bool:
    """Carry out the button whose label was typed while a Word form waits."""
    held = context.conversation.paper
    said = as_typed(text)
    action = next(
        (action for label, action in LABELS.items() if said in {as_typed(english(label)), as_typed(str(label))}), None
    )
    if held is None or not held.shown or action is None:
        return False
    number = context.conversation.hand or 0
    REGISTRY.do(action, context, Press(draft=number, keyboard_version=0, about=str(held.message), action=action))
    return True


Use = Callable[[Context, HeldPaper, Press], bool]
"""Does something with a Word form; returns false if it waits on."""


def _on_held(use: Use) -> Callable[[Context, Press], None]:
    """Make the function of a button: it works once, on the Word form that waits."""

    def do(context: Context, press: Press) -> None:
        held = context.conversation.paper
        if held is None or str(held.message) != press.about or not stands(context.conversation.consent):
            context.note_on_button(texts.NOT_WAITING)
        elif use(context, held, press):
            context.hold_paper(None)

    return do


def _as_new(context: Context, held: HeldPaper, _: Press) -> bool:
    answering.settle_parts(context)
    if not navigation.begin(context):
        return False
    _fill(context, held)
    return True


def _fill_gaps(context: Context, held: HeldPaper, press: Press) -> bool:
    draft = _draft(context, press)
    if draft is None or not reviews.may_change(draft):
        context.note_on_button(texts.NOT_WAITING)
        return False
    answering.settle_parts(context)
    if context.conversation.hand != draft.number:
        navigation.hold(context, draft.number)
    _fill(context, held)
    return True


def _keep(context: Context, held: HeldPaper, press: Press) -> bool:
    draft, home = _draft(context, press), attachments.home()
    if draft is None or not reviews.may_change(draft) or not held.sha256:
        context.note_on_button(texts.NOT_WAITING)
        return False
    file = {"name": held.name, "size": held.size, "sha256": held.sha256}
    given = Attached.model_validate({"what": "document", "caption": "", "message": held.message, **file})
    attachments.arrived(context, draft, home, given)
    edits.propose(context, context.numbered(draft.number), home, draft)
    return True


def _leave(context: Context, _held: HeldPaper, _: Press) -> bool:
    context.say(texts.LEFT)
    return True


def _draft(context: Context, press: Press) -> Draft | None:
    return next((draft for draft in context.conversation.drafts if draft.number == press.draft), None)


def _fill(context: Context, held: HeldPaper) -> None:
    """Save what was surely read and has no answer yet, remember the doubtful texts, and ask what is left."""
    count, doubtful, before = 0, dict[str, str](), context.draft
    for asked, one in _in_order(held):
        if not _is_gap(before, asked, one) or not _applies(context, asked):
            continue
        if not one.sure:
            doubtful[asked.path] = one.text
        elif one.value is None:
            _leave_out(context, asked)
        elif storing.problem_with(context, context.draft, asked, asked.load(one.value)):
            doubtful[asked.path] = asked.show(one.value)
        else:
            given = storing.made(context, asked, asked.load(one.value), "imported")
            storing.store(context, context.draft, asked, given)
            count += 1
    _keep_doubtful(context, doubtful)
    is_draft = before.status == "draft"
    rest = [
        asked
        for asked in completion.applicable(context.values)
        if (completion.is_open(asked, context.values) if is_draft else asked.path in doubtful)
    ]
    context.say(texts.saved(count, len(rest)) if count or doubtful else texts.NO_GAPS)
    if is_draft:
        flow.resume(context)
    elif rest:
        context.ask(rest[0], ToRevising())
    elif count:
        context.go(Revising())


def _keep_doubtful(context: Context, doubtful: dict[str, str]) -> None:
    """Keep the texts that are to be checked; a question of them that was skipped is open again."""
    draft = context.draft
    answers = {path: answer for path, answer in draft.answers.items() if path not in doubtful}
    storing.tell_cleared(context, [path for path in draft.answers if path not in answers])
    context.keep(draft.model_copy(update={"answers": answers, "read_texts": draft.read_texts | doubtful}))


def _in_order(held: HeldPaper) -> Iterator[tuple[Asked, ReadAnswer]]:
    """Yield the answers that decide which questions apply before the others."""
    found = ((asked_at(one.question), one) for one in held.paper.answers)
    known = [(asked, one) for asked, one in found if asked is not None]
    yield from sorted(known, key=lambda pair: completion.may_not_apply(pair[0]))


def _is_gap(draft: Draft, asked: Asked, one: ReadAnswer) -> bool:
    """Say whether the draft had no answer here; its own meetings are not mixed with those of the form."""
    if asked.group is not None:
        return not any(path.startswith(f"{asked.section.key}.{asked.group}.") for path in draft.answers)
    if draft.files(asked.path):
        return False
    answer = draft.answers.get(asked.path)
    return answer is None or (answer.value is None and (one.value is not None or not one.sure))


def _applies(context: Context, asked: Asked) -> bool:
    return asked in completion.applicable_in(asked.section, context.values, asked.path) or not _is_decided(
        context, asked
    )


def _is_decided(context: Context, asked: Asked) -> bool:
    """Say whether the question on which this one depends has an answer."""
    first = completion.applicable_in(asked.section, {})[0]
    return not completion.is_open(first, context.values)


def _leave_out(context: Context, asked: Asked) -> None:
    nothing = Answer(value=None, source="imported", at=context.now)
    context.keep(context.draft.model_copy(update={"answers": context.draft.answers | {asked.path: nothing}}))
    context.happened(Skipped(draft=context.draft.number, question=asked.path))


ACTIONS = (
    Action("papernew", _on_held(_as_new), standing=True),
    Action("papergaps", _on_held(_fill_gaps), standing=True),
    Action("paperkeep", _on_held(_keep), standing=True),
    Action("paperleave", _on_held(_leave), standing=True),
)
