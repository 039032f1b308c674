import { parseEventBatch, type Result } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { storageUnavailable } from "../http/refusals.ts";
import { batchToDelivery } from "./batchToDelivery.ts";
import type { Intake } from "./Intake.ts";
import type { UncheckedBatch } from "./UncheckedBatch.ts";

/** What became of batches. */
export interface StoredBatches {
  /** How many events are new. */
  readonly accepted: number;
  /** Why events were refused, one reason for each. */
  readonly refusals: readonly string[];
}

/**
 * Checks and stores batches that were written from another protocol. Is refused when one of them cannot be stored now;
 * what was stored of the others is a duplicate when all are sent again. Never rejects.
 *
 * @param receivedAt - Milliseconds since 1970.
 * @param network - Where they come from, if that is known: not kept.
 */
export async function storeBatches(
  batches: readonly UncheckedBatch[],
  intake: Intake,
  receivedAt: number,
  network?: string,
): Promise<Result<StoredBatches, Refusal>> {
  const results = await Promise.all(
    batches.map((unchecked) => storeBatch(unchecked, intake, receivedAt, network)),
  );
  let accepted = 0;
  const refusals: string[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    accepted += result.value.accepted;
    refusals.push(...result.value.refusals);
  }
  return { ok: true, value: { accepted, refusals } };
}

async function storeBatch(
  unchecked: UncheckedBatch,
  { admission, store }: Intake,
  receivedAt: number,
  network: string | undefined,
): Promise<Result<StoredBatches, Refusal>> {
  const batch = parseEventBatch(unchecked);
  if (!batch.ok) {
    const refusals = (unchecked["events"] as readonly unknown[]).map(() => batch.error.message);
    return { ok: true, value: { accepted: 0, refusals } };
  }
  const admitted = admission.admit(batch.value, network);
  if (!admitted.ok) return admitted;
  try {
    const { accepted } = await store.append(batchToDelivery(admitted.value, receivedAt));
    const refusals = admitted.value.rejected.map(({ reason }) => reason);
    return { ok: true, value: { accepted, refusals } };
  } catch {
    return { ok: false, error: storageUnavailable };
  }
}
