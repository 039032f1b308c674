import type { LogEntry, LogLevel, LogPart } from "./LogEntry.ts";

/** What a collector tells its administrator. Never throws. */
export interface Log {
  write(level: LogLevel, entry: LogEntry): void;
  /** Notes that a part is in trouble, once a minute for each kind of it. */
  trouble(part: LogPart, error: unknown): void;
}

/** Says nothing: a library has no business with the standard streams. */
export const silentLog: Log = { write: () => undefined, trouble: () => undefined };
