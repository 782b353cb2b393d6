"""Actions of people, and the updates that the bot gets from them."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox import Button, Person, Sandbox

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]

KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Yes", "callback_data": "yes"}, {"text": "✓ No", "callback_data": "no"}],
        [{"text": "Site", "url": "https://example.org"}],
    ]
}


async def heard(call: Call) -> list[Json]:
    """Return the waiting updates, without their numbers."""
    updates: list[Json] = (await call("getUpdates"))["result"]
    return [{kind: body for kind, body in update.items() if kind != "update_id"} for update in updates]


async def test_text_in_the_form_of_telegram(call: Call, anna: Person) -> None:
    """A message has its sender, chat, date, text and entities."""
    await anna.says(" /help me ")

    user = {"id": 1000001, "is_bot": False, "first_name": "Anna", "last_name": "Example", "language_code": "en"}
    chat = {"id": 1000001, "first_name": "Anna", "last_name": "Example", "type": "private"}
    entities = [{"offset": 0, "length": 5, "type": "bot_command"}]
    head = {"message_id": 2, "from": user, "chat": chat, "date": 1_800_000_000}
    assert [{"message": head | {"text": "/help me", "entities": entities}}] == await heard(call)


async def test_reply_with_its_target(call: Call, anna: Person) -> None:
    """A reply carries the message that it answers, one level deep."""
    first = anna.messages[0].message_id
    await anna.says("Second", reply_to=first)
    await anna.says("Third", reply_to=anna.messages[-1].message_id)

    second, third = (update["message"] for update in await heard(call))
    assert "/start" == second["reply_to_message"]["text"]
    assert "reply_to_message" not in third["reply_to_message"]
    assert [None, first, second["message_id"]] == [message.reply_to for message in anna.messages]


async def test_reply_to_nothing_fails(anna: Person) -> None:
    """A reply to a message that does not exist is a mistake in the test."""
    with pytest.raises(LookupError, match="no message 99 in this chat"):
        await anna.says("Hello", reply_to=99)


async def test_blank_text_not_sent(anna: Person) -> None:
    """Clients refuse to send an invisible message."""
    with pytest.raises(ValueError, match="can be seen"):
        await anna.says(" \n")


async def test_long_text_becomes_several_messages(call: Call, anna: Person) -> None:
    """A paste arrives as several messages, with nothing that connects them."""
    ids = await anna.pastes("a" * 9000)
    last = await anna.says("b" * 5000)

    assert [4096, 4096, 808, 4096, 904] == [len(update["message"]["text"]) for update in await heard(call)]
    assert list(range(ids[0], last + 1)) == [*ids, last - 1, last]


async def test_press_with_message_and_data(call: Call, anna: Person) -> None:
    """A press carries the message in its current form."""
    sent = await call("sendMessage", chat_id=anna.user_id, text="Sure?", reply_markup=KEYBOARD)
    await anna.presses("Yes")
    await anna.presses("No")

    first, second = (update["callback_query"] for update in await heard(call))
    assert ("yes", "no") == (first["data"], second["data"])
    assert sent["result"] == first["message"]
    assert anna.user == first["from"]
    assert first["chat_instance"] == second["chat_instance"]
    assert first["id"] != second["id"]


async def test_press_takes_the_newest_message_or_the_named_one(call: Call, anna: Person) -> None:
    """The same label stands under several messages; old ones can still be pressed."""
    old, _new = [
        (await call("sendMessage", chat_id=anna.user_id, text=text, reply_markup=KEYBOARD))["result"]["message_id"]
        for text in ("Old", "New")
    ]
    await anna.presses("Yes")
    await anna.presses("Yes", old)

    assert ["New", "Old"] == [update["callback_query"]["message"]["text"] for update in await heard(call)]


async def test_people_are_shared(call: Call, anna: Person, sandbox: Sandbox) -> None:
    """A keyboard of the bot can ask for people; they come with what it asks for, until the bot removes it."""
    ben = sandbox.person("Ben Example", username="ben")
    asked = {"request_id": 3, "max_quantity": 2, "request_name": True, "request_username": True}
    keyboard = {"keyboard": [["Words", {"text": "Choose", "request_users": asked}]]}
    with pytest.raises(LookupError, match="asks for people"):
        await anna.shares(ben)
    await call("sendMessage", chat_id=anna.user_id, text="Who?", reply_markup=keyboard)
    with pytest.raises(ValueError, match="from 1 to 2"):
        await anna.shares()
    await call("getUpdates", offset=-1)
    await anna.shares(ben, anna)
    shared = (await heard(call))[-1]["message"]["users_shared"]
    await call("sendMessage", chat_id=anna.user_id, text="Thanks.", reply_markup={"remove_keyboard": True})

    assert [
        {"user_id": ben.user_id, "first_name": "Ben", "last_name": "Example", "username": "ben"},
        {"user_id": anna.user_id, "first_name": "Anna", "last_name": "Example"},
    ] == shared["users"]
    assert (3, None) == (shared["request_id"], anna.chat.keyboard)


async def test_button_that_copies(call: Call, anna: Person) -> None:
    """A button can copy a text, and have a colour."""
    rows = [[{"text": "Copy", "copy_text": {"text": "RAN"}, "style": "primary"}]]
    await call("sendMessage", chat_id=anna.user_id, text="Here.", reply_markup={"inline_keyboard": rows})
    assert Button("Copy", copies="RAN", style="primary") == anna.messages[-1].buttons[0][0]


async def test_press_without_button_fails(call: Call, anna: Person) -> None:
    """The error lists the buttons; a link cannot be pressed."""
    await call("sendMessage", chat_id=anna.user_id, text="Sure?", reply_markup=KEYBOARD)

    with pytest.raises(LookupError, match=r"no button 'Site' in this chat; buttons there: .*'Yes'"):
        await anna.presses("Site")
    with pytest.raises(LookupError, match=r"no button 'Yes' on message 1; buttons there: \[\]"):
        await anna.presses("Yes", 1)


async def test_forged_press_on_a_message_that_is_gone(call: Call, anna: Person) -> None:
    """A press can carry any data, and a deleted message has the date 0."""
    await anna.presses_data(99, "forged")

    query = (await heard(call))[0]["callback_query"]
    assert ("forged", 0, 99) == (query["data"], query["message"]["date"], query["message"]["message_id"])


async def test_edit_is_an_edited_message(call: Call, anna: Person, forward: Callable[[float], None]) -> None:
    """An edit keeps the id and the date and brings its own date."""
    message_id = anna.messages[0].message_id
    forward(60)
    await anna.edits(message_id, "Better")

    edited = (await heard(call))[0]["edited_message"]
    assert (message_id, 1_800_000_000, 1_800_000_060, "Better") == (
        edited["message_id"],
        edited["date"],
        edited["edit_date"],
        edited["text"],
    )
    assert "entities" not in edited
    assert anna.messages[0].edited


async def test_edit_of_a_caption(call: Call, anna: Person) -> None:
    """A document's caption can be edited too."""
    await anna.sends("document", caption="Leaflet")
    await anna.edits(anna.messages[-1].message_id, "Our leaflet")

    assert "Our leaflet" == (await heard(call))[-1]["edited_message"]["caption"]


