"""Text: parsing, cleaning, found entities, and limits."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.contents import text_fields
from bot.sandbox.params import Params, RefusalError, flat
from bot.sandbox.parsing import checked_text, message_text
from bot.sandbox.text import Client, Formatted, Span, parts, utf16_length

Json = dict[str, Any]

Found = list[tuple[str, str, str]]


def read(text: str, mode: str = "", **params: object) -> tuple[str, Found]:
    """Return a text as Telegram stores it, and for each entity its kind, its text and its argument."""
    values = {"text": text, "parse_mode": mode} | {name: flat(value) for name, value in params.items()}
    formatted = checked_text(message_text(Params(values)))
    return formatted.text, [
        (span.kind, formatted.text[span.start : span.end], span.argument) for span in formatted.spans
    ]


HTML: list[tuple[str, str, Found]] = [
    ("<b>a</b><strong>b</strong>", "ab", [("bold", "a", ""), ("bold", "b", "")]),
    ("<i>a</i> <em>b</em>", "a b", [("italic", "a", ""), ("italic", "b", "")]),
    ("<u>a</u> <ins>b</ins>", "a b", [("underline", "a", ""), ("underline", "b", "")]),
    ("<s>a</s><strike> b</strike><del> c</del>", "a b c", [("strikethrough", x, "") for x in "abc"]),
    ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", "a", ""), ("spoiler", "b", "")]),
    ("<B>a</B >", "a", [("bold", "a", "")]),
    ("<b>a</>", "a", [("bold", "a", "")]),
    ('<a href="example.org">a</a>', "a", [("text_link", "a", "http://example.org/")]),
    (
        "<a href = 'https://example.org/x?a=1&amp;b=2' >a</a>",
        "a",
        [("text_link", "a", "https://example.org/x?a=1&b=2")],
    ),
    ("<a href=example.org>a</a>", "a", [("text_link", "a", "http://example.org/")]),
    ("<a>example.org/x</a>", "example.org/x", [("text_link", "example.org/x", "http://example.org/x")]),
    ('<a href="nothing here">a</a>', "a", []),
    ('<a href="nothing">a</a>', "a", []),
    ('<a href="tg://user?id=7">a</a>', "a", [("text_mention", "a", "7")]),
    ('<a href="tg://settings">a</a>', "a", [("text_link", "a", "tg://settings")]),
    ("<code>a</code>", "a", [("code", "a", "")]),
    ('<code class="language-python">a</code>', "a", [("code", "a", "")]),
    ("<pre>a</pre>", "a", [("pre", "a", "")]),
    ('<pre><code class="language-python">a</code></pre>', "a", [("pre", "a", "python")]),
    ("<pre><code>a</code></pre>", "a", [("pre", "a", "")]),
    ('<code class="language-c"><pre>a</pre></code>', "a", [("pre", "a", "c")]),
    ('<a href="example.org">a <code>b</code></a>', "a b", [("text_link", "a b", "http://example.org/")]),
    ('<a href="https://Example.ORG?">a</a>', "a", [("text_link", "a", "https://example.org/?")]),
    ('<a href="https://example.org:x/">a</a>', "a", []),
    ('<a href="tg:user?id=7">a</a>', "a", [("text_mention", "a", "7")]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", "a", "")]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", "a", "")]),
    ('<blockquote expandable="">a</blockquote>', "a", [("expandable_blockquote", "a", "")]),
    ('<blockquote cite="x">a</blockquote>', "a", [("blockquote", "a", "")]),
    ('<tg-emoji emoji-id="5">🙂</tg-emoji>', "🙂", [("custom_emoji", "🙂", "5")]),
    ("&lt;b&gt; &amp; &quot;&#233;&#x41;&nbsp;&#0; &", '<b> & "éA&nbsp;&#0; &', []),
    ("<b></b>a", "a", []),
    ("<b>a <i>b</i></b>", "a b", [("bold", "a b", ""), ("italic", "b", "")]),
    ("<b>a<b>b</b></b>", "ab", [("bold", "ab", "")]),
    ("<code>a <b>b</b></code>", "a b", [("code", "a b", "")]),
    ("\n <b>  a \n</b>\n", "a", [("bold", "a", "")]),
    ("<b> </b>a", "a", []),
]

FOUND: list[tuple[str, Found]] = [
    ("/start@practice_bot now", [("bot_command", "/start@practice_bot", "")]),
    ("see https://example.org/a_(b), ok", [("url", "https://example.org/a_(b", "")]),
    ("www.example.org.", [("url", "www.example.org", "")]),
    ("write to a.b@example.org", [("email", "a.b@example.org", "")]),
    ("@anna_example and @me", [("mention", "@anna_example", "")]),
    ("#tag #1 $EUR", [("hashtag", "#tag", ""), ("cashtag", "$EUR", "")]),
    ("+45 33 11 55 00", [("phone_number", "+45 33 11 55 00", "")]),
    ("and/or 1/2 and so on", []),
]


@pytest.mark.parametrize(("source", "text", "entities"), HTML)
def test_html_read(source: str, text: str, entities: Found) -> None:
    """HTML becomes plain text and entities."""
    assert (text, entities) == read(source, "HTML")


@pytest.mark.parametrize(("text", "entities"), FOUND)
def test_entities_found_in_plain_text(text: str, entities: Found) -> None:
    """Telegram itself finds links, addresses, commands and so on."""
    assert (text, entities) == read(text)


def test_link_not_found_within_code() -> None:
    """Code stays code."""
    assert ("example.org", [("code", "example.org", "")]) == read("<code>example.org</code>", "HTML")


def test_entities_counted_in_utf16() -> None:
    """An emoji counts as two units."""
    formatted = checked_text(message_text(Params({"text": "😀 <b>a</b>", "parse_mode": "HTML"})))

    assert [{"offset": 3, "length": 1, "type": "bold"}] == formatted.entities()


def test_entities_given_instead_of_markup() -> None:
    """A call may list its entities; kinds that Telegram finds itself and empty ones are ignored."""
    given = [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "url", "offset": 0, "length": 2},
        {"type": "italic", "offset": 0, "length": 0},
        {"type": "text_link", "offset": 3, "length": 1, "url": "example.org"},
        {"type": "text_mention", "offset": "4", "length": 1, "user": {"id": 7}},
        {"type": "pre", "offset": 5, "length": 1, "language": "python"},
    ]

    assert (
        "😀 abc",
        [
            ("bold", "😀", ""),
            ("text_link", "a", "http://example.org/"),
            ("text_mention", "b", "7"),
            ("pre", "c", "python"),
        ],
    ) == read("😀 abc", entities=given)
    assert ("a", []) == read("a", entities="{")
    assert ("a", []) == read("a", "none")


def test_entities_shown_with_what_they_carry() -> None:
    """Links, languages and people come back in the form of the Bot API."""
    source = '<a href="example.org">a</a><a href="tg://user?id=7">b</a><pre><code class="language-c">c</code></pre>'
    formatted = checked_text(message_text(Params({"text": source, "parse_mode": "HTML"})))

    assert [
        {"offset": 0, "length": 1, "type": "text_link", "url": "http://example.org/"},
        {"offset": 1, "length": 1, "type": "text_mention", "user": {"id": 7, "is_bot": False, "first_name": ""}},
        {"offset": 2, "length": 1, "type": "pre", "language": "c"},
    ] == formatted.entities()


@given(st.text(st.sampled_from("<>/abi\"'= &;#x_*[]()~`|\\\n!é😀.-\0")))
def test_any_text_taken_or_refused(text: str) -> None:
    """Any text is refused or becomes a trimmed text with entities inside it."""
    with suppress(RefusalError):
        formatted = checked_text(message_text(Params({"text": text, "parse_mode": "HTML"})))
        length = utf16_length(formatted.text)

        assert formatted.text == formatted.text.strip()
        assert all(0 <= each["offset"] < each["offset"] + each["length"] <= length for each in formatted.entities())


def test_styles_that_overlap_are_one() -> None:
    """Bold from two entities is one bold."""
    given = [{"type": "bold", "offset": 0, "length": 2}, {"type": "bold", "offset": 1, "length": 2}]

    assert ("abc", [("bold", "abc", "")]) == read("abc", entities=given)


def test_text_cleaned() -> None:
    """Control characters become blanks; returns, line separators and combining lines go; ends are trimmed."""
    assert ("a b\ncd", []) == read(" \n a\tb\r\nc\u2028\u0333d\n ")


def test_ring_over_a_letter() -> None:
    """A ring stays in people's texts, because their clients join it to the letter; it is removed in all other texts."""
    bold = Formatted("1\u030a A\u030arhus U\u030a", (Span("bold", 3, 9),))
    entity = {"offset": 2, "length": 5, "type": "bold"}
    assert {"text": "1 Århus Ů", "entities": [entity]} == text_fields(bold)
    assert ("Arhus", []) == read("A\u030arhus")


