"""The picture of the collection, panel by panel, for the width of a phone."""

from collections.abc import Sequence
from typing import IO

from conversations.fields.country_names import code_of
from conversations.languages import in_language, number
from storage.pictures import texts
from storage.pictures.canvas import INK, PAPER, QUIET, SOFT, STRONG, TILE, WARM, WIDTH, Canvas
from storage.stats import Stats

_EDGE, _GAP, _TEXT = 24, 24, 16

_HALF = (WIDTH - 2 * _EDGE - _GAP) / 2

_RIGHT = _EDGE + _HALF + _GAP

_STATUSES, _TABLE = 232, 512
"""The top of the two upper panels, and of the table of themes by countries."""

_A_STATUS, _A_THEME, _A_LINE, _A_SECTION = 36, 26, 18, 30
"""The heights of a status, of a theme and each further line of its name, and of a section, in points."""

_COLUMNS, _COLUMN, _TOTAL = 7, 30, 36
"""The countries that the table has room for, and the widths of a country and of the totals."""

_SECTIONS = 5
"""The sections where most drafts stop that are shown."""

_FIGURES = 44
"""The width of a figure beside a bar."""


def draw(stats: Stats, file: IO[bytes]) -> None:
    """Draw the figures and write them as PNG."""
    themes = _names_of_themes(stats)
    below = _TABLE + 76 + sum(map(_height, themes.values()))
    stopped = sorted((one for one in stats.reached if one.stopped), key=lambda one: -one.stopped)[:_SECTIONS]
    canvas = Canvas(below + 40 + max(len(stopped), 1) * _A_SECTION)
    _head(canvas, stats)
    _statuses(canvas, _EDGE, _STATUSES, stats)
    _months(canvas, _RIGHT, _STATUSES, stats)
    _themes_by_countries(canvas, stats, themes)
    _title(canvas, _EDGE, below, texts.STOPPED)
    if stats.complete:
        canvas.text(WIDTH - _EDGE, below, texts.complete(stats.complete), _TEXT, color=STRONG, align="right", bold=True)
    if not stopped:
        canvas.text(_EDGE, below + 36, texts.NO_DRAFTS, _TEXT, color=QUIET)
    for row, one in enumerate(stopped):
        top = below + 18 + row * _A_SECTION
        canvas.text(_EDGE, top + 16, in_language(one.section), _TEXT)
        _bar(canvas, 400, top, WIDTH - _EDGE - 400, one.stopped, stopped[0].stopped, WARM)
    canvas.save(file)


def _names_of_themes(stats: Stats) -> dict[str, tuple[str, ...]]:
    """Map each theme, the most frequent first and those without a practice last, to the lines of its name."""
    measure = Canvas(1)
    room = WIDTH - 2 * _EDGE - _TOTAL - _COLUMN * (_COLUMNS + 1) - 8
    names = [*(one.name for one in stats.themes), *stats.themes_missing]
    return {name: tuple(measure.broken(in_language(name), _TEXT, room)) for name in names}


def _height(lines: Sequence[str]) -> float:
    return _A_THEME + (len(lines) - 1) * _A_LINE


def _head(canvas: Canvas, stats: Stats) -> None:
    canvas.text(_EDGE, 50, texts.TITLE, 32, bold=True)
    canvas.text(WIDTH - _EDGE, 34, texts.day(stats.at), _TEXT, color=QUIET, align="right")
    canvas.text(WIDTH - _EDGE, 56, texts.PERIODS[stats.period], _TEXT, color=QUIET, align="right")
    tiles = (
        (number(stats.submissions), texts.SUBMISSIONS),
        (number(stats.statuses.get("approved", 0)), texts.APPROVED),
        (number(stats.drafts), texts.DRAFTS),
        (texts.days(stats), texts.DAYS),
    )
    gap = 8
    width = (WIDTH - 2 * _EDGE - gap * (len(tiles) - 1)) / len(tiles)
    for nth, (figure, name) in enumerate(tiles):
        left = _EDGE + nth * (width + gap)
        canvas.tile(left, 76, width, 100)
        canvas.text(left + width / 2, 128, figure, 34, bold=True, align="center")
        canvas.text(left + width / 2, 158, name, 15, color=QUIET, align="center")


def _title(canvas: Canvas, x: float, y: float, title: str) -> None:
    canvas.text(x, y, title, 20, bold=True)


