// The message field: text, replies, edits, files, commands. A message that fails comes back into the field.

import { act, base64 } from "./api.js";
import { closeCommands, commandsKey, showCommands, toggleCommands } from "./commands.js";
import { $, sizeOf, storage, toast } from "./dom.js";
import { takeDrops, takePastes } from "./drops.js";
import { markAnswered } from "./log.js";
import { chatOf, fromBot, LARGEST, nameOf, state, textOf } from "./store.js";
import { t } from "./words.js";

const PICTURE = /^image\/(jpeg|png|gif)$/;
const COMMAND = /^\/\w*$/;
const BORDERS = 3; // pixels of the field's two, which its scrollHeight leaves out
const STEPS = { ArrowUp: -1, ArrowDown: 1 };
const IDLE = { reply: null, edit: null, files: [] };

const BY_FINGER = matchMedia("(pointer: coarse)"); // there Enter is the only way to a new line

const kept = storage("sessionStorage");
const left = JSON.parse(kept?.getItem("drafts") ?? "[]"); // by the page before this one
kept?.removeItem("drafts");
const drafts = new Map();
let doing = IDLE;
let line = Promise.resolve(); // what is sent waits for what was sent before, so that a large file keeps its place

/** Send a text as the chosen person. */
export const say = (text) => act("say", { user_id: state.me, text });

export const reply = (message) => begin({ ...doing, edit: null, reply: message });

export function edit(message) {
  begin({ ...IDLE, edit: message });
  write(textOf(message));
}

/** Add files to the ones in the field; refuse a file that Telegram would refuse. */
function takeFiles(files) {
  const empty = files.find((file) => file.size === 0);
  if (empty) toast(t("{file} is empty. Choose another file.", { file: empty.name }));
  const full = files.filter((file) => file.size > 0);
  if (full.length) begin({ ...doing, edit: null, files: [...doing.files, ...full] });
}

/** Switch to another person; each keeps their unsent text and files. */
export function changeOver(before) {
  drafts.set(before, { text: $("text").value, doing });
  takeUp(drafts.get(state.me));
}

/** Restore the unsent text of the last visit; files cannot be restored. */
export function resume() {
  for (const [who, text] of left.splice(0)) comeBack({ ...IDLE, who, text });
}

/** Store the unsent text until the tab closes; not an edit, because it belongs to a message. */
function keepDrafts() {
  const all = [...drafts, [state.me, { text: $("text").value, doing }]];
  const written = new Map(all.filter(([, draft]) => draft.text && !draft.doing.edit).map(([who, { text }]) => [who, text]));
  kept?.setItem("drafts", JSON.stringify([...written]));
}

function takeUp({ text, doing: done } = { text: "", doing: IDLE }) {
  doing = done;
  showBar();
  write(text);
}

function begin(what) {
  doing = what;
  showBar();
  $("text").focus();
}

/** Show the reply, edit or files, and enable the Send button if there is something to send. */
function showBar() {
  const [title, text] = barOf(doing);
  $("bar-title").textContent = title;
  $("bar-text").textContent = text.slice(0, 200);
  $("bar").hidden = !title;
  $("as-photo").hidden = !doing.files.length || !doing.files.every(isPicture);
  markAnswered(doing.reply);
  grow();
}

function barOf({ reply: answered, edit: corrected, files }) {
  if (files.length === 1) return [files[0].name, sizeOf(files[0].size) + (isTooLarge(files[0]) ? `, ${t("more than a bot can take")}` : "")];
  if (files.length) return [t("Files: {count}", { count: files.length }), files.map((file) => file.name).join(", ")];
  if (answered) return [t("Reply"), textOf(answered) || nameOf(answered)];
  return corrected ? [t("Edit"), textOf(corrected)] : ["", ""];
}

const isTooLarge = (file) => file.size > LARGEST;
const isPicture = (file) => PICTURE.test(file.type) && !isTooLarge(file);

function stop() {
  if (doing.edit) write("");
  doing = IDLE;
  showBar();
}

export function write(text) {
  $("text").value = text;
  grow();
}

