import type { FetchInit, FetchLike, FetchResponse } from "../transport/FetchLike.ts";

/** An answer of a scripted fetch: a response, a failure of the network, or none at all. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Text; or how many bytes to stream; or `hang`: never ends. */
      readonly body?: string | number;
    }
  | { readonly status: number; readonly body: "hang" }
  | "network-error"
  | "hang";

/** A request that a scripted fetch got. */
export interface ScriptedRequest {
  readonly url: string;
  readonly init: FetchInit;
}

/** A fetch that answers by script, and what it was asked. */
export interface ScriptedFetch {
  readonly fetch: FetchLike;
  readonly requests: readonly ScriptedRequest[];
  /** How many bytes of streamed bodies were read. */
  readonly bytesRead: number;
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/**
 * Makes a fetch that gives the answers in order, and the last one for ever. Like the real one, it
 * rejects when the request's signal is aborted.
 */
export function createScriptedFetch(...answers: readonly ScriptedAnswer[]): ScriptedFetch {
  const requests: ScriptedRequest[] = [];
  let bytesRead = 0;
  return {
    requests,
    get bytesRead() {
      return bytesRead;
    },
    fetch(url, init) {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? { status: 200 };
      requests.push({ url, init });
      const aborted = new Promise<never>((_resolve, reject) => {
        const abort = () => reject(new Error("aborted"));
        if (init.signal?.aborted === true) abort();
        init.signal?.addEventListener("abort", abort);
      });
      if (answer === "network-error") return Promise.reject(new TypeError("Failed to fetch"));
      if (answer === "hang") return aborted;
      aborted.catch(() => undefined);
      return Promise.resolve(respond(answer, aborted, (bytes) => (bytesRead += bytes)));
    },
  };
}

function respond(
  answer: Exclude<ScriptedAnswer, string>,
  aborted: Promise<never>,
  onRead: (bytes: number) => void,
): FetchResponse {
  const headers = new Map(Object.entries("headers" in answer ? answer.headers : {}));
  const chunks = chunksOf(answer.body);
  const read = () => {
    if (answer.body === "hang") return aborted;
    const { value } = chunks.next();
    onRead(value?.length ?? 0);
    return Promise.resolve({ done: value === undefined, value });
  };
  return {
    status: answer.status,
    headers: { get: (name) => headers.get(name.toLowerCase()) ?? null },
    body: { getReader: () => ({ read, cancel: () => Promise.resolve() }) },
  };
}

function* chunksOf(body: string | number | undefined): Generator<Uint8Array, undefined> {
  if (typeof body === "string") yield new TextEncoder().encode(body);
  for (let left = typeof body === "number" ? body : 0; left > 0; left -= 16_384) {
    yield new Uint8Array(Math.min(left, 16_384));
  }
  return undefined;
}
