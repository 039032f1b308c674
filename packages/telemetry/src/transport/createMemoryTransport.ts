import type { EventBatch, TelemetryEvent } from "@action-telemetry/event-schema";
import type { SendOptions, SendResult, Transport } from "./Transport.ts";

/** A transport that leads nowhere, with what it was given. */
export interface MemoryTransport extends Transport {
  /** The batches it accepted, oldest first. */
  readonly batches: readonly EventBatch[];
  /** The events of all of them. */
  readonly events: readonly TelemetryEvent[];
  /** Every body it was given, whatever it answered. */
  readonly bodies: readonly string[];
  /** Forgets what it was given. */
  clear(): void;
}

/**
 * Makes a transport for demonstrations and tests.
 *
 * @param answer - What to answer; everything is accepted by default.
 */
export function createMemoryTransport(
  answer: (batch: EventBatch, options: SendOptions) => SendResult | Promise<SendResult> = () => ({
    kind: "accepted",
  }),
): MemoryTransport {
  const batches: EventBatch[] = [];
  const bodies: string[] = [];
  return {
    name: "memory",
    batches,
    bodies,
    get events() {
      return batches.flatMap((batch) => batch.events);
    },
    encode: (batch) => JSON.stringify(batch),
    async send(body, options) {
      bodies.push(body);
      const batch = JSON.parse(body) as EventBatch;
      const result = await answer(batch, options);
      if (result.kind === "accepted") batches.push(batch);
      return result;
    },
    clear() {
      batches.length = 0;
      bodies.length = 0;
    },
  };
}
