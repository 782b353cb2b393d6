"""The looks of the page: positions, sizes, pictures and times, in a real browser."""

import asyncio
import re
import struct
import zlib
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Route, expect
from support.browser import Chat, bot_calls, findings, opened_page

from bot.sandbox import Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

PHONE, SMALL_PHONE, DESK = (390, 844), (320, 568), (1280, 800)
LONG = "Vulnerable youth and youth engagement in preventing and countering violent extremism"
CHOICES = [[f"{number} {LONG if number % 5 == 0 else 'Prison and probation'}"] for number in range(18)]
KEYBOARD = [*CHOICES, ["Done"], ["Back", "Overview"]]

BOX = "(node) => node.getBoundingClientRect().toJSON()"
DRAWN = "() => new Promise((drawn) => { new ResizeObserver(drawn).observe(document.body); })"
TO_GO = "(log) => log.scrollHeight - log.scrollTop - log.clientHeight"
SMALL = """() => [...document.querySelectorAll("a, button, input, textarea, summary, [role=option]")].filter((node) => {
  const { width, height } = node.getBoundingClientRect();
  return node.checkVisibility({ visibilityProperty: true }) && (width < 24 || height < 24);
}).map((node) => node.outerHTML)"""
CUT = """(log) => {
  const { bottom } = log.getBoundingClientRect();
  const edge = log.querySelector(".message:last-of-type .last").getBoundingClientRect();
  const rows = [...log.querySelectorAll(".message:last-of-type .keys > .row")];
  const places = rows.map((row) => row.getBoundingClientRect());
  const cut = places.filter((row) => row.top < edge.top - 1 && row.bottom > edge.top + 1);
  return [cut.length, edge.bottom <= bottom + 1];
}"""
HIDDEN_FOCUS = """(log) => {
  const hidden = [];
  for (const key of log.querySelectorAll(".message:last-of-type .key")) {
    key.focus();
    const { left, width, top, bottom } = key.getBoundingClientRect();
    for (const y of [top + 2, bottom - 2]) {
      if (document.elementFromPoint(left + width / 2, y) !== key) hidden.push(key.textContent);
    }
  }
  return hidden;
}"""
PRESS = """(log) => [...log.querySelectorAll(".key")].find((key) => key.textContent === "Overview").click()"""
PRESS_AFTER_A_SCROLL = f"(log) => {{ log.scrollTop = 200; ({PRESS})(log); }}"
PRESS_IN_A_SCROLL = f"""(log) => new Promise((ended) => {{
  log.addEventListener("scrollend", ended, {{ once: true }});
  log.addEventListener("scroll", () => ({PRESS})(log), {{ once: true }});
  log.scrollTo({{ top: 400, behavior: "smooth" }});
}})"""
TOO_WIDE = """() => [...document.querySelectorAll("html, .log, .bubble, .key, .bar, #toasts, .people ul")].filter(
  (node) => node.checkVisibility() && node.scrollWidth > node.clientWidth).map((node) => node.outerHTML)"""


def picture(width: int, height: int) -> bytes:
    """Draw a grey PNG."""
    lines = (b"\0" + b"\x88" * width) * height
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


async def box(state: Locator) -> dict[str, float]:
    """Return the position and size of an element."""
    measured: dict[str, float] = await state.evaluate(BOX)
    return measured


async def top_of(state: Locator) -> float:
    """Return how far down an element is on the screen."""
    return (await box(state))["top"]


async def resize(chat: Chat, size: tuple[int, int]) -> None:
    """Resize the window; wait until the page has noticed it."""
    await chat.page.set_viewport_size({"width": size[0], "height": size[1]})
    await drawn(chat)


async def drawn(chat: Chat) -> None:
    """Wait until the browser has drawn the changes and has told the page."""
    for _ in range(2):
        await chat.page.evaluate(DRAWN)


async def test_picture_that_comes_late(chat: Chat, operator: Sandbox) -> None:
    """The chat ends at the bot's reply when its picture has loaded; a person who reads further up stays there."""
    seen = asyncio.Event()

    async def late(route: Route) -> None:
        await seen.wait()
        await route.continue_()

    await resize(chat, PHONE)
    await chat.page.route("**/control/file*", late)
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    for number in range(3):
        await bot_calls(operator, chat, "sendPhoto", photo=picture(300, 400), caption=f"Picture {number}")
    await expect(chat.log.locator(".photo")).to_have_count(3)
    seen.set()
    for shown in await chat.log.locator("img").all():
        await expect(shown).to_have_js_property("naturalHeight", 400)
    await chat.page.wait_for_function("() => document.querySelectorAll('.log img')[2].offsetHeight > 200")
    await drawn(chat)
    assert 1 > await chat.log.evaluate(TO_GO)
    seen.clear()
    await chat.log.evaluate("(log) => { log.scrollTop = 50 }")
    await bot_calls(operator, chat, "sendPhoto", photo=picture(300, 400))
    await expect(chat.log.locator(".photo")).to_have_count(4)
    seen.set()
    assert 50 == await chat.log.evaluate("(log) => log.scrollTop")


