"""The sandbox refuses the same calls as Telegram, with Telegram's words."""

from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
import pytest
from telegram import Bot, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]
Scene = dict[str, object]

LEFT_OUT = "Bad Request: unsupported parse_mode: this local Bot API reads HTML, or entities without a parse_mode"

PARSE = "Bad Request: can't parse entities: "
MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)
SURROGATES = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
LONG_DATA = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="x" * 65)]])


def button(**fields: object) -> Json:
    """Return a keyboard with one button."""
    return {"inline_keyboard": [[{"text": "Yes"} | fields]]}


def many(count: int, data: str, label: str = "Yes") -> Json:
    """Return a keyboard with many buttons."""
    return {"inline_keyboard": [[{"text": label, "callback_data": data}] for _ in range(count)]}


def html(text: str) -> Json:
    """Return a text in HTML."""
    return {"text": text, "parse_mode": "HTML"}


# What is wrong with a text, wherever it goes; a message and an edit refuse alike.
TEXTS: list[tuple[Json, str]] = [
    ({}, "Bad Request: message text is empty"),
    ({"text": ""}, "Bad Request: message text is empty"),
    ({"text": " \n\t\r"}, "Bad Request: text must be non-empty"),
    (html("<b> </b>"), "Bad Request: text must be non-empty"),
    ({"text": "x" * 32769}, "Bad Request: text is too long"),
    (
        html("".join(f'<a href="https://example.org/{"x" * 100}">x</a>y' for _ in range(90))),
        "Bad Request: ENTITIES_TOO_LONG",
    ),
    ({"text": "x", "parse_mode": "Word"}, "Bad Request: unsupported parse_mode"),
    ({"text": "x", "parse_mode": "MarkdownV2"}, LEFT_OUT),
    ({"text": "x", "parse_mode": "markdown"}, LEFT_OUT),
    (html("<b>x"), PARSE + 'Can\'t find end tag corresponding to start tag "b"'),
    (html("<div>x</div>"), PARSE + 'Unsupported start tag "div" at byte offset 0'),
    (html("é<{0}>"), PARSE + 'Unsupported start tag "{0}" at byte offset 2'),
    (html("<"), PARSE + "Unclosed start tag at byte offset 0"),
    (html("<b"), PARSE + "Unclosed start tag at byte offset 0"),
    (html("<b><i></b>"), PARSE + 'Unmatched end tag at byte offset 6, expected "</i>", found "</b>"'),
    (html("</b>"), PARSE + "Unexpected end tag at byte offset 0"),
    (html("<b>x</b"), PARSE + "Unclosed end tag at byte offset 4"),
    (html("<span>x</span>"), PARSE + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    (html("<a =x>y</a>"), PARSE + 'Empty attribute name in the tag "a" at byte offset 0'),
    (
        html("<a href>y</a>"),
        PARSE + 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    ),
    (html("<a href="), PARSE + 'Unclosed start tag "a" at byte offset 0'),
    (html('<a href="x'), PARSE + "Unclosed start tag at byte offset 0"),
    (html("<a href=x/y>z</a>"), PARSE + "Unexpected end of name token at byte offset 8"),
    (html("&#xD83D;"), PARSE + SURROGATES),
    (html("<tg-emoji>x</tg-emoji>"), PARSE + "Invalid custom emoji identifier specified"),
    ({"text": "x", "entities": ["bold"]}, "Bad Request: can't parse MessageEntity: expected an Object"),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 0}]},
        "Bad Request: can't parse MessageEntity: Can't find field \"length\"",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": -1, "length": 1}]},
        "Bad Request: receive an entity with incorrect offset -1",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 5, "length": 1}]},
        "Bad Request: entity begins after the end of the text at UTF-16 offset 5",
    ),
    (
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2",
    ),
    (
        {"text": "😀", "entities": [{"type": "bold", "offset": 0, "length": 1}]},
        "Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol",
    ),
]

