"""Names of files: safe wherever they are unpacked."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.dialogue.practice import Names, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("leaflet.pdf", "leaflet.pdf"),
        ("Übersicht – Teil 1.docx", "Übersicht – Teil 1.docx"),
        ("Открытая дверь.pdf", "Открытая дверь.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..\\..\\boot.ini", "_.._boot.ini"),
        ("/absolute.txt", "_absolute.txt"),
        ("C:evil.exe", "C_evil.exe"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("tab\tnew\nline.txt", "tabnewline.txt"),
        ("dots...", "dots"),
        (" . ", "file"),
        ("", "file"),
        (".htaccess", "htaccess"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("я" * 300 + ".pdf", "я" * 60 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 118),
    ],
)
def test_safe_name(name: str, safe: str) -> None:
    """A name keeps what is harmless, and its ending."""
    assert safe == safe_name(name)


@given(st.text())
def test_any_name_is_safe(name: str) -> None:
    """Whatever the name, it stays within its folder on every system, and making it safe again changes nothing."""
    safe = safe_name(name)
    assert (safe, safe, safe) == (PurePosixPath(safe).name, PureWindowsPath(safe).name, safe_name(safe))
    assert len(safe.encode()) <= 140
    assert not PureWindowsPath(safe).is_reserved()


@given(st.lists(st.sampled_from(["a.txt", "A.TXT", "a (2).txt", "Å", "A\u030a", "ａ.txt", "con", ""]), max_size=12))
def test_names_never_collide(names: list[str]) -> None:
    """No two names given out are one to a system that looks at neither case nor composition."""
    given_out = Names()
    assert len({given_out.fresh(name).casefold() for name in names}) == len(names)


def test_name_given_twice_has_a_number() -> None:
    """The second file of a name is told by its number, before the ending."""
    names = Names()
    assert ["a.pdf", "A (2).pdf", "a (3).pdf"] == [names.fresh(name) for name in ("a.pdf", "A.pdf", "a.pdf")]
