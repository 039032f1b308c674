import { readCrumbs } from "../dom/readCrumbs.ts";

/** The paths of a file of a diff. */
export interface BitbucketServerPaths {
  /** The path after the change, or before it where the file was removed. */
  readonly path: string | undefined;
  /** The path before the change; `undefined` where the file had another one that is not told. */
  readonly before: string | undefined;
}

const crumbs = ".breadcrumbs, .file-breadcrumbs";
const renamed = ".change-type-RENAME";
const moved = ".change-type-MOVE, .change-type-COPY";
const longest = 10_000;

/**
 * The paths of a file of a diff: by the link to the file or the crumbs in its header, and by the mark
 * of a change that gave it another path, whose tooltip says the one before.
 *
 * @param linked the path that the file's header leads to
 */
export function readBitbucketServerPaths(
  codeView: Element,
  linked: string | undefined,
): BitbucketServerPaths {
  const path = linked || readCrumbs(codeView.querySelector(crumbs)) || undefined;
  const name = readTooltip(codeView.querySelector(renamed));
  if (name !== undefined) return { path, before: path && withName(path, name) };
  const change = readTooltip(codeView.querySelector(moved));
  if (change === undefined) return { path, before: path };
  const [before = "", after] = change.split("→").map((part) => part.trim());
  return { path, before: after === path ? before : undefined };
}

// The library that shows tooltips keeps their text; it is markup, of which the text alone is read.
function readTooltip(mark: Element | null): string | undefined {
  if (mark === null) return undefined;
  const tooltip = mark.getAttribute("original-title") || mark.getAttribute("title") || "";
  const parsed = new DOMParser().parseFromString(tooltip.slice(0, longest), "text/html");
  return parsed.body.textContent ?? "";
}

// Says the name alone, in the words of the person's language: Renamed from 'a.ts'
function withName(path: string, tooltip: string): string | undefined {
  const first = tooltip.indexOf("'");
  const last = tooltip.lastIndexOf("'");
  const name = tooltip.slice(first + 1, last);
  if (first === -1 || name === "" || name.includes("/")) return undefined;
  return path.slice(0, path.lastIndexOf("/") + 1) + name;
}
