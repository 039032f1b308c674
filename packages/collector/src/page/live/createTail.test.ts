import { describe, expect, it } from "vitest";
import type { StoredEvent } from "../../store/StoredEvent.ts";
import { type Tail, createTail } from "./createTail.ts";

function eventOf(n: number): StoredEvent {
  return {
    id: `event-${n}`,
    kind: "action",
    name: `action.${n}`,
    alt: false,
    trusted: true,
    clientTime: n,
    occurredAt: n,
    receivedAt: n,
    clock: "kept",
    source: "WEB",
    anonymizedUserId: "user-1",
    sourcegraphURL: "https://instance.example",
    platform: "web",
    client: { name: "test", version: "1" },
  };
}

/** An instance whose events are numbered from 0. */
function createInstance() {
  let stored = 0;
  let isDown = false;
  const between = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => eventOf(to - 1 - index));
  const tail = createTail({
    async events(limit, after) {
      if (isDown) return { ok: false, trouble: "unreachable" };
      const from = after === undefined ? Math.max(0, stored - limit) : Number(after);
      const to = Math.min(stored, from + limit);
      return {
        ok: true,
        value: { events: between(from, to), end: String(to), isLast: to === stored },
      };
    },
  });
  return {
    tail,
    store: (count: number) => (stored += count),
    setDown: (down: boolean) => (isDown = down),
  };
}

const shown = (tail: Tail) => tail.getSnapshot().events.map(({ occurredAt }) => occurredAt);

describe("createTail", () => {
  it("shows the last events, then those that come, newest first and each once", async () => {
    const { tail, store } = createInstance();
    store(3);
    await tail.read();
    expect(shown(tail)).toEqual([2, 1, 0]);
    store(2);
    await Promise.all([tail.read(), tail.read()]);
    expect(shown(tail)).toEqual([4, 3, 2, 1, 0]);
  });

  it("holds back what comes during a pause", async () => {
    const { tail, store } = createInstance();
    store(1);
    await tail.read();
    tail.pause();
    store(2);
    await tail.read();
    expect(shown(tail)).toEqual([0]);
    expect(tail.getSnapshot().waiting).toHaveLength(2);
    tail.resume();
    expect(shown(tail)).toEqual([2, 1, 0]);
    expect(tail.getSnapshot().waiting).toEqual([]);
  });

  it("says so when more comes than can be read, and goes on with the newest", async () => {
    const { tail, store } = createInstance();
    await tail.read();
    store(5000);
    await tail.read();
    expect(tail.getSnapshot().hasGap).toBe(true);
    expect(shown(tail)[0]).toBe(4999);
    expect(shown(tail)).toHaveLength(500);
  });

  it("goes on where it was after an instance did not answer", async () => {
    const { tail, store, setDown } = createInstance();
    store(1);
    await tail.read();
    setDown(true);
    store(1);
    await tail.read();
    setDown(false);
    await tail.read();
    expect(shown(tail)).toEqual([1, 0]);
  });
});
