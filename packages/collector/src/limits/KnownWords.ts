import type { EventStore } from "../store/EventStore.ts";
import type { Dimension } from "../store/Selection.ts";
import { bucketOf } from "../time/calendar.ts";

/** The dimensions whose words clients choose. */
export const wordDimensions = ["name", "surface", "source", "platform"] as const;

/** Words that were there before, by dimension. */
export type KnownWords = Readonly<Record<(typeof wordDimensions)[number], ReadonlySet<string>>>;

/** Names that are remembered; those used last come first. */
const mostNames = 50_000;

/** What a store knows: every name, and the other words of this month and the one before. Rejects when it does not answer. */
export async function readKnownWords(
  store: Pick<EventStore, "names" | "seriesBy">,
  now: number,
): Promise<KnownWords> {
  const month = bucketOf("month", now);
  const period = { unit: "month", first: month - 1, last: month } as const;
  const wordsOf = async (dimension: Dimension) => {
    const rows = [
      ...(await store.seriesBy({ period, kind: "action" }, dimension)),
      ...(await store.seriesBy({ period, kind: "event" }, dimension)),
    ];
    return new Set(rows.map(({ key }) => key));
  };
  const names = (await store.names()).toSorted((left, right) => right.last - left.last);
  return {
    name: new Set(names.slice(0, mostNames).map(({ name }) => name)),
    surface: await wordsOf("surface"),
    source: await wordsOf("source"),
    platform: await wordsOf("platform"),
  };
}
