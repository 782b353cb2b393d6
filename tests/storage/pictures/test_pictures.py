"""The picture of the collection: drawn for any figures, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import pairwise
from tempfile import TemporaryFile
from typing import IO, Any

import pytest
from PIL import Image
from support.jobs import InChild
from support.other_language import spoken
from support.practices import keep, practice
from support.pseudo import plain_words
from support.slow import slowly

from conversations.dialogue.conversation import Draft
from conversations.dialogue.replies import StatsPicture
from conversations.form.asked import question_at
from conversations.form.sections.key_themes import Theme
from storage import Database, subprocess_job
from storage.drafts import COUNTRY
from storage.pictures import DRAWING, CannotDraw, Order, collection, draw_in_subprocess, figures, texts
from storage.pictures.canvas import Canvas
from storage.stats import Count, Oldest, Review, Stats, tallied

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def in_progress(number: int) -> Draft:
    """Make a draft with nothing but a name."""
    answers = {"name.name": practice().answers["name.name"]}
    return practice(number).model_copy(update={"status": "draft", "reference": None, "answers": answers})


def drawn(stats: Stats) -> Image.Image:
    """Draw figures, and look at the picture."""
    file = BytesIO()
    collection.draw(stats, file)
    return Image.open(file)


@pytest.mark.parametrize(("drafts", "rows"), [((), 1), *slowly(((practice(),), 1), ((in_progress(1),), 1))])
def test_size(drafts: Sequence[Draft], rows: int) -> None:
    """The picture is as wide as a phone needs, and as high as it has something to show."""
    stats = tallied(drafts, NOW)
    width, height = drawn(stats).size
    stopped = [one.model_copy(update={"stopped": 1}) for one in stats.reached]
    longer = drawn(stats.model_copy(update={"reached": tuple(stopped)})).size
    assert ((1120, height + 2 * 30 * (5 - rows)), 1120) == (longer, width)


@pytest.mark.slow
def test_many() -> None:
    """Large figures, long and foreign names, and more of them than fit are drawn on one page."""
    names = ["Україна", "日本", "Ελλάς", "$x$", "a" * 100, "Türkiye", "Schweiz"]
    elsewhere = "country_of_origin.non_eu_country"
    drafts = [practice(n, {"country_of_origin.country": None, elsewhere: name}) for n, name in enumerate(names, 1)]
    stats = tallied([*drafts, in_progress(9)], NOW)
    statuses = dict.fromkeys(("approved", "declined", "draft"), 123_456)
    assert drawn(stats.model_copy(update={"statuses": statuses, "days_to_decision": 1234.5})).size[0] == 1120


@pytest.mark.slow
def test_same_figures() -> None:
    """The same figures give the same picture, and others another."""
    first, second = tallied((practice(),), NOW), tallied((in_progress(1),), NOW)
    assert drawn(first).tobytes() == drawn(first).tobytes()
    assert drawn(first).tobytes() != drawn(second).tobytes()


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("Denmark", 200, "Denmark"), ("Deradicalisation and disengagement", 100, "Deradicali…"), ("wide", 1, "…")],
)
def test_text_cut_to_fit(text: str, width: float, shown: str) -> None:
    """A text that is too wide is cut, and says so."""
    assert shown == Canvas(100).fitting(text, 16, width)


def test_figures() -> None:
    """The figures as text: what there is of them, and no line about what there is not."""
    assert [
        "The collection on 23 November 2026: 0 practices submitted, 0 in progress.",
        "This month: 0 begun, 0 submitted.",
    ] == list(figures(tallied((), NOW)))
    decided = practice(1, decided_at=NOW)
    themes = [str(theme) for theme in Theme if theme not in {"Prison and probation", "Rehabilitation"}]
    assert [
        "The collection on 23 November 2026: 1 practice submitted, 1 in progress.",
        "1 approved.",
        "This month: 2 begun, 1 submitted.",
        "Days from the first submission to the first decision: 0.1 (median of 1).",
        "Most frequent themes: Prison and probation 1, Rehabilitation 1.",
        "Most frequent countries: Denmark 1.",
        f"No practice on: {', '.join([*themes[:6], 'and 10 more'])}.",
        "No practice from: Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, and 23 more.",
        "Drafts stop most often at: Description (1).",
    ] == list(figures(tallied((decided, in_progress(2)), NOW)))


def test_figures_of_the_review() -> None:
    """The oldest submission, those with nobody on them, and each coordinator's; of many the first few."""
    claims = [f"Person {letter}" for letter in "ABCDEFGH"]
    review = Review(
        waiting=10,
        unclaimed=2,
        oldest=Oldest(reference="RAN-2026-0007", since=NOW - timedelta(days=1, hours=2)),
        claimed=tuple(Count(name=name, count=1) for name in claims),
    )
    stats = tallied((), NOW).model_copy(update={"review": review, "period": "month"})
    assert [
        "The collection on 23 November 2026, the last 30 days: 0 practices submitted, 0 in progress.",
        "Waiting for review now: 10. The oldest, RAN-2026-0007, has waited for 1 day.",
        "Nobody is reviewing 2 of them.",
        f"Reviewing now: {', '.join(f'{name} 1' for name in claims[:6])}, and 2 more.",
    ] == list(figures(stats))[:4]
    today = Review(waiting=1, unclaimed=0, oldest=Oldest(reference="RAN-2026-0008", since=NOW - timedelta(hours=2)))
    lines = figures(stats.model_copy(update={"review": today}))
    assert "Waiting for review now: 1. The oldest, RAN-2026-0008, has waited since today." == lines[1]
    assert not [line for line in lines if line.startswith("Nobody is reviewing")]