def _bar(canvas: Canvas, x: float, y: float, width: float, count: int, most: int, color: str) -> None:  # noqa: PLR0913, PLR0917 - what a bar is made of
    """Draw a bar within a width, with its figure behind it; a bar for more than nothing can be seen."""
    length = max(count / (most or 1) * (width - _FIGURES), 3 if count else 0)
    canvas.bar(x, y, length, 22, color)
    canvas.text(x + length + 6, y + 17, number(count), _TEXT, bold=True)


def _statuses(canvas: Canvas, x: float, y: float, stats: Stats) -> None:
    _title(canvas, x, y, texts.STATUS)
    most = max(stats.statuses.values(), default=0)
    for row, (status, name) in enumerate(texts.STATUSES.items()):
        top = y + 20 + row * _A_STATUS
        canvas.text(x, top + 17, name, _TEXT)
        color = SOFT if status == "draft" else STRONG
        _bar(canvas, x + 156, top, _HALF - 156, stats.statuses.get(status, 0), most, color)


def _months(canvas: Canvas, x: float, y: float, stats: Stats) -> None:
    _title(canvas, x, y, texts.MONTHS)
    canvas.bar(x, y + 16, 16, 14, STRONG)
    canvas.text(x + 22, y + 29, texts.SUBMISSIONS, _TEXT)
    canvas.bar(x + 126, y + 16, 16, 14, SOFT, hatched=True)
    canvas.text(x + 148, y + 29, texts.BEGUN, _TEXT)
    most = max(max(month.begun, month.submitted) for month in stats.months)
    floor, room, step = y + 210, 136, _HALF / len(stats.months)
    canvas.line(x, floor, _HALF)
    for nth, month in enumerate(stats.months):
        left = x + nth * step
        for offset, count, color, hatched in ((0.06, month.submitted, STRONG, False), (0.5, month.begun, SOFT, True)):
            height = max(count / (most or 1) * room, 3 if count else 0)
            canvas.bar(left + offset * step, floor - height, 0.42 * step, height, color, hatched=hatched)
        canvas.text(left + step / 2, floor + 20, texts.month(month.first), _TEXT, color=QUIET, align="center")
    if most:  # the figure of the highest bar is the scale of the others
        nth = next(n for n, month in enumerate(stats.months) if most in {month.begun, month.submitted})
        middle = min(max(x + (nth + 0.5) * step, x + 24), x + _HALF - 24)
        canvas.text(middle, floor - room - 7, number(most), _TEXT, bold=True, align="center")


def _themes_by_countries(canvas: Canvas, stats: Stats, themes: dict[str, tuple[str, ...]]) -> None:
    """Draw the table: how many practices a theme has in each of the most frequent countries; gaps stay pale."""
    _title(canvas, _EDGE, _TABLE, texts.TABLE)
    listed = [one.name for one in stats.countries if code_of(one.name)][:_COLUMNS]
    right = WIDTH - _EDGE
    columns = [(name, right - _TOTAL - (len(listed) - nth + 1) * _COLUMN) for nth, name in enumerate(listed)]
    for name, x in columns:
        canvas.text(x + _COLUMN / 2, _TABLE + 30, code_of(name) or "", _TEXT, color=QUIET, align="center")
    others = right - _TOTAL - _COLUMN
    canvas.text(others + _COLUMN / 2, _TABLE + 30, texts.OTHERS, _TEXT, color=QUIET, align="center")
    canvas.text(right, _TABLE + 30, texts.ALL, _TEXT, color=QUIET, align="right")
    totals = {one.name: one.count for one in stats.themes}
    most = max((count for counts in stats.cells.values() for count in counts.values()), default=1)
    top: float = _TABLE + 40
    for theme, lines in themes.items():
        for nth, line in enumerate(lines):
            canvas.text(_EDGE, top + 17 + nth * _A_LINE, line, _TEXT)
        counts = stats.cells.get(theme, {})
        cells = [(x, counts.get(name, 0)) for name, x in columns]
        cells.append((others, sum(count for name, count in counts.items() if name not in listed)))
        for x, count in cells:
            is_strong = count > most / 2
            canvas.bar(
                x + 1, top + 1, _COLUMN - 2, _height(lines) - 2, STRONG if is_strong else SOFT if count else TILE
            )
            figure, shade = number(count) if count else "", PAPER if is_strong else INK
            canvas.text(x + _COLUMN / 2, top + _height(lines) / 2 + 6, figure, _TEXT, color=shade, align="center")
        total, middle = totals.get(theme, 0), top + _height(lines) / 2 + 6
        canvas.text(right, middle, number(total), _TEXT, bold=True, align="right", color=INK if total else QUIET)
        top += _height(lines)