# What is wrong with a keyboard, wherever it goes.
KEYBOARDS: list[tuple[object, str]] = [
    ("{", "Bad Request: can't parse reply keyboard markup JSON object"),
    ([1], "Bad Request: object expected as reply markup"),
    ({"inline_keyboard": None}, 'Bad Request: field "inline_keyboard" must be of type Array'),
    (
        {"inline_keyboard": [{}]},
        'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    ({"keyboard": "x"}, 'Bad Request: field "keyboard" must be of type Array'),
    ({"keyboard": ["x"]}, 'Bad Request: field "keyboard" must be an Array of Arrays'),
    (
        {"inline_keyboard": [["x"]]},
        "Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    ),
    ({"inline_keyboard": [[{}]]}, "Bad Request: can't parse inline keyboard button: Can't find field \"text\""),
    (
        button(),
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        button(callback_data=""),
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (button(text=" ", callback_data="x"), "Bad Request: inline keyboard button text must be non-empty"),
    (button(callback_data="é" * 33), "Bad Request: BUTTON_DATA_INVALID"),
    (button(url="not a link"), "Bad Request: BUTTON_URL_INVALID"),
    (button(url="https://localhost:x"), "Bad Request: BUTTON_URL_INVALID"),
    (many(101, "x"), "Bad Request: reply markup is too long"),
    (many(100, "x" * 64, "A longer label"), "Bad Request: reply markup is too long"),
]

# Everything else: method, parameters, code, description. `$name` is looked up in the scene.
CALLS: list[tuple[str, Json, int, str]] = [
    ("sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 99, "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, 400, "Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "$anna", "text": "😀" * 4097}, 400, "Bad Request: message is too long"),
    (
        "editMessageText",
        {"text": "x" * 4097} | {"chat_id": "$anna", "message_id": "$text"},
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    ),
    ("sendMessage", {"chat_id": "$blocked", "text": "x"}, 403, "Forbidden: bot was blocked by the user"),
    (
        "editMessageText",
        {"chat_id": "$blocked", "message_id": "$to_blocked", "text": "x"},
        403,
        "Forbidden: bot was blocked by the user",
    ),
    ("sendDocument", {"chat_id": "$blocked", "document": "$file"}, 403, "Forbidden: bot was blocked by the user"),
    ("sendChatAction", {"chat_id": "$blocked", "action": "typing"}, 403, "Forbidden: bot was blocked by the user"),
    (
        "sendMessage",
        {"chat_id": "$stranger", "text": "x"},
        403,
        "Forbidden: bot can't initiate conversation with a user",
    ),
    ("sendMessage", {"chat_id": "$gone", "text": "x"}, 403, "Forbidden: user is deactivated"),
    ("sendMessage", {"chat_id": "$robot", "text": "x"}, 403, "Forbidden: the bot can't send messages to the bot"),
    ("sendMessage", {"chat_id": "$closed", "text": "x"}, 403, "Forbidden: bot was kicked from the group chat"),
    ("getChat", {"chat_id": "$left"}, 403, "Forbidden: bot is not a member of the supergroup chat"),
    (
        "sendMessage",
        {"chat_id": "$silent", "text": "x"},
        400,
        "Bad Request: not enough rights to send text messages to the chat",
    ),
    (
        "sendMessage",
        {"chat_id": "$moved", "text": "x"},
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    ),
    (
        "sendMessage",
        {"chat_id": "$anna", "text": "x", "reply_parameters": {"message_id": 999}},
        400,
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": "$anna", "text": "x", "reply_to_message_id": 999},
        400,
        "Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"chat_id": "$anna", "text": "x", "reply_parameters": "{"},
        400,
        "Bad Request: can't parse reply parameters JSON object",
    ),
    (
        "editMessageText",
        {"chat_id": "$anna", "message_id": "$text", "text": "Hello\n "} | {"reply_markup": button(callback_data="y")},
        400,
        MODIFIED,
    ),
    (
        "editMessageReplyMarkup",
        {"chat_id": "$anna", "message_id": "$text", "reply_markup": button(callback_data="y")},
        400,
        MODIFIED,
    ),
    ("editMessageCaption", {"chat_id": "$anna", "message_id": "$document", "caption": "Leaflet "}, 400, MODIFIED),
    (
        "editMessageText",
        {"chat_id": "$anna", "message_id": 999, "text": "x"},
        400,
        "Bad Request: message to edit not found",
    ),
    ("editMessageReplyMarkup", {"chat_id": "$anna", "message_id": 999}, 400, "Bad Request: message to edit not found"),
    ("editMessageText", {"text": "x"}, 400, "Bad Request: message identifier is not specified"),
    (
        "editMessageText",
        {"chat_id": "$anna", "message_id": "$own", "text": "x"},
        400,
        "Bad Request: message can't be edited",
    ),
    (
        "editMessageText",
        {"chat_id": "$anna", "message_id": "$document", "text": "x"},
        400,
        "Bad Request: there is no text in the message to edit",
    ),
    (
        "editMessageCaption",
        {"chat_id": "$anna", "message_id": "$text", "caption": "x"},
        400,
        "Bad Request: there is no caption in the message to edit",
    ),
    (
        "editMessageText",
        {"chat_id": "$anna", "message_id": "$text", "text": "x", "reply_markup": {"keyboard": [["x"]]}},
        400,
        "Bad Request: inline keyboard expected",
    ),
    ("deleteMessage", {"chat_id": "$anna", "message_id": 999}, 400, "Bad Request: message to delete not found"),
    ("deleteMessage", {"chat_id": "$anna"}, 400, "Bad Request: message identifier is not specified"),
    ("deleteMessage", {"message_id": 1}, 400, "Bad Request: chat identifier is not specified"),
    (
        "deleteMessage",
        {"chat_id": "$group", "message_id": "$in_group"},
        400,
        "Bad Request: message can't be deleted for everyone",
    ),
    (
        "deleteMessages",
        {"chat_id": "$group", "message_ids": ["$in_group"]},
        400,
        "Bad Request: message can't be deleted for everyone",
    ),
    ("deleteMessages", {"chat_id": "$anna"}, 400, "Bad Request: message identifiers are not specified"),
    (
        "deleteMessages",
        {"chat_id": "$anna", "message_ids": [*range(1, 102)]},
        400,
        "Bad Request: too many message identifiers specified",
    ),
    (
        "deleteMessages",
        {"chat_id": "$anna", "message_ids": [1, 0]},
        400,
        "Bad Request: invalid message identifier specified",
    ),
    ("answerCallbackQuery", {}, 400, OLD),
    ("answerCallbackQuery", {"callback_query_id": "123"}, 400, OLD),
    ("answerCallbackQuery", {"callback_query_id": "$query", "text": "x" * 201}, 400, "Bad Request: MESSAGE_TOO_LONG"),
    ("getFile", {}, 400, "Bad Request: file_id not specified"),
    ("getFile", {"file_id": "nonsense"}, 400, "Bad Request: invalid file_id"),
    ("getFile", {"file_id": "$big"}, 400, "Bad Request: file is too big"),
    ("getFile", {"file_id": "$lost"}, 400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
    ("sendDocument", {"chat_id": "$anna"}, 400, "Bad Request: there is no document in the request"),
    (
        "sendDocument",
        {"chat_id": "$anna", "document": "attach://x"},
        400,
        "Bad Request: there is no document in the request",
    ),
    ("sendPhoto", {"chat_id": "$anna"}, 400, "Bad Request: there is no photo in the request"),
    (
        "sendDocument",
        {"chat_id": "$anna", "document": "nonsense"},
        400,
        "Bad Request: wrong file identifier/HTTP URL specified",
    ),
    (
        "sendDocument",
        {"chat_id": "$anna", "document": "https://example.org/x"},
        400,
        "Bad Request: failed to get HTTP URL content",
    ),
    (
        "sendDocument",
        {"chat_id": "$anna", "document": "$file", "caption": "x" * 1025},
        400,
        "Bad Request: message caption is too long",
    ),
    (
        "editMessageCaption",
        {"chat_id": "$anna", "message_id": "$document", "caption": "x" * 1025},
        400,
        "Bad Request: message caption is too long",
    ),
    (
        "sendDocument",
        {"chat_id": "$anna", "document": "$file", "caption": "<b>x", "parse_mode": "HTML"},
        400,
        PARSE + 'Can\'t find end tag corresponding to start tag "b"',
    ),
    (
        "sendChatAction",
        {"chat_id": "$anna", "action": "dancing"},
        400,
        "Bad Request: wrong parameter action in request",
    ),
    ("setMyCommands", {"commands": "["}, 400, "Bad Request: can't parse commands JSON object"),
    ("setMyCommands", {"commands": {}}, 400, "Bad Request: expected an Array of BotCommand"),
    ("setMyCommands", {"commands": ["start"]}, 400, "Bad Request: can't parse BotCommand: expected an Object"),
    (
        "setMyCommands",
        {"commands": [{"command": "Start!", "description": "x"}]},
        400,
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "start", "description": " "}]},
        400,
        "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "start"}]},
        400,
        "Bad Request: can't parse BotCommand: Can't find field \"description\"",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": f"c{n}", "description": "x"} for n in range(101)]},
        400,
        "Bad Request: BOT_COMMANDS_TOO_MUCH",
    ),
    ("getMyCommands", {"scope": "{"}, 400, "Bad Request: can't parse BotCommandScope JSON object"),
    (
        "getMyCommands",
        {"scope": {"type": "world"}},
        400,
        "Bad Request: can't parse BotCommandScope: Unsupported type specified",
    ),
    (
        "getMyCommands",
        {"scope": {"type": "chat"}},
        400,
        "Bad Request: can't parse BotCommandScope: Can't find field \"chat_id\"",
    ),
    (
        "getMyCommands",
        {"scope": {"type": "chat_member", "chat_id": 1}},
        400,
        "Bad Request: can't parse BotCommandScope: Can't find field \"user_id\"",
    ),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 99}}, 400, "Bad Request: chat not found"),
    ("getChatMember", {"chat_id": "$group", "user_id": 99}, 400, "Bad Request: user not found"),
    ("sendDice", {"chat_id": "$anna"}, 404, "Not Found: method not found"),
    ("sendMessage", {"chat_id": "$anna", "text": "\ud83d"}, 400, "Bad Request: strings must be encoded in UTF-8"),
]


