"""Give people their data, delete it when they ask, and take their names out of what stays of others."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Attachment, Conversation, Draft, Step, Version
from conversations.dialogue.events import Commented, Enquired, Event, Moved, Read
from conversations.dialogue.inputs import Chose, Commanded, Input, Press
from conversations.dialogue.pages import Changing, Finding, OnePerson, People
from conversations.dialogue.registry import REGISTRY, Action, Command, obeyed
from conversations.dialogue.replies import Button, Line, MyData, MyFile, Reply
from conversations.dialogue.repositories import ReviewRepository
from conversations.dialogue.review_record import SOMEBODY_GONE, Claim, Comment, Enquiry, Entry, Member, Move, Review
from conversations.dialogue.reviews import TAKING, holder
from conversations.dialogue.state import AtDesk, AtOffice, Choosing, Forgetting, New, State, Submitted
from conversations.filling import navigation
from conversations.filling.review_texts import SOMEBODY
from conversations.languages import _, english
from conversations.privacy import texts
from conversations.privacy.texts import RELEASED

# The data that a person gets


def my_data(context: Context, argument: str) -> None:
    """Send everything that is stored about a person as two files, or with the argument ``files`` their own files."""
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
    """List the files of drafts and their versions without repetitions of the same content under the same name."""
    every = {(file.sha256, file.name): file for draft in drafts for file in _files(draft)}
    return tuple(every.values())


def _files(draft: Draft) -> Iterator[Attachment]:
    yield from draft.attachments
    for version in draft.versions:
        yield from version.attachments


# What stays of an approved practice


def published(draft: Draft) -> Draft:
    """Return what stays of an approved practice: the version submitted last, and the approval."""
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
    return {path: answer.model_copy(update={"parts": ()}) for path, answer in answers.items()}


def _lasting(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    newest = {entry.move: entry for entry in log if entry.move in {"hand in", "revise", "hand in again", "approve"}}
    return tuple(sorted(newest.values(), key=lambda entry: entry.at))


def _bare_entry(entry: Entry) -> Entry:
    return entry.model_copy(update={"words": ""})


# A coordinator's name, taken out of the practices, the history and the messages of others


def unnamed(draft: Draft, user: int) -> Draft:
    """Take a coordinator's name out of the review of a draft. Their comments and decisions stay."""
    review = draft.review
    changes = {
        "claim": _held_by_nobody(review.claim, user),
        "comments": tuple(_by_nobody(comment, user) for comment in review.comments),
        "seen": tuple(one.model_copy(update={"by": _other(one.by, user)}) for one in review.seen),
        "log": tuple(_unnamed_entry(entry, holder(review.log, entry), user) for entry in review.log),
        "enquiries": tuple(_replied_by_nobody(enquiry, user) for enquiry in review.enquiries),
    }
    return draft.model_copy(update={"review": review.model_copy(update=changes)})


def unnamed_in_undo(conversation: Conversation, user: int) -> Conversation:
    """Take a coordinator's name out of the deleted drafts that Undo can still bring back."""
    undo = tuple(
        one if one.deleted is None else one.model_copy(update={"deleted": unnamed(one.deleted, user)})
        for one in conversation.undo
    )
    return conversation if undo == conversation.undo else conversation.model_copy(update={"undo": undo})


def _by_nobody(comment: Comment, user: int) -> Comment:
    return comment.model_copy(update={"by": _other(comment.by, user)})


def _replied_by_nobody(enquiry: Enquiry, user: int) -> Enquiry:
    said = tuple(one.model_copy(update={"by": one.by and _other(one.by, user)}) for one in enquiry.said)
    return enquiry.model_copy(
        update={
            "said": said,
            "claim": _held_by_nobody(enquiry.claim, user),
            "closed": _held_by_nobody(enquiry.closed, user),
        }
    )


def _held_by_nobody(claim: Claim | None, user: int) -> Claim | None:
    return claim and claim.model_copy(update={"by": _other(claim.by, user)})


def _other(member: Member, user: int) -> Member:
    return SOMEBODY_GONE if member.user == user else member


def _unnamed_entry(entry: Entry, held: Member | None, user: int) -> Entry:
    words = _words(entry.move, entry.words, held.user if held else None, user)
    return entry.model_copy(update={"by": entry.by and _other(entry.by, user), "words": words})


def _words(move: Move, words: str, held: int | None, user: int) -> str:
    # The history has one sentence of the bot's own with a name in it: the one on a reviewer who has lost their role.
    return f"{english(SOMEBODY)} {RELEASED}" if move == "let go" and words and held in {user, None} else words


def unnamed_events(events: Iterable[Event], user: int) -> Iterator[Event]:
    """Take a coordinator's name out of the history of an author; the events come in order of time."""
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
    """Take a person's name out of a reply to somebody else."""
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
    # The number of a person stands in the buttons that open their page.
    return press.model_copy(update={"about": str(SOMEBODY_GONE.user)}) if press.about == str(user) else press


def unopened(conversation: Conversation, user: int) -> Conversation:
    """Close an admin's page about this person, and forget the button that opened it; empty a search of any words."""
    led = f"|{user}|" in conversation.pressed
    return conversation.model_copy(
        update={"state": _unopened(conversation.state, user), "pressed": "" if led else conversation.pressed}
    )


