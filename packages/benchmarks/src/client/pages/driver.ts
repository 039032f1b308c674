import type { StartClient } from "./StartClient.ts";

/** What the page of a client offers to the benchmark: the calls that a person's clicks would make. */
export interface Driver {
  /** Records `count` events in one task, numbered from `from`, and leaves the page in the same task. */
  record(from: number, count: number, then?: Leave): void;
  /** Times calls in groups, each in a task of its own. */
  time(groups: number, callsPerGroup: number): Promise<CallTimes>;
  /** Records events one task at a time. */
  trickle(count: number, pauseMs: number, isIdle: boolean): Promise<void>;
}

/** How a page ends in the very task that recorded. */
export type Leave = { readonly navigateTo: string } | "close";

/** Microseconds a call, one figure a group. */
export interface CallTimes {
  readonly record: readonly number[];
  /** The same for pushing a `structuredClone` of an event to an array. */
  readonly push: readonly number[];
}

declare global {
  var record: ReturnType<StartClient>;
  var driver: Driver;
}

/** Room for the client to send what a group recorded, in milliseconds. */
const groupPauseMs = 20;

/** Puts the driver where the benchmark finds it. */
export function installDriver(): void {
  globalThis.driver = driver;
}

const driver: Driver = {
  record(from, count, then) {
    for (let index = 0; index < count; index++) record(from + index);
    if (then === "close") window.close();
    else if (then !== undefined) location.assign(then.navigateTo);
  },
  async time(groups, callsPerGroup) {
    const times = { record: [] as number[], push: [] as number[] };
    let marker = 0;
    for (let group = 0; group < groups; group++) {
      times.record.push(timeCalls(callsPerGroup, () => record(marker++)));
      await pause(groupPauseMs);
      const events = Array.from({ length: callsPerGroup }, () => makeEvent(marker++));
      const list: unknown[] = [];
      let next = 0;
      times.push.push(timeCalls(callsPerGroup, () => list.push(structuredClone(events[next++]))));
      await pause(groupPauseMs);
    }
    return times;
  },
  async trickle(count, pauseMs, isIdle) {
    for (let index = 0; index < count; index++) {
      if (!isIdle) record(index);
      await pause(pauseMs);
    }
  },
};

function timeCalls(calls: number, call: () => void): number {
  const start = performance.now();
  for (let index = 0; index < calls; index++) call();
  return ((performance.now() - start) * 1000) / calls;
}

function makeEvent(marker: number) {
  return {
    name: `benchmark/${marker}`,
    time: new Date().toISOString(),
    surface: "toolbar",
    trigger: "pointer",
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
