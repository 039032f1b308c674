import { isActionId, isDropReason } from "@action-telemetry/event-schema";
import type { DropCounts } from "./DropCounts.ts";
import { addDrops } from "./DropCounts.ts";

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
  const counts = Object.entries(fields(dropped)).filter(
    ([reason, count]) => isDropReason(reason) && Number.isSafeInteger(count) && Number(count) > 0,
  );
  return {
    anonymousId: isActionId(anonymousId) ? anonymousId : undefined,
    dropped: addDrops({}, Object.fromEntries(counts) as DropCounts),
    retry: parseRetry(fields(retry)),
  };
}

function parseRetry({ at, attempt, imposed }: Record<string, unknown>): RetryState | undefined {
  return typeof at === "number" && Number.isSafeInteger(attempt) && Number(attempt) >= 0
    ? { at, attempt: Number(attempt), imposed: imposed === true }
    : undefined;
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
