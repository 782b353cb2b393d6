"""The buttons of the form: what each does. Whether it may be pressed is decided in ``engine/pressing.py``."""

from typing import cast

from conversations.dialogue import reviews
from conversations.dialogue import texts as dialogue_texts
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.registry import REGISTRY, Action
from conversations.dialogue.replies import WordForm
from conversations.dialogue.state import (
    Asking,
    Collecting,
    Offer,
    Onward,
    Opened,
    Overview,
    Repeating,
    Summary,
    ToRevising,
    ToSummary,
)
from conversations.fields import Several, Understood
from conversations.filling import (
    accepting,
    answering,
    attachments,
    elsewhere_texts,
    flow,
    landing,
    navigation,
    offers,
    old_buttons,
    request,
    storing,
    without_question,
)
from conversations.filling import texts as filling_texts
from conversations.form import texts
from conversations.form.asked import Asked, question_at
from conversations.form.questions import moved_up, without
from conversations.form.template import in_use
from conversations.languages import ENGLISH, speaking


def _pick(context: Context, press: Press) -> None:
    asked = question_at(press.about)
    labels = (*asked.kind.choices, *asked.kind.shortcuts)
    with speaking(ENGLISH):  # as the labels of a kind are
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
    """Show all of a long list; the buttons shown so far still work."""
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
        left = answering.open_question(context).offers
        answering.finish(context, asked, chosen)
        _offer_next(context, left)
    else:
        _stay_and_say(context, problem)
        answering.offer_later(context, asked)


def _offer_next(context: Context, left: tuple[Offer, ...]) -> None:
    """Offer words that the list does not have, and that nobody pressed, at the next question."""
    state = context.state
    here = state.question if isinstance(state, Asking) else ""
    words = next((one for one in left if isinstance(one.answers.get(here), str)), None)
    if words and isinstance(state, Asking):
        offer = words.model_copy(update={"answers": {here: words.answers[here]}, "stays": False})
        context.stay(state.model_copy(update={"offers": (offer,)}))
        context.say(elsewhere_texts.rest(str(words.answers[here])))


def _stay_and_say(context: Context, problem: str) -> None:
    context.say(problem)
    context.toast = texts.shortened(str(problem), 200)


def _take(context: Context, press: Press) -> None:
    if isinstance(context.state, Opened | Repeating | Summary):
        without_question.take(context, context.state, press)
        return
    asked, state = question_at(press.about), answering.open_question(context)
    offered = state.offers[press.index or 0]
    if offered.does == "consult":
        REGISTRY.do("consult", context, press)  # the review has it, which this package must not import
        context.go(state.model_copy(update={"offers": offers.later(context, asked)}))
    elif offered.does == "later":
        answering.leave_open(context, asked)
    elif offered.does == "apart":
        accepting.one_at_a_time(context)
    else:
        accepting.accept(context, asked, offered)


def _example(context: Context, press: Press) -> None:
    context.say(filling_texts.example(question_at(press.about).question.example))


def _unrepeat(context: Context, press: Press) -> None:
    """Remove a repetition with its answers; they stay in the history."""
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
    """Show the sections; after submission, changes are a proposed revision."""
    answering.settle_parts(context)
    context.go(Overview(return_to=ToSummary() if context.draft.status == "draft" else ToRevising(), changing=True))


def _summary(context: Context, _: Press) -> None:
    answering.settle_parts(context)
    context.go(Summary())


def _overview(context: Context, _: Press) -> None:
    answering.settle_parts(context)
    navigation.overview(context)


def _detach(context: Context, press: Press) -> None:
    attachments.detach(context, question_at(press.about), press.index or 0)


def _form(context: Context, _: Press) -> None:
    """Send only the Word form; what is shown stays."""
    draft = context.draft
    context.enclose(WordForm(draft=draft.number), dialogue_texts.form_caption(draft.reference))
    context.silent = True


def _copy(context: Context, _: Press) -> None:
    """Say how to copy: only an app or a Bot API server that cannot copy by a button sends the press."""
    context.toast = dialogue_texts.COPY_BY_HAND
    context.say(context.toast)


def _back(context: Context, _: Press) -> None:
    answering.settle_parts(context)
    navigation.back(context)


def by_number(press: Press, _label: str) -> tuple[str, ...]:
    """Let a button be typed as the number that it carries."""
    return (str(press.index),)


def by_section(press: Press, label: str) -> tuple[str, ...]:
    """Let the button of a section be typed as its number or its title."""
    section = in_use().by_key.get(press.about)
    if section is None or str(section.title).casefold() not in label:
        return ()
    return (str(in_use().number(section)), *(title.casefold() for title in section.titles()))


def _by_draft(press: Press, label: str) -> tuple[str, ...]:
    return (str(press.index), label.partition(" · ")[2])


ACTIONS = (
    # answers
    Action("pick", _pick, stands_for_an_answer=True, if_old=old_buttons.picked),
    Action("add", _add, stands_for_an_answer=True, if_old=old_buttons.ticked, redraws="in place"),
    Action("drop", _drop, stands_for_an_answer=True, if_old=old_buttons.ticked, redraws="in place"),
    Action("done", _done, if_old=old_buttons.done_already, redraws="in place"),
    Action("take", _take),
    Action("keep", lambda context, press: answering.keep(context, question_at(press.about))),
    Action("remove", lambda context, press: answering.take_away(context, question_at(press.about))),
    Action(
        "skip", lambda context, press: answering.skip(context, question_at(press.about)), if_old=old_buttons.skipped
    ),
    Action("rest", lambda context, press: answering.skip_rest(context, question_at(press.about))),
    Action("more", _more, yes_or_no=True, if_old=old_buttons.one_more),
    Action("enough", _enough, yes_or_no=False),
    Action("unrepeat", _unrepeat, style="danger"),
    Action("detach", _detach, redraws="in place", style="danger"),
    Action("use", landing.use, standing=True),
    Action("leave", landing.leave, standing=True),
    # what helps to answer
    Action("all", _all, redraws="always"),
    Action("example", _example, redraws="in place"),
    Action("form", _form, only_shows=True),
    Action("copy", _copy, works=lambda *_: True, before_consent=True),
    # from one page to another
    Action("open", _open, if_old=old_buttons.leads, typed_as=by_section),
    Action("ask", _ask, if_old=old_buttons.leads),
    Action("back", _back),
    Action("overview", _overview, only_shows=True),
    Action("summary", _summary, only_shows=True),
    Action("change", _change, only_shows=True),
    Action("draft", _draft, if_old=old_buttons.practice, typed_as=_by_draft),
    Action("new", _new, if_old=old_buttons.practice),
    Action("delete", navigation.deleted, style="danger"),
    # replies to a coordinator
    Action("reply", request.begin_reply),
    Action("replied", request.finish_reply),
)
