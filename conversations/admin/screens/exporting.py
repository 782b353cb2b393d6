"""The page on which an export is chosen: what, which, since when, and how many that is."""

from collections.abc import Iterable

from conversations.admin import wording
from conversations.admin.exporting import FORMATS, STATUSES, count, since_choices
from conversations.admin.pages import Exporting
from conversations.messages import Line
from conversations.review.screens.buttons import desk_button
from conversations.review.wording.at_desk import QUEUE
from conversations.screens.layout import Rows, Screen, filled, in_rows
from conversations.talk import Talk
from conversations.wording import CHOSEN


def exporting(talk: Talk, page: Exporting) -> Screen:
    """Show what is chosen, with how many submissions that is."""
    total = count(talk, page)
    nothing = wording.NOTHING_FITS if page.statuses else wording.NO_STATUS
    lines = (
        Line(text=wording.wanted(page.format, page.statuses, page.since), style="bold"),
        Line(text=wording.submissions(total) if total else nothing),
        Line(text=""),
        Line(text=wording.EXPORT_HINT, style="italic"),
    )
    send = (desk_button(talk, wording.SEND_FILE, "deliver"),) if total else ()
    rows: Rows = (
        *_choices(talk, "format", ((wording.FORMATS[one], one == page.format) for one in FORMATS)),
        *_choices(talk, "status", ((wording.STATUSES[one], one in page.statuses) for one in STATUSES)),
        *_choices(talk, "since", zip(wording.SINCE, _since(talk, page), strict=True)),
        *filled(send, (desk_button(talk, QUEUE, "queue"),)),
    )
    return Screen(pages=(lines,), rows=rows)


def _since(talk: Talk, page: Exporting) -> Iterable[bool]:
    return (page.since == day for day in since_choices(talk.today))


def _choices(talk: Talk, action: str, choices: Iterable[tuple[str, bool]]) -> Rows:
    return in_rows(
        desk_button(talk, f"{CHOSEN if chosen else ''}{label}", action, index=n)
        for n, (label, chosen) in enumerate(choices)
    )
