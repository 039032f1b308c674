import type { LineSelection } from "./LineSelection.ts";

/** The views of the panel below the code. */
export type PanelTab = "definitions" | "history" | "references";

/** What the part of an address behind `#` says. */
export interface AddressHash {
  readonly selection?: LineSelection;
  readonly tab?: PanelTab;
}

const linesPattern = /^L(\d{1,8})(?::(\d{1,8}))?(?:-L?(\d{1,8})(?::\d{1,8})?)?$/u;
const tabs: ReadonlySet<string> = new Set<PanelTab>(["definitions", "history", "references"]);

/** Reads `#L10`, `#L10-20`, `#L10:5` and `&tab=history` behind any of them; what is not understood is left out. */
export function parseHash(hash: string): AddressHash {
  const parts = hash.replace(/^#/u, "").split("&");
  const lines = linesPattern.exec(parts[0] ?? "");
  const tab = parts.find((part) => part.startsWith("tab="))?.slice("tab=".length);
  return {
    ...(lines === null ? {} : { selection: toSelection(lines) }),
    ...(tab !== undefined && isPanelTab(tab) ? { tab } : {}),
  };
}

/** Writes what {@link parseHash} reads; empty when there is nothing to say. */
export function formatHash({ selection, tab }: AddressHash): string {
  const parts = [
    ...(selection === undefined ? [] : [formatLines(selection)]),
    ...(tab === undefined ? [] : [`tab=${tab}`]),
  ];
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** Whether a text names a view of the panel. */
export function isPanelTab(text: string): text is PanelTab {
  return tabs.has(text);
}

function toSelection(match: RegExpExecArray): LineSelection {
  const first = Math.max(1, Number(match[1]));
  const last = Math.max(1, Number(match[3] ?? first));
  const [start, end] = first <= last ? [first, last] : [last, first];
  return match[2] === undefined || start !== first
    ? { start, end }
    : { start, end, character: Math.max(1, Number(match[2])) };
}

function formatLines({ start, end, character }: LineSelection): string {
  const first = character === undefined ? `L${start}` : `L${start}:${character}`;
  return end === start ? first : `${first}-${end}`;
}
