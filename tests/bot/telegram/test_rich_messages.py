"""Rich messages: their text, block by block."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.content import rich_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "text", "blocks", "items", "cells", "label", "value", "url"]), inner)
    ),
    max_leaves=15,
)


def paragraph(text: object) -> dict[str, Any]:
    """Make a paragraph."""
    return {"type": "paragraph", "text": text}


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([{"type": "heading", "text": "Aim", "size": 1}, paragraph("To help.")], "Aim\nTo help."),
        ([paragraph(["To ", {"type": "bold", "text": ["he", {"type": "italic", "text": "lp"}]}, "."])], "To help."),
        ([paragraph({"type": "custom_emoji", "alternative_text": "🙂"})], "🙂"),
        ([paragraph({"type": "url", "text": "our site", "url": "https://a.example"})], "our site (https://a.example)"),
        ([paragraph({"type": "url", "text": "https://a.example", "url": "https://a.example"})], "https://a.example"),
        (
            [paragraph({"type": "url", "text": {"type": "bold", "text": "a.example"}, "url": "https://a.example"})],
            "a.example",
        ),
        ([{"type": "pre", "text": "x = 1\ny = 2"}], "x = 1\ny = 2"),
        ([{"type": "mathematical_expression", "expression": "a+b"}], "a+b"),
        ([{"type": "blockquote", "blocks": [paragraph("Said")], "credit": "Ben"}], "Said\nBen"),
        ([{"type": "pullquote", "text": "Said", "credit": "Ben"}], "Said\nBen"),
        ([{"type": "details", "summary": "More", "blocks": [paragraph("this")]}], "More\nthis"),
        (
            [{"type": "table", "cells": [[{"text": "a"}, {"text": "b"}], [{"text": "c"}, {}]], "caption": "Table"}],
            "a | b\nc | \nTable",
        ),
        ([{"type": "photo", "photo": [], "caption": {"text": "Us", "credit": "Ben"}}], "UsBen"),
        ([{"type": "divider"}, {"type": "anchor", "name": "x"}], ""),
        ([{"type": "hologram", "text": "new"}], "new"),
    ],
)
def test_block(blocks: list[Any], expected: str) -> None:
    """Each kind of block gives its words."""
    assert rich_text({"blocks": blocks}) == expected


def test_list_nested() -> None:
    """Lists keep their bullets, numbers and boxes, and their depth."""
    inner: dict[str, Any] = {
        "type": "list",
        "items": [{"label": "1.", "value": 1, "type": "1", "blocks": [paragraph("one")]}],
    }
    items: list[Any] = [
        {"label": "•", "blocks": [paragraph("first"), inner]},
        {"label": "", "value": 2, "blocks": [paragraph("second")]},
        {"label": "", "has_checkbox": True, "is_checked": True, "blocks": [paragraph("done")]},
        {"label": "", "has_checkbox": True, "blocks": [paragraph("open")]},
        "odd",
    ]
    expected = "- first\n  1. one\n2. second\n- [x] done\n- [ ] open\n- odd"
    assert rich_text({"blocks": [{"type": "list", "items": items}]}) == expected


def test_deep_blocks() -> None:
    """However deep the words lie, they are found."""
    block: Any = paragraph("deep")
    for _ in range(2000):
        block = {"type": "blockquote", "blocks": [block]}
    assert rich_text({"blocks": [block]}) == "deep"


def test_deep_text() -> None:
    """However deep a text is marked, it is found."""
    text: Any = "deep"
    for _ in range(5000):
        text = {"type": "bold", "text": [text]}
    assert rich_text({"blocks": [paragraph(text)]}) == "deep"


@given(JSON)
def test_any_json(message: Any) -> None:  # noqa: ANN401 - any JSON
    """Any JSON gives a text."""
    assert isinstance(rich_text(message), str) is True
