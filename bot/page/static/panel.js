// Behind the scenes: the bot's process, the injected faults, and the calls that the bot makes.

import { act } from "./api.js";
import { $, clockWithSeconds, h } from "./dom.js";
import { state } from "./store.js";

const SHOWN = 200;
const STATES = { running: "The bot is running", starting: "The bot is starting", stopped: "The bot is dead" };
const FAULTS = [
  ["Slow", "every call takes 2 seconds", { kind: "slow", seconds: 2 }],
  ["Flood", "429: wait 2 seconds", { kind: "flood", retry_after: 2 }],
  ["Drop", "the next 3 answers are lost on the way", { kind: "drop_after", times: 3 }],
  ["Repeat", "the last updates are delivered again", { kind: "redeliver" }],
];

const process = h("p", { id: "process", role: "status" });
const kills = h("p", { className: "hint" });
const faults = h("p", { id: "faults", role: "status" });
const calls = h("ol", { className: "calls", id: "calls" });

const button = (label, click, kind = "quiet") => h("button", { type: "button", className: kind, textContent: label, on: { click } });
const processButtons = {
  restart: button("Kill the bot", () => act("process", { act: "restart" }).catch(() => {}), "danger"),
  kill: button("Kill, leave it dead", () => act("process", { act: "kill" }).catch(() => {})),
  start: button("Start it again", () => act("process", { act: "start" }).catch(() => {}), "filled"),
};

/** Build the panel. */
export function openPanel() {
  const clear = button("Remove the faults", () => act("faults", { kind: "clear" }).catch(() => {}));
  $("panel").replaceChildren(
    h("header", {}, h("h2", { textContent: "Behind the scenes" })),
    h("section", { "aria-labelledby": "about-process" },
      h("h3", { id: "about-process", textContent: "Nothing is lost" }),
      process,
      h("div", { className: "row" }, Object.values(processButtons)),
      kills),
    h("section", { "aria-labelledby": "about-faults" },
      h("h3", { id: "about-faults", textContent: "Network faults" }),
      faults,
      h("div", { className: "grid" }, FAULTS.map(make)),
      h("div", { className: "row" }, clear)),
    h("section", { className: "grow", "aria-labelledby": "about-calls" },
      h("h3", { id: "about-calls", textContent: "What the bot calls" }), calls));
  drawPanel({ calls: [] });
}

const make = ([label, what, body]) => h("button", {
  type: "button", className: "quiet tile", on: { click: () => act("faults", body).catch(() => {}) },
}, h("strong", { textContent: label }), h("small", { textContent: what }));

/** Show the current state and the new calls. */
export function drawPanel(news) {
  const { state: now, pid, kills: killed } = state.process;
  say(process, pid ? `${STATES[now]}, process ${pid}` : STATES[now]);
  process.dataset.state = now;
  processButtons.start.hidden = now !== "stopped";
  processButtons.restart.hidden = processButtons.kill.hidden = now === "stopped";
  say(kills, killed
    ? `Killed ${killed} ${killed === 1 ? "time" : "times"} with SIGKILL. Look into the chat: is anything missing?`
    : "This is a real process and a real SIGKILL. Write while it is dead: your messages wait, and get their answers.");
  say(faults, state.faults.length ? state.faults.join("; ") : "None");
  if (news.first) calls.replaceChildren();
  for (const call of news.calls) calls.prepend(drawn(call));
  while (calls.children.length > SHOWN) calls.lastElementChild.remove();
}

function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

function drawn(call) {
  return h("li", { className: call.ok ? "ok" : "refused" }, h("details", {},
    h("summary", {}, h("code", { textContent: call.method }), call.ok ? null : h("em", { textContent: "refused" }), clockWithSeconds(call.at)),
    call.outcome ? h("p", { textContent: call.outcome }) : null,
    h("pre", { tabIndex: 0, textContent: JSON.stringify(call.params, plainly, 2) })));
}

/** Show a parameter that is JSON in a string as its content. */
function plainly(_name, value) {
  if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
