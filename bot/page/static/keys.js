// The buttons under a message: pressed by mouse and keyboard; they show that they wait until the bot has answered.
// And the bot's keyboard in place of the phone's, over the message field.

import { act } from "./api.js";
import { $, copied, h } from "./dom.js";
import { openMenu } from "./menu.js";
import { chatOf, state } from "./store.js";
import { t } from "./words.js";

const CHOSEN = "✓ ";
const FEW = 3; // rows that stay in view together
const PARTS_OF_A_SECTION = 4; // callback data of an option ends with its index; a finished section has the same sign and none

/** Draw the inline keyboard of a message, if it has one. */
export function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const busy = chatOf(state.me).busy;
  const drawnRows = rows.map((row, y) => h("div", { className: "row" }, row.map((button, x) => {
    const place = `${message.message_id}.${y}.${x}`;
    if (button.url) return link(button);
    const pressed = h("button", { type: "button", className: "key", dir: "auto", "data-place": place, textContent: button.text });
    keepWhole(pressed, button.text);
    if (isChosen(button)) pressed.setAttribute("aria-pressed", "true");
    if (busy === place) pressed.setAttribute("aria-busy", "true");
    if (button.style) pressed.dataset.style = button.style;
    pressed.addEventListener("click", () => (button.copy_text ? copied(button.copy_text.text) : press(pressed, message, button.callback_data)));
    return pressed;
  })));
  const end = drawnRows.length > FEW ? 2 : drawnRows.length; // under a list of choices these are Done, Back and Overview
  const all = h("div", { className: "keys", role: "group", "aria-label": t("Buttons") },
    drawnRows.slice(0, -end), h("div", { className: "last" }, drawnRows.slice(-end)));
  all.addEventListener("keydown", walk);
  return all;
}

const isChosen = ({ text, callback_data: data = "" }) => text.startsWith(CHOSEN) && data.split("|").length !== PARTS_OF_A_SECTION;

/** Put a button on its own line if its longest word would break. */
function keepWhole(key, label) {
  key.style.setProperty("--letters", Math.max(...label.split(/\s/).map((word) => word.length)));
}

function link(button) {
  const made = /^https?:/i.test(button.url)
    ? h("a", { className: "key", dir: "auto", href: button.url, target: "_blank", rel: "noopener noreferrer", textContent: button.text })
    : h("span", { className: "key", dir: "auto", textContent: button.text });
  keepWhole(made, button.text);
  return made;
}

function press(button, message, data) {
  const chat = chatOf(state.me);
  chat.busy = button.dataset.place;
  chat.awaited = true;
  button.setAttribute("aria-busy", "true");
  act("press", { user_id: state.me, message_id: message.message_id, data }).catch(() => {
    chat.busy = null;
    button.removeAttribute("aria-busy");
  });
}

/** Show the keyboard that the bot has put in place of the phone's; `say` sends the label of a plain button. */
export function showReplyKeyboard(say) {
  const shown = chatOf(state.me).keyboard;
  $("reply-keys").hidden = !shown;
  $("text").placeholder = shown?.input_field_placeholder ?? t("Message");
  $("reply-keys").replaceChildren(...(shown?.keyboard ?? []).flat().map((given) => {
    const button = typeof given === "string" ? { text: given } : given;
    const key = h("button", { type: "button", className: "key", dir: "auto", textContent: button.text });
    if (button.request_users) key.setAttribute("aria-haspopup", "menu");
    key.addEventListener("click", () => (button.request_users ? openMenu(key, people()) : say(button.text)));
    return key;
  }));
}

const people = () => state.people.map(({ name, user_id: chosen }) =>
  [name, () => act("share", { user_id: state.me, people: [chosen] }).catch(() => {})]);

/** Move over the buttons of a keyboard with the arrow keys. */
function walk(event) {
  const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (!step) return;
  const keys = [...event.currentTarget.querySelectorAll(".key")];
  const next = keys[keys.indexOf(document.activeElement) + step];
  event.preventDefault();
  next?.focus();
}
