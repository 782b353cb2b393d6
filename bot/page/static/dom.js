// Elements are made from data, never from markup. Text of a person always becomes a text node.

import { t } from "./words.js";

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

/** Draw an icon; the text beside it names it for screen readers. */
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

/** Return a storage of the browser by its name; nothing if it is blocked. */
export function storage(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** Draw the icons that the page names by `data-icon`. */
export function drawIcons() {
  for (const place of document.querySelectorAll("[data-icon]")) place.replaceChildren(icon(place.dataset.icon));
}

/** Make an Intl format in the languages of the browser; some systems name a language that does not exist. */
function inLanguage(Format, options) {
  try {
    return new Format(navigator.languages, options);
  } catch {
    return new Format(undefined, options);
  }
}

const inDates = (options) => inLanguage(Intl.DateTimeFormat, options);
const CLOCK = inDates({ timeStyle: "short" });
const CLOCK_WITH_SECONDS = inDates({ timeStyle: "medium" });
const DAY = inDates({ weekday: "long", day: "numeric", month: "long" });
const SHORT_DAY = inDates({ day: "numeric", month: "short" });
const DAY_AND_YEAR = inDates({ dateStyle: "full" });
const SHORT_DAY_AND_YEAR = inDates({ dateStyle: "medium" });
const DAY_AND_TIME = inDates({ dateStyle: "full", timeStyle: "short" });
const NUMBERS = [0, 1, 2].map((digits) => inLanguage(Intl.NumberFormat, { maximumFractionDigits: digits }));
const { locale: LANGUAGE } = CLOCK.resolvedOptions();

const dateOf = (seconds) => new Date(seconds * 1000);
const isThisYear = (date) => date.getFullYear() === new Date().getFullYear();
const isToday = (date) => date.toDateString() === new Date().toDateString();

export const timeOf = (seconds) => CLOCK.format(dateOf(seconds));

export const dayOf = (seconds) => (isThisYear(dateOf(seconds)) ? DAY : DAY_AND_YEAR).format(dateOf(seconds));

/** Write a time in short form: the hour for today, the date for any other day. */
function briefly(date) {
  if (isToday(date)) return CLOCK.format(date);
  return (isThisYear(date) ? SHORT_DAY : SHORT_DAY_AND_YEAR).format(date);
}

/** Draw a time in short form; the tooltip shows it in full. */
function moment(seconds, write) {
  const date = dateOf(seconds);
  return h("time", { lang: LANGUAGE, dateTime: date.toISOString(), title: DAY_AND_TIME.format(date), textContent: write(date) });
}

export const clock = (seconds) => moment(seconds, (date) => CLOCK.format(date));
export const clockWithSeconds = (seconds) => moment(seconds, (date) => CLOCK_WITH_SECONDS.format(date));
export const brief = (seconds) => moment(seconds, briefly);
export const day = (seconds) => h("p", { className: "day", lang: LANGUAGE, textContent: dayOf(seconds) });

export function sizeOf(bytes) {
  const units = ["bytes", "KB", "MB"];
  const step = bytes < 1024 ? 0 : bytes < 1 << 20 ? 1 : 2;
  return `${NUMBERS[step].format(bytes / 1024 ** step)} ${units[step]}`;
}

export const copied = (text) => navigator.clipboard.writeText(text).then(() => toast(t("Copied.")), () => toast(t("It cannot be copied.")));

let going = 0;

/** Show a line for as long as it takes to read, instead of the one before; screen readers read it out. */
export function toast(text) {
  clearTimeout(going);
  $("toasts").replaceChildren(h("p", { dir: "auto", textContent: text }));
  going = setTimeout(() => $("toasts").replaceChildren(), Math.max(5000, text.length * 60));
}
