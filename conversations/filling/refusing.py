"""Refuse words at the open question: say why, offer them at another question, and say how to go on."""

from collections.abc import Sequence

from conversations.dialogue.context import Context
from conversations.dialogue.parts import joined
from conversations.dialogue.state import Asking, Offer, Part
from conversations.fields import Several
from conversations.fields.yes_no import says_merely
from conversations.filling import elsewhere_texts, neighbours, offers, storing, texts
from conversations.form.asked import Asked
from conversations.remarks.listening import said_anywhere

_MOST = 2
"""So many times in a row the bot says why; then it says only how to go on."""


def refuse(context: Context, asked: Asked, parts: Sequence[Part], problem: str) -> None:
    """Say why the messages are not an answer; their words go into the history."""
    context.say(problem)
    storing.note(context, context.draft, asked, parts)


def turn_down(  # noqa: PLR0913, PLR0917 - what is refused and where, why, and what is offered instead
    context: Context,
    open_: Asking,
    asked: Asked,
    parts: tuple[Part, ...],
    problem: str = "",
    offered: tuple[Offer, ...] = (),
) -> None:
    """Refuse messages at the open question.

    Where nothing is ``offered`` as the answer, and at no question for a text, offer them at the question that they
    probably answer; from the second time in a row on, say how to go on.
    """
    if open_.offers and not asked.kind.keeps_text and says_merely(joined(parts)) is not None:
        refuse(context, asked, parts, elsewhere_texts.WHICH)  # the yes or no is about several buttons
        context.go(open_)
        return
    helps = not asked.kind.keeps_text and all(one.stays for one in offered)
    refused = open_.refused + helps
    refuse(context, asked, parts, problem if not helps or refused <= _MOST else "")
    near = (*offered, *neighbours.offered(context, asked, parts, offered)) if helps else offered
    context.say(*offers.said_of(context, near if helps else ()))
    following = neighbours.comes_next(context, asked, parts) if helps and not near else ""
    context.say(elsewhere_texts.comes_next(following) if following else "")
    if helps and refused >= _MOST:
        context.say(_ways_on(context, asked))
        near = (*near, *offers.later(context, asked), *((offers.consult(parts),) if parts else ()))
    changed = open_.model_copy(update={"offers": near, "refused": refused})
    if changed.offers:
        context.go(changed)
    else:
        context.stay(changed)


def undecided(context: Context, open_: Asking, asked: Asked, part: Part) -> None:
    """Keep Replace and Keep the earlier text for the text that waits."""
    context.say(said_anywhere(part.words) or "")
    refuse(context, asked, (part,), elsewhere_texts.REPLACE_OR_KEEP)
    context.go(open_)


def _ways_on(context: Context, asked: Asked) -> str:
    choose = elsewhere_texts.CHOOSE if asked.kind.choices else elsewhere_texts.send_alone(asked.question.example)
    if offers.stands(context, asked):
        button: str = texts.DONE if isinstance(asked.kind, Several) else texts.KEEP
        return elsewhere_texts.ways_on(choose, elsewhere_texts.keeps_answer(button))
    button = texts.LATER if asked.question.required else asked.question.skip
    return elsewhere_texts.ways_on(choose, elsewhere_texts.without_answer(button))