async def test_edit_that_clients_do_not_make_fails(call: Call, anna: Person) -> None:
    """Nobody can edit another person's message, or edit without a change."""
    sent = await call("sendMessage", chat_id=anna.user_id, text="Hello")

    with pytest.raises(LookupError, match="of Anna in this chat"):
        await anna.edits(sent["result"]["message_id"], "Bye")
    with pytest.raises(ValueError, match="Nothing was changed"):
        await anna.edits(anna.messages[0].message_id, "/start")


KINDS: list[tuple[str, Json, set[str]]] = [
    ("document", {"caption": "See example.org"}, {"document", "caption", "caption_entities"}),
    ("photo", {"caption": "Us", "name": "us.jpg"}, {"photo", "caption"}),
    ("video", {}, {"video"}),
    ("voice", {}, {"voice"}),
    ("audio", {}, {"audio"}),
    ("video_note", {}, {"video_note"}),
    ("animation", {}, {"animation", "document"}),
    ("sticker", {}, {"sticker"}),
    ("location", {"latitude": 1.5}, {"location"}),
    ("venue", {}, {"venue", "location"}),
    ("contact", {}, {"contact"}),
    ("poll", {}, {"poll"}),
    ("dice", {"value": 6}, {"dice"}),
    ("forwarded", {"text": "Wise words"}, {"forward_origin", "text"}),
    ("rich", {}, {"rich_message"}),
    ("story", {}, {"story"}),
    ("giveaway", {"winner_count": 1}, {"giveaway"}),
    ("document", {"reply_to": 1, "media_group_id": "7"}, {"document", "reply_to_message", "media_group_id"}),
]


