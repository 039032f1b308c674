import { describe, expect, it } from "vitest";
import type { Locks } from "../platform/Locks.ts";
import { createSenderFixture as setUp, row } from "../testing/createSenderFixture.ts";
import type { SendResult } from "../transport/Transport.ts";

describe("A sender", () => {
  it("does nothing before it is started", async () => {
    const { sender, clock, world } = setUp();
    world.rows = [row("a")];
    sender.wake(true);
    sender.hide();
    await sender.flush();
    await clock.settle();
    expect([sender.status, world.calls, world.requests, world.changes]).toEqual(["off", [], [], 0]);
  });

  it("looks through the store once, and from then on sends what the page has in memory", async () => {
    const { sender, clock, world, answer, sent } = setUp();
    world.rows = [row("a")];
    sender.start();
    sender.wake();
    await clock.settle();
    expect([sender.status, world.calls, sent()]).toEqual(["sending", ["take"], ["a"]]);
    expect(world.announced).toEqual([["a"]]);
    await answer();
    expect([sender.status, world.calls, world.rows]).toEqual(["idle", ["take", "take"], []]);
    await clock.advance(250);
    world.calls.length = 0;
    world.rows = [row("b")];
    sender.wake();
    await clock.settle();
    expect([world.calls, sent()]).toEqual([["fresh"], ["a", "b"]]);
    await answer();
    expect(world.calls).toEqual(["fresh", "fresh"]);
    expect(world.requests.every(({ keepalive }) => !keepalive)).toBe(true);
  });

  it("looks through the store where there is no record yet, or drops to report", async () => {
    const { sender, clock, world, start, answer } = setUp();
    await start();
    world.latest = undefined;
    sender.wake();
    await clock.settle();
    expect(world.calls).toEqual(["take"]);
    world.calls.length = 0;
    world.latest = { anonymousId: "anonymous", dropped: { "queue-full": 2 } };
    world.rows = [row("a")];
    sender.wake();
    await clock.settle();
    expect(world.calls).toEqual(["take"]);
    expect(world.requests[0]?.batch.dropped).toEqual({ "queue-full": 2 });
    await answer();
    expect(world.settled[0]).toMatchObject({ reported: { "queue-full": 2 } });
  });

  it("goes on after what was added as it finished", async () => {
    let release = () => {};
    const names: string[] = [];
    const locks: Locks = {
      async run(name, task) {
        names.push(name);
        await task();
        await new Promise<void>((resolve) => (release = resolve));
      },
    };
    const { sender, clock, world, sent } = setUp({ locks });
    sender.start();
    sender.wake();
    await clock.settle();
    world.rows = [row("a")];
    sender.wake();
    await clock.settle();
    expect(sent()).toEqual([]);
    release();
    await clock.settle();
    expect(sent()).toEqual(["a"]);
    expect(new Set(names)).toEqual(new Set(["action-telemetry:https://instance.example"]));
  });

  it("rests when nothing was added, says so, and survives a lock that is taken away", async () => {
    let runs = 0;
    const locks: Locks = {
      run: () => {
        runs += 1;
        return Promise.reject(new Error("taken away"));
      },
    };
    const { sender, clock, world } = setUp({ locks });
    sender.start();
    sender.wake();
    await clock.settle();
    expect([runs, sender.status, world.changes]).toEqual([1, "idle", 1]);
    sender.wake();
    await clock.settle();
    expect(runs).toBe(2);
  });

  it("tells other tabs which rows were brought within the limits, and looks again if there are more", async () => {
    const { sender, clock, world, start } = setUp();
    await start();
    world.more = { changed: [row("gone")], isPart: true };
    sender.wake(true);
    await clock.settle();
    expect([world.announced, world.calls]).toEqual([[["gone"]], ["take", "take"]]);
    world.more = { changed: [] };
    sender.wake(true);
    await clock.settle();
    expect(world.announced).toEqual([["gone"]]);
  });
});

