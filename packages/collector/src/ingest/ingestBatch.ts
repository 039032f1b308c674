import type { BatchAnswer, Result } from "@action-telemetry/event-schema";
import { parseEventBatch } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { storageUnavailable } from "../http/refusals.ts";
import { batchToDelivery } from "./batchToDelivery.ts";
import type { Intake } from "./Intake.ts";
import { parseJson } from "./parseJson.ts";
import { readBody } from "./readBody.ts";

const notStored: Refusal = {
  ...storageUnavailable,
  message: "Nothing of this batch was stored. Send it again later.",
};

/**
 * Takes a request with a batch, and answers once its events are committed. Never rejects.
 *
 * @param network - Where it comes from, if that is known: not kept.
 */
export async function ingestBatch(
  request: Request,
  { store, clock, admission }: Intake,
  network?: string,
): Promise<Result<BatchAnswer, Refusal>> {
  const body = await readBody(request);
  if (!body.ok) return body;
  const json = parseJson(body.value);
  if (!json.ok) return refuse(400, json.error, "The body is not JSON of a batch.");
  const batch = parseEventBatch(json.value);
  if (!batch.ok) {
    const { code, message } = batch.error;
    return refuse(code === "too-many-events" ? 413 : 400, code, message);
  }
  const admitted = admission.admit(batch.value, network);
  if (!admitted.ok) return admitted;
  try {
    const result = await store.append(batchToDelivery(admitted.value, clock.now()));
    return { ok: true, value: { ...result, rejected: admitted.value.rejected } };
  } catch {
    return { ok: false, error: notStored };
  }
}

function refuse(status: Refusal["status"], code: string, message: string) {
  return { ok: false, error: { status, code, message } } as const;
}
