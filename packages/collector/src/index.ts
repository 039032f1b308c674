export { type Collector, type CollectorOptions, createCollector } from "./createCollector.ts";
export { type RateLimit } from "./http/TokenBuckets.ts";
export { httpServerOptions } from "./server/httpServerOptions.ts";
export { openSqliteStore } from "./store/sqlite/openSqliteStore.ts";
export type {
  AppendResult,
  BucketCount,
  ClockVerdict,
  Delivery,
  Dimension,
  EventKind,
  EventRecord,
  EventStore,
  KeyBucketCount,
  KeyCount,
  Selection,
  StoredEvent,
  SurfaceCount,
  Tally,
  Totals,
} from "./store/EventStore.ts";
export type { BucketUnit, Period } from "./time/calendar.ts";
export { type Clock, systemClock } from "./time/Clock.ts";
