"""A person who talks with the core only; the conversation goes through JSON between any two messages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from pydantic import JsonValue
from support.core_clocks import Clocks
from support.core_collection import Collection, Picture
from support.core_documents import in_order, words_of

from bot.demo.sample_form import sample_draft, sample_form
from bot.demo.test_bed import TRANSCRIPTS_BEGIN
from bot.demo.transcripts import (
    ADMIN,
    COORDINATORS,
    DEMO_USERS,
    FIRST_NAMES,
    OWN,
    Act,
    Noted,
    Said,
    Shown,
    is_called,
    linked,
)
from bot.sandbox.text import Formatted, parts
from bot.telegram.reading import Membership, read
from conversations.dialogue import practice
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.events import Event, Submitted
from conversations.dialogue.inputs import Attached, Chose, Input, Invited, Press, Registered
from conversations.dialogue.model import CONSENT_VERSION, Consent
from conversations.dialogue.replies import Button, Notification, Reply
from conversations.engine.engine import step
from conversations.papers.arriving import may_be_form, wants_content
from conversations.papers.reading import read as read_form
from conversations.privacy.erasure import unnamed_reply
from storage.papers.opening import opened
from storage.papers.texts import CORRUPT

NAMES = {"document": "leaflet.pdf", "video": "film.mp4", "animation": "dance.mp4"}

AGREED = Conversation(consent=Consent(version=CONSENT_VERSION, at=TRANSCRIPTS_BEGIN))
"""A conversation with consent and nothing else."""

SIZES = {"document": 8, "video": 8, "animation": 8, "photo": 12}


def _fields(text: str | Formatted, name: str = "text", entities: str = "entities") -> dict[str, JsonValue]:
    """Return a text with its links as a message holds it; not cleaned, because the core takes any text."""
    if not isinstance(text, Formatted):
        return {name: text}
    return {name: text.text, entities: [*text.entities()]}


def unsaid(reply: Reply, collection: Collection, reader: int, typed: str) -> list[str]:
    """List names and titles of practices in a reply that does not say whose they are.

    Names that the reader has typed may be repeated. If people have other names than the demo users, a name may be
    a word; so may a title that is short or has no capital, such as "2" and "comment".
    """
    if collection.people != {user: name for name, user in DEMO_USERS}:
        return []
    known = {reader, *(reply.holds or ())}
    called = {user: name for user, name in collection.people.items() if name and user not in known}
    names = [name for user, name in called.items() if name in written(unnamed_reply(reply, user))]
    authors: dict[str, set[int]] = {}
    for one in collection.submissions():
        authors.setdefault(practice.title(one.draft), set()).add(one.author)
    words = "" if "For example:" in reply.text else written(reply)  # one is called like the example
    telling = {title: theirs for title, theirs in authors.items() if len(title) > 3 and title != title.lower()}
    titles = [title for title, theirs in telling.items() if title in words and not theirs & known]
    return [each for each in (*names, *titles) if each not in typed]


def written(reply: Reply) -> str:
    """Return all words of a reply."""
    return "\n".join((reply.text, *(button.label for row in reply.rows for button in row)))


class CoreTalker:
    """Talks with ``step``, stores the messages of both sides, and gives out references as the collection does.

    Their yes is on record, unless a conversation says otherwise. ``collection`` is what several people share who talk
    in turn.
    """

    def __init__(
        self, conversation: Conversation | None = None, user: int = 1001, collection: Collection | None = None
    ) -> None:
        self.user = user
        self.collection = collection or Collection({user: ""})
        self.conversation = conversation or AGREED
        self.now: datetime = TRANSCRIPTS_BEGIN
        self.events: list[Event] = []
        self.replies: dict[int, Reply] = {}
        self.mine: dict[int, str] = {}
        self.number = 0
        self.pressed: tuple[int, Button] | None = None
        self.answers_shown = 0
        self.notifications: list[Notification] = []

    @property
    def conversation(self) -> Conversation:
        """The current conversation."""
        return self.collection.conversations[self.user]

    @conversation.setter
    def conversation(self, conversation: Conversation) -> None:
        self.collection.conversations[self.user] = conversation

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do an act; return the core's answers."""
        return self.do(act)

    def do(self, act: Act) -> Sequence[Shown]:
        """Do an act; return the core's answers."""
        return [shown for given in self._inputs(act) for shown in self.give(given)]

    def give(self, given: Input) -> list[Shown]:
        """Take one step."""
        self.collection.registry.meet(self.user, self.collection.people.get(self.user, ""), self.now)
        taken = self._step(given)
        shown = self._take(taken)
        if any(isinstance(event, Submitted) for event in taken.events):
            self.collection.submitted += 1
            registered = Registered(reference=f"RAN-{self.now.year}-{self.collection.submitted:04d}")
            return shown + self._take(self._step(registered))
        if taken.invite is not None:
            me = Picture(self.collection, self.user).me
            code, until = self.collection.registry.invite(taken.invite, me, self.now)
            return shown + self._take(self._step(Invited(gives=taken.invite, code=code, until=until)))
        return shown

    def _step(self, given: Input) -> Step:
        return step(self._carried(), given, self.now, Picture(self.collection, self.user))

    def _carried(self) -> Conversation:
        return Conversation.model_validate_json(self.conversation.model_dump_json())

    def _take(self, taken: Step) -> list[Shown]:
        self.collection.keep(self.user, taken, self.now)
        self.events.extend((*taken.events, *(event for handled in taken.handled for event in handled.events)))
        self.notifications.extend(taken.notifications)
        self.answers_shown += len(taken.replies) + bool(taken.toast)
        noted: list[Shown] = [Noted(taken.toast)] if taken.toast else []
        return noted + [shown for reply in in_order(taken.replies) for shown in self.receive(reply)]

    def receive(self, reply: Reply, to: str = "") -> list[Shown]:
        """Receive a message; a message without a change is not shown, because Telegram refuses such an edit.

        Whose names and whose words are in it has to stand beside them: so they can be taken out when somebody leaves.
        """
        left = unsaid(reply, self.collection, self.user, "\n".join(self.mine.values()))
        assert not left, left
        before = self.replies.get(reply.redraws or 0)
        if before is not None and (before.text, before.rows) == (reply.text, reply.rows):
            return []
        self.replies[reply.redraws or self._next()] = reply
        rows = tuple(tuple(button.label for button in row) for row in reply.rows)
        text = words_of(reply, self.collection.submissions(), self.user, self.now)
        return [Said(text.rstrip(), rows, redrawn=reply.redraws is not None, to=to)]

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _inputs(self, act: Act) -> list[Input]:  # noqa: PLR0911 - one for each
        match act.verb:
            case "replies":
                return [self._reply(act)]
            case "says" | "pastes":
                if isinstance(linked(act.text), Formatted):
                    return [self.wrote(linked(act.text))]
                return [self.wrote(part.strip()) for part in parts(act.text) or [act.text]]  # as the server does
            case "presses":
                return [self._press(act)]
            case "edits":
                return [self._edit(act)]
            case "sends":
                return [self._send(act)]
            case "waits" | "restarts":
                self.now += act.time
                return []
            case "imports":
                self.collection.keep_of_nobody(sample_draft(self.now))
                return []
            case "agreed":
                consent = None if act.version is None else Consent(version=act.version, at=self.now)
                self.conversation = self.conversation.model_copy(update={"consent": consent})
                return []

    def wrote(self, text: str | Formatted) -> Input:
        """Make the input of a written message."""
        return self._read("message", _fields(text))

    def _reply(self, act: Act) -> Input:
        if act.detail.startswith(OWN):
            own: JsonValue = {"from": {"is_bot": False}, "message_id": self._mine(act.detail.removeprefix(OWN))}
            return self._read("message", _fields(linked(act.text.strip())) | {"reply_to_message": own})
        reply = next(
            (reply for _, reply in sorted(self.replies.items(), reverse=True) if act.detail in reply.text), None
        )
        if reply is None:
            raise LookupError(act.detail)
        rows: JsonValue = [[{"callback_data": button.press.data()} for button in row] for row in reply.rows]
        answered: JsonValue = {"from": {"is_bot": True}, "reply_markup": {"inline_keyboard": rows}}
        return self._read("message", _fields(linked(act.text.strip())) | {"reply_to_message": answered})

    def _read(self, kind: str, content: dict[str, JsonValue], number: int | None = None) -> Input:
        """Read an update as the bot does."""
        number = number or self._next()
        self.mine[number] = str(content.get("text", content.get("caption", "")))
        message: JsonValue = {"message_id": number, "chat": {"id": 1, "type": "private"}, "from": {"id": 1}, **content}
        given = read({"update_id": 1, kind: message}).given
        if given is None or isinstance(given, Membership):
            raise TypeError(kind)
        return given

    def _press(self, act: Act) -> Input:
        if act.detail != "again":
            self.pressed = self._button(act.text, oldest=act.detail == "first")
        if self.pressed is None:
            raise LookupError(act.text)
        message, button = self.pressed
        return Chose(press=button.press, message=message)

    def _button(self, label: str, *, oldest: bool) -> tuple[int, Button]:
        for number in sorted(self.replies, reverse=not oldest):
            for button in (button for row in self.replies[number].rows for button in row):
                if is_called(button.label, label):
                    return number, button
        raise LookupError(label)

    def _edit(self, act: Act) -> Input:
        return self.editing(self._mine(act.detail), linked(act.text))

    def _mine(self, beginning: str) -> int:
        return max(number for number, text in self.mine.items() if text.startswith(beginning))

    def editing(self, number: int, text: str | Formatted) -> Input:
        """Make the input of an edited message."""
        return self._read("edited_message", _fields(text), number)

    def pressing(self, number: int, data: str) -> Input:
        """Make the input of a pressed button from its data."""
        return Chose(press=Press.read(data), message=number)

    def _send(self, act: Act) -> Input:
        words = _fields(linked(act.text), "caption", "caption_entities") if act.text else {}
        given = self._read("message", {act.detail: self._file(act), **words})
        if isinstance(given, Attached) and wants_content(self.conversation, given):
            paper = read_form(opened(sample_form()), self.now.date()) if act.file.get("form") else None
            damaged = (
                paper is None and may_be_form(given) and not given.name.endswith(".pdf")
            )  # which is a file like any other
            unread = CORRUPT if damaged else ""
            found = {"sha256": sha256(given.name.encode()).hexdigest(), "paper": paper, "unread": unread}
            return given.model_copy(update=found)
        return given

    @staticmethod
    def _file(act: Act) -> JsonValue:
        """Describe a file as the sandbox's people send it; a small one by default."""
        if act.detail in {"contact", "venue"}:
            return dict(act.file)
        size = act.file.get("size", SIZES.get(act.detail, 0))
        described: JsonValue = {"file_name": act.file.get("name", NAMES.get(act.detail, "")), "file_size": size}
        return [{"file_size": size}] if act.detail == "photo" else described


