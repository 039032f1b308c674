import { Worker } from "node:worker_threads";
import type { AnswerMessage, CallMessage, Caller } from "./Caller.ts";
import { closedMessage } from "./callHere.ts";

/** More than is ever needed by far, and little enough that garbage does not pile up, in MiB. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 };

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Calls methods in a thread of their own, which starts now and keeps the process alive only while a call is under way. A
 * thread that ends unexpectedly rejects what it was asked, and is started anew by the next call.
 *
 * @param entry The module that the thread runs; it answers by `serveCalls`.
 * @param data What it gets as `workerData`.
 */
export function callWorker<Methods>(entry: URL, data: unknown): Caller<Methods> {
  return new WorkerCaller<Methods>(entry, data);
}

class WorkerCaller<Methods> implements Caller<Methods> {
  readonly #entry: URL;
  readonly #data: unknown;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor(entry: URL, data: unknown) {
    this.#entry = entry;
    this.#data = data;
    this.#worker = this.#start();
  }

  call(name: string, ...args: readonly unknown[]): Promise<never> {
    if (this.#isClosed) return Promise.reject(new Error(closedMessage));
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, name, args } satisfies CallMessage);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { workerData: this.#data, resourceLimits });
    worker.unref();
    worker.on("message", (answer: AnswerMessage) => this.#settle(answer));
    let reason: unknown = new Error(
      "@action-telemetry/collector: The thread of the database has ended. Try again.",
    );
    worker.on("error", (error) => (reason = error));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(reason);
      this.#waiting.clear();
    });
    return worker;
  }

  #settle(answer: AnswerMessage): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    // While it is closed, its end is waited for: an answer that comes late must not let the process end before that.
    if (this.#waiting.size === 0 && !this.#isClosed) this.#worker?.unref();
    if ("error" in answer) waiting?.reject(answer.error);
    else waiting?.resolve(answer.value as never);
  }
}
