"""The benchmark of answers, in short: `make bench` is the long form."""

import asyncio
from contextlib import closing
from typing import Any

import pytest

from benchmarks.peers import form as peers
from benchmarks.speed.alone import in_turns, table
from benchmarks.speed.measuring import Load, measured
from benchmarks.speed.people import Crowd
from benchmarks.speed.report import tables, written
from benchmarks.speed.script import AGREE, Input, form, inputs
from benchmarks.speed.subjects import Subject, subjects
from benchmarks.speed.telegram import Heard, Telegram
from benchmarks.speed.trial import sqlite, trial
from benchmarks.speed.wire import Connection

pytestmark = pytest.mark.slow

SHORT = Load(seconds=0.4, people=(1, 3), opened=3)
ROWS = {subject.name: subject for subject in subjects(sqlite, "none is asked for here")}
OURS = ROWS["practice-bot, SQLite"]
PEER = ROWS["form, python-telegram-bot, ConversationHandler, PicklePersistence"]
FLOOR = ROWS["echo, python-telegram-bot"]
EARLY = 100
"""The answers of one person before the other one has the first."""

SIGNED = {"memory for 1,000 MiB"}
"""Figures that may be zero or below, such as memory that was there already."""


@pytest.mark.parametrize("subject", [OURS, PEER], ids=["ours", "peer"])
async def test_row_of_a_form_is_measured_whole(subject: Subject) -> None:
    """A run of a program with the form has every figure of the tables, each above zero."""
    figures = await measured(subject, SHORT)
    shown = {figure for table in tables(SHORT) for _, figure, _ in table.columns}
    assert shown | {"top rate"} == set(figures)
    assert [] == [name for name, value in figures.items() if value <= 0 and name not in SIGNED]


async def test_row_of_an_echo_has_no_practices() -> None:
    """An echo is measured by its answers only."""
    figures = await measured(FLOOR, SHORT)
    assert (True, False) == ("rate 3" in figures, "calls a submission" in figures)


async def test_row_that_cannot_be_measured_says_why() -> None:
    """A row that cannot be measured has the reason in each table, and no figure."""
    name = "practice-bot, PostgreSQL, 2 workers"
    found = await trial([ROWS[name]], SHORT, 1)
    assert {name: "none is asked for here"} == found
    lines = [line for line in written(found, SHORT, 1).splitlines() if line.startswith(f"| {name}")]
    assert ["not measured: none is asked for here"] * len(tables(SHORT)) == [line.split(" | ")[1] for line in lines]


async def test_rows_in_turns() -> None:
    """Rows that run at the same time have a figure for each round, and ours is compared with itself."""
    found = await in_turns([FLOOR, OURS], 2, 0.2)
    assert {FLOOR.name: 2, OURS.name: 2} == {name: len(rates) for name, rates in found.items()}
    lines = table(found, {"another": "it is not here"}).splitlines()
    assert (True, "| another | not measured: it is not here | |") == (lines[-2].endswith("| 1.00 |"), lines[-1])


