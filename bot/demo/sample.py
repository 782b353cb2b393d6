"""A collection to look at: invented practices that invented people fill in, by typing and pressing, side by side.

Nothing is written into tables: what stands there at the end, the bot has heard.
"""

import asyncio
import re
from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import cast

from bot.demo import sample_practices as words
from bot.demo import transcripts
from bot.demo.sample_practices import COORDINATORS, SECTIONS, Course, Practice, practices
from bot.sandbox import Message, Person, Sandbox
from conversations.privacy.texts import AGREE

PATIENCE = 60.0
"""Seconds that an answer may take on a machine that is busy with other things."""

_HEADER = re.compile(r"^Section (\d+) of \d+ · .+\n(.+)$", re.MULTILINE)

_PRESSED = re.compile(r"\[(.+)\]")

_REFERENCE = re.compile(r"RAN-\d{4}-\d{4,}")


@dataclass(frozen=True)
class Asked:
    """What the bot asks: the number of the section and the title of the question."""

    section: int
    title: str


@dataclass(frozen=True)
class Player:
    """Plays one person, an act at a time."""

    sandbox: Sandbox
    person: Person

    @property
    def said(self) -> Message | None:
        """Return the bot's newest message."""
        said = (message for message in reversed(self.person.messages) if message.sender == "bot")
        return next(said, None)

    @property
    def asked(self) -> Asked | None:
        """Return the question that the bot asks, None where it says something else."""
        header = _HEADER.search(self.said.text) if self.said else None
        return Asked(int(header[1]), header[2]) if header else None

    def offers(self, label: str) -> bool:
        """Say whether the bot's newest message has such a button."""
        return self.said is not None and label in self.said.labels

    def sees(self, *words: str) -> Message | None:
        """Return the bot's newest message that has all these words, None where there is none."""
        said = (message for message in reversed(self.person.messages) if message.sender == "bot")
        return next((message for message in said if all(word in message.text for word in words)), None)

    async def hears(self, *words: str) -> Message:
        """Wait for a message of the bot that has all these words; it may have come already."""
        await self.sandbox.until(lambda: self.sees(*words), PATIENCE)
        return cast("Message", self.sees(*words))

    async def says(self, text: str, shows: str = "") -> None:
        """Write, and wait for the answer; ``shows`` are words of it, where other things may come as well."""
        await self._answered(lambda: self.person.says(text), shows)

    async def replies(self, message: Message, text: str, shows: str) -> None:
        """Write in reply to a message, and wait for the answer."""
        await self._answered(lambda: self.person.says(text, reply_to=message.message_id), shows)

    async def presses(self, label: str, shows: str = "", at: Message | None = None) -> None:
        """Press the newest button of that label, or the one of a message, and wait for the answer."""
        await self._answered(lambda: self.person.presses(label, at.message_id if at else None), shows)

    async def does(self, act: str) -> None:
        """Press what stands in brackets, type anything else."""
        pressed = _PRESSED.fullmatch(act)
        await (self.presses(pressed[1]) if pressed else self.says(act))

    async def submits(self) -> str:
        """Hand in what is on the summary; return its reference, once its Word form is there as well."""
        before = len(self.person.messages)
        await self.person.presses("Submit")
        await self.sandbox.until(lambda: self._references(before) and self.person.messages[-1].document, PATIENCE)
        return self._references(before)[0]

    def _references(self, before: int) -> list[str]:
        said = (message.text for message in self.person.messages[before:] if message.sender == "bot")
        return _REFERENCE.findall("\n".join(said))

    async def _answered(self, act: Callable[[], Awaitable[int]], shows: str = "") -> None:
        """Act, and wait until the bot has said or redrawn the last of what it says: that is what has buttons."""
        await act()
        heard = self.sandbox.world.version
        await self.sandbox.until(lambda: self._shown(heard, shows), PATIENCE)

    def _shown(self, heard: int, words: str) -> bool:
        chat = self.person.chat
        fresh = (chat.messages.get(number, {}) for number, version in chat.versions.items() if version > heard)
        return any("reply_markup" in message and words in message["text"] for message in fresh)


@dataclass(frozen=True)
class Desk:
    """A coordinator at the desk, who does one thing after the other."""

    player: Player
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True)
class Review:
    """The review of one submitted practice."""

    author: Player
    desk: Desk
    reference: str
    practice: Practice

    def word(self, choices: Sequence[str]) -> str:
        """Choose what is said: another review says something else, this one the same again."""
        return choices[len(self.practice.name) % len(choices)]

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Player]:
        """Wait for the coordinator's turn, and let them open the practice."""
        async with self.desk.turn:
            await self.desk.player.says(f"/show {self.reference}", shows=f"{self.reference} · ")
            yield self.desk.player