async def test_picture_that_opens_large(chat: Chat, operator: Sandbox) -> None:
    """A picture opens large by mouse and keyboard; Escape and a click close it, and the focus goes back."""
    await bot_calls(operator, chat, "sendPhoto", photo=picture(1440, 2560), caption="How the collection goes")
    thumbnail, large = chat.log.locator(".photo"), chat.page.locator("#picture-shown")
    shown = chat.page.get_by_role("dialog", name="Picture")
    await expect(thumbnail.locator("img")).to_have_js_property("naturalWidth", 1440)
    for size in (DESK, PHONE, SMALL_PHONE):
        await resize(chat, size)
        small = await box(thumbnail.locator("img"))
        await thumbnail.click()
        await expect(large).to_have_js_property("naturalWidth", 1440)
        wide = await box(large)
        assert wide["width"] > 1.4 * small["width"]
        assert wide["right"] <= size[0]
        await expect(shown).to_be_visible()
        await chat.page.keyboard.press("Escape")
        await expect(shown).to_be_hidden()
        await expect(thumbnail).to_be_focused()
    await thumbnail.press("Enter")
    assert [] == await findings(chat)
    await large.click(position={"x": 5, "y": 60})
    await expect(shown).to_be_hidden()
    await expect(thumbnail).to_be_focused()
    await thumbnail.press("Enter")
    await chat.button("Close").click()
    await expect(thumbnail).to_be_focused()


async def test_toasts(chat: Chat, operator: Sandbox) -> None:
    """Only one toast shows at a time, in its own place: no button moves or is covered, and it disappears."""
    await chat.page.clock.install()
    await bot_calls(operator, chat, "sendMessage", text="Choose", reply_markup=KEYBOARD)
    last = chat.log.locator(".key").last
    toasts = chat.page.locator("#toasts p")
    for size in (PHONE, DESK):
        await resize(chat, size)
        for where in ("log.scrollHeight", "300", "0"):
            await chat.log.evaluate(f"(log) => {{ log.scrollTop = {where} }}")
            await drawn(chat)
            key = chat.log.locator(".key").nth(8)
            before = [await top_of(key), await top_of(last)]
            await toast(chat, "Saved")
            await toast(chat, "Choose exactly two themes. " * 7)
            await expect(toasts).to_have_count(1)
            await drawn(chat)
            line, log = await box(toasts), await box(chat.log)
            assert line["bottom"] <= log["top"]
            assert pytest.approx(before, abs=1) == [await top_of(key), await top_of(last)]
            await chat.page.clock.run_for(20_000)
            await expect(toasts).to_have_count(0)
            await drawn(chat)
            assert pytest.approx(before, abs=1) == [await top_of(key), await top_of(last)]
    await resize(chat, PHONE)
    await chat.button("Back to the chats").click()
    await toast(chat, "The demo cannot be reached.")
    await expect(toasts).to_be_visible()
    assert (await box(toasts))["bottom"] <= (await box(chat.page.locator("#people button").first))["top"]


async def toast(chat: Chat, text: str) -> None:
    """Show a toast, as a notice of the bot does."""
    await chat.page.evaluate("(text) => import('/page/dom.js').then((dom) => dom.toast(text))", text)


async def test_boxes_that_want_an_answer(chat: Chat) -> None:
    """Two questions at once come one after the other, and the arrow keys do not change the person under them."""
    ask = "(title) => { import('/page/dialog.js').then((dialog) => dialog.ask(title, { cancel: false })); }"
    for title in ("First", "Second"):
        await chat.page.evaluate(ask, title)
    heading = chat.page.locator("#dialog-title")
    await expect(heading).to_have_text("First")
    await chat.page.keyboard.press("Alt+ArrowUp")
    await chat.button("OK").click()
    await expect(heading).to_have_text("Second")
    await chat.button("OK").press("Enter")
    await expect(chat.page.get_by_role("dialog")).to_be_hidden()
    await expect(chat.page.locator("#status")).to_contain_text(chat.person.name)


