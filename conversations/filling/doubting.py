"""Reply to a text that reads like a message to the bot."""

from conversations.dialogue.context import Context
from conversations.dialogue.parts import joined, words_alone
from conversations.dialogue.state import Offer, Part
from conversations.fields import NotUnderstood, OneOf, Several, Understood, YesNo
from conversations.fields.texts import quoted
from conversations.filling import elsewhere_texts, offers, storing
from conversations.filling.answering import open_question
from conversations.form import texts as form_texts
from conversations.form.asked import Asked
from conversations.languages import ENGLISH, speaking
from conversations.remarks.listening import Remark, said_at
from conversations.remarks.texts import IF_ANSWER


def doubt(context: Context, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> None:
    """Reply to a text that reads like a message to the bot, and offer it as the answer to the open question."""
    storing.file(context, context.draft, asked, parts)
    storing.note(context, context.draft, asked, parts)
    offered = _offers_to(context, asked, parts, remark)
    usable = any(one.does == "answer" for one in offered)
    # Later is the way on: "I don't know" is told nothing about years or lists.
    enough = any(one.does == "later" for one in offered) and not isinstance(asked.kind, YesNo)
    said, wrong = said_at(asked, remark, stands=offers.stands(context, asked)), _wrong_with(context, asked, parts)
    if not said and isinstance(asked.kind, OneOf | Several):
        said = elsewhere_texts.CHOOSE_OR_ASK
    # After a reply, nobody quotes a question back as a wrong address.
    enough = enough or (bool(said) and bool(wrong) and _says_what_it_is_not(context, asked, parts))
    skip = str(asked.question.skip)
    enough = enough or (bool(skip) and skip in said and skip in wrong)  # both say how to go on without an answer
    context.say(said, IF_ANSWER if usable else "" if enough else wrong)
    context.go(open_question(context).model_copy(update={"offers": offered}))


def _offers_to(context: Context, asked: Asked, parts: tuple[Part, ...], remark: Remark) -> tuple[Offer, ...]:
    whole = offers.with_earlier(context, asked, parts)
    reading = asked.kind.read(joined(whole), context.reading_context(context.draft)) if asked.kind.keeps_text else None
    offered: list[Offer] = []
    if isinstance(reading, Understood):
        offered.append(Offer(label=form_texts.USE, answers={asked.path: asked.dump(reading.value)}, parts=whole))
    if remark.leaves_open:
        offered += offers.later(context, asked)
    if remark.is_question:
        offered.append(offers.consult(parts))
    return tuple(offered)


def _wrong_with(context: Context, asked: Asked, parts: tuple[Part, ...]) -> str:
    reading_context = context.reading_context(context.draft)
    # A list is read by its kind alone: asked.read would offer the words to the next question.
    listed = bool(asked.kind.choices)
    reading = asked.kind.read(joined(parts), reading_context) if listed else storing.read(asked, parts, reading_context)
    return reading.problem if isinstance(reading, NotUnderstood) else ""


def _says_what_it_is_not(context: Context, asked: Asked, parts: tuple[Part, ...]) -> bool:
    with speaking(ENGLISH):  # each language has its own order of words
        quote = quoted(words_alone(parts))
        return _wrong_with(context, asked, parts).startswith((f"{quote} is not", f"{quote} are not"))
