// A small pop-up menu: arrow keys move, Enter chooses, Escape closes.

import { h } from "./dom.js";
import { t } from "./words.js";

let open = null;

/** Open a menu of `[label, act]` at its button or at the pointer. */
export function openMenu(button, choices, pointer = null) {
  closeMenu();
  const items = choices.map(([label, act]) =>
    h("button", { type: "button", role: "menuitem", textContent: label, on: { click: () => { leave(); act(); } } }));
  const menu = h("div", { className: "menu", role: "menu", "aria-label": button.textContent || t("Message") }, items);
  document.body.append(menu);
  button.setAttribute("aria-expanded", "true");
  const box = button.getBoundingClientRect();
  open = { menu, button, aside: pointer ? pointer.clientX - box.left : 0, below: pointer ? pointer.clientY - box.top : box.height };
  place();
  items[0].focus();
  menu.addEventListener("keydown", (event) => walk(event, items));
}

export function closeMenu() {
  open?.menu.remove();
  open?.button.removeAttribute("aria-expanded");
  open = null;
}

/** Close it, and give the focus back to its button; a redrawn message has a new button. */
function leave() {
  const { button } = open;
  closeMenu();
  (button.isConnected ? button : document.getElementById("text")).focus();
}

/** Place the menu, also when the chat scrolls under it. */
function place() {
  if (!open) return;
  const { menu, button, aside, below } = open;
  const box = button.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(box.left + aside, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(box.top + below, innerHeight - menu.offsetHeight - 8))}px`;
}

function walk(event, items) {
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items[(at + step + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("scroll", place, { capture: true, passive: true });
addEventListener("resize", place);
document.addEventListener("pointerdown", (event) => {
  if (open && !open.menu.contains(event.target)) closeMenu();
});