function grow() {
  const field = $("text");
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + BORDERS, innerHeight * 0.4)}px`;
  $("send").disabled = !field.value.trim() && !doing.files.length;
}

function send(event) {
  event?.preventDefault();
  if ($("send").disabled) return;
  const job = { ...doing, who: state.me, text: $("text").value, photo: $("photo").checked };
  closeCommands();
  takeUp();
  line = line.then(() => sent(job)).catch(() => comeBack(job));
}

/** Put unsent text back into the field of its person, before any newer text. */
function comeBack({ who, text, reply: answered, edit: corrected, files }) {
  const here = state.me === who;
  const now = here ? { text: $("text").value, doing } : drafts.get(who) ?? { text: "", doing: IDLE };
  const idle = !now.doing.reply && !now.doing.edit && !now.doing.files.length;
  const draft = {
    text: [text, now.text].filter(Boolean).join("\n"),
    doing: idle ? { reply: answered, edit: corrected, files } : now.doing,
  };
  if (here) takeUp(draft);
  else drafts.set(who, draft);
}

/** Send a job: the files one by one, the text with the first; the job keeps the rest. */
async function sent(job) {
  const { who, reply: answered, edit: corrected } = job;
  const replyTo = answered?.message_id ?? null;
  if (corrected) {
    if (job.text.trim() !== textOf(corrected)) await act("edit", { user_id: who, message_id: corrected.message_id, text: job.text });
  } else if (!job.files.length) {
    await act("say", { user_id: who, text: job.text, reply_to: replyTo });
  }
  while (job.files.length) {
    const [file, ...others] = job.files;
    const kind = isPicture(file) && job.photo && job.files.every(isPicture) ? "photo" : "document";
    const fields = { name: file.name, caption: job.text, ...(replyTo ? { reply_to: replyTo } : {}) };
    await act("send", { user_id: who, kind, ...(await contentOf(file, fields)) });
    Object.assign(job, { files: others, text: "" });
  }
}

/** Read a file; for one that is too large for the bot, its size is enough. */
async function contentOf(file, fields) {
  if (isTooLarge(file)) return { fields: { ...fields, size: file.size }, content: "" };
  try {
    return { fields, content: await base64(file) };
  } catch (error) {
    toast(t("{file} cannot be read.", { file: file.name })); // a folder, or a file that is gone
    throw error;
  }
}

function key(event) {
  if (commandsKey(event)) return;
  if (event.key === "Enter" && isToSend(event)) send(event);
  else if (event.key === "Escape" && !$("bar").hidden) stop();
  else if (event.ctrlKey && STEPS[event.key]) replyFurther(event);
  else if (event.key === "ArrowUp" && !$("text").value) editLast(event);
}

function isToSend(event) {
  if (event.isComposing || event.shiftKey) return false;
  return !BY_FINGER.matches || event.ctrlKey || event.metaKey;
}

function editLast(event) {
  const own = [...chatOf(state.me).messages.values()].filter((message) => !fromBot(message) && textOf(message));
  if (!own.length) return;
  event.preventDefault();
  edit(own.at(-1));
}

/** Move the reply up or down over the bot's messages; below the newest there is no reply. */
function replyFurther(event) {
  event.preventDefault();
  const theirs = [...chatOf(state.me).messages.values()].filter(fromBot);
  const from = theirs.findIndex((message) => message.message_id === doing.reply?.message_id);
  const next = (from < 0 ? theirs.length : from) + STEPS[event.key];
  if (theirs[next]) reply(theirs[next]);
  else if (next >= theirs.length) stop();
}

/** Connect the field to its events. */
export function openComposer() {
  $("composer").addEventListener("submit", send);
  $("text").addEventListener("keydown", key);
  $("text").addEventListener("input", () => {
    grow();
    showCommands($("text").value, chosen);
  });
  $("text").addEventListener("blur", closeCommands);
  $("bar-close").addEventListener("click", () => { stop(); $("text").focus(); });
  $("menu").addEventListener("click", () => { $("text").focus(); toggleCommands(chosen); });
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    takeFiles([...$("file").files]);
    $("file").value = ""; // the same file can be chosen again
  });
  takeDrops($("chat"), takeFiles);
  takePastes(takeFiles);
  addEventListener("pagehide", keepDrafts);
  document.addEventListener("visibilitychange", keepDrafts); // a phone may end a page that is hidden without a word
  BY_FINGER.addEventListener("change", labelEnter);
  labelEnter();
  grow();
}

/** Show on an on-screen keyboard what Enter does. */
function labelEnter() {
  $("text").enterKeyHint = BY_FINGER.matches ? "enter" : "send";
}

/** Send a chosen command; remove a half-written command from the field, and leave any other text. */
function chosen(command) {
  if (COMMAND.test($("text").value)) write("");
  say(command).catch(() => $("text").value || write(command));
}
