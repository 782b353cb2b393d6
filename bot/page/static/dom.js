// Building blocks: elements from data, never from markup. Whatever a person wrote becomes a text node.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  back: "M15 5l-7 7 7 7",
  bot: "M12 4v3M6 7h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM9 12v2M15 12v2",
  clip: "M20 11l-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.600 1.600 0 0 1-2.300-2.300l7.800-7.800",
  close: "M6 6l12 12M18 6L6 18",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  down: "M6 9l6 6 6-6",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  heard: "M2 13l4 4L15 7M11 16l1 1L21 7",
  panel: "M4 5h16v14H4zM14 5v14",
  reply: "M10 6L4 12l6 6M4 12h9a7 7 0 0 1 7 7",
  send: "M4 12L20 4l-5 16-4-6z",
  slash: "M9 20L15 4",
  wait: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
};

export const $ = (id) => document.getElementById(id);

/** Make an element; `props` are properties, `aria-*`, `data-*` and `role` attributes, `on` listeners. */
export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (/^(aria-|data-|role$)/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

/** Draw an icon; what it means is said beside it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Draw the icons that the page names by `data-icon`. */
export function drawIcons() {
  for (const place of document.querySelectorAll("[data-icon]")) place.replaceChildren(icon(place.dataset.icon));
}

export const timeOf = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export const dayOf = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });

export function sizeOf(bytes) {
  const units = ["bytes", "KB", "MB"];
  const step = bytes < 1024 ? 0 : bytes < 1 << 20 ? 1 : 2;
  return `${Number((bytes / 1024 ** step).toFixed(step))} ${units[step]}`;
}

/** Show a line for a moment; screen readers say it. */
export function toast(text) {
  const line = h("p", { textContent: text });
  $("toasts").append(line);
  setTimeout(() => line.remove(), 5000);
}
