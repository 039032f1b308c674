import { readText } from "./readText.ts";

const longest = 10_000;

/** The path that an element writes name by name, with slashes between them and white space of its own; `""` without element. */
export function readCrumbs(element: Element | null | undefined): string {
  return readText(element).slice(0, longest).split("/").map(joinLines).join("/");
}

function joinLines(name: string): string {
  return name
    .split("\n")
    .map((line) => line.trim())
    .join("");
}
