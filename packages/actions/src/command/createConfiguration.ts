import type { Result } from "../action/Result.ts";
import type { Context, ContextValue } from "../context/Context.ts";
import type { ContextStore } from "../context/ContextStore.ts";
import { createContextStore } from "../context/createContextStore.ts";
import {
  type ConfigurationProblem,
  copySetting,
  parseKeyPath,
} from "./parseConfigurationUpdate.ts";

/** The settings that actions read and change. */
export interface Configuration {
  /** The settings as they are now, by key: plain data, identical object while unchanged. */
  readonly getSnapshot: () => Context;
  /** Calls `listener` after each change, for example to store the settings. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Changes one setting, or a property inside of it; `undefined` and `null` remove it. Refuses keys
   * that reach a prototype, and values that are no plain data or larger than 64 KiB of JSON.
   */
  readonly update: (
    keyPath: readonly string[],
    value: ContextValue,
  ) => Result<undefined, ConfigurationProblem>;
}

/** What a configuration works with. */
export interface ConfigurationOptions {
  /** Is fed: the setting `a.b` is its key `config.a.b`. */
  readonly context: ContextStore;
  /** The settings by key. @default none */
  readonly initial?: Context | undefined;
}

/**
 * Makes a store of settings that feeds the `config.*` keys of a context.
 *
 * @example
 * ```ts
 * const configuration = createConfiguration({ context: registry.context, initial: stored });
 * configuration.update(["git.blame.decorations"], "line");
 * registry.context.getSnapshot()["config.git.blame.decorations"]; // "line"
 * ```
 */
export function createConfiguration(options: ConfigurationOptions): Configuration {
  const { context, initial = {} } = options;
  const settings = createContextStore(initial);

  function feed(keys: readonly string[]): void {
    const snapshot = settings.getSnapshot();
    context.update(Object.fromEntries(keys.map((key) => [`config.${key}`, snapshot[key]])));
  }

  feed(Object.keys(settings.getSnapshot()));
  return {
    getSnapshot: settings.getSnapshot,
    subscribe: settings.subscribe,
    update(keyPath, value) {
      const [key, ...rest] = parseKeyPath(keyPath) ?? [];
      if (key === undefined) {
        return {
          ok: false,
          error: { message: "The setting was not changed: its key is malformed." },
        };
      }
      const copy = copySetting(value);
      if (!copy.ok) return copy;
      settings.update({ [key]: setIn(settings.getSnapshot()[key], rest, copy.value) });
      feed([key]);
      return { ok: true, value: undefined };
    },
  };
}

/** A copy of `target` with the property at `path` set, and objects made on the way. */
function setIn(target: ContextValue, path: readonly string[], value: ContextValue): ContextValue {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const record = (
    typeof target === "object" && target !== null && !Array.isArray(target) ? target : {}
  ) as Context;
  const inner = Object.hasOwn(record, key) ? record[key] : undefined;
  const { [key]: _replaced, ...others } = record;
  const changed = setIn(inner, rest, value);
  return changed === undefined || changed === null ? others : { ...others, [key]: changed };
}
