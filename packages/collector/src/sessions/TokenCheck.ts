import type { Refusal } from "../http/errorAnswer.ts";
import { networkOf } from "../http/networkOf.ts";
import { TokenBuckets } from "../limits/TokenBuckets.ts";
import type { Clock } from "../time/Clock.ts";
import type { Sessions } from "./Sessions.ts";

/** Wrong tokens from one address: so many at once, then one in so many seconds. */
const attempts = { burst: 10, perSecond: 1 / 10 };

/** The answer to a token that is none. */
const wrongToken: Refusal = {
  status: 401,
  code: "token-invalid",
  message: "This is not the administrator's token.",
};

const tooManyAttempts: Refusal = {
  status: 429,
  code: "too-many-attempts",
  message: "Too many wrong tokens from this address. Wait, whatever the token.",
};

/** Checks the admin token, and slows down who guesses it. */
export class TokenCheck {
  readonly #sessions: Sessions;
  readonly #failures: TokenBuckets;

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions;
    this.#failures = new TokenBuckets(attempts, clock);
  }

  /**
   * Why a token is refused; nothing if it is the one. After too many wrong ones even the right one is, or guessing would
   * go on.
   */
  refuse(token: string, address: string | undefined): Refusal | undefined {
    const caller = address === undefined ? undefined : networkOf(address);
    const retryAfter = caller === undefined ? 0 : this.#failures.waitOf(caller);
    if (retryAfter > 0) return { ...tooManyAttempts, retryAfter };
    if (this.#sessions.isAdminToken(token)) return undefined;
    if (caller !== undefined) this.#failures.take(caller);
    return wrongToken;
  }
}
