"""How the reviews of the sample go: scenes between an author and a coordinator, played through the bot."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.demo import sample_words as words
from bot.demo.sample_people import Player
from bot.demo.sample_practices import Course, Practice


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
    letter = await review.author.hears("Changes requested", review.reference)
    await review.author.presses("Description", shows="Your answer now", at=letter)
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
