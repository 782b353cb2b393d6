// The buttons under a message: pressed by mouse and keyboard, spinning until the bot has answered.

import { act } from "./api.js";
import { h } from "./dom.js";
import { chatOf, state } from "./store.js";

/** Draw the inline keyboard of a message; none where it has none. */
export function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const busy = chatOf(state.me).busy;
  const drawnRows = rows.map((row, y) => h("div", { className: "row" }, row.map((button, x) => {
    const place = `${message.message_id}.${y}.${x}`;
    if (button.url) return link(button);
    const pressed = h("button", { type: "button", className: "key", "data-place": place, textContent: button.text });
    if (busy === place) pressed.setAttribute("aria-busy", "true");
    pressed.addEventListener("click", () => press(pressed, message, button.callback_data));
    return pressed;
  })));
  const all = h("div", { className: "keys", role: "group", "aria-label": "Buttons" }, drawnRows);
  all.addEventListener("keydown", walk);
  return all;
}

const link = (button) => /^https?:/i.test(button.url)
  ? h("a", { className: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", textContent: button.text })
  : h("span", { className: "key", textContent: button.text });

function press(button, message, data) {
  const chat = chatOf(state.me);
  chat.busy = button.dataset.place;
  button.setAttribute("aria-busy", "true");
  act("press", { user_id: state.me, message_id: message.message_id, data }).catch(() => {
    chat.busy = null;
    button.removeAttribute("aria-busy");
  });
}

/** Walk over the buttons of a keyboard with the arrow keys. */
function walk(event) {
  const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (!step) return;
  const keys = [...event.currentTarget.querySelectorAll(".key")];
  const next = keys[keys.indexOf(document.activeElement) + step];
  event.preventDefault();
  next?.focus();
}
