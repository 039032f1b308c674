import type { ReportFrame } from "./ErrorReport.ts";
import { isErrorLike } from "./readErrorType.ts";

/** How to tell our scripts from others. */
export interface OwnScripts {
  /** What their addresses begin with, each ending in a slash. */
  readonly bases: readonly string[];
  /** Their names after that; absent: any that a build may give. */
  readonly files?: ReadonlySet<string> | undefined;
}

/** How many places are told, the innermost. */
const most = 30;

/** The longest stack that is looked at, in UTF-16 units. A message may have any length. */
const longest = 65_536;

/** The end of a line of Chromium's, Firefox's and Safari's stacks: an address, a line and a column. */
const place =
  /(?:^|[\s(@])((?:https?|chrome-extension|moz-extension|safari-web-extension):\/\/[^\s()]+):(\d{1,7}):(\d{1,7})\)?$/;

/** What a file of a build is called. Anything else is no file of ours, whatever its address begins with. */
const fileName = /^[\w-]+(?:[./][\w-]+){0,9}\.m?js$/;

/**
 * The places in our own scripts that an error came from. Scripts of pages and of other extensions, code that
 * was evaluated, and lines of a message that look like places are left out.
 *
 */
export function readFrames(thrown: unknown, scripts: OwnScripts): readonly ReportFrame[] {
  const stack = readStack(thrown);
  const frames: ReportFrame[] = [];
  for (const line of stack.split("\n")) {
    const frame = toFrame(line, scripts);
    if (frame !== undefined) frames.push(frame);
    if (frames.length === most) break;
  }
  return frames;
}

/** The stack without the message that Chromium puts before it, whatever the error is called now. */
function readStack(thrown: unknown): string {
  if (!isErrorLike(thrown)) return "";
  const { stack, message } = thrown;
  if (typeof stack !== "string") return "";
  const head = typeof message === "string" && message !== "" ? `: ${message}\n` : undefined;
  const at = head === undefined ? -1 : stack.indexOf(head);
  const isHead = head !== undefined && at >= 0 && !/[\n@]/.test(stack.slice(0, at));
  return (isHead ? stack.slice(at + head.length) : stack).slice(0, longest);
}

function toFrame(line: string, { bases, files }: OwnScripts): ReportFrame | undefined {
  if (line.length > 2048) return undefined;
  const [, address = "", row = "", column = ""] = place.exec(line.trimEnd()) ?? [];
  const base = bases.find((script) => address.startsWith(script));
  if (base === undefined) return undefined;
  const file = address.slice(base.length).replace(/[?#].*$/, "");
  if (file.length > 120 || !fileName.test(file) || files?.has(file) === false) return undefined;
  return { file, line: Number(row), column: Number(column) };
}
