import { instanceSinks } from "./instanceSinks.ts";
import { messageSinks } from "./messageSinks.ts";
import { pageSinks } from "./pageSinks.ts";
import { requestSinks } from "./requestSinks.ts";
import type { Sink } from "./Sink.ts";
import { storageSinks } from "./storageSinks.ts";

/** Every sink that is watched. */
export const sinks: readonly Sink[] = [
  ...requestSinks,
  ...storageSinks,
  ...messageSinks,
  ...pageSinks,
  ...instanceSinks,
];
