"""News: sent to each coordinator once, several together, never more often than they chose."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from gettext import NullTranslations

import pytest
from sqlalchemy import func, select
from support.turns import turn

from conversations.dialogue.conversation import Conversation, Draft, Step
from conversations.dialogue.events import Event, Moved, Submitted
from conversations.dialogue.inputs import Input, Wrote
from conversations.dialogue.model import Every
from conversations.dialogue.replies import Reply
from conversations.dialogue.repositories import ReviewRepository
from conversations.languages import catalogues, current
from conversations.review import notifications
from storage import Database, Heard, News, Outbox, People
from storage.conversations import Loaded, save
from storage.database.tables import NEWS, WATCHERS

CORA, CARL, ANNA = 2001, 2002, 1001

HOUR = timedelta(hours=1)


@pytest.fixture
async def people(db: Database, now: datetime) -> People:
    """Make two people coordinators."""
    people = People(db)
    for user in (CORA, CARL):
        await people.give(user, "coordinator", None, now)
    return people


async def happens(db: Database, now: datetime, update: int, *events: Event, chat: int = ANNA) -> Sequence[int]:
    """Let something happen to the first draft of a chat."""

    def step(conversation: Conversation, _given: Input, now: datetime, _desk: ReviewRepository) -> Step:
        title = {"name.name": {"value": "Open Door", "source": "typed", "at": now}}
        kept = {"number": 1, "created_at": now, "updated_at": now, "status": "submitted", "answers": title}
        draft = Draft.model_validate({**kept, "reference": f"RAN-2026-{chat}"})
        drafts = conversation.drafts or (draft,)
        return Step(conversation=conversation.model_copy(update={"drafts": drafts}), events=events)

    return await turn(db, Heard(update, chat, chat, Wrote(text="", message=1)), step, now) or ()


def moved(move: str) -> Moved:
    """Make the event of an author's move."""
    return Moved.model_validate({"draft": 1, "move": move, "by": ANNA})


async def chooses(db: Database, now: datetime, user: int, every: Every) -> None:
    """Choose how often to hear of news."""

    def step(conversation: Conversation, _given: Input, _now: datetime, _desk: ReviewRepository) -> Step:
        return Step(conversation=conversation, every=every)

    await turn(db, Heard(user, user, user, Wrote(text="", message=1)), step, now)


async def told(db: Database, user: int, now: datetime) -> list[str]:
    """List what somebody has been told, without the frame."""
    outgoing_messages = await Outbox(db).next(user, now)
    return [
        "; ".join(line.text for line in outgoing.reply.lines[1:-1]) for outgoing in outgoing_messages if outgoing.reply
    ]


@pytest.mark.usefixtures("people")
async def test_submission_is_told_in_its_own_turn(db: Database, now: datetime) -> None:
    """Every coordinator gets it at once, in the transaction that made it true."""
    chats = await happens(db, now, 1, Submitted(draft=1))

    assert (CORA, CARL) == chats
    assert await told(db, CORA, now) == ["RAN-2026-1001 · Open Door: new"]