async def test_chosen_and_pressed(chat: Chat, operator: Sandbox) -> None:
    """A chosen button looks chosen, also for screen readers; a pressed or hovered one does not."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await chat.says("Back on Track")
    await chat.says("/overview")
    done = chat.log.get_by_role("button", name="✓ 1. Name of the practice").first
    await expect(done).to_be_visible()
    await bot_calls(operator, chat, "sendMessage", text="Choose", reply_markup=[["✓ Families"], ["Formers"], ["Youth"]])
    chosen, pressed, other = (chat.log.get_by_role("button", name=name) for name in ("✓ Families", "Formers", "Youth"))
    await expect(chosen).to_have_attribute("aria-pressed", "true")
    await pressed.click()
    await expect(chat.log.locator("[aria-busy]")).to_have_count(0)
    looks = [await one.evaluate("(key) => getComputedStyle(key).background") for one in (pressed, other, done, chosen)]
    assert looks[0] == looks[1] == looks[2] != looks[3]
    assert 1 == await chat.log.locator("[aria-pressed]").count()


async def test_sizes_of_controls(chat: Chat, operator: Sandbox) -> None:
    """Every control is at least 24 pixels wide and high, in each view and at each width."""
    text = "Press /help, read example.org, write to eva@example.org or ring +45 33 11 55 00"
    await chat.says(text)
    await bot_calls(
        operator,
        chat,
        "sendMessage",
        text="<tg-spoiler>?</tg-spoiler>",
        parse_mode="HTML",
        reply_markup=[["1", "2", "3"]],
    )
    await bot_calls(operator, chat, "sendDocument", document=b"the form")
    await bot_calls(operator, chat, "sendPhoto", photo=picture(1, 1))
    await expect(chat.log.locator(".theirs .photo")).to_have_count(1)
    found = []
    for size in (SMALL_PHONE, PHONE, (768, 1024), DESK):
        await resize(chat, size)
        await chat.page.set_input_files("#file", {"name": "a.png", "mimeType": "image/png", "buffer": b"a"})
        found += await chat.page.evaluate(SMALL)
        await chat.button("Cancel").click()
        await chat.button("Commands").click()
        found += await chat.page.evaluate(SMALL)
        await chat.button("Commands").click()
        await chat.log.get_by_role("button", name="More about this message").last.click()
        found += await chat.page.evaluate(SMALL)
        await chat.page.keyboard.press("Escape")
        await chat.looks_behind()
        found += await chat.page.evaluate(SMALL)
        await chat.button("Behind the scenes").click()
        if size[0] < 760:
            await chat.button("Back to the chats").click()
        await chat.button("New person").click()
        found += await chat.page.evaluate(SMALL)
        await chat.button("Cancel").last.click()
        await chat.becomes(chat.person.name)
    assert [] == found


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
async def test_last_row_of_buttons(chat: Chat, operator: Sandbox, size: tuple[int, int]) -> None:
    """On a phone no row is cut at the lower edge: the last rows stay in view, whatever is below the chat."""
    await resize(chat, size)
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await bot_calls(operator, chat, "sendMessage", text="Which two themes fit best?", reply_markup=KEYBOARD)
    await expect(chat.log.locator(".theirs")).to_have_count(2)
    await expect(chat.log.get_by_text("Which two themes fit best?")).to_be_in_viewport()
    await expect(chat.button("Done")).to_be_in_viewport(ratio=1)
    assert [0, True] == await chat.log.evaluate(CUT)
    await expect(chat.button("To the newest message")).to_be_visible()
    await chat.button("To the newest message").click()
    assert 1 > await chat.log.evaluate(TO_GO)
    assert [] == await chat.log.evaluate(HIDDEN_FOCUS)
    assert 1 > await chat.log.evaluate(TO_GO)
    await chat.text_field.fill("A line\n" * 4)
    await expect(chat.button("Overview").last).to_be_in_viewport(ratio=1)
    await chat.page.set_input_files("#file", {"name": "a.png", "mimeType": "image/png", "buffer": b"a"})
    await expect(chat.button("Overview").last).to_be_in_viewport(ratio=1)
    assert 1 > await chat.log.evaluate(TO_GO)


@pytest.mark.parametrize("press", [PRESS, PRESS_AFTER_A_SCROLL, PRESS_IN_A_SCROLL], ids=["at rest", "after", "in"])
async def test_answer_to_a_press_further_up(chat: Chat, operator: Sandbox, press: str) -> None:
    """The answer to a press is shown from its beginning, wherever the button was, also during or after a scroll."""
    await press_further_up(chat, operator, press)
    await expect(chat.log.get_by_text("Not started: 1-16")).to_be_in_viewport()


@pytest.mark.parametrize("press", [PRESS, PRESS_IN_A_SCROLL], ids=["at rest", "in"])
async def test_scroll_after_a_press(chat: Chat, operator: Sandbox, press: str) -> None:
    """A person who presses a button and then scrolls away stays there when the answer comes."""
    await press_further_up(chat, operator, f"async (log) => {{ await ({press})(log); log.scrollTop = 300; }}")
    assert 300 == await chat.log.evaluate("(log) => log.scrollTop")


async def press_further_up(chat: Chat, operator: Sandbox, press: str) -> None:
    """Press Overview above a long list; the bot gets the press when the chat has stopped scrolling."""
    still = asyncio.Event()

    async def later(route: Route) -> None:
        await still.wait()
        await route.continue_()

    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await bot_calls(operator, chat, "sendMessage", text="Which two themes fit best?", reply_markup=KEYBOARD)
    await expect(chat.log.locator(".theirs")).to_have_count(2)
    await chat.log.evaluate("(log) => { log.scrollTop = 0 }")
    await drawn(chat)
    await chat.page.route("**/control/press", later)
    await chat.log.evaluate(press)
    await drawn(chat)
    still.set()
    await expect(chat.log.locator(".theirs")).to_have_count(3)


async def test_place_where_one_reads(chat: Chat, operator: Sandbox) -> None:
    """A person who reads further up stays there when the panel opens, a file is added or the window is resized."""
    for _ in range(2):
        await bot_calls(operator, chat, "sendMessage", text="Choose", reply_markup=KEYBOARD)
    await expect(chat.log.locator(".theirs")).to_have_count(2)
    await chat.log.evaluate("(log) => { log.scrollTop = 300 }")
    await chat.looks_behind()
    await chat.page.set_input_files("#file", {"name": "a.png", "mimeType": "image/png", "buffer": b"a"})
    await resize(chat, (1280, 600))
    assert 300 == await chat.log.evaluate("(log) => log.scrollTop")
    await bot_calls(operator, chat, "sendMessage", text="News")
    await expect(chat.log.locator(".theirs")).to_have_count(3)
    assert 300 == await chat.log.evaluate("(log) => log.scrollTop")


async def test_where_unread_messages_begin(chat: Chat, operator: Sandbox) -> None:
    """A line marks the first unread message, and the chat opens there."""
    await chat.says("/start")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    await chat.becomes("Ada Admin")
    for number in range(30):
        await bot_calls(operator, chat, "sendMessage", text=f"News {number}")
    await expect(chat.page.get_by_role("img", name="New messages: 30")).to_be_visible()
    await chat.becomes(chat.person.name)
    await expect(chat.log.locator(".fresh + .message")).to_contain_text("News 0")
    await expect(chat.log.locator(".fresh")).to_be_in_viewport()
    await chat.says("Thank you")
    await expect(chat.log.locator(".fresh")).to_have_count(0)


async def test_panel_that_is_closed_at_first(chat: Chat) -> None:
    """Behind the scenes is closed at first at every width, and stays as the person left it, also after a reload."""
    toggle, panel = chat.button("Behind the scenes"), chat.page.locator("#panel")
    for size in (DESK, (768, 1024), PHONE):
        await resize(chat, size)
        await expect(panel).to_be_hidden()
        await expect(toggle).to_have_attribute("aria-expanded", "false")
    await resize(chat, DESK)
    await toggle.click()
    await resize(chat, PHONE)
    await expect(panel).to_be_visible()
    await chat.page.reload()
    await expect(panel).to_be_visible()
    await toggle.focus()
    await chat.page.keyboard.press("Escape")
    await expect(panel).to_be_hidden()
    await resize(chat, DESK)
    await expect(panel).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", ("%-I:%M %p", "1.5 KB", r"[A-Z]\w+day, \w+ \d+", r"\d+:\d\d:\d\d [AP]M")),
        ("da", ("%H.%M", "1,5 KB", r"[a-z]+dag (den )?\d+\. [a-z]+", r"\d\d\.\d\d\.\d\d")),
        ("de", ("%H:%M", "1,5 KB", r"\w+, \d+\. \w+", r"\d\d:\d\d:\d\d")),
    ],
)
async def test_times_in_a_language(
    foreigner: Chat, operator: Sandbox, language: str, expected: tuple[str, str, str, str]
) -> None:
    """Times, dates and numbers are in the browser's language, in the chat, the list and the panel."""
    clock, size, day, called = expected
    await bot_calls(operator, foreigner, "sendDocument", document=b"x" * 1536)
    await expect(foreigner.log.locator(".file small")).to_have_text(size)
    sent = datetime.fromtimestamp(foreigner.person.messages[-1].date)  # noqa: DTZ006 - as the browser does
    shown = await texts(foreigner, ".log time", "#people [aria-current] time", ".day", "#calls time")
    assert [f"{sent:{clock}}"] * 2 == shown[:2]
    assert re.fullmatch(day, shown[2])
    assert re.fullmatch(called, shown[3])
    assert language == await foreigner.log.locator("time").get_attribute("lang")