describe("A sender that is stopped", () => {
  it("sends nothing that it was just looking for", async () => {
    const { sender, clock, world } = setUp();
    let found = () => {};
    world.look = new Promise((resolve) => (found = resolve));
    world.rows = [row("a")];
    sender.start();
    sender.wake();
    await clock.settle();
    sender.stop();
    found();
    await clock.settle();
    expect([world.requests, sender.status, clock.timers]).toEqual([[], "off", 0]);
  });

  it("and started again does not go on where it was, but anew", async () => {
    const { sender, clock, world, sent } = setUp();
    let found = () => {};
    world.look = new Promise((resolve) => (found = resolve));
    world.rows = [row("erased")];
    sender.start();
    sender.wake();
    await clock.settle();
    sender.stop();
    world.rows = [row("new")];
    sender.start();
    found();
    await clock.settle();
    expect(sent()).toEqual([]);
    sender.wake();
    await clock.settle();
    expect(sent()).toEqual(["new"]);
  });

  it("does not begin when the lock is its own at last", async () => {
    let grant = () => {};
    const locks: Locks = {
      async run(_name, task) {
        await new Promise<void>((resolve) => (grant = resolve));
        return task();
      },
    };
    const { sender, clock, world } = setUp({ locks });
    sender.start();
    sender.wake();
    sender.stop();
    grant();
    await clock.settle();
    expect(world.calls).toEqual([]);
  });

  it("leaves no timer, neither of a wait nor of a request, and settles nothing", async () => {
    const { sender, clock, world, start, answer, retry } = setUp();
    await start();
    world.rows = [row("a")];
    sender.wake();
    await clock.settle();
    await answer(retry);
    expect([sender.status, clock.timers]).toEqual(["scheduled", 1]);
    sender.stop();
    expect(clock.timers).toBe(0);
    sender.start();
    void sender.flush();
    await clock.settle();
    world.settled.length = 0;
    sender.stop();
    await clock.settle();
    expect([clock.timers, world.settled]).toEqual([0, []]);
  });
});

describe("While a wait is on", () => {
  async function wait(isDurable = true) {
    const set = setUp({ isDurable });
    await set.start();
    set.world.rows = [row("a")];
    set.sender.wake();
    await set.clock.settle();
    await set.answer(set.retry);
    set.world.calls.length = 0;
    return set;
  }

  it("a wake changes nothing, and a crowded queue is looked at without sending", async () => {
    const { sender, clock, world, sent } = await wait();
    sender.wake();
    await clock.settle();
    expect([world.calls, sender.status]).toEqual([[], "scheduled"]);
    sender.wake(true);
    await clock.settle();
    expect([world.calls, sent(), clock.timers]).toEqual([["take"], ["a"], 1]);
  });

  it("the next attempt follows when it ends, and looks through the store", async () => {
    const { clock, world, sent } = await wait();
    await clock.advance(999);
    expect(sent()).toEqual(["a"]);
    await clock.advance(1);
    expect([sent(), world.calls]).toEqual([["a", "a"], ["take"]]);
  });

  it("a flush is an attempt of its own, and the wait after it counts again", async () => {
    const { sender, clock, world, sent, answer, retry } = await wait();
    const flushed = sender.flush();
    await clock.settle();
    expect(sent()).toEqual(["a", "a"]);
    expect(clock.timers).toBe(1);
    await answer(retry);
    await flushed;
    expect(world.settled.at(-1)?.retry?.attempt).toBe(2);
    sender.wake(true);
    await clock.settle();
    expect([sent(), clock.timers]).toEqual([["a", "a"], 1]);
  });

  it("a flush that has begun while another attempt is under way makes its own", async () => {
    const { sender, clock, sent, answer, retry } = await wait();
    await clock.advance(1000);
    const flushed = sender.flush();
    await clock.settle();
    expect(sent()).toEqual(["a", "a"]);
    await answer(retry);
    expect(sent()).toEqual(["a", "a", "a"]);
    await answer();
    await flushed;
    expect(sender.status).toBe("idle");
  });

  it("a page that hides sends nothing that is stored, and what is not, once more", async () => {
    const durable = await wait();
    durable.sender.hide();
    expect([durable.sent(), durable.world.calls]).toEqual([["a"], ["persist true"]]);
    const fleeting = await wait(false);
    fleeting.sender.hide();
    expect(fleeting.sent()).toEqual(["a", "a"]);
  });

  it("a failure is counted though the record has been lost meanwhile", async () => {
    const { sender, clock, world, answer, retry } = await wait();
    void sender.flush();
    await clock.settle();
    world.latest = undefined;
    world.settled.length = 0;
    await answer(retry);
    expect(world.settled.map((settlement) => settlement.retry?.attempt)).toEqual([1]);
  });
});

