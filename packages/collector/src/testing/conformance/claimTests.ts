import { expect } from "vitest";
import { testNow } from "../batches.ts";
import type { StoreTest } from "./StoreTest.ts";

/** By what several collectors on one database share their tasks. */
export const claimTests: readonly StoreTest[] = [
  {
    title: "gives a task to the first who claims it, and to nobody else until its time is over",
    async run(store) {
      expect(await store.claim("ping", "one", testNow, testNow + 100)).toBe(true);
      expect(await store.claim("ping", "two", testNow, testNow + 500)).toBe(false);
      expect(await store.claim("ping", "two", testNow + 99, testNow + 500)).toBe(false);
      expect(await store.claim("ping", "two", testNow + 100, testNow + 500)).toBe(true);
      expect(await store.claim("ping", "one", testNow + 101, testNow + 600)).toBe(false);
    },
  },
  {
    title: "lets the holder prolong a task, or end it early",
    async run(store) {
      await store.claim("ping", "one", testNow, testNow + 100);
      expect(await store.claim("ping", "one", testNow + 50, testNow + 200)).toBe(true);
      expect(await store.claim("ping", "two", testNow + 150, testNow + 300)).toBe(false);
      expect(await store.claim("ping", "one", testNow + 160, testNow + 160)).toBe(true);
      expect(await store.claim("ping", "two", testNow + 160, testNow + 300)).toBe(true);
    },
  },
  {
    title: "keeps tasks apart",
    async run(store) {
      expect(await store.claim("ping", "one", testNow, testNow + 100)).toBe(true);
      expect(await store.claim("prune", "two", testNow, testNow + 100)).toBe(true);
    },
  },
  {
    title: "gives a task to one when many claim it at once",
    async run(store) {
      const holders = Array.from({ length: 20 }, (_, n) => `holder-${n}`);
      const claims = () =>
        Promise.all(holders.map((holder) => store.claim("ping", holder, testNow, testNow + 100)));
      expect((await claims()).filter(Boolean)).toHaveLength(1);
      expect((await claims()).filter(Boolean)).toHaveLength(1);
    },
  },
];