class CoreTestBed:
    """All demo users, who talk with the core in turn; messages to others reach them."""

    def __init__(self) -> None:
        self.collection = Collection({user: name for name, user in DEMO_USERS})
        for user in COORDINATORS:
            self.collection.registry.appoint(user, "coordinator", TRANSCRIPTS_BEGIN)
        self.collection.registry.appoint(ADMIN, "admin", TRANSCRIPTS_BEGIN, by_settings=True)
        self.clocks = Clocks()
        self.talkers = {user: CoreTalker(user=user, collection=self.collection) for _, user in DEMO_USERS}

    def talker(self, who: str) -> CoreTalker:
        """Return the person with a first name; Anna without one."""
        return next(talker for user, talker in self.talkers.items() if FIRST_NAMES[user] == (who or "Anna"))

    async def act(self, act: Act) -> Sequence[Shown]:
        """Do an act; return the core's answers to the speaker and to others."""
        speaker = self.talker(act.who)
        shown = list(speaker.do(act))
        for talker in self.talkers.values():
            talker.now = speaker.now
        notifications, speaker.notifications = speaker.notifications, []
        for notification in notifications:
            shown += self._deliver(notification.to, notification.reply, speaker)
        for user, reply in self.collection.due(speaker.now):
            shown += self._deliver(user, reply, speaker)
        return shown + (self._pass_time(speaker) if act.verb == "waits" else [])

    def _pass_time(self, speaker: CoreTalker) -> list[Shown]:
        """Handle everything that is due, for everybody."""
        shown: list[Shown] = []
        for user, talker in self.talkers.items():
            for given in self.clocks.due(user, self.collection.conversations.get(user, Conversation()), talker.now):
                said = talker.give(given)
                shown += [replace(one, to="" if talker is speaker else FIRST_NAMES[user]) for one in said]
        return shown

    def _deliver(self, user: int, reply: Reply, speaker: CoreTalker) -> list[Shown]:
        talker = self.talkers[user]
        return talker.receive(reply, "" if talker is speaker else FIRST_NAMES[user])
