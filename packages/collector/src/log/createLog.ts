import type { Clock } from "../time/Clock.ts";
import { describeError } from "./describeError.ts";
import type { Log } from "./Log.ts";
import type { LogEntry, LogLevel } from "./LogEntry.ts";

/** How long trouble of one kind is said once, in milliseconds. */
const silenceMs = 60_000;

/** Kinds of trouble that are told apart; there are only so many codes. */
const mostKinds = 100;

/** Where lines go and how they look. */
export interface LogOptions {
  /** Takes a line with its end. */
  readonly write: (line: string) => void;
  /** `json`: one object a line, for programs. `text`: for people. */
  readonly format: "json" | "text";
  readonly clock: Clock;
}

/**
 * Makes a log of one line an entry.
 *
 * @example
 * const log = createLog({ write: (line) => process.stderr.write(line), format: "json", clock: systemClock });
 * log.write("info", { event: "stopping" });
 * // {"time":"2026-11-22T16:20:00.000Z","level":"info","event":"stopping"}
 */
export function createLog({ write, format, clock }: LogOptions): Log {
  const toLine = format === "json" ? toJsonLine : toTextLine;
  const toldByKind = new Map<string, { readonly at: number; unsaid: number }>();
  const log: Log = {
    write(level, entry) {
      write(toLine(new Date(clock.now()).toISOString(), level, entry));
    },
    trouble(part, error) {
      const description = describeError(error);
      const kind = `${part} ${description.code}`;
      const now = clock.now();
      const told = toldByKind.get(kind);
      if (told !== undefined && now - told.at < silenceMs) {
        told.unsaid += 1;
        return;
      }
      if (toldByKind.size >= mostKinds) toldByKind.clear();
      toldByKind.set(kind, { at: now, unsaid: 0 });
      const unsaid = told === undefined || told.unsaid === 0 ? undefined : told.unsaid;
      log.write("error", { event: "trouble", part, ...description, unsaid });
    },
  };
  return log;
}

function toJsonLine(time: string, level: LogLevel, entry: LogEntry): string {
  return `${JSON.stringify({ time, level, ...entry })}\n`;
}

function toTextLine(time: string, level: LogLevel, { event, ...fields }: LogEntry): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${String(value)}`);
  const mark = level === "info" ? "" : `${level}: `;
  return `${time.slice(0, 19).replace("T", " ")} ${mark}${event}${rest.join("")}\n`;
}
