export { type Collector, createCollector } from "./collector/createCollector.ts";
export type { CollectorOptions } from "./collector/CollectorOptions.ts";
export { type RateLimit } from "./limits/TokenBuckets.ts";
export type { Ping, PingCell } from "./ping/Ping.ts";
export type { PingSettings } from "./ping/PingSettings.ts";
export { publicNames, type PingDimension, type PublicNames } from "./ping/PublicNames.ts";
export { httpServerOptions } from "./server/httpServerOptions.ts";
export { openClickHouseStore } from "./store/clickhouse/openClickHouseStore.ts";
export { openStore } from "./store/openStore.ts";
export { openPostgresStore } from "./store/postgres/openPostgresStore.ts";
export { openSqliteStore } from "./store/sqlite/openSqliteStore.ts";
export type {
  AppendResult,
  ClockVerdict,
  Delivery,
  EventKind,
  EventRecord,
  Tally,
} from "./store/EventRecord.ts";
export type {
  BucketCount,
  Dimension,
  KeyBucketCount,
  KeyCount,
  Selection,
  SurfaceCount,
  Totals,
} from "./store/Selection.ts";
export type { EventStore } from "./store/EventStore.ts";
export type { PingAnswer, StoredPing } from "./store/StoredPing.ts";
export type { StoredEvent } from "./store/StoredEvent.ts";
export type { BucketUnit, Period } from "./time/calendar.ts";
export { type Clock, systemClock } from "./time/Clock.ts";