@pytest.mark.usefixtures("people")
async def test_news_is_in_the_language_of_each(db: Database, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """A coordinator's language is spoken if their pages speak it, else English."""
    spoken, whole = list[str](), notifications.news

    def news(items: Sequence[notifications.NewsItem]) -> Reply:
        spoken.append(current())
        return whole(items)

    monkeypatch.setattr(notifications, "news", news)
    monkeypatch.setitem(catalogues._loaded, "fr", NullTranslations())
    for user, language in ((CORA, "fr"), (CARL, "da")):
        await db.change(save, user, Loaded(Conversation(), 0), Conversation(language=language), now)
    await happens(db, now, 1, Submitted(draft=1))

    assert ["fr", "en"] == spoken


@pytest.mark.usefixtures("people")
async def test_news_within_the_hour_come_together(db: Database, now: datetime) -> None:
    """What comes within an hour after a message waits for the end of that hour, and is one message then."""
    await happens(db, now, 1, Submitted(draft=1))
    await happens(db, now + HOUR / 4, 2, Submitted(draft=1), chat=1002)
    await happens(db, now + HOUR / 2, 3, moved("withdraw"))
    news = News(db)

    assert await news.tell(now + HOUR - timedelta(seconds=1)) == ()
    assert await news.tell(now + HOUR) == (CORA, CARL)
    assert await news.tell(now + HOUR) == ()
    assert await told(db, CORA, now) == [
        "RAN-2026-1001 · Open Door: new",
        "RAN-2026-1002 · Open Door: new; RAN-2026-1001 · Open Door: withdrawn by its author",
    ]


@pytest.mark.usefixtures("people")
async def test_several_moves_of_one_stand_in_one_line(db: Database, now: datetime) -> None:
    """Each submission is named once, with what happened to it in order."""
    await happens(db, now, 1, Submitted(draft=1))
    await happens(db, now, 2, moved("revise"))
    await happens(db, now, 3, moved("withdraw"))
    await News(db).tell(now + HOUR)

    assert (await told(db, CARL, now))[1:] == ["RAN-2026-1001 · Open Door: revised, then withdrawn by its author"]


@pytest.mark.usefixtures("people")
async def test_each_hears_as_often_as_chosen(db: Database, now: datetime) -> None:
    """At once, daily and never are kept; a moved clock tells what was left."""
    await chooses(db, now, CORA, "now")
    await chooses(db, now, CARL, "daily")
    for minute in range(3):
        await happens(db, now + timedelta(minutes=minute), minute + 1, Submitted(draft=1), chat=1001 + minute)
    assert (3, 1) == (len(await told(db, CORA, now)), len(await told(db, CARL, now)))

    await News(db).tell(now + 23 * HOUR)
    assert len(await told(db, CARL, now)) == 1
    await News(db).tell(now + 24 * HOUR)
    assert len(await told(db, CARL, now)) == 2


@pytest.mark.usefixtures("people")
async def test_who_wants_none_hears_nothing(db: Database, now: datetime) -> None:
    """Off is off, and after that only what is new from then on need be told."""
    await chooses(db, now, CORA, "off")
    assert CORA not in await happens(db, now, 1, Submitted(draft=1))
    assert await News(db).tell(now + 48 * HOUR) == ()


@pytest.mark.both
@pytest.mark.usefixtures("people")
async def test_own_submission_is_no_news(db: Database, now: datetime) -> None:
    """A coordinator who submits a practice is not told of it; the others are."""
    assert (CARL,) == await happens(db, now, 1, Submitted(draft=1), chat=CORA)


async def test_admin_hears_only_who_chose_so(db: Database, now: datetime) -> None:
    """Admins run the collection; they hear of submissions where they ask for it, from then on what is new to them."""
    await People(db).give(9001, "admin", None, now)
    assert () == await happens(db, now, 1, Submitted(draft=1))

    await chooses(db, now, 9001, "hourly")
    assert await told(db, 9001, now) == ["RAN-2026-1001 · Open Door: new"]
    assert (9001,) == await happens(db, now + HOUR, 2, moved("revise"))


async def test_new_coordinator_hears_from_then_on(db: Database, now: datetime) -> None:
    """Who becomes a coordinator is not told what came before; the queue shows it."""
    await happens(db, now, 1, Submitted(draft=1))
    await People(db).give(CORA, "coordinator", None, now + HOUR)

    assert await News(db).tell(now + 2 * HOUR) == ()
    await happens(db, now + 2 * HOUR, 2, moved("revise"))
    assert await told(db, CORA, now) == ["RAN-2026-1001 · Open Door: revised"]


@pytest.mark.usefixtures("people")
async def test_news_from_before_is_passed_over_once(db: Database, now: datetime) -> None:
    """Who came after all news there is is told nothing, and no later look goes through that news again."""
    await happens(db, now, 1, Submitted(draft=1))
    later = now + timedelta(days=1)
    await People(db).give(ANNA + 1, "coordinator", None, later)
    assert () == await News(db).tell(later)
    kept = select(WATCHERS.c.told_up_to, WATCHERS.c.told_at).where(WATCHERS.c.user_id == ANNA + 1)
    ((newest,),) = await db.rows(select(func.max(NEWS.c.id)))
    assert [(newest, None)] == [tuple(row) for row in await db.rows(kept)]


@pytest.mark.usefixtures("people")
async def test_stopped_chat_hears_when_it_is_back(db: Database, now: datetime) -> None:
    """Nothing piles up for a coordinator who has blocked the bot: all of it is told together later."""
    outbox = Outbox(db)
    await outbox.stop(CORA, now)
    await happens(db, now, 1, Submitted(draft=1))
    await happens(db, now + HOUR, 2, moved("revise"))
    await outbox.resume(CORA)

    assert CORA in await News(db).tell(now + 2 * HOUR)
    assert await told(db, CORA, now) == ["RAN-2026-1001 · Open Door: new, then revised"]


@pytest.mark.usefixtures("people")
async def test_two_processes_tell_once(db: Database, other: Database, now: datetime) -> None:
    """Where two look at the same news at the same time, one of them tells it."""
    await chooses(db, now, CORA, "daily")
    await chooses(db, now, CARL, "off")
    await happens(db, now, 1, Submitted(draft=1))
    await happens(db, now, 2, moved("revise"))
    later = now + 24 * HOUR
    chats = [await each.tell(later) for each in (News(db), News(other))]

    assert sorted(chats) == [(), (CORA,)]
    assert len(await told(db, CORA, now)) == 2
