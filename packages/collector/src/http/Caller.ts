import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Who sent a request, as far as a connection tells. Never stored, never logged. */
export interface Caller {
  /** Absent where there is no socket: a handler that is called directly. */
  readonly address: string | undefined;
  /** Host and port by which the caller knows this instance. */
  readonly host: string;
  /** Whether the caller's own connection is encrypted. */
  readonly isSecure: boolean;
}

/** Node's request below a request, where there is one. */
export function incomingOf(context: Context): HttpBindings["incoming"] | undefined {
  return (context.env as Partial<HttpBindings> | undefined)?.incoming;
}
