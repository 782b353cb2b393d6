"""PDF: the form of one practice, or a book of several."""

import json
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from support.practices import leaflet, practice

from conversations.dialogue.conversation import Draft
from conversations.form.sections import SECTIONS
from storage.exports import CannotExport, Wanted, pdf
from storage.exports.pdf import last_change, missing, printable, texts_in, told, typeset

Write = Callable[..., bytes]

SOURCE = pdf.LOOK.read_bytes()

HEBREW = "תוכנית למניעת קיצוניות"

SECOND: Mapping[str, JsonValue] = {
    "name.name": "Δρόμος #let x = 1",
    "key_themes.themes": ["Training", "Rehabilitation"],
    "country_of_origin.country": "Greece",
}


@cache
def embedded() -> typst.Compiler:
    """Give a compiler with the fonts of the wheel alone."""
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))


@pytest.fixture
def wheel_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be no fonts but those of the wheel."""
    monkeypatch.setattr(pdf, "compiler", embedded)


def asked(drafts: tuple[Draft, ...], query: str, **wanted: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """Evaluate an expression of typst in a document."""
    data = told(drafts, Wanted.model_validate({"format": "pdf", **wanted}))
    return json.loads(typst.eval(SOURCE, query, sys_inputs=pdf.inputs(data)))


def headings(*drafts: Draft) -> list[tuple[int, str]]:
    """Give the headings of a document, with their levels."""
    found = asked(drafts, "query(heading).map(it => (it.level, it.body))")
    return [(level, plain(body)) for level, body in found]


def plain(body: Any) -> str:  # noqa: ANN401 - content of any shape
    """Give the text of content."""
    match body:
        case {"text": text}:
            return str(text)
        case {"children": children}:
            return "".join(map(plain, children))
        case {"body": inner}:
            return plain(inner)
        case {"func": "space"} | {"amount": _}:
            return " "
        case _:
            return ""


def last_page(*drafts: Draft) -> int:
    """Return the page on which the last section begins."""
    return int(asked(drafts, "query(heading).last().location().page()"))


def made(drafts: tuple[Draft, ...]) -> str:
    """Make a document that can be read with the eyes."""
    data = pdf.inputs(told(drafts, Wanted(format="pdf")))
    content = embedded().compile(SOURCE, format="pdf", sys_inputs=data, pretty=True)
    assert isinstance(content, bytes)
    return content.decode("latin-1")


def links(*drafts: Draft) -> list[str]:
    """Give the addresses outside of the document that its links lead to."""
    return re.findall(r"/URI \((.*?)\)\n", made(drafts))


def text_of(drafts: tuple[Draft, ...]) -> list[str]:
    """Give all texts that a document shows, without the places where a word may break."""
    texts = texts_in(told(drafts, Wanted(format="pdf")))
    return [text.replace("\u200b", "") for text in texts]


def test_one_practice_is_the_form() -> None:
    """The name is the first heading, and under it stand the sections in the template's order, with their numbers."""
    sections = [f"{number}  {section.title}".split() for number, section in enumerate(SECTIONS, 1)]
    found = headings(practice())
    assert (1, "Open Door") == found[0]
    assert sections == [text.split() for level, text in found if level == 2]
    assert [(3, "Starting year"), (3, "Ending year")] == [each for each in found if "year" in each[1]]


def test_book_has_contents_and_practices() -> None:
    """A book begins with its contents, by theme and by country; each practice is a heading of the first level."""
    found = headings(practice(), practice(2, SECOND))
    assert [
        (1, "Contents"),
        (1, "By theme"),
        (3, "Prison and probation"),
        (3, "Rehabilitation"),
        (3, "Training"),
        (1, "By country"),
        (3, "Denmark"),
        (3, "Greece"),
        (1, "Open Door"),
    ] == found[:9]
    sections = [*(section.title for section in SECTIONS), "Not provided"]
    assert sections * 2 == [text for level, text in found if level == 2]
    assert (1, "Δρόμος #let x = 1") in found


def test_book_says_what_it_is() -> None:
    """The title page says how many practices there are, the day of the last change, and what was chosen."""
    wanted = Wanted.model_validate({"format": "pdf", "references": ("RAN-2026-0001", "RAN-2026-0002")})
    front = told((practice(), practice(2)), wanted)["book"]
    lines = ["2 practices", "As of 23 November 2026", "Status: approved", "References: RAN-2026-0001, RAN-2026-0002"]
    assert ("The RAN Collection", lines) == (front["title"], front["lines"][:4])


