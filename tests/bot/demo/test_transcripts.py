"""Transcripts as text: the speaker, the length of a wait, and the messages to others."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.transcripts import FIRST_NAMES, Act, Noted, Said, Turn, act_of, lines_of, linked, parse, play, written
from bot.sandbox.text import Formatted, Span

TALK = """\
Two people talk.
> Open Door
| and more
  Note> this is what the bot says.
  @ Cora
  A practice came in.
  [Show]
Cora> [Show]
  Open Door
> (waits 3 hours)
"""

TOWN_HALL = {"title": "Town hall", "address": "1 Square, Aarhus"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("> hello", Act("says", "hello")),
        ("Cora> /queue", Act("says", "/queue", who="Cora")),
        ("Zoë> hello> you", Act("says", "hello> you", who="Zoë")),
        ("Ada> [Approve] (again)", Act("presses", "Approve", "again", who="Ada")),
        ("> (edits Old words) New words", Act("edits", "New words", "Old words")),
        ("> (replies to You asked) No", Act("replies", "No", "You asked")),
        ("Ben> (replies to You asked) No\n| never", Act("replies", "No\nnever", "You asked", who="Ben")),
        ("> (repeats 3) a", Act("says", "a a a")),
        ("> (pastes 3) a", Act("pastes", "a a a")),
        ("> (waits 21 days)", Act("waits", detail="21")),
        ("> (waits 1 day)", Act("waits", detail="1")),
        ("> (waits 3 hours)", Act("waits", detail="3 hours")),
        ("Ben> (waits 1 minute)", Act("waits", detail="1 minutes", who="Ben")),
        ("> \\(waits 1 day)", Act("says", "(waits 1 day)")),
        ("> (replies to own Open Dor) Open Door", Act("replies", "Open Door", "own Open Dor")),
        (
            "> (contact Anna Example, +45 33 11 55 00)",
            Act("sends", detail="contact", file={"first_name": "Anna Example", "phone_number": "+45 33 11 55 00"}),
        ),
        ("> (venue Town hall, 1 Square, Aarhus)", Act("sends", detail="venue", file=TOWN_HALL)),
        ("> (agreed to nothing)", Act("agreed")),
        ("Ben> (agreed to version 0)", Act("agreed", detail="0", who="Ben")),
    ],
)
def test_act_as_written(line: str, expected: Act) -> None:
    """A line has its speaker and the act."""
    assert expected == act_of(line)


def test_contact_with_more_than_a_number_has_a_card() -> None:
    """Further numbers and e-mail addresses are in the vCard of a contact."""
    act = act_of("> (contact Anna, +45 33 11 55 00, +45 33 11 55 01, anna@example.org)")
    assert "BEGIN:VCARD\r\nTEL:+45 33 11 55 01\r\nEMAIL:anna@example.org\r\nEND:VCARD" == act.file["vcard"]


def test_words_in_brackets_before_an_address_have_a_link_behind_them() -> None:
    """A link is written as in Markdown; other brackets stay brackets."""
    spans = (Span("text_link", 4, 12, "https://example.org"),)
    assert Formatted("our handbook [1]", spans) == linked("our [handbook](https://example.org) [1]")
    assert "our [handbook] (here)" == linked("our [handbook] (here)")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (Act("waits", detail="21"), timedelta(days=21)),
        (Act("waits", detail="3 hours"), timedelta(hours=3)),
        (Act("waits", detail="40 minutes"), timedelta(minutes=40)),
        (Act("restarts"), timedelta()),
        (Act("edits", "Bye", "Hello"), timedelta()),
    ],
)
def test_time_of_an_act(act: Act, expected: timedelta) -> None:
    """A wait takes its time, any other act takes none."""
    assert expected == act.time


@pytest.mark.parametrize("wait", ["3 weeks", "days", "3", "-1 days", "soon", ""])
def test_wait_that_is_none(wait: str) -> None:
    """A bad time is refused when the transcript is read."""
    with pytest.raises(ValueError, match="a wait is so many days, hours or minutes"):
        parse(f"> (waits {wait})\n")


def test_turns_of_two_people() -> None:
    """Each turn has its speaker; only a line at the margin begins a turn."""
    assert [
        (Act("says", "Open Door\nand more"), 4),
        (Act("presses", "Show", who="Cora"), 1),
        (Act("waits", detail="3 hours"), 0),
    ] == [(turn.act, len(turn.expected)) for turn in parse(TALK).turns]


def test_others_after_the_speaker() -> None:
    """Messages to others come after the speaker's, grouped by person, in the order of the demo users."""
    shown: list[Said | Noted] = [
        Said("News", (("Show",),), to="Ada"),
        Said("Saved"),
        Said("Mail", to="Ben"),
        Noted("Done"),
        Said("More news", redrawn=True, to="Ada"),
        Said("Next"),
    ]
    to_the_speaker, to_ben = ("Saved", "* Done", "---", "Next"), ("@ Ben", "Mail")
    to_ada = ("@ Ada", "News", "[Show]", "---", "~", "More news")
    assert (*to_the_speaker, *to_ben, *to_ada) == lines_of(shown)


