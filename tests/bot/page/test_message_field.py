"""Files and unsent text in the message field, in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import JSHandle, expect
from support.browser import Chat

pytestmark = pytest.mark.asyncio(loop_scope="module")

LARGE = 21 << 20
"""The size in bytes of a file that a bot cannot download."""

DATA = """(files) => {
  const data = new DataTransfer();
  for (const [name, content, type] of files) {
    data.items.add(new File([typeof content === "number" ? new Uint8Array(content) : content], name, { type }));
  }
  return data;
}"""
PASTE = """(data) => document.activeElement.dispatchEvent(
  new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))"""


async def files(chat: Chat, *named: tuple[str, str | int, str]) -> JSHandle:
    """Make a transfer of files: for each its name, its content or its size, and its type."""
    return await chat.page.evaluate_handle(DATA, [list(one) for one in named])


async def drops(chat: Chat, data: Any, where: str = "#chat") -> None:  # noqa: ANN401 - a handle, or what one gives
    """Drop files on a part of the page."""
    for event in ("dragenter", "dragover", "drop"):
        await chat.page.locator(where).dispatch_event(event, {"dataTransfer": data})


@pytest.mark.slow
async def test_file_without_words(chat: Chat, tmp_path: Path) -> None:
    """A file without text is sent with the button; then there is nothing left to send."""
    (tmp_path / "leaflet.txt").write_text("words", encoding="utf-8")
    send = chat.button("Send")
    await expect(send).to_be_disabled()
    await chat.page.set_input_files("#file", tmp_path / "leaflet.txt")
    await send.click()
    await expect(chat.log.locator(".mine")).to_contain_text("leaflet.txt")
    await expect(send).to_be_disabled()
    await expect(chat.page.locator("#bar")).to_be_hidden()
    await chat.page.set_input_files("#file", tmp_path / "leaflet.txt")
    await chat.button("Cancel").click()
    await expect(send).to_be_disabled()


@pytest.mark.slow
async def test_several_files(chat: Chat) -> None:
    """Dropped files, also beside the chat, and pasted files go one by one, the text with the first."""
    await drops(chat, await files(chat, ("one.txt", "1", ""), ("two.txt", "22", "")), where="#people")
    await chat.text_field.focus()
    await chat.page.evaluate(PASTE, await files(chat, ("three.txt", "333", "")))
    await expect(chat.page.locator("#bar")).to_have_text("Files: 3one.txt, two.txt, three.txt as a photo")
    await chat.says("Our leaflets")
    await expect(chat.log.locator(".mine .file strong")).to_have_text(["one.txt", "two.txt", "three.txt"])
    await expect(chat.log.locator(".mine .words")).to_have_text(["Our leaflets"])


@pytest.mark.slow
async def test_pictures_as_photos(chat: Chat) -> None:
    """Pictures go as photos unless the person wants files; among other files they go as files."""
    as_photo = chat.page.get_by_label("as a photo")
    picture = ("desk.png", "a", "image/png")
    for pictures, wanted in (([picture], True), ([picture], False), ([picture, ("leaflet.txt", "b", "")], None)):
        await drops(chat, await files(chat, *pictures))
        if wanted is None:
            await expect(as_photo).to_be_hidden()
        else:
            await as_photo.set_checked(wanted)
        await chat.button("Send").click()
    await expect(chat.log.locator(".mine")).to_have_count(4)
    await expect(chat.log.locator(".mine .photo")).to_have_count(1)


@pytest.mark.slow
async def test_file_that_is_too_large(chat: Chat) -> None:
    """A file that is too large for a bot is marked so, goes without its content, and the bot says what to do."""
    data = await files(chat, ("film.mov", LARGE, "video/quicktime"))
    await drops(chat, data)
    await expect(chat.page.locator("#bar-text")).to_have_text("21 MB, more than a bot can take")
    await chat.button("Send").click()
    await expect(chat.log.locator(".mine .file")).to_have_text("film.mov21 MB, not kept in this demo")
    await expect(chat.log.get_by_role("link")).to_have_count(0)
    assert b"" == chat.person.messages[0].document.content  # type: ignore[union-attr] # fails as it should


async def test_enter_on_a_phone(chat: Chat) -> None:
    """With an on-screen keyboard, Enter begins a new line, and the keyboard says so; Ctrl and Enter send."""
    hint = "(field) => field.enterKeyHint"
    assert "send" == await chat.text_field.evaluate(hint)
    devtools = await chat.page.context.new_cdp_session(chat.page)
    await devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    await chat.text_field.press_sequentially("One\nTwo")
    await expect(chat.text_field).to_have_value("One\nTwo")
    assert "enter" == await chat.text_field.evaluate(hint)
    await chat.text_field.press("Control+Enter")
    await expect(chat.log.locator(".mine .words")).to_have_text("One\nTwo")


@pytest.mark.slow
async def test_file_that_cannot_be_sent(chat: Chat) -> None:
    """An empty file is refused; an unreadable or failed one comes back with its text."""
    toast, bar = chat.page.locator("#toasts"), chat.page.locator("#bar-title")
    await drops(chat, await files(chat, ("empty.txt", "", "")))
    await expect(toast).to_have_text("empty.txt is empty. Choose another file.")
    await expect(bar).to_be_hidden()
    await drops(chat, await files(chat, ("leaflet.txt", "words", "")))
    await chat.page.route("**/control/send", lambda route: route.abort())
    await chat.says("A leaflet")
    await expect(toast).to_have_text("The demo cannot be reached.")
    await expect(bar).to_have_text("leaflet.txt")
    await expect(chat.text_field).to_have_value("A leaflet")
    await chat.page.unroute("**/control/send")
    await chat.page.evaluate("() => { window.Reader = FileReader.prototype.readAsDataURL; }")
    await chat.page.evaluate(
        "() => { FileReader.prototype.readAsDataURL = function () { this.dispatchEvent(new Event('error')); }; }"
    )
    await chat.button("Send").click()
    await expect(toast).to_have_text("leaflet.txt cannot be read.")
    await chat.page.evaluate("() => { FileReader.prototype.readAsDataURL = window.Reader; }")
    await chat.button("Send").click()
    await expect(chat.log.locator(".mine")).to_contain_text("A leaflet")
    assert ["Failed to load resource: net::ERR_FAILED"] == chat.troubles
    chat.troubles.clear()


@pytest.mark.slow
async def test_file_for_a_dead_bot(chat: Chat) -> None:
    """A file to a dead bot waits for it, and later messages come after it."""
    await chat.looks_behind()
    await chat.button("Kill, leave it dead").click()
    await expect(chat.page.locator("#process")).to_have_text("The bot is dead")
    await drops(chat, await files(chat, ("leaflet.txt", 5 << 20, "")))
    await chat.button("Send").click()
    await chat.says("Words that are sent at once")
    await expect(chat.log.get_by_role("img", name="waits for the bot")).to_have_count(2)
    await expect(chat.log.locator(".mine").first).to_contain_text("leaflet.txt")
    await chat.button("Start it again").click()
    await expect(chat.log.get_by_role("img", name="heard by the bot")).to_have_count(2)


@pytest.mark.slow
async def test_paste_from_a_spreadsheet(chat: Chat) -> None:
    """Word and Excel copy a picture beside the text: the text is taken, and no file."""
    await chat.text_field.focus()
    picture = await files(chat, ("image.png", "cells", "image/png"))
    await chat.page.evaluate(PASTE, picture)
    await expect(chat.page.locator("#bar-title")).to_have_text("image.png")
    await chat.button("Cancel").click()
    await picture.evaluate("(data) => data.setData('text/plain', 'cells')")
    await chat.page.evaluate(PASTE, picture)
    await expect(chat.page.locator("#bar")).to_be_hidden()


@pytest.mark.slow
async def test_half_of_what_is_to_be_sent(chat: Chat) -> None:
    """Text, a file and a reply stay with their person while another person or a command is chosen."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await chat.log.get_by_role("button", name="Reply", exact=True).click()
    await drops(chat, await files(chat, ("leaflet.txt", "words", "")))
    await chat.text_field.fill("Half a sen")
    await chat.becomes("Ada Admin")
    await expect(chat.text_field).to_have_value("")
    await expect(chat.page.locator("#bar")).to_be_hidden()
    await chat.becomes(chat.person.name)
    await expect(chat.text_field).to_have_value("Half a sen")
    await expect(chat.page.locator("#bar-title")).to_have_text("leaflet.txt")
    await expect(chat.log.locator(".answered")).to_have_count(1)
    await chat.button("Commands").click()
    await chat.page.get_by_role("option", name="/help").click()
    await expect(chat.log.locator(".mine").last).to_contain_text("/help")
    await expect(chat.text_field).to_have_value("Half a sen")


@pytest.mark.slow
async def test_commands_by_finger(chat: Chat) -> None:
    """A finger that scrolls the commands chooses none; the button that opens the list closes it."""
    await chat.button("Commands").click()
    option = chat.page.get_by_role("option", name="/help")
    await option.dispatch_event("pointerdown", {"pointerType": "touch"})
    await option.dispatch_event("pointercancel", {"pointerType": "touch"})
    await expect(option).to_be_visible()
    await chat.button("Commands").click()
    await expect(option).to_be_hidden()
    await expect(chat.log.locator(".mine")).to_have_count(0)
