import type { EventBatch, TelemetryEvent } from "@action-telemetry/event-schema";

/** Noon of a Sunday, by the clock of the tests. */
export const testNow = Date.UTC(2026, 10, 22, 12);

/** The n-th event ID of a test: sound, and the same in every run. */
export function testEventId(n: number): string {
  return `019aac4c-6a00-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** A sound event that happened at `testNow`. */
export function testEvent(n: number, changes: Partial<TelemetryEvent> = {}): TelemetryEvent {
  const time = new Date(testNow).toISOString();
  return { id: testEventId(n), name: "git.blame.toggle", time, surface: "toolbar", ...changes };
}

/** A sound batch that left at `testNow`. */
export function testBatch(
  events: readonly TelemetryEvent[],
  changes: Partial<EventBatch> = {},
): EventBatch {
  return {
    version: 1,
    sentAt: new Date(testNow).toISOString(),
    source: "WEB",
    anonymizedUserId: "user-1",
    sourcegraphURL: "https://instance.example",
    platform: "web",
    client: { name: "test", version: "1.0.0" },
    events,
    ...changes,
  };
}

/** The request that carries a body to the ingestion route. */
export function testRequest(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  headers: Readonly<Record<string, string>> = {},
): Request {
  return new Request("http://localhost/.api/action-events", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
    // Node asks for it when the body is a stream.
    duplex: "half",
  } as RequestInit);
}
