"""What the queue counts, which submission is next, and which questions of authors wait."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection
from support.queued import CARL, CORA, about, keep, seen, submission

from conversations.dialogue.conversation import Draft
from conversations.dialogue.pages import Wanted
from conversations.dialogue.repositories import Listing, Submission
from conversations.dialogue.review_record import Claim, Enquiry, Review, Said
from storage import Database


@pytest.mark.both
async def test_filters_are_counted(db: Database, now: datetime) -> None:
    """Each choice of a filter is counted beside the other filters; themes of drafts in progress are not counted."""
    claim = Review(claim=Claim(by=CORA, since=now))
    await keep(db, 1, submission(now, 1, answers=about("Denmark", "Formers", "Training"), review=claim), now)
    await keep(db, 2, submission(now, 2, answers=about("Denmark", "Training")), now)
    await keep(db, 3, submission(now, 3, answers=about("Finland", "Training"), status="approved"), now)

    def count(connection: Connection) -> tuple[Listing, list[Mapping[str, int]]]:
        repository, draft = seen(connection), Wanted(shelf="draft")
        return repository.listing(Wanted(country="Denmark")), [
            repository.tallies(Wanted(country="Denmark"), "theme", ("Formers", "Training", "Gender/women")),
            repository.tallies(Wanted(theme="Training"), "country", ("Denmark", "Finland")),
            repository.tallies(Wanted(mine=True), "country", ("Denmark", "Finland")),
            repository.tallies(Wanted(theme="Training"), "shelf", ("waiting", "approved", "draft")),
            repository.tallies(draft, "theme", ("Formers",)),
            repository.tallies(draft, "country", ("Denmark",)),
        ]

    listing, tallies = await db.ask(count)
    assert (
        (2, 1),
        [
            {"Formers": 1, "Training": 2, "Gender/women": 0},
            {"Denmark": 2, "Finland": 0},
            {"Denmark": 1, "Finland": 0},
            {"waiting": 2, "approved": 1},
            {},
            {"Denmark": 0},
        ],
    ) == ((listing.total, listing.mine), tallies)


@pytest.mark.both
async def test_next_unclaimed_is_the_longest_waiting_of_others(db: Database, now: datetime) -> None:
    """Claimed ones, the person's own, decided ones and those that the filters leave out are passed over."""
    claim = Review(claim=Claim(by=CARL, since=now))
    days = [now - timedelta(days=n) for n in range(10)]
    await keep(db, 1, submission(days[9], 1, review=claim), now)
    await keep(db, CORA.user, submission(days[8], 2), now)
    await keep(db, 3, submission(days[7], 3, status="approved"), now)
    await keep(db, 4, submission(days[6], 4, answers=about("Finland", "Training")), now)
    await keep(db, 5, submission(days[5], 5, answers=about("Denmark", "Training")), now)
    wanted = [Wanted(), Wanted(country="Denmark", mine=True, page=3), Wanted(theme="Training"), Wanted(theme="Formers")]

    def look(connection: Connection) -> list[Submission | None]:
        return [seen(connection).next_unclaimed(one) for one in wanted]

    found = await db.ask(look)
    assert ["RAN-2026-0004", "RAN-2026-0005", "RAN-2026-0004", None] == [one and one.draft.reference for one in found]


@pytest.mark.both
async def test_questions_wait_in_the_order_they_came(db: Database, now: datetime) -> None:
    """Drafts with unanswered questions are listed, but none of the person's own; the questions are counted."""
    await keep(db, 1, asking(now, now - timedelta(hours=1)), now)
    await keep(db, 2, asking(now, now - timedelta(hours=3), now), now)
    await keep(db, CORA.user, asking(now, now), now)
    await keep(db, 4, submission(now, 4), now)

    def look(connection: Connection) -> tuple[list[int], int, int]:
        repository = seen(connection)
        found = [one.author for one in repository.asked(0).submissions]
        return found, repository.asked(1).total, repository.listing(Wanted()).questions

    assert ([2, 1], 3, 3) == await db.ask(look)


def asking(now: datetime, *times: datetime) -> Draft:
    """Make a draft in progress whose author has asked the coordinators at these times, and had one reply."""
    words = [Said(text="Do you take schools?", message=1, at=at) for at in (now, *times)]
    reply = Said(text="Yes.", message=2, at=now, by=CARL)
    asked = [(words[0], reply), *((one,) for one in words[1:])]
    enquiries = tuple(
        Enquiry(number=n, question="description.description", said=said) for n, said in enumerate(asked, 1)
    )
    return Draft(number=1, created_at=now, updated_at=now, review=Review(enquiries=enquiries))
