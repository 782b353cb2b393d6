"""Wrong settings of every kind: each command names the error in one line, and ends with 2."""

import os
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.settings import Settings, WrongSetting, example, read_settings

POSTGRESQL = "postgresql+asyncpg://"

SQLITE = "sqlite+aiosqlite:///"

HALF = "\udcff"  # a byte of the environment that is no UTF-8

COMMANDS = [
    ("run",),
    ("role", "1", "admin"),
    ("people",),
    ("invite", "admin"),
    ("audit",),
    ("backup", "kept.db"),
    ("restore", "kept.db"),
    ("mydata", "1", "--out", "mine"),
    ("forget", "1"),
    ("failed",),
    ("retry", "1"),
    ("export", "--format", "json", "--out", "-"),
]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no variable and no file of this machine count."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def refused() -> str:
    """Read the settings, and give the line that refuses them."""
    with pytest.raises(WrongSetting) as error:
        read_settings()
    return str(error.value)


@pytest.mark.parametrize(
    "url",
    [
        f"{POSTGRESQL}host/name?foo=1",
        f"{POSTGRESQL}host/name?ssl=banana",
        f"{POSTGRESQL}/name?host=a&port=http",
        f"{POSTGRESQL}host/name?prepared_statement_cache_size=many",
        f"{POSTGRESQL}host/name?target_session_attrs=banana",
        f"{POSTGRESQL}/name?host=a,b",
        f"{POSTGRESQL}anna:12@secret@host/name",
        f"{SQLITE}~/practices.db",
        f"{POSTGRESQL}host:0/name",
        f"{POSTGRESQL}host:65536/name",
        f"{POSTGRESQL}host:-1/name",
        f"{POSTGRESQL}host:http/name",
        f"{POSTGRESQL}[::1/name",
        f"{POSTGRESQL}host",
        f"{POSTGRESQL}host/",
        f"{POSTGRESQL}/name",
        POSTGRESQL,
        f"{POSTGRESQL}host/na%00me",
        "postgresql://host/name",
        "postgresql+psycopg://host/name",
        "mysql://host/name",
        "sqlite:///practices.db",
        f"{SQLITE}practices.db?uri=true&mode=memory",
        f"{SQLITE}file:practices.db?mode=memory&uri=true",
        f"{SQLITE}file:practices.db",
        f"{SQLITE}practices.db?timeout=x",
        f"{SQLITE}a%00b.db",
        f"{SQLITE}a\nb.db",
        f"{SQLITE}{HALF}.db",
        f"{SQLITE}:memory:",
        SQLITE,
        f"{SQLITE} ",
        "sqlite+aiosqlite://practices.db",
        "sqlite+aiosqlite://anna:secret@/practices.db",
        "practices.db",
        "https://example.org",
    ],
)
def test_database_address_wrong(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """An address that no database can have is refused by name, in one line, without the password."""
    monkeypatch.setenv("DATABASE_URL", url)
    line = refused()
    assert ("DATABASE_URL should ", 1, False) == (line[:20], len(line.splitlines()), "secret" in line)


@pytest.mark.parametrize(
    "url",
    [
        f"{SQLITE}practices.db",
        f"{SQLITE}/a folder/pract%C3%ACces.db",
        f"{POSTGRESQL}anna:s%40cret@host:5433/practices",
        f"{POSTGRESQL}anna@[::1]/practices?ssl=require",
        f"{POSTGRESQL}anna@/practices?host=/run/postgresql",
    ],
)
def test_database_address_right(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Addresses of files and servers, also through a socket, are taken as they are."""
    monkeypatch.setenv("DATABASE_URL", url)
    assert url == read_settings().database_url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "１２:abc"),
        ("BOT_TOKEN", f"1:{HALF}"),
        ("BOT_API_URL", "http://"),
        ("BOT_API_URL", "http://:8081"),
        ("BOT_API_URL", "http://host:99999"),
        ("BOT_API_URL", "http://[::1"),
        ("BOT_API_URL", f"http://{HALF}"),
        ("ADMIN_IDS", "-1"),
        ("ADMIN_IDS", "0"),
        ("ADMIN_IDS", "١٢"),
        ("ADMIN_IDS", "9" * 30),
        ("ADMIN_IDS", "1.5"),
        ("WEBHOOK_LISTEN", "host:８０８０"),
        ("WEBHOOK_LISTEN", "host:"),
        ("HEALTH_LISTEN", ":8080"),
        ("HEALTH_LISTEN", "host:99999"),
        ("MESSAGES_PER_SECOND", "NaN"),
        ("MESSAGES_PER_SECOND", "inf"),
        ("MESSAGES_PER_SECOND", "9" * 5000),
        ("MESSAGES_PER_SECOND", "３０"),
        ("RETENTION_DAYS", "-1"),
        ("RETENTION_DAYS", "1e9"),
        ("RETENTION_DAYS", "99999999"),
        ("RETENTION_DAYS", "365 days"),
        ("RETENTION_DAYS", HALF),
        ("DATA_DIR", " "),
        ("DATA_DIR", HALF),
        ("DATA_DIR", "~/data"),
        ("DATA_DIR", "a\nb"),
        ("CONTROLLER", HALF),
        ("CONTACT", "a\tb"),
        ("LOG_LEVEL", "info "),
        ("LOG_FORMAT", "JSON"),
    ],
)
def test_setting_wrong(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A value that cannot be used is refused in one line that names its setting."""
    monkeypatch.setenv(name, value)
    line = refused()
    assert (f"{name} should ", 1) == (line[: len(name) + 8], len(line.splitlines()))


ENV = {
    "cp1252": "CONTROLLER=Über uns\n".encode("cp1252"),
    "UTF-16": "CONTACT=a@example.org\n".encode("utf-16"),
    "UTF-16 without a mark": "CONTACT=a@example.org\n".encode("utf-16-le"),
    "NUL": b"CONTACT=a@example.org\0\n",
    "a picture": bytes(range(256)),
}


@pytest.mark.parametrize("content", ENV.values(), ids=ENV)
def test_env_file_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    """An .env that is not UTF-8 is refused in one line."""
    (tmp_path / ".env").write_bytes(content)
    assert ".env should be saved as UTF-8: " == refused()[:31]


def test_env_file_says_the_line(tmp_path: Path) -> None:
    """The line is named that is not UTF-8, and nothing of what stands in it."""
    (tmp_path / ".env").write_bytes("CONTACT=a@example.org\nCONTROLLER=Über uns\n".encode("latin-1"))
    assert refused() == ".env should be saved as UTF-8: line 2 is not"


@pytest.mark.parametrize("line", ["BOT_TOKEN 1:abc", "BOT_TOKEN: 1:abc", "BOT_TOKEN='1:abc", 'CONTROLLER="us"" '])
def test_env_file_with_a_line_that_is_no_setting(tmp_path: Path, line: str) -> None:
    """A line that cannot be read as a setting is refused: passed over, its default would count."""
    (tmp_path / ".env").write_text(f"# ours\nexport LOG_LEVEL = 'ERROR' # quiet\n\n{line}\nDATA_DIR=data\n")
    assert refused() == ".env should have NAME=value in each line: line 4 has not"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (f"{POSTGRESQL}/name?host=a,b", "should have host=NAME:PORT for each host, where it has several"),
        (f"{POSTGRESQL}anna:12@secret@host/name", "should have %40 in place of an @ in the password"),
        (f"{SQLITE}~/practices.db", "should have the full path of the file: ~ is not your home folder here"),
    ],
)
def test_database_address_says_the_fix(monkeypatch: pytest.MonkeyPatch, url: str, says: str) -> None:
    """The line says what to write instead."""
    monkeypatch.setenv("DATABASE_URL", url)
    assert refused() == f"DATABASE_URL {says}"


