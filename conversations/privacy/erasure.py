"""A person's data, given to them: two files made when they are sent, and on request what they sent themselves."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Attachment, Conversation, Draft, Step, Version
from conversations.dialogue.desk_states import Changing, OnePerson, People
from conversations.dialogue.events import Commented, Enquired, Event, Moved, Read
from conversations.dialogue.inputs import Chose, Commanded, Input, Press
from conversations.dialogue.registry import REGISTRY, Action, Command, obeyed
from conversations.dialogue.replies import Button, Line, MyData, MyFile, Reply
from conversations.dialogue.repositories import Desk
from conversations.dialogue.review_record import SOMEBODY_GONE, Comment, Enquiry, Entry, Member, Move, Review
from conversations.dialogue.reviews import TAKING, holder
from conversations.dialogue.state import AtDesk, AtOffice, Choosing, Forgetting, New, State, Submitted
from conversations.filling import navigation
from conversations.filling.review_texts import SOMEBODY
from conversations.privacy import texts
from conversations.privacy.texts import RELEASED


def my_data(context: Context, argument: str) -> None:
    """Send the data, or with ``files`` the files; the person stays where they are."""
    files = files_of(*context.conversation.drafts)
    if argument.strip().casefold() == "files":
        context.say(texts.files_follow(len(files)) if files else texts.NO_FILES)
        for file in files:
            context.enclose(MyFile(sha256=file.sha256, name=file.name), file.name)
        return
    context.say(texts.MY_DATA, texts.my_files(len(files)) if files else "")
    context.enclose(MyData(format="html"), texts.TO_READ)
    context.enclose(MyData(format="json"), texts.FOR_PROGRAMS)


def files_of(*drafts: Draft) -> tuple[Attachment, ...]:
    """List the files of drafts and their versions, each content under each name once."""
    every = {(file.sha256, file.name): file for draft in drafts for file in _files(draft)}
    return tuple(every.values())


def _files(draft: Draft) -> Iterator[Attachment]:
    yield from draft.attachments
    for version in draft.versions:
        yield from version.attachments


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
        update={"state": _unopened(conversation.state, user), "pressed": "" if led else conversation.pressed}
    )


def _unopened(state: State, user: int) -> State:
    match state:
        case AtOffice(page=OnePerson(user=shown) | Changing(user=shown)) if shown == user:
            return AtOffice(page=People())
        case Forgetting(before=AtOffice() as before):
            return state.model_copy(update={"before": _unopened(before, user)})
        case _:
            return state


def heard(context: Context, given: Input) -> bool:
    """Do what concerns the person's data; false, and the page left, where the input is meant for something else."""
    match given:
        case Commanded():
            return obeyed(context, given, COMMANDS) or leave(context)
        case Chose(press=Press(action="forget")) if isinstance(context.state, New):
            forget(context)  # a double tap: what the second one left behind goes too
        case Chose(press=press) if REGISTRY.action(press) not in ACTIONS:
            return leave(context)
        case _:
            return False
    return True


def ask(context: Context) -> None:
    """Ask whether everything is to be deleted; the talk goes on from where it was if not."""
    state = context.state
    if isinstance(state, Forgetting):
        context.go(state)
        return
    navigation.put_down(context)
    elsewhere = isinstance(state, New | Choosing | Submitted | AtDesk | AtOffice)
    context.go(Forgetting(before=state if elsewhere else None))


def leave(context: Context) -> bool:
    """Go back to where the person was, if they are at the page; false, so that what was given is heard there."""
    state = context.state
    if isinstance(state, Forgetting):
        if state.before is None:
            navigation.hold(context, context.conversation.hand)
        else:
            context.go(state.before)
    return False


def keep(context: Context) -> None:
    """Delete nothing."""
    leave(context)
    context.say(texts.KEPT)


def take_along(context: Context, number: int, *, goes: bool) -> None:
    """Take an approved practice along, or let it stay."""
    state = context.state
    if isinstance(state, Forgetting):
        along = {*state.along, number} if goes else {*state.along} - {number}
        context.stay(state.model_copy(update={"along": tuple(sorted(along))}))


def staying(conversation: Conversation) -> tuple[Draft, ...]:
    """List the approved practices that are not taken along."""
    state = conversation.state
    along = state.along if isinstance(state, Forgetting) else ()
    return tuple(one for one in conversation.drafts if one.status == "approved" and one.number not in along)


def forget(context: Context) -> None:
    """Delete everything but what is published and stays; those who worked on it hear of its reference alone."""
    stay = staying(context.conversation)
    _tell(context, [draft for draft in context.conversation.drafts if draft not in stay])
    context.erase_all_but(forgotten(context.conversation))
    context.tell(erasure_notice(stay))
    context.silent = True


def forgotten_from_outside(conversation: Conversation, now: datetime, desk: Desk, *, withdraw: bool) -> Step:
    """Delete everything for somebody who cannot ask for it; ``withdraw`` takes what is published along."""
    along = tuple(draft.number for draft in conversation.drafts) if withdraw else ()
    context = Context(conversation.model_copy(update={"state": Forgetting(along=along)}), now, desk)
    forget(context)
    return context.done(())


def forgotten(conversation: Conversation) -> Conversation:
    """Give what stays of a conversation."""
    stay = tuple(published(draft) for draft in staying(conversation))
    if not stay:
        return Conversation()
    highest = max(conversation.begun, *(draft.number for draft in conversation.drafts))
    return Conversation(state=Choosing(), hand=stay[0].number, drafts=stay, begun=highest)


def erasure_notice(stay: tuple[Draft, ...]) -> Reply:
    """Say that all is deleted, what is not, and that one can begin anew."""
    still = [texts.published([draft.reference or "" for draft in stay])] if stay else []
    sentences = (texts.DELETED, *still, texts.OLDER, texts.ANEW)
    return Reply(lines=tuple(Line(text=sentence) for sentence in sentences))


def _tell(context: Context, gone: list[Draft]) -> None:
    for draft in gone:
        claim, reference = draft.review.claim, draft.reference or ""
        if draft.status == "approved":
            for reader in context.desk.readers():
                if reader.name and reader.user != context.desk.me.user:  # whose name is not known has never written
                    context.write_to(reader.user, _letter(texts.letter_unpublished(reference)))
        elif claim is not None and draft.status in {"submitted", "changes_requested"}:
            context.write_to(claim.by.user, _letter(texts.letter_gone(reference)))


def _letter(words: str) -> Reply:
    return Reply(lines=(Line(text=words),))


ACTIONS = (
    Action("forget", lambda context, _: forget(context)),
    Action("remember", lambda context, _: keep(context)),
    Action("unpublish", lambda context, press: take_along(context, press.index or 0, goes=True), redraws="always"),
    Action("letstay", lambda context, press: take_along(context, press.index or 0, goes=False), redraws="always"),
)

COMMANDS = (
    Command("mydata", my_data, takes="words", before_consent=True, menu="Everything that is kept about you", place=11),
    Command(
        "forget", lambda context, _: ask(context), before_consent=True, menu="Delete everything about you", place=12
    ),
)
