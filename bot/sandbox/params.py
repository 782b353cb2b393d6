"""The parameters of a call, and the refusals of the Bot API in its own words. All parameters arrive as text."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Refusal:
    """The answer to a refused call; `parameters` are for programs, such as `retry_after`."""

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)


class RefusalError(Exception):
    """A call was refused."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.description)
        self.refusal = refusal


def bad(text: str) -> Refusal:
    """Return a refusal for a request that is itself wrong."""
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    """Return a refusal for something the bot may not do."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """Return a refusal for two ways of hearing updates at once."""
    return Refusal(409, f"Conflict: {text}")


def flood(retry_after: int) -> Refusal:
    """Return a refusal that says after how many seconds to come again."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def migrated(chat_id: int) -> Refusal:
    """Return a refusal that names the supergroup which a group has become."""
    return Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat_id})


def unparsed(reason: str) -> RefusalError:
    """Return the error of a text whose HTML does not parse."""
    return RefusalError(bad(f"can't parse entities: {reason}"))


# Tokens, methods, bodies
UNAUTHORIZED = Refusal(401, "Unauthorized")

TOKEN_MALFORMED = Refusal(401, "Unauthorized: invalid token specified")

NOT_FOUND = Refusal(404, "Not Found")

METHOD_NOT_FOUND = Refusal(404, "Not Found: method not found")

TOO_LARGE = Refusal(413, "Request Entity Too Large")

RESTART = Refusal(500, "Internal Server Error: restart")

LOGGED_OUT = Refusal(400, "Logged out")

NOT_UTF8 = bad("strings must be encoded in UTF-8")

BODY_UNREADABLE = bad("can't parse JSON object")

# Text
TEXT_EMPTY = bad("message text is empty")

TEXT_BLANK = bad("text must be non-empty")

TEXT_TOO_LONG = bad("text is too long")

MESSAGE_TOO_LONG = bad("message is too long")

MESSAGE_TOO_LONG_SERVER = bad("MESSAGE_TOO_LONG")

ENTITIES_TOO_LONG = bad("ENTITIES_TOO_LONG")

CAPTION_TOO_LONG = bad("message caption is too long")

PARSE_MODE_UNKNOWN = bad("unsupported parse_mode")

PARSE_MODE_LEFT_OUT = bad("unsupported parse_mode: this local Bot API reads HTML, or entities without a parse_mode")

# Keyboards
MARKUP_UNREADABLE = bad("can't parse reply keyboard markup JSON object")

MARKUP_NOT_OBJECT = bad("object expected as reply markup")

INLINE_NOT_ARRAY = bad('field "inline_keyboard" must be of type Array')

INLINE_NOT_ROWS = bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')

KEYBOARD_NOT_ARRAY = bad('field "keyboard" must be of type Array')

KEYBOARD_NOT_ROWS = bad('field "keyboard" must be an Array of Arrays')

BUTTON_NOT_OBJECT = bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")

BUTTON_WITHOUT_TEXT = bad("can't parse inline keyboard button: Can't find field \"text\"")

BUTTON_WITHOUT_ACTION = bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")

BUTTON_TEXT_EMPTY = bad("inline keyboard button text must be non-empty")

BUTTON_DATA_INVALID = bad("BUTTON_DATA_INVALID")

BUTTON_URL_INVALID = bad("BUTTON_URL_INVALID")

MARKUP_TOO_LONG = bad("reply markup is too long")

INLINE_EXPECTED = bad("inline keyboard expected")

# Chats
CHAT_ID_EMPTY = bad("chat_id is empty")

CHAT_NOT_FOUND = bad("chat not found")

BLOCKED = forbidden("bot was blocked by the user")

NEVER_STARTED = forbidden("bot can't initiate conversation with a user")

DEACTIVATED = forbidden("user is deactivated")

TO_A_BOT = forbidden("the bot can't send messages to the bot")

TEXT_FORBIDDEN = bad("not enough rights to send text messages to the chat")

USER_NOT_FOUND = bad("user not found")

# Messages
REPLY_NOT_FOUND = bad("message to be replied not found")

REPLY_UNREADABLE = bad("can't parse reply parameters JSON object")