@pytest.fixture
async def scene(sandbox: Sandbox, anna: Person, call: Call) -> Scene:
    """Set up people, groups, messages and files for every refusal."""
    blocked, gone, boris = (sandbox.person(name) for name in ("Bo Blocked", "Gus Gone", "Boris Example"))
    for person in (blocked, gone):
        await person.says("/start")
    to_blocked = await call("sendMessage", chat_id=blocked.user_id, text="Hello")
    await blocked.blocks()
    await gone.leaves_telegram()
    closed, left, silent, group, moved = (
        sandbox.group(name, supergroup=name == "left") for name in ("closed", "left", "silent", "group", "moved")
    )
    await closed.removes_bot(boris)
    left.chat.bot_status = "left"
    await silent.forbids_text()
    await moved.upgrades(boris)
    await group.says(boris, "Hello")
    await anna.sends("document", content=b"leaflet")
    await anna.sends("document", content=b"big", size=(20 << 20) + 1)
    await anna.sends("document", content=b"lost")
    file, big, lost = (message.document.file_id for message in anna.messages[-3:] if message.document)
    found = sandbox.world.files.known(lost)
    assert found is not None
    found.gone = True
    text = await call("sendMessage", chat_id=anna.user_id, text="Hello", reply_markup=button(callback_data="y"))
    document = await call("sendDocument", chat_id=anna.user_id, document=file, caption="Leaflet")
    await anna.presses("Yes")
    return {
        "anna": anna.user_id,
        "blocked": blocked.user_id,
        "gone": gone.user_id,
        "stranger": sandbox.person("Sten Stranger").user_id,
        "robot": sandbox.person("Robot", is_bot=True).user_id,
        "closed": closed.chat_id,
        "left": left.chat_id,
        "silent": silent.chat_id,
        "group": group.chat_id,
        "moved": moved.chat_id,
        "in_group": group.messages[-1].message_id,
        "own": anna.messages[0].message_id,
        "text": text["result"]["message_id"],
        "document": document["result"]["message_id"],
        "to_blocked": to_blocked["result"]["message_id"],
        "file": file,
        "big": big,
        "lost": lost,
        "query": next(reversed(sandbox.world.queries)),
    }


