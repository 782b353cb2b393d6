// The open chat: messages are added, redrawn and removed as they change; nothing else is touched.

import { $, day, dayOf, h, icon } from "./dom.js";
import { drawn } from "./message.js";
import { chatOf, firstUnread, fromBot, state } from "./store.js";
import { t } from "./words.js";

const NEAR = 120; // pixels from the end in which one still follows the chat
const EDGE = 8; // and in which one is at the end
const MOST = 0.4; // of the window, which the last buttons may take where they stay in view
const NEWEST = ".message:not(:has(~ .message))";
const GAP = 12; // pixels above a message that is read from its beginning

const newer = h("button", {
  type: "button", className: "round newer", hidden: true, "aria-label": t("To the newest message"), on: { click: () => { toEnd(); log.focus({ preventScroll: true }); } },
}, icon("down"));
let log = null;
let shownFor = null;
let typingOver = 0;
let answered = null; // the message that is being replied to
let put = 0; // the scroll position as far as this page knows; any other position is the person's own scroll
let isScrolling = false;
let pressedInScroll = false; // then that scroll began before the press, and its answer is shown all the same
let held = null; // "end" while the chat stays at its end, "start" at the beginning of a long message, else null
let frame = { top: 0, bottom: 0 }; // position of the chat window on the screen

/** Show the chat of the chosen person, in a new element, so that screen readers read only later messages. */
export function openLog(acts) {
  log = h("div", { className: "log", role: "log", tabIndex: 0, "aria-label": t("Messages"), "aria-live": "polite" });
  shownFor = state.me;
  const unread = firstUnread(chatOf(state.me));
  for (const message of chatOf(state.me).messages.values()) {
    if (message === unread) log.append(h("p", { className: "fresh", textContent: t("New messages") }));
    append(message, acts);
  }
  $("logs").replaceChildren(log, newer);
  isScrolling = pressedInScroll = false;
  log.addEventListener("scroll", () => { isScrolling = true; scrolled(); }, { passive: true });
  log.addEventListener("scrollend", () => { isScrolling = pressedInScroll = false; });
  log.addEventListener("click", clicked, true); // before the button hears of it
  log.addEventListener("load", keep, true); // a picture has its height only now
  if (!log.children.length) log.append(welcome(acts));
  showTyping();
  showFrom(log.querySelector(".fresh") ?? newestFromBot());
}

function scrolled() {
  if (log.scrollTop === put) return;
  if (isResized() && toGo() < 1) return keep(); // nobody has scrolled: the window has grown
  put = log.scrollTop;
  if (!pressedInScroll) chatOf(state.me).awaited = false;
  held = toGo() <= EDGE ? "end" : null;
  newer.hidden = held === "end";
}

function clicked() {
  scrolled(); // the browser may tell of an earlier scroll only after the press
  pressedInScroll = isScrolling;
}

/** Keep the reading position or the end in view, whatever grows or shrinks. */
function keep() {
  const moved = $("logs").getBoundingClientRect().top - frame.top;
  const mayBeMoved = isResized(); // by the browser, at the end of a window that has grown
  frame = $("logs").getBoundingClientRect();
  if (!log) return;
  if (held === "end") toEnd();
  else place((mayBeMoved && toGo() < 1 ? put : log.scrollTop) + moved);
}

function isResized() {
  const { top, bottom } = $("logs").getBoundingClientRect();
  return top !== frame.top || bottom !== frame.bottom;
}

new ResizeObserver(keep).observe($("logs"));

/** Apply the changes in the open chat. */
export function update(changed, acts) {
  if (shownFor !== state.me || !log) return;
  scrolled(); // the browser tells of it a little later
  const following = held !== null || toGo() < NEAR || chatOf(state.me).awaited;
  const focus = focusInside();
  log.querySelector(".welcome")?.remove();
  for (const number of changed?.deleted ?? []) nodeOf(number)?.remove();
  const added = (changed?.messages ?? []).filter((message) => draw(message, acts));
  showTyping();
  if (!log.querySelector(".message")) log.replaceChildren(welcome(acts));
  giveBack(focus);
  const mine = added.some((message) => !fromBot(message));
  if (mine) log.querySelector(".fresh")?.remove();
  if (added.length && (following || mine)) showFrom(newestFromBot());
  else keep();
  if (added.some(fromBot)) chatOf(state.me).awaited = false;
}

