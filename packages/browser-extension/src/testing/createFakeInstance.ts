import type { FetchInit, FetchLike, FetchResponse } from "@action-telemetry/telemetry";
import type { EventBatch, TelemetryEvent } from "@action-telemetry/event-schema";

/** A request that was made. */
export interface FakeRequest {
  readonly url: string;
  readonly init: FetchInit;
}

/**
 * What instances answer: data by the name of a GraphQL query, or a status, or nothing at all; a promise
 * of it is answered once it is kept.
 */
export interface FakeAnswers {
  [query: string]: unknown;
}

/** All instances there are, as `fetch` sees them. */
export interface FakeInstance {
  readonly fetch: FetchLike;
  /** May be changed at any time. */
  readonly answers: FakeAnswers;
  readonly requests: readonly FakeRequest[];
  /** The batches of events that arrived. */
  readonly batches: readonly EventBatch[];
  /** Their events. */
  readonly arrived: readonly TelemetryEvent[];
  /** The names of those that an instance counts: each ID once. */
  readonly counted: readonly string[];
  /** Bytes of events on the wire, arrived or not. */
  readonly bytes: number;
  /** Whether instances can be reached. */
  isDown: boolean;
}

/** Makes instances that answer with what a test says; somebody is signed in. */
export function createFakeInstance(): FakeInstance {
  const requests: FakeRequest[] = [];
  const batches: EventBatch[] = [];
  const answers: FakeAnswers = { Session: { currentUser: { id: "1" } }, Settings: {} };
  let bytes = 0;
  let isDown = false;

  async function answerGraphQL(init: FetchInit): Promise<FetchResponse> {
    const { query } = JSON.parse(init.body ?? "{}") as { readonly query: string };
    const name = /^query (\w+)/u.exec(query)?.[1] ?? "";
    const data = await answers[name];
    if (typeof data === "number") return respond(data, "");
    if (data === undefined) return respond(200, JSON.stringify({ data: null, errors: [{}] }));
    return respond(200, JSON.stringify({ data }));
  }

  return {
    answers,
    requests,
    batches,
    get arrived() {
      return batches.flatMap(({ events }) => events);
    },
    get counted() {
      return [...new Map(this.arrived.map(({ id, name }) => [id, name])).values()];
    },
    get bytes() {
      return bytes;
    },
    get isDown() {
      return isDown;
    },
    set isDown(value) {
      isDown = value;
    },
    async fetch(url, init) {
      requests.push({ url, init });
      const isEvents = url.endsWith("/.api/action-events");
      if (isEvents) bytes += init.body?.length ?? 0;
      if (isDown) throw new TypeError("Failed to fetch");
      if (!isEvents) return answerGraphQL(init);
      const batch = JSON.parse(init.body ?? "{}") as EventBatch;
      batches.push(batch);
      return respond(200, JSON.stringify({ accepted: batch.events.length }));
    },
  };
}

function respond(status: number, text: string): FetchResponse {
  const chunks = [new TextEncoder().encode(text)];
  const read = async () => {
    const value = chunks.shift();
    return { done: value === undefined, value };
  };
  return {
    status,
    headers: { get: () => null },
    body: { getReader: () => ({ read, cancel: async () => undefined }) },
  };
}
