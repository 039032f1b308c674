import { describe, expect, it } from "vitest";
import type { EventStore } from "../../store/EventStore.ts";
import { claimTests } from "./claimTests.ts";
import { comparisonTests } from "./comparisonTests.ts";
import { completionTests } from "./completionTests.ts";
import { contentTests } from "./contentTests.ts";
import { copyTests } from "./copyTests.ts";
import { countTests } from "./countTests.ts";
import { filterTests } from "./filterTests.ts";
import { nameTests } from "./nameTests.ts";
import { periodTests } from "./periodTests.ts";
import { scanTests } from "./scanTests.ts";
import type { StoreTest } from "./StoreTest.ts";
import { upkeepTests } from "./upkeepTests.ts";

/** Everything that every store must do, by what it is about. */
const subjects: readonly { readonly subject: string; readonly tests: readonly StoreTest[] }[] = [
  { subject: "contents", tests: contentTests },
  { subject: "counts", tests: countTests },
  { subject: "weeks and months", tests: periodTests },
  { subject: "comparisons", tests: comparisonTests },
  { subject: "filters", tests: filterTests },
  { subject: "completions", tests: completionTests },
  { subject: "names", tests: nameTests },
  { subject: "scans", tests: scanTests },
  { subject: "copies", tests: copyTests },
  { subject: "claims", tests: claimTests },
  { subject: "upkeep", tests: upkeepTests },
];

/** How a store is put through the tests. */
export interface ConformanceOptions {
  /** How long one test may take, in milliseconds. @default as long as any */
  readonly timeout?: number;
}

/**
 * Puts a store through everything that the collector relies on. Each test gets new, empty stores.
 *
 * @param name How the store is called in the titles.
 * @param open Opens a store of its own, that knows nothing of others opened before or at the same time and forgets
 *   everything when it is closed.
 *
 * @example
 * describeEventStore("SQLite", () => openSqliteStore(":memory:"));
 */
export function describeEventStore(
  name: string,
  open: () => EventStore | Promise<EventStore>,
  { timeout }: ConformanceOptions = {},
): void {
  describe(`${name} as an event store`, () => {
    describe.each(subjects)("$subject", ({ tests }) => {
      it.each(tests)("$title", timeout === undefined ? {} : { timeout }, async ({ run }) => {
        expect.hasAssertions();
        const stores: EventStore[] = [];
        const openAnother = async () => {
          const store = await open();
          stores.push(store);
          return store;
        };
        try {
          await run(await openAnother(), openAnother);
        } finally {
          await Promise.all(stores.map((store) => store.close()));
        }
      });
    });
  });
}
