"""What authors ask the coordinators, and the replies: each goes to the other side at once, and is kept with the draft.

A letter's button carries the number of the enquiry, so that a Telegram reply to the letter is known as one to it.
"""

from conversations import form
from conversations.asked import Asked, asked_at
from conversations.conversation import Draft
from conversations.messages import Enquired, Line, Press, Reply
from conversations.parts import joined
from conversations.place import Part
from conversations.review import telling
from conversations.review.desk import Dossier
from conversations.review.dossiers import heading, name, with_review
from conversations.review.record import Enquiry, Said
from conversations.review.wording import at_desk, in_letters, to_author
from conversations.talk import Talk
from conversations.wording import NO_COORDINATOR, SENT_TO_COORDINATORS, too_many_asked

MOST = 20
"""Questions that an author can ask about one practice: each is a message to every coordinator."""

MOST_SAID = 50
"""Words of both sides about one of them."""


def ask(talk: Talk, asked: Asked, parts: tuple[Part, ...]) -> None:
    """Keep a question with the draft, and send it to those who review."""
    draft = talk.draft
    if len(draft.review.enquiries) >= MOST:
        talk.say(too_many_asked(MOST, talk.desk.house.contact))
        return
    enquiry = Enquiry(number=len(draft.review.enquiries) + 1, question=asked.path, said=())
    _say(talk, draft, enquiry, Part(message=parts[-1].message, text=joined(parts)))


def ask_again(talk: Talk, draft: Draft, number: int, part: Part) -> None:
    """Take the author's reply to a coordinator's reply; the person stays where they are."""
    enquiry = draft.review.enquiry(number)
    if enquiry is None or len(enquiry.said) >= MOST_SAID:
        talk.say(to_author.ENQUIRY_CLOSED)
        return
    _say(talk, draft, enquiry, part)


def _say(talk: Talk, draft: Draft, enquiry: Enquiry, part: Part) -> None:
    """Keep the author's words, and send them to all who review but the author."""
    me = talk.desk.me
    said = Said(text=part.text, message=part.message, at=talk.now)
    asked = enquiry.model_copy(update={"said": (*enquiry.said, said)})
    talk.keep(_with(draft, asked))
    talk.happened(_event(draft, asked, me.user, part.text))
    number = talk.desk.number_of(draft.number)
    coordinators = [one for one in talk.desk.readers() if one.user != me.user] if number is not None else []
    for one in coordinators:
        dossier = Dossier(number or 0, me.user, draft)
        talk.write_to(one.user, telling.enquiry(dossier, heading(draft), _question(draft, asked), asked))
    talk.say(SENT_TO_COORDINATORS if coordinators else NO_COORDINATOR)


def replied(talk: Talk, dossier: Dossier, press: Press, part: Part) -> None:
    """Take a coordinator's reply to an author's question: the author gets it, and the others hear of it."""
    draft, me = dossier.draft, talk.desk.me
    enquiry = draft.review.enquiry(press.index)
    if enquiry is None or len(enquiry.said) >= MOST_SAID:
        _confirm(talk, at_desk.CHANGED_MEANWHILE)
        return
    said = Said(text=part.text, message=part.message, at=talk.now, by=me)
    changed = enquiry.model_copy(update={"said": (*enquiry.said, said)})
    talk.handle(dossier, _with(draft, changed), _event(draft, changed, me.user, part.text))
    talk.write_to(dossier.author, telling.enquiry_replied(draft, name(draft), _question(draft, changed), changed, me))
    for one in talk.desk.readers():
        if one.user not in {me.user, dossier.author}:
            talk.write_to(one.user, telling.enquiry(dossier, heading(draft), _question(draft, changed), changed))
    _confirm(talk, in_letters.SENT_TO_AUTHOR)


def _confirm(talk: Talk, words: str) -> None:
    """Say it in a message of its own: the coordinator stays where they are."""
    talk.tell(Reply(lines=(Line(text=words),)))
    talk.silent = True


def _with(draft: Draft, enquiry: Enquiry) -> Draft:
    every = {one.number: one for one in draft.review.enquiries} | {enquiry.number: enquiry}
    return with_review(draft, enquiries=tuple(every.values()))


def _event(draft: Draft, enquiry: Enquiry, by: int, text: str) -> Enquired:
    return Enquired(draft=draft.number, question=enquiry.question, enquiry=enquiry.number, by=by, text=text)


def _question(draft: Draft, enquiry: Enquiry) -> str:
    """Name the question of the form at which it was asked."""
    asked = asked_at(enquiry.question)
    return form.label(asked, draft.values) if asked else ""
