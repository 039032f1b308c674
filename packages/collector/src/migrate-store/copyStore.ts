import type { EventStore } from "../store/EventStore.ts";
import type { StoreRow, StoreSize } from "../store/StoreRow.ts";
import { type Clock, systemClock } from "../time/Clock.ts";
import { compareStores } from "./compareStores.ts";

/** The claim by which a store remembers that a copy into it is not finished. */
const task = "migrate-store";

/** Longer than anybody leaves a copy unfinished, in milliseconds. */
const unfinishedMs = 10 * 365 * 86_400_000;

/** What is copied, and where to. */
export interface CopyOptions {
  readonly from: EventStore;
  readonly to: EventStore;
  /** Tells one source from another, so that an interrupted copy goes on only from the same. */
  readonly source: string;
  /** Called after every few thousand rows. */
  readonly onProgress?: (copied: number, all: number) => void;
  /** @default the clock of this machine */
  readonly clock?: Clock;
}

/** How a copy ended: what was copied, or a sentence that says why not. */
export type CopyOutcome =
  | { readonly ok: true; readonly size: StoreSize }
  | { readonly ok: false; readonly error: string };

/**
 * Copies all that a store knows into an empty one, and checks that both know the same. Begun again after an interruption,
 * it completes what is there. Nobody may write to either meanwhile. Rejects when a store does.
 */
export async function copyStore(options: CopyOptions): Promise<CopyOutcome> {
  const { from, to, source, onProgress, clock = systemClock } = options;
  const refusal = await beginCopy(to, source, clock.now());
  if (refusal !== undefined) return { ok: false, error: refusal };
  const size = await from.size();
  const all = rowsIn(size);
  let copied = 0;
  for await (const rows of from.dump()) {
    await to.load(rows);
    copied += rows.length;
    onProgress?.(copied, all);
  }
  const difference = await compareStores(from, to);
  if (difference !== undefined) {
    return {
      ok: false,
      error: `After the copy ${difference} differs: perhaps somebody still writes to one of the stores. Stop all collectors and run this again.`,
    };
  }
  await to.claim(task, source, clock.now(), clock.now());
  return { ok: true, size };
}

/** Notes in the target that it is being copied into; resolves to why it must not be. */
async function beginCopy(to: EventStore, source: string, now: number): Promise<string | undefined> {
  const isEmpty = rowsIn(await to.size()) === 0;
  // Nobody can hold the task for no time, but only if it is free does asking for it succeed.
  const isFree = await to.claim(task, "nobody", now, now);
  if (isFree && !isEmpty) {
    return "The target is not empty, and a copy would mix up two histories. Name an empty database.";
  }
  if (await to.claim(task, source, now, now + unfinishedMs)) return undefined;
  return "The target holds an unfinished copy of another store. Finish that one, or name an empty database.";
}

function rowsIn(size: Readonly<Record<StoreRow["type"], number>>): number {
  return Object.values(size).reduce((sum, count) => sum + count, 0);
}