def without_notes(conversation: Conversation, submissions: Collection[int]) -> Conversation:
    """Delete a coordinator's notes about practices that are deleted, as the comments on them are."""
    kept = tuple(note for note in conversation.notes if note.submission not in submissions)
    return conversation if kept == conversation.notes else conversation.model_copy(update={"notes": kept})


def _unopened(state: State, user: int) -> State:
    match state:
        case AtOffice(page=OnePerson(user=shown) | Changing(user=shown)) if shown == user:
            return AtOffice(page=People())
        case AtDesk(page=Finding()):
            return state.model_copy(update={"page": Finding()})  # its words may be the person's name
        case Forgetting(before=AtOffice() | AtDesk() as before):
            return state.model_copy(update={"before": _unopened(before, user)})
        case _:
            return state


def heard(context: Context, given: Input) -> bool:
    """Do what concerns the person's data; return whether that was it. Other commands and buttons leave the page."""
    match given:
        case Commanded():
            return obeyed(context, given, COMMANDS) or leave(context)
        case Chose(press=Press(action="forget")) if isinstance(context.state, New):
            forget(context)  # a double press: what the second update has left in the database goes, too
        case Chose(press=press) if REGISTRY.action(press) not in ACTIONS:
            return leave(context)
        case _:
            return False
    return True


def ask(context: Context) -> None:
    """Ask whether to delete everything, and remember where the person was."""
    state = context.state
    if isinstance(state, Forgetting):
        context.go(state)
        return
    navigation.put_down(context)
    elsewhere = isinstance(state, New | Choosing | Submitted | AtDesk | AtOffice)
    context.go(Forgetting(before=state if elsewhere else None))


def leave(context: Context) -> bool:
    """Leave the page, if it is open, for where the person was. Return False, so that the input is read there."""
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
    """Choose whether an approved practice is deleted, too, or stays."""
    state = context.state
    if isinstance(state, Forgetting):
        along = {*state.along, number} if goes else {*state.along} - {number}
        context.stay(state.model_copy(update={"along": tuple(sorted(along))}))


def staying(conversation: Conversation) -> tuple[Draft, ...]:
    """List the approved practices that stay."""
    state = conversation.state
    along = state.along if isinstance(state, Forgetting) else ()
    return tuple(one for one in conversation.drafts if one.status == "approved" and one.number not in along)


# Erasure


def forget(context: Context) -> None:
    """Delete everything but the practices that stay published. Coordinators are told the references, and no more."""
    stay = staying(context.conversation)
    _tell(context, [draft for draft in context.conversation.drafts if draft not in stay])
    context.erase_all_but(forgotten(context.conversation))
    context.tell(erasure_notice(stay))
    context.silent = True


def forgotten_from_outside(
    conversation: Conversation, now: datetime, repository: ReviewRepository, *, withdraw: bool
) -> Step:
    """Delete everything for a person who cannot ask for it here; with ``withdraw`` also what is published."""
    along = tuple(draft.number for draft in conversation.drafts) if withdraw else ()
    context = Context(conversation.model_copy(update={"state": Forgetting(along=along)}), now, repository)
    forget(context)
    return context.done(())


def forgotten(conversation: Conversation) -> Conversation:
    """Return what stays of a conversation after erasure."""
    stay = tuple(published(draft) for draft in staying(conversation))
    if not stay:
        return Conversation()
    highest = max(conversation.begun, *(draft.number for draft in conversation.drafts))
    return Conversation(state=Choosing(), hand=stay[0].number, drafts=stay, begun=highest)


def erasure_notice(stay: tuple[Draft, ...]) -> Reply:
    """Say what is deleted, what is not, and that the person can start again."""
    still = [texts.published([draft.reference or "" for draft in stay])] if stay else []
    sentences = (texts.DELETED, *still, texts.OLDER, texts.ANEW)
    return Reply(lines=tuple(Line(text=sentence) for sentence in sentences))


def _tell(context: Context, gone: list[Draft]) -> None:
    for draft in gone:
        claim, reference = draft.review.claim, draft.reference or ""
        if draft.status == "approved":
            for reader in context.repository.readers():
                if reader.name and reader.user != context.repository.me.user:  # without a name, they have no chat yet
                    context.write_to_desk(reader.user, partial(_unpublished, reference))
        elif claim is not None and draft.status in {"submitted", "changes_requested"}:
            context.write_to_desk(claim.by.user, partial(_gone, reference))


def _unpublished(reference: str) -> Reply:
    return Reply(lines=(Line(text=texts.notify_unpublished(reference)),))


def _gone(reference: str) -> Reply:
    return Reply(lines=(Line(text=texts.notify_gone(reference)),))


ACTIONS = (
    Action("forget", lambda context, _: forget(context), style="danger"),
    Action("remember", lambda context, _: keep(context)),
    Action("unpublish", lambda context, press: take_along(context, press.index or 0, goes=True), redraws="always"),
    Action("letstay", lambda context, press: take_along(context, press.index or 0, goes=False), redraws="always"),
)

COMMANDS = (
    Command(
        "mydata", my_data, takes="words", before_consent=True, menu=_("Everything that is kept about you"), place=11
    ),
    Command(
        "forget", lambda context, _: ask(context), before_consent=True, menu=_("Delete everything about you"), place=12
    ),
)
