"""A sheet to draw on; units are points, 560 in width, from the top left corner."""

import logging
import re
from bisect import bisect_right
from typing import IO, Any, Literal

from matplotlib import font_manager, rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

WIDTH = 560
"""On a phone, 390 pixels wide, letters of 16 points are 11 pixels high. A picture is drawn at twice its width."""

INK, QUIET, LINE, PAPER, TILE = "#16243a", "#5c6b80", "#d7dde5", "#ffffff", "#f1f4f8"
STRONG, SOFT, WARM = "#1f5fa8", "#b9d2ee", "#c2571a"

_DPI = 200
_INCH = 100
_POINTS = 72 / _INCH
_FONTS = ("DejaVu Sans", "Noto Sans CJK JP", "Noto Sans", "WenQuanYi Zen Hei", "Droid Sans Fallback", "FreeSans")
"""The library has the first font; the others are used for missing letters if they are installed."""

_MOST_LINES = 8
"""No option of a list takes as many lines, but a typed text may."""

Align = Literal["left", "center", "right"]


class Canvas:
    """A sheet of a given height; text sizes are heights of letters."""

    def __init__(self, height: float) -> None:
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # it misses bold letters of a fallback
        there = {font.name for font in font_manager.fontManager.ttflist}
        rcParams["font.family"] = [name for name in _FONTS if name in there]
        rcParams["hatch.linewidth"] = 1.2
        self._figure = Figure(figsize=(WIDTH / _INCH, height / _INCH), dpi=_DPI, facecolor=PAPER)
        # Without it the library would prepare to draw the whole sheet each time that a text is measured.
        self._measure = FigureCanvasAgg(self._figure).get_renderer()  # type: ignore[no-untyped-call] # it has no types
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)
        self._axes.set_axis_off()

    def text(  # noqa: PLR0913 - what a text is made of
        self, x: float, y: float, text: str, size: float, *, color: str = INK, align: Align = "left", bold: bool = False
    ) -> None:
        """Write a line of text on the baseline ``y``; a dollar sign starts no formula."""
        self._axes.text(
            x, y, str(text), color=color, ha=align, va="baseline", parse_math=False, **_look(size, bold=bold)
        )

    def broken(self, text: str, size: float, width: float) -> list[str]:
        """Break a text into lines that fit: between words, after a hyphen or slash, or else within a word."""
        lines = [""]
        for piece in re.findall(r"[^\s/-]*[\s/-]?", text):
            for part in [piece] if self.width(piece.strip(), size) <= width else piece:
                if lines[-1].strip() and self.width(f"{lines[-1]}{part}".strip(), size) > width:
                    lines.append("")
                lines[-1] += part
        whole = [line.strip() for line in lines if line.strip()]
        if len(whole) > _MOST_LINES:
            whole[_MOST_LINES - 1 :] = [self.fitting("".join(lines[_MOST_LINES - 1 :]), size, width)]
        return whole

    def fitting(self, text: str, size: float, width: float) -> str:
        """Shorten a text to a width."""
        if self.width(text, size) <= width:
            return text
        lengths = range(1, len(text) + 1)
        length = bisect_right(lengths, width, key=lambda length: self.width(f"{text[:length]}…", size))
        return f"{text[:length].rstrip()}…"

    def bar(  # noqa: PLR0913 - what a bar is made of
        self, x: float, y: float, width: float, height: float, color: str, *, hatched: bool = False
    ) -> None:
        """Draw a bar from its top left corner."""
        if width > 0 and height > 0:
            look: dict[str, Any] = {"facecolor": color, "linewidth": 0}
            if hatched:
                look |= {"hatch": "////", "edgecolor": PAPER}
            self._axes.add_patch(Rectangle((x, y), width, height, **look))

    def tile(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a pale tile with round corners."""
        style = "round,pad=0,rounding_size=14"
        self._axes.add_patch(FancyBboxPatch((x, y), width, height, style, facecolor=TILE, linewidth=0))

    def line(self, x: float, y: float, width: float) -> None:
        """Draw a thin line to the right."""
        self._axes.plot([x, x + width], [y, y], color=LINE, linewidth=1)

    def save(self, file: IO[bytes]) -> None:
        """Write the sheet as PNG, without the time."""
        self._figure.savefig(file, format="png", metadata={"Software": None})

    def width(self, text: str, size: float) -> float:
        """Return the width of a text."""
        drawn = self._figure.text(0, 0, text, parse_math=False, **_look(size, bold=False))
        extent = drawn.get_window_extent(self._measure)
        drawn.remove()
        return extent.width * _INCH / _DPI


def _look(size: float, *, bold: bool) -> dict[str, Any]:
    return {"fontsize": size * _POINTS, "fontweight": "bold" if bold else "normal"}