async def claim(review: Review) -> None:
    """Take it up."""
    async with review.opened() as coordinator:
        await coordinator.presses("Review this", shows="You are on it now.")


async def comment(review: Review) -> None:
    """Say what must be fixed, by replying to the message of a question; make a suggestion by button."""
    async with review.opened() as coordinator:
        await coordinator.presses("Description", shows="Section 2 of 16")
        shown = await coordinator.hears("Section 2 of 16", review.practice.name)
        await coordinator.replies(shown, review.word(words.COMMENTS), shows="is kept (must fix)")
        await coordinator.presses("Card", shows="Press a section")
        await coordinator.presses("Evidence and evaluation", shows="Peer review")
        await coordinator.presses("Comment", shows="Comment on", at=await coordinator.hears("Section 9 of 16"))
        await coordinator.presses("Make it a suggestion", shows="(suggestion)")
        await coordinator.says(review.word(words.SUGGESTIONS), shows="is kept (suggestion)")


async def request(review: Review) -> None:
    """Send the comments to the author."""
    async with review.opened() as coordinator:
        await coordinator.presses("Request changes", shows="Send to the author:")
        await coordinator.presses("Send to the author", shows="Sent.")
    await review.author.hears("Changes requested", review.reference)


async def answer(review: Review) -> None:
    """Put right what must be."""
    notification = await review.author.hears("Changes requested", review.reference)
    await review.author.presses("Description", shows="Your answer now", at=notification)
    await review.author.says(f"{review.practice.answers['Description']} {review.word(words.ADDED)}", shows="Saved")


async def revise(review: Review) -> None:
    """Reply to the suggestion, and send the revision."""
    await review.author.presses("Reply to the comment", shows="Write your reply")
    await review.author.says(review.word(words.REPLIES), shows="Your reply is saved")
    await review.author.presses("Send revision", shows=f"Your revision of {review.reference}")


async def approve(review: Review) -> None:
    """Take it into the Collection."""
    async with review.opened() as coordinator:
        await coordinator.presses("Approve", shows="Approve:")
        await coordinator.presses("Approve", shows="Approved.")
    await review.author.hears(f"({review.reference}) is approved")


async def decline(review: Review) -> None:
    """Decline it, with a reason."""
    async with review.opened() as coordinator:
        await coordinator.presses("Decline", shows="Write the reason")
        await coordinator.says(review.word(words.REASONS), shows="with this reason")
        await coordinator.presses("Decline", shows="Declined.")
    await review.author.hears(f"({review.reference}) is declined")


async def reopen(review: Review) -> None:
    """Take a decision back."""
    async with review.opened() as coordinator:
        await coordinator.presses("Reopen", shows="Reopen:")
        await coordinator.presses("Reopen", shows="Reopened.")
    await review.author.hears(f"({review.reference}): the earlier decision")


async def withdraw(review: Review) -> None:
    """Think better of it."""
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
    """Play a review as far as planned."""
    for scene in SCENES[review.practice.course]:
        await scene(review)


PEOPLE = dict(transcripts.PEOPLE)

SKIP = "/skip"

KEEP = "Keep and fix later"


async def fill(sandbox: Sandbox, planned: Sequence[Practice] | None = None) -> int:
    """Make the collection: authors write and coordinators review, side by side; return how many practices it has."""
    plan = practices() if planned is None else planned
    desks = {name: Desk(Player(sandbox, sandbox.person(name, PEOPLE[name]))) for name in COORDINATORS}
    by_author = groupby(sorted(plan, key=author_of), key=author_of)
    async with asyncio.TaskGroup() as group:
        for author, own in by_author:
            group.create_task(goes_through(Player(sandbox, sandbox.person(author)), list(own), desks))
    for desk in desks.values():
        await desk.player.says("/queue", shows="Waiting for review")
    return len(plan)


async def goes_through(author: Player, planned: Sequence[Practice], desks: Mapping[str, Desk]) -> None:
    """Let one author write all, and see what was submitted through its review, one after the other."""
    for reference, practice in (await fill_all(author, planned)).items():
        await take_course(Review(author, desks[practice.coordinator], reference, practice))


def author_of(practice: Practice) -> str:
    """Return who writes a practice."""
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
    """Answer what is asked until the practice is filled in as far as planned, or the summary comes."""
    while (asked := player.asked) and asked.section <= practice.sections:
        await player.does(practice.answers.get(asked.title, SKIP))
        if player.offers(KEEP):
            await player.presses(KEEP)
        if player.asked == asked:
            raise RuntimeError(f"the sample has no answer that helps at {told(asked)}")


def told(asked: Asked) -> str:
    """Return where a question stands, in words."""
    return f"section {asked.section} of {SECTIONS}, {asked.title}"
