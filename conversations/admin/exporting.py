"""Exports: a coordinator or admin chooses a format, for whom it is, statuses, filters and a first day."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from conversations.admin import export_texts, texts
from conversations.dialogue.audit import Exported
from conversations.dialogue.context import Context
from conversations.dialogue.layout import Rows, Screen, filled, in_rows
from conversations.dialogue.model import Face, Format, Selection, Status
from conversations.dialogue.pages import Exporting
from conversations.dialogue.replies import Button, ExportFile, Line
from conversations.dialogue.repositories import may_administer
from conversations.dialogue.state import AtOffice
from conversations.fields import texts as fields_texts
from conversations.fields.country_names import choice_in_language
from conversations.fields.dates import Readable, read_date
from conversations.filling.texts import CHOSEN
from conversations.form.texts import shortened
from conversations.review.navigation import open_admin_page, page_button
from conversations.review.queue import countries, normal, themes
from conversations.review.queue_texts import ALL
from conversations.review.texts import BACK, QUEUE

FORMATS: tuple[Format, ...] = tuple(export_texts.FORMATS)

FACES: tuple[Face, ...] = tuple(export_texts.FACES)

STATUSES: tuple[Status, ...] = tuple(export_texts.STATUSES)

FILTERS: Mapping[str, Callable[[], Sequence[str]]] = {"theme": themes, "country": countries}
"""The fields of ``Selection`` that have a list of values."""

MOST_REFERENCES = 20
"""The most references of one export in the chat; each has a button."""

_LONGEST = 1000

_LONGEST_LABEL = 30

_RAN = re.compile("ran", re.IGNORECASE)

_BETWEEN = re.compile(r"[,;]|\s(?=ran)", re.IGNORECASE)

_REFERENCE = re.compile(r"RAN-\d{4}-\d{4,6}", re.ASCII)


def since_choices(today: date) -> tuple[date | None, ...]:
    """List the first days that have a button, in the order of their labels in ``export_texts.SINCE``."""
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


def choose_face(context: Context, index: int) -> None:
    """Choose whom the file is for by the number in ``FACES``."""
    _change(context, face=FACES[index])


def choose_filter(context: Context, by: str, index: int | None) -> None:
    """Show the values of a filter, or set it to one of them, counted from 1; 0 removes it."""
    if by not in FILTERS:
        _change(context, by=None)
    elif index is None:
        _change(context, by=by)
    else:
        values = FILTERS[by]()
        _change(context, **{"by": None, by: values[index - 1] if 1 <= index <= len(values) else None})


def remove_reference(context: Context, index: int) -> None:
    """Remove a reference by its number on the page."""
    references = _page(context).references
    _change(context, references=(*references[:index], *references[index + 1 :]))


def written(context: Context, page: Exporting, text: str) -> None:
    """Choose by what was typed: references, a theme, a country, or a first day."""
    plain = " ".join(text.split())[:_LONGEST]
    found = read_date(plain[:100])
    chosen = next((by for by, values in FILTERS.items() if _named(values(), plain)), None)
    if references := _references(plain, context.today):
        several = tuple(dict.fromkeys((*page.references, *references)))[:MOST_REFERENCES]
        open_admin_page(context, page.model_copy(update={"references": several}))
    elif chosen:
        value = _named(FILTERS[chosen](), plain)
        open_admin_page(context, page.model_copy(update={"by": None, chosen: value}))
    elif isinstance(found, Readable) and len(found.spans) == 1:
        open_admin_page(context, page.model_copy(update={"since": found.spans[0][0]}))
    else:
        context.say(export_texts.NOT_A_CHOICE)


def _references(text: str, today: date) -> tuple[str, ...]:
    """Read references, such as ``RAN-2026-0001, ran 2026 2``; none if there is anything else."""
    read = [normal(piece, today.year) for piece in _BETWEEN.split(text) if piece.strip()]
    return tuple(read) if all(_REFERENCE.fullmatch(one) for one in read) and _RAN.match(text) else ()


def _named(values: Sequence[str], text: str) -> str | None:
    """Find the value that a text names, in English or in the language of the talk."""
    typed = text.casefold()
    return next((value for value in values if typed in {value.casefold(), choice_in_language(value).casefold()}), None)


def _file(page: Exporting) -> ExportFile:
    return ExportFile(format=page.format, **page.model_dump(include={*Selection.model_fields}))


def send(context: Context) -> None:
    """Send the file and write an audit entry."""
    page = _page(context)
    file = _file(page)
    total = context.repository.administration.count(file)
    context.enclose(file, f"{export_texts.wanted(file)}, {fields_texts.submissions(total)}")
    context.did(Exported(file=file, count=total))
    open_admin_page(context, page)


def export_screen(context: Context, page: Exporting) -> Screen:
    """Draw the choices, with the number of submissions that the file will have."""
    if page.by is not None:
        return _filter_screen(context, page, page.by)
    file = _file(page)
    total = context.repository.administration.count(file)
    nothing = export_texts.NOTHING_FITS if page.statuses else export_texts.NO_STATUS
    lines = (
        Line(text=export_texts.wanted(file), style="bold"),
        Line(text=fields_texts.submissions(total) if total else nothing),
        Line(text=""),
        Line(text=export_texts.FACES_MEAN[page.face]),
        Line(text=export_texts.EXPORT_HINT, style="italic"),
    )
    days = zip(export_texts.SINCE, since_choices(context.today), strict=True)
    send = (page_button(context, export_texts.SEND_FILE, "deliver"),) if total else ()
    office = (page_button(context, texts.OFFICE, "office"),) if may_administer(context.repository) else ()
    rows = (
        *_choices(context, "format", ((export_texts.FORMATS[one], one == page.format) for one in FORMATS)),
        tuple(_buttons(context, "face", ((export_texts.FACES[one], one == page.face) for one in FACES))),
        *_choices(context, "status", ((export_texts.STATUSES[one], one in page.statuses) for one in STATUSES)),
        *_choices(context, "since", ((label, page.since == day) for label, day in days)),
        tuple(page_button(context, _filter_label(page, by), "exportby", by) for by in FILTERS),
        *_choices(context, "unref", ((reference, True) for reference in page.references)),
        *filled(send, (*office, page_button(context, QUEUE, "queue"))),
    )
    return Screen(pages=(lines,), rows=rows)


def _filter_label(page: Exporting, by: str) -> str:
    value = getattr(page, by)
    return f"{CHOSEN}{shortened(choice_in_language(value), _LONGEST_LABEL)}" if value else export_texts.FILTERS[by]


def _filter_screen(context: Context, page: Exporting, by: str) -> Screen:
    """Draw the values of a filter."""
    chosen = getattr(page, by)
    buttons = (
        page_button(context, f"{CHOSEN if value == chosen else ''}{choice_in_language(value)}", "exportby", by, n)
        for n, value in enumerate(FILTERS[by](), 1)
    )
    every = (page_button(context, ALL, "exportby", by, 0),)
    back = (page_button(context, BACK, "exportby"),)
    return Screen(pages=((Line(text=export_texts.FILTERS[by], style="bold"),),), rows=(every, *in_rows(buttons), back))


def _choices(context: Context, action: str, choices: Iterable[tuple[str, bool]]) -> Rows:
    return in_rows(_buttons(context, action, choices))


def _buttons(context: Context, action: str, choices: Iterable[tuple[str, bool]]) -> Iterator[Button]:
    for n, (label, chosen) in enumerate(choices):
        yield page_button(context, f"{CHOSEN if chosen else ''}{label}", action, index=n)
