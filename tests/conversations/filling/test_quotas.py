"""The limits for one person: open drafts, and bytes of files."""

import pytest
from support.core_talker import AGREED, CoreTalker
from support.practices import practice

from bot.demo.transcripts import Act, Said
from conversations.diagram import NOW
from conversations.dialogue.conversation import Attachment, Draft, Version
from conversations.dialogue.events import FileKept
from conversations.dialogue.inputs import Attached, Input
from conversations.dialogue.state import Asking, Choosing, State, Submitted, Summary
from conversations.filling import file_texts
from conversations.filling import texts as filling_texts
from conversations.filling.attachments import LARGEST, MOST_BYTES, takes_file
from conversations.filling.navigation import MOST_OPEN

PATH = "deliverables.deliverables"


def draft(number: int, *files: Attachment, **fields: object) -> Draft:
    """Make an open draft with these files."""
    given = {"status": "draft", "reference": None, "submitted_at": None, **fields}
    return practice(number).model_copy(update={**given, "attachments": files})


def stored(number: int, size: int = LARGEST) -> Attachment:
    """Make a file of a draft."""
    return Attachment(question=PATH, name=f"{number}.pdf", sha256=f"{number:064}", size=size, message=number, at=NOW)


def person(state: State, *drafts: Draft) -> CoreTalker:
    """Be a person with these drafts; the first is the current one."""
    return CoreTalker(AGREED.model_copy(update={"state": state, "hand": 1, "drafts": drafts}))


def sent(size: int, sha256: str = "ab" * 32) -> Attached:
    """Send a file."""
    return Attached(what="document", caption="", message=900, name="film.mp4", size=size, sha256=sha256)


def heard(one: CoreTalker, given: Input) -> str:
    """Take a step; return the first text that follows."""
    return next(shown.text for shown in one.give(given) if isinstance(shown, Said))


def says(one: CoreTalker, act: str) -> str:
    """Do one thing; return the first text that follows."""
    shown = one.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return next(said.text for said in shown if isinstance(said, Said))


@pytest.mark.parametrize("way", ["/new", "[New practice]"])
def test_draft_beyond_the_most_is_refused(way: str) -> None:
    """A person with 20 open drafts is told what to do, sees them all, and loses nothing."""
    drafts = tuple(draft(number) for number in range(1, MOST_OPEN + 1))
    one = person(Summary(), *drafts)
    says(one, "/drafts")
    said = says(one, way)

    assert said.startswith("You have 20 open drafts, the most that one person can have. Submit or delete one first")
    assert (Choosing(), MOST_OPEN) == (one.conversation.state, len(one.conversation.drafts))
    says(one, "1")
    assert Summary() == one.conversation.state


def test_twentieth_draft_is_begun() -> None:
    """Up to 20 open drafts are fine; submissions do not count."""
    handed_in = [practice(number) for number in range(1, 6)]
    drafts = [draft(number) for number in range(6, 5 + MOST_OPEN)]
    one = person(Submitted(), *handed_in, *drafts)
    assert filling_texts.NEW_DRAFT in says(one, "/new")
    assert 5 + MOST_OPEN == len(one.conversation.drafts)
    assert filling_texts.SAME_DRAFT in says(one, "/new")


def test_submitting_one_makes_room() -> None:
    """After one of 20 is submitted, another one can be begun."""
    one = person(Summary(), *(draft(number) for number in range(1, MOST_OPEN + 1)))
    says(one, "/summary")
    says(one, "[Submit]")
    assert filling_texts.NEW_DRAFT in says(one, "/new")


def test_file_beyond_what_one_person_can_keep_is_refused() -> None:
    """All drafts and submissions count together; the bot says the figures and fetches nothing."""
    older = tuple(stored(number) for number in range(9))
    one = person(Asking(question=PATH), draft(1, stored(9, LARGEST - 5)), draft(2, *older))
    assert takes_file(one.conversation, sent(5, ""))
    assert not takes_file(one.conversation, sent(6, ""))

    said = heard(one, sent(LARGEST))
    assert said.startswith(file_texts.too_much_in_files("film.mp4", LARGEST, MOST_BYTES - 5, MOST_BYTES))
    assert "the limit is 200 MB for one person" in said
    assert not any(isinstance(event, FileKept) for event in one.events)


def test_last_byte_is_taken() -> None:
    """A total of 200 MB is fine."""
    older = tuple(stored(number) for number in range(9))
    one = person(Asking(question=PATH), draft(1), draft(2, *older))
    assert "Saved: film.mp4" in heard(one, sent(LARGEST))


def test_same_content_counts_once() -> None:
    """The same content in several drafts counts once."""
    shared = tuple(stored(number) for number in range(10))
    one = person(Asking(question=PATH), draft(1), draft(2, *shared), draft(3, *shared))
    assert "Saved: film.mp4" in heard(one, sent(LARGEST, shared[0].sha256))


def test_files_of_what_was_handed_in_count() -> None:
    """A file that was removed still counts if a submitted version has it."""
    version = Version(at=NOW, answers={}, attachments=tuple(stored(number) for number in range(10)))
    one = person(Asking(question=PATH), draft(1), practice(2).model_copy(update={"versions": (version,)}))
    assert "the limit is 200 MB" in heard(one, sent(1))