@pytest.mark.parametrize(("kind", "fields", "names"), KINDS)
async def test_other_kinds(call: Call, anna: Person, kind: str, fields: Json, names: set[str]) -> None:
    """Every kind has its own fields and the common ones, and no text."""
    await anna.sends(kind, **fields)

    message = (await heard(call))[0]["message"]
    assert names == set(message) - {"message_id", "from", "chat", "date"}


async def test_rich_message_without_text(call: Call, anna: Person) -> None:
    """Styled text can arrive as blocks only."""
    await anna.sends("rich", text="One\n\nTwo")
    await anna.sends("rich", blocks=[{"type": "divider"}], is_rtl=True)

    first, second = (update["message"]["rich_message"] for update in await heard(call))
    assert [{"type": "paragraph", "text": "One"}, {"type": "paragraph", "text": "Two"}] == first["blocks"]
    assert {"blocks": [{"type": "divider"}], "is_rtl": True} == second


async def test_block_and_unblock(call: Call, anna: Person) -> None:
    """The bot learns that it was blocked, and cannot write; the person must unblock it before writing."""
    await anna.blocks()
    refused = await call("sendMessage", chat_id=anna.user_id, text="Hello?")
    with pytest.raises(RuntimeError, match="must unblock"):
        await anna.says("Hello")
    await anna.unblocks()

    changes = [update["my_chat_member"] for update in await heard(call)]
    assert [("member", "kicked"), ("kicked", "member")] == [
        (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) for change in changes
    ]
    assert (403, True) == (refused["error_code"], (await call("sendMessage", chat_id=anna.user_id, text="Hi"))["ok"])


async def test_messages_show_both_sides(call: Call, anna: Person) -> None:
    """A person sees text without its markup, buttons in their rows, and edits."""
    sent = await call(
        "sendMessage", chat_id=anna.user_id, text="<b>Sure?</b>", parse_mode="HTML", reply_markup=KEYBOARD
    )
    seen = anna.messages[-1]

    assert ["person", "bot"] == [message.sender for message in anna.messages]
    assert (sent["result"]["message_id"], "Sure?", 1_800_000_000, False) == (
        seen.message_id,
        seen.text,
        seen.date,
        seen.edited,
    )
    assert ({"offset": 0, "length": 5, "type": "bold"},) == seen.entities
    assert (
        (Button("Yes", "yes"), Button("✓ No", "no")),
        (Button("Site", None, "https://example.org/"),),
    ) == seen.buttons
    assert ("Yes", "✓ No", "Site") == seen.labels
    assert (None, None) == (seen.document, seen.photo)


