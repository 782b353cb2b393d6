"""Several people on one test bed: each acts in their own chat, and messages to others are shown as theirs."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.app import Bot, build
from bot.demo import demo
from bot.demo.playing import SandboxTalker
from bot.demo.test_bed import TRANSCRIPTS_BEGIN, TestBed
from bot.demo.transcripts import ADMIN, COORDINATORS, Act, Said, parse, play
from bot.sandbox import Sandbox
from bot.telegram.texts import set_aside
from conversations.dialogue.conversation import Conversation, Step
from conversations.dialogue.inputs import Chose, Input, Press, Wrote
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import ReviewRepository
from storage import Outbox, Post
from storage.outbox import put

AGAIN = Button(label="Again", press=Press(draft=1, keyboard_version=2, about="heard", action="again", index=3))

BEN = 1002

JPEG = b"\xff\xd8\xff\xe0 a picture"

TALK = """\
People talk in turn; each presses, edits and replies in their own chat.
> one
  Input 1: one
  [Again]
Ben> two
  Input 2: two
  [Again]
> [Again]
  * Heard
  ~
  Input 3: chose
  [Again]
Ben> [Again]
  * Heard
  ~
  Input 4: chose
  [Again]
> [Again] (again)
  * Heard
  ~
  Input 5: chose
  [Again]
> (edits one) three
  Input 6: revised
  [Again]
Ben> (replies to Input) four
  Input 7: four
  [Again]
Anna> (replies to Input 5) five
  Input 8: five
  [Again]
Cora> (sticker)
  Input 9: unreadable
  [Again]
"""

TROUBLE = f"""\
Ada> hello
  Input 1: hello
  [Again]
> fail
  {set_aside().text}
  @ Ada
  Update 2 could not be handled (ArithmeticError). practice-bot retry 2 takes it up again after a fix.
"""

FORM = """\
Two people fill in the form, each their own.
> Open Door
  Whatever.
Ben> Back on Track
  Whatever.
