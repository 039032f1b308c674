import { isActionId, isDropReason } from "@action-telemetry/event-schema";
import { addDrops, type DropCounts } from "./DropCounts.ts";

/** When and why to try again, shared by all tabs. */
export interface RetryState {
  /** Not before this time of the wall clock, in milliseconds. */
  readonly at: number;
  /** Failures in a row. */
  readonly attempt: number;
  /** Whether the instance asked for it (`Retry-After`), so that not even `flush` may overrule it. */
  readonly imposed: boolean;
}

/** What a store keeps beside its rows. */
export interface QueueRecord {
  readonly anonymousId?: string | undefined;
  /** Drops that no acknowledged batch has reported. */
  readonly dropped: DropCounts;
  readonly retry?: RetryState | undefined;
}

/** Reads a record that may be absent, damaged or forged; whatever is not sound counts as absent. */
export function parseRecord(value: unknown): QueueRecord {
  const { anonymousId, dropped, retry } = fields(value);
  const { at, attempt, imposed } = fields(retry);
  const counts = Object.entries(fields(dropped)).filter(
    ([reason, count]) => isDropReason(reason) && isWhole(count),
  );
  return {
    anonymousId: isActionId(anonymousId) ? anonymousId : undefined,
    dropped: addDrops({}, Object.fromEntries(counts) as DropCounts),
    retry: isWhole(at) && isWhole(attempt) ? { at, attempt, imposed: imposed === true } : undefined,
  };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function fields(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}
