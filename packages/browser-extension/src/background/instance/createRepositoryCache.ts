import type { Clock } from "@action-telemetry/telemetry";
import type { RepositoryInfo } from "../../messages/CodeIntelligence.ts";
import type { InstanceAPI } from "./createInstanceAPI.ts";
import type { InstanceState } from "./createInstanceState.ts";
import type { InstanceResult } from "./InstanceResult.ts";

/** Milliseconds for which is remembered that an instance has a repository, and that it has not. */
export const remembered = { there: 600_000, missing: 60_000 } as const;

/** How many are remembered. */
const most = 500;

/** Asks the connected instance for repositories. */
export type RepositoryCache = (
  api: InstanceAPI,
  name: string,
) => Promise<InstanceResult<RepositoryInfo>>;

interface Entry {
  readonly result: Promise<InstanceResult<RepositoryInfo>>;
  /** When it counts no more; not known before it is answered. */
  until: number;
}

/**
 * Remembers for a while which repositories an instance has: each page of one asks, and every page of a
 * review at once. Nothing is kept beyond the worker's life, a change of who is signed in, or of the
 * instance; failures are not kept at all.
 */
export function createRepositoryCache(
  instance: Pick<InstanceState, "getSnapshot" | "subscribe">,
  clock: Pick<Clock, "now">,
): RepositoryCache {
  const entries = new Map<string, Entry>();
  const identify = () => `${instance.getSnapshot()?.url} ${instance.getSnapshot()?.session}`;
  let identity = identify();
  instance.subscribe(() => {
    if (identity !== identify()) entries.clear();
    identity = identify();
  });

  return (api, name) => {
    const known = entries.get(name);
    if (known !== undefined && clock.now() < known.until) return known.result;
    if (entries.size >= most) entries.clear();
    const entry: Entry = { result: api.repository(name), until: Number.POSITIVE_INFINITY };
    entries.set(name, entry);
    void entry.result.then((result) => {
      if (entries.get(name) !== entry) return;
      if (!result.ok) entries.delete(name);
      else entry.until = clock.now() + remembered[result.value.exists ? "there" : "missing"];
    });
    return entry.result;
  };
}
