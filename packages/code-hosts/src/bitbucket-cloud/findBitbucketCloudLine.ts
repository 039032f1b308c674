import type { CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";
import { diffs } from "./findBitbucketCloudCodeViews.ts";
import { findBitbucketCloudEditorLine } from "./findBitbucketCloudEditorLine.ts";

const classicRow = ".udiff-line";
const rows = `[data-qa="code-line"], .line-wrapper, ${classicRow}`;
const numbers = "[data-qa='line-number'], .line-numbers";
const removed = ".deletion, .type-remove, .type-delete, .type-del";

/** The line of code that an element of a page of Bitbucket Cloud is in. */
export function findBitbucketCloudLine(
  codeView: HTMLElement,
  element: Element,
): CodeLine | undefined {
  if (!codeView.contains(element)) return undefined;
  const shown = element.closest<HTMLElement>(".view-line");
  if (shown !== null) return findBitbucketCloudEditorLine(shown);
  const row = element.closest(rows);
  const text = row?.querySelector<HTMLElement>(
    'pre, code, .code-diff, .source, [data-qa="code-line-content"]',
  );
  if (!row || !text?.contains(element)) return undefined;
  const isClassic = row.matches(classicRow);
  const { from, to, other } = readNumbers(row);
  const isBase = isRemoved(row) || (from !== undefined && to === undefined);
  const line = (isBase ? from : to) ?? other;
  if (line === undefined) return undefined;
  return {
    element: text,
    line,
    ...((isClassic || codeView.matches(diffs)) && {
      side: isBase ? ("base" as const) : ("head" as const),
    }),
    // The source of the older pages begins with the sign of the change.
    ...(isClassic && { marker: 1 }),
  };
}

function isRemoved(row: Element): boolean {
  return (
    row.matches(removed) ||
    /_oldline\d+$/u.test(row.id) ||
    row.querySelector(".line-type")?.textContent?.trim() === "-"
  );
}

// By attributes of their own, or by links whose labels tell the sides; where there is but one, it counts.
function readNumbers(row: Element) {
  const read = (name: string) => readLineNumber(row.querySelector(`[${name}]`)?.getAttribute(name));
  const links = [...row.querySelectorAll(".line-number-permalink")];
  const labelled = (side: string) => {
    const link = links.find((one) => one.getAttribute("aria-label")?.startsWith(`${side} line `));
    return readLineNumber(link?.textContent);
  };
  const alone = links.length > 1 ? null : (links[0] ?? row.querySelector(numbers));
  return {
    from: read("data-fnum") ?? read("data-old-line-number") ?? labelled("From"),
    to: read("data-tnum") ?? read("data-new-line-number") ?? labelled("To"),
    other: read("data-line-num") ?? readLineNumber(alone?.textContent),
  };
}
