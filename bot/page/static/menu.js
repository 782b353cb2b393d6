// A small menu beside what it belongs to: arrows walk, Enter chooses, Escape leaves.

import { h } from "./dom.js";

let open = null;

/** Open a menu of `[label, act]` at its button, or where the pointer is. */
export function openMenu(button, choices, pointer = null) {
  closeMenu();
  const items = choices.map(([label, act]) =>
    h("button", { type: "button", role: "menuitem", textContent: label, on: { click: () => { closeMenu(); act(); } } }));
  const menu = h("div", { className: "menu", role: "menu", "aria-label": "Message" }, items);
  document.body.append(menu);
  place(menu, button, pointer);
  button.setAttribute("aria-expanded", "true");
  open = { menu, button };
  items[0].focus();
  menu.addEventListener("keydown", (event) => walk(event, items));
}

export function closeMenu() {
  open?.menu.remove();
  open?.button.removeAttribute("aria-expanded");
  open = null;
}

function place(menu, button, pointer) {
  const box = button.getBoundingClientRect();
  const [x, y] = pointer ? [pointer.clientX, pointer.clientY] : [box.left, box.bottom];
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
}

function walk(event, items) {
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items[(at + step + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") {
    const { button } = open;
    closeMenu();
    button.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.menu.contains(event.target)) closeMenu();
});
