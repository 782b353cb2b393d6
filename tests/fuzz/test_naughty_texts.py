"""Naughty strings as answers, comments, reasons, replies and names: they are stored as typed, and can be shown."""

import pytest
from fuzz.form import PATHS, WRITTEN, at, faults, filled, handed_in, heard, seen, words_of
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
"""The texts that are words: no commands, and no texts without a character that can be stored."""


def staged(text: str) -> CoreTestBed:
    """Set up a submission by Anna with this text, and give Cora this name."""
    bed = CoreTestBed()
    bed.collection.people[CORA] = full_name(kept(text), "")
    begun = {"state": Submitted(), "hand": 1, "drafts": (handed_in(kept(text)),)}
    bed.talker("").conversation = AGREED.model_copy(update=begun)
    return bed


async def act(bed: CoreTestBed, who: str, *labels: str) -> None:
    """Press buttons one after the other."""
    for label in labels:
        await bed.act(Act("presses", label, who=who))


async def say(bed: CoreTestBed, who: str, text: str) -> None:
    """Write a text unchanged: Telegram would cut or trim some texts."""
    talker = bed.talker(who)
    talker.give(talker.wrote(text))
    await bed.act(Act("says", "/start", who=who))


def all_faults(bed: CoreTestBed) -> list[str]:
    """List everything in the replies that Telegram would refuse."""
    replies = [reply for talker in bed.talkers.values() for reply in talker.replies.values()]
    return [fault for reply in replies for fault in faults(reply)]


@pytest.mark.parametrize("name", WORDS)
async def test_naughty_words_in_a_review(name: str) -> None:
    """Comment and reply keep every character, and Telegram accepts all messages on both sides."""
    text = WORDS[name]
    bed = staged(text)
    await bed.act(Act("says", "/show RAN-2026-0001", who="Cora"))
    await act(bed, "Cora", "Review this", QUESTION, "Comment")
    await say(bed, "Cora", text)
    await act(bed, "Cora", "Card", "Read all", "Card", "Request changes", "Send to the author")
    await act(bed, "", QUESTION, "Reply to the comment")
    await say(bed, "", text)
    review = bed.talker("").conversation.drafts[0].review
    assert [(kept(text), kept(text))] == [(comment.text, comment.reply) for comment in review.comments]
    assert [] == all_faults(bed)


@pytest.mark.parametrize("name", WORDS)
async def test_naughty_reason(name: str) -> None:
    """A reason for declining is stored and sent unchanged; without words, or over its limit, nothing is declined."""
    text = WORDS[name]
    bed = staged("words")
    cora = bed.talker("Cora")
    await bed.act(Act("says", "/show RAN-2026-0001", who="Cora"))
    await act(bed, "Cora", "Review this", "Decline")
    cora.give(cora.wrote(text))
    words = kept(text).strip()
    declined = 0 < len(words) <= LONGEST_REASON
    if declined:
        await act(bed, "Cora", "Decline")
    draft = bed.talker("").conversation.drafts[0]
    told = [reply.text for reply in bed.talker("").replies.values() if words in reply.text]
    expected = ("declined", words, 1) if declined else ("submitted", "", 0)
    assert expected == (draft.status, draft.review.log[-1].words, len(told) if declined else 0)
    assert [] == all_faults(bed)


def lost(talker: CoreTalker, path: str, text: str) -> list[str]:
    """List what went wrong with the words."""
    answers = talker.conversation.drafts[0].answers
    answer = answers.get(path)
    # a date in the name of a meeting answers the question for the date
    parted = answer is not None and any(one is not answer and one.parts == answer.parts for one in answers.values())
    found = [] if kept(text) in words_of(talker, path) else ["words lost"]
    written = path in WRITTEN and answer is not None and answer.value is not None and not parted
    if written and answer is not None and seen(answer.value) != seen(kept(text)):
        found.append("another answer")
    return found


@pytest.mark.parametrize("path", PATHS)
def test_naughty_words_at_a_question(path: str) -> None:
    """Every character is in the answer, or in the history if it is none; Telegram accepts the replies.

    A text of a person's own is stored as typed, but for what nobody sees and, on one line, what parts its words.
    """
    found = []
    for name, text in NAUGHTY.items():
        talker = at(path)
        if heard(talker, text):
            found += [(name, fault) for fault in lost(talker, path, text)]
        found += [(name, fault) for reply in talker.replies.values() for fault in faults(reply)]
    assert [] == found


def test_all_questions_are_tried() -> None:
    """The naughty strings go to each of the form's questions, and most of those take a text."""
    assert (31, 16) == (len(PATHS), len(WRITTEN))


@pytest.mark.parametrize("name", NAUGHTY)
def test_naughty_words_in_every_answer(name: str) -> None:
    """If all answers are naughty, Telegram accepts every page of the summary, the overview and each section."""
    talker = filled(kept(NAUGHTY[name]))
    for command in ("/summary", "/overview", "/drafts", "/help", "/back"):
        heard(talker, command)
    assert [] == [fault for reply in talker.replies.values() for fault in faults(reply)]
