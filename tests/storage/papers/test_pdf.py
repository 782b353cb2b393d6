"""PDFs: letters at places become paragraphs, and what the places do not tell is doubtful."""

from pathlib import Path

import pytest
from pdfplumber.utils.exceptions import PdfminerException
from support.paper_practices import TODAY, papers
from support.pdf_files import PASSWORD, Link, Part, Rule, Text, pdf
from support.slow import few
from support.word_papers import own_pdf
from trials.papers import Share

from conversations.dialogue.conversation import Draft
from conversations.papers.paragraphs import Paragraph
from conversations.papers.reading import read
from storage.papers import NotReadable, texts
from storage.papers.opening import opened
from storage.papers.pdf_file import MOST_PAGES

FILES = Path(__file__).with_name("pdf")

LEFT, TOP, STEP = 70, 100, 14

LONG = "Mentors meet young people once a week, in the prison and after it, so that nobody is left "
"""As long as a line of 455 points has room for."""


def paragraphs(*parts: Part) -> list[Paragraph]:
    """Return the paragraphs of a page."""
    return opened(pdf(parts))


def said(*parts: Part) -> list[str]:
    """Return the texts of a page."""
    return [one.text for one in paragraphs(*parts)]


def lines(*texts_: str, x: float = LEFT, y: float = TOP) -> list[Text]:
    """Write texts below each other."""
    return [Text(x, y + n * STEP, text) for n, text in enumerate(texts_)]


def test_lines_of_a_paragraph_are_joined() -> None:
    """A line goes on with the one above if its first word had no room there; else it is a paragraph."""
    assert [f"{LONG}alone when it is hard.", "We began in 2011.", "We go on."] == said(
        *lines(LONG, "alone when it is hard.", "We began in 2011.", "We go on.")
    )


def test_paragraph_goes_on_at_the_next_page() -> None:
    """Between its lines stand the footer and the header, which are left out with the numbers of the pages."""

    def page(number: int, text: str, y: float) -> list[Part]:
        outer = [Text(LEFT, 40, "The form of Open Door"), Text(300, 810, f"Page {number} of 2")]
        return [*outer, Text(LEFT, y, text)]

    assert [f"{LONG}alone."] == [one.text for one in opened(pdf(page(1, LONG, 700), page(2, "alone.", 100)))]


def test_number_of_a_page_is_its_own() -> None:
    """A year at the end of a page is an answer."""
    assert ["2024"] == said(Text(LEFT, 780, "2024"), Text(300, 810, "1"))


def test_title_does_not_go_on_with_a_line() -> None:
    """A title is a paragraph, also where a word has no room in the line above."""
    assert [LONG.strip(), "Sustainability and transferability", "It costs little."] == said(
        *lines(LONG, "Sustainability and transferability", "It costs little.")
    )


def test_looks_of_paragraphs() -> None:
    """Large text is a heading, bold text a title, a bold beginning a label."""
    found = paragraphs(
        Text(LEFT, 100, "Large", size=16),
        Text(LEFT, 130, "Bold", bold=True),
        *(Text(LEFT, 150, "Label: ", bold=True), Text(110, 150, "text")),
        *lines("plain text of the form", y=170),
    )
    assert [
        *(("Large", 1, False, ""), ("Bold", 0, True, ""), ("Label: text", 0, False, "Label:")),
        ("plain text of the form", 0, False, ""),
    ] == [(one.text, one.heading, one.bold, one.lead) for one in found]


def test_lists() -> None:
    """A bullet begins a paragraph; its next lines stand below its text, or an inner bullet further right."""
    found = paragraphs(
        *lines(f"• {LONG}"), Text(LEFT + 7, 114, "alone."), *lines("- a course", x=120, y=128), *lines("End.", y=142)
    )
    assert [(f"{LONG}alone.", 1), ("a course", 2), ("End.", 0)] == [(one.text, one.bullet) for one in found]


def test_text_that_is_crossed_out_is_gone() -> None:
    """A line through the middle crosses out, one below underlines."""
    crossed, under = Rule(LEFT, 97, 110, 97), Rule(LEFT, 116, 200, 116)
    assert ["new words", "seen"] == said(
        Text(LEFT, 100, "old one "), Text(120, 100, "new words"), Text(LEFT, 114, "seen"), crossed, under
    )


def test_grey_text_is_doubtful() -> None:
    """It may be a placeholder; a smaller grey text is a hint."""
    found = paragraphs(
        *lines("an answer in black"), Text(LEFT, 130, "Type here", grey=0.5), Text(LEFT, 150, "Hint", grey=0.5, size=8)
    )
    assert [False, True, False] == [one.doubtful for one in found]


@pytest.mark.parametrize("end", ["https://example.org/a/long/", "of the self-", "and anna.example@"])
def test_word_that_may_be_divided_is_doubtful(end: str) -> None:
    """Whether a blank belongs behind an address or a hyphen, nobody can say."""
    begin = "Mentors meet young people once a week, in the prison and after it: see "
    [found] = paragraphs(*lines(f"{begin}{end}", "handbook" + "s" * 40))
    assert (f"{begin}{end}handbook", True) == (found.text[: len(begin + end) + 8], found.doubtful)