def test_peers_ask_what_the_bot_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The peers' form takes the inputs of the transcript, and shows the same signs as the bot's reply."""
    monkeypatch.setattr(peers, "questions", lambda: tuple(peers.Question(**each) for each in form()))
    data: dict[str, Any] = {}
    for given in inputs():
        shown = peers.begin(data) if given.value == "/start" else peers.answer(data, given.value)
        assert [] == [sign for sign in given.signs if sign not in shown.text]


class Shy:
    """A bot on the benchmark's connection that asks for consent first."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.said = 0

    async def answers(self) -> None:
        """Answer updates, until cancelled."""
        host, _, port = self.telegram.address.removeprefix("http://").rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        with closing(writer):
            await self._answer(reader, writer)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            writer.write(b"GET /bot1:x/getUpdates?timeout=5&offset=%d HTTP/1.1\r\n\r\n" % (self.said + 1))
            await _read(reader)
            self.said += 1
            keyboard = b'{"inline_keyboard":[[{"text":"%s","callback_data":"yes"}]]}' % AGREE.encode()
            body = b"chat_id=%d&" % next(iter(self.telegram._chats))
            body += b"text=First&reply_markup=" + keyboard if self.said == 1 else b"text=Question"
            writer.write(b"POST /bot1:x/sendMessage HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
            await _read(reader)


async def _read(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    await reader.readexactly(int(head.rpartition(b": ")[2]))


async def test_people_agree_where_they_are_asked_to() -> None:
    """A person who is asked for consent presses the button; their input counts as answered when its question comes."""
    async with Telegram() as telegram:
        shy = asyncio.create_task(Shy(telegram).answers())
        crowd = Crowd(telegram, [Input("/start", pressed=False, signs=("Question",))])
        await crowd.opening(1, 1)
        shy.cancel()
        await asyncio.gather(shy, return_exceptions=True)
    assert (1, 2) == (crowd.answers, telegram.calls["sendmessage"])


class Late(Telegram):
    """A Bot API that answers everybody at once, but the second person only after some answers of the first."""

    def __init__(self) -> None:
        super().__init__()
        self._there: dict[int, Heard] = {}
        self._answers = 0
        self._kept: list[int] = []

    def open(self, chat_id: int, heard: Heard) -> None:
        """Add a person."""
        self._there[chat_id] = heard

    def write(self, chat_id: int, _text: str) -> None:
        """Answer, now or later."""
        if chat_id != next(iter(self._there)) and self._answers < EARLY:
            self._kept.append(chat_id)
        else:
            asyncio.get_running_loop().call_soon(self._answer_to, chat_id)

    def _answer_to(self, chat_id: int) -> None:
        self._answers += 1
        if self._answers == EARLY:
            self._answer_to(self._kept.pop())
        self._there[chat_id](chat_id, {"message_id": self._answers, "text": f"answer {self._answers}"})


async def test_phase_counts_when_all_have_begun() -> None:
    """An answer before everybody has had a first answer is not counted, because the load is not steady yet."""
    crowd = Crowd(Late(), [Input("hello", pressed=False, signs=("answer",))] * 1_000_000)
    phase = await crowd.answering(2, 0.01)
    assert (True, True) == (len(phase.took) > 0, crowd.answers - len(phase.took) >= EARLY)


async def test_answer_behind_its_phase(monkeypatch: pytest.MonkeyPatch) -> None:
    """A late answer, after its phase has ended, is not counted and breaks nothing."""
    monkeypatch.setattr("benchmarks.speed.people.DRAIN_SECONDS", 0.05)
    late = Late()
    crowd = Crowd(late, [Input("hello", pressed=False, signs=("answer",))])
    monkeypatch.setattr(late, "write", lambda *_: None)
    phase = await crowd.answering(1, 0.01)
    late._answer_to(next(iter(late._there)))
    assert (1, 0) == (phase.unanswered, crowd.answers)


def test_wire_reads_what_clients_send() -> None:
    """Forms, chunks, parts and JSON are read in the same way, wherever the bytes are cut."""
    heard: list[tuple[str, dict[str, str]]] = []
    chunk = b'--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n7\r\n--x--\r\n'
    sent = b"POST /bot1:x/sendMessage HTTP/1.1\r\nContent-Length: 18\r\n\r\nchat_id=7&text=a+b"
    sent += b"POST /bot1:x/sendDocument HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    sent += b"%x\r\n%s\r\n0\r\n\r\n" % (len(chunk), chunk)
    said = b'{"chat_id": 7, "text": "a b"}'
    sent += b"POST /bot1:x/sendMessage HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(said), said)
    connection = Connection(lambda method, params, _: heard.append((method, params)), set())
    for start in range(0, len(sent), 5):
        connection.data_received(sent[start : start + 5])
    words = ("sendmessage", {"chat_id": "7", "text": "a b"})
    assert [words, ("senddocument", {"chat_id": "7"}), words] == heard
