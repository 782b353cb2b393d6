"""What each button does, by the action that it carries; whether it may is not asked here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from conversations import answering, attaching, drafts, landing, moving, preview, sidesteps, storing, undoing, wording
from conversations.asked import Asked, question_at
from conversations.clocks import reminding
from conversations.fields import Several
from conversations.forgetting import asking
from conversations.messages import Press, WordForm
from conversations.messages import Submitted as WasSubmitted
from conversations.place import Collecting, Onward, Overview, Submitted, Summary, ToRevising, ToSummary
from conversations.repeats import moved_up, without
from conversations.review import asked_for, authoring, enquiries, replying
from conversations.review.dossiers import made
from conversations.talk import Talk
from conversations.template import in_use

if TYPE_CHECKING:
    from conversations.fields import Understood


Action = Callable[[Talk, Press], None]


def _pick(talk: Talk, press: Press) -> None:
    asked = question_at(press.about)
    labels = (*asked.kind.choices, *asked.kind.shortcuts)
    reading = asked.kind.read(labels[press.index or 0], talk.context(talk.draft))
    answering.take(talk, asked, cast("Understood[object]", reading).value, "chosen")  # its own label is understood


def _add(talk: Talk, press: Press) -> None:
    asked, kind, chosen = _several(talk, press)
    label = kind.choices[press.index or 0]
    if kind.exactly is not None and len(chosen) >= kind.exactly:
        _stay_and_say(talk, kind.too_many(chosen))
        return
    answering.choose(talk, asked, kind.ordered((*chosen, label)))
    if len(chosen) + 1 == kind.exactly:
        answering.finish(talk, asked, kind.ordered((*chosen, label)))


def _all(talk: Talk, _: Press) -> None:
    """Show a long list whole: what was shown of it so far stays good."""
    talk.stay(answering.open_question(talk).model_copy(update={"whole": True}))


def _drop(talk: Talk, press: Press) -> None:
    asked, kind, chosen = _several(talk, press)
    label = kind.choices[press.index or 0]
    answering.choose(talk, asked, tuple(other for other in chosen if other != label))


def _several(talk: Talk, press: Press) -> tuple[Asked, Several, tuple[str, ...]]:
    asked = question_at(press.about)
    if not isinstance(asked.kind, Several):
        message = f"{press.about} takes one choice"
        raise TypeError(message)
    stored = talk.values.get(asked.path)
    return asked, asked.kind, tuple(map(str, stored)) if isinstance(stored, list) else ()


def _done(talk: Talk, press: Press) -> None:
    if isinstance(talk.place, Collecting):
        answering.finish_parts(talk)
        if talk.draft.files(press.about) and press.about not in talk.problems:
            attaching.leave(talk, question_at(press.about))
        return
    if talk.draft.files(press.about):
        attaching.finish(talk, question_at(press.about))
        return
    asked, kind, chosen = _several(talk, press)
    problem = kind.problem(chosen)
    if problem is None:
        answering.finish(talk, asked, chosen)
    else:
        _stay_and_say(talk, problem)


def _stay_and_say(talk: Talk, problem: str) -> None:
    talk.say(problem)
    talk.toast = wording.shortened(problem, 200)


def _take(talk: Talk, press: Press) -> None:
    asked, place = question_at(press.about), answering.open_question(talk)
    offered = place.offers[press.index or 0]
    if offered.does == "consult":
        enquiries.ask(talk, asked, offered.parts)
        talk.go(place.model_copy(update={"offers": answering.later(talk, asked)}))
    elif offered.does == "later":
        answering.leave_open(talk, asked)
    elif offered.does == "apart":
        answering.one_at_a_time(talk)
    else:
        answering.accept(talk, asked, offered)


def _example(talk: Talk, press: Press) -> None:
    talk.say(wording.example(question_at(press.about).question.example))


def _unrepeat(talk: Talk, press: Press) -> None:
    """Take away a repetition with its answers; the history keeps them."""
    asked = question_at(press.about)
    then = answering.open_question(talk).then
    item, draft = asked.item or 0, talk.draft
    filed = {
        message: moved
        for message, path in draft.filed.items()
        if (moved := moved_up(asked.section, item, path)) is not None
    }
    storing.tell_cleared(talk, [path for path in draft.answers if moved_up(asked.section, item, path) is None])
    changes = {"answers": without(asked.section, item, draft.answers), "filed": filed}
    talk.keep(asked_for.taken_away(draft.model_copy(update=changes), asked.section, item))
    talk.say(wording.REMOVED)
    if isinstance(then, Onward):
        moving.after_removal(talk, asked)
    else:
        moving.return_to(talk, then)


def _submit(talk: Talk, _: Press) -> None:
    draft = talk.draft.model_copy(update={"submitted_at": talk.now})
    talk.keep(authoring.versioned(made(draft, "hand in", talk.now, None), talk.now))
    talk.happened(WasSubmitted(draft=draft.number))
    talk.go(Submitted())
    talk.silent = True  # the reference comes next, and with it the answer


def _open(talk: Talk, press: Press) -> None:
    sidesteps.open_section(talk, in_use().by_key[press.about])


def _ask(talk: Talk, press: Press) -> None:
    sidesteps.open_question(talk, question_at(press.about), sidesteps.came_from(talk))


def _more(talk: Talk, press: Press) -> None:
    moving.another(talk, in_use().by_key[press.about], moving.then_of_section(talk))


def _enough(talk: Talk, press: Press) -> None:
    moving.enough(talk, in_use().by_key[press.about], moving.then_of_section(talk))


def _new(talk: Talk, _: Press) -> None:
    drafts.begin(talk)


def _draft(talk: Talk, press: Press) -> None:
    drafts.hold(talk, press.index)


def _change(talk: Talk, _: Press) -> None:
    """Lead to the sections; after submission what is changed is a proposed revision."""
    answering.settle_parts(talk)
    talk.go(Overview(then=ToSummary() if talk.draft.status == "draft" else ToRevising(), changing=True))


def _summary(talk: Talk, _: Press) -> None:
    answering.settle_parts(talk)
    talk.go(Summary())


def _overview(talk: Talk, _: Press) -> None:
    answering.settle_parts(talk)
    sidesteps.overview(talk)


def _form(talk: Talk, _: Press) -> None:
    """Send the Word form by itself: what is shown stays as it is."""
    draft = talk.draft
    talk.enclose(WordForm(draft=draft.number), wording.form_caption(draft.reference))
    talk.silent = True


def _back(talk: Talk, _: Press) -> None:
    answering.settle_parts(talk)
    sidesteps.back(talk)


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
    "rest": lambda talk, press: answering.skip_rest(talk, question_at(press.about)),
    "skip": lambda talk, press: answering.skip(talk, question_at(press.about)),
    "form": _form,
    "questions": lambda talk, _: preview.see_questions(talk),
    "blank": lambda talk, _: preview.send_form(talk),
    "keep": lambda talk, press: answering.keep(talk, question_at(press.about)),
    "detach": lambda talk, press: attaching.detach(talk, question_at(press.about), press.index or 0),
    "remove": lambda talk, press: answering.take_away(talk, question_at(press.about)),
    "seen": authoring.seen,
    "look": authoring.look,
    "revising": authoring.open_,
    "fix": authoring.fix,
    "reply": replying.begin_reply,
    "replied": replying.finish_reply,
    "revise": authoring.send,
    "discard": authoring.discard,
    "withdraw": authoring.ask_to_withdraw,
    "withdrawn": authoring.withdraw,
    "again": authoring.hand_in_again,
    "timing": reminding.ask,
    "remind": reminding.choose,
    "resume": reminding.resume,
    "stay": reminding.stay,
    "use": landing.use,
    "leave": landing.leave,
    "undo": undoing.pressed,
    "delete": drafts.deleted,
    "forget": lambda talk, _: asking.forget(talk),
    "remember": lambda talk, _: asking.keep(talk),
    "unpublish": lambda talk, press: asking.take_along(talk, press.index or 0, goes=True),
    "letstay": lambda talk, press: asking.take_along(talk, press.index or 0, goes=False),
}
