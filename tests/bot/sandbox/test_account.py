"""The bot's own account, its menus, and its questions about chats."""

from collections.abc import Callable, Coroutine
from typing import Any

from bot.sandbox import Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]


def menu(*names: str) -> list[Json]:
    """Return a command menu."""
    return [{"command": name, "description": f"Do {name}"} for name in names]


async def test_me_described(call: Call, sandbox: Sandbox) -> None:
    """The bot's id is the first part of its token."""
    me = (await call("getMe"))["result"]

    assert (4242, True, "practice_sandbox_bot", True) == (
        me["id"],
        me["is_bot"],
        me["username"],
        me["can_read_all_group_messages"],
    )
    assert sandbox.bot_user["id"] == me["id"]


async def test_menus_kept_by_scope_and_language(call: Call, anna: Person) -> None:
    """Each scope and language has its own menu, and getMyCommands returns exactly that one."""
    chat = {"type": "chat", "chat_id": anna.user_id}
    everybody = {"type": "all_private_chats"}
    await call("setMyCommands", commands=menu("start"))
    await call("setMyCommands", commands=menu("help"), scope=everybody)
    await call("setMyCommands", commands=menu("hjelp"), scope=everybody, language_code="da")
    await call("setMyCommands", commands=menu("queue"), scope=chat)
    member = {"type": "chat_member", "chat_id": anna.user_id, "user_id": 5}

    assert [menu("start"), menu("help"), menu("hjelp"), menu("queue"), []] == [
        (await call("getMyCommands", **params))["result"]
        for params in (
            {},
            {"scope": everybody},
            {"scope": everybody, "language_code": "da"},
            {"scope": chat},
            {"scope": member},
        )
    ]


