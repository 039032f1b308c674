export { type Collector, type CollectorOptions, createCollector } from "./createCollector.ts";
export { type RateLimit } from "./http/TokenBuckets.ts";
export type { Ping, PingCell } from "./ping/Ping.ts";
export type { PingSettings } from "./ping/PingSettings.ts";
export { publicNames, type PingDimension, type PublicNames } from "./ping/PublicNames.ts";
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
  PingAnswer,
  Selection,
  StoredEvent,
  StoredPing,
  SurfaceCount,
  Tally,
  Totals,
} from "./store/EventStore.ts";
export type { BucketUnit, Period } from "./time/calendar.ts";
export { type Clock, systemClock } from "./time/Clock.ts";
