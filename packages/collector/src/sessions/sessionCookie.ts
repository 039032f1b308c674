import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { Caller } from "../http/Caller.ts";

const name = "action-telemetry-session";

/**
 * What the browser keeps of a session, if anything. Over an encrypted connection only what was set over one counts: a
 * page of a neighbouring name cannot plant it.
 */
export function readSessionCookie(context: Context, { isSecure }: Caller): string | undefined {
  return isSecure ? getCookie(context, name, "host") : getCookie(context, name);
}

/** Tells the browser what to keep until it is closed. No script can read it, no other site can make it be sent. */
export function writeSessionCookie(context: Context, caller: Caller, value: string): void {
  setCookie(context, name, value, optionsFor(caller));
}

/** Tells the browser to forget it. */
export function clearSessionCookie(context: Context, caller: Caller): void {
  setCookie(context, name, "", { ...optionsFor(caller), maxAge: 0 });
}

function optionsFor({ isSecure }: Caller): CookieOptions {
  const options = { httpOnly: true, path: "/", sameSite: "Strict" } as const;
  return isSecure ? { ...options, secure: true, prefix: "host" } : options;
}
