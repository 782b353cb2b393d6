"""The picture of the collection, panel by panel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from storage.pictures import texts
from storage.pictures.canvas import INK, QUIET, SOFT, STRONG, WARM, WIDTH, Canvas
from storage.stats import Count, Stats

_EDGE, _GAP = 28, 32

_HALF = (WIDTH - 2 * _EDGE - _GAP) / 2

_RIGHT = _EDGE + _HALF + _GAP

_STATUSES, _LISTS = 244, 518
"""The top of the two upper panels; the panels below follow the length of the lists."""

_LISTED, _A_LISTED, _A_LINE, _A_SECTION = 6, 39, 18, 26
"""The number of listed themes and countries, and the heights of an entry, of a further line, and of a section."""

_FIGURES = 56
"""The width of a figure beside a bar."""


@dataclass(frozen=True)
class _Listed:
    """An entry of a list: its name in lines, so that none is cut, its count, and its distance from the top."""

    name: tuple[str, ...]
    count: int
    top: float


def draw(stats: Stats, file: IO[bytes]) -> None:
    """Draw the figures and write them as PNG."""
    measure = Canvas(1)
    themes, countries = (_listed(measure, counts) for counts in (stats.themes, stats.countries))
    below = _LISTS + 58 + max(_height(themes, stats.themes), _height(countries, stats.countries))
    canvas = Canvas(below + (54 + len(stats.reached) * _A_SECTION if stats.drafts else 72))
    _head(canvas, stats)
    _statuses(canvas, _EDGE, _STATUSES, stats)
    _months(canvas, _RIGHT, _STATUSES, stats)
    _list(canvas, _EDGE, texts.THEMES, stats.themes, themes)
    _list(canvas, _RIGHT, texts.COUNTRIES, stats.countries, countries)
    _reached(canvas, below, stats)
    canvas.save(file)


def _listed(canvas: Canvas, counts: Sequence[Count]) -> list[_Listed]:
    """Choose the names that fit; fewer if they take more lines."""
    listed: list[_Listed] = []
    top: float = 0
    for one in counts[:_LISTED]:
        name = tuple(canvas.broken(one.name, 16, _HALF - _FIGURES))
        height = _A_LISTED + (len(name) - 1) * _A_LINE
        if listed and top + height > _LISTED * _A_LISTED:
            break
        listed.append(_Listed(name, one.count, top))
        top += height
    return listed


def _height(listed: Sequence[_Listed], counts: Sequence[Count]) -> float:
    """Return the height of a list; a list that is cut takes all the space."""
    if len(listed) < len(counts):
        return _LISTED * _A_LISTED
    return listed[-1].top + _A_LISTED + (len(listed[-1].name) - 1) * _A_LINE if listed else _A_LISTED


def _head(canvas: Canvas, stats: Stats) -> None:
    canvas.text(_EDGE, 58, texts.TITLE, 36, bold=True)
    canvas.text(WIDTH - _EDGE, 58, texts.day(stats.at), 20, color=QUIET, align="right")
    tiles = (
        (f"{stats.submissions:,}", texts.SUBMISSIONS),
        (f"{stats.statuses.get('approved', 0):,}", texts.APPROVED),
        (f"{stats.drafts:,}", texts.DRAFTS),
        (texts.days(stats), texts.DAYS),
    )
    gap = 12
    width = (WIDTH - 2 * _EDGE - gap * (len(tiles) - 1)) / len(tiles)
    for nth, (figure, name) in enumerate(tiles):
        left = _EDGE + nth * (width + gap)
        canvas.tile(left, 82, width, 106)
        canvas.text(left + width / 2, 138, figure, 40, bold=True, align="center")
        canvas.text(left + width / 2, 170, name, 16, color=QUIET, align="center")


def _title(canvas: Canvas, x: float, y: float, title: str) -> None:
    canvas.text(x, y, title, 22, bold=True)


def _statuses(canvas: Canvas, x: float, y: float, stats: Stats) -> None:
    _title(canvas, x, y, texts.STATUS)
    most = max(stats.statuses.values(), default=0) or 1
    label = 164
    room = _HALF - label - _FIGURES
    for row, (status, name) in enumerate(texts.STATUSES.items()):
        count, top = stats.statuses.get(status, 0), y + 20 + row * 34
        canvas.text(x, top + 18, name, 16)
        canvas.bar(x + label, top, _least(count, count / most * room), 24, SOFT if status == "draft" else STRONG)
        canvas.text(x + label + _least(count, count / most * room) + 7, top + 18, f"{count:,}", 16, bold=True)


def _months(canvas: Canvas, x: float, y: float, stats: Stats) -> None:
    _title(canvas, x, y, texts.MONTHS)
    canvas.bar(x, y + 16, 18, 14, STRONG)
    canvas.text(x + 24, y + 29, texts.SUBMISSIONS, 16)
    canvas.bar(x + 126, y + 16, 18, 14, SOFT, hatched=True)
    canvas.text(x + 150, y + 29, texts.BEGUN, 16)
    most = max((max(month.begun, month.handed_in) for month in stats.months), default=0) or 1
    floor, room, step = y + 196, 126, _HALF / max(len(stats.months), 1)
    canvas.line(x, floor, _HALF)
    for nth, month in enumerate(stats.months):
        left = x + nth * step
        for offset, count, color, hatched in ((0.06, month.handed_in, STRONG, False), (0.5, month.begun, SOFT, True)):
            height = _least(count, count / most * room)
            canvas.bar(left + offset * step, floor - height, 0.42 * step, height, color, hatched=hatched)
        canvas.text(left + step / 2, floor + 20, texts.month(month.first), 16, color=QUIET, align="center")
    _peak(canvas, x, floor, room, stats)


def _peak(canvas: Canvas, x: float, floor: float, room: float, stats: Stats) -> None:
    """Write the figure of the highest bar above it, as a scale for the others."""
    most = max((max(month.begun, month.handed_in) for month in stats.months), default=0)
    if most:
        step = _HALF / len(stats.months)
        nth = next(n for n, month in enumerate(stats.months) if most in {month.begun, month.handed_in})
        middle = min(max(x + (nth + 0.5) * step, x + 30), x + _HALF - 30)
        canvas.text(middle, floor - room - 7, f"{most:,}", 16, bold=True, align="center")


def _list(canvas: Canvas, x: float, title: str, counts: Sequence[Count], listed: Sequence[_Listed]) -> None:
    _title(canvas, x, _LISTS, title)
    if not counts:
        canvas.text(x, _LISTS + 36, texts.NONE_YET, 16, color=QUIET)
    for one in listed:
        top = _LISTS + 16 + one.top
        for number, line in enumerate(one.name):
            canvas.text(x, top + 17 + number * _A_LINE, line, 16)
        end = top + (len(one.name) - 1) * _A_LINE
        canvas.text(x + _HALF, end + 17, f"{one.count:,}", 16, bold=True, align="right")
        canvas.bar(x, end + 23, _least(one.count, one.count / counts[0].count * _HALF), 9, STRONG)
    if rest := counts[len(listed) :]:
        canvas.text(x + _HALF, _LISTS, texts.others(rest), 16, color=QUIET, align="right")


def _reached(canvas: Canvas, y: float, stats: Stats) -> None:
    _title(canvas, _EDGE, y, texts.REACHED)
    if not stats.drafts:
        canvas.text(_EDGE, y + 36, texts.NO_DRAFTS, 16, color=QUIET)
        return
    if stats.complete:
        canvas.text(WIDTH - _EDGE, y, texts.complete(stats.complete), 16, color=STRONG, align="right", bold=True)
    label, right = 44 + max(canvas.width(one.section, 16) for one in stats.reached), 92
    room = WIDTH - 2 * _EDGE - label - right - _FIGURES
    canvas.bar(_EDGE + 32, y + 14, 18, 14, STRONG)
    canvas.text(_EDGE + 56, y + 27, texts.REACHED_HINT, 16)
    canvas.text(WIDTH - _EDGE, y + 27, texts.STOPPED_HINT, 16, color=WARM, align="right")
    for row, one in enumerate(stats.reached):
        top = y + 38 + row * _A_SECTION
        canvas.text(_EDGE + 22, top + 15, f"{row + 1}", 16, color=QUIET, align="right")
        canvas.text(_EDGE + 32, top + 15, one.section, 16)
        width = _least(one.done, one.done / stats.drafts * room)
        canvas.bar(_EDGE + label, top, width, 19, STRONG)
        canvas.text(_EDGE + label + width + 7, top + 15, f"{one.done:,}", 16, color=INK, bold=True)
        stopped, color = (f"{one.stopped:,}", WARM) if one.stopped else ("–", QUIET)
        canvas.text(WIDTH - _EDGE, top + 15, stopped, 16, color=color, align="right", bold=bool(one.stopped))


def _least(count: int, length: float) -> float:
    """Keep a count above zero visible, however small it is."""
    return max(length, 3) if count else 0
