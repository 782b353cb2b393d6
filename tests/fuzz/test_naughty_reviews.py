"""Naughty strings at the review desk: answers that are read, comments, reasons, replies, and names of people."""

import pytest
from fuzz.form import faults, handed_in
from fuzz.naughty import NAUGHTY, kept
from support.core_talker import AGREED, CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from bot.telegram.reading import full_name
from conversations.dialogue.inputs import Wrote
from conversations.dialogue.state import Submitted
from conversations.review.deciding import LONGEST_REASON

pytestmark = pytest.mark.slow

ANNA, CORA = 1001, 2001

QUESTION = "Name of the practice"

WORDS = {name: text for name, text in NAUGHTY.items() if isinstance(CoreTalker().wrote(text), Wrote)}
"""What is written words; commands, and messages of which nothing can be kept, are none."""


def staged(text: str) -> CoreTestBed:
    """Let Anna have handed it in, and Cora be called by that name."""
    stage = CoreTestBed()
    stage.collection.people[CORA] = full_name(kept(text), "")
    begun = {"state": Submitted(), "hand": 1, "drafts": (handed_in(kept(text)),)}
    stage.talker("").conversation = AGREED.model_copy(update=begun)
    return stage


async def act(stage: CoreTestBed, who: str, *labels: str) -> None:
    """Press buttons one after the other."""
    for label in labels:
        await stage.act(Act("presses", label, who=who))


async def say(stage: CoreTestBed, who: str, text: str) -> None:
    """Write a text as it is: Telegram would cut and trim some."""
    talker = stage.talker(who)
    talker.give(talker.wrote(text))
    await stage.act(Act("says", "/start", who=who))


def all_faults(stage: CoreTestBed) -> list[str]:
    """List what Telegram would refuse of all that anybody got."""
    replies = [reply for talker in stage.talkers.values() for reply in talker.replies.values()]
    return [fault for reply in replies for fault in faults(reply)]


@pytest.mark.parametrize("name", WORDS)
async def test_naughty_words_at_the_desk(name: str) -> None:
    """Comment and reply are kept to the last character, and Telegram takes all that either side gets to read."""
    text = WORDS[name]
    stage = staged(text)
    await stage.act(Act("says", "/show RAN-2026-0001", who="Cora"))
    await act(stage, "Cora", "Review this", QUESTION, "Comment")
    await say(stage, "Cora", text)
    await act(stage, "Cora", "Card", "Read all", "Card", "Request changes", "Send to the author")
    await act(stage, "", QUESTION, "Reply to the comment")
    await say(stage, "", text)
    review = stage.talker("").conversation.drafts[0].review
    assert [(kept(text), kept(text))] == [(comment.text, comment.reply) for comment in review.comments]
    assert [] == all_faults(stage)


@pytest.mark.parametrize("name", WORDS)
async def test_naughty_reason(name: str) -> None:
    """A reason for declining is kept and told word for word; without words, or over its limit, it declines nothing."""
    text = WORDS[name]
    stage = staged("words")
    cora = stage.talker("Cora")
    await stage.act(Act("says", "/show RAN-2026-0001", who="Cora"))
    await act(stage, "Cora", "Review this", "Decline")
    cora.give(cora.wrote(text))
    words = kept(text).strip()
    declined = 0 < len(words) <= LONGEST_REASON
    if declined:
        await act(stage, "Cora", "Decline")
    draft = stage.talker("").conversation.drafts[0]
    told = [reply.text for reply in stage.talker("").replies.values() if words in reply.text]
    expected = ("declined", words, 1) if declined else ("submitted", "", 0)
    assert expected == (draft.status, draft.review.log[-1].words, len(told) if declined else 0)
    assert [] == all_faults(stage)
