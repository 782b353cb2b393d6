"""The picture of the collection, panel by panel."""

from collections.abc import Sequence
from typing import IO

from storage.pictures import wording
from storage.pictures.canvas import INK, QUIET, SOFT, STRONG, WARM, WIDTH, Canvas
from storage.stats import Count, Stats

_EDGE, _GAP = 28, 32
_HALF = (WIDTH - 2 * _EDGE - _GAP) / 2
_RIGHT = _EDGE + _HALF + _GAP
_STATUSES, _LISTS = 244, 518
"""How far down these begin; what follows goes by the length of the lists."""

_LISTED, _A_LISTED, _A_SECTION = 6, 39, 26
"""How many themes and countries are listed, and the height of one and of a section."""

_FIGURES = 56
"""Room for a figure beside a bar."""


def draw(stats: Stats, file: IO[bytes]) -> None:
    """Draw the figures and write them as PNG."""
    listed = min(max(len(stats.themes), len(stats.countries), 1), _LISTED)
    below = _LISTS + 58 + listed * _A_LISTED
    canvas = Canvas(below + (54 + len(stats.reached) * _A_SECTION if stats.drafts else 72))
    _head(canvas, stats)
    _statuses(canvas, _EDGE, _STATUSES, stats)
    _months(canvas, _RIGHT, _STATUSES, stats)
    _list(canvas, _EDGE, _LISTS, wording.THEMES, stats.themes)
    _list(canvas, _RIGHT, _LISTS, wording.COUNTRIES, stats.countries)
    _reached(canvas, below, stats)
    canvas.save(file)


def _head(canvas: Canvas, stats: Stats) -> None:
    canvas.text(_EDGE, 58, wording.TITLE, 36, bold=True)
    canvas.text(WIDTH - _EDGE, 58, wording.day(stats.at), 20, color=QUIET, align="right")
    tiles = (
        (f"{stats.submissions:,}", wording.SUBMISSIONS),
        (f"{stats.statuses.get('approved', 0):,}", wording.APPROVED),
        (f"{stats.drafts:,}", wording.DRAFTS),
        (wording.days(stats), wording.DAYS),
    )
    gap = 12
    width = (WIDTH - 2 * _EDGE - gap * (len(tiles) - 1)) / len(tiles)
    for place, (figure, name) in enumerate(tiles):
        left = _EDGE + place * (width + gap)
        canvas.tile(left, 82, width, 106)
        canvas.text(left + width / 2, 138, figure, 40, bold=True, align="center")
        canvas.text(left + width / 2, 170, name, 16, color=QUIET, align="center")


def _title(canvas: Canvas, x: float, y: float, title: str) -> None:
    canvas.text(x, y, title, 22, bold=True)


def _statuses(canvas: Canvas, x: float, y: float, stats: Stats) -> None:
    _title(canvas, x, y, wording.STATUS)
    most = max(stats.statuses.values(), default=0) or 1
    label = 164
    room = _HALF - label - _FIGURES
    for row, (status, name) in enumerate(wording.STATUSES.items()):
        count, top = stats.statuses.get(status, 0), y + 20 + row * 34
        canvas.text(x, top + 18, name, 16)
        canvas.bar(x + label, top, _least(count, count / most * room), 24, SOFT if status == "draft" else STRONG)
        canvas.text(x + label + _least(count, count / most * room) + 7, top + 18, f"{count:,}", 16, bold=True)


def _months(canvas: Canvas, x: float, y: float, stats: Stats) -> None:
    _title(canvas, x, y, wording.MONTHS)
    canvas.bar(x, y + 16, 18, 14, STRONG)
    canvas.text(x + 24, y + 29, wording.SUBMISSIONS, 16)
    canvas.bar(x + 126, y + 16, 18, 14, SOFT, hatched=True)
    canvas.text(x + 150, y + 29, wording.BEGUN, 16)
    most = max((max(month.begun, month.handed_in) for month in stats.months), default=0) or 1
    floor, room, step = y + 196, 126, _HALF / max(len(stats.months), 1)
    canvas.line(x, floor, _HALF)
    for place, month in enumerate(stats.months):
        left = x + place * step
        for offset, count, color, hatched in ((0.06, month.handed_in, STRONG, False), (0.5, month.begun, SOFT, True)):
            height = _least(count, count / most * room)
            canvas.bar(left + offset * step, floor - height, 0.42 * step, height, color, hatched=hatched)
        canvas.text(left + step / 2, floor + 20, wording.month(month.first), 16, color=QUIET, align="center")
    _peak(canvas, x, floor, room, stats)


def _peak(canvas: Canvas, x: float, floor: float, room: float, stats: Stats) -> None:
    """Write the figure of the highest bar above it, to read all others by."""
    most = max((max(month.begun, month.handed_in) for month in stats.months), default=0)
    if most:
        step = _HALF / len(stats.months)
        place = next(n for n, month in enumerate(stats.months) if most in {month.begun, month.handed_in})
        middle = min(max(x + (place + 0.5) * step, x + 30), x + _HALF - 30)
        canvas.text(middle, floor - room - 7, f"{most:,}", 16, bold=True, align="center")


def _list(canvas: Canvas, x: float, y: float, title: str, counts: Sequence[Count]) -> None:
    _title(canvas, x, y, title)
    if not counts:
        canvas.text(x, y + 36, wording.NONE_YET, 16, color=QUIET)
        return
    most = counts[0].count
    for row, one in enumerate(counts[:_LISTED]):
        top = y + 16 + row * _A_LISTED
        canvas.text(x, top + 17, canvas.fitting(one.name, 16, _HALF - _FIGURES), 16)
        canvas.text(x + _HALF, top + 17, f"{one.count:,}", 16, bold=True, align="right")
        canvas.bar(x, top + 23, _least(one.count, one.count / most * _HALF), 9, STRONG)
    if rest := counts[_LISTED:]:
        canvas.text(x + _HALF, y, wording.others(rest), 16, color=QUIET, align="right")


def _reached(canvas: Canvas, y: float, stats: Stats) -> None:
    _title(canvas, _EDGE, y, wording.REACHED)
    if not stats.drafts:
        canvas.text(_EDGE, y + 36, wording.NO_DRAFTS, 16, color=QUIET)
        return
    label, right = 290, 92
    room = WIDTH - 2 * _EDGE - label - right - _FIGURES
    canvas.bar(_EDGE + label, y + 14, 18, 14, STRONG)
    canvas.text(_EDGE + label + 24, y + 27, wording.REACHED_HINT, 16)
    canvas.text(WIDTH - _EDGE, y + 27, wording.STOPPED_HINT, 16, color=WARM, align="right")
    for row, one in enumerate(stats.reached):
        top = y + 38 + row * _A_SECTION
        canvas.text(_EDGE + 22, top + 15, f"{row + 1}", 16, color=QUIET, align="right")
        canvas.text(_EDGE + 32, top + 15, canvas.fitting(one.section, 16, label - 44), 16)
        width = _least(one.done, one.done / stats.drafts * room)
        canvas.bar(_EDGE + label, top, width, 19, STRONG)
        canvas.text(_EDGE + label + width + 7, top + 15, f"{one.done:,}", 16, color=INK, bold=True)
        stopped, color = (f"{one.stopped:,}", WARM) if one.stopped else ("–", QUIET)
        canvas.text(WIDTH - _EDGE, top + 15, stopped, 16, color=color, align="right", bold=bool(one.stopped))


def _least(count: int, length: float) -> float:
    """Let what is there be seen, however little it is."""
    return max(length, 3) if count else 0