/** Scroll to the end, but not past the beginning of an unread message. */
function showFrom(node) {
  toEnd();
  if (node && node.offsetTop - GAP < log.scrollTop) {
    place(node.offsetTop - GAP);
    place(log.scrollTop - cutOff());
    held = toGo() <= EDGE ? "end" : "start";
  }
}

/** Update the marks of waiting messages and of waiting buttons. */
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

/** Measure how much of a partly hidden row of buttons to show. */
function cutOff() {
  const edge = log.querySelector(`${NEWEST} .last`)?.getBoundingClientRect().top;
  const rows = [...log.querySelectorAll(`${NEWEST} .keys > .row`)].map((row) => row.getBoundingClientRect());
  const cut = rows.find((row) => row.top < edge && row.bottom > edge);
  return cut ? edge - cut.top : 0;
}

const nodeOf = (number) => log.querySelector(`.message[data-id="${number}"]`);
const newestFromBot = () => log.querySelector(`${NEWEST}.theirs`);
const toGo = () => log.scrollHeight - log.scrollTop - log.clientHeight;

function toEnd() {
  place(log.scrollHeight);
  held = "end";
}

function place(where) {
  log.scrollTop = where;
  put = log.scrollTop;
  const high = log.querySelector(`${NEWEST} .last`)?.offsetHeight ?? 0;
  const stays = high < log.clientHeight * MOST;
  log.classList.toggle("roomy", stays);
  log.style.scrollPaddingBottom = `${(stays ? high : 0) + GAP}px`; // what has the focus is not under what stays
  newer.hidden = toGo() <= EDGE;
}

/** Draw a message in its place; return whether it is new. */
function draw(message, acts) {
  const there = nodeOf(message.message_id);
  if (!there) {
    append(message, acts).classList.add("new");
    return true;
  }
  const fresh = marked(message, acts);
  fresh.classList.toggle("same", there.classList.contains("same"));
  there.replaceWith(fresh);
  return false;
}

function marked(message, acts) {
  const node = drawn(message, acts);
  node.classList.toggle("answered", message.message_id === answered);
  return node;
}

function append(message, acts) {
  const node = marked(message, acts);
  const before = [...log.querySelectorAll(".message")].at(-1);
  const previous = before && chatOf(state.me).messages.get(Number(before.dataset.id));
  if (!previous || dayOf(previous.date) !== dayOf(message.date)) log.append(day(message.date));
  else if (fromBot(previous) === fromBot(message)) node.classList.add("same");
  log.append(node);
  return node;
}

/** Mark the message that the reply is for, if there is one. */
export function markAnswered(message) {
  log?.querySelector(".answered")?.classList.remove("answered");
  answered = message?.message_id ?? null;
  const node = log && message && nodeOf(answered);
  node?.classList.add("answered");
  node?.scrollIntoView({ block: "nearest" });
}

function welcome(acts) {
  const begin = h("button", { type: "button", className: "filled", textContent: t("Start"), on: { click: () => acts.say("/start") } });
  return h("div", { className: "welcome" },
    h("p", { textContent: t("Here a practitioner submits a practice to the RAN Collection, one question at a time.") }), begin);
}

/** Show that the bot is typing, for as long as Telegram would. */
function showTyping() {
  log.querySelector(".typing")?.remove();
  clearTimeout(typingOver);
  if (!state.typing.has(state.me)) return;
  const dots = h("p", { className: "typing", "aria-label": t("{bot} is typing", { bot: state.bot.name }) }, h("i"), h("i"), h("i"));
  log.append(dots);
  typingOver = setTimeout(() => dots.remove(), 5000);
}

/** Remember the focus, because a pressed button is redrawn with its message. */
function focusInside() {
  const active = document.activeElement;
  return log.contains(active) && active !== log ? { place: active.dataset.place, id: active.closest(".message")?.dataset.id } : null;
}

function giveBack(focus) {
  if (!focus || log.contains(document.activeElement)) return;
  const again = focus.place && log.querySelector(`[data-place="${focus.place}"]`);
  const nearest = nodeOf(focus.id)?.querySelector(".key, .more");
  (again || nearest || $("text")).focus({ preventScroll: true });
}
