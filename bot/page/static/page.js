// The page: passes the news to all parts, and keeps the chosen person in the address.

import { listen } from "./api.js";
import { changeOver, edit, openComposer, reply, resume, say } from "./composer.js";
import { ask, isBoxOpen } from "./dialog.js";
import { $, drawIcons, h, storage, toast } from "./dom.js";
import { drawList, newPerson } from "./list.js";
import { showReplyKeyboard } from "./keys.js";
import { openLog, remark, update } from "./log.js";
import { drawPanel, openPanel } from "./panel.js";
import { chatOf, learn, me, readAll, state } from "./store.js";
import { t, translatePage } from "./words.js";

const BANNERS = {
  stopped: t("The bot is dead. You can still write: your messages wait for it."),
  starting: t("The bot is starting. Your messages wait for it."),
  running: "",
};
const acts = { reply, edit, say: (text) => say(text).catch(() => {}) };
const BESIDE = "(min-width: 68.75em)"; // from this width on the panel has a place of its own
const TWO_COLUMNS = "(min-width: 47.5em)";
const app = $("app");
const kept = storage("localStorage");

/** Choose a person. */
function choose(userId) {
  const before = state.me;
  state.me = userId;
  if (before !== userId) changeOver(before);
  history.replaceState(null, "", `#${userId}`);
  app.dataset.view = "chat";
  show();
  if (matchMedia("(hover: hover)").matches) $("text").focus();
}

function show() {
  openLog(acts);
  drawHead();
  seen();
}

function seen() {
  const inView = app.dataset.view !== "list" || matchMedia(TWO_COLUMNS).matches;
  if (inView && !document.hidden) readAll(chatOf(state.me));
  drawList(choose);
}

let keyboardShown = null; // a redrawn key would lose the focus

function drawHead() {
  const person = me();
  const role = person?.role ? `, ${t(person.role)}` : "";
  $("status").replaceChildren(...(person ? [`${t("You")}: `, h("bdi", { textContent: person.name }), role] : []));
  app.dataset.desk = String(person?.role === "coordinator");
  $("hint").hidden = person?.role !== "coordinator";
  const banner = BANNERS[state.process.state];
  if ($("banner").textContent !== banner) $("banner").textContent = banner;
  $("banner").dataset.state = state.process.state;
  if (keyboardShown !== chatOf(state.me).keyboard) showReplyKeyboard(acts.say);
  keyboardShown = chatOf(state.me).keyboard;
  app.dataset.ready = String(state.process.state === "running");
}

function heard(news) {
  const before = { me: state.me, waiting: state.waiting };
  learn(news);
  const changed = news.chats[state.me];
  if (news.first || before.me !== state.me) show();
  else {
    update(changed, acts);
    remark(before.waiting, acts);
    drawHead();
    seen();
  }
  for (const notice of changed?.notices ?? []) if (!news.first) tell(notice);
  drawPanel(news);
  if (news.first) resume();
}

const tell = (notice) => (notice.alert ? ask(notice.text, { cancel: false }) : toast(notice.text));

function lost() {
  $("banner").textContent = t("The demo does not answer. This page tries again.");
  $("banner").dataset.state = "lost";
  app.dataset.ready = "false";
}

function showPanel(wanted) {
  app.dataset.panel = wanted ? "open" : "closed";
  $("to-panel").setAttribute("aria-expanded", String(wanted));
  $("panel").inert = !wanted;
}

/** Open or close the panel, and remember that for the next visit. */
function togglePanel() {
  const wanted = app.dataset.panel !== "open";
  showPanel(wanted);
  if (wanted && !matchMedia(BESIDE).matches) $("panel").focus(); // it covers the chat
  kept?.setItem("panel", app.dataset.panel);
}

/** Move through the people with Alt and the arrow keys. */
function walk(event) {
  if (isBoxOpen()) return;
  const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const inPanel = $("panel").contains(document.activeElement) || document.activeElement === $("to-panel");
  if (event.key === "Escape" && app.dataset.panel === "open" && inPanel) {
    togglePanel();
    $("to-panel").focus();
  }
  if (!step) return;
  event.preventDefault();
  const next = state.people[state.people.findIndex((person) => person.user_id === state.me) + step];
  if (next) choose(next.user_id);
}

function toList() {
  app.dataset.view = "list";
  drawList(choose);
  $("people").querySelector("[aria-current]")?.focus();
}

translatePage();
drawIcons();
openPanel();
openComposer();
showPanel(kept?.getItem("panel") === "open");
if (state.me) app.dataset.view = "chat";
$("chat").addEventListener("pointerdown", () => { app.dataset.view = "chat"; });
$("chat").addEventListener("focusin", () => { app.dataset.view = "chat"; });
$("to-list").addEventListener("click", toList);
$("to-panel").addEventListener("click", togglePanel);
$("new-person").addEventListener("click", () => newPerson(choose).catch(() => {}));
document.addEventListener("keydown", walk);
document.addEventListener("visibilitychange", seen);
listen(heard, lost);
