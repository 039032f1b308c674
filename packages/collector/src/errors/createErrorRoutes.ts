import type { Hono } from "hono";
import { type ClientRoutesOptions, createPostRoutes } from "../http/createPostRoutes.ts";
import { errorAnswer } from "../http/errorAnswer.ts";
import { storageUnavailable } from "../http/refusals.ts";
import { decodeText } from "../body/decodeText.ts";
import { readLimited } from "../body/readLimited.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Clock } from "../time/Clock.ts";
import type { ErrorForwarder } from "./ErrorForwarder.ts";
import { parseErrorEnvelope } from "./parseErrorEnvelope.ts";

/** Where error reports are sent to. */
export const errorReportsPath = "/.api/error-reports";

/** The longest envelope, in bytes. */
const mostBytes = 32_768;

/** What the route of error reports needs. */
export interface ErrorRoutesOptions extends ClientRoutesOptions {
  readonly store: Pick<EventStore, "keepError">;
  readonly clock: Clock;
  /** Absent: reports stay here. */
  readonly forwarder?: ErrorForwarder | undefined;
}

/**
 * `POST /.api/error-reports`: an envelope as Sentry's protocol has it, of one event that says what a report may say and
 * no more. It is forwarded, or kept: the last thousand.
 */
export function createErrorRoutes(options: ErrorRoutesOptions): Hono {
  const { store, clock, forwarder } = options;
  // Envelopes come as plain text, about which no browser asks before.
  return createPostRoutes(errorReportsPath, { ...options, isSafelisted: true }, async (request) => {
    const body = await readLimited(request, mostBytes);
    if (!body.ok) return errorAnswer(body.error);
    const text = decodeText(body.value);
    if (!text.ok) return errorAnswer(text.error);
    const error = parseErrorEnvelope(text.value);
    if (!error.ok) {
      return errorAnswer({ status: 400, code: "malformed-report", message: error.error });
    }
    try {
      if (forwarder === undefined) await store.keepError(clock.now(), error.value);
      else forwarder.forward(error.value);
      return Response.json({ id: error.value.id }, { headers: { "cache-control": "no-store" } });
    } catch {
      return errorAnswer(storageUnavailable);
    }
  });
}