def test_address_of_a_link_follows_its_words() -> None:
    """As in Word; an address that stands there is not written twice, and one over two lines is whole."""
    url = "https://example.org/handbook"
    assert [f"See here ({url})", url] == said(
        Text(LEFT, 100, "See "),
        Text(94, 100, "here"),
        Link(93, 100, 120, url),
        Text(LEFT, 130, url),
        Link(69, 130, 300, url),
    )
    begin = "Mentors meet young people once a week, in the prison, see: https://example.org/"
    two = f"https://example.org/{'handbook' * 6}"
    [found] = paragraphs(*lines(begin, "handbook" * 6), Link(365, 100, 480, two), Link(69, 114, 400, two))
    assert (f"{begin}{'handbook' * 6}", False) == (found.text, found.doubtful)


def test_table_with_lines_gives_the_place_of_each_text() -> None:
    """The lines of a cell are a text of their own, and end at the edge of the cell."""
    rules = [Rule(60, y, 500, y) for y in (90, 130, 170)] + [Rule(x, 90, x, 170) for x in (60, 200, 500)]
    texts_ = [Text(65, 104, "Geographical scope of "), Text(65, 118, "implementation"), Text(205, 104, "Denmark")]
    found = paragraphs(*rules, *texts_, Text(65, 144, "Starting year"), Text(205, 144, "2011"))
    assert [
        ("Geographical scope of implementation", (0, 0, 2), True),
        ("Denmark", (0, 1, 2), True),
        ("Starting year", (1, 0, 2), True),
        ("2011", (1, 1, 2), True),
    ] == [(one.text, one.cell and (one.cell.row, one.cell.column, one.cell.columns), one.first) for one in found]


def test_texts_beside_each_other_are_a_table() -> None:
    """Four rows make one, also without lines; less are tabs."""
    labels = ("Scope", "Starting year", "Ending year", "Performance")
    rows = [
        part for n, label in enumerate(labels) for part in (*lines(label, y=100 + 30 * n), Text(300, 100 + 30 * n, "x"))
    ]
    assert [(label, 0) if n % 2 == 0 else ("x", 1) for n, label in enumerate(x for y in labels for x in (y, y))] == [
        (one.text, one.cell.column if one.cell else None) for one in paragraphs(*rows)
    ]
    assert ["Scope\tx", "Starting year\tx"] == said(*rows[:4])


def test_words_without_blanks_between_them() -> None:
    """Some programs write each word at its place, and bold words twice."""
    assert ["one two"] == said(Text(LEFT, 100, "one"), Text(93, 100, "two"), Text(93.3, 100, "two"))


# Whole forms

MADE = {"filled_in_by_hand": papers()[0], "tracked_changes": papers()[1], "table": papers()[3]}


@pytest.mark.parametrize("name", MADE)
def test_form_that_a_word_processor_saved(name: str) -> None:
    """All answers are read, and none under a wrong question."""
    assert (100, []) == counted(MADE[name], (FILES / f"{name}.pdf").read_bytes())


@pytest.mark.parametrize("draft", few(1, papers()), ids=lambda draft: str(draft.number))
def test_own_pdf_comes_back(draft: Draft) -> None:
    """The PDF of an export is read, too."""
    assert (100, []) == counted(draft, own_pdf(draft))


def counted(draft: Draft, content: bytes) -> tuple[float, list[str]]:
    """Return the share of the answers that were read, and those that are wrong."""
    share, paper = Share(""), read(opened(content), TODAY)
    assert paper is not None
    share.count(draft, paper)
    return share.percent, share.wrong


# Hostile files

HOSTILE = {
    "no text, as in a scan": (pdf([Rule(60, 90, 500, 90)]), texts.SCANNED),
    "a password": (pdf(lines("text"), trailer=PASSWORD), texts.PDF_ENCRYPTED),
    "an unknown way to encrypt": (pdf(lines("a"), trailer=PASSWORD.replace("/Standard", "/Own")), texts.PDF_ENCRYPTED),
    "nothing but a beginning": (b"%PDF-1.7\n", texts.PDF_CORRUPT),
    "a cut file": (pdf(lines("text"))[:300], texts.PDF_CORRUPT),
    "many pages": (pdf(*[lines("text")] * (MOST_PAGES + 1)), texts.too_many_pages(MOST_PAGES)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_gets_a_sentence(name: str) -> None:
    """Each says what is wrong and what to do."""
    content, why = HOSTILE[name]
    with pytest.raises(NotReadable) as refused:
        opened(content)
    assert why == str(refused.value)


def test_very_long_text_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters of a page count before they are put together."""
    monkeypatch.setattr("storage.papers.pdf_file.MOST_CHARACTERS", 3)
    with pytest.raises(NotReadable) as refused:
        opened(pdf(lines("text")))
    assert texts.too_long(3, "characters") == str(refused.value)


def test_lack_of_memory_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pdfplumber wraps every error; this one is that of the bounds, and has a sentence of its own."""

    def full(_page: object, _tables: int) -> None:
        raise PdfminerException(MemoryError())

    monkeypatch.setattr("storage.papers.pdf_file.lines_of", full)
    with pytest.raises(NotReadable, match="too much memory"):
        opened(pdf(lines("text")))
