"""What each button does, by the action that it carries; whether it may is not asked here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from conversations.dialogue import reviews
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.events import Submitted as WasSubmitted
from conversations.dialogue.inputs import Press
from conversations.dialogue.replies import WordForm
from conversations.dialogue.reviews import made
from conversations.dialogue.state import Collecting, Onward, Overview, Submitted, Summary, ToRevising, ToSummary
from conversations.engine import texts as engine_texts
from conversations.fields import Several
from conversations.filling import answering, attachments, flow, landing, navigation, request, storing, undo
from conversations.filling import texts as filling_texts
from conversations.form import texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import moved_up, without
from conversations.form.template import in_use
from conversations.privacy import consent, erasure
from conversations.reminders import reminding
from conversations.review import author, enquiries

if TYPE_CHECKING:
    from conversations.fields import Understood


Action = Callable[[Context, Press], None]


def _pick(context: Context, press: Press) -> None:
    asked = question_at(press.about)
    labels = (*asked.kind.choices, *asked.kind.shortcuts)
    reading = asked.kind.read(labels[press.index or 0], context.reading_context(context.draft))
    answering.take(context, asked, cast("Understood[object]", reading).value, "chosen")  # its own label is understood


def _add(context: Context, press: Press) -> None:
    asked, kind, chosen = _several(context, press)
    label = kind.choices[press.index or 0]
    if kind.exactly is not None and len(chosen) >= kind.exactly:
        _stay_and_say(context, kind.too_many(chosen))
        return
    answering.choose(context, asked, kind.ordered((*chosen, label)))
    if len(chosen) + 1 == kind.exactly:
        answering.finish(context, asked, kind.ordered((*chosen, label)))


def _all(context: Context, _: Press) -> None:
    """Show a long list whole: what was shown of it so far stays good."""
    context.stay(answering.open_question(context).model_copy(update={"whole": True}))


def _drop(context: Context, press: Press) -> None:
    asked, kind, chosen = _several(context, press)
    label = kind.choices[press.index or 0]
    answering.choose(context, asked, tuple(other for other in chosen if other != label))


def _several(context: Context, press: Press) -> tuple[Asked, Several, tuple[str, ...]]:
    asked = question_at(press.about)
    if not isinstance(asked.kind, Several):
        message = f"{press.about} takes one choice"
        raise TypeError(message)
    stored = context.values.get(asked.path)
    return asked, asked.kind, tuple(map(str, stored)) if isinstance(stored, list) else ()


def _done(context: Context, press: Press) -> None:
    if isinstance(context.state, Collecting):
        answering.finish_parts(context)
        if context.draft.files(press.about) and press.about not in context.problems:
            attachments.leave(context, question_at(press.about))
        return
    if context.draft.files(press.about):
        attachments.finish(context, question_at(press.about))
        return
    asked, kind, chosen = _several(context, press)
    problem = kind.problem(chosen)
    if problem is None:
        answering.finish(context, asked, chosen)
    else:
        _stay_and_say(context, problem)


def _stay_and_say(context: Context, problem: str) -> None:
    context.say(problem)
    context.toast = texts.shortened(problem, 200)


def _take(context: Context, press: Press) -> None:
    asked, state = question_at(press.about), answering.open_question(context)
    offered = state.offers[press.index or 0]
    if offered.does == "consult":
        enquiries.ask(context, asked, offered.parts)
        context.go(state.model_copy(update={"offers": answering.later(context, asked)}))
    elif offered.does == "later":
        answering.leave_open(context, asked)
    elif offered.does == "apart":
        answering.one_at_a_time(context)
    else:
        answering.accept(context, asked, offered)


def _example(context: Context, press: Press) -> None:
    context.say(engine_texts.example(question_at(press.about).question.example))


def _unrepeat(context: Context, press: Press) -> None:
    """Take away a repetition with its answers; the history keeps them."""
    asked = question_at(press.about)
    return_to = answering.open_question(context).return_to
    item, draft = asked.item or 0, context.draft
    filed = {
        message: moved
        for message, path in draft.filed.items()
        if (moved := moved_up(asked.section, item, path)) is not None
    }
    storing.tell_cleared(context, [path for path in draft.answers if moved_up(asked.section, item, path) is None])
    changes = {"answers": without(asked.section, item, draft.answers), "filed": filed}
    context.keep(reviews.taken_away(draft.model_copy(update=changes), asked.section, item))
    context.say(filling_texts.REMOVED)
    if isinstance(return_to, Onward):
        flow.after_removal(context, asked)
    else:
        flow.lead_back(context, return_to)


def _submit(context: Context, _: Press) -> None:
    draft = context.draft.model_copy(update={"submitted_at": context.now})
    context.keep(author.versioned(made(draft, "hand in", context.now, None), context.now))
    context.happened(WasSubmitted(draft=draft.number))
    context.go(Submitted())
    context.silent = True  # the reference comes next, and with it the answer


def _open(context: Context, press: Press) -> None:
    navigation.open_section(context, in_use().by_key[press.about])


def _ask(context: Context, press: Press) -> None:
    navigation.open_question(context, question_at(press.about), navigation.came_from(context))


def _more(context: Context, press: Press) -> None:
    flow.another(context, in_use().by_key[press.about], flow.then_of_section(context))


def _enough(context: Context, press: Press) -> None:
    flow.enough(context, in_use().by_key[press.about], flow.then_of_section(context))


def _new(context: Context, _: Press) -> None:
    navigation.begin(context)


def _draft(context: Context, press: Press) -> None:
    navigation.hold(context, press.index)


def _change(context: Context, _: Press) -> None:
    """Lead to the sections; after submission what is changed is a proposed revision."""
    answering.settle_parts(context)
    context.go(Overview(return_to=ToSummary() if context.draft.status == "draft" else ToRevising(), changing=True))


def _summary(context: Context, _: Press) -> None:
    answering.settle_parts(context)
    context.go(Summary())


def _overview(context: Context, _: Press) -> None:
    answering.settle_parts(context)
    navigation.overview(context)


def _form(context: Context, _: Press) -> None:
    """Send the Word form by itself: what is shown stays as it is."""
    draft = context.draft
    context.enclose(WordForm(draft=draft.number), dialogue_texts.form_caption(draft.reference))
    context.silent = True


def _back(context: Context, _: Press) -> None:
    answering.settle_parts(context)
    navigation.back(context)


ACTIONS: dict[str, Action] = {
    "pick": _pick,
    "add": _add,
    "drop": _drop,
    "done": _done,
    "take": _take,
    "example": _example,
    "unrepeat": _unrepeat,
    "submit": _submit,
    "open": _open,
    "ask": _ask,
    "more": _more,
    "enough": _enough,
    "draft": _draft,
    "new": _new,
    "change": _change,
    "summary": _summary,
    "overview": _overview,
    "back": _back,
    "all": _all,
    "rest": lambda context, press: answering.skip_rest(context, question_at(press.about)),
    "skip": lambda context, press: answering.skip(context, question_at(press.about)),
    "form": _form,
    "questions": lambda context, _: consent.see_questions(context),
    "blank": lambda context, _: consent.send_form(context),
    "keep": lambda context, press: answering.keep(context, question_at(press.about)),
    "detach": lambda context, press: attachments.detach(context, question_at(press.about), press.index or 0),
    "remove": lambda context, press: answering.take_away(context, question_at(press.about)),
    "seen": author.list_readers,
    "look": author.open_submission,
    "revising": author.open_comments,
    "fix": author.open_question,
    "reply": request.begin_reply,
    "replied": request.finish_reply,
    "revise": author.send,
    "discard": author.discard,
    "withdraw": author.ask_to_withdraw,
    "withdrawn": author.withdraw,
    "again": author.hand_in_again,
    "timing": reminding.ask,
    "remind": reminding.choose,
    "resume": reminding.resume,
    "stay": reminding.stay,
    "use": landing.use,
    "leave": landing.leave,
    "undo": undo.pressed,
    "delete": navigation.deleted,
    "forget": lambda context, _: erasure.forget(context),
    "remember": lambda context, _: erasure.keep(context),
    "unpublish": lambda context, press: erasure.take_along(context, press.index or 0, goes=True),
    "letstay": lambda context, press: erasure.take_along(context, press.index or 0, goes=False),
}
