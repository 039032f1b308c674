import { cleanText } from "./readText.ts";

const longest = 10_000;

/** The path that a text writes name by name, with slashes between them and white space of the page's own. */
export function joinCrumbs(text: string): string {
  return cleanText(text).slice(0, longest).split("/").map(joinLines).join("/");
}

/** The path that an element writes name by name; `""` without element. */
export function readCrumbs(element: Element | null | undefined): string {
  return joinCrumbs(element?.textContent ?? "");
}

function joinLines(name: string): string {
  return name
    .split("\n")
    .map((line) => line.trim())
    .join("");
}