def test_text_of_4096_emoji_taken() -> None:
    """The limit counts code points after parsing."""
    text, _ = read("<b>" + "😀" * 4096 + "</b> ", "HTML")

    assert 4096 == len(text)


def test_entities_kept_up_to_100() -> None:
    """More entities are dropped silently."""
    _, entities = read("<b>a</b> " * 120, "HTML")

    assert 100 == len(entities)


@pytest.mark.parametrize("client", ["exact", "phone", "desktop"])
def test_parts_hold_the_whole_text(client: Client) -> None:
    """Cutting loses nothing, and each part fits."""
    text = "Words and 😀 more words. " * 400

    cut = parts(text, client)

    assert text == "".join(cut)
    assert all(utf16_length(part) <= 4096 for part in cut)


def test_parts_cut_where_clients_cut() -> None:
    """Cuts are exactly at the limit, near it on phones, at an empty line in the second half on desktops."""
    text = "a" * 3000 + "\n\n" + "b" * 900 + " " + "c" * 3000

    assert [[4096, 2807], [3903, 3000], [3002, 3901]] == [
        [len(part) for part in parts(text, client)] for client in ("exact", "phone", "desktop")
    ]


def test_parts_of_emoji_not_cut_in_half() -> None:
    """A character of two units stays whole."""
    assert [2048, 2] == [len(part) for part in parts("😀" * 2050)]
    assert [4095, 2] == [len(part) for part in parts("a" * 4095 + "😀b")]


def test_parts_of_words_without_blanks() -> None:
    """Without a good place to cut, the cut is at the limit."""
    assert [4096, 904] == [len(part) for part in parts("a" * 5000, "phone")]
