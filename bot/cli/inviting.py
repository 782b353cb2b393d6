"""Links of the command line: to a role, and to a practice that belongs to nobody."""

import sys
from typing import Literal, get_args

from bot.cli.printing import print_line
from bot.cli.running import opened, username
from bot.clock import now
from bot.logs import set_up
from bot.settings import Settings, WrongSetting, read_settings
from conversations.admin import texts
from conversations.dialogue import reviews
from conversations.dialogue.model import Reviewer
from conversations.filling import giving_texts
from storage import Database, Invites
from storage.giving import id_of, unowned

GIFTS = (*get_args(Reviewer), "practice")


async def invite(gives: Reviewer | Literal["practice"], practice: str | None) -> int:
    """Print a link that gives a role or a practice once; return 1 if there is no such practice of nobody."""
    if gives == "practice":
        return await _invite_to_practice(practice)
    if practice:
        raise WrongSetting(f"invite {gives} takes no practice: {practice}")
    settings = read_settings()
    called = await bot_name(settings)  # first: without it no invitation is made
    async with opened(settings, make=True) as database:
        made = await Invites(database).make(gives, now())
    print_line(f"{texts.link(called, made.code)}\n{texts.works_once(gives, made.until, now())}")
    return 0


async def _invite_to_practice(practice: str | None) -> int:
    if not practice:
        raise WrongSetting("invite practice should have the reference or id of one, such as RAN-2026-0001")
    settings = read_settings()
    called = await bot_name(settings)
    async with opened(settings) as database:
        found = await database.ask(unowned, practice)
        if found is None:
            sys.stderr.write(f"practice-bot: {practice} is no practice that belongs to nobody\n")
            return 1
        number, draft = found
        made = await Invites(database).make(number, now())
    print_line(reviews.heading(draft))
    print_line(f"{texts.link(called, made.code)}\n{giving_texts.practice_link_works_once(made.until, now())}")
    return 0


class Links:
    """Makes the links to practices that are imported for nobody; ``called`` is the bot's username."""

    def __init__(self, database: Database, called: str) -> None:
        self._database = database
        self._called = called

    async def to(self, number: int) -> str:
        """Make a link to the practice of nobody with this number; returns the end of its line."""
        made = await Invites(self._database).make(await self._database.ask(id_of, number), now())
        return f"; its author can get it within 7 days by {texts.link(self._called, made.code)}"


async def bot_name(settings: Settings) -> str:
    """Ask the Bot API for the bot's username, for a link; raises ``WrongSetting``."""
    set_up("ERROR", settings.log_format, settings.token)
    return await username(settings)
