import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import type { Clock } from "../time/Clock.ts";

/** How long a session lasts without a request, in milliseconds. */
export const idleMs = 3_600_000;

/** How long it lasts at most. */
export const longestMs = 12 * 3_600_000;

/** How old the note of the last request may be before a new one is made. */
const renewalMs = 300_000;

/** How much ahead the clock of another collector may be. */
const skewMs = 60_000;

/** An administrator who signed in. Times are milliseconds since 1970. */
export interface Session {
  readonly openedAt: number;
  /** When it was last noted that the session is in use. */
  readonly usedAt: number;
}

/**
 * Sessions of the administrator, kept by the browser alone: what it keeps is signed by a key that follows from the admin
 * token, so that any collector with the same token knows it, and none does once the token is another.
 */
export class Sessions {
  readonly #token: string;
  readonly #clock: Clock;
  #signingKey: Buffer | undefined;

  constructor(adminToken: string, clock: Clock) {
    this.#token = adminToken;
    this.#clock = clock;
  }

  /** Whether a text is the admin token; takes as long for any other. */
  isAdminToken(text: string): boolean {
    return timingSafeEqual(digest(text), digest(this.#token));
  }

  /** Opens a session. Resolves to what the browser is to keep. */
  open(): string {
    const now = this.#clock.now();
    return this.#write({ openedAt: now, usedAt: now });
  }

  /** The session that a browser has kept, unless it is forged, over, or of another token. */
  read(kept: string): Session | undefined {
    const [, content = "", opened = "", used = "", signature = ""] =
      /^((\d{1,16})\.(\d{1,16})\.[\w-]{22})\.([\w-]{43})$/.exec(kept) ?? [];
    if (!timingSafeEqual(digest(signature), digest(this.#sign(content)))) return undefined;
    const session = { openedAt: Number(opened), usedAt: Number(used) };
    const now = this.#clock.now();
    const isOver = now > session.openedAt + longestMs || now > session.usedAt + idleMs;
    return isOver || session.usedAt > now + skewMs ? undefined : session;
  }

  /** What the browser is to keep from now on; nothing while what it has is new enough. */
  renew({ openedAt, usedAt }: Session): string | undefined {
    const now = this.#clock.now();
    return now - usedAt < renewalMs ? undefined : this.#write({ openedAt, usedAt: now });
  }

  #write({ openedAt, usedAt }: Session): string {
    const content = `${openedAt}.${usedAt}.${randomBytes(16).toString("base64url")}`;
    return `${content}.${this.#sign(content)}`;
  }

  #sign(content: string): string {
    // Slow on purpose: who got hold of a cookie must not be able to guess the token by it.
    this.#signingKey ??= scryptSync(this.#token, "action-telemetry session 1", 32);
    return createHmac("sha256", this.#signingKey).update(content).digest("base64url");
  }
}

/** Equal lengths for any input, as the comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
