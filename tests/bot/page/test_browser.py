"""The page in a real browser, with a bot process that really gets killed."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import expect
from support.browser import Chat, bot_calls, findings

from bot.sandbox import Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

TWO_COLUMNS = 760
"""The width in pixels from which the list of people is beside the chat."""

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


async def test_message_that_waits_for_a_dead_bot(chat: Chat) -> None:
    """A message to a dead bot is marked as waiting, and no longer after the restart."""
    await chat.looks_behind()
    await chat.button("Kill, leave it dead").click()
    await expect(chat.page.locator("#process")).to_have_text("The bot is dead")
    await chat.says("/start")
    await expect(chat.log.get_by_role("img", name="waits for the bot")).to_be_visible()
    await chat.button("Start it again").click()
    await expect(chat.log.get_by_role("img", name="heard by the bot")).to_be_visible()
    await expect(chat.log.locator(".theirs")).to_contain_text("Section 1 of 16")


async def test_first_contact(newcomer: Chat) -> None:
    """A new person reads about their data, agrees with a press, and gets the first question."""
    await newcomer.says("/start")
    await newcomer.sees("Welcome. Before we begin", "The Example Foundation asks you")
    await newcomer.presses("Privacy")
    await newcomer.sees("What happens to what you write", "/forget")
    assert [] == await findings(newcomer)
    await newcomer.presses("I agree")
    await newcomer.sees("Section 1 of 16")


async def test_erased_chat(newcomer: Chat) -> None:
    """After a chat is deleted, only the last message remains, under one date."""
    await newcomer.says("/start")
    await newcomer.sees("Welcome. Before we begin")
    await newcomer.says("/forget")
    await newcomer.presses("Delete everything")
    await newcomer.sees("Everything is deleted.")
    await expect(newcomer.log.locator(".message")).to_have_count(1)
    await expect(newcomer.log.locator(".day:visible")).to_have_count(1)


async def test_markup_that_a_person_writes(chat: Chat) -> None:
    """Markup in a message, in a name and in an answer of the bot is shown as text and never runs."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await chat.says("<img src=x onerror=document.title='run'>")
    await expect(chat.log.locator(".theirs").last).to_contain_text("Saved: <img src=x onerror=document.title='run'>")
    await chat.button("New person").click()
    await chat.page.get_by_role("dialog").get_by_role("textbox").fill("<b>Eva</b>")
    await chat.button("Be this person").click()
    await expect(chat.page.locator("#status")).to_have_text("You: <b>Eva</b>")
    assert 0 == await chat.page.locator(".log img, #people b").count()


async def test_corrections_and_replies(chat: Chat) -> None:
    """Arrow up edits the last message, the menu edits any, and a reply shows the message that it answers."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await chat.says("Back on Trakc")
    await expect(chat.log.locator(".theirs")).to_have_count(2)
    await chat.text_field.press("ArrowUp")
    await expect(chat.text_field).to_have_value("Back on Trakc")
    await chat.says("Back on Track")
    mine = chat.log.locator(".mine").last
    await expect(mine).to_contain_text(re.compile(r"Back on Track.*edited"))
    await chat.text_field.press("ArrowUp")
    await chat.says("Back on Track  ")  # a correction that changes nothing to see is none
    await mine.get_by_role("button", name="More about this message").press("Enter")
    await expect(chat.page.get_by_role("menuitem")).to_have_text(["Reply", "Edit", "Copy text"])
    await chat.page.keyboard.press("Enter")
    await chat.says("What about this?")
    await expect(chat.log.locator(".mine").last.locator(".quote")).to_contain_text("Back on Track")


async def test_reply_by_keyboard(chat: Chat) -> None:
    """Ctrl and the arrow keys move the reply over the bot's messages; below the newest there is no reply."""
    bar, answered = chat.page.locator("#bar-text"), chat.log.locator(".answered")
    for number, text in enumerate(("/start", "Back on Track"), 1):
        await chat.says(text)
        await expect(chat.log.locator(".theirs")).to_have_count(number)
    for key, words in (("ArrowUp", "Saved: Back on Track"), ("ArrowUp", "Welcome."), ("ArrowUp", "Welcome.")):
        await chat.text_field.press(f"Control+{key}")
        await expect(bar).to_contain_text(words)
        await expect(answered).to_contain_text(words)
    for _ in range(2):
        await chat.text_field.press("Control+ArrowDown")
    await expect(bar).to_be_hidden()
    await expect(answered).to_have_count(0)


async def test_hint_at_the_composer(chat: Chat) -> None:
    """Coordinators see how to comment by replying, and the button for it; practitioners do not."""
    hint = chat.page.locator("#hint")
    await expect(hint).to_be_hidden()
    await chat.becomes("Cora Coordinator")
    await expect(hint).to_contain_text("reply to its message")
    await chat.says("/queue")
    await expect(chat.log.get_by_role("button", name="Reply", exact=True).last).to_have_css("opacity", "1")


