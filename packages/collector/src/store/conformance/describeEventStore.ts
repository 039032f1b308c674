import { describe, expect, it } from "vitest";
import type { EventStore } from "../EventStore.ts";
import { contentTests } from "./contentTests.ts";
import { countTests } from "./countTests.ts";
import { upkeepTests } from "./upkeepTests.ts";

/**
 * Puts a store through everything that the collector relies on. Each test gets a new, empty store.
 *
 * @param name How the store is called in the titles.
 * @param open Opens a store that forgets everything when it is closed.
 */
export function describeEventStore(name: string, open: () => EventStore | Promise<EventStore>) {
  describe(`${name} as an event store`, () => {
    it.each([...contentTests, ...countTests, ...upkeepTests])("$title", async ({ run }) => {
      expect.hasAssertions();
      const store = await open();
      try {
        await run(store);
      } finally {
        await store.close();
      }
    });
  });
}
