// One message: sender, time, text, files and buttons.

import { fileAddress } from "./api.js";
import { openPicture } from "./dialog.js";
import { clock, copied, h, icon, sizeOf, timeOf } from "./dom.js";
import { keyboard } from "./keys.js";
import { openMenu } from "./menu.js";
import { fromBot, LARGEST, nameOf, sharedIn, state, textOf } from "./store.js";
import { formatted } from "./text.js";
import { t } from "./words.js";

const FILES = ["document", "photo", "video", "voice", "audio", "animation", "video_note", "sticker"];

/** Draw a message; `acts` are `reply`, `edit` and `say`. */
export function drawn(message, acts) {
  const bot = fromBot(message);
  const quoted = message.reply_to_message;
  const bubble = h(
    "div",
    { className: "bubble" },
    quoted && quote(quoted),
    attachment(message),
    words(message, acts),
    foot(message, bot),
  );
  const more = h("button", {
    type: "button",
    className: "round small more",
    "aria-label": t("More about this message"),
    "aria-haspopup": "menu",
  }, icon("dots"));
  const choices = () => choicesOf(message, bot, acts);
  more.addEventListener("click", () => openMenu(more, choices()));
  const line = h("div", { className: "line" }, bubble, h("div", { className: "tools" }, bot && replyTo(message, acts), more));
  line.addEventListener("contextmenu", (event) => {
    if (window.getSelection().isCollapsed && !event.target.closest("a, img")) {
      event.preventDefault();
      openMenu(more, choices(), event);
    }
  });
  return h(
    "article",
    { className: `message ${bot ? "theirs" : "mine"}`, "data-id": message.message_id, "aria-label": labelOf(message, bot) },
    line,
    keyboard(message),
  );
}

function replyTo(message, acts) {
  const button = h("button", { type: "button", className: "round small reply", "aria-label": t("Reply"), title: t("Reply") }, icon("reply"));
  button.addEventListener("click", () => acts.reply(message));
  return button;
}

const labelOf = (message, bot) => `${bot ? state.bot.name : t("You")}, ${timeOf(message.date)}`;

function words(message, acts) {
  const text = textOf(message) || sharedIn(message);
  const entities = message.entities ?? message.caption_entities;
  return text ? h("p", { className: "words", dir: "auto" }, formatted(text, entities, acts.say)) : null;
}

function quote(message) {
  const jump = h("button", { type: "button", className: "quote" },
    h("strong", { textContent: fromBot(message) ? state.bot.name : t("You") }),
    h("span", { dir: "auto", textContent: textOf(message) || nameOf(message) }));
  jump.addEventListener("click", () => {
    const target = document.querySelector(`.message[data-id="${message.message_id}"]`);
    target?.scrollIntoView({ block: "center" });
    target?.classList.add("shown");
    setTimeout(() => target?.classList.remove("shown"), 1500);
  });
  return jump;
}

function attachment(message) {
  const kind = FILES.find((name) => name in message);
  if (!kind) return h("span", { hidden: true });
  const body = kind === "photo" ? message.photo.at(-1) : message[kind];
  const address = fileAddress(body.file_id);
  if (kind === "photo") {
    const shown = h("img", { src: address, alt: message.caption ? "" : t("Photo"), loading: "lazy" });
    const opener = h("a", { className: "photo", href: address, "aria-label": t("Show the photo large"), "aria-haspopup": "dialog" }, shown);
    opener.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab or a window of its own
      event.preventDefault();
      openPicture(address, opener);
    });
    return opener;
  }
  const name = body.file_name || kind.replace("_", " ");
  const isHere = fromBot(message) || body.file_size <= LARGEST; // of a larger one the demo has the name alone
  const size = sizeOf(body.file_size) + (isHere ? "" : `, ${t("not kept in this demo")}`);
  return h(isHere ? "a" : "span", { className: "file", ...(isHere && { href: address, download: name }) },
    icon("file"), h("span", {}, h("strong", { dir: "auto", textContent: name }), h("small", { textContent: size })));
}

function foot(message, bot) {
  const waits = state.waiting.has(message.message_id);
  const mark = bot ? null : h("span", {
    className: "mark", role: "img", "aria-label": t(waits ? "waits for the bot" : "heard by the bot"),
  }, icon(waits ? "wait" : "heard"));
  return h("p", { className: "foot" },
    message.edit_date ? `${t("edited")} ` : null,
    clock(message.date), mark);
}

function choicesOf(message, bot, acts) {
  const text = textOf(message);
  return [
    [t("Reply"), () => acts.reply(message)],
    !bot && text && [t("Edit"), () => acts.edit(message)],
    text && [t("Copy text"), () => copied(text)],
  ].filter(Boolean);
}
