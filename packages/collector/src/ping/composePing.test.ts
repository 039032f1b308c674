import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { delivery, record } from "../testing/conformance/storeRecords.ts";
import type { EventRecord } from "../store/EventRecord.ts";
import type { EventStore } from "../store/EventStore.ts";
import { openSqliteStore } from "../store/sqlite/openSqliteStore.ts";
import { executionStore } from "../testing/executionStore.ts";
import { testNow } from "../testing/batches.ts";
import { dayMs } from "../time/calendar.ts";
import { weekOf } from "../time/week.ts";
import { composePing } from "./composePing.ts";
import { PingArchive } from "./PingArchive.ts";
import { publicNames } from "./PublicNames.ts";

const week = weekOf(testNow);
const names = publicNames(["public.extension.run"]);
const floor = 5;
let store: EventStore;
let serial = 0;

beforeEach(() => {
  store = openSqliteStore(":memory:");
});
afterEach(() => store.close());

/** So many people run an action, each so often. */
async function run(name: string, people: number, changes: Partial<EventRecord> = {}, times = 1) {
  for (let person = 0; person < people; person += 1) {
    const events = Array.from({ length: times }, () => record((serial += 1), { name, ...changes }));
    await store.append(delivery(events, { anonymizedUserId: `user-${person}` }));
  }
}

const compose = () => composePing(week, { store, names, floor, id: "ping-1" });

describe("A ping", () => {
  it("has these keys and no others", async () => {
    await run("toggleLineWrap", 6);
    expect(await compose()).toEqual({
      version: 1,
      id: "ping-1",
      week: "2026-11-16",
      floor: 5,
      total: { users: 6, executions: 6 },
      actions: [{ key: "toggleLineWrap", users: 6, executions: 6 }],
      surfaces: [{ key: "toolbar", users: 6, executions: 6 }],
      platforms: [{ key: "web", users: 6, executions: 6 }],
    });
  });

  it("names builtin and permitted actions, and counts all others together by their distinct users", async () => {
    await run("toggleLineWrap", 8);
    await run("public.extension.run", 7);
    await run("secret-project.deploy", 4);
    await run("ada.lovelace", 6, { surface: "secret-surface" });
    await run("other", 1);
    const ping = await compose();
    expect(ping.actions).toEqual([
      { key: "other", users: 6, executions: 11 },
      { key: "public.extension.run", users: 7, executions: 7 },
      { key: "toggleLineWrap", users: 8, executions: 8 },
    ]);
    expect(ping.surfaces.map(({ key }) => key)).toEqual(["other", "toolbar"]);
    expect(JSON.stringify(ping)).not.toMatch(/secret|lovelace/);
  });

  it("says nothing at all of too few people", async () => {
    await run("toggleLineWrap", 4, {}, 100);
    expect(await compose()).toMatchObject({
      total: null,
      actions: [],
      surfaces: [],
      platforms: [],
    });
  });

  it("leaves out what few people did, and another that would give it away", async () => {
    await run("toggleLineWrap", 20);
    await run("goToDefinition", 9);
    await run("findReferences", 2);
    expect((await compose()).actions).toEqual([
      { key: "toggleLineWrap", users: 20, executions: 20 },
    ]);
  });

  it("leaves out what is counted together as other as well, where too few are behind it: it is not there, not 0", async () => {
    await run("toggleLineWrap", 20);
    await run("goToDefinition", 9);
    await run("secret.run", 4);
    const without = await compose();
    expect(without.actions.map(({ key }) => key)).toEqual(["toggleLineWrap"]);
    expect(JSON.stringify(without)).not.toMatch(/other|goToDefinition|:0[,}]|"</u);
    // One person more, and it is there (control).
    await run("private.run", 5);
    expect((await compose()).actions.map(({ key }) => key)).toEqual([
      "goToDefinition",
      "other",
      "toggleLineWrap",
    ]);
  });

  it("counts neither scripts nor completions, nor other weeks", async () => {
    await run("toggleLineWrap", 6, { trusted: false });
    await run("toggleLineWrap", 6, { occurredAt: week.first * dayMs - 1 });
    await run("toggleLineWrap", 6, { occurredAt: (week.last + 1) * dayMs });
    expect((await compose()).total).toBeNull();
  });

  it("is of one moment: what comes while it is made is in all of its numbers", async () => {
    await run("toggleLineWrap", 6);
    const late = [() => run("goToDefinition", 7), () => store.erase("user-0")];
    const ping = await composePing(week, {
      store: {
        totals: (selection) => store.totals(selection),
        usersOf: (...asked) => store.usersOf(...asked),
        async breakdown(selection, dimension) {
          if (dimension === "surface") await late.shift()?.();
          return store.breakdown(selection, dimension);
        },
      },
      names,
      floor,
      id: "ping-1",
    });
    expect(late).toEqual([]);
    expect(ping).toEqual(await compose());
    expect(ping.total).toEqual({ users: 6, executions: 13 });
  });

  it("is not made while what it counts does not stand still", async () => {
    const restless = executionStore([]);
    let executions = 0;
    const totals = async () => ({
      executions: (executions += 1),
      users: 9,
      names: 1,
      synthetic: 0,
    });
    const made = composePing(week, { store: { ...restless, totals }, names, floor, id: "ping-1" });
    await expect(made).rejects.toThrow(/changed 10 times/);
  });
});

describe("The archive of pings", () => {
  it("makes the ping of a week once: whatever changes then, asking again tells nothing", async () => {
    await run("toggleLineWrap", 9);
    await run("private.run", 7);
    const first = await new PingArchive({ store, names, floor }).of(week);
    await run("toggleLineWrap", 10);
    await store.erase("user-0");
    const permitted = publicNames(["private.run"]);
    for (const options of [
      { names, floor },
      { names, floor: 8 },
      { names: permitted, floor },
    ]) {
      expect(await new PingArchive({ store, ...options }).of(week)).toEqual(first);
    }
    // It would be another one (control).
    expect((await compose()).total).toEqual({ users: 9, executions: 26 });
    expect(JSON.parse(first.body)).toMatchObject({ total: { users: 9, executions: 16 } });
  });

  it("counts in the ping of a week nothing of the weeks around it, which are named otherwise by then", async () => {
    const following = weekOf(testNow + 7 * dayMs);
    await run("private.run", 8);
    await run("private.run", 6, { occurredAt: testNow + 7 * dayMs });
    const [before, after] = [names, publicNames(["private.run"])].map(
      (permitted) => new PingArchive({ store, names: permitted, floor }),
    );
    expect(JSON.parse((await before?.of(week))?.body ?? "")).toMatchObject({
      actions: [{ key: "other", users: 8, executions: 8 }],
    });
    expect(JSON.parse((await after?.of(following))?.body ?? "")).toMatchObject({
      actions: [{ key: "private.run", users: 6, executions: 6 }],
    });
  });
});