def test_gaps() -> None:
    """Themes and countries without a practice are named; nothing where there is no gap."""
    all_themes = [practice(n, {"key_themes.themes": [*two]}) for n, two in enumerate(pairwise(map(str, Theme)), 1)]
    lines = figures(tallied(all_themes, NOW))
    assert [] == [line for line in lines if line.startswith("No practice on")]
    assert ["No practice from: Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, and 23 more."] == [
        line for line in lines if line.startswith("No practice from")
    ]
    everywhere = [practice(n, {COUNTRY: name}) for n, name in enumerate(question_at(COUNTRY).kind.choices, 1)]
    assert [] == [line for line in figures(tallied(everywhere, NOW)) if line.startswith("No practice from")]


def stopping(*stops: int) -> Stats:
    """Give figures by which so many drafts stop at the first sections."""
    stats = tallied([in_progress(1)], NOW)
    reached = [one.model_copy(update={"stopped": 0}) for one in stats.reached]
    for number, stopped in enumerate(stops):
        reached[number] = reached[number].model_copy(update={"stopped": stopped})
    return stats.model_copy(update={"reached": tuple(reached)})


@pytest.mark.parametrize(
    ("stops", "said"),
    [
        ((0, 3, 1), ["Drafts stop most often at: Description (3)."]),
        ((2, 2), ["Drafts stop most often at: Name of the practice, Description (2 each)."]),
        ((2, 2, 2, 1), ["Drafts stop most often at: Name of the practice, Description, Peer reviewed (2 each)."]),
        ((1, 1, 1, 1, 1), []),
        ((), []),
    ],
)
def test_where_drafts_stop(stops: Sequence[int], said: list[str]) -> None:
    """A few sections that stand out are named, all of a tie; where many are equal, none is "most often"."""
    assert said == [line for line in figures(stopping(*stops)) if "most often" in line]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((3, 2, 1, 1), "Most frequent countries: A 3, B 2."),
        ((3, 2, 1), "Most frequent countries: A 3, B 2, C 1."),
        ((3, 3, 3, 1), "Most frequent countries: A 3, B 3, C 3."),
        ((2, 1, 1, 1, 1), "Most frequent countries: A 2."),
        ((1, 1, 1, 1, 1), ""),
    ],
)
def test_most_frequent(counts: Sequence[int], said: str) -> None:
    """What others equal that are left out is not called most frequent."""
    countries = tuple(Count(name="ABCDE"[number], count=count) for number, count in enumerate(counts))
    stats = tallied((), NOW).model_copy(update={"countries": countries})
    assert said == next((line for line in figures(stats) if "frequent" in line), "")


@pytest.mark.slow
def test_complete_drafts_are_said() -> None:
    """Drafts that only lack Submit are in the text and in the picture."""
    stats = tallied([in_progress(1)], NOW)
    one, two = (stats.model_copy(update={"complete": number}) for number in (1, 2))
    assert ["1 draft is complete but not submitted.", "2 drafts are complete but not submitted."] == [
        line for each in (stats, one, two) for line in figures(each) if "complete" in line
    ]
    assert drawn(stats).tobytes() != drawn(one).tobytes()


