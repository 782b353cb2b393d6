"""The sample of the demo: invented people fill in and review invented practices, all at the same time.

Nothing is written into tables directly: everything goes through the bot.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import cast

from bot.demo import sample_practices as words
from bot.demo import transcripts
from bot.demo.sample_practices import COORDINATORS, SECTIONS, Course, Practice, practices
from bot.sandbox import Message, Person, Sandbox
from conversations.form.texts import USE
from conversations.privacy.texts import AGREE

PATIENCE = 60.0
"""Seconds that an answer may take on a busy machine."""

_HEADER = re.compile(r"^Section (\d+) of \d+ · .+\n(.+)$", re.MULTILINE)

_PRESSED = re.compile(r"\[(.+)\]")

_REFERENCE = re.compile(r"RAN-\d{4}-\d{4,}")


@dataclass(frozen=True)
class Asked:
    """A question of the bot: the number of its section and its title."""

    section: int
    title: str


@dataclass(frozen=True)
class Player:
    """Plays one person, an act at a time."""

    sandbox: Sandbox
    person: Person

    @property
    def newest(self) -> Message | None:
        """Return the bot's newest message."""
        messages = (message for message in reversed(self.person.messages) if message.sender == "bot")
        return next(messages, None)

    @property
    def asked(self) -> Asked | None:
        """Return the question that the bot asks, None if its newest message is no question."""
        header = _HEADER.search(self.newest.text) if self.newest else None
        return Asked(int(header[1]), header[2]) if header else None

    def offers(self, label: str) -> bool:
        """Return whether the bot's newest message has this button."""
        return self.newest is not None and label in self.newest.labels

    def sees(self, *words: str) -> Message | None:
        """Return the bot's newest message that has all these words, None if there is none."""
        said = (message for message in reversed(self.person.messages) if message.sender == "bot")
        return next((message for message in said if all(word in message.text for word in words)), None)

    async def hears(self, *words: str) -> Message:
        """Wait for a message of the bot that has all these words; it may be there already."""
        await self.sandbox.until(lambda: self.sees(*words), PATIENCE)
        return cast("Message", self.sees(*words))

    async def says(self, text: str, shows: str = "") -> None:
        """Write, and wait for the answer; ``shows`` are words in it, if other messages may come too."""
        await self._answered(lambda: self.person.says(text), shows)

    async def replies(self, message: Message, text: str, shows: str) -> None:
        """Write in reply to a message, and wait for the answer."""
        await self._answered(lambda: self.person.says(text, reply_to=message.message_id), shows)

    async def presses(self, label: str, shows: str = "", at: Message | None = None) -> None:
        """Press the newest button with that label, or the one on a message, and wait for the answer."""
        await self._answered(lambda: self.person.presses(label, at.message_id if at else None), shows)

    async def does(self, act: str) -> None:
        """Press a button if the act is in brackets, else type the act."""
        pressed = _PRESSED.fullmatch(act)
        await (self.presses(pressed[1]) if pressed else self.says(act))

    async def submits(self) -> str:
        """Submit from the summary; wait for the reference and the Word form, and return the reference."""
        before = len(self.person.messages)
        await self.person.presses("Submit")
        await self.sandbox.until(lambda: self._references(before) and self.person.messages[-1].document, PATIENCE)
        return self._references(before)[0]

    def _references(self, before: int) -> list[str]:
        said = (message.text for message in self.person.messages[before:] if message.sender == "bot")
        return _REFERENCE.findall("\n".join(said))

    async def _answered(self, act: Callable[[], Awaitable[int]], shows: str = "") -> None:
        """Act, and wait for the last message of the answer, sent or redrawn: only that one has buttons."""
        await act()
        heard = self.sandbox.world.version
        await self.sandbox.until(lambda: self._shown(heard, shows), PATIENCE)

    def _shown(self, heard: int, words: str) -> bool:
        chat = self.person.chat
        fresh = (chat.messages.get(number, {}) for number, version in chat.versions.items() if version > heard)
        return any("reply_markup" in message and words in message["text"] for message in fresh)


@dataclass(frozen=True)
class Coordinator:
    """A coordinator, who does one thing after the other."""

    player: Player
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True)
class Review:
    """The review of one submitted practice."""

    author: Player
    coordinator: Coordinator
    reference: str
    practice: Practice

    def word(self, choices: Sequence[str]) -> str:
        """Choose a text: another one for another review, the same one each time for this review."""
        return choices[len(self.practice.name) % len(choices)]

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Player]:
        """Wait until the coordinator is free, then open the practice."""
        async with self.coordinator.turn:
            await self.coordinator.player.says(f"/show {self.reference}", shows=f"{self.reference} · ")
            yield self.coordinator.player


async def claim(review: Review) -> None:
    """Claim the submission."""
    async with review.opened() as coordinator:
        await coordinator.presses("Review this", shows="You are now reviewing this.")


async def comment(review: Review) -> None:
    """Reply to a question with a must-fix comment, and make a suggestion by button."""
    async with review.opened() as coordinator:
        await coordinator.presses("Description", shows="Section 2 of 16")
        shown = await coordinator.hears("Section 2 of 16", review.practice.name)
        await coordinator.replies(shown, review.word(words.COMMENTS), shows="is saved as a must-fix")
        await coordinator.presses("Card", shows="Press a section")
        await coordinator.presses("Evidence and evaluation", shows="Peer review")
        await coordinator.presses("Comment", shows="Comment on", at=await coordinator.hears("Section 9 of 16"))
        await coordinator.presses("Make it a suggestion", shows="(suggestion)")
        await coordinator.says(review.word(words.SUGGESTIONS), shows="is saved as a suggestion")


