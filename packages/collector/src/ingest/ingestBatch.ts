import type { BatchAnswer, Result } from "@action-telemetry/event-schema";
import { parseEventBatch } from "@action-telemetry/event-schema";
import type { Refusal } from "../http/errorAnswer.ts";
import { storageUnavailable } from "../http/refusals.ts";
import type { AppendResult } from "../store/EventRecord.ts";
import { batchToDelivery } from "./batchToDelivery.ts";
import type { Intake } from "./Intake.ts";
import { parseJson } from "../body/parseJson.ts";
import { readBody } from "../body/readBody.ts";

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
  intake: Intake,
  network?: string,
): Promise<Result<BatchAnswer, Refusal>> {
  const taken = await takeBatch(request, intake, network);
  if (!taken.ok) return taken;
  const { stored, rejected } = taken.value;
  try {
    return { ok: true, value: { ...(await stored), rejected } };
  } catch {
    return { ok: false, error: notStored };
  }
}

/** A batch that is being stored. */
interface TakenBatch extends Pick<BatchAnswer, "rejected"> {
  readonly stored: Promise<AppendResult>;
}

/** A function of its own, so that nothing of the request is held in memory while its events are stored. */
async function takeBatch(
  request: Request,
  { store, clock, admission }: Intake,
  network: string | undefined,
): Promise<Result<TakenBatch, Refusal>> {
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
  const append = async () => store.append(batchToDelivery(admitted.value, clock.now()));
  const stored = append();
  return { ok: true, value: { stored, rejected: admitted.value.rejected } };
}

function refuse(status: Refusal["status"], code: string, message: string) {
  return { ok: false, error: { status, code, message } } as const;
}
