import { describe, expect, it } from "vitest";
import type { Locks } from "../platform/Locks.ts";
import type { TabChannel } from "../platform/TabChannel.ts";
import { createMemoryStorage } from "../queue/createMemoryStorage.ts";
import { createClientFixture } from "../testing/createClientFixture.ts";
import { createManualClock } from "../testing/createManualClock.ts";
import type { ScriptedAnswer } from "../testing/createScriptedFetch.ts";

/** What the tabs of one browser share. */
function createBrowser() {
  const listeners = new Set<(message: unknown) => void>();
  let turn = Promise.resolve();
  const locks: Locks = {
    run(_name, task) {
      const done = turn.then(task);
      turn = done.catch(() => undefined);
      return done;
    },
  };
  const createChannel = (): TabChannel => {
    let own: ((message: unknown) => void) | undefined;
    return {
      post: (message) => {
        for (const listener of listeners) if (listener !== own) listener(structuredClone(message));
      },
      subscribe(listener) {
        own = listener;
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
  };
  const storage = createMemoryStorage();
  const manualClock = createManualClock();
  return {
    clock: manualClock,
    storage,
    openTab: (...answers: ScriptedAnswer[]) =>
      createClientFixture({
        answers,
        storage: { ...storage, persistent: true },
        manualClock,
        locks,
        channel: createChannel(),
      }),
    shout: (message: unknown) => {
      for (const listener of listeners) listener(message);
    },
  };
}

describe("Tabs that share a queue", () => {
  it("send every event once, with one anonymous ID", async () => {
    const browser = createBrowser();
    const tabs = Array.from({ length: 10 }, () => browser.openTab());
    for (const [index, tab] of tabs.entries()) tab.record(`from.${index}`, `again.${index}`);
    await browser.clock.advance(1000);
    expect(tabs.flatMap((tab) => tab.names())).toHaveLength(20);
    expect(new Set(tabs.flatMap((tab) => tab.names())).size).toBe(20);
    const ids = tabs.flatMap((tab) =>
      tab.batches().map(({ anonymizedUserId }) => anonymizedUserId),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("make one attempt together for each step of a wait", async () => {
    const browser = createBrowser();
    const tabs = Array.from({ length: 5 }, () => browser.openTab({ status: 503 }));
    for (const tab of tabs) tab.record("a");
    await browser.clock.settle();
    const attempts = () => tabs.reduce((sum, tab) => sum + tab.network.requests.length, 0);
    expect(attempts()).toBe(1);
    await browser.clock.advance(999);
    expect(attempts()).toBe(1);
    await browser.clock.advance(1001);
    expect(attempts()).toBe(2);
  });

  it("respect a wait that the instance asked for, also after a restart", async () => {
    const browser = createBrowser();
    const first = browser.openTab({ status: 429, headers: { "retry-after": "600" } });
    first.record("a");
    await browser.clock.advance(50);
    void first.client.close();
    const second = browser.openTab();
    second.record("b");
    await second.client.flush();
    await browser.clock.advance(599_000);
    expect(second.names()).toEqual([]);
    await browser.clock.advance(1000);
    expect(second.names()).toEqual(["a", "b"]);
  });

  it("leave to each other what one of them is sending as it hides", async () => {
    const browser = createBrowser();
    const hiding = browser.openTab("hang", { status: 200 });
    const staying = browser.openTab();
    await browser.clock.advance(100);
    hiding.record("a");
    hiding.hide();
    expect(hiding.names()).toEqual(["a"]);
    staying.record("b");
    await browser.clock.advance(1000);
    expect([...hiding.names(), ...staying.names()].sort()).toEqual(["a", "b"]);
  });

  it("send for a tab that fell silent with events in its hands", async () => {
    const browser = createBrowser();
    const id = "019aac4c-6a00-7000-8000-000000000001";
    const text = JSON.stringify({ id, name: "a", time: "2026-11-22T12:00:00.000Z" });
    await browser.storage.open("https://instance.example").write([{ id, text }]);
    const tab = browser.openTab();
    browser.shout({ kind: "sending", ids: [id] });
    await browser.clock.advance(11_000);
    expect(tab.names()).toEqual([]);
    await browser.clock.advance(1100);
    expect(tab.names()).toEqual(["a"]);
  });

  it("all fall silent when consent is denied in one, and begin anew together", async () => {
    const browser = createBrowser();
    const [one, two] = [browser.openTab("hang", { status: 200 }), browser.openTab()];
    await browser.clock.advance(100);
    one.record("a");
    await browser.clock.advance(50);
    two.record("b");
    await two.client.consent.set("denied");
    expect(one.client.consent.state).toBe("denied");
    expect(one.network.requests[0]?.init.signal?.aborted).toBe(true);
    one.record("c");
    one.hide();
    await browser.clock.advance(3_600_000);
    expect([...one.names(), ...two.names()]).toEqual(["a"]);
    await two.client.consent.set("granted");
    expect(one.client.consent.state).toBe("granted");
    one.record("d");
    await browser.clock.advance(1000);
    expect([...one.names(), ...two.names()]).toEqual(["a", "d"]);
  });

  it("survive messages that make no sense", async () => {
    const browser = createBrowser();
    const tab = browser.openTab();
    for (const message of [
      null,
      1,
      "x",
      {},
      { kind: "consent" },
      { kind: "consent", state: "on" },
      { kind: "sending" },
      { kind: "sending", ids: [1, null] },
    ]) {
      browser.shout(message);
    }
    tab.record("a");
    await browser.clock.advance(50);
    expect(tab.names()).toEqual(["a"]);
  });
});
