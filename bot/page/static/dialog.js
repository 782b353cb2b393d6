// Boxes over the page: questions, and a large picture.

import { $ } from "./dom.js";

let before = Promise.resolve();

/** Ask, after all earlier questions; return the typed text or true, null if the person cancels. */
export function ask(title, how = {}) {
  before = before.then(() => answerTo(title, how));
  return before;
}

function answerTo(title, { input = null, ok = "OK", cancel = true }) {
  $("dialog-title").textContent = title;
  $("dialog-ok").textContent = ok;
  $("dialog-cancel").hidden = !cancel;
  Object.assign($("dialog-input"), { hidden: input === null, value: "", placeholder: input ?? "" });
  const dialog = $("dialog");
  dialog.returnValue = "";
  dialog.showModal();
  $(input === null ? "dialog-ok" : "dialog-input").focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok" ? (input === null ? true : $("dialog-input").value) : null), { once: true });
  });
}

/** Show a picture as large as the window allows; give the focus back at the end. */
export function openPicture(address, opener) {
  const dialog = $("picture");
  $("picture-shown").src = $("picture-save").href = address;
  dialog.showModal();
  dialog.scrollTo(0, 0);
  $("picture-close").focus({ preventScroll: true });
  dialog.addEventListener("close", () => (opener.isConnected ? opener : $("text")).focus({ preventScroll: true }), { once: true });
}

export const isBoxOpen = () => document.querySelector("dialog[open]") !== null;

// Enter in the field means yes, not the first button of the form.
$("dialog-input").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  $("dialog").close("ok");
});
$("picture").addEventListener("click", (event) => {
  if (event.target.closest("a") === null) $("picture").close();
});
