import { isDeepStrictEqual } from "node:util";
import type { EventKind } from "../store/EventRecord.ts";
import type { EventStore } from "../store/EventStore.ts";
import type { Dimension, Selection } from "../store/Selection.ts";
import type { StoredEvent } from "../store/StoredEvent.ts";
import { type BucketUnit, bucketOf, bucketStart } from "../time/calendar.ts";

const kinds: readonly EventKind[] = ["action", "event"];
const units: readonly BucketUnit[] = ["day", "week", "month"];
const dimensions: readonly Dimension[] = ["name", "surface", "trigger", "source", "platform"];

/** How many buckets are compared of each unit: the last ones. */
const buckets = 40;

/** How many events are compared at the beginning and at the end. */
const sampled = 1000;

type Question = readonly [what: string, ask: (store: EventStore) => Promise<unknown>];

/** Asks two stores the same; resolves to what they answer differently, or to `undefined`. */
export async function compareStores(
  one: EventStore,
  other: EventStore,
): Promise<string | undefined> {
  for (const [what, ask] of await questionsFor(one)) {
    if (!isDeepStrictEqual(await ask(one), await ask(other))) return what;
  }
  return undefined;
}

async function questionsFor(store: EventStore): Promise<readonly Question[]> {
  const lastDay = Math.max(0, ...(await store.names()).map(({ last }) => last));
  const now = bucketStart("day", lastDay);
  const selections = units.flatMap((unit) =>
    kinds.map((kind): Selection => {
      const last = bucketOf(unit, now);
      return { period: { unit, first: last - buckets + 1, last }, kind };
    }),
  );
  return [
    ["the number of rows", (asked) => asked.size()],
    ["the list of names", (asked) => asked.names()],
    ["the first events", async (asked) => sample((await asked.scan({ limit: sampled })).events)],
    ["the last events", async (asked) => sample(await asked.latest(sampled))],
    ["the error reports", (asked) => asked.errors(sampled)],
    ...selections.flatMap(questionsAbout),
  ];
}

function questionsAbout(selection: Selection): readonly Question[] {
  const { unit } = selection.period;
  return [
    [`the count of a ${unit}`, (store) => store.series(selection)],
    [`the total of ${unit}s`, (store) => store.totals(selection)],
    [`how executions ended in a ${unit}`, (store) => store.completions(selection)],
    [`what was not stored in a ${unit}`, (store) => store.tallies(selection.period)],
    ...dimensions.map((dimension): Question => [
      `the count by ${dimension}`,
      (store) => store.breakdown(selection, dimension),
    ]),
  ];
}

/**
 * Stores may differ in the order of what they received in one millisecond: it is put in one order, and the millisecond at
 * the end of the sample, of which there may be more, is left out.
 */
function sample(events: readonly StoredEvent[]): readonly StoredEvent[] {
  const last = events.length < sampled ? undefined : events.at(-1)?.receivedAt;
  return events
    .filter(({ receivedAt }) => receivedAt !== last)
    .toSorted((a, b) => a.receivedAt - b.receivedAt || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ anonymizedUserId, id }: StoredEvent): string {
  return `${anonymizedUserId} ${id}`;
}
