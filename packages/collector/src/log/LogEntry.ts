/** Parts of a collector that can be in trouble. */
export type LogPart = "request" | "store" | "upkeep" | "process";

/**
 * Everything that a log can say. There is no field for what a client sent, nor for who did: neither content nor names,
 * addresses, headers or tokens can be written by mistake.
 */
export type LogEntry =
  | {
      /** The tables of the database were of an older version, and are of the newest now. */
      readonly event: "migrated";
      /** The scheme of its URL. */
      readonly database: string;
      /** 0 where there were none. */
      readonly from: number;
      readonly to: number;
      readonly milliseconds: number;
    }
  | {
      /** The database is open, and of the newest version. */
      readonly event: "opened";
      /** The scheme of its URL: `file`, `postgres`, `clickhouse`. */
      readonly database: string;
      readonly seconds: number;
    }
  | {
      readonly event: "started";
      /** Such as `http://127.0.0.1:7080`. */
      readonly url: string;
    }
  | { readonly event: "stopping" }
  | { readonly event: "stopped"; readonly seconds: number }
  | {
      readonly event: "upkeep";
      /** Events deleted for their age. */
      readonly deleted: number;
      readonly seconds: number;
    }
  | {
      readonly event: "ping-sent";
      /** The Monday of the week: `2026-11-16`. */
      readonly week: string;
      /** What the receiver answered, 0 when it did not. */
      readonly status: number;
    }
  | {
      readonly event: "trouble";
      readonly part: LogPart;
      /** The code or the class of what was thrown; never its message, which may repeat what was sent. */
      readonly code: string;
      /** Where it was thrown, the innermost place first. */
      readonly at?: string | undefined;
      /** How often it came since the line before, without a line of its own. */
      readonly unsaid?: number | undefined;
    };

/** How much somebody should care. */
export type LogLevel = "info" | "warning" | "error";
