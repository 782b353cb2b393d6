"""The commands of ``practice-bot`` about people: roles, invitations, the audit log; each gives its exit code."""

from bot.clock import now
from bot.logs import set_up
from bot.settings import Settings, WrongSetting, read_settings
from bot.shell import opened, print_line, username
from conversations.admin import wording
from conversations.roles import Reviewer
from storage import Audit, Database, Invites, People, Person, Role


async def give_role(user_id: int, role: Role) -> int:
    """Give a person a role; an admin of the settings keeps theirs."""
    settings = read_settings()
    if user_id in settings.admin_ids and role != "admin":
        raise WrongSetting(f"{user_id} is an admin by ADMIN_IDS; take the number out of there, and start the bot again")
    async with opened(settings, make=True) as database:  # the first admin may come before the first start
        await _people(settings, database).give(user_id, role, None, now())
    print_line(f"{user_id} is {role}")
    return 0


async def list_people() -> int:
    """List everyone, with role, day and who gave it, a line each."""
    settings = read_settings()
    async with opened(settings) as database:
        for person in await _people(settings, database).all():
            print_line(f"{person.user_id} {person.role} since {person.since:%Y-%m-%d}{_by(person, settings)}")
    return 0


def _by(person: Person, settings: Settings) -> str:
    if person.user_id in settings.admin_ids:
        return " by the settings"
    if person.role == "practitioner":
        return ""
    giver = {None: wording.SHELL, 0: wording.GONE}.get(person.given_by, str(person.given_by))
    return f" by {giver}" if person.invitation is None else f" by invitation {person.invitation} of {giver}"


async def invite(role: Reviewer) -> int:
    """Print a link that gives a role once; without the bot's name, which the Bot API tells, none is made."""
    settings = read_settings()
    set_up("ERROR", settings.log_format, settings.token)
    called = await username(settings)
    async with opened(settings, make=True) as database:
        made = await Invites(database).make(role, now())
    print_line(wording.link(role, called, made.code, made.until))
    return 0


async def print_audit() -> int:
    """Print the audit log, the oldest line first."""
    async with opened(read_settings()) as database:
        async for entry in Audit(database).all():
            print_line(wording.entry(entry))
    return 0


def _people(settings: Settings, database: Database) -> People:
    return People(database, frozenset(settings.admin_ids))
