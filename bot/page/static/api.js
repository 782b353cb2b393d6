// The connection: actions go out as JSON, news comes in as server-sent events.

import { toast } from "./dom.js";
import { t } from "./words.js";

/** The language of the browser, as Telegram names that of an app: `de`, `pt-br`. */
const LANGUAGE = { language_code: navigator.language.toLowerCase() };

/** Send an action; if it fails, show the error and throw. What a person does carries the language of the browser. */
export async function act(name, body) {
  const spoken = "user_id" in body || name === "people" ? LANGUAGE : {};
  let answer;
  try {
    const response = await fetch(`/control/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...spoken, ...body }),
    });
    answer = response.headers.get("Content-Type")?.includes("json")
      ? await response.json()
      : { error: await response.text() };
    if (response.ok) return answer;
  } catch {
    answer = { error: t("The demo cannot be reached") };
  }
  toast(`${answer.error}.`);
  throw new Error(answer.error);
}

/** Listen to the news; the browser reconnects by itself and sends the id of the last event. */
export function listen(heard, lost) {
  const source = new EventSource("/control/feed");
  source.addEventListener("message", (event) => heard(JSON.parse(event.data)));
  source.addEventListener("error", () => lost(source.readyState === EventSource.CLOSED));
  return source;
}

export const fileAddress = (fileId) => `/control/file?${new URLSearchParams({ file_id: fileId })}`;

/** Read a file as base64. */
export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