async def test_menu_seen_from_the_narrowest_scope(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """A person sees the chat's menu, else the menu of private chats, else the default; own language first."""
    dane = sandbox.person("Dorte Dane", language_code="da")
    seen = [anna.commands]
    await call("setMyCommands", commands=menu("/start"))
    seen.append(anna.commands)
    await call("setMyCommands", commands=menu("hjelp"), language_code="da")
    await call("setMyCommands", commands=menu("queue"), scope={"type": "chat", "chat_id": anna.user_id})
    seen.append(anna.commands)
    await call("deleteMyCommands", scope={"type": "chat", "chat_id": anna.user_id})
    seen.append(anna.commands)
    await call("setMyCommands", commands=[])

    assert [(), (("start", "Do /start"),), (("queue", "Do queue"),), (("start", "Do /start"),)] == seen
    assert ((), (("hjelp", "Do hjelp"),)) == (anna.commands, dane.commands)


async def test_profile_kept_by_language(call: Call) -> None:
    """Name and descriptions can be set and read."""
    await call("setMyDescription", description="Asks about practices", language_code="en")
    await call("setMyShortDescription", short_description="Practices")

    assert [
        {"name": "Practice sandbox"},
        {"description": "Asks about practices"},
        {"description": ""},
        {"short_description": "Practices"},
    ] == [
        (await call(method, **params))["result"]
        for method, params in (
            ("getMyName", {}),
            ("getMyDescription", {"language_code": "en"}),
            ("getMyDescription", {}),
            ("getMyShortDescription", {}),
        )
    ]


async def test_profile_that_is_too_long(call: Call) -> None:
    """A description that is too long is refused."""
    refused = [
        (await call("setMyDescription", description="x" * 513))["ok"],
        (await call("setMyShortDescription", short_description="x" * 121))["ok"],
    ]
    assert [False, False] == refused


async def test_menu_button_kept(call: Call, anna: Person) -> None:
    """The menu button beside the text field can be set for a chat."""
    await call("setChatMenuButton", chat_id=anna.user_id, menu_button={"type": "commands"})

    assert [{"type": "commands"}, {"type": "default"}] == [
        (await call("getChatMenuButton", **params))["result"] for params in ({"chat_id": anna.user_id}, {})
    ]


async def test_chat_described(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """A chat is found by its id or its name, and a member by their id."""
    boris = sandbox.person("Boris Example", username="boris_example")
    chats = [(await call("getChat", chat_id=name))["result"] for name in (anna.user_id, "@boris_example")]
    members = [
        (await call("getChatMember", chat_id=anna.user_id, user_id=user_id))["result"]
        for user_id in (4242, anna.user_id)
    ]

    assert [("private", "Anna"), ("private", "Boris")] == [(chat["type"], chat["first_name"]) for chat in chats]
    assert [sandbox.bot_user, anna.user] == [member["user"] for member in members]
    assert boris.user_id == chats[1]["id"]


async def test_chat_action_taken(call: Call, anna: Person) -> None:
    """Typing is shown and changes nothing."""
    assert (await call("sendChatAction", chat_id=anna.user_id, action="typing"))["result"]


async def test_bot_logged_out_is_refused(call: Call) -> None:
    """Closing changes nothing here; after logging out every call is refused."""
    answers = [await call("close"), await call("logOut"), await call("getMe")]

    assert [True, True, False] == [answer["ok"] for answer in answers]
    assert (400, "Logged out") == (answers[-1]["error_code"], answers[-1]["description"])


async def test_messages_deleted(call: Call, anna: Person) -> None:
    """One or many messages can be deleted; among many, unknown ids are ignored."""
    for text in ("One", "Two", "Three"):
        await call("sendMessage", chat_id=anna.user_id, text=text)
    first, second, third, _fourth = (message.message_id for message in anna.messages)
    await call("deleteMessage", chat_id=anna.user_id, message_id=second)
    await call("deleteMessages", chat_id=anna.user_id, message_ids=[first, third, 99])

    assert ["Three"] == [message.text for message in anna.messages]


async def test_reply_shown_with_its_target(call: Call, anna: Person) -> None:
    """The bot's reply carries the message that it answers; a missing one can be allowed."""
    first = anna.messages[0].message_id
    await call("sendMessage", chat_id=anna.user_id, text="One", reply_parameters={"message_id": first})
    await call(
        "sendMessage",
        chat_id=anna.user_id,
        text="Two",
        reply_parameters={"message_id": first, "chat_id": anna.user_id},
        reply_markup={"force_reply": True},
    )
    gone = {"message_id": 99, "allow_sending_without_reply": True}
    await call("sendMessage", chat_id=anna.user_id, text="Three", reply_parameters=gone)

    assert [first, first, None] == [message.reply_to for message in anna.messages[1:]]


async def test_keyboards_taken(call: Call, anna: Person) -> None:
    """All kinds of buttons and keyboards are accepted; only inline ones are under the message."""
    style = {"text": "Yes", "callback_data": "y", "style": "success"}
    user_link = {"text": "Anna", "url": "tg://user?id=1000001"}
    copied = {"text": "Copy", "copy_text": {"text": "x"}}
    query = {"text": "Find", "switch_inline_query": ""}
    markups: list[Json | None] = [
        {"inline_keyboard": [[style, user_link], [], [copied, query]]},
        {"inline_keyboard": [[]]},
        {"inline_keyboard": []},
        {"keyboard": [["Yes", {"text": "No"}]]},
        {"remove_keyboard": True},
        {},
    ]
    sent = [await call("sendMessage", chat_id=anna.user_id, text="x", reply_markup=markup) for markup in markups]

    rows = [[style, user_link], [copied, query]]
    assert [{"inline_keyboard": rows}, None, None, None, None, None] == [
        answer["result"].get("reply_markup") for answer in sent
    ]


async def test_edits_change_what_they_name(call: Call, anna: Person, forward: Callable[[float], None]) -> None:
    """Text and caption edits remove the keyboard unless they bring one; a keyboard edit leaves the text."""
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = (await call("sendMessage", chat_id=anna.user_id, text="One", reply_markup=markup))["result"]
    named = {"chat_id": anna.user_id, "message_id": sent["message_id"]}
    forward(5)
    first = (await call("editMessageText", text="<b>Two</b>", parse_mode="HTML", **named))["result"]
    second = (await call("editMessageReplyMarkup", reply_markup=markup, **named))["result"]

    assert ("Two", None, sent["date"] + 5) == (first["text"], first.get("reply_markup"), first["edit_date"])
    assert ("Two", markup, first["entities"]) == (second["text"], second["reply_markup"], second["entities"])


async def test_caption_edited_away(call: Call, anna: Person) -> None:
    """A file needs no caption."""
    await anna.sends("document")
    file = anna.messages[-1].document
    assert file is not None
    sent = (await call("sendDocument", chat_id=anna.user_id, document=file.file_id, caption="Leaflet"))["result"]
    edited = (await call("editMessageCaption", chat_id=anna.user_id, message_id=sent["message_id"]))["result"]

    assert ("Leaflet", None) == (sent["caption"], edited.get("caption"))