def test_practices_begin_on_new_pages() -> None:
    """Title page and contents, and two pages for each practice."""
    at = asked((practice(), practice(2)), "query(heading.where(level: 1)).map(it => it.location().page())")
    assert [2, 2, 2, 3, 5] == at


def test_book_shows_the_answers_alone() -> None:
    """Options that were not chosen and limits are left out; a file that was attached is named."""
    found = text_of((practice(attachments=(leaflet("a" * 64),)), practice(2)))
    assert "Attached: 1. leaflet.pdf, 0.1 MB" in found
    assert "Prison and probation; Rehabilitation" in found
    assert not {"☐", "Two of the list."} & set(found)
    assert {"☐", "☒", "Two of the list."} <= set(text_of((practice(),)))


def test_document_has_bookmarks() -> None:
    """The practices and their sections are bookmarks, and so are the lists."""
    found = re.findall(r"/Title \((.*)\)", made((practice(), practice(2))))
    counts = [found.count(title) for title in ("By theme", "By country", "Open Door", "Description", "Not provided")]
    assert ([1, 1, 2, 2, 2], "The RAN Collection") == (counts, found[-1])


def test_same_practices_give_the_same_bytes(write: Write) -> None:
    """No time of the clock is in a document."""
    for drafts in ((practice(),), (practice(), practice(2, SECOND))):
        first, second = write("pdf", *drafts), write("pdf", *drafts)
        assert (True, first) == (first.startswith(b"%PDF-1."), second)
        assert b"D:20261123100000Z" in first


def test_links_lead_to_the_web_and_to_mail_alone() -> None:
    """Other addresses are text."""
    others = "javascript:alert(1) file:///etc/passwd ftp://example.org data:text/html,x tel:+45 \\url{https://a"
    found = links(
        practice(1, {"evidence.feedback": others, "deliverables.deliverables": "https://example.org/ä?b=(1)"})
    )
    kinds = {link.partition(":")[0] for link in found}
    assert ({"https", "mailto"}, True) == (kinds, "mailto:anna@example.org" in found)
    assert [] == [link for link in found if not link.isascii()]


