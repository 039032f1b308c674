/** One line of code, as a page shows it. */
export interface CodeLine {
  /** Holds the text of the line, and nothing that is no text of it but the marker below. */
  readonly element: HTMLElement;
  /** The line's number in its file, from 1. */
  readonly line: number;
  /** In a diff the side whose file has the line; lines that both have are on the head. */
  readonly side?: "base" | "head";
  /** Characters at the beginning that are no code: the marker of a changed line. Default: none. */
  readonly marker?: number;
}

/** A line, unless the page does not say which. */
export function toCodeLine(
  line: number | undefined,
  element: HTMLElement,
  side?: "base" | "head",
): CodeLine | undefined {
  if (line === undefined) return undefined;
  return { element, line, ...(side !== undefined && { side }) };
}
