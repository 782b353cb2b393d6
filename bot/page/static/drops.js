// Files that are dragged onto the page or pasted into it.

import { isBoxOpen } from "./dialog.js";

/** Accept files anywhere on the page: outside, the browser would leave the page and open them. */
export function takeDrops(shown, take) {
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = isBoxOpen() ? "none" : "copy";
    shown.classList.toggle("dropping", !isBoxOpen());
  };
  document.addEventListener("dragenter", over);
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) shown.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    shown.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    if (!isBoxOpen()) take([...event.dataTransfer.files]);
  });
}

/** Accept pasted files; Word and Excel paste a picture beside the text, and the text is meant. */
export function takePastes(take) {
  document.addEventListener("paste", (event) => {
    const { files, types } = event.clipboardData;
    if (!files.length || types.includes("text/plain") || isBoxOpen()) return;
    event.preventDefault();
    take([...files]);
  });
}
