import type { ReportFrame } from "./ErrorReport.ts";
import { isScriptFile } from "./patterns.ts";
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
  const start = typeof message === "string" && message !== "" ? findMessage(stack, message) : -1;
  const end = start < 0 ? 0 : start + (message as string).length;
  return stack.slice(end, end + longest);
}

/** Where the message is that follows a class and a colon in the first line; -1 where there is none. */
function findMessage(stack: string, message: string): number {
  const [head = ""] = stack.slice(0, 256).split(/[\n@]/, 1);
  for (let at = head.indexOf(": "); at >= 0; at = head.indexOf(": ", at + 1)) {
    if (stack.startsWith(message, at + 2)) return at + 2;
  }
  return -1;
}

function toFrame(line: string, { bases, files }: OwnScripts): ReportFrame | undefined {
  if (line.length > 2048) return undefined;
  const [, address = "", row = "", column = ""] = place.exec(line.trimEnd()) ?? [];
  const base = bases.find((script) => address.startsWith(script));
  if (base === undefined) return undefined;
  const file = address.slice(base.length).replace(/[?#].*$/, "");
  if (!isScriptFile(file) || files?.has(file) === false) return undefined;
  return { file, line: Number(row), column: Number(column) };
}
