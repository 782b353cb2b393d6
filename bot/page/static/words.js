// The page's own words in the language of the browser; where the server has no translation, the English stays.

const asked = await fetch(`/page/words?${new URLSearchParams({ language: navigator.language })}`).catch(() => null);
const { language, words } = asked?.ok ? await asked.json() : { language: "en", words: {} };

/** Translate a text, and fill in the values that it names in braces. */
export const t = (english, values = {}) => (words[english] ?? english).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

const NAMED = ["aria-label", "placeholder", "alt"];

/** Translate the words that stand in the page from the start. */
export function translatePage() {
  document.documentElement.lang = language;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    const plain = data.trim();
    if (plain) texts.currentNode.data = data.replace(plain, () => t(plain));
  }
  for (const name of NAMED) {
    for (const place of document.querySelectorAll(`[${name}]`)) place.setAttribute(name, t(place.getAttribute(name)));
  }
}