def placed(value: object, scene: Scene) -> object:
    """Return a value of the table, with `$name` replaced."""
    if isinstance(value, str) and value.startswith("$"):
        return scene[value[1:]]
    return [placed(item, scene) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("method", "params", "code", "description"), CALLS)
async def test_call_refused(  # noqa: PLR0913, PLR0917 - the columns of the table
    call: Call, scene: Scene, method: str, params: Json, code: int, description: str
) -> None:
    """Each wrong call gets the code and the words of the real server."""
    answer = await call(method, **{name: placed(value, scene) for name, value in params.items()})

    assert {"ok": False, "error_code": code, "description": description} == {
        name: answer[name] for name in ("ok", "error_code", "description")
    }


@pytest.mark.parametrize(("params", "description"), TEXTS)
async def test_text_refused_in_messages_and_edits(call: Call, anna: Person, params: Json, description: str) -> None:
    """A text that cannot be sent cannot be set by an edit either."""
    sent = await call("sendMessage", chat_id=anna.user_id, text="Hello")
    edit = {"message_id": sent["result"]["message_id"]}

    answers = [
        await call("sendMessage", chat_id=anna.user_id, **params),
        await call("editMessageText", chat_id=anna.user_id, **params, **edit),
    ]

    assert [description] * 2 == [answer["description"] for answer in answers]