@pytest.mark.parametrize("language", ["fr-BE"])
async def test_bot_speaks_the_language_of_the_browser(foreigner: Chat) -> None:
    """A French browser gets a French talk, as an app of Telegram does."""
    await foreigner.says("/start")
    await foreigner.sees("Bienvenue. Avant de commencer")
    await foreigner.presses("J’accepte")
    await foreigner.sees("Section 1 sur 16")


@pytest.mark.parametrize("language", ["fr-BE"])
async def test_page_speaks_the_language_of_the_browser(foreigner: Chat) -> None:
    """The page's own words are French, too; what is behind the scenes stays English and says so to screen readers."""
    page = foreigner.page
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await expect(page.get_by_role("button", name="Envoyer")).to_be_visible()
    await expect(page.locator("#text")).to_have_attribute("placeholder", "Message")
    await expect(page.locator("#new-person")).to_have_text("Nouvelle personne")
    await expect(page.locator("#panel")).to_have_attribute("lang", "en")
    await expect(page.locator("#process")).to_contain_text("The bot is running")


@pytest_asyncio.fixture(loop_scope="module")
async def foreigner(browser: Browser, operator: Sandbox, language: str) -> AsyncIterator[Chat]:
    """Open the page in a browser with some language."""
    person = operator.person(f"Reader of {language}")
    async with opened_page(browser, f"{operator.base_url}/#{person.user_id}", person, locale=language) as chat:
        await chat.ready()
        yield chat
        assert [] == chat.troubles


