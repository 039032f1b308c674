import type { ParsedBatch, RejectedEvent, Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { storageUnavailable } from "../http/refusals.ts";
import { type RateLimit, TokenBuckets } from "../http/TokenBuckets.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import { bucketOf } from "../time/calendar.ts";
import { DailyQuotas, defaultQuotas, type Quotas } from "./DailyQuotas.ts";

/** What admission depends on. */
export interface AdmissionOptions {
  readonly store: Pick<EventStore, "names" | "breakdown">;
  readonly clock: Clock;
  /** Events of one user. Absent: no limit. */
  readonly userLimit?: RateLimit | undefined;
  readonly quotas?: Partial<Quotas> | undefined;
}

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
  #today: { readonly day: number; readonly quotas: Promise<DailyQuotas> } | undefined;

  constructor(options: AdmissionOptions) {
    const { userLimit, clock, quotas } = options;
    this.#options = options;
    this.#quotas = { ...defaultQuotas, ...quotas };
    this.#users = userLimit && new TokenBuckets(userLimit, clock);
  }

  /** The batch without what is not admitted. Never rejects. */
  async admit(batch: ParsedBatch): Promise<Result<ParsedBatch, Refusal>> {
    const { header, events } = batch;
    const retryAfter = this.#users?.take(header.anonymizedUserId, events.length) ?? 0;
    if (retryAfter > 0) return { ok: false, error: { ...tooManyEvents, retryAfter } };
    try {
      return { ok: true, value: admitBy(await this.#quotasOfToday(), batch) };
    } catch {
      return { ok: false, error: storageUnavailable };
    }
  }

  #quotasOfToday(): Promise<DailyQuotas> {
    const { store, clock } = this.#options;
    const day = bucketOf("day", clock.now());
    if (this.#today?.day === day) return this.#today.quotas;
    const quotas = DailyQuotas.begin(day, this.#quotas, store);
    const today = { day, quotas };
    this.#today = today;
    // The next batch finds out whether the store answers again.
    quotas.catch(() => {
      if (this.#today === today) this.#today = undefined;
    });
    return quotas;
  }
}

function admitBy(quotas: DailyQuotas, { header, events, rejected }: ParsedBatch): ParsedBatch {
  const refused = quotas.refuseBatch(header);
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
