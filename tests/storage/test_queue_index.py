"""The queue index has each submission under each of its themes, and nothing else; no row is written in vain."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, select
from support.practices import practice
from support.statements import heard

from conversations.dialogue.conversation import Answer, Draft, Version
from conversations.dialogue.review_record import Claim, Member, Review
from conversations.dialogue.reviews import made
from storage import Database
from storage.conversations import load, save, save_submission
from storage.database.tables import DRAFT_THEMES, DRAFTS
from storage.privacy.erasure import erase_from_shell

ANNA = 5

CORA = Member(user=8, name="Cora Coordinator")

Row = tuple[int, str, str, str | None, int | None, datetime | None]


async def kept(db: Database, draft: Draft, now: datetime) -> None:
    """Keep a draft as a turn of its author does."""
    await db.change(_keep, draft, now)


def _keep(connection: Connection, draft: Draft, now: datetime) -> None:
    before = load(connection, ANNA)
    others = [each for each in before.conversation.drafts if each.number != draft.number]
    drafts = tuple(sorted([*others, draft], key=lambda each: each.number))
    save(connection, ANNA, before, before.conversation.model_copy(update={"drafts": drafts}), now)


async def index_rows(db: Database) -> Sequence[Row]:
    """Give all rows, by draft and theme."""
    rows = await db.rows(select(DRAFT_THEMES).order_by(DRAFT_THEMES.c.draft_id, DRAFT_THEMES.c.theme))
    return [tuple(row) for row in rows]


def handed_in(now: datetime, number: int = 1, themes: Sequence[str] = ("Formers", "Training")) -> Draft:
    """Hand in a practice with these themes."""
    draft = practice(number, {"key_themes.themes": [*themes]}, status="draft", submitted_at=now)
    version = Version(at=now, answers=draft.answers)
    return made(draft.model_copy(update={"versions": (version,)}), "hand in", now, None)


def in_progress(now: datetime) -> Draft:
    """Begin a practice."""
    return practice(1, status="draft", reference=None, submitted_at=None, updated_at=now)


@pytest.fixture
def written() -> Iterator[list[str]]:
    """Listen to what is written to the queue index."""
    found = list[str]()

    def hear(_connection: Connection, text: str, _given: object) -> None:
        if "draft_themes" in text and not text.startswith("SELECT"):
            found.append(text)

    with heard(hear):
        yield found


async def test_draft_in_progress_stands_nowhere(db: Database, now: datetime, written: list[str]) -> None:
    """A draft in progress has its themes in its row, whatever its author does, and nothing is written beside it."""
    later = now + timedelta(hours=1)
    for at in (now, later):
        await kept(db, in_progress(at), now)
    themes = await db.rows(select(DRAFTS.c.themes, DRAFTS.c.waits_since))

    assert ([("|Prison and probation|Rehabilitation|", later)], [], []) == (themes, await index_rows(db), written)


async def test_what_is_handed_in_stands_under_its_themes(db: Database, now: datetime) -> None:
    """A draft that is handed in gets a row for each theme, and its own has none of them any more."""
    await kept(db, in_progress(now), now)
    await kept(db, handed_in(now), now)

    state = ("submitted", "Denmark", None, now)
    assert [(1, "Formers", *state), (1, "Training", *state)] == await index_rows(db)
    assert [(None,)] == await db.rows(select(DRAFTS.c.themes))


async def test_change_that_is_not_sent_writes_nothing(db: Database, now: datetime, written: list[str]) -> None:
    """An author who changes what was handed in, themes too, leaves the index alone until a revision is sent."""
    draft = handed_in(now)
    await kept(db, draft, now)
    before = len(written)
    themes = Answer(value=["Formers", "Gender/women"], source="edited", at=now)
    changed = draft.model_copy(update={"answers": {**draft.answers, "key_themes.themes": themes}})
    await kept(db, changed, now)
    unsent = [row[1] for row in await index_rows(db)]
    assert (before, ["Formers", "Training"]) == (len(written), unsent)

    keyboard_version = Version(at=now, answers=changed.answers)
    await kept(db, changed.model_copy(update={"versions": (*draft.versions, keyboard_version)}), now)
    assert ["Formers", "Gender/women"] == [row[1] for row in await index_rows(db)]


async def test_rows_follow_the_desk(db: Database, now: datetime) -> None:
    """Who takes a submission up, and what becomes of it, is in its rows with the same commit."""
    draft = handed_in(now)
    await kept(db, draft, now)
    claimed = draft.model_copy(update={"review": Review(log=draft.review.log, claim=Claim(by=CORA, since=now))})
    await db.change(save_submission, ANNA, 1, claimed)
    held = await index_rows(db)
    await db.change(save_submission, ANNA, 2, made(draft, "approve", now, CORA))

    assert [("submitted", CORA.user), ("submitted", CORA.user)] == [(row[2], row[4]) for row in held]
    assert [("approved", None), ("approved", None)] == [(row[2], row[4]) for row in await index_rows(db)]


async def test_rows_of_several_drafts_are_their_own(db: Database, now: datetime) -> None:
    """Of two drafts of a person each has its rows, and what changes in one leaves those of the other."""
    await kept(db, handed_in(now), now)
    await kept(db, handed_in(now, 2, ("Training",)), now)
    await kept(db, made(handed_in(now), "withdraw", now, None), now)

    assert [(1, "Formers", "withdrawn"), (1, "Training", "withdrawn"), (2, "Training", "submitted")] == [
        row[:3] for row in await index_rows(db)
    ]


async def test_submission_without_themes(db: Database, now: datetime) -> None:
    """A submission of an older form that has no themes stands under none."""
    draft = handed_in(now)
    nothing = {**draft.answers, "key_themes.themes": Answer(value=None, source="typed", at=now)}
    await kept(db, draft.model_copy(update={"versions": (Version(at=now, answers=nothing),)}), now)

    assert [] == await index_rows(db)


@pytest.mark.parametrize(("withdraw", "left"), [(True, []), (False, ["Formers", "Training"])])
async def test_forgetting_clears_the_shelves(db: Database, now: datetime, withdraw: bool, left: list[str]) -> None:  # noqa: FBT001 - a case
    """What is forgotten stands nowhere; what stays published stands where it stood."""
    approved = made(handed_in(now), "approve", now, CORA)
    await kept(db, approved, now)
    await kept(db, handed_in(now, 2), now)
    await db.change(lambda connection: erase_from_shell(connection, ANNA, frozenset(), now, withdraw=withdraw))

    assert left == [row[1] for row in await index_rows(db)]
