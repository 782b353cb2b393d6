"""All settings in one frozen class, read from the environment, then from ``.env``."""

import re
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from conversations.dialogue.model import Operator
from conversations.languages import CATALOGUES
from storage.database.address import file_of, wrong_with

_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)

_HTTP = re.compile(r"https?://[^\s/]+\S*")

_ADDRESS = re.compile(r"[^\s:]+:\d{1,5}", re.ASCII)

_PORTS = 1 << 16

_NUMBERS = {"int_parsing_size": "should be a smaller number", "int_parsing": "should be a whole number"}
"""Sentences that replace pydantic's."""

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")

_PLAIN = re.compile(r"[\w@%+=:,./ -]*")
"""What each program that reads an .env file takes without quotation marks."""

_LONGEST = 200

_ID_DIGITS = 16
"""Digits of the longest Telegram id, which has 52 bits."""

OPERATOR_NAME = "the name of who is responsible for what people write here"

OPERATOR_CONTACT = "an e-mail or web address where people can ask about what is kept of them"


class WrongSetting(Exception):  # noqa: N818 - it reads as the sentence that it carries
    """A setting cannot be used; the text is one line with its name and its right form."""


class Settings(BaseSettings):
    """All settings, with their defaults."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",  # some editors begin a file with a byte order mark
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    bot_token: SecretStr | None = Field(None, description="the token from @BotFather; run needs it")
    bot_api_url: str | None = Field(None, description="base address of a Bot API server; if empty, Telegram's")
    database_url: str = Field(
        "sqlite+aiosqlite:///practices.db",
        description="the database, relative to the folder of .env; postgresql+asyncpg://... for many workers",
    )
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram user ids of the first admins, comma-separated"
    )
    webhook_url: str | None = Field(None, description="public https address of the webhook; if empty, the bot polls")
    webhook_listen: str = Field("127.0.0.1:8080", description="host:port on which the webhook listens")
    webhook_secret: SecretStr | None = Field(
        None, description="required with WEBHOOK_URL: 1 to 256 of A-Z a-z 0-9 _ -; a request without it gets 403"
    )
    health_listen: str | None = Field(
        None, description="host:port of /healthz and /metrics; if empty, they are beside the webhook, if there is one"
    )
    data_dir: Path = Field(
        Path("data"), description="folder of the attachments, each under its SHA-256; relative to the folder of .env"
    )
    word_layout: Path | None = Field(
        None, description="a .docx with the layout of the Word form; if empty, the bot's own"
    )
    messages_per_second: int = Field(
        30,
        ge=0,
        le=1_000_000,
        description="the most that the bot sends, in all chats together (Telegram's rule); 0: no limit",
    )
    retention_days: int = Field(
        365,
        ge=0,
        le=36_500,
        description="days after which an untouched draft is deleted; its owner is told before; 0: never",
    )
    controller: str = Field(
        "", description="name of the operator, who is responsible for people's data; the bot tells it to people"
    )
    contact: str = Field(
        "", description="e-mail or web address for questions about people's data, such as office@example.org"
    )
    languages: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="codes of the languages that the bot offers, comma-separated, such as en,de; if empty, all"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR, for the bot's own log lines"
    )
    log_format: Literal["text", "json"] = Field("text", description="text or json")

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_form(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("should be a bot's token: digits, a colon, letters")
        return token

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _url_is_http(cls, url: str | None) -> str | None:
        if url is not None and not (_HTTP.fullmatch(url) and url.isprintable() and _has_a_host(url)):
            raise ValueError("should be an address that begins with https:// or http://")
        return url and url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, url: str) -> str:
        if wrong := wrong_with(url):
            raise ValueError(wrong)
        return url

    @field_validator("data_dir")
    @classmethod
    def _folder_has_a_name(cls, folder: Path) -> Path:
        if not str(folder).strip() or not str(folder).isprintable():
            raise ValueError("should be the name of a folder, made of characters that can be printed")
        if str(folder).startswith("~"):  # a shell expands it; here it would be the name of a folder
            raise ValueError("should be a full path: ~ is not your home folder here")
        return folder

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids_are_separated_by_commas(cls, given: object) -> object:
        if not isinstance(given, str):
            return given
        ids = [part.strip() for part in given.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and 0 < len(part) <= _ID_DIGITS and int(part) for part in ids):
            raise ValueError("should be Telegram user ids separated by commas, such as 1001,1002")
        return ids

    @field_validator("languages", mode="before")
    @classmethod
    def _languages_are_known(cls, given: object) -> object:
        if not isinstance(given, str):
            return given
        codes = [part.strip().casefold() for part in given.split(",") if part.strip()]
        if not set(codes) <= {*CATALOGUES}:
            raise ValueError(f"should be codes separated by commas, of {', '.join(sorted(CATALOGUES))}")
        return codes

    @field_validator("webhook_listen", "health_listen")
    @classmethod
    def _address_has_a_port(cls, address: str | None) -> str | None:
        if address is None:
            return None
        if not _ADDRESS.fullmatch(address) or int(address.rpartition(":")[2]) >= _PORTS:
            raise ValueError("should be host:port, such as 127.0.0.1:8080")
        return address

    @field_validator("webhook_secret")
    @classmethod
    def _secret_can_be_a_header(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("should be 1 to 256 of A-Z a-z 0-9 _ -")
        return secret

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> Self:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_SECRET should be set where WEBHOOK_URL is")
        if self.webhook_url and self.webhook_url.startswith("http://") and not self.bot_api_url:
            raise ValueError("WEBHOOK_URL should begin with https://, because Telegram takes no other address")
        return self

    @field_validator("controller", "contact")
    @classmethod
    def _fits_a_sentence(cls, text: str) -> str:
        if len(text) > _LONGEST or not text.isprintable():
            raise ValueError(f"should be one line of up to {_LONGEST} characters")
        return text.strip()

    @property
    def operator(self) -> Operator:
        """The operator of the bot, as people are told."""
        return Operator(controller=self.controller, contact=self.contact, retention_days=self.retention_days)

    @property
    def missing_operator(self) -> tuple[str, ...]:
        """A sentence for each missing setting that people should be told."""
        missing = ("CONTROLLER", self.controller, OPERATOR_NAME), ("CONTACT", self.contact, OPERATOR_CONTACT)
        return tuple(f"{name} should be set: {meaning}" for name, value, meaning in missing if not value)

    @property
    def relative_paths(self) -> tuple[str, ...]:
        """A sentence for each relative path, if no .env shows that the command was started in the right folder."""
        if env_file() is not None or not self.model_config.get("env_file"):  # the demo prints its own folder
            return ()
        file = file_of(self.database_url)
        paths = ("DATABASE_URL", file), ("DATA_DIR", self.data_dir)
        return tuple(
            f"{name} is relative, and there is no .env in this folder: it is {path.absolute()}"
            for name, path in paths
            if path is not None and not path.is_absolute()
        )

    @property
    def token(self) -> str:
        """The token; raises ``WrongSetting`` if there is none."""
        if self.bot_token is None:
            raise WrongSetting("BOT_TOKEN should be set: the token that @BotFather gave")
        return self.bot_token.get_secret_value()


def read_settings() -> Settings:
    """Read the settings; raises ``WrongSetting`` for the first wrong one."""
    _check_env_file(env_file())
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSetting(_sentences(error)[0]) from None


def problem_with(name: str, value: str) -> str:
    """Say what is wrong with a value of a setting, such as ``bot_token``, in one line; empty if nothing is."""
    if "${" in value:
        return f"{name.upper()} should have no ${{: .env would read it as the name of a variable"
    try:
        Settings(**{name: value})  # type: ignore[arg-type] # as text, as .env has it
    except ValidationError as error:
        return next((each for each in _sentences(error) if each.startswith(f"{name.upper()} ")), "")
    return ""


def _sentences(error: ValidationError) -> list[str]:
    """Say what each wrong setting should be, without its value."""
    found = []
    for each in error.errors(include_input=False, include_url=False, include_context=False):
        name = "".join(str(part) for part in each["loc"][:1]).upper()
        says = each["msg"].removeprefix("Value error, ").removeprefix("Input ")
        found.append(f"{name} {_NUMBERS.get(each['type'], says)}".strip())
    return found


def env_file() -> Path | None:
    """Return the file of settings; ``None`` if it does not exist or is switched off."""
    name = Settings.model_config.get("env_file")
    path = Path(name) if isinstance(name, str) else None
    return path if path is not None and (path.exists() or path.is_symlink()) else None


def _check_env_file(path: Path | None) -> None:
    """Refuse a file that the library would ignore or misread without a word."""
    if path is None:
        return
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WrongSetting(f"{path} should be a file that can be read: {error.strerror}") from None
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise WrongSetting(f"{path} should be saved as UTF-8: line {line} is not") from None
    if "\0" in text:
        raise WrongSetting(f"{path} should be saved as UTF-8: it has bytes that are no text")
    for each in parse_stream(StringIO(text)):
        if each.error:  # the library ignores such a line, and the default would count
            read = each.original.string
            number = each.original.line + read[: len(read) - len(read.lstrip())].count("\n")
            raise WrongSetting(f"{path} should have NAME=value in each line: line {number} has not")


def _has_a_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0  # to read a port that is too large raises
    except ValueError:
        return False


def example(**given: str) -> str:
    """Write ``.env.example``: each setting with its help line and its default, or with what is given for it."""
    lines = ["# Settings of the practice bot; the environment comes before this file."]
    for name, field in Settings.model_fields.items():
        value = _quoted(given[name]) if name in given else default_of(field)
        lines += ["", f"# {field.description}", f"{name.upper()}={value}"]
    return "\n".join([*lines, ""])


def _quoted(value: str) -> str:
    """Write a value as .env has it: in quotation marks, if a character of it means something there."""
    if _PLAIN.fullmatch(value):
        return value
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def default_of(field: FieldInfo) -> str:
    """Return a default as it would be typed; empty if there is none."""
    return str(field.default) if field.default not in (None, ()) else ""