HOSTILE = (
    "#let x = 1 *bold* _it_ `raw` $x^2$ = Heading @ref <label> // gone /* gone */ \\ #panic() ~ --- '\"",
    '#read("/etc/passwd") #eval("1") #import "@preview/x:1.0.0" #sys.inputs',
    "{{ 7 * 7 }} {% raw %} ${x} %s \\u{41} \\n",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    """What people wrote stands there letter by letter, also as a title."""
    draft = practice(1, {"name.name": text, "description.description": text})
    assert (1, text) == headings(draft)[0]
    assert text_of((draft,)).count(text) == len(("title", "heading", "name", "description"))


def test_characters_that_nobody_sees() -> None:
    """Control characters, those that turn the direction of a text, and lone surrogates are left out; a tab is a gap."""
    text = "a\x00b\x1b[31m\x7f\x85c\u202ed\u2066e\ufeff\tf\ud800g\ufffeh"
    found = text_of((practice(1, {"evidence.feedback": text, "contact.person": "a\nb"}),))
    assert {"ab[31m", "cde    fgh", "a", "b"} <= set(found)


@pytest.mark.slow
@given(st.text())
def test_any_text_makes_a_document(text: str) -> None:
    """No text breaks a document."""
    draft = practice(1, {"name.name": f"a{text}z", "description.description": text or "a"})
    data = told((draft,), Wanted(format="pdf"))
    assert typeset(data, last_change((draft,))).startswith(b"%PDF")


@pytest.mark.parametrize("word", ["w" * 4096, "e\u0301" * 2048, "/" * 4096, f"https://example.org/{'x' * 4000}"])
def test_long_word_breaks(word: str) -> None:
    """A word of 4,096 characters goes on in the next lines, and loses none; no accent leaves its letter."""
    draft = practice(1, {"evidence.feedback": word})
    found = "".join(printable(word))
    assert word == found.replace("\u200b", "")
    assert not re.search("\u200b\u0301", found)
    assert max(map(len, found.split("\u200b"))) <= 20
    assert last_page(draft) > last_page(practice())


def test_text_from_the_right() -> None:
    """A line in Hebrew is a paragraph from the right between lines from the left; a name, too."""
    draft = practice(1, {"name.name": f"{HEBREW} (RAN)", "evidence.feedback": f"We work.\n{HEBREW}, 2019.\n- {HEBREW}"})
    form = told((draft,), Wanted(format="pdf"))["forms"][0]
    [feedback] = [one for each in form["sections"] for one in each["questions"] if one["heading"].startswith("Eval")]
    assert (True, [False, True, True]) == (form["turned"], [part["turned"] for part in feedback["parts"]])


LETTERS = {
    "Latin": range(0x00A1, 0x0250),
    "Greek": (*range(0x0386, 0x03CF), *range(0x1F00, 0x1F16)),
    "Cyrillic": range(0x0400, 0x0500),
    "signs": tuple(map(ord, "–—‘’“”„…•·€№☐☒ŀẞ\ufffd")),
}


@pytest.mark.usefixtures("wheel_alone")
@pytest.mark.parametrize("script", LETTERS)
def test_fonts_of_the_wheel_have_europe_s_scripts(script: str) -> None:
    """Each letter of Latin, Greek and Cyrillic has its picture on every machine."""
    letters = {chr(code) for code in LETTERS[script]} - {"\u038b", "\u038d", "\u03a2", "\u00ad"}
    assert frozenset() == missing(letters)


@pytest.mark.parametrize("script", ["Greek", "signs"])
def test_fonts_of_the_machine_take_no_letter_away(script: str) -> None:
    """The fonts of the wheel are asked first: some of a machine claim boxes that they cannot draw."""
    assert frozenset() == missing({chr(code) for code in LETTERS[script]} - {"\u038b", "\u038d", "\u03a2"})


@pytest.mark.usefixtures("wheel_alone")
def test_characters_that_no_font_has_are_named() -> None:
    """Each is replaced by one sign, and named at the end of its practice, with what has them."""
    strange = practice(1, {"name.name": "A 你好 😀 \ue000", "evidence.feedback": "你"})
    first, second = told((strange, practice(2)), Wanted(format="pdf"))["forms"]
    note = "No font here has these characters; each is \ufffd above: U+4F60, U+597D, U+E000, U+1F600. "
    assert ("A \ufffd\ufffd \ufffd \ufffd", note) == (first["title"], first["missing"][: len(note)])
    assert "" == second["missing"]


@pytest.mark.usefixtures("wheel_alone")
def test_only_some_of_many_characters_are_named() -> None:
    """A text in a script that no font has does not end with a page of codes."""
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 1020)))
    [form] = told((practice(1, {"evidence.feedback": text}),), Wanted(format="pdf"))["forms"]
    assert "U+4E13 and 1,000 more. The Word document has them." in form["missing"]


@pytest.mark.usefixtures("wheel_alone")
def test_finished_document_has_no_empty_boxes() -> None:
    """A document with characters of many scripts meets the standard that forbids what cannot be shown."""
    draft = practice(1, {"evidence.feedback": f"你好 😀 {HEBREW} हिन्दी ไทย \ue000 👩\u200d👩 a\ufe0f \u200b\u202e"})
    data = pdf.inputs(told((draft,), Wanted(format="pdf")))
    made = embedded().compile(SOURCE, format="pdf", sys_inputs=data, pdf_standards="a-2b", timestamp=0)
    assert isinstance(made, bytes)


def test_other_errors_of_the_library_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no missing character is raised."""
    monkeypatch.setattr(pdf, "_PROBE", b"#panic()")
    with pytest.raises(typst.TypstError):
        missing({"é"})


def test_without_the_extra(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without typst one sentence says what to install."""
    monkeypatch.setitem(sys.modules, "typst", None)
    says = r"^A PDF needs typst: pip install 'practice-bot\[pdf\]'\. The other formats do not\.$"
    with pytest.raises(CannotExport, match=says):
        write("pdf", practice())


@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_book_of_200(write: Write, form: str) -> None:
    """A book of 200 practices is made in a few seconds."""
    drafts = [practice(number, {"description.description": "word " * 300}) for number in range(1, 201)]
    assert len(write(form, *drafts)) > 100_000
