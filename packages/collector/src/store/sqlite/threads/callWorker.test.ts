import { expect, it, vi } from "vitest";
import { callWorker } from "./callWorker.ts";

/** Threads that answer when a test says so. */
const { FakeWorker } = await vi.hoisted(async () => {
  const { EventEmitter } = await import("node:events");
  class FakeWorker extends EventEmitter {
    static last: FakeWorker;
    /** Whether it keeps the process alive, as Node's does. */
    isKept = true;
    constructor() {
      super();
      FakeWorker.last = this;
    }
    ref(): void {
      this.isKept = true;
    }
    unref(): void {
      this.isKept = false;
    }
    postMessage(): void {}
    terminate(): Promise<void> {
      this.ref();
      return new Promise((resolve) => this.once("exit", () => resolve()));
    }
  }
  return { FakeWorker };
});
vi.mock("node:worker_threads", () => ({ Worker: FakeWorker }));

interface Methods {
  read(): number;
}

it("A thread keeps the process only while it is asked something", async () => {
  const caller = callWorker<Methods>(new URL("file:///thread.ts"), undefined);
  const worker = FakeWorker.last;
  expect(worker.isKept).toBe(false);
  const answer = caller.call("read");
  expect(worker.isKept).toBe(true);
  worker.emit("message", { id: 1, value: 7 });
  expect(await answer).toBe(7);
  expect(worker.isKept).toBe(false);
});

it("A thread that is being closed keeps the process to its end, also when it answers something late", async () => {
  const caller = callWorker<Methods>(new URL("file:///thread.ts"), undefined);
  const worker = FakeWorker.last;
  const answer = caller.call("read");
  const closed = caller.close();
  worker.emit("message", { id: 1, value: 7 });
  expect(await answer).toBe(7);
  expect(worker.isKept).toBe(true);
  worker.emit("exit");
  await closed;
  await expect(caller.call("read")).rejects.toThrow("closed");
});
