"""People: their roles and private chats."""

from datetime import datetime, timedelta

from storage import Database, People, Person


async def test_unknown_person_is_a_practitioner(db: Database) -> None:
    """Who was never met may do what everyone may."""
    assert await People(db).role_of(5) == "practitioner"


async def test_admin_from_the_settings_is_one(db: Database, now: datetime) -> None:
    """Admins of the settings are admins whatever the table says."""
    people = People(db, admin_ids=frozenset({5}))
    await people.give(5, "practitioner", None, now)

    assert await people.role_of(5) == "admin"
    assert [person.role for person in await people.all()] == ["admin"]


async def test_role_is_given(db: Database, now: datetime) -> None:
    """A role counts from the time it is given, also before the first word, and can be changed."""
    people = People(db)
    await people.give(2**40, "coordinator", None, now)
    assert await people.role_of(2**40) == "coordinator"

    later = now + timedelta(days=1)
    await people.give(2**40, "admin", 6, later)
    assert await people.all() == (Person(2**40, None, "admin", later, 6, None),)


async def test_seen_keeps_the_role(db: Database, now: datetime) -> None:
    """Whoever is seen is known with the chat; a role that was given stays."""
    people = People(db)
    await people.give(5, "coordinator", 6, now)
    later = now + timedelta(hours=1)
    await people.seen(5, 50, later)
    await people.seen(7, 70, later)

    assert await people.all() == (
        Person(5, 50, "coordinator", now, 6, later),
        Person(7, 70, "practitioner", later, None, later),
    )


async def test_seen_again_writes_once_a_day(db: Database, now: datetime) -> None:
    """The time a person was last seen is written when it is a day old, or the chat another."""
    people = People(db)
    times = [now, now + timedelta(hours=1), now + timedelta(days=1)]
    seen = []
    for time in times:
        await people.seen(5, 50, time)
        seen.append((await people.all())[0].seen_at)
    assert seen == [times[0], times[0], times[2]]

    await people.seen(5, 51, times[2])
    assert [person.chat_id for person in await people.all()] == [51]