NOT_MODIFIED = bad(
    "message is not modified: specified new message content and reply markup are exactly the same as a current"
    " content and reply markup of the message"
)

EDIT_NOT_FOUND = bad("message to edit not found")

NOT_EDITABLE = bad("message can't be edited")

NO_TEXT_TO_EDIT = bad("there is no text in the message to edit")

NO_CAPTION_TO_EDIT = bad("there is no caption in the message to edit")

DELETE_NOT_FOUND = bad("message to delete not found")

NOT_DELETABLE = bad("message can't be deleted for everyone")

CHAT_NOT_SPECIFIED = bad("chat identifier is not specified")

MESSAGE_NOT_SPECIFIED = bad("message identifier is not specified")

MESSAGES_NOT_SPECIFIED = bad("message identifiers are not specified")

TOO_MANY_MESSAGES = bad("too many message identifiers specified")

MESSAGE_INVALID = bad("invalid message identifier specified")

QUERY_TOO_OLD = bad("query is too old and response timeout expired or query ID is invalid")

ACTION_UNKNOWN = bad("wrong parameter action in request")

# Files
FILE_NOT_SPECIFIED = bad("file_id not specified")

FILE_ID_INVALID = bad("invalid file_id")

FILE_TOO_BIG = bad("file is too big")

FILE_GONE = bad("wrong file_id or the file is temporarily unavailable")

FILE_EMPTY = bad("file must be non-empty")

FILE_WRONG = bad("wrong file identifier/HTTP URL specified")

URL_UNREACHABLE = bad("failed to get HTTP URL content")

PHOTO_UNREADABLE = bad("IMAGE_PROCESS_FAILED")


def absent(kind: str) -> Refusal:
    """Return the refusal of a request without its file of `kind`."""
    return bad(f"there is no {kind} in the request")


# Commands
COMMAND_INVALID = bad("BOT_COMMAND_INVALID")

COMMAND_DESCRIPTION_INVALID = bad("BOT_COMMAND_DESCRIPTION_INVALID")

COMMANDS_TOO_MUCH = bad("BOT_COMMANDS_TOO_MUCH")

COMMANDS_UNREADABLE = bad("can't parse commands JSON object")

COMMANDS_NOT_ARRAY = bad("expected an Array of BotCommand")

SCOPE_UNREADABLE = bad("can't parse BotCommandScope JSON object")

SCOPE_UNSUPPORTED = bad("can't parse BotCommandScope: Unsupported type specified")

# Receiving updates
OTHER_GET_UPDATES = conflict("terminated by other getUpdates request; make sure that only one bot instance is running")

WEBHOOK_ACTIVE = conflict(
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)

WEBHOOK_SET = conflict("terminated by setWebhook request")

WEBHOOK_URL_INVALID = bad("invalid webhook URL specified")

WEBHOOK_NOT_HTTPS = bad("bad webhook: An HTTPS URL must be provided for webhook")

WEBHOOK_PORT = bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")

SECRET_TOO_LONG = bad("secret token is too long")

SECRET_UNALLOWED = bad("secret token contains unallowed characters")

Json = dict[str, Any]

INTEGER = re.compile(r"\s*(-?\d+)")


@dataclass(frozen=True)
class Upload:
    """A file that came in a multipart body."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True)
class Params:
    """Named texts and uploads of one call."""

    values: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the parameter, or an empty text if it is missing."""
        return self.values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """Return the leading integer of the parameter: `12abc` is 12, as on the real server."""
        return whole(self.text(name), default)

    def clamped(self, name: str, default: int, low: int, high: int) -> int:
        """Return the parameter moved into its bounds."""
        return max(low, min(high, self.number(name, default)))

    def flag(self, name: str) -> bool:
        """Return whether the parameter says yes."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def loaded(self, name: str, unreadable: Refusal) -> object:
        """Return the JSON in the parameter, None if it is missing; RefusalError if it does not parse."""
        raw = self.text(name)
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError as error:
            raise RefusalError(unreadable) from error


def whole(value: object, default: int = 0) -> int:
    """Return the leading integer of a value."""
    match = INTEGER.match(str(value))
    return int(match[1]) if match else default


def flat(value: object) -> str:
    """Return a JSON value as the text that the Bot API makes of it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