def test_env_file_that_begins_with_a_mark(tmp_path: Path) -> None:
    """The mark that some editors put before UTF-8 is no part of the first setting."""
    (tmp_path / ".env").write_bytes("CONTROLLER=Über uns\r\n".encode("utf-8-sig"))
    assert read_settings().controller == "Über uns"


@pytest.mark.parametrize(
    "kind", ["a folder", "a link to nothing", "a link in a circle", "a file that is not to be read"]
)
def test_env_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """An .env that is there and cannot be read is refused, not passed over."""
    path = tmp_path / ".env"
    match kind:
        case "a folder":
            path.mkdir()
        case "a link to nothing":
            path.symlink_to(tmp_path / "nothing")
        case "a link in a circle":
            path.symlink_to(path)
        case _:
            path.write_text(example())
            monkeypatch.setattr(Path, "read_bytes", forbidden)
    assert ".env should be a file that can be read: " == refused()[:40]


def forbidden(_path: Path) -> bytes:
    """Let nobody read: the tests may run as somebody who may read all."""
    raise PermissionError(13, os.strerror(13))


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_command_with_a_wrong_setting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """Every command that reads settings tells in one line of an .env that it cannot read, with exit code 2."""
    (tmp_path / ".env").write_bytes("CONTROLLER=Über uns\n".encode("cp1252"))
    code = main(arguments)
    assert (2, "", "practice-bot: .env should be saved as UTF-8: line 1 is not\n") == (code, *capsys.readouterr())


