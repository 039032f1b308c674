import { readJSON } from "../dom/readJSON.ts";

const selector =
  'script[data-target="react-app.embeddedData"], script[data-target="react-partial.embeddedData"]';
const parsed = new WeakMap<Element, { readonly text: string; readonly value: unknown }>();

/** The data that GitHub's React pages are rendered from, parsed once for each text. */
export function readEmbeddedData(document: Document): readonly unknown[] {
  return [...document.querySelectorAll(selector)].map((script) => {
    const text = script.textContent ?? "";
    const known = parsed.get(script);
    if (known?.text === text) return known.value;
    const value = readJSON(text);
    parsed.set(script, { text, value });
    return value;
  });
}
