// Hosts put direction marks around paths, so that they are cut off on the right side.
const marks = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text without surrounding white space and invisible marks. */
export function cleanText(text: string): string {
  return text.replace(marks, "").trim();
}

/** The text of an element without surrounding white space and invisible marks; `""` without element. */
export function readText(element: Element | null | undefined): string {
  return cleanText(element?.textContent ?? "");
}
