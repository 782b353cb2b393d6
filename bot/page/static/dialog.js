// Boxes that want an answer.

import { $ } from "./dom.js";

/** Ask; give what was typed, or whether it was confirmed; null where it was cancelled. */
export function ask(title, { input = null, ok = "OK", cancel = true } = {}) {
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

// Enter in the field means yes, not the first button of the form.
$("dialog-input").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  $("dialog").close("ok");
});
