import { describe, expect, test } from "vitest";
import type { Port } from "../../browser/WebExtensionAPI.ts";
import { signedIn } from "../../testing/content/createFakeBackground.ts";
import { connectBackground } from "./connectBackground.ts";

/** A worker that can be ended, and time that passes when told to. */
function createWorker() {
  const ports: { push: (message: unknown) => void; end: () => void }[] = [];
  const sent: unknown[] = [];
  const waits: number[] = [];
  let due: (() => void) | undefined;
  let isGone = false;
  const event = <T>(listeners: T[]) => ({
    addListener: (listener: T) => void listeners.push(listener),
    removeListener: () => undefined,
  });
  const runtime = {
    connect({ name }: { readonly name: string }) {
      if (isGone) throw new Error("Extension context invalidated.");
      const heard: ((message: unknown) => void)[] = [];
      const ended: ((port: Port) => void)[] = [];
      const port: Port = {
        name,
        postMessage: () => undefined,
        disconnect: () => undefined,
        onMessage: event(heard),
        onDisconnect: event(ended),
      };
      ports.push({
        push: (message) => heard.forEach((listener) => listener(message)),
        end: () => ended.forEach((listener) => listener(port)),
      });
      return port;
    },
    sendMessage(message: unknown): Promise<unknown> {
      sent.push(message);
      return isGone
        ? Promise.reject(new Error("gone"))
        : Promise.resolve({ ok: true, value: null });
    },
  };
  const delay = (callback: () => void, milliseconds: number) => {
    waits.push(milliseconds);
    due = callback;
    return () => (due = undefined);
  };
  return {
    ports,
    sent,
    waits,
    background: connectBackground({ runtime, delay }),
    elapse: () => due?.(),
    remove: () => (isGone = true),
  };
}

describe("The connection to the worker", () => {
  test("has no state before the worker has spoken, and then the latest", () => {
    const { ports, background } = createWorker();
    expect(background.state.getSnapshot()).toBeUndefined();
    ports[0]?.push(signedIn);
    ports[0]?.push({ ...signedIn, markers: false });
    expect(background.state.getSnapshot()).toEqual({ ...signedIn, markers: false });
  });

  test("takes nothing for a state that is none", () => {
    const { ports, background } = createWorker();
    for (const message of [undefined, null, 1, "x", [], {}, { ...signedIn, platform: "web" }])
      ports[0]?.push(message);
    expect(background.state.getSnapshot()).toBeUndefined();
  });

  test("keeps the last state while the worker is gone, and comes back after longer and longer waits", () => {
    const { ports, background, waits, elapse } = createWorker();
    ports[0]?.push(signedIn);
    for (let count = 0; count < 9; count++) {
      ports.at(-1)?.end();
      elapse();
    }
    expect(background.state.getSnapshot()).toEqual(signedIn);
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    ports.at(-1)?.push({ ...signedIn, enabled: false });
    expect(background.state.getSnapshot()?.enabled).toBe(false);
    ports.at(-1)?.end();
    expect(waits.at(-1)).toBe(250);
  });

  test("is off and tries nothing more once the extension was replaced", async () => {
    const { ports, background, waits, elapse, remove } = createWorker();
    ports[0]?.push(signedIn);
    remove();
    ports[0]?.end();
    elapse();
    expect(background.state.getSnapshot()?.enabled).toBe(false);
    expect(waits).toEqual([250]);
    background.record({ name: "hover" as never });
    const position = { repository: "a", revision: "b", path: "c", line: 0, character: 0 };
    expect(await background.hover(position)).toMatchObject({
      ok: false,
      error: { code: "offline" },
    });
  });

  test("gives up a question that nobody waits for any more", async () => {
    const { background } = createWorker();
    const controller = new AbortController();
    const answer = background.repository("a", { signal: controller.signal });
    controller.abort();
    expect(await answer).toMatchObject({ ok: false });
  });

  test("sends requests by their kind, and nothing once it is closed", () => {
    const { background, sent, ports, waits } = createWorker();
    background.record({ name: "hover" as never });
    background.checkSession();
    expect(sent).toEqual([{ name: "hover", kind: "record" }, { kind: "checkSession" }]);
    background.close();
    ports[0]?.end();
    expect(waits).toEqual([]);
  });
});
