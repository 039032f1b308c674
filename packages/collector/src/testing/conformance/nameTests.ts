import { expect } from "vitest";
import { dayMs } from "../../time/calendar.ts";
import { testEventId, testNow } from "../batches.ts";
import { delivery, record, today } from "./storeRecords.ts";
import type { StoreTest } from "./StoreTest.ts";

/** What a store must know of the names it has counted. */
export const nameTests: readonly StoreTest[] = [
  {
    title: "knows from when to when each name was counted, in the order of names",
    async run(store) {
      await store.append(
        delivery([
          record(1, { name: "z.run", occurredAt: testNow - 400 * dayMs }),
          record(2, { name: "z.run", surface: "palette" }),
          record(3, { name: "B.run", occurredAt: testNow - 3 * dayMs }),
          record(4, { name: "hover", kind: "event" }),
          record(5, { name: "a.run" }),
        ]),
      );
      expect(await store.names()).toEqual([
        { name: "B.run", kind: "action", first: today - 3, last: today - 3, hasArguments: false },
        { name: "a.run", kind: "action", first: today, last: today, hasArguments: false },
        { name: "hover", kind: "event", first: today, last: today, hasArguments: false },
        { name: "z.run", kind: "action", first: today - 400, last: today, hasArguments: false },
      ]);
    },
  },
  {
    title: "keeps the names of events that have grown too old, or whose person was erased",
    async run(store) {
      await store.append(delivery([record(1, { occurredAt: testNow - 5 * dayMs })]));
      const names = await store.names();
      await store.prune(testNow + 1);
      await store.erase("user-1");
      expect(await store.latest(10)).toEqual([]);
      expect(await store.names()).toEqual(names);
      expect(names).toHaveLength(1);
    },
  },
  {
    title: "remembers of which names an event ever carried arguments",
    async run(store) {
      const carrying = { arguments: '{"lines":12}', occurredAt: testNow - 5 * dayMs };
      await store.append(delivery([record(1, carrying), record(2, { name: "b.run" })]));
      // By a script, and from another surface.
      const uncounted = { ...carrying, name: "c.run", trusted: false };
      await store.append(delivery([record(4, uncounted)]));
      await store.prune(testNow + 1);
      await store.append(delivery([record(3), record(5, { name: "c.run", surface: "palette" })]));
      expect((await store.names()).map(({ name, hasArguments }) => [name, hasArguments])).toEqual([
        ["a.run", true],
        ["b.run", false],
        ["c.run", true],
      ]);
    },
  },
  {
    title: "takes no name from scripts or completions, which are not counted",
    async run(store) {
      await store.append(
        delivery([
          record(1, { name: "by.script", trusted: false }),
          record(2, { name: "completed", outcome: "failed", of: testEventId(9) }),
          record(3),
        ]),
      );
      expect((await store.names()).map(({ name }) => name)).toEqual(["a.run"]);
    },
  },
];
