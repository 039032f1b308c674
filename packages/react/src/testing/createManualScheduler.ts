import type { Scheduler } from "../command-palette/catalog/Scheduler.ts";

/** A scheduler whose time a test moves. */
export interface ManualScheduler extends Scheduler {
  /** How many callbacks wait. */
  readonly waiting: number;
  advance(ms: number): void;
  /** Calls back everything that waits now, idle work included. */
  turn(): void;
}

/** Makes a scheduler at time 0. */
export function createManualScheduler(): ManualScheduler {
  let time = 0;
  let callbacks: readonly (() => void)[] = [];
  const add = (callback: () => void) => {
    callbacks = [...callbacks, callback];
    return () => {
      callbacks = callbacks.filter((other) => other !== callback);
    };
  };
  return {
    get waiting() {
      return callbacks.length;
    },
    now: () => time,
    whenIdle: (callback) => add(() => callback(10)),
    soon: (callback) => add(callback),
    advance(ms) {
      time += ms;
    },
    turn() {
      const due = callbacks;
      callbacks = [];
      for (const callback of due) callback();
    },
  };
}
