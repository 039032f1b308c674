import type { CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";

const rows = '[data-qa="code-line"], .lines-wrapper .line-wrapper, .udiff-line';

/** The line of code that an element of a page of Bitbucket Cloud is in. */
export function findBitbucketCloudLine(
  codeView: HTMLElement,
  element: Element,
): CodeLine | undefined {
  const row = codeView.contains(element) ? element.closest(rows) : null;
  const text = row?.querySelector<HTMLElement>(
    'pre, code, .code-diff, [data-qa="code-line-content"]',
  );
  if (!row || !text?.contains(element)) return undefined;
  const numbers = [
    ...row.querySelectorAll("[data-line-num], [data-qa='line-number'], .line-numbers"),
  ];
  const isBase = row.matches(".deletion, .type-remove, .type-delete, .type-del");
  const number = isBase ? numbers[0] : numbers.at(-1);
  const line =
    readLineNumber(number?.getAttribute(isBase ? "data-fnum" : "data-tnum")) ??
    readLineNumber(number?.getAttribute("data-line-num")) ??
    readLineNumber(number?.textContent);
  if (line === undefined) return undefined;
  const isDiff = row.matches(".udiff-line");
  // The source of the older pages begins with the sign of the change.
  return {
    element: text,
    line,
    ...(isDiff && { side: isBase ? ("base" as const) : ("head" as const), marker: 1 }),
  };
}