describe("A sender that is paused", () => {
  it.each<SendResult>([
    { kind: "pause", reason: "http-401" },
    { kind: "refused", reason: "http-404", stop: true },
  ])("by %j looks at a crowded queue and sends nothing until a flush", async (result) => {
    const { sender, clock, world, start, answer, sent } = setUp();
    await start();
    world.rows = [row("a"), row("b")];
    sender.wake();
    await clock.settle();
    await answer(result);
    expect([sender.status, sent()]).toEqual(["paused", ["a,b"]]);
    world.rows = [row("c")];
    world.calls.length = 0;
    sender.wake();
    sender.hide();
    await clock.settle();
    expect(world.calls).toEqual(["persist true"]);
    sender.wake(true);
    await clock.settle();
    expect([world.calls, sent()]).toEqual([["persist true", "take"], ["a,b"]]);
    void sender.flush();
    await clock.settle();
    expect(sent()).toEqual(["a,b", "c"]);
  });

  it("is not after events that were merely refused", async () => {
    const { sender, clock, world, start, answer } = setUp();
    await start();
    world.rows = [row("a")];
    sender.wake();
    await clock.settle();
    await answer({ kind: "refused", reason: "http-400" });
    expect(sender.status).toBe("idle");
    expect(world.settled).toEqual([{ rows: [{ id: "a", text: "" }], dropped: { "http-400": 1 } }]);
  });
});

describe("What other tabs send", () => {
  it("is left to them for twelve seconds each, and found in the store after", async () => {
    const { sender, clock, world, start, sent } = setUp();
    await start();
    sender.claim(["a"]);
    await clock.advance(5000);
    world.rows = [row("a"), row("b")];
    sender.claim(["b"]);
    await clock.settle();
    expect(sent()).toEqual([]);
    await clock.advance(6999);
    expect(sent()).toEqual([]);
    await clock.advance(1);
    expect(sent()).toEqual(["a"]);
    expect(new Set(world.calls)).toEqual(new Set(["take"]));
  });

  it("wakes this one only if it has recorded any of it", async () => {
    const { sender, clock, world, start } = setUp();
    await start();
    world.yields = false;
    sender.claim(["a"]);
    await clock.settle();
    expect(world.calls).toEqual([]);
    world.yields = true;
    sender.claim(["a"]);
    await clock.settle();
    expect(world.calls).toEqual(["take"]);
  });

  it("is free when somebody sets the clock back", async () => {
    const { sender, clock, world, start, sent } = setUp();
    await start();
    world.rows = [row("a")];
    world.yields = false;
    sender.claim(["a"]);
    clock.jump(0);
    sender.wake();
    await clock.settle();
    expect(sent()).toEqual(["a"]);
  });
});

describe("After all was sent", () => {
  /** A sender that has sent "a", at this moment, and had it acknowledged 100 ms later. */
  async function sendOne() {
    const fixture = setUp();
    const { sender, clock, world, start, answer } = fixture;
    await start();
    world.rows = [row("a")];
    sender.wake();
    await clock.advance(100);
    await answer();
    return fixture;
  }

  it("lets what follows gather for a quarter of a second, and sends it as one batch", async () => {
    const { sender, clock, world, answer, sent } = await sendOne();
    for (const id of ["b", "c", "d"]) {
      world.rows = [...world.rows, row(id)];
      sender.wake();
      await clock.advance(49);
    }
    expect([sent(), sender.status]).toEqual([["a"], "scheduled"]);
    await clock.advance(3);
    expect([sent(), sender.status]).toEqual([["a", "b,c,d"], "sending"]);
    await answer();
    expect(sender.status).toBe("idle");
  });

  it("sends at once again after a rest", async () => {
    const { sender, clock, world, sent } = await sendOne();
    await clock.advance(150);
    world.rows = [row("b")];
    sender.wake();
    await clock.settle();
    expect(sent()).toEqual(["a", "b"]);
  });

  it("does not keep a flush waiting, nor a page that hides", async () => {
    for (const hurry of ["flush", "hide"] as const) {
      const { sender, clock, world, sent } = await sendOne();
      world.rows = [row("b")];
      sender.wake();
      await clock.settle();
      expect(sent()).toEqual(["a"]);
      void sender[hurry]();
      await clock.settle();
      expect(sent()).toEqual(["a", "b"]);
    }
  });

  it("does not wait for a moment that a clock set back has put far ahead", async () => {
    const { sender, clock, world, sent } = await sendOne();
    clock.jump(clock.now() - 3_600_000);
    world.rows = [row("b")];
    sender.wake();
    await clock.settle();
    expect(sent()).toEqual(["a", "b"]);
  });

  it("goes on at once when a batch could not hold all, was refused, or has to be halved", async () => {
    for (const result of [
      { kind: "accepted" },
      { kind: "refused", reason: "http-400" },
      { kind: "split" },
    ] as const) {
      const { sender, clock, world, start, answer, sent } = setUp();
      await start();
      const count = result.kind === "accepted" ? 501 : 2;
      world.rows = Array.from({ length: count }, (_, index) => row(`e${index}`));
      sender.wake();
      await clock.settle();
      if (result.kind === "refused") world.rows = [...world.rows, row("late")];
      await answer(result);
      expect(sent()).toHaveLength(2);
    }
  });
});

