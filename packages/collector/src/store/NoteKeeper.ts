import type { KeptError } from "./KeptError.ts";
import type { PingAnswer, StoredPing } from "./StoredPing.ts";
import type { StoredError } from "./StoredError.ts";

/** Keeps what is no event: pings, and the last error reports. */
export interface NoteKeeper {
  /** The ping of the week that begins with a day, if it has been made. */
  ping(week: number): Promise<StoredPing | undefined>;
  /** Keeps the ping of a week, unless there is one; resolves to the one that is kept. */
  keepPing(week: number, body: string): Promise<StoredPing>;
  /** Notes what became of sending a ping. */
  notePing(week: number, answer: PingAnswer): Promise<void>;
  /** Keeps an error report, unless its ID is known; only the last thousand stay. */
  keepError(receivedAt: number, error: KeptError): Promise<void>;
  /** The error reports kept last, newest first. */
  errors(limit: number): Promise<readonly StoredError[]>;
}