async def test_notices_show_answers_to_presses(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """An answer without text only ends the waiting of the button."""
    for text in ("Saved", ""):
        await anna.presses_data(1, "x")
        query = next(reversed(sandbox.world.queries))
        await call("answerCallbackQuery", callback_query_id=query, text=text, show_alert=True)

    assert [("Saved", True)] == [(notice.text, notice.alert) for notice in anna.notices]


async def test_deleted_message_gone(call: Call, anna: Person) -> None:
    """Telegram does not tell bots about deleted messages."""
    await anna.deletes(anna.messages[0].message_id)

    assert ((), []) == (anna.messages, await heard(call))


async def test_person_with_known_id_is_the_same(sandbox: Sandbox) -> None:
    """The same id twice is one person; counted ids do not collide with given ones."""
    anna = sandbox.person("Anna Example", 1_000_001, username="anna_example", language_code="da")
    again = sandbox.person("Somebody Else", 1_000_001)
    other = sandbox.person("Cher")

    assert (anna, "Anna Example", "Cher") == (again, again.name, other.name)
    assert 2 == len({anna, again, other})
    assert [1_000_001, 1_000_002] == [person.user_id for person in sandbox.people]
    assert "anna_example" == sandbox.world.chats[anna.user_id].body["username"]


async def test_group(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """A group has a negative id; presses and edits there carry their person."""
    group = sandbox.group("Colleagues")
    await group.says(anna, "Hello all")
    await group.sends(anna, "dice")
    await call("sendMessage", chat_id=group.chat_id, text="Sure?", reply_markup=KEYBOARD)
    await group.presses(anna, "Yes")
    await group.edits(anna, group.messages[0].message_id, "Hello everybody")

    updates = await heard(call)
    assert ["message", "message", "callback_query", "edited_message"] == [next(iter(update)) for update in updates]
    chat = {"id": -1000001, "title": "Colleagues", "type": "group"}
    assert (chat, anna.user) == (updates[0]["message"]["chat"], updates[0]["message"]["from"])
    assert ["person", "person", "bot"] == [message.sender for message in group.messages]


async def test_group_in_privacy_mode_hides_what_is_not_for_the_bot(anna: Person) -> None:
    """The bot gets commands, mentions and replies, but no other messages."""
    private = Sandbox(privacy=True)
    group = private.group("Colleagues")
    said = [await group.says(anna, text) for text in ("Hello all", "/start", "Hello @practice_sandbox_bot", "Bye")]
    private.world.post(group.chat, private.bot_user, {"text": "From the bot"})
    said.append(await group.says(anna, "Yes", reply_to=group.messages[-1].message_id))

    assert [False, True, True, False, True] == [bool(update_id) for update_id in said]
    assert 0 == await group.edits(anna, group.messages[0].message_id, "Hello everybody")


async def test_group_without_the_bot(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """After its removal the bot gets that update and no more, until it is added again."""
    group = sandbox.group("Colleagues")
    await group.removes_bot(anna)
    await group.says(anna, "At last")
    await group.adds_bot(anna)
    await group.says(anna, "Hello")

    assert ["my_chat_member", "my_chat_member", "message"] == [next(iter(update)) for update in await heard(call)]


async def test_group_becomes_a_supergroup(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """Both chats get a message about the move; the new one can be written to."""
    group = sandbox.group("Colleagues")
    moved = await group.upgrades(anna)

    there, here = (update["message"] for update in await heard(call))
    assert (moved.chat_id, group.chat_id) == (there["migrate_to_chat_id"], here["migrate_from_chat_id"])
    assert (await call("sendMessage", chat_id=moved.chat_id, text="Hello"))["ok"]


async def test_until_waits_and_gives_up(call: Call, sandbox: Sandbox, anna: Person) -> None:
    """Waiting ends when the condition holds, or with a TimeoutError."""
    await call("getUpdates")
    await call("sendMessage", chat_id=anna.user_id, text="Hello")

    assert ["sendMessage"] == [made.method for made in await sandbox.wait_for_calls(1)]
    assert ["getUpdates"] == [made.method for made in await sandbox.wait_for_calls(1, "getUpdates")]
    await sandbox.until(lambda: anna.messages[-1].text == "Hello")
    with pytest.raises(TimeoutError):
        await sandbox.until(lambda: False, timeout=0.01)