> /nonsense
Ben> (waits 2 hours)
"""


class Echo:
    """A step that answers with its input, and records it; it fails if asked to."""

    def __init__(self) -> None:
        self.given: list[Input] = []

    def __call__(
        self, conversation: Conversation, given: Input, _now: datetime, _desk: ReviewRepository | None = None
    ) -> Step:
        """Take the step."""
        if isinstance(given, Wrote) and given.text == "fail":
            raise ArithmeticError
        self.given.append(given)
        words = given.text if isinstance(given, Wrote) else given.did
        pressed = given.message if isinstance(given, Chose) else None
        reply = Reply(lines=(Line(text=f"Input {len(self.given)}: {words}"),), rows=((AGAIN,),), redraws=pressed)
        return Step(conversation=conversation, replies=(reply,), toast="Heard" if pressed else "")


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> Echo:
    """Put an echo on every test bed; it tries a failed update only once, and looks for messages only after a wait."""
    echo = Echo()
    monkeypatch.setattr("bot.demo.test_bed.build", partial(build, step=echo, pauses=()))
    monkeypatch.setattr("bot.app.SWEEP_SECONDS", 3600)
    return echo


@pytest.fixture
async def bed(url: str) -> AsyncIterator[TestBed]:
    """Open a test bed whose updates are numbered from 1."""
    async with TestBed(url, Sandbox(first_update_id=1), begins=TRANSCRIPTS_BEGIN) as bed:
        yield bed


async def test_people_in_turn(echo: Echo, bed: TestBed) -> None:
    """Two people and a coordinator act in turn, and each is answered in their own chat."""
    assert (TALK, 9) == (await play(parse(TALK), SandboxTalker(bed)), len(echo.given))


async def test_reply_carries_the_buttons(echo: Echo, bed: TestBed) -> None:
    """A reply carries the data of the buttons under the message that it answers."""
    talker = SandboxTalker(bed)
    await talker.act(Act("says", "one"))
    await talker.act(Act("replies", "two", "Input 1"))
    assert [(), (AGAIN.press,)] == [given.reply_to for given in echo.given if isinstance(given, Wrote)]


@pytest.mark.usefixtures("echo")
async def test_messages_to_others(bed: TestBed) -> None:
    """The player waits for messages to other people, and shows them under their names."""
    assert TROUBLE == await play(parse(TROUBLE), SandboxTalker(bed))


@pytest.mark.usefixtures("echo")
async def test_time_passes(bed: TestBed) -> None:
    """Messages that are due after a wait are sent, to the waiting person and to others; later ones are not."""
    told, outbox = Reply(lines=(Line(text="It is time."),)), Outbox(bed.database)
    for hours, chat_id in ((3, BEN), (2, 1001), (30, ADMIN)):
        now = bed.clock()
        await bed.database.change(put, Post(chat_id, None, (told,)), now)
        (outgoing,) = await outbox.next(chat_id, now)
        await outbox.later(outgoing.id, now, now + timedelta(hours=hours))
    talker = SandboxTalker(bed)
    shown = [await talker.act(Act("waits", detail=detail)) for detail in ("40 minutes", "3 hours", "1 minutes")]
    assert [(), (Said("It is time."), Said("It is time.", to="Ben")), ()] == [
        tuple(sorted(each, key=lambda one: one.to)) for each in shown
    ]


@pytest.mark.usefixtures("echo")
async def test_files_are_named(bed: TestBed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the bot stands above its caption; a photo has no name."""

    async def send(bot: Bot) -> None:
        await bot.listener.send_document(BEN, b"content", caption="The form.", filename="form.docx")
        await bot.listener.send_document(BEN, b"content", filename="form.docx")
        await bot.listener.send_photo(BEN, JPEG, caption="The picture.")

    monkeypatch.setattr(Bot, "sweep", send)
    assert ("(document: form.docx)\nThe form.", "(document: form.docx)", "(photo)\nThe picture.") == tuple(
        one.text for one in await SandboxTalker(bed).act(Act("waits", detail="1", who="Ben"))
    )


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (Act("says", "hello", who="Nobody"), "no demo user is called Nobody"),
        (Act("replies", "No", "You asked"), "no message of the bot contains You asked"),
        (Act("presses", "Again", who="Ben"), r"no message has a button \[Again\]"),
        (Act("presses", "Again", "again", who="Ben"), r"no button was pressed before \[Again\]"),
        (Act("edits", "two", "one", who="Ben"), "no message of the person begins with one"),
    ],
)
@pytest.mark.usefixtures("echo")
async def test_act_that_cannot_be_done(bed: TestBed, act: Act, reason: str) -> None:
    """Nobody can press, edit or reply to a message in another person's chat."""
    talker = SandboxTalker(bed)
    await talker.act(Act("says", "one"))
    await talker.act(Act("presses", "Again"))
    with pytest.raises(LookupError, match=reason):
        await talker.act(act)


async def test_roles_on_the_test_bed(url: str) -> None:
    """Cora and Carl are coordinators and Ada is an admin; a later role in a kept database stays."""
    async with TestBed(url) as bed:
        roles = [await bed.bot.store.people.role_of(user_id) for user_id in (1001, BEN, *COORDINATORS, ADMIN)]
        await bed.bot.store.people.give(COORDINATORS[0], "practitioner", ADMIN, bed.clock())
        await bed.restart()
        assert (
            ["practitioner", "practitioner", "coordinator", "coordinator", "admin"],
            ["practitioner", "coordinator"],
        ) == (roles, [await bed.bot.store.people.role_of(user_id) for user_id in COORDINATORS])


@pytest.mark.slow
def test_play_with_speakers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed conversation names the speakers, and each fills in their own form."""
    path = tmp_path / "two.txt"
    path.write_text(FORM, encoding="utf-8")
    code = demo(play=str(path))
    printed = capsys.readouterr().out.partition("\n--- ")[0].splitlines()
    spoken = [line for line in printed if "> " in line[:5] or line.startswith("  Section")]
    assert (1, ["> Open Door", "  Section 1 of 16 · Name of the practice", "Ben> Back on Track"]) == (code, spoken[:3])
    assert ["  Section 1 of 16 · Name of the practice", "> /nonsense"] == spoken[3:5]
    assert "Ben> (waits 2 hours)" == spoken[-1]
