import type { TrustedProxies } from "../http/TrustedProxies.ts";
import { type Clock } from "../time/Clock.ts";
import { Sessions } from "./Sessions.ts";
import { TokenCheck } from "./TokenCheck.ts";

/** What access depends on. */
export interface AdminAccessOptions {
  /** Absent: there is nothing to sign in with, and whoever sits at this machine is the administrator. */
  readonly adminToken: string | undefined;
  readonly clock: Clock;
  readonly proxies: TrustedProxies;
}

/** By what the administrator is known. */
export interface AdminAccess {
  readonly proxies: TrustedProxies;
  /** Absent without an admin token. */
  readonly signIn?: { readonly sessions: Sessions; readonly tokens: TokenCheck };
}

/** Makes what the guard and the routes to sign in by have in common. */
export function createAdminAccess(options: AdminAccessOptions): AdminAccess {
  const { adminToken, clock, proxies } = options;
  if (adminToken === undefined) return { proxies };
  const sessions = new Sessions(adminToken, clock);
  return { proxies, signIn: { sessions, tokens: new TokenCheck(sessions, clock) } };
}
