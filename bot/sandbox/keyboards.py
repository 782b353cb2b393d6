"""Keyboards and links: how the Bot API reads and checks them."""

import json
import re
from typing import Any, cast
from urllib.parse import urlsplit

from bot.sandbox.params import (
    BUTTON_DATA_INVALID,
    BUTTON_NOT_OBJECT,
    BUTTON_TEXT_EMPTY,
    BUTTON_URL_INVALID,
    BUTTON_WITHOUT_ACTION,
    BUTTON_WITHOUT_TEXT,
    INLINE_EXPECTED,
    INLINE_NOT_ARRAY,
    INLINE_NOT_ROWS,
    KEYBOARD_NOT_ARRAY,
    KEYBOARD_NOT_ROWS,
    MARKUP_NOT_OBJECT,
    MARKUP_TOO_LONG,
    MARKUP_UNREADABLE,
    Json,
    Params,
    Refusal,
    RefusalError,
)

USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)\Z")

HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+|\d{1,3}(?:\.\d{1,3}){3}")


def user_of(link: str) -> str:
    """Return the user id in a `tg://user?id=` link, or an empty text."""
    match = USER_LINK.match(link)
    return match[1] if match else ""


def checked_link(link: str) -> str:
    """Return the link as the server stores it (`example.org` is `http://example.org/`), empty if it is none."""
    if not link or any(character.isspace() for character in link):
        return ""
    if link.lower().startswith(("tg:", "ton:", "tonsite:")):
        return link
    return web_link(link if "://" in link else f"http://{link}")


def web_link(link: str) -> str:
    """Return a web address with its path, empty if it is none."""
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not HOST.fullmatch(parts.hostname or "") or port == 0:
        return ""
    after = link[link.index("://") + 3 + len(parts.netloc) :]
    return f"{parts.scheme}://{parts.netloc.lower()}{after if after.startswith('/') else '/' + after}"


def link_of(address: str) -> tuple[str, str]:
    """Return the kind and argument of an entity for a link, both empty if it is no link."""
    user = user_of(address)
    if user:
        return "text_mention", user
    link = checked_link(address)
    return ("text_link", link) if link else ("", "")


ACTIONS = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
    "disabled",
)

MAX_BUTTONS = 100

MAX_DATA = 64  # bytes of one button's callback_data

MAX_BYTES = 10 * 1024  # of the whole keyboard; not published, seen under 100 buttons with long labels and data

Rows = list[list[Json]]


def read_markup(params: Params) -> Json | None:
    """Return the keyboard of a call as the Bot API server reads it, None without one."""
    value = params.loaded("reply_markup", MARKUP_UNREADABLE)
    if value is None and not params.text("reply_markup"):
        return None
    if not isinstance(value, dict):
        raise RefusalError(MARKUP_NOT_OBJECT)
    rows_of(value, "keyboard", KEYBOARD_NOT_ARRAY, KEYBOARD_NOT_ROWS)
    inline = rows_of(value, "inline_keyboard", INLINE_NOT_ARRAY, INLINE_NOT_ROWS)
    read = [[read_button(button) for button in row] for row in inline]
    if value.get("keyboard"):
        return value
    if read:
        return {"inline_keyboard": read}
    return value if value.get("remove_keyboard") or value.get("force_reply") else None


def rows_of(value: Json, name: str, not_array: Refusal, not_rows: Refusal) -> list[list[Any]]:
    """Return the rows in a field of a keyboard, none if the field is missing."""
    rows = value.get(name, [])
    if not isinstance(rows, list):
        raise RefusalError(not_array)
    if not all(isinstance(row, list) for row in rows):
        raise RefusalError(not_rows)
    return rows


def read_button(button: object) -> Json:
    """Return an inline button with its text and its action; the first action counts, in the server's order."""
    if not isinstance(button, dict):
        raise RefusalError(BUTTON_NOT_OBJECT)
    if "text" not in button:
        raise RefusalError(BUTTON_WITHOUT_TEXT)
    for action in ACTIONS:
        if button.get(action) or (action in button and action not in ("url", "callback_data")):
            return {"text": str(button["text"]), action: button[action]} | style_of(button)
    raise RefusalError(BUTTON_WITHOUT_ACTION)


def style_of(button: Json) -> Json:
    """Return the colour of a button, no field without one."""
    return {"style": button["style"]} if button.get("style") in ("danger", "success", "primary") else {}


def check_markup(markup: Json | None, *, inline_only: bool = False) -> Json | None:
    """Return the keyboard as Telegram stores it; RefusalError where Telegram refuses it."""
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        if inline_only:
            raise RefusalError(INLINE_EXPECTED)
        return markup
    rows = cast("Rows", markup["inline_keyboard"])
    kept = [[check_button(button) for button in row] for row in rows if row]
    check_size(kept)
    return {"inline_keyboard": kept} if kept else None


def check_button(button: Json) -> Json:
    """Return one button as Telegram stores it."""
    text = " ".join(button["text"].split("\n")).strip()
    if not text:
        raise RefusalError(BUTTON_TEXT_EMPTY)
    if len(str(button.get("callback_data", "")).encode()) > MAX_DATA:
        raise RefusalError(BUTTON_DATA_INVALID)
    if "url" not in button:
        return button | {"text": text}
    link = button["url"] if user_of(str(button["url"])) else checked_link(str(button["url"]))
    if not link:
        raise RefusalError(BUTTON_URL_INVALID)
    return button | {"text": text, "url": link}


def check_size(rows: Rows) -> None:
    """Refuse a keyboard with too many buttons or too many bytes."""
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    if sum(map(len, rows)) > MAX_BUTTONS or len(written) > MAX_BYTES:
        raise RefusalError(MARKUP_TOO_LONG)
