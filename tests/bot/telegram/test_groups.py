"""Groups: a command or a mention is answered with the link to the private chat, and nothing else is."""

# ruff: noqa: PLR0913, PLR0917 - fixtures are arguments

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.app import Bot
from bot.clock import now
from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.world import Chat
from bot.telegram.commands import is_meant, is_talk, topic_of
from storage import Database, Outbox
from storage.database.tables import INBOX, STOPPED

ME = "OurBot"

BOT: dict[str, Any] = {"id": 4242, "is_bot": True, "first_name": "Practices", "username": ME}

PERSON: dict[str, Any] = {"id": 1001, "is_bot": False, "first_name": "Anna"}

GROUP: dict[str, Any] = {"id": -1002, "type": "supergroup", "title": "Us"}

CHANNEL: dict[str, Any] = {"id": -1003, "type": "channel", "title": "All"}

ANONYMOUS: dict[str, Any] = {"id": 1087968824, "is_bot": True, "username": "GroupAnonymousBot"}

AS_CHANNEL: dict[str, Any] = {"id": 136817688, "is_bot": True, "username": "Channel_Bot"}


def said(text: str, marked: str = "", kind: str = "mention", by: Any = PERSON, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Make a message in a group, in which Telegram has marked some words."""
    before = text.encode("utf-16-le").find(marked.encode("utf-16-le")) // 2
    mark = {"type": kind, "offset": before, "length": len(marked.encode("utf-16-le")) // 2}
    message = {"message_id": 5, "date": 1, "from": by, "chat": GROUP, "text": text, **fields}
    return {"update_id": 1, "message": message | ({"entities": [mark]} if marked else {})}


def caption(text: str, kind: str, marked: str) -> dict[str, Any]:
    """Make the same words stand under a photo."""
    update = said(text, marked, kind)
    update["message"]["caption"] = update["message"].pop("text")
    update["message"]["caption_entities"] = update["message"].pop("entities")
    return update | {"message": update["message"] | {"photo": [{}]}}


def in_channel(text: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Make a post of a channel: it is said by nobody but the channel."""
    post = {"message_id": 5, "date": 1, "chat": CHANNEL, "sender_chat": CHANNEL, "text": text, **fields}
    return {"update_id": 1, "channel_post": post}


def reply_to(message: dict[str, Any], **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Make a reply."""
    return said("thanks", reply_to_message={"message_id": 4, "chat": GROUP, **message}, **fields)


MEANT = {
    "command": said("/start"),
    "command with the name": said("/start@OurBot"),
    "command with the name in another case": said("/Start@OURBOT now"),
    "command of those who review": said("/queue"),
    "command with words": said("/show RAN-2026-0001"),
    "command that nobody knows, with the name": said("/dance@OurBot"),
    "command behind which a sentence goes on": said("/help, please"),
    "command that is asked": said("/help?"),
    "command before a space that does not break": said("/start\u00a0please"),
    "command on two lines": said("/start\nplease"),
    "command in the middle": said("please /start@ourbot", "/start@ourbot", "bot_command"),
    "mention": said("Hi @OurBot!", "@OurBot"),
    "mention in another case": said("@ourBOT", "@ourBOT"),
    "mention behind what takes two places in UTF-16": said("👩‍🏫👩‍🏫 @OurBot", "@OurBot"),
    "mention without a username": said("Practices, hi", "Practices", "text_mention")
    | {
        "message": said("Practices, hi")["message"]
        | {"entities": [{"type": "text_mention", "offset": 0, "length": 9, "user": BOT}]}
    },
    "mention under a photo": caption("See @OurBot", "mention", "@OurBot"),
    "command under a photo": caption("/start@OurBot", "bot_command", "/start@OurBot"),
    "reply to the bot": reply_to({"from": BOT}),
    "reply to the bot with a sticker": {
        "update_id": 1,
        "message": reply_to({"from": BOT})["message"] | {"text": None, "sticker": {}},
    },
    "admin who speaks as the group": said("/start", sender_chat=GROUP, by=ANONYMOUS),
    "small group": said("/start", chat=GROUP | {"type": "group"}),
    "post of a channel": in_channel("/start@OurBot"),
    "topic": said("/start", is_topic_message=True, message_thread_id=7),
}

NOT_MEANT = {
    "talk": said("Hello"),
    "question": said("Who knows a bot for practices?"),
    "command of another bot": said("/start@OtherBot"),
    "command of a bot whose name begins alike": said("/start@OurBotX"),
    "command that is none of ours": said("/weather Oslo"),
    "path": said("/home/anna"),
    "path that begins with a command": said("/start/anna"),
    "word that begins with a command": said("/start-up"),
    "command with two names": said("/start@OurBot@OtherBot"),
    "command in the middle that is anybody's": said("please /start", "/start", "bot_command"),
    "command of another in the middle": said("please /start@OtherBot", "/start@OtherBot", "bot_command"),
    "mention of another": said("Hi @OtherBot", "@OtherBot"),
    "mention of somebody without a username": said("Anna, hi")
    | {
        "message": said("Anna, hi")["message"]
        | {"entities": [{"type": "text_mention", "offset": 0, "length": 4, "user": PERSON}]}
    },
    "name that Telegram does not mark": said("mail me: anna@OurBot"),
    "name in code": said("@OurBot", "@OurBot", "code"),
    "mention of another beside our name": said("@OtherBot knows @OurBot", "@OtherBot"),
    "reply to a person": reply_to({"from": PERSON}),
    "reply to another bot": reply_to({"from": BOT | {"username": "OtherBot"}}),
    "message of a topic that the bot opened": reply_to({"from": BOT, "forum_topic_created": {}}),
    "quote of a mention": said(
        "no", quote={"text": "@OurBot", "entities": [{"type": "mention", "offset": 0, "length": 7}]}
    ),
    "bot": said("/start@OurBot", by=PERSON | {"is_bot": True}),
    "the bot itself": said("/start@OurBot", by=BOT),
    "channel that speaks in a group": said("/start@OurBot", sender_chat=CHANNEL, by=AS_CHANNEL),
    "post of a channel that came to its group": said(
        "/start@OurBot", sender_chat=CHANNEL, is_automatic_forward=True, forward_origin={}, by={"id": 777000}
    ),
    "another bot that says it is the group": said("/start", sender_chat=GROUP, by=BOT),
    "forward": said("/start@OurBot", forward_origin={"type": "user"}),
    "words by way of a bot": said("/start@OurBot", via_bot=BOT | {"username": "OtherBot"}),
    "nobody": said("/start@OurBot", by=None),
    "edit": {"update_id": 1, "edited_message": said("/start@OurBot")["message"]},
    "edit of a post": {"update_id": 1, "edited_channel_post": in_channel("/start@OurBot")["channel_post"]},
    "message of a business": {"update_id": 1, "business_message": said("/start@OurBot")["message"]},
    "message of a guest": {"update_id": 1, "guest_message": said("/start@OurBot")["message"]},
    "reaction": {"update_id": 1, "message_reaction": {"chat": GROUP, "user": PERSON, "new_reaction": []}},
    "poll": said("", poll={"question": "@OurBot"}),
    "somebody who joins": said("", new_chat_members=[BOT]),
    "pinned message": said("", pinned_message=said("/start@OurBot")["message"]),
    "new title": said("", new_chat_title="/start@OurBot"),
    "group that becomes another": said("", migrate_to_chat_id=-5),
    "post of a channel to everybody": in_channel("Hello"),
    "private": said("/start", chat={"id": 1001, "type": "private"}),
    "chat of a new kind": said("/start", chat=GROUP | {"type": "hologram"}),
}


@pytest.mark.parametrize("update", MEANT.values(), ids=MEANT)
def test_meant_for_the_bot(update: dict[str, Any]) -> None:
    """Commands, mentions and replies of people in groups are meant for the bot."""
    assert is_meant(update, ME) is True


@pytest.mark.parametrize("update", NOT_MEANT.values(), ids=NOT_MEANT)
def test_not_meant_for_the_bot(update: dict[str, Any]) -> None:
    """All else is not: what people say to each other, other bots, edits, news of the chat, what is passed on."""
    assert is_meant(update, ME) is False


@pytest.mark.parametrize(
    "mark",
    [
        7,
        [],
        {},
        {"offset": 0},
        {"offset": "0", "length": 7},
        {"offset": -7, "length": 7},
        {"offset": 1 << 60, "length": 9},
    ],
)
def test_marks_that_are_none(mark: Any) -> None:  # noqa: ANN401 - any JSON
    """A mark that Telegram would not make marks nothing."""
    entities = [{"type": "mention", **mark}] if isinstance(mark, dict) else mark
    assert is_meant(said("Hi @OurBot", entities=entities), ME) is False


WORDS = st.sampled_from(["@OurBot", "/start", "mention", "text_mention", "OurBot", "\ud800", "group", "message"])

KEYS = st.sampled_from(
    ["message", "channel_post", "chat", "from", "type", "text", "entities", "caption", "offset", "length", "user",
     "username", "reply_to_message", "sender_chat", "id"]
)  # fmt: skip

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)


@given(JSON)
def test_any_json(update: Any) -> None:  # noqa: ANN401 - any JSON
    """Any JSON can be asked about."""
    assert is_meant({"message": {"chat": GROUP, "from": PERSON, "text": "Hi @OurBot", "entities": update}}, ME) in {
        True,
        False,
    }
    assert (is_meant(update, ME), is_talk(update), topic_of(update)) is not None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"is_topic_message": True, "message_thread_id": 7}, 7),
        ({"message_thread_id": 7}, None),
        ({"is_topic_message": True}, None),
        ({"is_topic_message": True, "message_thread_id": True}, None),
        ({"is_topic_message": True, "message_thread_id": "7"}, None),
    ],
)
def test_topic(fields: dict[str, Any], expected: int | None) -> None:
    """A topic has a number; that of a thread of replies elsewhere is none."""
    assert topic_of(said("/start", **fields)) == expected


@pytest.fixture
def group(sandbox: Sandbox) -> Group:
    """Make a group in which the bot sees all."""
    return sandbox.group("Us", supergroup=True)


def answers(chat: Group | Person) -> list[str]:
    """Give what the bot has said."""
    return [message.text for message in chat.messages if message.sender == "bot"]


def link(sandbox: Sandbox) -> str:
    """Give what stands in an answer to a group."""
    return f"https://t.me/{sandbox.bot_user['username']}"


async def kept(database: Database) -> str:
    """Write out all that was heard."""
    return json.dumps([row.body for row in await database.rows(select(INBOX.c.body))])


async def test_talk_of_a_group(bot: Bot, sandbox: Sandbox, database: Database, anna: Person, group: Group) -> None:
    """Thirty messages of a group, with edits, stickers and a new title, bring no reply; and none of it is kept."""
    for number in range(30):
        await group.says(anna, f"Secret {number}, says @somebody")
    await group.edits(anna, group.messages[3].message_id, "Secret again")
    await group.sends(anna, "sticker")
    await bot.settled(await group.sends(anna, "photo", caption="Secret photo"))
    update = await group.says(anna, f"Hi @{sandbox.bot_user['username']}")
    await bot.settled(update)
    assert ([True], False) == ([link(sandbox) in text for text in answers(group)], "Secret" in await kept(database))


@pytest.mark.parametrize("text", ["/queue", "/export", "/mydata", "/start@{me}", "/overview"])
async def test_commands_show_nothing(bot: Bot, sandbox: Sandbox, anna: Person, group: Group, text: str) -> None:
    """For any command by anybody, the group gets the link and no more."""
    await bot.settled(await group.says(anna, text.format(me=sandbox.bot_user["username"].upper())))
    (answer,) = answers(group)
    assert (
        answer == f"What is written in a group is not private, so I take no answers here. Write to me: {link(sandbox)}"
    )
    assert [] == answers(anna)


async def test_bots_are_not_answered(bot: Bot, sandbox: Sandbox, anna: Person, group: Group) -> None:
    """Another bot, which may answer each answer, hears nothing."""
    other = sandbox.person("Other", username="other_bot", is_bot=True)
    await bot.settled(await group.says(other, f"/start@{sandbox.bot_user['username']}"))
    await bot.settled(await group.says(anna, "/help"))
    assert 1 == len(answers(group))


async def test_answer_in_a_topic(bot: Bot, sandbox: Sandbox, group: Group) -> None:
    """In a forum the answer goes to the topic in which the bot was asked."""
    body = said("/start", chat=group.chat.body, is_topic_message=True, message_thread_id=7)
    await bot.settled(sandbox.raw_update({"message": body["message"]}))
    (call,) = [call for call in sandbox.calls if call.method == "sendMessage"]
    assert ("7", str(group.chat_id)) == (call.params["message_thread_id"], call.params["chat_id"])


async def test_answer_in_a_channel(bot: Bot, sandbox: Sandbox) -> None:
    """A channel whose admins mention the bot gets the link; its other posts are no matter of the bot's."""
    channel = Group(sandbox.world, Chat(CHANNEL, started=True))
    sandbox.world.chats[CHANNEL["id"]] = channel.chat
    await bot.settled(sandbox.raw_update(in_channel("Dear readers")))
    await bot.settled(sandbox.raw_update(in_channel("/start") | {"update_id": 900_000_000}))
    assert [True] == [link(sandbox) in text for text in answers(channel)]


async def test_thrown_out_and_taken_in_again(bot: Bot, sandbox: Sandbox, anna: Person, group: Group) -> None:
    """A group that throws the bot out while its answer waits, and takes it in again, is answered as before."""
    sandbox.faults.fail(403, method="sendMessage", chat_id=group.chat_id)
    await bot.settled(await group.says(anna, "/start"))
    sandbox.faults.clear()
    await bot.settled(await group.removes_bot(anna))
    await bot.settled(await group.adds_bot(anna))
    assert [] == answers(group)
    await bot.settled(await group.says(anna, "/help"))
    assert 1 == len(answers(group))


@pytest.mark.parametrize("told", [True, False])
async def test_group_that_was_stopped_once(
    bot: Bot,
    sandbox: Sandbox,
    database: Database,
    anna: Person,
    group: Group,
    told: bool,  # noqa: FBT001 - a parameter
) -> None:
    """A stop from before is taken away when the bot is taken in, or when somebody speaks to it there."""
    await Outbox(database).stop(group.chat_id, now())
    if told:
        await bot.settled(await group.adds_bot(anna))
        assert [] == await database.rows(select(STOPPED))
    await bot.settled(await group.says(anna, "/start"))
    assert ([], [True]) == (
        await database.rows(select(STOPPED)),
        [link(sandbox) in text for text in answers(group)],
    )


async def test_person_who_is_back(bot: Bot, database: Database, anna: Person) -> None:
    """A person who blocked the bot and is back gets the waiting messages before they write anything."""
    await bot.settled(await anna.says("one"))
    await bot.settled(await anna.blocks())
    assert [(anna.user_id,)] == [tuple(row) for row in await database.rows(select(STOPPED.c.chat_id))]
    await bot.settled(await anna.unblocks())
    assert [] == await database.rows(select(STOPPED))
