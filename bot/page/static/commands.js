// The commands menu over the message field: it opens at a slash and lists the commands of this person.

import { $, h } from "./dom.js";
import { me } from "./store.js";

let options = [];
let at = 0;
let choose = () => {};

/** Show the commands that begin with the typed text; call `chosen` with the whole command. */
export function showCommands(text, chosen) {
  const typed = /^\/(\w*)$/.exec(text);
  const fitting = typed ? (me()?.commands ?? []).filter(([name]) => name.startsWith(typed[1])) : [];
  if (!fitting.length) return closeCommands();
  choose = chosen;
  options = fitting.map(([name, what], number) => {
    const option = h("div", { role: "option", id: `command-${number}`, "data-command": `/${name}` }, h("strong", { textContent: `/${name}` }), h("span", { textContent: what }));
    option.addEventListener("click", () => take(number)); // not before: a finger may want to scroll
    return option;
  });
  $("commands").replaceChildren(...options);
  $("commands").hidden = false;
  $("menu").setAttribute("aria-expanded", "true");
  mark(0);
}

/** Open or close the whole menu, whatever text is in the field. */
export function toggleCommands(chosen) {
  if (options.length) closeCommands();
  else showCommands("/", chosen);
}

export function closeCommands() {
  $("commands").hidden = true;
  $("menu").setAttribute("aria-expanded", "false");
  $("text").removeAttribute("aria-activedescendant");
  options = [];
}

/** Return whether the open menu has used a key. */
export function commandsKey(event) {
  if (!options.length) return false;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") mark((at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
  else if (event.key === "Enter" || event.key === "Tab") take(at);
  else if (event.key === "Escape") closeCommands();
  else return false;
  event.preventDefault();
  return true;
}

// The field keeps the focus during a press in the menu or on its button.
for (const id of ["commands", "menu"]) $(id).addEventListener("mousedown", (event) => event.preventDefault());

function mark(number) {
  at = number;
  options.forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
  options[number].scrollIntoView({ block: "nearest" });
  $("text").setAttribute("aria-activedescendant", options[number].id);
}

function take(number) {
  const { command } = options[number].dataset;
  closeCommands();
  choose(command);
}