async def texts(chat: Chat, *places: str) -> Sequence[str]:
    """Return the texts of some elements, with plain spaces."""
    found = [await chat.page.locator(state).first.text_content() for state in places]
    return [re.sub(r"\s", " ", text or "") for text in found]


async def test_words_of_every_kind(chat: Chat, operator: Sandbox) -> None:
    """Long words, addresses and labels stay inside on a small phone, and Hebrew runs from right to left."""
    word = "x" * 300
    operator.person("נועה " + word)
    await resize(chat, SMALL_PHONE)
    await chat.says(f"{word}\nשלום עולם\nhttps://example.org/{word}")
    await expect(chat.log.locator(".theirs")).to_have_count(1)
    rows = [[word[:60]], ["Overview", "Summary", "Withdraw"], ["שלום", "Back"]]
    await bot_calls(operator, chat, "sendMessage", text=f"שלום עולם\n{word}", reply_markup=rows)
    await drop_named(chat, f"{word}.txt")
    await toast(chat, word)
    await expect(chat.log.locator(".theirs .keys").last).to_be_visible()
    assert [] == await chat.page.evaluate(TOO_WIDE)
    labels = chat.log.locator(".theirs").last.locator(".row").nth(1).locator(".key")
    heights = {round((await box(label))["height"]) for label in await labels.all()}
    assert {41} == heights
    await expect(chat.log.locator(".theirs .words").last).to_have_css("unicode-bidi", "plaintext")
    await expect(chat.log.locator(".key", has_text="שלום")).to_have_css("direction", "rtl")
    await chat.button("Back to the chats").click()
    assert [] == await chat.page.evaluate(TOO_WIDE)


async def drop_named(chat: Chat, name: str) -> None:
    """Add a file with some name."""
    await chat.page.set_input_files("#file", {"name": name, "mimeType": "text/plain", "buffer": b"a"})


async def test_menu_of_a_message(chat: Chat) -> None:
    """The menu of a message gives the focus back to its button, and stays beside it when the chat scrolls."""
    await chat.says("Words\n" * 60)
    more = chat.log.locator(".mine").get_by_role("button", name="More about this message")
    await chat.page.context.grant_permissions(["clipboard-write"])
    await more.press("Enter")
    await chat.page.get_by_role("menuitem", name="Copy text").press("Enter")
    await expect(more).to_be_focused()
    await more.press("Enter")
    menu = chat.page.get_by_role("menu")
    await drawn(chat)
    before = await top_of(menu) - await top_of(more)
    await chat.log.evaluate("(log) => { log.scrollTop -= 100 }")
    await drawn(chat)
    assert before == await top_of(menu) - await top_of(more)