async def request(review: Review) -> None:
    """Send the comments to the author."""
    async with review.opened() as coordinator:
        await coordinator.presses("Request changes", shows="Send to the author:")
        await coordinator.presses("Send to the author", shows="Sent.")
    await review.author.hears("Changes requested", review.reference)


async def answer(review: Review) -> None:
    """Correct the answer with the must-fix comment."""
    notification = await review.author.hears("Changes requested", review.reference)
    await review.author.presses("Description", shows="Your answer now", at=notification)
    await review.author.says(f"{review.practice.answers['Description']} {review.word(words.ADDED)}", shows="Saved")


async def revise(review: Review) -> None:
    """Reply to the suggestion, and send the revision."""
    await review.author.presses("Reply to the comment", shows="Write your reply")
    await review.author.says(review.word(words.REPLIES), shows="Your reply is saved")
    await review.author.presses("Send revision", shows=f"Your revision of {review.reference}")


async def approve(review: Review) -> None:
    """Approve the submission for the Collection."""
    async with review.opened() as coordinator:
        await coordinator.presses("Approve", shows="Approve:")
        await coordinator.presses("Approve", shows="Approved.")
    await review.author.hears(f"({review.reference}) is approved")


async def decline(review: Review) -> None:
    """Decline the submission, with a reason."""
    async with review.opened() as coordinator:
        await coordinator.presses("Decline", shows="Write the reason")
        await coordinator.says(review.word(words.REASONS), shows="The author gets this reason")
        await coordinator.presses("Decline", shows="Declined.")
    await review.author.hears(f"({review.reference}) is declined")


async def reopen(review: Review) -> None:
    """Reopen the submission."""
    async with review.opened() as coordinator:
        await coordinator.presses("Reopen", shows="Reopen:")
        await coordinator.presses("Reopen", shows="Reopened.")
    await review.author.hears(f"({review.reference}): the earlier decision")


async def withdraw(review: Review) -> None:
    """Withdraw the submission."""
    submitted = await review.author.hears("Submitted", review.reference)
    await review.author.presses("Withdraw", shows="Withdraw:", at=submitted)
    await review.author.presses("Yes, withdraw it", shows=f"{review.reference} is withdrawn")


Scene = Callable[[Review], Awaitable[None]]

SCENES: Mapping[Course, Sequence[Scene]] = {
    "waiting": (),
    "claimed": (claim,),
    "commented": (claim, comment),
    "requested": (claim, comment, request),
    "half revised": (claim, comment, request, answer),
    "revised": (claim, comment, request, answer, revise),
    "approved": (claim, comment, request, answer, revise, approve),
    "approved at once": (claim, approve),
    "declined": (claim, decline),
    "reopened": (claim, decline, reopen),
    "withdrawn": (withdraw,),
}


async def take_course(review: Review) -> None:
    """Play the review as far as planned."""
    for scene in SCENES[review.practice.course]:
        await scene(review)


USER_IDS = dict(transcripts.DEMO_USERS)

SKIP = "/skip"

KEEP = "Keep and fix later"


async def fill(sandbox: Sandbox, planned: Sequence[Practice] | None = None) -> int:
    """Fill the collection: authors write and coordinators review at the same time; return the number of practices."""
    plan = practices() if planned is None else planned
    coordinators = {name: Coordinator(Player(sandbox, sandbox.person(name, USER_IDS[name]))) for name in COORDINATORS}
    by_author = groupby(sorted(plan, key=author_of), key=author_of)
    async with asyncio.TaskGroup() as group:
        for author, own in by_author:
            group.create_task(fill_and_review(Player(sandbox, sandbox.person(author)), list(own), coordinators))
    for coordinator in coordinators.values():
        await coordinator.player.says("/queue", shows="Waiting for review")
    return len(plan)


async def fill_and_review(author: Player, planned: Sequence[Practice], coordinators: Mapping[str, Coordinator]) -> None:
    """Let one author write all their practices, then play the reviews of the submitted ones in turn."""
    for reference, practice in (await fill_all(author, planned)).items():
        await take_course(Review(author, coordinators[practice.coordinator], reference, practice))


def author_of(practice: Practice) -> str:
    """Return the author of a practice."""
    return practice.author


async def fill_all(player: Player, planned: Iterable[Practice]) -> dict[str, Practice]:
    """Fill in one author's practices; return those that were submitted, by reference."""
    submitted: dict[str, Practice] = {}
    await player.says("/start")
    await player.presses(AGREE)
    for number, practice in enumerate(planned):
        if number:
            await player.says("/new")
        await answer_all(player, practice)
        if practice.ending == "submitted":
            submitted[await player.submits()] = practice
    return submitted


async def answer_all(player: Player, practice: Practice) -> None:
    """Answer questions until the practice is filled in as far as planned, or the summary comes."""
    while (asked := player.asked) and asked.section <= practice.sections:
        await player.does(practice.answers.get(asked.title, SKIP))
        for confirm in (USE, KEEP):
            if player.offers(confirm):
                await player.presses(confirm)
        if player.asked == asked:
            raise RuntimeError(f"the sample has no answer for {described(asked)}")


def described(asked: Asked) -> str:
    """Describe a question by its section and title."""
    return f"section {asked.section} of {SECTIONS}, {asked.title}"
