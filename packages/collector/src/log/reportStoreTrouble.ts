import type { EventStore } from "../store/EventStore.ts";
import type { Log } from "./Log.ts";

/**
 * A store whose failures are noted, whoever asked it.
 *
 * @param ending - Once aborted, nothing is noted any more: it is to be closed, and whoever asks it then is late.
 */
export function reportStoreTrouble(store: EventStore, log: Log, ending: AbortSignal): EventStore {
  const note = (method: string | symbol, error: unknown) => {
    if (!ending.aborted && !isRefused(method, error)) log.trouble("store", error);
  };
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...parameters: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, parameters);
        if (result instanceof Promise) result.catch((error) => note(name, error));
        return result;
      };
    },
  });
}

/** Whether it was asked to go on after what it has never given: that is trouble of whoever asks. */
function isRefused(method: string | symbol, error: unknown): boolean {
  return method === "scan" && error instanceof RangeError;
}
