import type { ParsedBatch, RejectedEvent, Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { type RateLimit, TokenBuckets } from "./TokenBuckets.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import { bucketOf, hourMs } from "../time/calendar.ts";
import { DailyQuotas, defaultQuotas, type Quotas } from "./DailyQuotas.ts";
import { readKnownWords } from "./KnownWords.ts";

/** What admission depends on. */
export interface AdmissionOptions {
  readonly store: Pick<EventStore, "names" | "seriesBy">;
  readonly clock: Clock;
  /** Events of one user. Absent: no limit. */
  readonly userLimit?: RateLimit | undefined;
  readonly quotas?: Partial<Quotas> | undefined;
}

/** How often a collector learns what others on the same database have admitted, in milliseconds. */
const learningMs = hourMs;

const tooManyEvents: Refusal = {
  status: 429,
  code: "too-many-events-of-user",
  message: "Too many events of one user. Wait, then send them again.",
};

/**
 * Decides what of sound batches comes in. Who is too fast is to come again later; what goes beyond the quotas of the day
 * is rejected, and counted like whatever else is.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #quotas: Quotas;
  readonly #users: TokenBuckets | undefined;
  #today: { readonly day: number; readonly quotas: DailyQuotas } | undefined;
  /** When the store was asked last for what it knows; it does not matter whether it has answered. */
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(options: AdmissionOptions) {
    const { userLimit, clock, quotas } = options;
    this.#options = options;
    this.#quotas = { ...defaultQuotas, ...quotas };
    this.#users = userLimit && new TokenBuckets(userLimit, clock);
  }

  /**
   * The batch without what is not admitted.
   *
   * @param network - Where it comes from, if that is known: not kept.
   */
  admit(batch: ParsedBatch, network?: string): Result<ParsedBatch, Refusal> {
    const { header, events } = batch;
    const retryAfter = this.#users?.take(header.anonymizedUserId, events.length) ?? 0;
    if (retryAfter > 0) return { ok: false, error: { ...tooManyEvents, retryAfter } };
    return { ok: true, value: admitBy(this.#quotasOfToday(), batch, network) };
  }

  #quotasOfToday(): DailyQuotas {
    const now = this.#options.clock.now();
    const day = bucketOf("day", now);
    if (this.#today?.day !== day) {
      this.#today = { day, quotas: new DailyQuotas(this.#quotas, this.#today?.quotas) };
    }
    const { quotas } = this.#today;
    if (now - this.#askedAt >= learningMs) this.#learn(quotas, now);
    return quotas;
  }

  /** Nobody waits for it: until the store has answered, what it knows counts as new. */
  #learn(quotas: DailyQuotas, now: number): void {
    this.#askedAt = now;
    readKnownWords(this.#options.store, now).then(
      (known) => quotas.learn(known),
      () => undefined,
    );
  }
}

function admitBy(
  quotas: DailyQuotas,
  { header, events, rejected }: ParsedBatch,
  network: string | undefined,
): ParsedBatch {
  const refused = quotas.refuseBatch(header, network);
  const beyond: RejectedEvent[] = [];
  const admitted = events.filter(({ index, event }) => {
    const reason = refused ?? quotas.refuseEvent(event, header);
    if (reason !== undefined) beyond.push({ index, reason });
    return reason === undefined;
  });
  if (beyond.length === 0) return { header, events, rejected };
  const all = [...rejected, ...beyond].toSorted((left, right) => left.index - right.index);
  return { header, events: admitted, rejected: all };
}