async def test_play_gives_the_transcript_back() -> None:
    """A talker that gives the expected answers gives back the transcript, byte for byte."""
    said = iter(
        [
            (Said("Note> this is what the bot says."), Said("A practice came in.", (("Show",),), to="Cora")),
            (Said("Open Door"),),
            (),
        ]
    )

    class Scripted:
        """Says what comes next."""

        async def act(self, act: Act) -> tuple[Said, ...]:
            """Do nothing."""
            assert act.who in {"", "Cora"}
            return next(said)

    assert TALK == await play(parse(TALK), Scripted())


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=12)

PARTS = st.lists(WORDS.map(str.strip), min_size=1, max_size=3).map("\n".join)

SHOWN = st.builds(
    Said,
    text=PARTS.map(lambda text: f"{text}."),
    rows=st.lists(st.tuples(WORDS), max_size=2).map(tuple),
    redrawn=st.booleans(),
    to=st.sampled_from(["", *FIRST_NAMES.values()]),
) | st.builds(Noted, WORDS, to=st.sampled_from(["", *FIRST_NAMES.values()]))


@st.composite
def turns(draw: st.DrawFn) -> tuple[str, str, list[Said | Noted]]:
    """Make turns: the speaker, the act and the answers."""
    who = draw(st.sampled_from(["", *FIRST_NAMES.values()]))
    return who, draw(PARTS), draw(st.lists(SHOWN, max_size=4))


@given(st.lists(turns(), max_size=4))
def test_written_and_read_again(context: list[tuple[str, str, list[Said | Noted]]]) -> None:
    """Any written conversation can be read: the same speakers, the same words, and every line of the bot."""
    acts = [Act("says", text, who=who) for who, text, _ in context]
    heads = [f"{who}> \\{text}".replace("\n", "\n| ") for who, text, _ in context]
    blocks = [
        written(Turn(head, act, ()), lines_of(shown))
        for head, act, (_, _, shown) in zip(heads, acts, context, strict=True)
    ]
    again = parse("\n".join(["A comment.", *blocks]) + "\n")
    assert ("A comment.", acts, blocks) == (
        again.comment,
        [turn.act for turn in again.turns],
        [written(turn, turn.expected) for turn in again.turns],
    )


@pytest.mark.parametrize("what", ["", "to", "to everything", "to version", "to version one"])
def test_yes_to_what_there_is_not(what: str) -> None:
    """A person has agreed to nothing, or to a version by its number."""
    with pytest.raises(ValueError, match="agreed to nothing"):
        parse(f"> (agreed {what})\n" if what else "> (agreed)\n")


def test_newcomers() -> None:
    """A person who agrees in the transcript has not agreed before, unless it says otherwise."""
    context = parse("> hello\n> [I agree]\n> i agree\nBen> (agreed to version 0)\nBen> [I agree]\nCora> /queue\n")
    assert (Act("agreed"),) == context.newcomers
