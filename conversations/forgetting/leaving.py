"""What stays of a draft when somebody is forgotten: its author, or a coordinator who wrote on it."""

from collections.abc import Iterable, Iterator, Mapping

from conversations.admin.pages import Changing, OnePerson, People
from conversations.admin.wording import RELEASED
from conversations.conversation import Answer, Conversation, Draft, Version
from conversations.messages import Button, Commented, Enquired, Event, Line, Moved, Press, Read, Reply
from conversations.place import AtOffice, Forgetting, Place
from conversations.review.dossiers import TAKING, holder
from conversations.review.record import SOMEBODY_GONE, Comment, Enquiry, Entry, Member, Move, Review
from conversations.review.wording.phrases import SOMEBODY


def published(draft: Draft) -> Draft:
    """Give what stays of an approved practice: what was handed in last, and that it was approved."""
    last = draft.versions[-1]
    answers = _bare(last.answers)
    return draft.model_copy(
        update={
            "answers": answers,
            "attachments": last.attachments,
            "filed": {},
            "advice": {},
            "left": None,
            "late": (),
            "versions": (Version(at=last.at, answers=answers, attachments=last.attachments),),
            "review": Review(log=tuple(_bare_entry(entry) for entry in _lasting(draft.review.log))),
        }
    )


def _bare(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Leave out the messages that gave the answers."""
    return {path: answer.model_copy(update={"parts": ()}) for path, answer in answers.items()}


def _lasting(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Keep of the history when it last came in, and the decision."""
    newest = {entry.move: entry for entry in log if entry.move in {"hand in", "revise", "hand in again", "approve"}}
    return tuple(sorted(newest.values(), key=lambda entry: entry.at))


def _bare_entry(entry: Entry) -> Entry:
    return entry.model_copy(update={"words": ""})


def unnamed(draft: Draft, user: int) -> Draft:
    """Take somebody of the desk out of the review of a draft: what they said and decided stays, without who it was."""
    review = draft.review
    claim = review.claim
    changes = {
        "claim": claim and claim.model_copy(update={"by": _other(claim.by, user)}),
        "comments": tuple(_by_nobody(comment, user) for comment in review.comments),
        "seen": tuple(one.model_copy(update={"by": _other(one.by, user)}) for one in review.seen),
        "log": tuple(_unnamed_entry(entry, holder(review.log, entry), user) for entry in review.log),
        "enquiries": tuple(_replied_by_nobody(enquiry, user) for enquiry in review.enquiries),
    }
    return draft.model_copy(update={"review": review.model_copy(update=changes)})


def unnamed_in_undo(conversation: Conversation, user: int) -> Conversation:
    """Take somebody of the desk out of the drafts that their author has deleted and can still bring back."""
    undo = tuple(
        one if one.deleted is None else one.model_copy(update={"deleted": unnamed(one.deleted, user)})
        for one in conversation.undo
    )
    return conversation if undo == conversation.undo else conversation.model_copy(update={"undo": undo})


def _by_nobody(comment: Comment, user: int) -> Comment:
    return comment.model_copy(update={"by": _other(comment.by, user)})


def _replied_by_nobody(enquiry: Enquiry, user: int) -> Enquiry:
    said = tuple(one.model_copy(update={"by": one.by and _other(one.by, user)}) for one in enquiry.said)
    return enquiry.model_copy(update={"said": said})


def _other(member: Member, user: int) -> Member:
    return SOMEBODY_GONE if member.user == user else member


def _unnamed_entry(entry: Entry, held: Member | None, user: int) -> Entry:
    words = _words(entry.move, entry.words, held.user if held else None, user)
    return entry.model_copy(update={"by": entry.by and _other(entry.by, user), "words": words})


def _words(move: Move, words: str, held: int | None, user: int) -> str:
    """Take the name of who was on a submission out of the one sentence of the history that the bot writes by itself."""
    return f"{SOMEBODY} {RELEASED}" if move == "let go" and words and held in {user, None} else words


def unnamed_events(events: Iterable[Event], user: int) -> Iterator[Event]:
    """Take somebody of the desk out of what is kept as the history of an author, in its order."""
    held: dict[int, int] = {}
    for event in events:
        yield _unnamed_event(event, held, user)
        if isinstance(event, Moved) and event.move in TAKING:
            held[event.draft] = event.by


def _unnamed_event(event: Event, held: Mapping[int, int], user: int) -> Event:
    match event:
        case Moved(by=by):
            words = _words(event.move, event.words, held.get(event.draft), user)
            return event.model_copy(update={"by": 0 if by == user else by, "words": words})
        case Commented(by=by) | Enquired(by=by) | Read(by=by) if by == user:
            return event.model_copy(update={"by": 0})
        case _:
            return event


def unnamed_reply(reply: Reply, user: int) -> Reply:
    """Take somebody out of a reply to somebody else: whatever names them is said without."""
    rows = tuple(tuple(_bare_button(button, user) for button in row) for row in reply.rows)
    return reply.model_copy(update={"lines": tuple(_bare_line(line, user) for line in reply.lines), "rows": rows})


def _bare_line(line: Line, user: int) -> Line:
    named = line.named
    return Line(text=named.without, style=line.style) if named and user in named.people else line


def _bare_button(button: Button, user: int) -> Button:
    named, press = button.named, _bare_press(button.press, user)
    if named and user in named.people:
        return Button(label=named.without, press=press)
    return button.model_copy(update={"press": press})


def _bare_press(press: Press, user: int) -> Press:
    """Take the number of a person out of a button of the office: it leads to nobody any more."""
    return press.model_copy(update={"about": str(SOMEBODY_GONE.user)}) if press.about == str(user) else press


def unopened(conversation: Conversation, user: int) -> Conversation:
    """Close the page of a person that an admin has open, and forget the button that led there."""
    led = f"|{user}|" in conversation.pressed
    return conversation.model_copy(
        update={"place": _unopened(conversation.place, user), "pressed": "" if led else conversation.pressed}
    )


def _unopened(place: Place, user: int) -> Place:
    match place:
        case AtOffice(page=OnePerson(user=shown) | Changing(user=shown)) if shown == user:
            return AtOffice(page=People())
        case Forgetting(before=AtOffice() as before):
            return place.model_copy(update={"before": _unopened(before, user)})
        case _:
            return place
