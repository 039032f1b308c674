import { joinCrumbs, readCrumbs } from "../dom/readCrumbs.ts";

/** The paths of a file of a diff. */
export interface BitbucketCloudPaths {
  /** The path after the change, or before it where the file was removed. */
  readonly path: string | undefined;
  /** The path before the change; `undefined` where the file had another one that is not told. */
  readonly before: string | undefined;
}

const attributes = ["data-path", "data-identifier", "data-filename"] as const;
const label = /^Diff of file (.+)$/u;
const titles = ".filename, [data-qa='bk-filepath'], [data-qa='commit-file-name'], h1, h2, h3";
// `NodeFilter.SHOW_TEXT` and `Node.DOCUMENT_POSITION_FOLLOWING`.
const textNodes = 4;
const following = 4;
const arrows = '[aria-label="arrow"]';
/** What stands for folders that there is no room for. */
const shortened = /(?:^|\/)(?:…|\.{3})(?:\/|$)/u;

/** The paths of a file of a diff, by its attributes and its label, and by its title. */
export function readBitbucketCloudPaths(codeView: Element): BitbucketCloudPaths {
  const title = codeView.querySelector(titles);
  const arrow = title?.querySelector(arrows) ?? null;
  const written = title && arrow ? readRenaming(title, arrow) : undefined;
  const path = readAttributes(codeView) ?? (written ?? { path: complete(readCrumbs(title)) }).path;
  if (written === undefined) return { path, before: path };
  // Where the title names another file than the attributes, it does not say what this one was before.
  return { path, before: written.path === path ? written.before : undefined };
}

function readAttributes(codeView: Element): string | undefined {
  const own = attributes.map((name) => codeView.getAttribute(name)).find((value) => value);
  return own ?? label.exec(codeView.getAttribute("aria-label") ?? "")?.[1];
}

// Written as `folder/{old → new}/rest`, with an icon for the arrow, and without braces where the paths have
// nothing in common.
function readRenaming(title: Element, arrow: Element): BitbucketCloudPaths {
  const [first, second] = readAround(title, arrow).map(joinCrumbs) as [string, string];
  const open = first.lastIndexOf("{");
  const close = second.indexOf("}");
  if (open === -1 || close === -1) return { path: complete(second), before: complete(first) };
  const [start, end] = [first.slice(0, open), second.slice(close + 1)];
  // Where a folder was added or left out, one of the names is empty, and two slashes meet.
  const rest = start === "" || start.endsWith("/") ? end.replace(/^\//u, "") : end;
  const around = (name: string) => complete(start + name + (name === "" ? rest : end));
  return { path: around(second.slice(0, close)), before: around(first.slice(open + 1)) };
}

// The texts before and after the arrow.
function readAround(title: Element, arrow: Element): [string, string] {
  const walker = title.ownerDocument.createTreeWalker(title, textNodes);
  const texts: [string, string] = ["", ""];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (arrow.contains(node)) continue;
    const after = arrow.compareDocumentPosition(node) & following;
    texts[after ? 1 : 0] += node.nodeValue ?? "";
  }
  return texts;
}

function complete(path: string): string | undefined {
  return path === "" || shortened.test(path) ? undefined : path;
}
