import { toCodeLine, type CodeLine } from "../code/CodeLine.ts";
import { readLineNumber } from "../code/readLineNumber.ts";

const editors = ".react-monaco-editor-container, .monaco-editor";

/**
 * The line that the editor shows which Bitbucket Cloud has files in. Lines and their numbers are in
 * columns of their own, and those that belong together stand at the same height.
 */
export function findBitbucketCloudEditorLine(shown: HTMLElement): CodeLine | undefined {
  const editor = shown.closest(editors);
  const height = heightOf(shown);
  if (editor === null || height === undefined) return undefined;
  const number = [...editor.querySelectorAll(".line-number, .line-numbers")].find(
    (candidate) => heightOf(candidate) === height,
  );
  const line =
    readLineNumber(number?.getAttribute("data-line-num")) ?? readLineNumber(number?.textContent);
  return toCodeLine(line, shown.querySelector<HTMLElement>(":scope > span") ?? shown);
}

function heightOf(element: Element): string | undefined {
  const placed = element.closest<HTMLElement>('[style*="top"]');
  return placed?.style.top === "" ? undefined : placed?.style.top;
}
