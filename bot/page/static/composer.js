// The message field: writing, answering, correcting, files, commands. What cannot be sent comes back into the field.

import { act, base64 } from "./api.js";
import { closeCommands, commandsKey, showCommands } from "./commands.js";
import { $, sizeOf } from "./dom.js";
import { takeDrops } from "./drops.js";
import { markAnswered } from "./log.js";
import { chatOf, fromBot, state, textOf } from "./store.js";

const LARGEST = 20 * 1024 ** 2; // what a bot can download
const STEPS = { ArrowUp: -1, ArrowDown: 1 };
const IDLE = { reply: null, edit: null, file: null };

const drafts = new Map();
let doing = { ...IDLE };

/** Send a text as the chosen person. */
export const say = (text, replyTo = null) => act("say", { user_id: state.me, text, reply_to: replyTo });

export const reply = (message) => begin({ reply: message }, "Reply", textOf(message) || "A file");

export function edit(message) {
  begin({ edit: message }, "Edit", textOf(message));
  write(textOf(message));
}

export function takeFile(file) {
  if (!file) return;
  begin({ file, reply: doing.reply }, file.name || "picture.png", sizeOf(file.size) + (file.size > LARGEST ? ", more than a bot can take" : ""));
  $("as-photo").hidden = !/^image\/(jpeg|png|gif)$/.test(file.type);
}

/** Change over to another person: what was half written is kept for each. */
export function changeOver(before) {
  drafts.set(before, $("text").value);
  stop();
  write(drafts.get(state.me) ?? "");
}

function begin(what, title, text) {
  doing = { ...IDLE, ...what };
  $("bar-title").textContent = title;
  $("bar-text").textContent = text.slice(0, 200);
  $("bar").hidden = false;
  $("as-photo").hidden = true;
  markAnswered(what.reply);
  $("text").focus();
}

function stop() {
  if (doing.edit) write("");
  doing = { ...IDLE };
  markAnswered(null);
  $("bar").hidden = true;
  $("file").value = "";
}

export function write(text) {
  $("text").value = text;
  grow();
}

function grow() {
  const field = $("text");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, innerHeight * 0.4)}px`;
  $("send").disabled = !field.value.trim() && !doing.file;
}

async function send(event) {
  event?.preventDefault();
  const text = $("text").value;
  const what = doing;
  if (!text.trim() && !what.file) return;
  closeCommands();
  doing = { ...IDLE };
  stop();
  write("");
  try {
    await sent(text, what);
  } catch {
    if (what.reply || what.file) doing = what;
    if (!$("text").value) write(text);
  }
}

async function sent(text, { reply: answered, edit: corrected, file }) {
  if (corrected) {
    if (text === textOf(corrected)) return;
    await act("edit", { user_id: state.me, message_id: corrected.message_id, text });
  } else if (file) {
    const photo = !$("as-photo").hidden && $("photo").checked;
    const fields = { name: file.name, caption: text, ...(answered ? { reply_to: answered.message_id } : {}) };
    await act("send", { user_id: state.me, kind: photo ? "photo" : "document", fields, content: await base64(file) });
  } else await say(text, answered?.message_id ?? null);
}

function key(event) {
  if (commandsKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  else if (event.key === "Escape" && !$("bar").hidden) stop();
  else if (event.ctrlKey && STEPS[event.key]) replyFurther(event);
  else if (event.key === "ArrowUp" && !$("text").value) editLast(event);
}

function editLast(event) {
  const own = [...chatOf(state.me).messages.values()].filter((message) => !fromBot(message) && textOf(message));
  if (!own.length) return;
  event.preventDefault();
  edit(own.at(-1));
}

/** Walk over the bot's messages to the one that is replied to; below the newest there is none. */
function replyFurther(event) {
  event.preventDefault();
  const theirs = [...chatOf(state.me).messages.values()].filter(fromBot);
  const from = theirs.findIndex((message) => message.message_id === doing.reply?.message_id);
  const next = (from < 0 ? theirs.length : from) + STEPS[event.key];
  if (theirs[next]) reply(theirs[next]);
  else if (next >= theirs.length) stop();
}

/** Bring the field to life. */
export function openComposer() {
  $("composer").addEventListener("submit", send);
  $("text").addEventListener("keydown", key);
  $("text").addEventListener("input", () => {
    grow();
    showCommands($("text").value, chosen);
  });
  $("text").addEventListener("blur", () => setTimeout(closeCommands, 150));
  $("text").addEventListener("paste", (event) => takeFile(event.clipboardData.files[0]));
  $("bar-close").addEventListener("click", () => { stop(); $("text").focus(); });
  $("menu").addEventListener("click", () => { $("text").focus(); write("/"); showCommands("/", chosen); });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => takeFile($("file").files[0]));
  takeDrops($("chat"), takeFile);
  grow();
}

function chosen(command) {
  write("");
  say(command).catch(() => write(command));
}
