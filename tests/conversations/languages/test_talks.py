"""A whole talk in each language: no English left, no two labels of a screen the same."""

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from support.core_talker import CoreTestBed
from support.language_talks import ENGLISH_TALK, TALKS, acts_in
from support.other_language import offering
from support.pseudo import plain_words

from bot.demo.transcripts import OPERATOR, Transcript, Turn, parse, play
from conversations.fields import country_names
from conversations.languages import CATALOGUES, ENGLISH, speaking

CODES = [code for code in CATALOGUES if code != ENGLISH]

_BUTTON = re.compile(r"\[([^][]+)\]")

_WORDS = re.compile(r"[A-Za-z]{2,}")


def _talk(path: Path) -> Transcript:
    return parse(path.read_text("utf-8"))


def _typed(talk: Transcript) -> str:
    return "\n".join(turn.act.text for turn in talk.turns if turn.act.verb == "says")


def _english_lines() -> set[str]:
    """List the lines of three or more words that the bot says in English, but for what was typed."""
    talk = _talk(ENGLISH_TALK)
    typed = _typed(talk)
    lines = {line.strip() for turn in talk.turns for line in _to_the_person(turn) if not line.startswith("(document: ")}
    return {line for line in lines if len(_WORDS.findall(line)) > 2 and line not in typed}


@pytest.mark.parametrize("code", CODES)
def test_talk_has_the_acts_of_the_english_one(code: str) -> None:
    """After a change of a label, ``python -m support.language_talks`` writes the acts again."""
    written = [turn.written for turn in parse(acts_in(code)).turns]
    assert written == [turn.written for turn in _talk(TALKS / f"{code}.txt").turns]


@pytest.mark.parametrize("code", CODES)
def test_talk_ends_with_a_submission(code: str) -> None:
    """The last act submits the practice: each press and each typed choice was understood."""
    assert "RAN-2026-0001" in "\n".join(_talk(TALKS / f"{code}.txt").turns[-1].expected)


@pytest.mark.parametrize("code", CODES)
def test_no_english_is_left_in_a_talk(code: str) -> None:
    """No line of the talk is one of the English talk."""
    english = _english_lines()
    talk = _talk(TALKS / f"{code}.txt")
    assert [] == [line for turn in talk.turns for line in _to_the_person(turn) if line.strip() in english]


def _keyboards(turn: Turn) -> Iterator[list[str]]:
    """List the labels of each message."""
    for message in "\n".join(_to_the_person(turn)).split("\n---\n"):
        yield [label for line in message.splitlines() if _BUTTON.match(line) for label in _BUTTON.findall(line)]


@pytest.mark.parametrize("code", CODES)
def test_labels_of_a_screen_differ(code: str) -> None:
    """No two buttons under one message have the same label."""
    keyboards = [labels for turn in _talk(TALKS / f"{code}.txt").turns for labels in _keyboards(turn)]
    assert [] == [labels for labels in keyboards if len(labels) != len(set(labels))]


async def test_talk_in_the_pseudo_language() -> None:
    """All that is said is translated: in the pseudo-language no English word is left but what was typed."""
    with offering("mt"):
        actual = parse(await play(parse(acts_in("mt")), CoreTestBed()))
    with speaking("mt"):
        values = f"{_typed(actual)} {OPERATOR.controller} {country_names.choice_in_language('Denmark')} Malti docx"
    known = {*_WORDS.findall(values), "document"}  # the test person's word for a file
    said = [line for turn in actual.turns for line in _to_the_person(turn)]
    assert ([], True) == (
        [line for line in said if not set(plain_words(line)) <= known],
        any("RAN-2026-0001" in line for line in said),
    )


def _to_the_person(turn: Turn) -> Iterator[str]:
    """List the lines to who has acted; those to coordinators follow under their names."""
    return takewhile(lambda line: not line.startswith("@ "), turn.expected)
