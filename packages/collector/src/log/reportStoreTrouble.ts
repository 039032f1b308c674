import type { EventStore } from "../store/EventStore.ts";
import type { Log } from "./Log.ts";

/** A store whose failures are noted, whoever asked it. */
export function reportStoreTrouble(store: EventStore, log: Log): EventStore {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...parameters: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, parameters);
        if (result instanceof Promise)
          result.catch((error: unknown) => log.trouble("store", error));
        return result;
      };
    },
  });
}