describe("When a page hides", () => {
  it("sends what is not on its way, to outlive it, and goes on when it has arrived", async () => {
    const { sender, clock, world, start, answer, sent } = setUp();
    await start();
    world.rows = [row("a")];
    sender.hide();
    expect(sent()).toEqual(["a"]);
    expect(world.requests[0]?.keepalive).toBe(true);
    expect(world.announced).toEqual([["a"]]);
    world.rows = [...world.rows, row("b")];
    await answer();
    await clock.advance(250);
    expect(sent()).toEqual(["a", "b"]);
    expect(world.requests[1]?.keepalive).toBe(false);
    await clock.settle();
  });

  it("leaves what it sends so to itself, with no timer", async () => {
    const { sender, clock, world, start, sent } = setUp();
    await start();
    world.rows = [row("a")];
    sender.hide();
    sender.wake(true);
    await clock.settle();
    expect([sent(), clock.timers]).toEqual([["a"], 1]);
  });

  it("sends up to 60,000 bytes in all, and not a byte more", async () => {
    const { sender, clock, world, start, answer, sent } = setUp();
    await start();
    world.rows = [row("a")];
    sender.hide();
    const room = 60_000 - (world.requests[0]?.bytes ?? 0);
    await answer();
    world.rows = [row("b", "x".repeat(room + 1))];
    sender.hide();
    expect(sent()).toEqual(["a"]);
    world.rows = [row("c", "x".repeat(room))];
    sender.hide();
    expect(sent()).toEqual(["a", "c"]);
    expect(world.requests[1]).toMatchObject({ bytes: 60_000, keepalive: true });
    world.rows = [...world.rows, row("d")];
    sender.hide();
    expect(sent()).toEqual(["a", "c"]);
    await clock.settle();
  });

  it("has no ID to send under before it has read the record", async () => {
    const { sender, world, start, sent } = setUp();
    await start();
    world.latest = undefined;
    world.rows = [row("a")];
    sender.hide();
    expect([sent(), world.calls]).toEqual([[], ["persist true"]]);
  });

  it("reports no drops, for nobody may hear whether they were taken down", async () => {
    const { sender, world, start } = setUp();
    await start();
    world.latest = { anonymousId: "anonymous", dropped: { "queue-full": 1 } };
    world.rows = [row("a")];
    sender.hide();
    expect(world.requests[0]?.batch.dropped).toBeUndefined();
  });
});

describe("A batch that is too large", () => {
  it("is sent in halves, and a single event is dropped", async () => {
    const { sender, clock, world, start, answer, sent } = setUp();
    await start();
    world.rows = [row("a"), row("b"), row("c")];
    sender.wake();
    await clock.settle();
    await answer({ kind: "split" });
    await answer({ kind: "split" });
    await answer({ kind: "split" });
    expect(sent()).toEqual(["a,b,c", "a,b", "a", "b"]);
    expect(world.settled).toEqual([{ rows: [{ id: "a", text: "" }], dropped: { "http-413": 1 } }]);
    await answer();
    expect(sent().at(-1)).toBe("c");
  });
});
