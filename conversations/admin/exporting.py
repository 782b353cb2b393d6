"""Exports: chosen by buttons, and sent as a file."""

from datetime import date, timedelta

from conversations.admin import wording
from conversations.admin.deeds import Exported
from conversations.admin.moving import go
from conversations.admin.pages import Exporting
from conversations.fields.dates import Readable, read_date
from conversations.formats import Format
from conversations.messages import ExportFile
from conversations.place import AtOffice
from conversations.status import Status
from conversations.talk import Talk

FORMATS: tuple[Format, ...] = tuple(wording.FORMATS)
STATUSES: tuple[Status, ...] = tuple(wording.STATUSES)


def since_choices(today: date) -> tuple[date | None, ...]:
    """List the first days that can be chosen by button, as ``wording.SINCE`` names them."""
    return None, date(today.year, 1, 1), today - timedelta(days=30), today - timedelta(days=7)


def _page(talk: Talk) -> Exporting:
    place = talk.place
    return place.page if isinstance(place, AtOffice) and isinstance(place.page, Exporting) else Exporting()


def _change(talk: Talk, **changes: object) -> None:
    go(talk, _page(talk).model_copy(update=changes))


def in_format(talk: Talk, index: int) -> None:
    """Choose what the file should be."""
    _change(talk, format=FORMATS[index])


def turn_status(talk: Talk, index: int) -> None:
    """Put a status among those that are exported, or take it away."""
    chosen = {*_page(talk).statuses} ^ {STATUSES[index]}
    _change(talk, statuses=tuple(status for status in STATUSES if status in chosen))


def since(talk: Talk, index: int) -> None:
    """Choose since when the submissions should have been handed in."""
    _change(talk, since=since_choices(talk.today)[index])


def day_written(talk: Talk, page: Exporting, text: str) -> None:
    """Take a day that was typed."""
    found = read_date(" ".join(text.split())[:100])
    if isinstance(found, Readable) and len(found.spans) == 1:
        go(talk, page.model_copy(update={"since": found.spans[0][0]}))
    else:
        talk.say(wording.NOT_A_DAY)


def count(talk: Talk, page: Exporting) -> int:
    """Count what the file would hold."""
    return talk.desk.office.count(page.statuses, page.since)


def send(talk: Talk) -> None:
    """Send the file that was chosen."""
    page = _page(talk)
    file = ExportFile(format=page.format, statuses=page.statuses, since=page.since)
    total = count(talk, page)
    words = f"{wording.wanted(page.format, page.statuses, page.since)}, {wording.submissions(total)}"
    talk.enclose(file, words)
    talk.did(Exported(file=file, count=total))
    go(talk, page)