@pytest.mark.parametrize(("markup", "description"), KEYBOARDS)
async def test_keyboard_refused_in_messages_files_and_edits(
    call: Call, anna: Person, markup: object, description: str
) -> None:
    """A keyboard is checked in the same way in every method."""
    await anna.sends("document")
    file = anna.messages[-1].document
    assert file is not None
    sent = await call("sendMessage", chat_id=anna.user_id, text="Hello")
    common = {"chat_id": anna.user_id, "reply_markup": markup}
    edit = common | {"message_id": sent["result"]["message_id"]}

    answers = [
        await call("sendMessage", text="Hello", **common),
        await call("sendDocument", document=file.file_id, **common),
        await call("editMessageText", text="Bye", **edit),
        await call("editMessageReplyMarkup", **edit),
    ]

    assert [description] * 4 == [answer["description"] for answer in answers]


async def test_keyboard_taken_up_to_its_limits(call: Call, anna: Person) -> None:
    """A hundred buttons with 64 bytes each are accepted."""
    answer = await call("sendMessage", chat_id=anna.user_id, text="x", reply_markup=many(100, "x" * 64))

    assert answer["ok"]


async def test_group_upgraded_says_where_to(call: Call, scene: Scene, sandbox: Sandbox) -> None:
    """The refusal carries the new id of the chat."""
    answer = await call("sendMessage", chat_id=scene["moved"], text="x")

    moved = sandbox.world.chats[answer["parameters"]["migrate_to_chat_id"]]
    assert ("moved", "supergroup") == (moved.body["title"], moved.body["type"])


async def test_query_refused_the_second_time(call: Call, scene: Scene) -> None:
    """A press is answered once."""
    first = await call("answerCallbackQuery", callback_query_id=scene["query"])
    second = await call("answerCallbackQuery", callback_query_id=scene["query"])

    assert (True, OLD) == (first["result"], second["description"])


async def test_query_refused_after_150_seconds(call: Call, scene: Scene, forward: Callable[[float], None]) -> None:
    """A press expires."""
    forward(151)

    answer = await call("answerCallbackQuery", callback_query_id=scene["query"])

    assert answer["description"] == OLD


async def test_message_refused_to_be_deleted_after_48_hours(
    call: Call, scene: Scene, forward: Callable[[float], None]
) -> None:
    """Bots can delete only young messages."""
    forward(48 * 3600 + 1)

    answer = await call("deleteMessage", chat_id=scene["anna"], message_id=scene["text"])

    assert answer["description"] == "Bad Request: message can't be deleted for everyone"


async def test_same_size_refused_after_a_backlog(
    sandbox: Sandbox, http: aiohttp.ClientSession, anna: Person, forward: Callable[[float], None]
) -> None:
    """Many uploads of one size end in 429, until time has passed: the bot should send the file's id instead."""
    url = f"{sandbox.base_url}/bot{sandbox.token}/sendDocument?chat_id={anna.user_id}"

    async def upload() -> tuple[int, str | None]:
        form = aiohttp.FormData()
        form.add_field("document", b"x" * 100_001, filename="leaflet.pdf")
        async with http.post(url, data=form) as response:
            return response.status, response.headers.get("Retry-After")

    answers = [await upload() for _ in range(40)]
    forward(60)
    answers.append(await upload())

    assert [(200, None), (429, "60"), (200, None)] == [answers[0], answers[-2], answers[-1]]


PTB_ERRORS: list[tuple[object, str, Json, type[TelegramError], str]] = [
    ("$anna", "<div>", {"parse_mode": "HTML"}, BadRequest, "unsupported start tag"),
    ("$anna", "x", {"reply_markup": ForceReply(), "reply_to_message_id": 999}, BadRequest, "Message to be replied not"),
    ("$anna", "x", {"reply_markup": LONG_DATA}, BadRequest, "Button_data_invalid"),
    ("$blocked", "x", {}, Forbidden, "Forbidden: bot was blocked by the user"),
    ("$moved", "x", {}, ChatMigrated, "Group migrated to supergroup"),
    (99, "x", {}, BadRequest, "Chat not found"),
]


@pytest.mark.parametrize(("chat", "text", "params", "kind", "words"), PTB_ERRORS)
async def test_refusal_reaches_python_telegram_bot(  # noqa: PLR0913, PLR0917 - the columns of the table
    sandbox: Sandbox, scene: Scene, chat: object, text: str, params: Json, kind: type[TelegramError], words: str
) -> None:
    """The library raises the same error as for the real server."""
    chat_id = int(str(placed(chat, scene)))
    async with Bot(sandbox.token, base_url=f"{sandbox.base_url}/bot") as bot:
        with pytest.raises(kind, match=words):
            await bot.send_message(chat_id, text, **params)
