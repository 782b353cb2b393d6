// Text with its entities as elements. Offsets are UTF-16 units, as in JavaScript.

import { h } from "./dom.js";
import { t } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };
const SAFE = /^(https?|mailto|tel|tg):/i;

/** Return the nodes of a text; `command` is called when somebody presses a command in it. */
export function formatted(text, entities = [], command = () => {}) {
  const outermostFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, outermostFirst, command);
}

function between(text, start, end, entities, command) {
  const nodes = [];
  let at = start;
  for (let place = 0; place < entities.length; ) {
    const entity = entities[place];
    const last = Math.min(entity.offset + entity.length, end);
    const inner = entities.slice(place + 1).filter((other) => other.offset < last);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    nodes.push(element(entity, text.slice(entity.offset, last), between(text, entity.offset, last, inner, command), command));
    at = last;
    place += 1 + inner.length;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function element(entity, text, children, command) {
  switch (entity.type) {
    case "blockquote":
    case "expandable_blockquote":
      return h("blockquote", {}, children);
    case "spoiler":
      return spoiler(children);
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(SAFE.test(text) ? text : `https://${text}`, children);
    case "email":
      return link(`mailto:${text}`, children);
    case "phone_number":
      return link(`tel:${text.replace(/[^\d+]/g, "")}`, children);
    case "bot_command":
      return h("button", { type: "button", className: "command", on: { click: () => command(text) } }, children);
    default:
      return h(PLAIN[entity.type] ?? "span", {}, children);
  }
}

function link(address, children) {
  if (!SAFE.test(address)) return h("span", {}, children);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(children) {
  const shown = h("button", { type: "button", className: "spoiler", "aria-label": t("Hidden text: show it") }, children);
  shown.addEventListener("click", () => shown.replaceWith(h("span", {}, children)));
  return shown;
}