def test_check_with_a_wrong_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check tells it as its own line, and the next step, with exit code 1."""
    (tmp_path / ".env").write_bytes(b"\xff\xfe")
    says = "settings: .env should be saved as UTF-8: line 1 is not\nNext: correct it in .env or in the environment, "
    assert (1, f"{says}then run: practice-bot check\n", "") == (main(["check"]), *capsys.readouterr())


@pytest.mark.parametrize("kind", ["a folder", "garbage", "a word", "a link in a circle", "a long name"])
@pytest.mark.parametrize("arguments", [("people",), ("export", "--format", "csv", "--out", "-"), ("backup", "kept.db")])
def test_command_on_a_file_that_is_no_database(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    kind: str,
) -> None:
    """A database that cannot be one is told in one line, with exit code 2, and stays as it is."""
    path = tmp_path / ("x" * 300 if kind == "a long name" else "practices.db")
    match kind:
        case "a folder":
            path.mkdir()
        case "garbage":
            path.write_bytes(os.urandom(5000))
        case "a word":
            path.write_text("word")
        case "a link in a circle":
            path.symlink_to(path)
        case _:
            pass
    monkeypatch.setenv("DATABASE_URL", f"{SQLITE}{path}")
    before = path.read_bytes() if path.name == "practices.db" and path.is_file() else b""
    code, told = main(arguments), capsys.readouterr()
    after = path.read_bytes() if before else b""
    assert (2, "", 1, before) == (code, told.out, told.err.count("\n"), after)


@pytest.mark.parametrize("url", [f"{POSTGRESQL}host/name?foo=1", f"{SQLITE}x.db?mode=memory", "x.db", f"{SQLITE}a%00b"])
def test_address_of_a_copy_wrong(capsys: pytest.CaptureFixture[str], url: str) -> None:
    """The addresses of a copy, a demo and a chat are refused likewise."""
    codes = [
        main(["copy", "--from", url, "--to", f"{SQLITE}y.db"]),
        main(["copy", "--from", f"{SQLITE}y.db", "--to", url]),
        main(["demo", "--database", url]),
    ]
    lines = capsys.readouterr().err.splitlines()
    assert ([2, 2, 2], 3) == (codes, len(lines))


@pytest.mark.parametrize("host", ["host.invalid", "a..b", "x" * 70, "127.0.0.1:1"])
def test_server_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    """A server that cannot be reached is told in one line, without the password."""
    monkeypatch.setenv("DATABASE_URL", f"{POSTGRESQL}anna:s3cret@{host}/practices")
    code, told = main(["people"]), capsys.readouterr()
    assert (2, "", 1, False) == (code, told.out, told.err.count("\n"), "s3cret" in told.err)


@pytest.mark.parametrize("number", ["9" * 30, "１２", "1.5", "anna"])
@pytest.mark.parametrize(
    "command", [("role", "{}", "admin"), ("mydata", "{}", "--out", "x"), ("forget", "{}"), ("retry", "{}")]
)
def test_number_wrong(capsys: pytest.CaptureFixture[str], command: tuple[str, ...], number: str) -> None:
    """A number that nobody can have is refused as wrong usage."""
    with pytest.raises(SystemExit, match="2"):
        main([part.format(number) for part in command])
    assert ("", True) == ((told := capsys.readouterr()).out, "should be a number of up to 18 digits" in told.err)
