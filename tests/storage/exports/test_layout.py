"""The document that lays out the Word form: one's own is used, a broken one is refused by name."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from support.practices import practice

from storage.exports import OWN, BrokenLayout, Wanted
from storage.exports.layout import check_layout, problem_here
from storage.exports.word import word_book, word_form

Change = Callable[[str], str]


def changed(path: Path, change: Change, part: str = "word/document.xml") -> Path:
    """Write a layout that differs from the product's own in one part."""
    with ZipFile(OWN) as own, ZipFile(path, "w", ZIP_DEFLATED) as other:
        for name in own.namelist():
            content = own.read(name)
            other.writestr(name, change(content.decode()) if name == part else content)
    return path


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    """Name a file for a layout."""
    return tmp_path / "layout.docx"


def printed(written: bytes) -> list[str]:
    """Give the text of the paragraphs."""
    return [paragraph.text for paragraph in docx.Document(BytesIO(written)).paragraphs]


def test_own_layout_is_used(layout: Path) -> None:
    """A layout of one's own lays out the form of one practice and of several; an older one may lack newer fields."""
    hint = "{{ question.hint }}"
    changed(layout, lambda xml: xml.replace("{{ form.caption }}", "Of our house: {{ form.caption }}").replace(hint, ""))
    wanted = Wanted(format="docx", layout=layout)
    of_our_house = "Of our house: RAN-2026-0001 · approved · submitted 23 November 2026"
    assert (of_our_house, 2) == (
        printed(word_form(practice(), layout))[1],
        sum(text.startswith("Of our house") for text in printed(word_book([practice(), practice(2)], wanted))),
    )
    assert not any(text.startswith("Of our house") for text in printed(word_form(practice())))


@pytest.mark.slow
def test_layout_that_was_changed_is_read_again(layout: Path) -> None:
    """A layout that is edited while the bot runs is used at once."""
    changed(layout, lambda xml: xml.replace("{{ form.caption }}", "First {{ form.caption }}"))
    first = printed(word_form(practice(), layout))[1]
    changed(layout, lambda xml: xml.replace("{{ form.caption }}", "The second {{ form.caption }}"))
    assert ["First", "The"] == [text.split()[0] for text in (first, printed(word_form(practice(), layout))[1])]


def packed(**parts: str) -> bytes:
    """Pack a zip."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def plain_document() -> bytes:
    """Make a Word document without a tag."""
    made, document = BytesIO(), docx.Document()
    document.add_paragraph("A letter")
    document.save(made)
    return made.getvalue()


FILES = {
    "nothing": (b"", "it is no Word document (.docx)"),
    "text": (b"Dear friends", "it is no Word document (.docx)"),
    "half": (OWN.read_bytes()[:5000], "it is no Word document (.docx)"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "it is no Word document (.docx)"),
    "another zip": (packed(readme="words"), "it is no Word document (.docx)"),
    "a letter": (
        plain_document(),
        "it does not print form.title, section.title, question.heading, question.choices, part.text",
    ),
    "a bomb": (packed(zeros="0" * (51 << 20)), "unpacked it has more than 50 MB"),
    "huge": (bytes((10 << 20) + 1), "it has more than 10 MB"),
}


@pytest.mark.parametrize("name", FILES)
def test_file_that_is_no_layout(layout: Path, name: str) -> None:
    """A file that cannot be a layout is refused in one line that names it and says why."""
    content, why = FILES[name]
    layout.write_bytes(content)
    with pytest.raises(BrokenLayout) as refusal:
        check_layout(layout)
    assert f"{layout} cannot lay out the Word form: {why}." == str(refusal.value)


@pytest.mark.parametrize(
    ("make", "why"),
    [(lambda _: None, "no such file or directory"), (lambda path: path.mkdir(), "is a directory")],
)
def test_layout_that_is_not_there(layout: Path, make: Callable[[Path], None], why: str) -> None:
    """A path that leads to no file is refused, too."""
    make(layout)
    with pytest.raises(BrokenLayout) as refusal:
        word_form(practice(), layout)
    assert f"{layout} cannot lay out the Word form: {why}." == str(refusal.value)


TAGS = {
    "unknown tag": ("{% nonsense %}", "its tags cannot be worked out (Encountered unknown tag 'nonsense'"),
    "misspelt field": ("{{ form.titel }}", "its tags cannot be worked out ('dict object' has no attribute 'titel')"),
    "unknown filter": ("{{ form.title|shout }}", "its tags cannot be worked out (No filter named 'shout')"),
    "never closed": ("{% if form.mark %}", "its tags cannot be worked out ("),
    "division": ("{{ 1/0 }}", "its tags cannot be worked out (ZeroDivisionError)"),
    "classes": ("{{ ''.__class__.__mro__ }}", "its tags do something that a layout may not do"),
    "globals": ("{{ form.title.__init__.__globals__ }}", "its tags do something that a layout may not do"),
    "undefined function": ("{{ lipsum.__globals__.os.popen('id').read() }}", "its tags cannot be worked out ("),
    "endless counting": ("{% for a in range(99999999) %}{% endfor %}", "its tags cannot be worked out ('range'"),
    "multiplication": ("{{ 'x' * 999999999 }}", "its tags do something that a layout may not do"),
    "power": ("{{ 9 ** 99999999 }}", "its tags do something that a layout may not do"),
    "another file": ("{% include '/etc/passwd' %}", "its tags cannot be worked out ("),
}


@pytest.mark.parametrize("name", TAGS)
def test_layout_with_wrong_tags(layout: Path, name: str) -> None:
    """Tags that are wrong or hostile are refused in one line, in the text and in the header."""
    tag, why = TAGS[name]
    for part, field in (("word/document.xml", "{{ form.caption }}"), ("word/header1.xml", "{{ form.header }}")):
        changed(layout, lambda xml, field=field: xml.replace(field, tag.replace("'", "&apos;")), part)  # type: ignore[misc] # bound now
        problem = problem_here(layout)
        assert problem.startswith(why)
        assert "\n" not in problem


ENDLESS = {
    "loops": "".join("{% for each in 'aaaaaaaaaaaaaaaaaaaa' %}" for _ in range(9)) + "{% endfor %}" * 9,
    "a long line": "{{ 'a'|center(9000000000) }}",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDLESS)
def test_layout_that_never_ends(layout: Path, name: str) -> None:
    """Tags that work for very long, or fill the memory, are refused within seconds; the second time at once."""
    changed(layout, lambda xml: xml.replace("{{ form.caption }}", ENDLESS[name].replace("'", "&apos;")))
    for _ in range(2):
        with pytest.raises(BrokenLayout, match=r"its tags (take too long, or too much memory|.*\(MemoryError\))\.$"):
            word_form(practice(), layout)


@pytest.mark.parametrize("field", ["form.title", "section.title", "question.heading", "part.text"])
def test_layout_without_a_field(layout: Path, field: str) -> None:
    """A layout that would leave answers out is refused, with the field that it lacks."""
    changed(layout, lambda xml: xml.replace(f"{{{{ {field} }}}}", "").replace(f"{{{{r {field} }}}}", ""))
    assert f"it does not print {field}" == problem_here(layout)


def test_own_layout_is_whole() -> None:
    """The layout that the product brings can be used."""
    check_layout(OWN)