async def test_old_keyboard(chat: Chat) -> None:
    """A button of an old message still works, and the bot says that it is old."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await chat.says("Back on Track")
    await expect(chat.log.locator(".theirs")).to_have_count(2)
    await chat.log.locator(".theirs").first.get_by_role("button", name="Overview").click()
    await expect(chat.log.get_by_text("not started").first).to_be_visible()
    await expect(chat.log.locator("[aria-busy]")).to_have_count(0)


async def test_commands_menu_by_keyboard(chat: Chat) -> None:
    """A slash opens the commands of this person; typing narrows the list, Enter sends the marked one."""
    await chat.text_field.press("/")
    options = chat.page.get_by_role("option")
    await expect(options.first).to_contain_text("/start")
    await chat.text_field.press_sequentially("over")
    await expect(options).to_have_count(1)
    await chat.text_field.press("Enter")
    await expect(chat.log.locator(".mine")).to_contain_text("/overview")


async def test_what_is_unread(chat: Chat, operator: Sandbox) -> None:
    """A message in another chat counts as unread there until it is read; Alt and an arrow key lead to it."""
    await operator.person("Somebody Else").says("I agree")
    await expect(chat.page.get_by_role("img", name="New messages: 1")).to_be_visible()
    await expect(chat.page).to_have_title("(1) Practice bot")
    await chat.page.keyboard.press("Alt+ArrowDown")
    await expect(chat.log.locator(".theirs")).to_contain_text("Section 1 of 16")
    await expect(chat.page).to_have_title("Practice bot")


async def test_message_below_what_is_read(chat: Chat, operator: Sandbox) -> None:
    """A person who reads further up stays there, and a button leads to the new messages."""
    for number in range(2):
        await chat.says(f"/start {number}")
        await expect(chat.log.locator(".theirs")).to_have_count(number + 1)
    await chat.log.evaluate("(log) => { log.scrollTop = 0 }")
    await bot_calls(operator, chat, "sendMessage", text="News")
    await expect(chat.log.locator(".theirs")).to_have_count(3)
    assert 0 == await chat.log.evaluate("(log) => log.scrollTop")
    await chat.button("To the newest message").click()
    await expect(chat.button("To the newest message")).to_have_count(0)


async def test_half_written_words(chat: Chat) -> None:
    """Unsent text stays with its person, also while another one is chosen and after a reload."""
    await chat.text_field.fill("Half a sen")
    await chat.becomes("Ada Admin")
    await expect(chat.text_field).to_have_value("")
    await chat.text_field.fill("Half an order")
    await chat.page.reload()
    await expect(chat.text_field).to_have_value("Half an order")
    await chat.becomes(chat.person.name)
    await expect(chat.text_field).to_have_value("Half a sen")


async def test_files_up_and_down(chat: Chat, operator: Sandbox, tmp_path: Path) -> None:
    """A dropped file goes up with its caption; a document of the bot can be downloaded, its photo is shown."""
    data = await chat.page.evaluate_handle(
        "() => { const data = new DataTransfer(); data.items.add(new File(['words'], 'leaflet.txt')); return data; }"
    )
    for event in ("dragenter", "drop"):
        await chat.page.locator("#chat").dispatch_event(event, {"dataTransfer": data})
    await expect(chat.page.locator("#bar")).to_contain_text("leaflet.txt5 bytes")
    await chat.says("A leaflet")
    await expect(chat.log.locator(".mine")).to_contain_text("leaflet.txt")
    assert b"words" == chat.person.messages[0].document.content  # type: ignore[union-attr] # fails as it should
    await bot_calls(operator, chat, "sendPhoto", photo=PICTURE)
    await bot_calls(operator, chat, "sendDocument", document=b"the form")
    shown = chat.log.get_by_role("img", name="Photo")
    await expect(shown).to_have_js_property("naturalWidth", 1)
    assert b"the form" == await chat.saved(chat.log.get_by_role("link", name="document.docx"), tmp_path)


async def test_bot_that_is_typing(chat: Chat, operator: Sandbox) -> None:
    """The page shows that the bot is typing, from the chat action to the message."""
    await chat.person.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await bot_calls(operator, chat, "sendChatAction", action="typing")
    await expect(chat.log.get_by_label("is typing")).to_be_visible()
    await chat.says("Back on Track")
    await expect(chat.log.locator(".theirs")).to_have_count(2)
    await expect(chat.log.get_by_label("is typing")).to_have_count(0)


async def test_refused_calls_and_faults(chat: Chat) -> None:
    """A flood is shown as a fault, the refused call is marked, and the answer still comes."""
    await chat.looks_behind()
    await chat.button("Flood 429: wait 2 seconds").click()
    await expect(chat.page.locator("#faults")).to_have_text("429 for 2 s, once")
    await chat.says("/start")
    await expect(chat.page.locator(".calls .refused").first).to_contain_text("sendMessage")
    await expect(chat.log.locator(".theirs")).to_contain_text("Section 1 of 16")


async def test_accessibility(chat: Chat) -> None:
    """The list, the chat and the panel have no serious axe finding, in any colours and at any width."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    assert [[], []] == [await seen_in(chat, 390, "dark"), await seen_in(chat, 1280, "light")]


async def seen_in(chat: Chat, width: int, colours: Literal["light", "dark"]) -> list[str]:
    """Check the list, the chat with its open menu, and the panel."""
    await chat.page.emulate_media(color_scheme=colours)
    await chat.page.set_viewport_size({"width": width, "height": 844})
    await chat.text_field.fill("")
    await chat.text_field.press("/")
    found = await findings(chat)
    await chat.text_field.press("Escape")
    await chat.looks_behind()
    found += await findings(chat)
    await chat.button("Behind the scenes").click()
    if width < TWO_COLUMNS:
        await chat.button("Back to the chats").click()
        found += await findings(chat)
        await chat.becomes(chat.person.name)
    return found
