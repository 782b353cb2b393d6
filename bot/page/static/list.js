// The list of people, with the last message of each and the number of unread ones.

import { act } from "./api.js";
import { ask } from "./dialog.js";
import { $, brief, h } from "./dom.js";
import { chatOf, fromBot, newest, state, nameOf, textOf, unread } from "./store.js";
import { t } from "./words.js";

/** Draw the list again. */
export function drawList(choose) {
  const held = document.activeElement?.closest?.("#people button")?.dataset.user;
  const items = state.people.map((person) => item(person, choose));
  $("people").replaceChildren(...items);
  if (held) $("people").querySelector(`[data-user="${held}"]`)?.focus();
  const total = state.people.reduce((sum, person) => sum + unread(chatOf(person.user_id)), 0);
  document.title = total ? `(${total}) Practice bot` : "Practice bot";
}

function item(person, choose) {
  const chat = chatOf(person.user_id);
  const last = newest(chat);
  const fresh = unread(chat);
  const button = h("button", { type: "button", "data-user": person.user_id, on: { click: () => choose(person.user_id) } },
    avatar(person),
    h("span", { className: "first-line" },
      h("strong", { dir: "auto", textContent: person.name }), last && brief(last.date)),
    h("span", { className: "second-line" },
      h("span", {}, roleOf(person), h("bdi", { textContent: last ? preview(last) : t("No messages yet") })),
      fresh ? h("span", { className: "unread", "aria-label": t("New messages: {count}", { count: fresh }), role: "img", textContent: fresh > 99 ? "99+" : fresh }) : null));
  if (person.user_id === state.me) button.setAttribute("aria-current", "true");
  return h("li", {}, button);
}

const roleOf = ({ role }) => (role && role !== "practitioner" ? h("em", { textContent: `${t(role)} ` }) : null);

function preview(message) {
  const line = textOf(message).split("\n").find((each) => each.trim()) ?? nameOf(message);
  return `${fromBot(message) ? "" : `${t("You")}: `}${line.slice(0, 80)}`;
}

/** Draw a person's initials in their own colour. */
export function avatar(person) {
  const initials = person.name.split(/\s+/).slice(0, 2).map((word) => [...word][0]?.toUpperCase() ?? "").join("");
  return h("span", { className: `avatar tone${person.user_id % 6}`, "aria-hidden": "true", textContent: initials });
}

/** Add a person; the same name is the same person. */
export async function newPerson(choose) {
  const name = (await ask(t("Who do you want to be?"), { input: "Eva Example", ok: t("Be this person") }))?.trim();
  if (name) choose((await act("people", { name })).user_id);
}
