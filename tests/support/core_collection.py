"""The collection without a database: everybody's conversations, and the desk's picture of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from support.core_people import AdminRepository, Registry

from bot.demo.transcripts import OPERATOR
from conversations.admin.people import released
from conversations.dialogue.conversation import Conversation, Draft, Step
from conversations.dialogue.events import Event, Moved, Submitted
from conversations.dialogue.model import REVIEWERS, Every, Operator, Role
from conversations.dialogue.pages import Filter, Wanted
from conversations.dialogue.replies import Reply
from conversations.dialogue.repositories import ON_A_PAGE, Listing, Submission
from conversations.dialogue.review_record import SOMEBODY_GONE, Member, Move
from conversations.dialogue.reviews import name, reference, waiting_since
from conversations.dialogue.search import Search
from conversations.privacy.erasure import unnamed, without_notes
from conversations.review import notifications
from conversations.review.notifications import UNLESS_CHOSEN, is_due


@dataclass
class Collection:
    """Conversations by chat, roles by person, and the news that has not been told."""

    people: dict[int, str]
    conversations: dict[int, Conversation] = field(default_factory=dict)
    every: dict[int, Every] = field(default_factory=dict)
    numbers: dict[tuple[int, int], int] = field(default_factory=dict)
    submitted: int = 0
    news: list[tuple[int, Move]] = field(default_factory=list)
    spoke: set[int] = field(default_factory=set)
    told: dict[int, tuple[int, datetime | None]] = field(default_factory=dict)
    registry: Registry = field(default_factory=Registry)
    operator: Operator = OPERATOR

    @property
    def roles(self) -> dict[int, Role]:
        """Who has which role."""
        return self.registry.roles

    def role_of(self, user: int) -> Role:
        """Tell what somebody may do at this moment."""
        return self.roles.get(user, "practitioner")

    def submissions(self) -> Iterable[Submission]:
        """List every draft of everybody."""
        for chat, conversation in self.conversations.items():
            for draft in conversation.drafts:
                number = self.numbers.setdefault((chat, draft.number), len(self.numbers) + 1)
                yield Submission(number, chat, draft)

    def keep(self, chat: int, taken: Step, now: datetime) -> None:
        """Keep what a step changed, through JSON as the database does."""
        self.spoke.add(chat)
        if taken.forget:
            self._forget(chat, taken.conversation, now)
        self.conversations[chat] = Conversation.model_validate_json(taken.conversation.model_dump_json())
        for handled in taken.handled:
            assert handled.author != chat, "nobody reviews their own practice"
            changed = Draft.model_validate_json(handled.draft.model_dump_json())
            self._put(handled.author, changed)
        if taken.every is not None:
            self.every[chat] = taken.every
        self._note(chat, taken.events)
        me = Member(user=chat, name=self.people.get(chat, ""))
        for user in self.registry.carry_out(me, taken.audit_entries, now):
            self._release(user, me, now)

    def _forget(self, user: int, left: Conversation, now: datetime) -> None:
        """Forget somebody but for what is left; numbers of dossiers are given once."""
        staying = {draft.number for draft in left.drafts}
        gone = [one.number for one in self.submissions() if one.author == user and one.draft.number not in staying]
        self.conversations = {chat: without_notes(one, gone) for chat, one in self.conversations.items()}
        for draft in self.conversations[user].drafts:
            if draft.number not in staying and (number := self.numbers.pop((user, draft.number), None)):
                self.numbers[(0, number)] = number
        self.spoke.discard(user)
        self.every.pop(user, None)
        self.registry.forget(user, now)
        for submission in list(self.submissions()):
            draft = unnamed(submission.draft, user)
            held = draft.review.claim is not None and draft.review.claim.by == SOMEBODY_GONE
            outcome = released(draft, SOMEBODY_GONE, now) if held else None
            if submission.author != user:
                self._put(submission.author, outcome[0] if outcome else draft)

    def _put(self, author: int, changed: Draft) -> None:
        theirs = self.conversations[author]
        drafts = tuple(changed if draft.number == changed.number else draft for draft in theirs.drafts)
        self.conversations[author] = theirs.model_copy(update={"drafts": drafts})

    def _release(self, user: int, by: Member, now: datetime) -> None:
        for submission in list(self.submissions()):
            outcome = released(submission.draft, by, now) if submission.draft.review.holds(user) else None
            if outcome is not None:
                self._put(submission.author, outcome[0])

    def _note(self, chat: int, events: Iterable[Event]) -> None:
        numbers = {
            submission.draft.number: submission.number for submission in self.submissions() if submission.author == chat
        }
        for event in events:
            if isinstance(event, Submitted):
                self.news.append((numbers[event.draft], "hand in"))
            elif isinstance(event, Moved) and event.move in notifications.NEWSWORTHY:
                self.news.append((numbers[event.draft], event.move))

    def due(self, now: datetime) -> Iterable[tuple[int, Reply]]:
        """Tell the news to everybody who may hear of it now."""
        for user, role in self.roles.items():
            after, at = self.told.get(user, (0, None))
            every = self.every.get(user, UNLESS_CHOSEN[role])
            items = self._items(user, self.news[after:])
            if items and is_due(every, at, now):
                self.told[user] = (len(self.news), now)
                yield user, notifications.news(items)

    def _items(self, user: int, news: Iterable[tuple[int, Move]]) -> list[notifications.NewsItem]:
        submissions = {submission.number: submission for submission in self.submissions()}
        moves: dict[int, list[Move]] = {}
        for number, move in news:
            if number in submissions and submissions[number].author != user:
                moves.setdefault(number, []).append(move)
        return [
            notifications.NewsItem(
                one.author, one.number, name(one.draft), reference(one.draft), tuple(moves[one.number])
            )
            for one in map(submissions.__getitem__, moves)
        ]


@dataclass(frozen=True)
class Picture:
    """The desk as one person sees it."""

    collection: Collection
    user: int

    @property
    def me(self) -> Member:
        """Who is talking."""
        return Member(user=self.user, name=self.collection.people.get(self.user, ""))

    @property
    def role(self) -> Role:
        """What they may do."""
        return self.collection.role_of(self.user)

    @property
    def every(self) -> Every:
        """How often they want to hear of news."""
        return self.collection.every.get(self.user, UNLESS_CHOSEN[self.role])

    @property
    def administration(self) -> AdminRepository:
        """What an admin looks things up in."""
        drafts = [submission.draft for submission in self.collection.submissions()]
        return AdminRepository(self.collection.registry, tuple(drafts))

    @property
    def operator(self) -> Operator:
        """Who is responsible for what is kept."""
        return self.collection.operator

    def submission(self, number: int) -> Submission | None:
        """Find a dossier by its number."""
        return next((one for one in self.collection.submissions() if one.number == number), None)

    def number_of(self, draft: int) -> int | None:
        """Give the number of a draft of the person's own."""
        mine = (one for one in self.collection.submissions() if one.author == self.user and one.draft.number == draft)
        return next((one.number for one in mine), None)

    def referred(self, reference: str) -> Submission | None:
        """Find a dossier by its reference."""
        return next((one for one in self.collection.submissions() if one.draft.reference == reference), None)

    def listing(self, wanted: Wanted) -> Listing:
        """List a page of a queue."""
        fitting = [submission for submission in self.collection.submissions() if self._fits(submission.draft, wanted)]
        newest_first = wanted.shelf == "draft"
        fitting.sort(key=lambda submission: (waiting_since(submission.draft), submission.number), reverse=newest_first)
        start = wanted.page * ON_A_PAGE
        mine = sum(submission.draft.review.holds(self.user) for submission in fitting)
        questions = sum(len(one.draft.review.waiting) for one in self._asked())
        return Listing(tuple(fitting[start : start + ON_A_PAGE]), len(fitting), mine, questions)

    def tallies(self, wanted: Wanted, by: Filter, choices: Sequence[str]) -> Mapping[str, int]:
        """Count each choice of a filter, but for the themes of drafts in progress."""
        queues = {choice: wanted.model_copy(update={by: choice}) for choice in choices}
        return {
            choice: self.listing(queue).total
            for choice, queue in queues.items()
            if not (queue.shelf == "draft" and queue.theme)
        }

    def next_unclaimed(self, wanted: Wanted) -> Submission | None:
        """Find the longest waiting submission that nobody has claimed."""
        queue = Wanted(theme=wanted.theme, country=wanted.country)
        waiting = (one for one in self.collection.submissions() if self._fits(one.draft, queue))
        free = (one for one in waiting if one.draft.review.claim is None and one.author != self.user)
        return min(free, key=lambda one: (waiting_since(one.draft), one.number), default=None)

    def _fits(self, draft: Draft, wanted: Wanted) -> bool:
        values = draft.handed_in.values
        themes = values.get("key_themes.themes")
        claim = draft.review.claim
        return (
            draft.status == ("submitted" if wanted.shelf == "waiting" else wanted.shelf)
            and (wanted.theme is None or (isinstance(themes, list) and wanted.theme in themes))
            and (wanted.country is None or values.get("country_of_origin.country") == wanted.country)
            and (not wanted.mine or (claim is not None and claim.by.user == self.user))
        )

    def asked(self, page: int) -> Listing:
        """List a page of the drafts with questions that wait for a reply, and count the questions."""
        asked = self._asked()
        questions = sum(len(one.draft.review.waiting) for one in asked)
        return Listing(asked[page * ON_A_PAGE :][: ON_A_PAGE + 1], questions)

    def _asked(self) -> Sequence[Submission]:
        asked = (one for one in self.collection.submissions() if one.draft.review.waiting and one.author != self.user)
        return sorted(asked, key=lambda one: (_asked_at(one), one.number))

    def find(self, search: Search, page: int) -> Listing:
        """List a page of the practices found."""
        known = [(one, one.draft.searchable) for one in self.collection.submissions()]
        fitting = [one for one, text in known if search.words and _has(text, search, search.words)]
        heading = {one.number for one, text in known if _has(text, search, [f"§{word}" for word in search.words])}
        fitting.sort(key=lambda one: (one.number in heading, one.number), reverse=True)
        return Listing(tuple(fitting[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]), len(fitting))

    def language_of(self, user: int) -> str:
        """Return the language of the talk of one of the people."""
        conversation = self.collection.conversations.get(user)
        return conversation.speaks if conversation else "en"

    def readers(self) -> tuple[Member, ...]:
        """List those who may read."""
        collection = self.collection
        return tuple(
            Member(user=user, name=name if user in collection.spoke else "")
            for user, name in collection.people.items()
            if collection.role_of(user) in REVIEWERS
        )


def _asked_at(submission: Submission) -> datetime:
    return min(one.waiting.at for one in submission.draft.review.waiting if one.waiting)


def _has(text: str, search: Search, words: Sequence[str]) -> bool:
    """Say whether a practice has all words, the last perhaps as a beginning, and the phrases."""
    known = set(text.split())
    missing = [word for word in words if word not in known]
    begun = search.has_beginning and any(word.startswith(words[-1]) for word in known)
    return (not missing or (missing == [words[-1]] and begun)) and all(
        f" {phrase} " in f" {text} " for phrase in search.phrases
    )
