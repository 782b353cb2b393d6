"""Settings: their defaults, wrong values, and the pages that name them."""

import re
from contextlib import nullcontext
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings, WrongSetting, default_of, example, read_settings
from conversations.dialogue.model import Operator
from conversations.languages import CATALOGUES

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no variable and no file of this machine count."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_settings_without_any() -> None:
    """Every setting has the default of the contract."""
    assert Settings().model_dump() == {
        "bot_token": None,
        "bot_api_url": None,
        "database_url": "sqlite+aiosqlite:///practices.db",
        "admin_ids": (),
        "webhook_url": None,
        "webhook_listen": "127.0.0.1:8080",
        "webhook_secret": None,
        "health_listen": None,
        "data_dir": Path("data"),
        "word_layout": None,
        "messages_per_second": 30,
        "retention_days": 365,
        "controller": "",
        "contact": "",
        "languages": (),
        "log_level": "INFO",
        "log_format": "text",
    }


def test_settings_from_file_and_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The environment comes before .env, an empty value counts as none."""
    (tmp_path / ".env").write_text("ADMIN_IDS=1, 2\nRETENTION_DAYS=5\nBOT_TOKEN=\nOTHER=1\n")
    monkeypatch.setenv("RETENTION_DAYS", "7")
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:8081/")
    read = read_settings()
    assert (
        read.admin_ids,
        read.retention_days,
        read.bot_token,
        read.bot_api_url,
    ) == ((1, 2), 7, None, "http://127.0.0.1:8081")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("BOT_TOKEN", "hello", "BOT_TOKEN should be a bot's token: digits, a colon, letters"),
        ("BOT_API_URL", "example", "BOT_API_URL should be an address that begins with https:// or http://"),
        ("WEBHOOK_URL", "ftp://x", "WEBHOOK_URL should be an address that begins with https:// or http://"),
        ("WEBHOOK_URL", "https://x.example/", "WEBHOOK_SECRET should be set where WEBHOOK_URL is"),
        ("WEBHOOK_LISTEN", "8080", "WEBHOOK_LISTEN should be host:port, such as 127.0.0.1:8080"),
        ("WEBHOOK_LISTEN", "a.example:65536", "WEBHOOK_LISTEN should be host:port, such as 127.0.0.1:8080"),
        ("HEALTH_LISTEN", "here", "HEALTH_LISTEN should be host:port, such as 127.0.0.1:8080"),
        ("WEBHOOK_SECRET", "a b", "WEBHOOK_SECRET should be 1 to 256 of A-Z a-z 0-9 _ -"),
        ("DATABASE_URL", "mysql://x", "DATABASE_URL should begin with sqlite+aiosqlite:// or postgresql+asyncpg://"),
        ("LANGUAGES", "en,xx", f"LANGUAGES should be codes separated by commas, of {', '.join(sorted(CATALOGUES))}"),
        ("ADMIN_IDS", "1;2", "ADMIN_IDS should be Telegram user ids separated by commas, such as 1001,1002"),
        ("MESSAGES_PER_SECOND", "-1", "MESSAGES_PER_SECOND should be greater than or equal to 0"),
        (
            "RETENTION_DAYS",
            "a year",
            "RETENTION_DAYS should be a whole number",
        ),
        ("CONTROLLER", "C" * 201, "CONTROLLER should be one line of up to 200 characters"),
        ("CONTACT", "a@example.org\nb@example.org", "CONTACT should be one line of up to 200 characters"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT should be 'text' or 'json'"),
    ],
)
def test_setting_wrong(monkeypatch: pytest.MonkeyPatch, name: str, value: str, line: str) -> None:
    """A wrong setting is refused in one line that names it and says what it should be."""
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as refused:
        read_settings()
    assert str(refused.value) == line


@pytest.mark.parametrize(("api", "is_right"), [("", False), ("http://127.0.0.1:8081", True)])
def test_webhook_without_tls(monkeypatch: pytest.MonkeyPatch, api: str, *, is_right: bool) -> None:
    """Telegram itself takes no http:// webhook; a Bot API server of one's own does."""
    for name, value in {"BOT_API_URL": api, "WEBHOOK_URL": "http://bot.example.org", "WEBHOOK_SECRET": "s"}.items():
        monkeypatch.setenv(name, value)
    with nullcontext() if is_right else pytest.raises(WrongSetting, match="WEBHOOK_URL should begin with https://"):
        read_settings()


def test_operator_is_what_people_are_told() -> None:
    """Who is responsible, where to write to and the days come from the settings; what is not set is named."""
    settings = Settings(controller=" The Example Foundation ", retention_days=7)
    assert Operator(controller="The Example Foundation", retention_days=7) == settings.operator
    assert ("CONTACT should be set",) == tuple(line.partition(":")[0] for line in settings.missing_operator)


def test_token_missing() -> None:
    """Asking for a token that is not set is refused by name."""
    with pytest.raises(WrongSetting, match="BOT_TOKEN should be set"):
        _ = Settings().token


def test_token_hidden() -> None:
    """The settings print without the token and the secret."""
    settings = Settings(bot_token=SecretStr("1:abc"), webhook_secret=SecretStr("hidden"))
    assert ("1:abc" in repr(settings), "hidden" in repr(settings)) == (False, False)


def test_example_current() -> None:
    """.env.example is what the settings say."""
    assert (ROOT / ".env.example").read_text() == example()


def test_example_is_readable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An .env that is a copy of the example sets nothing."""
    (tmp_path / ".env").write_text(example())
    monkeypatch.setenv("BOT_TOKEN", "1:a")
    assert read_settings().model_copy(update={"bot_token": None}) == Settings(_env_file=None, bot_token=None)


def test_settings_page_current() -> None:
    """The table in docs/commands.md names each setting with its default, and no other."""
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| *`([A-Z_]+)` *\| *([^|]*?) *\|", page, re.MULTILINE)
    expected = {name.upper(): default_of(field) for name, field in Settings.model_fields.items()}
    stated = {name: "" if default == "empty" else default.strip("`") for name, default in rows}
    assert expected == stated
