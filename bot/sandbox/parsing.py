"""Reads the text, caption and entities of a call, and checks them against the limits."""

from bot.sandbox.html import parse_html
from bot.sandbox.keyboards import checked_link
from bot.sandbox.params import (
    CAPTION_TOO_LONG,
    ENTITIES_TOO_LONG,
    MESSAGE_TOO_LONG,
    PARSE_MODE_LEFT_OUT,
    PARSE_MODE_UNKNOWN,
    TEXT_BLANK,
    TEXT_EMPTY,
    TEXT_TOO_LONG,
    Json,
    Params,
    Refusal,
    RefusalError,
    bad,
    whole,
)
from bot.sandbox.text import ARGUMENT, QUOTES, SPLITTABLE, Formatted, Span, cleaned, detected, utf16_positions

LEFT_OUT = ("markdown", "markdownv2")  # parse modes that Telegram knows and the sandbox does not

MAX_TEXT = 4096  # code points after parsing

MAX_CAPTION = 1024

MAX_BYTES = 1 << 15  # of the parameter, before parsing

MAX_ENTITIES = 100  # kept in a message; Telegram drops the rest silently

MAX_ENTITY_DATA = 9500  # bytes of links and languages; Telegram does not publish this limit

GIVEN_KINDS = SPLITTABLE | QUOTES | {"code", "pre", "text_link", "text_mention", "custom_emoji"}


def message_text(params: Params) -> Formatted:
    """Return the parsed text of a message; Telegram's own servers check it later, in `checked_text`."""
    if not params.text("text"):
        raise RefusalError(TEXT_EMPTY)
    return parsed(params, "text", "entities")


def caption_text(params: Params) -> Formatted:
    """Return the caption of a file."""
    return parsed(params, "caption", "caption_entities")


def parsed(params: Params, name: str, entities: str) -> Formatted:
    """Return the text and the entities of a parameter: in HTML, or with its entities listed beside it."""
    text, mode = params.text(name), params.text("parse_mode").lower()
    if len(text.encode()) > MAX_BYTES:
        raise RefusalError(TEXT_TOO_LONG)
    if not text or mode in ("", "none"):
        return Formatted(text, given_entities(params, entities, text))
    if mode != "html":
        raise RefusalError(PARSE_MODE_LEFT_OUT if mode in LEFT_OUT else PARSE_MODE_UNKNOWN)
    return parse_html(text)


def given_entities(params: Params, name: str, text: str) -> tuple[Span, ...]:
    """Return the entities that a call spells out instead of a parse mode; an unreadable list counts as empty."""
    try:
        bodies = params.loaded(name, TEXT_EMPTY)
    except RefusalError:
        return ()
    positions = {offset: index for index, offset in enumerate(utf16_positions(text))}
    listed = bodies if isinstance(bodies, list) else []
    return tuple(given_span(body, positions) for body in listed if known_entity(body))


def known_entity(body: object) -> bool:
    """Return whether a bot may set an entity of this kind; Telegram finds the others in the text."""
    if not isinstance(body, dict):
        raise RefusalError(bad("can't parse MessageEntity: expected an Object"))
    for name in ("offset", "length", "type"):
        if name not in body:
            raise RefusalError(bad(f"can't parse MessageEntity: Can't find field \"{name}\""))
    return body["type"] in GIVEN_KINDS and whole(body["length"]) > 0


def given_span(body: Json, positions: dict[int, int]) -> Span:
    """Return an entity from its UTF-16 offsets."""
    offset, end = whole(body["offset"]), whole(body["offset"]) + whole(body["length"])
    last = max(positions)
    if offset < 0:
        raise RefusalError(bad(f"receive an entity with incorrect offset {offset}"))
    if offset > last:
        raise RefusalError(bad(f"entity begins after the end of the text at UTF-16 offset {offset}"))
    if end > last:
        reason = f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
        raise RefusalError(bad(reason))
    if offset not in positions or end not in positions:
        raise RefusalError(bad(f"entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol"))
    return Span(body["type"], positions[offset], positions[end], given_argument(body))


def given_argument(body: Json) -> str:
    """Return the argument of an entity: its link, language, user or emoji."""
    if body["type"] == "text_mention":
        user = body.get("user")
        return str(whole(user.get("id"))) if isinstance(user, dict) else "0"
    argument = str(body.get(ARGUMENT.get(body["type"], ""), ""))
    return checked_link(argument) if body["type"] == "text_link" else argument


def checked_text(formatted: Formatted, too_long: Refusal = MESSAGE_TOO_LONG) -> Formatted:
    """Return the text as Telegram stores it; RefusalError if it is blank or too long."""
    result = finished(formatted)
    if not result.text:
        raise RefusalError(TEXT_BLANK)
    if len(result.text) > MAX_TEXT:
        raise RefusalError(too_long)
    return result


def checked_caption(formatted: Formatted) -> Formatted:
    """Return the caption as Telegram stores it; it may be empty."""
    result = finished(formatted)
    if len(result.text) > MAX_CAPTION:
        raise RefusalError(CAPTION_TOO_LONG)
    return result


def finished(formatted: Formatted) -> Formatted:
    """Return the cleaned text with the entities that Telegram finds in it, at most as many as it stores."""
    result = detected(cleaned(formatted))
    if sum(len(span.argument.encode()) for span in result.spans) > MAX_ENTITY_DATA:
        raise RefusalError(ENTITIES_TOO_LONG)
    return Formatted(result.text, result.spans[:MAX_ENTITIES])
