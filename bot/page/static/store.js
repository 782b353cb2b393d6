// The state of the page: people, their chats, read messages, the bot.

import { t } from "./words.js";

export const state = {
  me: Number(location.hash.slice(1)) || 0,
  bot: { id: 0, name: "" },
  people: [],
  chats: new Map(),
  waiting: new Set(),
  typing: new Set(),
  spinning: new Set(),
  process: { state: "starting", pid: 0, kills: 0 },
  faults: [],
};

export const chatOf = (userId) => {
  if (!state.chats.has(userId)) state.chats.set(userId, { messages: new Map(), keyboard: null, read: 0, busy: null, awaited: false });
  return state.chats.get(userId);
};

export const me = () => state.people.find((person) => person.user_id === state.me);
export const fromBot = (message) => message.from.id === state.bot.id;
export const newest = (chat) => [...chat.messages.values()].at(-1);
export const LARGEST = 20 * 1024 ** 2; // bytes that a bot can download
export const nameOf = (message) => message.document?.file_name ?? (sharedIn(message) || (t(message.photo ? "Photo" : "File")));
export const sharedIn = (message) => (message.users_shared ? t("Contact: {names}", { names: message.users_shared.users.map(personOf).join(", ") }) : "");
const personOf = ({ user_id: shared }) => state.people.find((person) => person.user_id === shared)?.name ?? shared;
export const textOf = (message) => message.text ?? message.caption ?? "";

const allUnread = (chat) => [...chat.messages.values()].filter((message) => fromBot(message) && message.message_id > chat.read);

/** Count the bot's unread messages in a chat. */
export const unread = (chat) => allUnread(chat).length;

/** Return the first unread message; nothing if no message comes before it. */
export const firstUnread = (chat) => (chat.read ? allUnread(chat)[0] : undefined);

/** Apply the news; the first event of a sandbox replaces everything, and counts as read. */
export function learn(news) {
  if (news.first) state.chats.clear();
  const { bot, people, process, faults } = news;
  Object.assign(state, { bot, people, process, faults });
  for (const name of ["waiting", "typing", "spinning"]) state[name] = new Set(news[name]);
  for (const [userId, changed] of Object.entries(news.chats)) {
    const chat = chatOf(Number(userId));
    for (const message of changed.messages) chat.messages.set(message.message_id, message);
    for (const number of changed.deleted) chat.messages.delete(number);
    chat.keyboard = changed.keyboard;
    if (news.first) chat.read = newest(chat)?.message_id ?? 0;
  }
  for (const [userId, chat] of state.chats) if (!state.spinning.has(userId)) chat.busy = null;
  if (news.first && !me()) state.me = people[0]?.user_id ?? 0;
}

/** Mark a chat as read. */
export function readAll(chat) {
  chat.read = Math.max(chat.read, newest(chat)?.message_id ?? 0);
}
