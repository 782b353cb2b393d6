"""Logs: the form of a line, and what is never in it."""

import json
import logging

import pytest

from bot.logs import fields, places, set_up

TOKEN = "4242:secret"


def test_text_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A record is one line: time, level, logger, message, fields; the chat is a hash."""
    set_up("INFO", "text", TOKEN)
    logging.getLogger("bot.telegram.turns").info("turn", extra=fields(update=7, chat=1001))
    time, *others = capsys.readouterr().err.split()
    assert (time[-1], others[:-1], len(others[-1])) == (
        "Z",
        ["INFO", "bot.telegram.turns", "turn", "update=7"],
        len("chat=12345678"),
    )


def test_text_line_with_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    """A value with blanks, quotes or line ends stands in quotes, so that a line can be taken apart and not forged."""
    set_up("INFO", "text", TOKEN)
    details = fields(state="asking name.name", outcome="done", other='a "b"\nc', none="")
    logging.getLogger("bot").info("turn", extra=details)
    expected = 'state="asking name.name" outcome=done other="a \\"b\\"\\nc" none=""'
    assert expected == capsys.readouterr().err.partition(" turn ")[2].rstrip("\n")


def test_json_line(capsys: pytest.CaptureFixture[str]) -> None:
    """With the JSON format a record is one object with the same fields."""
    set_up("INFO", "json", TOKEN)
    logging.getLogger("bot.telegram.turns").info("turn", extra=fields(update=7, chat=1001))
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["message"], line["update"], "1001" in line["chat"]) == ("INFO", "turn", 7, False)


def test_chat_hash_depends_on_token(capsys: pytest.CaptureFixture[str]) -> None:
    """A chat has the same hash in all lines of one bot, and another one with another bot."""
    for token in (TOKEN, TOKEN, "7:other"):
        set_up("INFO", "json", token)
        logging.getLogger("bot").info("turn", extra=fields(chat=1001))
    first, second, third = [json.loads(line)["chat"] for line in capsys.readouterr().err.splitlines()]
    assert (first == second, first == third) == (True, False)


def test_token_blotted_out(capsys: pytest.CaptureFixture[str]) -> None:
    """The token is blotted out wherever it stands."""
    set_up("INFO", "text", TOKEN)
    logging.getLogger("bot").info("to %s", TOKEN, extra=fields(url=f"/bot{TOKEN}/getMe"))
    assert capsys.readouterr().err.partition(" ")[2] == "INFO bot to *** url=/bot***/getMe\n"


def deep(words: str) -> None:
    """Raise an error because of another one."""
    try:
        int(words)
    except ValueError as error:
        raise KeyError(words) from error


def test_exception_without_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Of an exception its class and places are printed, also of its causes, never the texts."""
    set_up("INFO", "text", TOKEN)
    try:
        deep("Anna's words")
    except KeyError:
        logging.getLogger("telegram").exception("failed\nAnna's task")
    line = capsys.readouterr().err
    assert ("Anna" in line, line.count("\n"), "KeyError (test_logs.py:" in line, " < ValueError (test" in line) == (
        False,
        1,
        True,
        True,
    )


def test_places_of_an_exception_never_raised() -> None:
    """An exception without a traceback is its class alone."""
    assert places(ValueError("Anna")) == "ValueError"


def test_foreign_loggers_at_debug(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever LOG_LEVEL is, the loggers of libraries stay at WARNING."""
    set_up("DEBUG", "text", TOKEN)
    for name in ("telegram", "httpx", "aiohttp", "aiosqlite", "sqlalchemy", "asyncio"):
        logging.getLogger(name).info("Anna's answer")
    logging.getLogger("bot").debug("ours")
    assert capsys.readouterr().err.split()[1:] == ["DEBUG", "bot", "ours"]


def test_libraries_at_error(capsys: pytest.CaptureFixture[str]) -> None:
    """With LOG_LEVEL=ERROR libraries keep to it as well."""
    set_up("ERROR", "text", TOKEN)
    logging.getLogger("telegram").warning("something")
    assert capsys.readouterr().err == ""
