"""Exports: the admin chooses a format, statuses and a first day, and gets a file."""

from collections.abc import Iterable
from datetime import date, timedelta

from conversations.admin import texts
from conversations.dialogue.audit import Exported
from conversations.dialogue.context import Context
from conversations.dialogue.layout import Rows, Screen, filled, in_rows
from conversations.dialogue.model import Format, Status
from conversations.dialogue.pages import Exporting
from conversations.dialogue.replies import ExportFile, Line
from conversations.dialogue.state import AtOffice
from conversations.fields.dates import Readable, read_date
from conversations.filling.texts import CHOSEN
from conversations.review.navigation import open_admin_page, page_button
from conversations.review.texts import QUEUE

FORMATS: tuple[Format, ...] = tuple(texts.FORMATS)

STATUSES: tuple[Status, ...] = tuple(texts.STATUSES)


def since_choices(today: date) -> tuple[date | None, ...]:
    """List the first days that have a button, in the order of their labels in ``texts.SINCE``."""
    return None, date(today.year, 1, 1), today - timedelta(days=30), today - timedelta(days=7)


def _page(context: Context) -> Exporting:
    state = context.state
    return state.page if isinstance(state, AtOffice) and isinstance(state.page, Exporting) else Exporting()


def _change(context: Context, **changes: object) -> None:
    open_admin_page(context, _page(context).model_copy(update=changes))


def choose_format(context: Context, index: int) -> None:
    """Choose the format by its number in ``FORMATS``."""
    _change(context, format=FORMATS[index])


def choose_status(context: Context, index: int) -> None:
    """Choose a status by its number in ``STATUSES``, or remove it again."""
    chosen = {*_page(context).statuses} ^ {STATUSES[index]}
    _change(context, statuses=tuple(status for status in STATUSES if status in chosen))


def choose_since(context: Context, index: int) -> None:
    """Choose the first day by its number in ``since_choices``."""
    _change(context, since=since_choices(context.today)[index])


def day_written(context: Context, page: Exporting, text: str) -> None:
    """Choose a first day that was typed."""
    found = read_date(" ".join(text.split())[:100])
    if isinstance(found, Readable) and len(found.spans) == 1:
        open_admin_page(context, page.model_copy(update={"since": found.spans[0][0]}))
    else:
        context.say(texts.NOT_A_DAY)


def _count(context: Context, page: Exporting) -> int:
    """Count the submissions of the file."""
    return context.repository.administration.count(page.statuses, page.since)


def send(context: Context) -> None:
    """Send the file and write an audit entry."""
    page = _page(context)
    file = ExportFile(format=page.format, statuses=page.statuses, since=page.since)
    total = _count(context, page)
    words = f"{texts.wanted(page.format, page.statuses, page.since)}, {texts.submissions(total)}"
    context.enclose(file, words)
    context.did(Exported(file=file, count=total))
    open_admin_page(context, page)


def export_screen(context: Context, page: Exporting) -> Screen:
    """Draw the choices, with the number of submissions that the file will have."""
    total = _count(context, page)
    nothing = texts.NOTHING_FITS if page.statuses else texts.NO_STATUS
    lines = (
        Line(text=texts.wanted(page.format, page.statuses, page.since), style="bold"),
        Line(text=texts.submissions(total) if total else nothing),
        Line(text=""),
        Line(text=texts.EXPORT_HINT, style="italic"),
    )
    days = zip(texts.SINCE, since_choices(context.today), strict=True)
    send = (page_button(context, texts.SEND_FILE, "deliver"),) if total else ()
    rows = (
        *_choices(context, "format", ((texts.FORMATS[one], one == page.format) for one in FORMATS)),
        *_choices(context, "status", ((texts.STATUSES[one], one in page.statuses) for one in STATUSES)),
        *_choices(context, "since", ((label, page.since == day) for label, day in days)),
        *filled(send, (page_button(context, texts.OFFICE, "office"), page_button(context, QUEUE, "queue"))),
    )
    return Screen(pages=(lines,), rows=rows)


def _choices(context: Context, action: str, choices: Iterable[tuple[str, bool]]) -> Rows:
    return in_rows(
        page_button(context, f"{CHOSEN if chosen else ''}{label}", action, index=n)
        for n, (label, chosen) in enumerate(choices)
    )
