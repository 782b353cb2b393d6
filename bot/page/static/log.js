// The talk that is open: messages are added, redrawn and taken out as they change; nothing else is touched.

import { $, dayOf, h, icon } from "./dom.js";
import { drawn } from "./message.js";
import { chatOf, fromBot, state } from "./store.js";

const NEAR = 120; // pixels from the end in which one still follows the talk

const newer = h("button", {
  type: "button", className: "round newer", hidden: true, "aria-label": "To the newest message", on: { click: () => toEnd() },
}, icon("down"));
let log = null;
let shownFor = null;
let typingOver = 0;

/** Show the talk of the chosen person; a new element, so that screen readers say only what comes after. */
export function openLog(acts) {
  log = h("div", { className: "log", role: "log", tabIndex: 0, "aria-label": "Messages", "aria-live": "polite" });
  shownFor = state.me;
  for (const message of chatOf(state.me).messages.values()) append(message, acts);
  $("logs").replaceChildren(log, newer);
  log.addEventListener("scroll", () => { if (atEnd()) newer.hidden = true; }, { passive: true });
  newer.hidden = true;
  if (!log.children.length) log.append(welcome(acts));
  showTyping();
  toEnd();
}

/** Take in what has changed in the open talk. */
export function update(changed, acts) {
  if (shownFor !== state.me || !log) return;
  const following = atEnd();
  const held = focusInside();
  log.querySelector(".welcome")?.remove();
  for (const number of changed?.deleted ?? []) nodeOf(number)?.remove();
  const added = (changed?.messages ?? []).filter((message) => put(message, acts));
  showTyping();
  if (!log.querySelector(".message")) log.replaceChildren(welcome(acts));
  giveBack(held);
  if (following || added.some((message) => !fromBot(message))) follow(added.at(-1));
  else if (added.length) newer.hidden = false;
}

/** Go to the end, or to the beginning of a message that is longer than the window. */
function follow(message) {
  const node = message && nodeOf(message.message_id);
  toEnd();
  if (node && fromBot(message) && node.offsetHeight > log.clientHeight) log.scrollTop = node.offsetTop - 12;
}

/** Draw again what hangs on the state of things: the marks of messages that waited, the buttons that spun. */
export function remark(waitedBefore, acts) {
  const changed = [...waitedBefore, ...state.waiting].filter((number) => waitedBefore.has(number) !== state.waiting.has(number));
  for (const number of changed) {
    const message = chatOf(state.me).messages.get(number);
    if (message && nodeOf(number)) nodeOf(number).querySelector(".foot").replaceWith(drawn(message, acts).querySelector(".foot"));
  }
  if (chatOf(state.me).busy === null) {
    for (const key of log?.querySelectorAll("[aria-busy]") ?? []) key.removeAttribute("aria-busy");
  }
}

const nodeOf = (number) => log.querySelector(`.message[data-id="${number}"]`);
const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
export const toEnd = () => log && (log.scrollTop = log.scrollHeight);

/** Put a message in its place; say whether it is a new one. */
function put(message, acts) {
  const there = nodeOf(message.message_id);
  if (!there) {
    append(message, acts).classList.add("new");
    return true;
  }
  const fresh = drawn(message, acts);
  fresh.classList.toggle("same", there.classList.contains("same"));
  there.replaceWith(fresh);
  return false;
}

function append(message, acts) {
  const node = drawn(message, acts);
  const before = [...log.querySelectorAll(".message")].at(-1);
  const previous = before && chatOf(state.me).messages.get(Number(before.dataset.id));
  const day = dayOf(message.date);
  if (!previous || dayOf(previous.date) !== day) log.append(h("p", { className: "day", textContent: day }));
  else if (fromBot(previous) === fromBot(message)) node.classList.add("same");
  log.append(node);
  return node;
}

/** Show which message is being replied to; none where there is none. */
export function markAnswered(message) {
  log?.querySelector(".answered")?.classList.remove("answered");
  const node = message && nodeOf(message.message_id);
  node?.classList.add("answered");
  node?.scrollIntoView({ block: "nearest" });
}

function welcome(acts) {
  const begin = h("button", { type: "button", className: "filled", textContent: "Start", on: { click: () => acts.say("/start") } });
  return h("div", { className: "welcome" },
    h("p", { textContent: "Here a practitioner submits a practice to the RAN Collection, one question at a time." }), begin);
}

/** Show that the bot is at work, for as long as Telegram would. */
function showTyping() {
  log.querySelector(".typing")?.remove();
  clearTimeout(typingOver);
  if (!state.typing.has(state.me)) return;
  const dots = h("p", { className: "typing", "aria-label": `${state.bot.name} is typing` }, h("i"), h("i"), h("i"));
  log.append(dots);
  typingOver = setTimeout(() => dots.remove(), 5000);
}

/** Remember what had the focus: a pressed button is redrawn with its message. */
function focusInside() {
  const active = document.activeElement;
  return log.contains(active) && active !== log ? { place: active.dataset.place, id: active.closest(".message")?.dataset.id } : null;
}

function giveBack(held) {
  if (!held || log.contains(document.activeElement)) return;
  const again = held.place && log.querySelector(`[data-place="${held.place}"]`);
  const nearest = nodeOf(held.id)?.querySelector(".key, .more");
  (again || nearest || $("text")).focus({ preventScroll: true });
}
