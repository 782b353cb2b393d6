"""Buttons with colours, buttons that copy, and the bot's keyboard for a contact, in a real browser."""

import json
from typing import Literal

import pytest
from playwright.async_api import expect
from support.browser import Chat, bot_calls, findings

from bot.sandbox import Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

STYLES = ("danger", "success", "primary")

ASK = {
    "keyboard": [[{"text": "Choose a person", "request_users": {"request_id": 1}}], ["Cancel"]],
    "input_field_placeholder": "A name or a number",
}


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_colours_of_buttons(chat: Chat, operator: Sandbox, colours: Literal["light", "dark"]) -> None:
    """Each colour is another one, and its label can be read in light and in dark."""
    await chat.page.emulate_media(color_scheme=colours)
    keys = [[{"text": style, "callback_data": "0|0||pick", "style": style} for style in STYLES]]
    await bot_calls(operator, chat, "sendMessage", text="Sure?", reply_markup=json.dumps({"inline_keyboard": keys}))
    await expect(chat.log.locator(".key")).to_have_count(3)
    shown = await chat.page.evaluate(
        "() => [...document.querySelectorAll('.key')].map((key) => getComputedStyle(key).backgroundColor)"
    )
    assert 3 == len(set(shown))
    assert [] == await findings(chat)


async def test_button_that_copies(chat: Chat, operator: Sandbox) -> None:
    """A copying button puts its text on the clipboard and sends nothing to the bot."""
    await chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keys = [[{"text": "Copy the reference", "copy_text": {"text": "RAN-2026-0001"}}]]
    await bot_calls(operator, chat, "sendMessage", text="Here.", reply_markup=json.dumps({"inline_keyboard": keys}))
    await chat.presses("Copy the reference")
    await expect(chat.page.locator("#toasts")).to_have_text("Copied.")
    assert "RAN-2026-0001" == await chat.page.evaluate("() => navigator.clipboard.readText()")
    await expect(chat.log.locator("[aria-busy]")).to_have_count(0)


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_contact_that_is_chosen(chat: Chat, operator: Sandbox, colours: Literal["light", "dark"]) -> None:
    """The keyboard of the bot lists the people of the sandbox, shares the chosen one, and goes away again."""
    await chat.page.emulate_media(color_scheme=colours)
    await chat.page.set_viewport_size({"width": 390, "height": 844})
    keyboard = chat.page.get_by_role("group", name="Keyboard of the bot")
    await expect(keyboard).to_be_hidden()
    await bot_calls(operator, chat, "sendMessage", text="Who?", reply_markup=json.dumps(ASK))
    await expect(keyboard.get_by_role("button")).to_have_text(["Choose a person", "Cancel"])
    await expect(chat.page.locator("#text")).to_have_attribute("placeholder", "A name or a number")
    await keyboard.get_by_role("button", name="Choose a person").press("Enter")
    assert [] == await findings(chat)
    await chat.page.get_by_role("menuitem", name="Ben Example").press("Enter")
    await expect(chat.log.locator(".mine").last).to_contain_text("Contact: Ben Example")
    await bot_calls(operator, chat, "sendMessage", text="Thanks.", reply_markup=json.dumps({"remove_keyboard": True}))
    await expect(keyboard).to_be_hidden()
    await expect(chat.page.locator("#text")).to_have_attribute("placeholder", "Message")


async def test_label_of_the_bots_keyboard(chat: Chat, operator: Sandbox) -> None:
    """A plain button of the bot's keyboard sends its label."""
    await bot_calls(operator, chat, "sendMessage", text="Who?", reply_markup=json.dumps(ASK))
    await chat.button("Cancel").last.click()
    await expect(chat.log.locator(".mine").last).to_contain_text("Cancel")