@pytest.mark.slow
def test_no_label_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each theme, country, section and status is written whole, within its room, whatever is the longest."""
    written: list[tuple[float, str, float, float]] = []
    write = Canvas.text

    def noted(canvas: Canvas, x: float, y: float, text: str, size: float, **look: Any) -> None:  # noqa: ANN401 - as it is
        if size == 16 and look.get("align", "left") == "left":  # titles are larger
            written.append((x, text, y, x + canvas.width(text, size)))
        write(canvas, x, y, text, size, **look)

    monkeypatch.setattr(Canvas, "text", noted)
    pairs = [*pairwise(map(str, Theme))]
    drafts = [practice(n, {"key_themes.themes": [*two]}) for n, two in enumerate(pairs, 1)]
    for first in range(0, len(drafts), 6):
        written.clear()
        themes = tallied([*drafts[first : first + 6], in_progress(40)], NOW)
        drawn(themes)
        words = "".join(text for _, text, _, _ in written).replace(" ", "")
        shown = [one.name for one in themes.themes if one.name.replace(" ", "") in words]
        assert (min(4, len(themes.themes)), True) == (min(4, len(shown)), "…" not in words)
        stopped = [one.section for one in themes.reached if one.stopped]
        assert [] == [name for name in stopped if name.replace(" ", "") not in words]
        assert [] == [text for x, text, y, end in written if x == 24 and 552 < y < 1100 and end > 260]
        assert [] == [text for x, text, y, end in written if x == 24 and 232 < y < 470 and end > 180]


def test_long_name_is_broken_between_words() -> None:
    """A name is broken between words, behind a stroke, or within a word that is too long; nothing of it is lost."""
    canvas = Canvas(100)
    assert ["Foreign Terrorist Fighters and", "their families"] == canvas.broken(
        "Foreign Terrorist Fighters and their families", 16, 260
    )
    assert ["Deradicalisation/", "disengagement"] == canvas.broken("Deradicalisation/disengagement", 16, 200)
    assert "a" * 100 == "".join(canvas.broken("a" * 100, 16, 260))
    assert (8, True) == (len(lines := canvas.broken("a" * 1000, 16, 260)), lines[-1].endswith("…"))


async def test_drawn_in_a_subprocess(url: str, db: Database) -> None:
    """A process of its own reads the database, writes the picture and gives its figures."""
    await keep(db, 5, practice())
    with TemporaryFile() as file:
        stats = await draw_in_subprocess(url, NOW, file, StatsPicture())
        file.seek(0)
        size = Image.open(file).size
    assert (1, 1120) == (stats.submissions, size[0])


@pytest.mark.slow
async def test_database_that_cannot_be_opened() -> None:
    """Where the database cannot be opened, there is a sentence and no picture."""
    with TemporaryFile() as file, pytest.raises(CannotDraw, match="there is no directory"):
        await draw_in_subprocess("sqlite+aiosqlite:////nowhere/there/practices.db", NOW, file, StatsPicture())


@pytest.mark.slow
@pytest.mark.both
async def test_child_that_dies(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """A child that ends without a word is a failure."""
    monkeypatch.setattr(subprocess_job, "command", lambda _: (sys.executable, "-c", "import sys; sys.stdin.read()"))
    with TemporaryFile() as file, pytest.raises(CannotDraw, match="ended before it was finished"):
        await draw_in_subprocess(url, NOW, file, StatsPicture())


@pytest.mark.usefixtures("db")
def test_drawing_without_the_library(url: str, monkeypatch: pytest.MonkeyPatch, in_child: InChild) -> None:
    """Without the plotting library the figures are given, and nothing is written."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with TemporaryFile() as file:
        lines, _ = in_child(DRAWING, order_of(url, file))
        assert ([{"result": tallied((), NOW).model_dump(mode="json")}], 0) == (lines, os.fstat(file.fileno()).st_size)


@pytest.mark.usefixtures("db")
def test_drawing_that_fails(url: str, monkeypatch: pytest.MonkeyPatch, in_child: InChild) -> None:
    """A failure tells its class and none of its words."""

    def fails(*_: object) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(collection, "draw", fails)
    with TemporaryFile() as file:
        lines, _ = in_child(DRAWING, order_of(url, file))
    assert [{"problem": "The picture could not be drawn (ValueError)."}] == lines


def order_of(url: str, file: IO[bytes]) -> str:
    """Order a picture as JSON."""
    return Order(database=url, now=NOW, file=os.dup(file.fileno())).model_dump_json()


@pytest.mark.both
@pytest.mark.usefixtures("db")
def test_child_s_own_side(url: str, in_child: InChild) -> None:
    """The child reads its order, lowers its priority, draws, and writes the figures as a line of JSON."""
    with TemporaryFile() as file:
        lines, nice = in_child(DRAWING, order_of(url, file))
        file.seek(0)
        assert file.read(4) == b"\x89PNG"
    assert ([{"result": tallied((), NOW).model_dump(mode="json")}], [10]) == (lines, nice)


@pytest.mark.slow
def test_plotting_library_stays_away() -> None:
    """The bot does not import what draws: that is for the child alone."""
    code = "import sys, bot.app, bot.cli.main; print('matplotlib' in sys.modules, 'numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    assert told.stdout == "False False\n"


def test_no_english_in_figures() -> None:
    """The picture and its figures as text are in the language of the admin; references and names stay."""
    review = Review(waiting=2, oldest=Oldest(reference="1", since=NOW - timedelta(days=2)), unclaimed=1)
    stats = tallied((practice(), in_progress(2)), NOW).model_copy(update={"review": review, "complete": 2})
    other = stats.model_copy(update={"period": "month"})
    with spoken():
        lines = [*figures(stats), *figures(other), texts.month(NOW.date()), texts.complete(1), texts.day(NOW)]
        lines += [str(one) for one in (texts.TITLE, texts.STOPPED, texts.TABLE, *texts.STATUSES.values())]
        assert drawn(stats).size[0] == 1120
    countries = (*stats.countries_missing, *(one.name for one in stats.countries))
    assert [] == [line for line in lines if plain_words(line, (*countries, "November"))]
