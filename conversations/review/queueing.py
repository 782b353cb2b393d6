"""The queue: listed by page, narrowed by status, theme, country and whose it is; and dossiers opened from it."""

import re
from collections.abc import Sequence

from conversations import drafts
from conversations.asked import question_at
from conversations.messages import WordForm
from conversations.place import AtDesk
from conversations.review.desk import Dossier
from conversations.review.dossiers import note_reading
from conversations.review.pages import Card, Changes, Narrowing, Page, Queue, Reading, Shelf, Wanted, Whole
from conversations.review.wording import at_desk
from conversations.talk import Talk
from conversations.template import in_use
from conversations.wording import form_caption

_REFERENCE = re.compile(r"(?:RAN[-\s]?)?(\d{4})[-\s/](\d{1,6})", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"(?:RAN[-\s]?)?#?0*(\d{1,6})", re.ASCII | re.IGNORECASE)


def themes() -> Sequence[str]:
    """List the themes that a queue can be narrowed to."""
    return question_at("key_themes.themes").kind.choices


def countries() -> Sequence[str]:
    """List the countries that a queue can be narrowed to."""
    return question_at("country_of_origin.country").kind.choices


def shelves() -> Sequence[Shelf]:
    """List what a queue can show."""
    return tuple(at_desk.SHELVES)


def go(talk: Talk, page: Page, wanted: Wanted | None = None) -> None:
    """Open a page of the desk; who comes from a practice of their own finds it again where they left it."""
    here = talk.place
    if isinstance(here, AtDesk):
        talk.go(AtDesk(page=page, wanted=wanted or here.wanted))
    else:
        drafts.put_down(talk)
        talk.go(AtDesk(page=page, wanted=wanted or Wanted()))


def show(talk: Talk, reference: str) -> None:
    """Open the submission with that reference, however it is written."""
    if not reference:
        talk.say(at_desk.SHOW_WHAT)
        _stay(talk)
        return
    dossier = talk.desk.referred(normal(reference, talk.today.year))
    if dossier is None:
        talk.say(at_desk.no_such(reference))
        _stay(talk)
    else:
        go(talk, Card(dossier=dossier.number))


def _stay(talk: Talk) -> None:
    if not isinstance(talk.place, AtDesk):
        go(talk, Queue())


def normal(reference: str, year: int) -> str:
    """Write a reference as the collection does: ``ran 2026-7`` and, of this year, ``7`` are ``RAN-2026-0007``."""
    text = " ".join(reference.split())
    if whole := _REFERENCE.fullmatch(text):
        return f"RAN-{whole[1]}-{int(whole[2]):04d}"
    if short := _NUMBER.fullmatch(text):
        return f"RAN-{year}-{int(short[1]):04d}"
    return text.upper()


def narrow(talk: Talk, by: str, index: int) -> None:
    """Narrow the queue to one of the choices; 0 stands for all."""
    wanted = _wanted(talk)
    match by:
        case "shelf":
            changed = wanted.model_copy(update={"shelf": _nth(shelves(), index) or "waiting"})
        case "theme":
            changed = wanted.model_copy(update={"theme": _nth(themes(), index)})
        case _:
            changed = wanted.model_copy(update={"country": _nth(countries(), index)})
    go(talk, Queue(), changed.model_copy(update={"page": 0}))


def _nth(choices: Sequence[str], index: int) -> str | None:
    return choices[index - 1] if 1 <= index <= len(choices) else None


def turn(talk: Talk, page: int) -> None:
    """Turn to a page of the queue."""
    go(talk, Queue(), _wanted(talk).model_copy(update={"page": page}))


def mine(talk: Talk) -> None:
    """Narrow the queue to what the coordinator is on, or widen it again."""
    wanted = _wanted(talk)
    go(talk, Queue(), wanted.model_copy(update={"mine": not wanted.mine, "page": 0}))


def choices(talk: Talk, by: str) -> None:
    """Show by what the queue can be narrowed."""
    go(talk, Narrowing.model_validate({"by": by}))


def _wanted(talk: Talk) -> Wanted:
    return talk.place.wanted if isinstance(talk.place, AtDesk) else Wanted()


def find(talk: Talk, number: int) -> Dossier | None:
    """Find a dossier; say that it is gone, and show the queue, where it is."""
    dossier = talk.dossier(number)
    if dossier is None:
        talk.say(at_desk.NO_DOSSIER)
        go(talk, Queue())
    return dossier


def read_section(talk: Talk, dossier: Dossier, section: str) -> None:
    """Open a section of a dossier; the author can see that it was read."""
    if section in in_use().by_key:
        _read(talk, dossier, Reading(dossier=dossier.number, section=section))
    else:
        talk.say(at_desk.CHANGED_MEANWHILE)


def read_whole(talk: Talk, dossier: Dossier) -> None:
    """Open all of a dossier."""
    _read(talk, dossier, Whole(dossier=dossier.number))


def send_form(talk: Talk, dossier: Dossier) -> None:
    """Send the Word form of a dossier by itself: who has it can read all of it."""
    note_reading(talk, dossier)
    talk.enclose(WordForm(dossier=dossier.number), form_caption(dossier.draft.reference))
    talk.silent = True


def read_changes(talk: Talk, dossier: Dossier) -> None:
    """Open what has changed in a dossier."""
    _read(talk, dossier, Changes(dossier=dossier.number))


def _read(talk: Talk, dossier: Dossier, page: Page) -> None:
    note_reading(talk, dossier)
    go(talk, page)
