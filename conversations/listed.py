"""Late choices: add them to the list that was just left, or ask where that is in doubt."""

from conversations import answering, sidesteps, storing, wording
from conversations.asked import Asked, question_at
from conversations.fields import Several
from conversations.meaning import LateChoice
from conversations.messages import Refused
from conversations.place import Asking, Offer, Part
from conversations.talk import Talk


def chosen_late(talk: Talk, late: LateChoice, part: Part) -> None:
    """Add the choices to their list, say which there are now, and stay at the question that is open."""
    asked, draft = late.asked, talk.draft
    before = storing.texts(draft.values.get(asked.path))
    fresh = tuple(label for label in late.labels if label not in before)
    both = late.labels if late.instead else late.kind.ordered((*before, *fresh))
    too_many = late.kind.exactly is not None and len(both) > late.kind.exactly
    storing.file(talk, draft, asked, (part,))
    title = asked.question.title
    if fresh and not too_many and not late.fits:
        answer = draft.answers.get(asked.path)
        parts = (*(answer.parts if answer and not late.instead else ()), part)
        notes = storing.store(talk, talk.draft, asked, storing.made(talk, asked, both, "typed", parts))
        replaced = wording.saved_for(title, late.kind.saved(both))
        talk.say(replaced if late.instead else wording.added_to_list(title, fresh, both), *notes)
        if isinstance(talk.place, Asking):
            talk.go(talk.place.model_copy(update={"offers": ()}))
        return
    talk.happened(Refused(draft=draft.number, question=asked.path, text=part.text, messages=(part.message,)))
    offers = _places(late, before, fresh, both) if fresh else ()
    if fresh:
        two = wording.choice_of_two_lists(title, fresh) if late.fits else ""
        talk.say(two, wording.list_is_full(title, before, offered=bool(offers)) if too_many else "")
    else:
        talk.say(wording.chosen_already(title, before))
    _offer(talk, late, part, offers)


def _offer(talk: Talk, late: LateChoice, part: Part, offers: tuple[Offer, ...]) -> None:
    """Offer the words as the answer to the open question, where they can be that, and the changes of the list."""
    if not isinstance(talk.place, Asking) and offers:
        talk.ask(late.asked, sidesteps.came_from(talk))
    place = talk.place
    if not isinstance(place, Asking):
        return
    here = question_at(place.question)
    may_be_own = late.fits or (here.kind.keeps_text and not late.reply)
    own = answering.offers_of(talk, here, (part,)) if may_be_own else ()
    stays = here != late.asked
    changes = tuple(offer.model_copy(update={"stays": stays}) for offer in offers)
    talk.go(place.model_copy(update={"offers": (*own, *changes)}))


def instead(talk: Talk, asked: Asked, kind: Several, label: str) -> tuple[Offer, ...]:
    """Say that a list is full, and offer a choice in the place of each that it has."""
    before = storing.texts(talk.draft.values.get(asked.path))
    talk.say(wording.list_is_full(asked.question.title, before, offered=True))
    return _places(LateChoice(asked, kind, (label,)), before, (label,), kind.ordered((*before, label)))


def _places(
    late: LateChoice, before: tuple[str, ...], fresh: tuple[str, ...], both: tuple[str, ...]
) -> tuple[Offer, ...]:
    """Offer what would change the list: one more, one for each that it could replace, or all of them instead."""
    path, kind = late.asked.path, late.kind
    if kind.exactly is None or len(both) <= kind.exactly:
        return (Offer(label=wording.add_to_list(late.asked.question.title), answers={path: list(both)}),)
    if len(late.labels) == kind.exactly:
        return (Offer(label=wording.take_instead(late.labels), answers={path: list(late.labels)}),)
    if len(fresh) > 1:
        return ()
    kept = [(old, tuple(other for other in before if other != old)) for old in before]
    return tuple(
        Offer(label=wording.exchange(old), answers={path: list(kind.ordered((*rest, *fresh)))}) for old, rest in kept
    )
